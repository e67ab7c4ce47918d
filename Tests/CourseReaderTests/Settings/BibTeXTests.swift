import Diagnostics
import TestSupport
import Testing

@testable import CourseReader

@Suite struct BibTeXReading {
  private func read(_ text: String) -> (references: References, diagnostics: [Diagnostic]) {
    References.readBibTeX(SourceText(file: "Content/references.bib", text))
  }

  @Test func takesEntriesAsReferenceManagersWriteThem() throws {
    let (references, diagnostics) = read(
      """
      % a comment
      @string{ su = {Stanford University Press} }
      @Book{castells1998,
        author = {Castells, Manuel and กาญจนา แก้วเทพ and {กระทรวงศึกษาธิการ}},
        title = "The {Rise} of the Network Society",
        publisher = su # { Ltd},
        year = 1998, edition = {2},
      }
      @article{ka, title = {ก--ข}, journal = {วารสาร}, date = {2541-05}, pages = {5--7}}
      """)
    #expect(diagnostics.isEmpty)
    let first = try #require(references.entries.first)
    #expect(first.key == "castells1998" && first.type == "book" && first.title == "The Rise of the Network Society")
    #expect(first.authors.map(\.full) == ["Manuel Castells", "กาญจนา แก้วเทพ", "กระทรวงศึกษาธิการ"])
    #expect(first.year == "1998" && first.details.map(\.value) == ["Stanford University Press Ltd", "2"])
    let second = references.entries[1]
    #expect(second.type == "article-journal" && second.year == "2541" && second.title == "ก–ข")
    #expect(second.details.map(\.field) == ["container-title", "page"])
  }

  @Test func readsAccentsAndEscapes() {
    let entries = read(#"@book{a, author = {M{\"u}ller, J\'er\^ome}, title = {50\% \& more \o}}"#).references.entries
    #expect(entries.first?.authors.map(\.full) == ["Jérôme Müller"])
    #expect(entries.first?.title == "50% & more ø")
  }

  @Test func reportsWhatItCannotReadAndKeysThatStandTwice() {
    #expect(
      read("@book{a, title={ก}}\n@book{a, title={ข}}\n@book{ }").diagnostics.map(\.id) == ["duplicate-reference", "bibtex-entry"])
    let text = MarkedText("@book{a}\n@book{1️⃣a2️⃣}")
    #expect(read(text.text).diagnostics.first?.span?.range.indices == text.range(1, 2))
  }

  @Test func endsOnAnyNoise() {
    let stock = [
      "@book{", "}", "{", "\"", ",", "=", "#", "a", "author", " and ", "\\", "ก", "@", "(", ")", "\n", "@string{", "title = ",
    ]
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<60 { text += stock[Int(generator.next() % UInt64(stock.count))] }
      _ = read(text)
    }
    #expect(read("@book{a, title = {" + String(repeating: "{", count: 100_000)).references.entries.count == 1)
  }

  @Test func isOneListWithTheOthers() {
    let yaml = References.read(SourceText(file: "r.yml", "- id: a\n- id: b\n")).references
    let joined = References.joining([yaml, read("@book{b}\n@book{c}").references])
    #expect(joined.references.entries.map(\.key) == ["a", "b", "c"])
    #expect(joined.diagnostics.map(\.id) == ["duplicate-reference"])
  }

  @Test func standsBesideCSLInJSON() {
    let (references, diagnostics) = References.read(
      SourceText(
        file: "r.json",
        #"[{"id":"x","type":"book","title":"ก","author":[{"literal":"กรมวิชาการ"}],"issued":{"date-parts":[[2002]]},"abstract":"ข"}]"#
      ))
    #expect(diagnostics.isEmpty)
    #expect(references.entries.map(\.key) == ["x"] && references.entries.first?.year == "2002")
  }
}

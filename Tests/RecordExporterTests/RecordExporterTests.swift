import CourseModel
import Diagnostics
import Foundation
import Rendering
import TestSupport
import Testing

@testable import RecordExporter

/// One chapter of one sentence: «Schuler (1996) กล่าวว่า เครือข่าย คือ สายใย», every record pointing into it.
private struct OneSentence {
  static let marked = MarkedText("# เครือข่าย\n\n1️⃣Schuler (1996)2️⃣ กล่าวว่า 3️⃣เครือข่าย4️⃣ คือ 5️⃣สายใย6️⃣\n")
  let text = SourceText(file: "Content/a/chapter.md", OneSentence.marked.text)
  let course: Course

  init(name: String = "Schuler", statement: String = "สายใย") {
    func evidence(_ from: Int, _ to: Int) -> Evidence {
      Evidence(
        span: SourceSpan(file: "Content/a/chapter.md", range: ByteRange(OneSentence.marked.range(from, to))), rule: "test",
        certainty: .sure)
    }
    let chapter = ChapterID("a")
    let person = PersonID("p-1")
    let year = CitedYear(printed: "1996", era: .common, gregorian: 1996)
    let author = CitedAuthor(person: person, name: name)
    course = Course(
      id: "c", title: "วิชา",
      chapters: [
        Chapter(id: chapter, number: nil, title: "เครือข่าย", objectives: [], file: "Content/a/chapter.md", evidence: evidence(3, 4))
      ],
      concepts: [
        Concept(
          id: ConceptID("network"), term: "เครือข่าย", english: ["network"], definitions: [DefinitionID("d")],
          occurrences: [evidence(3, 4).span], evidence: evidence(3, 4))
      ],
      definitions: [
        Definition(
          id: DefinitionID("d"), concept: ConceptID("network"), term: "เครือข่าย", statement: statement, marker: "คือ",
          citation: CitationID("c1"), authors: [Attribution(person: person, name: name)], section: nil, chapter: chapter,
          evidence: evidence(5, 6), passage: evidence(1, 6).span)
      ],
      citations: [
        Citation(
          id: CitationID("c1"), form: .narrative, text: "Schuler (1996)", authors: [author], year: year, work: WorkID("w"),
          section: nil,
          chapter: chapter, evidence: evidence(1, 2))
      ],
      works: [Work(id: WorkID("w"), authors: [author], year: year, citations: [CitationID("c1")])],
      people: [Person(id: person, name: name, display: name, sort: name, kind: .person)])
  }

  func output(_ format: any RecordFormat, _ file: String) -> String {
    let files = format.write(course, texts: RecordTexts([text]))
    return files.first { $0.name == file }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "no \(file)"
  }
}

@Suite struct JSONOfRecords {
  @Test func isAsTheContractSays() throws {
    let output = OneSentence().output(JSONRecords(), "records.json")
    #expect(goldenMismatch(output, "records.json") == nil, "\(goldenMismatch(output, "records.json") ?? "")")
  }

  @Test func pointsAtTheWords() throws {
    let sentence = OneSentence()
    let parsed = try JSONSerialization.jsonObject(with: Data(sentence.output(JSONRecords(), "records.json").utf8))
    let definitions = (parsed as? [String: Any])?["definitions"] as? [[String: Any]]
    let source = try #require(definitions?.first?["source"] as? [String: Any])
    let offset = try #require(source["offset"] as? Int)
    let length = try #require(source["length"] as? Int)
    #expect(sentence.text.slice(ByteRange(offset, offset + length)) == "สายใย")
    #expect(source["line"] as? Int == 3)
    let line = OneSentence.marked.text.split(separator: "\n", omittingEmptySubsequences: false)[2]
    let before = try #require(line.range(of: "สายใย")).lowerBound
    #expect(source["column"] as? Int == line[..<before].unicodeScalars.count + 1)
  }

  @Test func leavesOutWhatIsAbsentAndNeverWritesNull() {
    let output = OneSentence().output(JSONRecords(), "records.json")
    #expect(!output.contains("null") && !output.contains("\"\""))
    #expect(!output.contains("\"locator\"") && !output.contains("\"number\""))
  }
}

@Suite struct TablesOfRecords {
  @Test func quoteAndNeverBecomeFormulas() {
    #expect(CSVTable.cell("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"")
    #expect(CSVTable.cell("=1+1") == "'=1+1")
    #expect(CSVTable.cell("@SUM(A1)") == "'@SUM(A1)")
    #expect(
      OneSentence(statement: "=HYPERLINK(\"x\")").output(CSVRecords(), "definitions.csv").contains("\"'=HYPERLINK(\"\"x\"\")\""))
  }

  @Test func haveOneRowARecord() {
    let rows = OneSentence().output(CSVRecords(), "citations.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == 2)
    #expect(rows[1].hasPrefix("c1,narrative,Schuler (1996),Schuler,1996,CE,1996,"))
  }
}

@Suite struct WorksForOtherPrograms {
  @Test func partPersonalNamesAndKeepOthersWhole() {
    let bib = OneSentence(name: "Manuel Castells").output(BibTeXRecords(), "works.bib")
    #expect(bib.contains("author = {Castells, Manuel}") && bib.contains("year = {1996}"))
    #expect(OneSentence().output(CSLRecords(), "works.json").contains("\"literal\": \"Schuler\""))
  }

  @Test func escapeWhatBibTeXReadsAsMarkup() {
    #expect(BibTeX.escaped("50% of {A_B} & $") == "50\\% of \\{A\\_B\\} \\& \\$")
  }
}

import Testing

@testable import SheetExporter

/// What pandoc is given to make a Word document of.
struct WordSourceTests {
  private func source(_ blocks: [SheetBlock], isNamed: Bool = false) -> String {
    var writer = WordSourceWriter()
    return String(
      decoding: writer.write(
        Sheet(stem: "x", kicker: "k", title: "t", documentTitle: "d", footer: "f", isNamed: isNamed, blocks: blocks)), as: UTF8.self
    )
  }

  private func item(_ number: String, _ options: [String]) -> SheetBlock {
    .examItem(ExamItem(number: number, stem: [.text("ถาม \(number)")], options: options.map { [.text($0)] }))
  }

  @Test func numbersItemsThroughInOneListWithLettersForOptions() {
    let html = source([item("1", ["ก", "ข"]), item("2", ["ค"]), .heading(level: 2, [.text("ตอน")]), item("3", [])])
    #expect(html.components(of: "<ol type=\"1\"") == 2)
    #expect(html.contains("<ol type=\"1\" start=\"3\">"))
    #expect(html.components(of: "<ol type=\"a\">") == 2)
  }

  @Test func escapesWhatAChapterSays() {
    let html = source([.paragraph([.text("<script>&"), .strong("<b>")]), .code("</body>\n<x>")])
    #expect(html.contains("&lt;script&gt;&amp;<strong>&lt;b&gt;</strong>"))
    #expect(!html.contains("<script>") && !html.contains("<x>"))
  }

  @Test func leavesDotsAndLinesToWriteOn() {
    let html = source([.paragraph([.gap(width: 10, number: 2)]), .lines(2)], isNamed: true)
    #expect(html.contains("(2) …………………………"))
    #expect(html.components(of: "data-custom-style=\"Writing line\"") == 2)
    #expect(html.contains("ชื่อ–สกุล"))
  }

  @Test func hasABlockForEverythingASheetSays() {
    let table = SheetTable(columns: [.init("", .em(3)), .init("", .share(1))], rows: [.init([[.text("c1")], [.soft("c2")]])])
    let html = source([
      .table(table), .note([.text("note")]),
      .glossary([GlossaryEntry(term: "คำ", english: ["word"], meanings: [.init(statement: "s", source: "o")])]),
      .set(SheetSet(members: [.init(mark: "1", title: [.text("m")])])), .question(number: "1", [.text("q")]),
      .passage([.text("p")], source: [.text("src")]), .box(title: "b", [.list(SheetList(.letter, [[.text("l")]]))]),
      .together([.paragraph([.text("tg")])]),
      .cards(CardDeck(columns: 1, rows: 1, cards: [.init(front: [.text("fr")], back: [.text("bk")], foot: "")])),
      .signatures(["sig"]), .centered([[.text("cen")]]), .fields([.init("f1", "v1"), .init("f2")]),
      .quote([.paragraph([.text("qt")])]),
      .noted([.paragraph([.text("nd")])], notes: [[.text("nt")]]), .columns(2, [.paragraph([.emphasis("co")])]), .pageBreak,
      .paragraph([.text("x"), .footnote([.text("fn")])]),
    ])
    for word in [
      "c1", "c2", "note", "word", "s (o)", "1. m", "1. q", "src", "<strong>b</strong>", "l", "tg", "fr", "bk", "sig", "cen",
      "f1\u{A0}v1", "qt", "nt", "<em>co</em>", "Page break", "<li>fn</li>",
    ] {
      #expect(html.contains(word), "\(word)")
    }
    #expect(!html.contains("<thead>"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

import Foundation
import Rendering
import TestSupport
import Testing
import ThaiText

@testable import SheetExporter

/// What a chapter says prints as written: it is never Typst.
struct TypstSafetyTests {
  @Test func escapesQuotesAndBackslashesInStrings() {
    var out = TypstBuffer()
    out.string("a\"b\\c\n#d")
    #expect(out.text == #""a\"b\\c #d""#)
  }

  @Test func writesNumbersWithTwoDecimals() {
    var out = TypstBuffer()
    for value in [1.5, -0.25, .nan, 2, 1e300] {
      out.number(value)
      out.code(" ")
    }
    #expect(out.text == "1.50 -0.25 0.00 2.00 10000.00 ")
  }

  private static let traps = [
    "#set page(width: 1pt)", "$ x^2 $", "@label", "*bold* _it_ `raw` ```raw```", "\\ backslash \\u{41} \\n", "// line /* block */",
    "[content] {code}", "= heading", "- item", "+ item", "/ term: x", "1. one", "~ -- --- ... 'q' \"q\"", "https://example.org",
    "#read(\"/etc/passwd\")", "\") #panic(\"out", "<label>", "#{", "]", "a\\",
  ]

  @Test(.enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"))
  func printsWhatTypstTakesForCode() throws {
    var texts = Self.traps
    var generator = SeededGenerator(seed: 7)
    let signs = Array("#$@\\*_<>`[]{}=+-/~'\"&%^|:;,.!?()0aก์ ")
    for _ in 0..<160 { texts.append(String((0..<24).map { _ in signs[Int(generator.next() % UInt64(signs.count))] })) }
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sheet = Sheet(
      stem: "sheets/x", kicker: "#k", title: "\")#t", documentTitle: "\\", footer: "$",
      blocks: texts.map { .paragraph([.text($0)]) } + [
        .table(
          SheetTable(columns: [.init("#a", .share(1)), .init("*b", .em(5))], rows: [.init([[.strong("@c")], [.soft("<d>")]])])),
        .question(number: "#1", [.accent("$q$")]), .set(SheetSet(members: [.init(mark: "\"", title: [.term("[t]")])])),
        .box(title: "`b`", [.list(SheetList(.letter, [[.text("#l")]]))]),
        .code("#code\n*y*"), .noted([.paragraph([.emphasis("#em"), .code("`z`")])], notes: [[.text("#note")]]),
        .quote([.paragraph([.text("#quote"), .footnote([.text("#foot")])])]),
        .figure(
          SheetFigure(
            drawing: GraphLayout(
              width: 200, height: 60,
              nodes: [.init(name: "a", center: .init(x: 50, y: 30), width: 90, height: 40, lines: ["#node", "\"q"])],
              edges: [
                .init(
                  points: [.init(x: 1, y: 1), .init(x: 2, y: 2), .init(x: 3, y: 3), .init(x: .nan, y: 4)], hasArrow: true,
                  label: "#edge", labelPlace: .init(x: 150, y: 9))
              ],
              groups: [.init(topLeft: .init(x: 0, y: 0), width: 190, height: 55, label: "#group")]),
            caption: [.text("#caption")], alternative: "\")#alt")),
      ])
    let reports = try Typesetting.set([render(sheet)], in: folder)
    #expect(reports.first?.error == nil)
    #expect(reports.first?.ok == true)
    let printed = bare(Typesetting.text(of: folder.appendingPathComponent("0.pdf")))
    for text in texts + [
      "#k", "\")#t", "@c", "<d>", "$q$", "[t]", "`b`", "#l", "#code", "*y*", "#em", "`z`", "#note", "#quote", "#foot", "#node",
      "\"q", "#edge", "#group", "#caption",
    ] where !bare(text).isEmpty {
      let isPrinted = printed.contains(bare(text))
      #expect(isPrinted, "\(text)")
    }
  }

  @Test(.enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"))
  func letsASheetReadNoFile() throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let reports = try Typesetting.set(
      [
        "#read(\"/etc/hostname\")", "#read(\"../../../../etc/hostname\")", "#image(\"0.pdf\")", "#import \"@preview/cetz:0.3.0\"",
        "#\"still set\"",
      ], in: folder)
    #expect(reports.map(\.ok) == [false, false, false, false, true])
  }

  @Test(.enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"))
  func givesEqualBytesTwiceAndLeavesThemAlone() throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = NetworkChapter.exporter().plan(NetworkChapter.chapter).map { $0.typst() }
    let first = try Typesetting.set(sources, standards: ["ua-1"], in: folder)
    #expect(first.map(\.changed) == Array(repeating: true, count: sources.count))
    #expect(first.flatMap { $0.warnings ?? ["failed"] } == [])
    let second = try Typesetting.set(sources, standards: ["ua-1"], in: folder)
    #expect(second.map(\.changed) == Array(repeating: false, count: sources.count))
  }

  private func render(_ sheet: Sheet) -> String {
    var writer = TypstWriter(setting: LineSetting(terms: [], names: []))
    return writer.write(sheet, SheetSettings(), prelude: NetworkChapter.templates.prelude)
  }

  /// Without spaces, and without what pdftotext leaves out: direction marks.
  private func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && !(0x202A...0x202E).contains($0.value) }))
  }
}

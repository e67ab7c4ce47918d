import TestSupport
import Testing

@testable import Diagnostics

@Suite struct DiagnosticPrinterTests {
  private func print(
    _ marked: String, language: Language = .thai, colour: Bool = false, repair: Wording? = nil, severity: Severity = .warning
  ) -> [String] {
    let text = MarkedText(marked)
    let source = SourceText(file: "Content/06/chapter.md", text.text)
    let diagnostic = Diagnostic(
      "unknown-term", severity, thai: "ไม่รู้จักคำนี้", english: "unknown term", at: source.span(ByteRange(text.range(1, 2))),
      repair: repair)
    return DiagnosticPrinter.text([diagnostic], source: { $0 == source.file ? source : nil }, language: language, colour: colour)
      .split(separator: "\n").map(String.init)
  }

  /// The text that the caret line stands under, read as a terminal draws it.
  private func underlined(_ lines: [String]) -> String {
    guard lines.count > 2, let from = lines[2].firstIndex(where: { $0 != " " }) else { return "" }
    let start = lines[2].distance(from: lines[2].startIndex, to: from)
    let end = lines[2].count
    var cell = 0
    var out = String.UnicodeScalarView()
    for scalar in lines[1].unicodeScalars {
      let category = scalar.properties.generalCategory
      let width = category == .nonspacingMark || category == .format ? 0 : scalar.properties.isEmojiPresentation ? 2 : 1
      // A mark belongs to the cell before it.
      if width == 0 ? cell > start && cell <= end : cell >= start && cell < end { out.append(scalar) }
      cell += width
    }
    return String(out)
  }

  @Test func printsPlaceLineCaretAndRepair() {
    let lines = print("บรรทัดแรก\nว่า 1️⃣คือข่าย2️⃣ นั้น", repair: Wording(thai: "เขียน «เครือข่าย»", english: "write «เครือข่าย»"))
    #expect(
      lines == [
        "Content/06/chapter.md:2:5: warning[unknown-term]: ไม่รู้จักคำนี้", "    ว่า คือข่าย นั้น", "       ^~~~~", "    แก้: เขียน «เครือข่าย»",
      ])
  }

  @Test func printsEnglish() {
    let lines = print("1️⃣ก2️⃣", language: .english, repair: Wording(thai: "ก", english: "drop it"), severity: .error)
    #expect(lines.first == "Content/06/chapter.md:1:1: error[unknown-term]: unknown term")
    #expect(lines.last == "    help: drop it")
  }

  @Test(arguments: [
    ("ก่อน1️⃣น้ำใจ2️⃣หลัง", "น้ำใจ"), ("1️⃣ที่2️⃣นี่", "ที่"), ("กลุ่ม1️⃣ผู้2️⃣ใหญ่", "ผู้"), ("ดี 😀 1️⃣ก2️⃣ข", "ก"), ("e\u{301}1️⃣x2️⃣", "x"), ("ข้าง1️⃣(2️⃣ใน", "("),
  ])
  func standsUnderTheWords(_ marked: String, _ words: String) { #expect(underlined(print(marked)) == words) }

  @Test func underlinesTheBaseOfAMark() {
    #expect(underlined(print("ท\u{E35}1️⃣\u{E48}2️⃣นี่")) == "ที่")
    #expect(underlined(print("ว่าท1️⃣\u{E35}\u{E48}น2️⃣")) == "ที่น")
  }

  @Test func showsAWindowOfALongParagraph() {
    let filler = String(repeating: "เครือข่ายเป็นระบบความสัมพันธ์ในสังคมมนุษย์ ", count: 60)
    for marked in [filler + "1️⃣คือข่าย2️⃣ " + filler, "1️⃣คือข่าย2️⃣ " + filler, filler + "1️⃣คือข่าย2️⃣"] {
      let lines = print(marked)
      #expect(underlined(lines) == "คือข่าย")
      #expect(DisplayWidth.cells(of: lines[1]) <= 104)
      #expect(DisplayWidth.cells(of: lines[1]) >= 90)
      #expect(lines[1].contains("…"))
    }
    let middle = print(filler + "1️⃣คือข่าย2️⃣ " + filler)[1].drop { $0 == " " }
    #expect(middle.hasPrefix("…") && middle.hasSuffix("…"))
  }

  @Test func cutsNoCluster() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let text = thaiNoise(pieces: 120, using: &generator)
      let source = SourceText(file: "a.md", text)
      let index = LineIndex(source)
      let at = Int(generator.next() % UInt64(source.bytes.count))
      let line = index.range(ofLine: index.location(of: at).line)
      let excerpt = SourceExcerpt(source, line: line, range: ByteRange(at, at + Int(generator.next() % 400)))
      #expect(DisplayWidth.cells(of: excerpt.text) <= 101, "seed \(seed)")
      #expect(excerpt.underline.upperBound <= 1 + DisplayWidth.cells(of: excerpt.text), "seed \(seed)")
      let shown = excerpt.text.hasPrefix("…") ? excerpt.text.dropFirst() : excerpt.text[...]
      #expect(shown.unicodeScalars.first.map { DisplayWidth.cells(of: $0) > 0 } ?? true, "seed \(seed)")
    }
  }

  @Test func cutsAMeantRunThatIsTooLong() {
    let lines = print("ก่อน 1️⃣" + String(repeating: "ยาว", count: 400) + "2️⃣")
    #expect(lines[1].hasSuffix("…"))
    #expect(lines[2].count == DisplayWidth.cells(of: lines[1]))
  }

  @Test func underlinesTheFirstLineOfMany() { #expect(print("ก 1️⃣ข\nค2️⃣").dropFirst(1) == ["    ก ข", "      ^"]) }

  @Test func standsAfterTheEndOfALine() { #expect(print("กข1️⃣2️⃣\nค").dropFirst(1) == ["    กข", "      ^"]) }

  @Test func drawsControlsInsteadOfSendingThem() {
    let lines = print("ก\u{1B}[31m1️⃣\tข2️⃣\u{202E}")
    #expect(lines[1] == "    ก␛[31m    ข\u{FFFD}")
    #expect(lines[2] == "          ^~~~~")
  }

  @Test func printsWithoutASource() {
    let nowhere = Diagnostic("no-content", .error, thai: "ไม่มี\nเนื้อหา", english: "no content", at: nil)
    let elsewhere = Diagnostic("odd", .note, thai: "แปลก", english: "odd", at: SourceSpan(file: "x.md", range: ByteRange(3, 4)))
    #expect(
      DiagnosticPrinter.text([elsewhere, nowhere], source: { _ in nil }, language: .thai, colour: false)
        == "error[no-content]: ไม่มี เนื้อหา\nx.md: note[odd]: แปลก\n")
  }

  @Test func coloursBySeverity() {
    let lines = print("1️⃣ก2️⃣", colour: true, severity: .error)
    #expect(lines[0].contains("\u{1B}[1;31merror[unknown-term]\u{1B}[0m"))
    #expect(lines[2] == "    \u{1B}[1;31m^\u{1B}[0m")
  }

  @Test func printsTheEndOfALongLineAsFastAsItsStart() {
    let source = SourceText(file: "a.md", String(repeating: "เครือข่าย", count: 40_000))
    func time(at start: Int) -> Duration {
      let diagnostics = (0..<200).map {
        Diagnostic("x", .note, thai: "ก", english: "x", at: source.span(ByteRange(start + $0, start + $0)))
      }
      return ContinuousClock().measure {
        #expect(DiagnosticPrinter.text(diagnostics, source: { _ in source }, language: .thai, colour: false).utf8.count > 20_000)
      }
    }
    #expect(time(at: source.bytes.count - 300) < time(at: 0) * 10)
  }
}

import TestSupport
import Testing

@testable import Diagnostics

@Suite struct LineIndexTests {
  @Test func countsColumnsInScalars() {
    let marked = MarkedText("บทที่ 6\nน้ำ1️⃣ใจ\r\n2️⃣x\r3️⃣y")
    let index = LineIndex(SourceText(file: "a.md", marked.text))
    #expect(index.location(of: marked.marks[1] ?? 0) == SourceLocation(line: 2, column: 4))
    #expect(index.location(of: marked.marks[2] ?? 0) == SourceLocation(line: 3, column: 1))
    #expect(index.location(of: marked.marks[3] ?? 0) == SourceLocation(line: 4, column: 1))
    #expect(index.lineCount == 4)
  }

  @Test func givesLinesWithoutTheirEndings() {
    let text = SourceText(file: "a.md", "ก\r\nข\n\nค")
    let index = LineIndex(text)
    #expect((1...5).map { text.slice(index.range(ofLine: $0)) } == ["ก", "ข", "", "ค", ""])
    #expect(index.range(ofLine: 0).isEmpty)
  }

  @Test func staysInsideTheText() {
    let index = LineIndex(SourceText(file: "a.md", ""))
    #expect(index.location(of: 99) == SourceLocation(line: 1, column: 1))
    #expect(index.location(of: -1) == SourceLocation(line: 1, column: 1))
  }

  @Test func agreesWithCountingFromTheStart() {
    var generator = SeededGenerator(seed: 7)
    let text = SourceText(file: "a.md", thaiNoise(pieces: 1200, using: &generator))
    let index = LineIndex(text)
    var line = 1
    var column = 1
    var wrong = 0
    for i in 0..<text.bytes.count {
      if text.bytes[i] & 0xC0 != 0x80, index.location(of: i) != SourceLocation(line: line, column: column) { wrong += 1 }
      let byte = text.bytes[i]
      if byte == 0x0A || (byte == 0x0D && !(i + 1 < text.bytes.count && text.bytes[i + 1] == 0x0A)) {
        line += 1
        column = 1
      } else if i + 1 >= text.bytes.count || text.bytes[i + 1] & 0xC0 != 0x80 {
        column += 1
      }
    }
    #expect(wrong == 0)
    #expect(index.lineCount == line)
  }
}

import Diagnostics
import TestSupport
import Testing
import ThaiText

@testable import ChapterImport

@Suite struct ImportNoise {
  /// Ten thousand small files of any bytes: import ends, and what it writes is a chapter with a last line end.
  @Test func endsOnAnyFile() {
    var generator = SeededGenerator(seed: 99)
    let breaker = WordBreaker()
    for n in 0..<10_000 {
      var bytes: [UInt8]
      switch n % 4 {
      case 0: bytes = Array(thaiNoise(pieces: 1 + Int(generator.next() % 9), using: &generator).utf8)
      case 1: bytes = Array(markdownNoise(pieces: 1 + Int(generator.next() % 9), using: &generator).utf8)
      case 2:
        let lines = [
          "บทที่ 6", "เครือข่าย", "1. ก", "2. ข", "คำถาม", "ภาพที่ 1 ก", "- ก", "   ", "12", "ก) ค", "ได้แก่", "\u{0C}", "ข้อความยาว ๆ ที่ต่อไป",
        ]
        bytes = Array(
          (0..<(1 + Int(generator.next() % 8))).map { _ in lines[Int(generator.next() % UInt64(lines.count))] }.joined(
            separator: "\n"
          ).utf8)
      default: bytes = (0..<Int(generator.next() % 60)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      }
      // A few bytes broken, as files are.
      if n % 5 == 0, !bytes.isEmpty {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      let made = importPlainText(file: "a.txt", bytes: bytes, breaker: breaker)
      if let last = made.markdown.utf8.last, last != 0x0A {
        Issue.record("no line end after \(bytes)")
        return
      }
    }
  }
}

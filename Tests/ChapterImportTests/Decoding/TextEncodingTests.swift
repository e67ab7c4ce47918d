import Diagnostics
import Testing

@testable import ChapterImport

@Suite struct TextEncodingTests {
  private let text = "เครือข่าย “social network” – ๓ ประการ"

  private func decoded(_ bytes: [UInt8]) -> DecodedText { DecodedText(file: "a.txt", bytes: bytes) }

  @Test func readsUTF8WithAndWithoutMark() {
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      #expect(decoded(bytes).encoding == .utf8)
      #expect(decoded(bytes).text.bytes == Array(text.utf8))
    }
  }

  @Test func readsUTF16ByItsMarkAndWithout() {
    let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(decoded([0xFF, 0xFE] + little).text.bytes == Array(text.utf8))
    #expect(decoded([0xFE, 0xFF] + big).text.bytes == Array(text.utf8))
    let plain = Array("เครือข่ายทางสังคม ๓".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(decoded(plain).encoding == .utf16LittleEndian)
  }

  @Test func readsWindows874() {
    let old = decoded(windows874(text))
    #expect(old.encoding == .windows874)
    #expect(old.text.bytes == Array(text.utf8))
    #expect(old.replaced == 0)
  }

  @Test func countsBytesThatSpellNothing() {
    let broken = decoded(Array("เครือ".utf8) + [0xFF] + Array("ข่าย".utf8))
    #expect(broken.encoding == .utf8)
    #expect(broken.replaced == 1)
    #expect(decoded(windows874("เครือข่าย") + [0xFD]).replaced == 1)
    #expect(decoded([0xFF, 0xFE, 0x01]).replaced == 1)
  }

  @Test(arguments: [[0xFE, 0xFF, 0x3A], [0xFE, 0xFF, 0x0E, 0x01, 0x3A], [0xFF, 0xFE, 0x01]] as [[UInt8]])
  func pointsAtTheHalfOfAUnitThatEndsAFile(_ bytes: [UInt8]) {
    let chapter = importPlainText(file: "a.txt", bytes: bytes)
    let span = chapter.diagnostics.first { $0.id == "import-replaced-bytes" }?.span
    #expect(span.map { Array(chapter.source.bytes[$0.range.lowerBound..<$0.range.upperBound]) } == [0xEF, 0xBF, 0xBD])
  }

  @Test func takesLatin1ForBrokenUTF8() {
    #expect(
      decoded(Array("caf".utf8) + [0xE9] + Array(" noir, d".utf8) + [0xE9] + Array("j".utf8) + [0xE0, 0x80, 0x81, 0x82]).encoding
        == .utf8)
  }

  @Test func readsNothing() {
    #expect(decoded([]).text.bytes.isEmpty)
    #expect(decoded([0xFF, 0xFE]).text.bytes.isEmpty)
  }

  @Test func saysWhatItReadItAs() {
    let chapter = importPlainText(file: "a.txt", bytes: windows874("บทที่ 1\nเครือข่าย\n\nข้อความ\n") + [0xFD])
    #expect(chapter.diagnostics.first { $0.id == "import-encoding" }?.message.english.contains("Windows-874") == true)
    #expect(chapter.diagnostics.first { $0.id == "import-replaced-bytes" }?.severity == .warning)
  }
}

import Diagnostics

/// What a text must keep to so that reading it takes bounded time and memory, checked before cmark sees it.
struct Limits {
  /// Bytes of a chapter.
  static let bytes = 8 << 20

  private let text: SourceText
  var diagnostics: [Diagnostic] = []

  init(_ text: SourceText) { self.text = text }

  /// Size and encoding. False when the text must not be read at all.
  mutating func allowsReading() -> Bool {
    let bytes = text.bytes
    guard bytes.count <= Self.bytes else {
      report(
        "chapter-too-large", .error, at: ByteRange(0, 0),
        thai: "ไฟล์มีขนาด \(bytes.count) ไบต์ เกิน \(Self.bytes) ไบต์ (8 MiB) ที่บทหนึ่งมีได้ จึงไม่ได้อ่าน",
        english: "the file has \(bytes.count) bytes, more than the \(Self.bytes) (8 MiB) a chapter may have; it was not read",
        repair: Wording(thai: "แบ่งเป็นหลายบท", english: "split it into chapters"))
      return false
    }
    if let bad = firstInvalidByte() {
      report(
        "not-utf8", .error, at: bad,
        thai: "ไฟล์ไม่ใช่ UTF-8: ไบต์ที่ \(bad.lowerBound + 1) (\(hexadecimal(bytes[bad.lowerBound]))) อ่านไม่ได้ จึงไม่ได้อ่านทั้งไฟล์",
        english:
          "the file is not UTF-8: byte \(bad.lowerBound + 1) (\(hexadecimal(bytes[bad.lowerBound]))) cannot be read; the file was not read",
        repair: Wording(
          thai: "บันทึกไฟล์ใหม่เป็น UTF-8 หรือใช้ tamra import กับไฟล์ TIS-620",
          english: "save the file as UTF-8, or use tamra import on a TIS-620 file"))
      return false
    }
    if let nul = bytes.firstIndex(of: 0) {
      report(
        "nul-byte", .warning, at: ByteRange(nul, nul + 1), thai: "มีไบต์ NUL ในไฟล์ แสดงเป็น \u{FFFD}",
        english: "the file has a NUL byte; it is shown as \u{FFFD}", repair: Wording(thai: "ลบไบต์นั้น", english: "delete the byte"))
    }
    let isBlank = bytes.allSatisfy { $0.isSpace || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if isBlank {
      report(
        "empty-chapter", .warning, at: ByteRange(0, 0), thai: "ไฟล์ว่างเปล่า", english: "the file is empty",
        repair: Wording(thai: "เขียนเนื้อหา หรือลบไฟล์", english: "write the chapter, or delete the file"))
    }
    return true
  }

  /// Shapes that cost cmark more than linear time. False when the text must not be parsed.
  mutating func allowsParsing(_ source: UnsafeBufferPointer<UInt8>, from start: Int, options: inout MarkdownOptions) -> Bool {
    true
  }

  private func firstInvalidByte() -> ByteRange? {
    do {
      _ = try UTF8Span(validating: text.bytes.span)
      return nil
    } catch {
      return ByteRange(error.byteOffsets.lowerBound, max(error.byteOffsets.upperBound, error.byteOffsets.lowerBound + 1))
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String { "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

  mutating func report(
    _ id: String, _ severity: Severity, at range: ByteRange, thai: String, english: String, repair: Wording
  ) {
    diagnostics.append(Diagnostic(id, severity, thai: thai, english: english, at: text.span(range), repair: repair))
  }
}

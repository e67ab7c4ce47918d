import CCMarkGFM

// The C library's searches, many bytes at a time: everything that looks at each byte of a chapter once more costs as much as
// parsing it.

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on; nil when there is none.
  func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The text of a part of a buffer that is known to be UTF-8 as a whole; a part that begins or ends inside a character
  /// is decoded with care.
  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let part = UnsafeBufferPointer(rebasing: self[range])
    let isWhole = self[range.lowerBound] & 0xC0 != 0x80 && (range.upperBound == count || self[range.upperBound] & 0xC0 != 0x80)
    guard isWhole else { return String(decoding: part, as: UTF8.self) }
    return String(copying: UTF8Span(unchecked: part.span))
  }
}

/// Whether two stretches hold the same bytes; both must lie in their buffers.
func equal(
  _ a: UnsafeBufferPointer<UInt8>, _ i: Int, _ b: UnsafeBufferPointer<UInt8>, _ j: Int, count: Int
) -> Bool {
  guard count > 0, let a = a.baseAddress, let b = b.baseAddress else { return true }
  return memcmp(a + i, b + j, count) == 0
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// What cmark calls a space: blanks, line endings, vertical tab, form feed.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

/// Text as every format may hold it: control characters gone, which XML forbids and importers choke on.
enum PlainText {
  /// Newlines and tabs stay; `\r`, other control characters, U+FFFE and U+FFFF go. Costs one pass; most text is returned as it is.
  static func cleaned(_ text: String) -> String {
    guard mayHoldForbidden(text) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isForbidden(scalar) { out.append(scalar) }
    return String(out)
  }

  /// False for text without a control character or one of the bytes that begin U+0080–009F and U+FFFE.
  ///
  /// Eight bytes at a time: in a word of them, a byte below 0x20, or zero after what is looked for is taken away by exclusive or, is where
  /// subtracting borrows into a high bit that was clear. Only such a word is looked at byte by byte.
  private static func mayHoldForbidden(_ text: String) -> Bool {
    func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
    func isZero(_ word: UInt64) -> UInt64 { (word &- all(1)) & ~word }
    func isForbidden(_ byte: UInt8) -> Bool {
      (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }
    var text = text
    return text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var i = 0
      while i + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let found =
          ((word &- all(0x20)) & ~word) | isZero(word ^ all(0x7F)) | isZero(word ^ all(0xC2)) | isZero(word ^ all(0xEF))
        if found & all(0x80) != 0, bytes[i..<i + 8].contains(where: isForbidden) { return true }
        i += 8
      }
      return bytes[i...].contains(where: isForbidden)
    }
  }

  /// On one line: line breaks and tabs become single spaces. Most text is returned as it is.
  static func oneLine(_ text: String) -> String {
    guard mayHoldForbidden(text) || mayBreak(text) else { return text }
    var out = ""
    var wasSpace = false
    for scalar in text.unicodeScalars where !isForbidden(scalar) {
      let isSpace = scalar == "\n" || scalar == "\t" || scalar == " "
      if isSpace && wasSpace { continue }
      wasSpace = isSpace
      out.unicodeScalars.append(isSpace ? " " : scalar)
    }
    return out
  }

  /// Whether a line break, a tab or a doubled space stands in the text.
  private static func mayBreak(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      while i < bytes.count {
        // No byte of a Thai letter breaks: three at a time.
        guard bytes[i] != 0xE0 else {
          i += 3
          continue
        }
        if bytes[i] == 0x0A || bytes[i] == 0x09 || (bytes[i] == 0x20 && i + 1 < bytes.count && bytes[i + 1] == 0x20) { return true }
        i += 1
      }
      return false
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: return false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: return true
    default: return false
    }
  }

  /// At most `limit` Unicode scalars, never cutting a letter from its marks, with «…» when shortened.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    // Room for «…», and back to where a letter ends with all its marks.
    var end = text.unicodeScalars.index(text.startIndex, offsetBy: max(0, limit - 1))
    while end > text.startIndex, String.Index(end, within: text) == nil { end = text.unicodeScalars.index(before: end) }
    // Joined to a slice, the slice's letters would be counted.
    return String(text[..<end]) + "…"
  }
}

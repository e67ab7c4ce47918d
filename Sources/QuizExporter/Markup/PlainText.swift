/// Text as every format may hold it: control characters gone, which XML forbids and importers choke on.
enum PlainText {
  /// Newlines and tabs stay; `\r`, other control characters, U+FFFE and U+FFFF go. Costs one pass; most text is returned as it is.
  static func cleaned(_ text: String) -> String {
    guard mayHoldForbidden(text) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isForbidden(scalar) { out.append(scalar) }
    return String(out)
  }

  /// False for text without a control character or one of the bytes that begin U+0080–009F and U+FFFE; sixteen bytes at a time.
  private static func mayHoldForbidden(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      if let base = UnsafeRawPointer(bytes.baseAddress) {
        while i + 16 <= bytes.count {
          let block = base.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
          let control = (block .< 0x20) .& (block .!= 0x0A) .& (block .!= 0x09)
          if any(control .| (block .== 0x7F) .| (block .== 0xC2) .| (block .== 0xEF)) { return true }
          i += 16
        }
      }
      return bytes[i...].contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF }
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
      var wasSpace = false
      for byte in bytes {
        if byte == 0x0A || byte == 0x09 || (byte == 0x20 && wasSpace) { return true }
        wasSpace = byte == 0x20
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
    var out = ""
    var count = 0
    for character in text {
      count += character.unicodeScalars.count
      if count >= limit { break }
      out.append(character)
    }
    return out + "…"
  }
}

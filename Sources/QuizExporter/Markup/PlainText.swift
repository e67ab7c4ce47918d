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
  private static func mayHoldForbidden(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF }
    }
  }

  /// On one line: line breaks and tabs become single spaces.
  static func oneLine(_ text: String) -> String {
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

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: return false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: return true
    default: return false
    }
  }

  /// At most `limit` Unicode scalars, never cutting a letter from its marks, with «…» when shortened.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
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

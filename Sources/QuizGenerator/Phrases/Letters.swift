/// Thai letters in UTF-8, as far as writing items needs them. Every Thai scalar is three bytes, `E0 B8 xx` or `E0 B9 xx`.
enum Letters {
  /// Scalars that stand on or under the letter before them, ำ included (one grapheme with it).
  static func isMark(_ second: UInt8, _ third: UInt8) -> Bool {
    if second == 0xB8 { return third == 0xB1 || (third >= 0xB3 && third <= 0xBA) }
    return second == 0xB9 && third >= 0x87 && third <= 0x8E
  }

  /// Graphemes of Thai and Latin text, counted without segmentation: scalars that are no marks.
  static func count(_ bytes: ArraySlice<UInt8>) -> Int { bytes.withUnsafeBufferPointer { count($0) } }

  static func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { count($0) }
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0xE0, i + 2 < bytes.count {
        if !isMark(bytes[i + 1], bytes[i + 2]) { count += 1 }
        i += 3
      } else {
        if byte & 0xC0 != 0x80 { count += 1 }
        i += 1
      }
    }
    return count
  }

  static func isThai(_ bytes: ArraySlice<UInt8>, at i: Int) -> Bool {
    i >= bytes.startIndex && i + 2 < bytes.endIndex && bytes[i] == 0xE0 && (bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9)
  }

  /// True when every letter of the text is Latin: English terms and names.
  static func isLatin(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } && !$0.contains { $0 == 0xE0 } }
  }

  /// True when every Latin letter is a capital, and there are two at least.
  static func isShouted(_ text: String) -> Bool {
    var capitals = 0
    for byte in text.utf8 {
      if byte >= 0x61 && byte <= 0x7A { return false }
      if byte >= 0x41 && byte <= 0x5A { capitals += 1 }
    }
    return capitals >= 2
  }

  /// A Thai word and what follows it, with the space Thai sets around Latin letters, digits and quotes.
  static func join(_ parts: String...) -> String {
    var out = ""
    for part in parts where !part.isEmpty {
      if needsSpace(out, part) { out += " " }
      out += part
    }
    return out
  }

  /// A name before a verb: «ประเวศ วะสี กล่าวถึง…» is set with a space, or the family name runs into the verb.
  static func named(_ name: String) -> String { name.isEmpty ? name : name + " " }

  private static func needsSpace(_ out: String, _ part: String) -> Bool {
    guard let last = out.utf8.last, let first = part.utf8.first, last != 0x20, first != 0x20 else { return false }
    // Quotes (E2 80 9C, E2 80 9D) stand apart, a bracket has a space after it, ๆ and ฯลฯ too.
    if first == 0xE2 || last == 0x29 || out.ends(with: "”") || out.ends(with: "ๆ") || out.ends(with: "ฯลฯ") { return true }
    let left = isWordASCII(last)
    let right = isWordASCII(first)
    return left != right || (left && right)
  }

  private static func isWordASCII(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || byte == 0x2E || byte == 0x2C
  }
}

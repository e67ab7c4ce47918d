import ThaiText

/// The mark at the head of a list item or a numbered heading: `1)`, `1.`, `(1)`, `๑.`, `ก.`, `6.1`, `•`.
struct ItemMarker: Hashable, Sendable {
  enum Style: Hashable, Sendable {
    /// `1.`
    case numberDot
    /// `1)`
    case numberBracket
    /// `(1)`
    case numberBrackets
    /// `ก.`, `ก)`, `(ก)`, by the character that closes and whether one opens.
    case letter(close: UInt8, opens: Bool)
    /// `6.1`, `6.1.2`, by how many numbers.
    case section(depth: Int)
    case bullet
  }

  var style: Style
  /// Counted from 1; the last number of a section; 0 for a bullet.
  var ordinal: Int
  /// All numbers of a section («6.1.2»), the ordinal of others.
  var numbers: [Int]
  /// Bytes of the mark with its closing character, without the space after it.
  var length: Int
  /// Where the text begins.
  var textStart: Int

  /// `1.`, `1)`, `(1)`: what Markdown counts with too.
  var isNumber: Bool { style == .numberDot || style == .numberBracket || style == .numberBrackets }

  init?(_ text: [UInt8]) {
    guard let reading = Self.bullet(text) ?? Self.number(text) ?? Self.letter(text) else { return nil }
    self = reading
  }

  private init(_ style: Style, _ ordinal: Int, numbers: [Int]? = nil, length: Int, in text: [UInt8]) {
    self.style = style
    self.ordinal = ordinal
    self.numbers = numbers ?? [ordinal]
    self.length = length
    textStart = length < text.count && text[length] == 0x20 ? length + 1 : length
  }

  private static let bullets = [
    "•", "●", "○", "■", "□", "▪", "▫", "◦", "‣", "➢", "❖", "✓", "✔", "๏", "·", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}", "–",
    "—",
    "-", "*",
  ]

  private static func bullet(_ text: [UInt8]) -> ItemMarker? {
    for bullet in bullets where text.begins(with: bullet) {
      let length = bullet.utf8.count
      // A hyphen, dash, star or middle dot marks an item only with a space after it.
      let isPlain = length < 3 || bullet == "–" || bullet == "—"
      guard length < text.count, text[length] == 0x20 || !isPlain else { return nil }
      return ItemMarker(.bullet, 0, length: length, in: text)
    }
    return nil
  }

  private static func number(_ text: [UInt8]) -> ItemMarker? {
    var i = 0
    let opens = text.first == 0x28
    if opens { i = 1 }
    var numbers: [Int] = []
    while true {
      var value = 0
      var digits = 0
      while i < text.count, let (digit, length) = digit(text, at: i) {
        value = value * 10 + digit
        digits += 1
        i += length
        if digits > 3 { return nil }
      }
      guard digits > 0 else {
        // «6.» after numbers is the section's own full stop.
        guard !numbers.isEmpty, i > 0, text[i - 1] == 0x2E else { return nil }
        return closed(numbers, dot: true, end: i, opens, text)
      }
      numbers.append(value)
      guard i < text.count else { return nil }
      if text[i] == 0x2E, numbers.count < 6 {
        i += 1
        continue
      }
      if text[i] == 0x29 {
        guard numbers.count == 1 else { return nil }
        return finish(ItemMarker(opens ? .numberBrackets : .numberBracket, numbers[0], length: i + 1, in: text), text)
      }
      return closed(numbers, dot: false, end: i, opens, text)
    }
  }

  private static func closed(_ numbers: [Int], dot: Bool, end: Int, _ opens: Bool, _ text: [UInt8]) -> ItemMarker? {
    guard !opens, let last = numbers.last else { return nil }
    if numbers.count == 1 {
      guard dot, numbers[0] < 100 else { return nil }
      return finish(ItemMarker(.numberDot, numbers[0], length: end, in: text), text)
    }
    // «6.1 หัวข้อ» wants a space or a letter of Thai: «2.5%» and «1.5-2.0» are amounts.
    guard end < text.count, dot || text[end] == 0x20 || text[end] == 0xE0, numbers.allSatisfy({ $0 < 100 }) else { return nil }
    let marker = ItemMarker(.section(depth: numbers.count), last, numbers: numbers, length: end, in: text)
    // «10.30 น.» is a time.
    return text[marker.textStart...].begins(with: "น.") ? nil : finish(marker, text)
  }

  private static func finish(_ marker: ItemMarker, _ text: [UInt8]) -> ItemMarker? {
    guard marker.textStart < text.count, marker.ordinal > 0 || marker.style == .section(depth: marker.numbers.count) else {
      return nil
    }
    return digit(text, at: marker.textStart) == nil || marker.textStart > marker.length ? marker : nil
  }

  private static func letter(_ text: [UInt8]) -> ItemMarker? {
    let opens = text.first == 0x28
    let start = opens ? 1 : 0
    guard text.count > start + 4, text[start] == 0xE0, text[start + 1] == 0xB8 else { return nil }
    let close = text[start + 3]
    guard close == 0x29 || (close == 0x2E && !opens) else { return nil }
    let letter = Array(text[start..<start + 3]).asText
    guard let index = (0..<40).first(where: { thaiListLetter($0) == letter }) else { return nil }
    let marker = ItemMarker(.letter(close: close, opens: opens), index + 1, length: start + 4, in: text)
    // «ก.พ.», «น. 5»: an abbreviation, told by what follows.
    guard marker.textStart < text.count, digit(text, at: marker.textStart) == nil else { return nil }
    if close == 0x2E, marker.textStart + 3 < text.count, text[marker.textStart + 3] == 0x2E { return nil }
    return marker
  }

  private static func digit(_ text: [UInt8], at i: Int) -> (Int, length: Int)? {
    guard i < text.count else { return nil }
    if text[i] >= 0x30, text[i] <= 0x39 { return (Int(text[i]) - 0x30, 1) }
    guard i + 2 < text.count, text[i] == 0xE0, text[i + 1] == 0xB9, text[i + 2] >= 0x90, text[i + 2] <= 0x99 else { return nil }
    return (Int(text[i + 2]) - 0x90, 3)
  }
}

/// The words of one block as recognisers read them: normalised UTF-8, Markdown taken away, every break one space.
///
/// Offsets are bytes and always fall between characters when they come from this type or from a match of a phrase.
struct ReadingText: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  var count: Int { bytes.count }
  var all: Range<Int> { 0..<bytes.count }

  /// The text of a range, cut to what there is.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: all)], as: UTF8.self) }

  /// The text of a range with every run of spaces one space: how names and terms are written in records.
  func foldedString(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = max(0, range.lowerBound)
    let end = min(range.upperBound, bytes.count)
    while i < end {
      let space = spaceLength(at: i)
      if space > 0 {
        if !out.isEmpty, out.last != 0x20 { out.append(0x20) }
        i += space
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

// MARK: Characters

extension ReadingText {
  /// The first place from `start` on, before `end`, of which `isMeant` says yes; `end`, or where the text ends, where there is none.
  ///
  /// Thai letters are looked at whole, by their first byte; other bytes one by one.
  @inline(__always)
  func place(from start: Int, to end: Int = .max, where isMeant: (UnsafeBufferPointer<UInt8>, Int) -> Bool) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(end, bytes.count)
      var i = max(0, start)
      while i < end, !isMeant(bytes, i) { i += bytes[i] == 0xE0 ? 3 : 1 }
      return min(i, max(end, start))
    }
  }

  /// The distance from U+0E00 of the Thai character at `i`; nil where none begins.
  @inline(__always)
  func thai(at i: Int) -> UInt8? {
    guard i >= 0, i + 2 < bytes.count, bytes[i] == 0xE0, bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9 else { return nil }
    return (bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F)
  }

  /// The distance from U+0E00 of the Thai character that ends before `i`; nil where none does.
  @inline(__always)
  func thai(before i: Int) -> UInt8? { i >= 3 ? thai(at: i - 3) : nil }

  /// A letter, vowel or mark; ฯ, ๆ, ฿ and digits are none.
  func isThaiLetter(at i: Int) -> Bool {
    guard let c = thai(at: i) else { return false }
    return (c >= 0x01 && c <= 0x3A && c != 0x2F) || (c >= 0x40 && c <= 0x4E && c != 0x46)
  }

  /// A vowel or mark above, below or after its consonant: nothing begins with it.
  func isThaiTail(at i: Int) -> Bool {
    guard let c = thai(at: i) else { return false }
    return (c >= 0x30 && c <= 0x3A) || c == 0x45 || (c >= 0x47 && c <= 0x4E)
  }

  /// เ แ โ ใ ไ
  func isThaiLeadingVowel(at i: Int) -> Bool { thai(at: i).map { $0 >= 0x40 && $0 <= 0x44 } ?? false }

  /// True where a word may begin: not after a leading vowel, not before a mark.
  func canBreak(at i: Int) -> Bool {
    !isThaiTail(at: i) && !(thai(before: i).map { $0 >= 0x40 && $0 <= 0x44 } ?? false)
  }

  func isLatinLetter(at i: Int) -> Bool {
    guard i >= 0, i < bytes.count else { return false }
    let byte = bytes[i]
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    // U+00C0–U+024F, × and ÷ apart.
    return (byte >= 0xC3 && byte <= 0xC9) && i + 1 < bytes.count
      && !(byte == 0xC3 && (bytes[i + 1] == 0x97 || bytes[i + 1] == 0xB7))
  }

  func isLatinCapital(at i: Int) -> Bool {
    guard i >= 0, i < bytes.count else { return false }
    let byte = bytes[i]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return byte == 0xC3 && i + 1 < bytes.count && bytes[i + 1] >= 0x80 && bytes[i + 1] <= 0x9E
  }

  /// The value of the Arabic or Thai digit at `i` and its length in bytes.
  @inline(__always)
  func digit(at i: Int) -> (value: Int, length: Int)? {
    guard i >= 0, i < bytes.count else { return nil }
    if bytes[i] >= 0x30 && bytes[i] <= 0x39 { return (Int(bytes[i]) - 0x30, 1) }
    guard let c = thai(at: i), c >= 0x50, c <= 0x59 else { return nil }
    return (Int(c) - 0x50, 3)
  }

  func isDigit(before i: Int) -> Bool {
    if i >= 1, bytes[i - 1] >= 0x30, bytes[i - 1] <= 0x39 { return true }
    return thai(before: i).map { $0 >= 0x50 && $0 <= 0x59 } ?? false
  }

  /// The length of the white space at `i`: space, tab, break, U+00A0, U+2000–200A, U+202F, U+3000; 0 where there is none.
  @inline(__always)
  func spaceLength(at i: Int) -> Int {
    guard i >= 0, i < bytes.count else { return 0 }
    switch bytes[i] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return 0 }
      return (0x80...0x8A).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF ? 3 : 0
    case 0xE3: return i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  @inline(__always)
  func spaceLength(before i: Int) -> Int {
    guard i >= 1, i <= bytes.count else { return 0 }
    if bytes[i - 1] < 0x80 { return spaceLength(at: i - 1) }
    if i >= 2, bytes[i - 2] == 0xC2 { return spaceLength(at: i - 2) == 2 ? 2 : 0 }
    if i >= 3 { return spaceLength(at: i - 3) == 3 ? 3 : 0 }
    return 0
  }

  /// Where the run of letters and signs at `i` ends: at a space, at `limit`, behind the first sign from `longest` bytes on.
  func endOfRun(at i: Int, limit: Int, longest: Int = .max) -> Int {
    var end = i
    while end < limit, spaceLength(at: end) == 0, end - i <= longest { end = after(end) }
    return end
  }

  func skippingSpaces(from i: Int, to end: Int) -> Int {
    var i = i
    while i < end {
      let space = spaceLength(at: i)
      if space == 0 { break }
      i += space
    }
    return min(i, max(i, end))
  }

  func skippingSpaces(before i: Int, from start: Int) -> Int {
    var i = i
    while i > start {
      let space = spaceLength(before: i)
      if space == 0 || i - space < start { break }
      i -= space
    }
    return i
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let lower = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    guard lower < range.upperBound else { return range.lowerBound..<range.lowerBound }
    return lower..<skippingSpaces(before: range.upperBound, from: lower)
  }

  /// Trims spaces and any of these ASCII characters.
  func trimmed(_ range: Range<Int>, also characters: StaticString) -> Range<Int> {
    var range = trimmed(range)
    func has(_ byte: UInt8) -> Bool {
      byte < 0x80 && characters.withUTF8Buffer { $0.contains(byte) }
    }
    while let first = range.first, has(bytes[first]) { range = trimmed(first + 1..<range.upperBound) }
    while !range.isEmpty, has(bytes[range.upperBound - 1]) { range = trimmed(range.lowerBound..<range.upperBound - 1) }
    return range
  }

  /// Characters (scalars) in a range.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for i in range.clamped(to: all) where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Where the character after the one at `i` begins.
  @inline(__always)
  func after(_ i: Int) -> Int {
    guard i < bytes.count else { return i }
    let lead = bytes[i]
    return min(bytes.count, i + (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4))
  }

  /// Where the character before `i` begins.
  @inline(__always)
  func before(_ i: Int) -> Int {
    var i = i - 1
    while i > 0, bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return max(0, i)
  }

  func hasPrefix(_ phrase: StaticString, at i: Int, end: Int? = nil) -> Bool {
    let end = end ?? bytes.count
    return phrase.withUTF8Buffer { phrase in
      guard i >= 0, i + phrase.count <= end else { return false }
      for k in 0..<phrase.count where bytes[i + k] != phrase[k] { return false }
      return true
    }
  }

  func hasSuffix(_ phrase: StaticString, before i: Int, from start: Int = 0) -> Bool {
    let length = phrase.utf8CodeUnitCount
    return i - length >= start && hasPrefix(phrase, at: i - length)
  }

  /// The first place of a byte in a range.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? { bytes[range.clamped(to: all)].firstIndex(of: byte) }
}

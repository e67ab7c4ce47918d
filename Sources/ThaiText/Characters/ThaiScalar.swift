/// A character of the Thai block as its distance from U+0E00, which is also its TIS-620 byte less 0xA0.
///
/// All the block's characters are three UTF-8 bytes, 0xE0 0xB8 … or 0xE0 0xB9 …, so a reader of bytes never decodes.
struct ThaiScalar: Hashable, Sendable {
  let offset: UInt8

  init(offset: UInt8) { self.offset = offset }

  init?(_ scalar: Unicode.Scalar) {
    guard (0xE01...0xE5B).contains(scalar.value) else { return nil }
    offset = UInt8(truncatingIfNeeded: scalar.value - 0xE00)
  }

  /// ณ, the one consonant that is a word by itself.
  static let noNen = ThaiScalar(offset: 0x13)
  static let saraI = ThaiScalar(offset: 0x34)
  static let saraU = ThaiScalar(offset: 0x38)
  static let saraA = ThaiScalar(offset: 0x30)
  static let maiHanAkat = ThaiScalar(offset: 0x31)
  static let saraAa = ThaiScalar(offset: 0x32)
  static let saraAm = ThaiScalar(offset: 0x33)
  static let saraUee = ThaiScalar(offset: 0x37)
  static let saraE = ThaiScalar(offset: 0x40)
  static let saraAe = ThaiScalar(offset: 0x41)
  static let lakkhangyao = ThaiScalar(offset: 0x45)
  static let maiyamok = ThaiScalar(offset: 0x46)
  static let paiyannoi = ThaiScalar(offset: 0x2F)
  static let thanthakhat = ThaiScalar(offset: 0x4C)
  static let nikhahit = ThaiScalar(offset: 0x4D)

  /// ก–ฮ, with ฤ and ฦ.
  var isConsonant: Bool { offset >= 0x01 && offset <= 0x2E }
  /// เ แ โ ใ ไ: written before the consonant they follow in speech.
  var isLeadingVowel: Bool { offset >= 0x40 && offset <= 0x44 }
  /// ะ า ำ ๅ: stand after a consonant and never begin a syllable.
  var isFollowingVowel: Bool { offset == 0x30 || offset == 0x32 || offset == 0x33 || offset == 0x45 }
  /// ่ ้ ๊ ๋
  var isTone: Bool { offset >= 0x48 && offset <= 0x4B }
  /// Drawn above or below the letter before it: vowels, tones, ็ ์ ํ ๎ ฺ.
  var isMark: Bool { offset == 0x31 || (offset >= 0x34 && offset <= 0x3A) || (offset >= 0x47 && offset <= 0x4E) }
  var isDigit: Bool { offset >= 0x50 && offset <= 0x59 }
  /// Letters, vowels and marks: what libthai breaks into words.
  var isLetter: Bool {
    (offset >= 0x01 && offset <= 0x3A && offset != 0x2F) || (offset >= 0x40 && offset <= 0x4E && offset != 0x46)
  }

  /// Where a mark stands among the marks of its letter, as they are typed: below the line, vowel, tone, silencing mark.
  /// U+0E33 counts as what comes last, for the tone that belongs before it. 0 for what is no mark.
  var markRank: UInt8 {
    switch offset {
    case 0x3A: 1
    case 0x31, 0x34...0x39, 0x47, 0x4D: 2
    case 0x48...0x4B: 3
    case 0x4C, 0x4E: 4
    default: 0
    }
  }
}

/// The Thai character whose three bytes begin at `i`; nil where none does.
@inline(__always)
func thaiScalar(_ bytes: borrowing Span<UInt8>, at i: Int) -> ThaiScalar? {
  guard i >= 0, i + 2 < bytes.count, bytes[i] == 0xE0, bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9 else { return nil }
  return ThaiScalar(offset: (bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F))
}

/// The Thai character whose three bytes end before `i`; nil where none does.
@inline(__always)
func thaiScalar(_ bytes: borrowing Span<UInt8>, before i: Int) -> ThaiScalar? {
  guard i >= 3, i <= bytes.count else { return nil }
  return thaiScalar(bytes, at: i - 3)
}

extension [UInt8] {
  mutating func append(_ scalar: ThaiScalar) {
    append(0xE0)
    append(0xB8 | scalar.offset >> 6)
    append(0x80 | (scalar.offset & 0x3F))
  }
}

/// Whether a letter, mark, digit or sign of the Thai block stands anywhere in a text. O(bytes).
package func containsThai(_ text: String) -> Bool { text.unicodeScalars.contains { ThaiScalar($0) != nil } }

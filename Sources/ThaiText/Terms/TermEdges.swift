/// Where a term may begin and end in a text.
enum TermEdges {
  /// Whether a match may begin at `i`, by what stands before it.
  @inline(__always)
  static func canBegin(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
    if i == 0 { return true }
    if bytes[i] == 0xE0 { return thaiCanBegin(bytes, at: i) }
    return !isLatinWord(bytes, at: i) || !isLatinWord(bytes, before: i)
  }

  /// Whether a match may end before `i`, by what stands there.
  @inline(__always)
  static func canEnd(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
    if i >= bytes.count { return true }
    if bytes[i] == 0xE0 { return thaiCanEnd(bytes, at: i) }
    return !isLatinWord(bytes, at: i) || !isLatinWord(bytes, before: i)
  }

  /// A syllable does not begin after a leading vowel, nor after ั or ื (with or without a tone), which want a final consonant.
  private static func thaiCanBegin(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
    guard var before = thaiScalar(bytes, before: i) else { return true }
    if before.isLeadingVowel { return false }
    if before.isTone {
      guard let vowel = thaiScalar(bytes, before: i - 3) else { return true }
      before = vowel
    }
    return before != .maiHanAkat && before != .saraUee
  }

  /// What follows may not be a vowel or mark of the last consonant, a letter silenced by ์, or one consonant alone, which is no word.
  private static func thaiCanEnd(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
    guard let next = thaiScalar(bytes, at: i) else { return true }
    if next.isMark || next.isFollowingVowel { return false }
    guard next.isConsonant, thaiScalar(bytes, before: i)?.isLetter == true else { return true }
    guard let second = thaiScalar(bytes, at: i + 3) else {
      let isAbbreviation = i + 3 < bytes.count && bytes[i + 3] == 0x2E
      return isAbbreviation || next == .noNen
    }
    if second == .thanthakhat { return false }
    // «ศาสตร์», «สิทธิ์», «พันธุ์»: a letter or a short vowel may stand between.
    let isShortVowel = second == .saraI || second == .saraU
    guard isShortVowel || second.isConsonant else { return true }
    return thaiScalar(bytes, at: i + 6) != .thanthakhat
  }

  /// A Latin letter or a digit. Digits are part of a word in both scripts' terms («จส.100»).
  @inline(__always)
  private static func isLatinWord(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
    let byte = bytes[i]
    return isASCIILetter(byte) || isASCIIDigit(byte) || (byte >= 0xC3 && byte <= 0xC9)
  }

  @inline(__always)
  private static func isLatinWord(_ bytes: borrowing Span<UInt8>, before i: Int) -> Bool {
    guard i > 0 else { return false }
    var k = i - 1
    if bytes[k] & 0xC0 == 0x80, k > 0, bytes[k - 1] & 0xC0 == 0xC0 { k -= 1 }
    return isLatinWord(bytes, at: k)
  }
}

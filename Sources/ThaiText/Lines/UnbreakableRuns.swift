/// Finds what must not part at the end of a line: names, course terms, and the compounds that browsers and PDF engines cut.
///
/// Those engines break Thai by other dictionaries than ours and cannot be told words; what they must keep goes into a box. Boxes weigh on
/// a page, so there are none around what cannot be cut, and none wider than 12 em: a longer run is kept in pieces, names between given
/// and family name, terms between whole words.
package struct UnbreakableRuns: Sendable {
  /// In hundredths of an em.
  package static let widest = 1200

  private let matcher: TermMatcher
  /// By term: the byte offsets at which a run too wide may part, and the term's length; empty where it fits.
  private let seams: [[Int]]
  /// By term: false for what is in the list only to shadow a shorter term inside it.
  private let isKept: [Bool]

  /// `terms` are the course's terms, `names` people as printed, given name and family name with a space between. Costs a word break for
  /// each term wider than 12 em.
  package init(terms: [String], names: [String], breaker: WordBreaker) {
    let all = names + terms + frequentCompounds
    var seams: [[Int]] = []
    var isKept: [Bool] = []
    seams.reserveCapacity(all.count)
    isKept.reserveCapacity(all.count)
    for (index, term) in all.enumerated() {
      let bytes = Array(normalised(term).utf8)
      isKept.append(index >= names.count + terms.count || Self.canBreak(bytes))
      seams.append(
        emWidth(bytes.span) <= Self.widest ? [] : Self.seams(of: bytes, isName: index < names.count, breaker: breaker))
    }
    self.seams = seams
    self.isKept = isKept
    matcher = TermMatcher(all)
  }

  /// The byte ranges to keep on one line, ascending, none touching another's inside. `bytes` are normalised. O(bytes).
  package func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    forEachRange(in: bytes.span) { out.append($0) }
    return out
  }

  /// As `ranges(in:)`, without an array; offsets count from the span's start.
  package func forEachRange(in bytes: borrowing Span<UInt8>, _ body: (Range<Int>) -> Void) {
    matcher.forEachMatch(in: bytes) { match in
      guard isKept[match.term] else { return }
      var start = match.lowerBound
      for place in Self.places(seams[match.term], in: match, bytes) {
        var end = place
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        if start < end { body(start..<end) }
        start = place
      }
      body(start..<match.upperBound)
    }
  }

  /// A match may have other bytes than the term (several spaces, Thai digits for Arabic): its seams are then elsewhere, and it parts at spaces.
  private static func places(_ seams: [Int], in match: TermMatcher.Match, _ bytes: borrowing Span<UInt8>) -> [Int] {
    guard let length = seams.last else { return [] }
    if match.range.count == length {
      let places = seams.dropLast().map { match.lowerBound + $0 }
      if places.allSatisfy({ bytes[$0] & 0xC0 != 0x80 }) { return places }
    }
    var places: [Int] = []
    for i in match.range where i > match.lowerBound && bytes[i - 1] == 0x20 && bytes[i] != 0x20 { places.append(i) }
    return places
  }

  /// Whether an engine could find a place to break: a space or hyphen, or four letters of Thai.
  private static func canBreak(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var letters = 0
    var i = 0
    while i < span.count {
      if let thai = thaiScalar(span, at: i) {
        if thai.isConsonant { letters += 1 }
        i += 3
      } else {
        if span[i] == 0x20 || span[i] == 0x2D || span[i] == 0x2F { return true }
        i += scalarLength(span, at: i)
      }
    }
    return letters > 2
  }

  /// Where to part a run that is too wide, so that no piece is wider than need be.
  private static func seams(of bytes: [UInt8], isName: Bool, breaker: WordBreaker) -> [Int] {
    var places: [Int] = []
    let span = bytes.span
    for boundary in breaker.wordBoundaries(in: bytes) where boundary > 0 && boundary < bytes.count {
      let isAfterSpace = bytes[boundary - 1] == 0x20
      if isAfterSpace || (!isName && bytes[boundary] != 0x20) { places.append(boundary) }
    }
    var out: [Int] = []
    var start = 0
    for (k, place) in places.enumerated() {
      let next = k + 1 < places.count ? places[k + 1] : bytes.count
      if emWidth(span.extracting(start..<next)) > widest {
        out.append(place)
        start = place
      }
    }
    if !out.isEmpty { out.append(bytes.count) }
    return out
  }
}

/// The spaces to set as U+00A0, as byte offsets: before ๆ and ฯลฯ, between a number and the short word that says what it counts (ที่, พ.ศ.,
/// ค.ศ., น., หน้า, ข้อ), and in «(2 คะแนน)». `bytes` are normalised. O(bytes).
package func noBreakSpaces(in span: borrowing Span<UInt8>) -> [Int] {
  var out: [Int] = []
  var i = nextSpace(in: span, from: 0)
  while i < span.count {
    if i > 0, i + 1 < span.count, span[i - 1] != 0x20 {
      if let next = thaiScalar(span, at: i + 1), next == .maiyamok || (next == .paiyannoi && hasPrefix(span, "ฯลฯ", at: i + 1)) {
        out.append(i)
      } else if isASCIIDigit(span[i + 1]) || thaiScalar(span, at: i + 1)?.isDigit == true {
        if countingWords.contains(where: { hasSuffix(span, $0, before: i) }) { out.append(i) }
      } else if isBracketedCount(span, i) {
        out.append(i)
      }
    }
    i = nextSpace(in: span, from: i + 1)
  }
  return out
}

/// Whether the space at `i` stands between a number and what it counts, alone in a bracket: «(2 คะแนน)».
private func isBracketedCount(_ span: borrowing Span<UInt8>, _ i: Int) -> Bool {
  var start = i
  while start > 0, i - start < 12, isASCIIDigit(span[start - 1]) || (start >= 3 && thaiScalar(span, at: start - 3)?.isDigit == true)
  {
    start -= isASCIIDigit(span[start - 1]) ? 1 : 3
  }
  guard start > 0, start < i, span[start - 1] == 0x28 else { return false }
  var end = i + 1
  while end < span.count, end - i <= 31, span[end] != 0x20, span[end] != 0x29 { end += 1 }
  return end < span.count && span[end] == 0x29
}

/// The first space from `start` on, else the end. Eight bytes at a time: a byte of the word is zero where a space stood, and only
/// then does taking one away borrow from its high bit.
private func nextSpace(in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
  var i = start
  bytes.withUnsafeBytes { raw in
    while i + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ 0x2020_2020_2020_2020
      guard (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 else { break }
      i += 8
    }
    while i < raw.count, raw[i] != 0x20 { i += 1 }
  }
  return i
}

private let countingWords: [StaticString] = ["ที่", "พ.ศ.", "ค.ศ.", " น.", "หน้า", "ข้อ", "p.", "pp."]

private func hasPrefix(_ bytes: borrowing Span<UInt8>, _ text: StaticString, at i: Int) -> Bool {
  guard i >= 0, i + text.utf8CodeUnitCount <= bytes.count else { return false }
  return text.withUTF8Buffer { buffer in
    for k in 0..<buffer.count where bytes[i + k] != buffer[k] { return false }
    return true
  }
}

private func hasSuffix(_ bytes: borrowing Span<UInt8>, _ text: StaticString, before i: Int) -> Bool {
  hasPrefix(bytes, text, at: i - text.utf8CodeUnitCount)
}

/// Finds many terms in a text at once: from the left, the longest at each place, none inside another.
///
/// Built once for a course's whole vocabulary; matching allocates nothing and reads each byte once, and again only where a term begins
/// but does not go on: O(bytes × longest common beginning), a few steps a letter on real text. Terms longer than 128 characters are
/// left out. Text and terms are compared normalised, Latin in any case, Thai and Arabic digits alike, any white space as one space.
///
/// A match is a whole piece of writing: in Latin it begins and ends at the edge of a word; in Thai it never parts a consonant from its
/// vowels and marks, a leading vowel from its consonant, a final consonant from ั or ื, or silenced letters from their syllable.
/// Whether it is a whole *word* of Thai only a dictionary could say.
package struct TermMatcher: Sendable {
  /// Where a term stands.
  package struct Match: Hashable, Sendable {
    package var lowerBound: Int
    package var upperBound: Int
    /// Its place in the array the matcher was made of; of equal terms the first.
    package var term: Int

    package init(lowerBound: Int, upperBound: Int, term: Int) {
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      self.term = term
    }
    package var range: Range<Int> { lowerBound..<upperBound }
  }

  private var trie = SymbolTrie()
  /// What a term can begin with, by hash of three folded scalars: most letters of a text are let go here.
  private var beginnings = [Bool](repeating: false, count: 1 << 16)
  /// As `beginnings`, for terms of one or two scalars, by the first.
  private var shortBeginnings = [Bool](repeating: false, count: 1 << 8)

  package static let longestTerm = 128

  /// Terms are normalised here. One that is empty, too long, or begins with a mark or a vowel that follows its consonant is never found.
  package init(_ terms: some Sequence<String>) {
    for (index, term) in terms.enumerated() {
      let normal = normalised(term)
      let symbols = Self.symbols(of: normal.utf8.span)
      guard let first = symbols.first, symbols.count <= Self.longestTerm, Self.canBegin(first) else { continue }
      trie.insert(symbols, value: Int32(clamping: index))
      if symbols.count > 2 {
        beginnings[Self.slot(first, symbols[1], symbols[2])] = true
      } else {
        shortBeginnings[Self.slot(first)] = true
      }
    }
    trie.finish()
  }

  package var isEmpty: Bool { trie.isEmpty }

  /// The term equal to a whole text, by the same folding; nil when there is none.
  package func term(equalTo text: String) -> Int? {
    let normal = normalised(text)
    var place = (node: SymbolTrie.root, value: Int32(-1))
    for symbol in Self.symbols(of: normal.utf8.span) {
      guard let next = trie.child(of: place.node, symbol) else { return nil }
      place = next
    }
    return place.value < 0 ? nil : Int(place.value)
  }

  /// All matches in source order. `bytes` are normalised.
  package func matches(in bytes: [UInt8]) -> [Match] {
    var out: [Match] = []
    forEachMatch(in: bytes.span) { out.append($0) }
    return out
  }

  /// Calls `body` with each match in source order; offsets count from the span's start. `bytes` are normalised.
  package func forEachMatch(in bytes: borrowing Span<UInt8>, _ body: (Match) -> Void) {
    guard !trie.isEmpty else { return }
    // The scalar at `i` and the two after it; past the end stands 0.
    var i = 0
    var (first, firstLength) = Self.symbolOrEnd(bytes, at: 0)
    var (second, secondLength) = Self.symbolOrEnd(bytes, at: firstLength)
    while firstLength > 0 {
      let (third, thirdLength) = Self.symbolOrEnd(bytes, at: i + firstLength + secondLength)
      if beginnings[Self.slot(first, second, third)] || shortBeginnings[Self.slot(first)], TermEdges.canBegin(bytes, at: i),
        let match = longest(bytes, at: i)
      {
        body(match)
        i = match.upperBound
        (first, firstLength) = Self.symbolOrEnd(bytes, at: i)
        (second, secondLength) = Self.symbolOrEnd(bytes, at: i + firstLength)
      } else {
        i += firstLength
        (first, firstLength) = (second, secondLength)
        (second, secondLength) = (third, thirdLength)
      }
    }
  }

  private func longest(_ bytes: borrowing Span<UInt8>, at start: Int) -> Match? {
    var node = SymbolTrie.root
    var i = start
    var best: Match?
    while i < bytes.count {
      let (symbol, length) = Self.symbol(bytes, at: i)
      guard let next = trie.child(of: node, symbol) else { break }
      node = next.node
      i += length
      if next.value >= 0, TermEdges.canEnd(bytes, at: i) {
        best = Match(lowerBound: start, upperBound: i, term: Int(next.value))
      }
    }
    return best
  }

  // MARK: Symbols

  /// A folded scalar and how many bytes it takes; a run of white space is one symbol.
  @inline(__always)
  private static func symbol(_ bytes: borrowing Span<UInt8>, at i: Int) -> (symbol: UInt32, length: Int) {
    let lead = bytes[i]
    if lead > 0x20, lead < 0x80 { return (UInt32(asciiLowercased(lead)), 1) }
    if lead == 0xE0, i + 2 < bytes.count, bytes[i + 1] & 0xFE == 0xB8 {
      return (thaiSymbol((bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F)), 3)
    }
    return rareSymbol(bytes, at: i)
  }

  @inline(__always)
  private static func symbolOrEnd(_ bytes: borrowing Span<UInt8>, at i: Int) -> (symbol: UInt32, length: Int) {
    i < bytes.count ? symbol(bytes, at: i) : (0, 0)
  }

  private static func rareSymbol(_ bytes: borrowing Span<UInt8>, at i: Int) -> (symbol: UInt32, length: Int) {
    var end = i
    while true {
      let space = spaceLength(bytes, at: end)
      if space == 0 { break }
      end += space
    }
    if end > i { return (0x20, end - i) }
    let (scalar, length) = decodeScalar(bytes, at: i)
    if scalar.value == 0 { return (0xFFFD, length) }
    guard scalar.properties.isUppercase else { return (scalar.value, length) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return (lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value, length)
  }

  @inline(__always)
  private static func thaiSymbol(_ offset: UInt8) -> UInt32 {
    offset >= 0x50 && offset <= 0x59 ? UInt32(offset - 0x50 + 0x30) : 0xE00 + UInt32(offset)
  }

  private static func symbols(of bytes: borrowing Span<UInt8>) -> [UInt32] {
    var out: [UInt32] = []
    var i = 0
    while i < bytes.count {
      let (symbol, length) = symbol(bytes, at: i)
      if !(symbol == 0x20 && (out.isEmpty || i + length == bytes.count)) { out.append(symbol) }
      i += length
    }
    return out
  }

  private static func canBegin(_ symbol: UInt32) -> Bool {
    guard (0xE00...0xE7F).contains(symbol) else { return true }
    let thai = ThaiScalar(offset: UInt8(truncatingIfNeeded: symbol - 0xE00))
    return !thai.isMark && !thai.isFollowingVowel
  }

  @inline(__always)
  private static func slot(_ symbol: UInt32) -> Int { Int((symbol &* 0x9E37_79B1) >> 24) }

  @inline(__always)
  private static func slot(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B &+ third &* 0xC2B2_AE35) >> 16)
  }
}

/// Tells the words of Thai text apart: libthai's dictionary, the course's own terms laid over it.
///
/// Make one and share it; it is safe on all threads. About 12 MB of Thai a second.
package struct WordBreaker: Sendable {
  private let engine: LibThai?
  private let terms: TermMatcher?

  /// `dictionary` is a path to a `thbrk.tri` with more words; without it libthai's own. `terms` are kept whole wherever a dictionary word does
  /// not need the letters at their edges.
  package init(dictionary: String? = nil, terms: [String] = []) {
    engine = dictionary.flatMap { LibThai(dictionary: $0) } ?? LibThai.own
    let matcher = TermMatcher(terms)
    self.terms = matcher.isEmpty ? nil : matcher
  }

  /// False where libthai has no dictionary; then a run of Thai letters is one word.
  package var hasDictionary: Bool { engine != nil }

  /// The places where a piece of text ends and another begins, ascending, 0 and the end among them: Thai words, Latin words, numbers,
  /// runs of white space, and each other character. Empty for an empty text. `bytes` are normalised.
  package func wordBoundaries(in bytes: [UInt8]) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    let span = bytes.span
    var boundaries: [Int] = [0]
    var letters: [UInt8] = []
    var scratch: [Int32] = []
    var i = 0
    while i < span.count {
      let (kind, length) = PieceKind.read(span, at: i)
      var end = i + length
      if kind != .other {
        while end < span.count {
          let (next, nextLength) = PieceKind.read(span, at: end)
          if next != kind { break }
          end += nextLength
        }
      }
      if kind == .thai, end - i > 3, let engine {
        letters.removeAll(keepingCapacity: true)
        for k in stride(from: i, to: end, by: 3) {
          if let scalar = thaiScalar(span, at: k) { letters.append(0xA0 + scalar.offset) }
        }
        engine.forEachBreak(in: &letters, scratch: &scratch) { boundaries.append(i + 3 * $0) }
      }
      boundaries.append(end)
      i = end
    }
    if let terms { return laidOver(boundaries, terms.matches(in: bytes)) }
    return boundaries
  }

  /// The words in order: Thai words, Latin words and numbers, without spaces and punctuation. `bytes` are normalised.
  package func words(in bytes: [UInt8]) -> [Range<Int>] {
    let boundaries = wordBoundaries(in: bytes)
    let span = bytes.span
    var out: [Range<Int>] = []
    for (start, end) in zip(boundaries, boundaries.dropFirst()) {
      switch PieceKind.read(span, at: start).kind {
      case .thai, .latin, .digits: out.append(start..<end)
      case .space, .other: break
      }
    }
    return out
  }

  /// Takes the boundaries inside a term away and puts its edges in. A term is left out where it cuts a dictionary word at least as long as
  /// itself: «ข่าย» is not laid over «เครือข่าย».
  private func laidOver(_ boundaries: [Int], _ matches: [TermMatcher.Match]) -> [Int] {
    var out: [Int] = []
    out.reserveCapacity(boundaries.count + matches.count)
    var k = 0
    for match in matches {
      while k < boundaries.count, boundaries[k] <= match.lowerBound {
        out.append(boundaries[k])
        k += 1
      }
      var last = k
      while last < boundaries.count, boundaries[last] < match.upperBound { last += 1 }
      let before = out.last ?? 0
      let after = last < boundaries.count ? boundaries[last] : match.upperBound
      let size = match.upperBound - match.lowerBound
      let cutsFront = before < match.lowerBound && (k < last ? boundaries[k] : after) - before >= size
      let cutsBack = after > match.upperBound && after - (last > k ? boundaries[last - 1] : before) >= size
      if cutsFront || cutsBack { continue }
      if before < match.lowerBound { out.append(match.lowerBound) }
      if after > match.upperBound { out.append(match.upperBound) }
      k = last
    }
    out.append(contentsOf: boundaries[min(k, boundaries.count)...])
    return out
  }
}

/// What a run of a text is made of.
enum PieceKind: Hashable, Sendable {
  case thai, latin, digits, space, other

  @inline(__always)
  static func read(_ bytes: borrowing Span<UInt8>, at i: Int) -> (kind: PieceKind, length: Int) {
    let byte = bytes[i]
    if let thai = thaiScalar(bytes, at: i) { return (thai.isLetter ? .thai : thai.isDigit ? .digits : .other, 3) }
    if byte < 0x80 {
      if isASCIILetter(byte) { return (.latin, 1) }
      if isASCIIDigit(byte) { return (.digits, 1) }
      return (byte == 0x20 || (0x09...0x0D).contains(byte) ? .space : .other, 1)
    }
    let space = spaceLength(bytes, at: i)
    if space > 0 { return (.space, space) }
    let (scalar, length) = decodeScalar(bytes, at: i)
    return (scalar.properties.isAlphabetic ? .latin : .other, length)
  }
}

import ThaiText

/// Text as it is set on paper: where a line may end, decided by us and not by the browser or the PDF engine, whose dictionaries part
/// names and terms.
///
/// Words of libthai with the course's terms stay whole; a word that leans on the next («แต่», «การ») stays with it where both are
/// short enough; spaces before ๆ and ฯลฯ do not break.
package struct LineSetting: Sendable {
  private let breaker: WordBreaker
  private let runs: UnbreakableRuns

  /// `terms` are the course's terms in both languages, `names` people as printed. The breaker does not know them: what is too wide for a
  /// line is parted between the words of the language.
  package init(terms: [String], names: [String]) {
    breaker = WordBreaker()
    runs = UnbreakableRuns(terms: terms, names: names, breaker: breaker)
  }

  /// A piece of a text; one that `isKept` goes into a box.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var isKept: Bool

    package init(_ text: String, isKept: Bool) {
      self.text = text
      self.isKept = isKept
    }
  }

  /// In hundredths of an em: how wide a stretch may grow by leaning words; long ones make the right edge too ragged.
  private static let widestTie = 900

  /// The text in pieces; put together they are the text normalised, white space as single spaces. O(bytes).
  package func pieces(_ text: String) -> [Piece] {
    let bytes = spaced(normalised(Array(text.utf8)))
    var out: [Piece] = []
    for atom in atoms(in: bytes) {
      let isKept = isWorthKeeping(bytes, atom)
      let string = String(decoding: bytes[atom], as: UTF8.self)
      if !isKept, let last = out.last, !last.isKept {
        out[out.count - 1].text += string
      } else {
        out.append(Piece(string, isKept: isKept))
      }
    }
    return out
  }

  /// White space and control characters to single spaces, those that must not break to U+00A0.
  private func spaced(_ bytes: [UInt8]) -> [UInt8] {
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    for byte in bytes {
      let isSpace = byte <= 0x20 || byte == 0x7F
      if isSpace && single.last == 0x20 { continue }
      single.append(isSpace ? 0x20 : byte)
    }
    let hard = noBreakSpaces(in: single)
    guard !hard.isEmpty else { return single }
    var out: [UInt8] = []
    out.reserveCapacity(single.count + hard.count)
    var next = 0
    for (i, byte) in single.enumerated() {
      if next < hard.count, hard[next] == i {
        out += [0xC2, 0xA0]
        next += 1
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// The stretches between the places where a line may end; spaces are stretches of their own.
  private func atoms(in bytes: [UInt8]) -> [Range<Int>] {
    let kept = runs.ranges(in: bytes)
    let words = boundaries(in: bytes, kept)
    guard words.count > 1 else { return [] }
    var out: [Range<Int>] = []
    var start = 0
    /// Where the row of leaning words at the end of the stretch begins.
    var row: Int?
    var run = 0
    for k in 1..<(words.count - 1) {
      let place = words[k]
      while run < kept.count, kept[run].upperBound <= place { run += 1 }
      let before = words[k - 1]..<place
      let after = place..<words[k + 1]
      if run < kept.count, kept[run].lowerBound < place { continue }
      switch parting(bytes, before, after) {
      case .no: continue
      case .lean:
        if !Clinging.leansRight(bytes[before]) { row = nil } else if row == nil { row = before.lowerBound }
        if width(bytes, start..<after.upperBound) <= Self.widestTie { continue }
        if let first = row, first > start {
          out.append(start..<first)
          start = first
          if width(bytes, start..<after.upperBound) <= Self.widestTie { continue }
        }
      case .yes: break
      }
      out.append(start..<place)
      start = place
      row = nil
    }
    out.append(start..<bytes.count)
    return out
  }

  /// Where words end, and where a term too wide for a box is parted: the breaker takes it for one word.
  private func boundaries(in bytes: [UInt8], _ kept: [Range<Int>]) -> [Int] {
    let words = breaker.wordBoundaries(in: bytes)
    let seams = zip(kept, kept.dropFirst()).filter { $0.upperBound == $1.lowerBound }.map(\.0.upperBound)
    guard !seams.isEmpty else { return words }
    var out: [Int] = []
    var next = 0
    for word in words {
      while next < seams.count, seams[next] < word {
        out.append(seams[next])
        next += 1
      }
      if next < seams.count, seams[next] == word { next += 1 }
      out.append(word)
    }
    return out
  }

  private enum Parting { case yes, no, lean }

  private func parting(_ bytes: [UInt8], _ before: Range<Int>, _ after: Range<Int>) -> Parting {
    if bytes[before.lowerBound] == 0x20 || bytes[after.lowerBound] == 0x20 { return .yes }
    if Clinging.isInsideAbbreviation(bytes, at: after.lowerBound) { return .no }
    if Clinging.clingsLeft(bytes[after]) || Clinging.clingsRight(bytes[before]) { return .no }
    return Clinging.leansRight(bytes[before]) || Clinging.leansLeft(bytes[after]) ? .lean : .yes
  }

  /// Whether an engine could part a stretch: it has a space, hyphen or stroke, or more than two letters of Thai. One wider than a run
  /// may be is left to the engine.
  private func isWorthKeeping(_ bytes: [UInt8], _ atom: Range<Int>) -> Bool {
    var letters = 0
    var i = atom.lowerBound
    while i < atom.upperBound {
      switch bytes[i] {
      case 0x20, 0x2D, 0x2F: letters += 3
      case 0xE0 where i + 2 < atom.upperBound:
        // Consonants are U+0E01…0E2E.
        if bytes[i + 1] == 0xB8, (0x81...0xAE).contains(bytes[i + 2]) { letters += 1 }
        i += 2
      case 0xC2 where i + 1 < atom.upperBound && bytes[i + 1] == 0xA0: letters += 3
      default: break
      }
      i += 1
    }
    return letters > 2 && atom.count > 1 && width(bytes, atom) <= UnbreakableRuns.widest
  }

  private func width(_ bytes: [UInt8], _ range: Range<Int>) -> Int { emWidth(bytes.span.extracting(range)) }
}

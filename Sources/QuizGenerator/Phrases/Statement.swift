/// A statement cut into clauses, so that it can be quoted in part without a broken sentence.
///
/// Thai writes a space between clauses, but also inside lists and around brackets, ๆ and Latin words. A boundary is a
/// space outside brackets and quotes, with words on both sides that can end and begin a clause, and not inside a list
/// that closes with «และ» or «หรือ». Cutting costs one pass over the bytes.
struct Statement: Sendable {
  private let bytes: [UInt8]
  /// Clauses as byte ranges, in order.
  private let clauses: [Range<Int>]
  private let lengths: [Int]
  private let bounds: ClauseBounds

  init(_ text: String) {
    bytes = ClauseCutting.withoutLooseQuotes(Array(text.utf8))
    // A record may end where its author's next sentence was cut off.
    var clauses = ClauseCutting.clauses(bytes)
    while clauses.count > 1, let last = clauses.last, ClauseBounds.dangles(bytes, last) { clauses.removeLast() }
    self.clauses = clauses
    lengths = clauses.map { [bytes] in Letters.count(bytes[$0]) }
    bounds = ClauseBounds(bytes, clauses)
  }

  var clauseCount: Int { clauses.count }

  /// The opening clauses, as many as fit into `limit` graphemes; the first clause always.
  func opening(limit: Int) -> KeyPhrase? { run(from: 0, limit: limit) }

  /// What a stem quotes: as much of the opening as fits into a line and a half, else another run without the words to avoid.
  func opening(avoiding: [[UInt8]]) -> KeyPhrase? {
    let found = phrases(24...150, avoiding: avoiding)
    return found.first { $0.startsStatement } ?? phrases(24...240, avoiding: avoiding).first { $0.startsStatement }
      ?? found.first { $0.standsAlone } ?? found.first
      ?? phrases(12...300, avoiding: avoiding).first
  }

  /// «เป็นการเชื่อมโยง…» and «การเชื่อมโยง…» stand side by side as options: without the copula they are of one form.
  static func withoutCopula(_ statement: String) -> String {
    for copula in copulas where statement.begins(with: copula) {
      let rest = statement.droppingBytes(copula.utf8.count)
      return rest.isEmpty || (copula == "เป็น" && rest.beginsWithAny(of: compounds)) ? statement : rest
    }
    return statement
  }

  private static let copulas = ["เป็น", "คือ", "หมายถึง"]
  /// «เป็นไป…», «เป็นที่…», «เป็นอยู่…» are words of their own.
  private static let compounds = ["ไป", "ที่", "อยู่", "มา", "ต้น"]

  /// Every run of clauses with a length in `lengths`, longest run for each start, in order.
  ///
  /// - Parameter avoiding: words no run may hold (the term asked for, the author's name).
  func phrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    let free = clauses(freeOf: avoiding)
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || bounds.mayBegin[start] {
      var end = start
      var length = 0
      var best: (end: Int, length: Int)?
      while end < clauses.count {
        if !free[end] { break }
        let next = length + lengths[end] + (end > start ? 1 : 0)
        if next > range.upperBound { break }
        length = next
        end += 1
        if length >= range.lowerBound, bounds.mayEnd[end - 1] { best = (end, length) }
      }
      if let best { found.append(phrase(start..<best.end, best.length)) }
    }
    return found
  }

  /// Runs ending at every clause rather than the longest alone; for fitting options to one length.
  func allPhrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    let free = clauses(freeOf: avoiding)
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || bounds.mayBegin[start] {
      var length = 0
      for end in start..<clauses.count {
        if !free[end] { break }
        length += lengths[end] + (end > start ? 1 : 0)
        if length > range.upperBound { break }
        if length >= range.lowerBound, bounds.mayEnd[end] {
          found.append(phrase(start..<end + 1, length))
        }
      }
    }
    return found
  }

  private func run(from start: Int, limit: Int) -> KeyPhrase? {
    guard start < clauses.count else { return nil }
    var end = start + 1
    var length = lengths[start]
    var best = bounds.mayEnd[start] ? (end: end, length: length) : nil
    // A torn clause is worse than a long one, up to a point.
    while end < clauses.count, length + 1 + lengths[end] <= (best == nil ? max(limit, Self.longest) : limit) {
      length += 1 + lengths[end]
      end += 1
      if bounds.mayEnd[end - 1] { best = (end, length) }
    }
    let found = best ?? (start + 1, lengths[start])
    return phrase(start..<found.end, found.length)
  }

  /// Graphemes an opening may run to where nothing shorter is whole.
  private static let longest = 170

  private func phrase(_ range: Range<Int>, _ length: Int) -> KeyPhrase {
    let span = clauses[range.lowerBound].lowerBound..<clauses[range.upperBound - 1].upperBound
    return KeyPhrase(
      bytes, span, clauses: range, of: clauses.count, length: length, standsAlone: bounds.standsAlone(bytes, span),
      isSentence: range.dropFirst().contains { bounds.asserts[$0] })
  }

  /// By clause: whether it holds none of the words.
  private func clauses(freeOf avoiding: [[UInt8]]) -> [Bool] {
    let held = avoiding.filter { bytes.holds($0, in: bytes.indices) }
    return held.isEmpty
      ? [Bool](repeating: true, count: clauses.count) : clauses.map { clause in !held.contains { bytes.holds($0, in: clause) } }
  }
}

/// Candidates in order of fitness, kept as two integers each until one is chosen.
struct Ranking: Sendable {
  private var entries: [(rank: Int, place: Int)] = []

  init(capacity: Int = 16) { entries.reserveCapacity(capacity) }

  /// The smaller the rank the better; of equals, the one added first comes first.
  mutating func add(_ place: Int, rank: Int) { entries.append((rank &* 1024 &+ min(entries.count, 1023), place)) }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  func sorted() -> [Int] { entries.sorted { $0.rank < $1.rank }.map(\.place) }
}

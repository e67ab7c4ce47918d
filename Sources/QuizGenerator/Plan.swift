import CourseModel

/// Decides which writer asks about which fact, so that each fact is tested, none too often, and kinds mix.
struct Plan {
  let facts: ChapterFacts
  let limit: Int
  private(set) var items: [QuizItem] = []
  private var used: [Fact: Int] = [:]

  init(_ facts: ChapterFacts) {
    self.facts = facts
    limit = max(1, facts.options.itemsPerFact)
  }

  /// All items of the chapter: facts in source order, a fact's items together, group items after those of their first fact.
  mutating func write() -> [QuizItem] {
    let all = home().filter { facts.options.pools.contains(facts.pool(of: $0)) }
    var written: [Fact: [QuizItem]] = [:]
    for fact in all { add(.first, fact, limit, &written) }
    for writer in groupWriters { addGroups(writer, all, &written) }
    for fact in all { add(.rotating, fact, limit, &written) }
    for fact in all where used[fact] == nil { add(.last, fact, 1, &written) }
    return all.flatMap { written[$0] ?? [] }
  }

  private func home() -> [Fact] {
    var all: [Fact] = facts.homeDefinitions.map { .definition($0) }
    all += facts.homeTerms.map { .term($0) }
    all += facts.homeSets.map { .set($0) }
    all += facts.sources.indices.map { .source($0) }
    all += facts.figures.indices.map { .figure($0) }
    return all
  }

  private mutating func add(_ turn: Turn, _ fact: Fact, _ limit: Int, _ written: inout [Fact: [QuizItem]]) {
    var writers = itemWriters.filter { $0.turn(for: fact) == turn }
    if turn == .rotating { writers = StableOrder.shuffled(writers, seed: StableOrder.hash(facts.record(of: fact).text, 0x726F)) }
    let limit = min(limit, most(of: fact))
    for writer in writers {
      guard used[fact, default: 0] < limit else { return }
      guard let item = writer.item(about: fact, in: facts) else { continue }
      used[fact, default: 0] += 1
      written[fact, default: []].append(item)
    }
  }

  /// Asked once each way, a pair of terms is the same question twice; a definition inside a set is asked about with the set.
  private func most(of fact: Fact) -> Int {
    switch fact {
    case .term: return 1
    case .definition(let i): return facts.definitions[i].isPartOfSet ? 1 : limit
    case .set, .source, .figure: return limit
    }
  }

  /// Facts fall to group writers by their identifiers, so that an edit elsewhere moves none.
  private mutating func addGroups(_ writer: any GroupWriter, _ all: [Fact], _ written: inout [Fact: [QuizItem]]) {
    for pool in QuizPool.allCases {
      var group: [Fact] = []
      var section: SectionID?
      for fact in all where facts.pool(of: fact) == pool && writer.accepts(fact, in: facts) {
        let part = StableOrder.hash(facts.record(of: fact).text, 0x6772) % 10
        guard writer.parts.contains(part), used[fact, default: 0] < max(most(of: fact), 2) else { continue }
        if group.count == writer.size.upperBound || (facts.section(of: fact) != section && group.count >= writer.size.lowerBound) {
          finish(writer, group, &written)
          group = []
        }
        section = facts.section(of: fact)
        group.append(fact)
      }
      finish(writer, group, &written)
    }
  }

  private mutating func finish(_ writer: any GroupWriter, _ group: [Fact], _ written: inout [Fact: [QuizItem]]) {
    guard group.count >= writer.size.lowerBound, let item = writer.item(about: group, in: facts) else { return }
    let tested = group.filter { fact in item.records.contains(facts.record(of: fact)) }
    for fact in tested { used[fact, default: 0] += 1 }
    if let first = tested.first { written[first, default: []].append(item) }
  }
}

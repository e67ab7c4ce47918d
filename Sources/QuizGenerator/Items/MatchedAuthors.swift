import CourseModel

/// Matches authors with a key phrase of each one's definition of the same term.
struct MatchedAuthors: GroupWriter {
  let kind = "matched-authors"
  let size = 3...5
  let parts: Range<UInt64> = 0..<4

  func accepts(_ fact: Fact, in facts: ChapterFacts) -> Bool {
    guard case .definition(let i) = fact else { return false }
    return !facts.definitions[i].authors.isEmpty
  }

  func item(about group: [Fact], in facts: ChapterFacts) -> QuizItem? {
    var pairs: [Interaction.Pair] = []
    var chosen: [Fact] = []
    var likenesses: [Likeness] = []
    var persons: Set<PersonID> = []
    var concept: Concept?
    for fact in group {
      guard case .definition(let i) = fact else { continue }
      let definition = facts.definitions[i]
      let others = definition.record.authors.map(\.person)
      guard persons.isDisjoint(with: others) else { continue }
      if let concept, definition.record.concept != concept.id { continue }
      let phrase = facts.innerPhrases(of: definition).first {
        let likeness = $0.likeness
        return !likenesses.contains { $0.containment(with: likeness) > 0.55 }
      }
      guard let phrase else { continue }
      concept = concept ?? facts.course[definition.record.concept]
      likenesses.append(phrase.likeness)
      persons.formUnion(others)
      chosen.append(fact)
      pairs.append(Interaction.Pair(left: definition.authors, right: phrase.point))
    }
    guard pairs.count >= size.lowerBound, let first = chosen.first, case .definition(let i) = first else { return nil }
    let term = facts.definitions[i].record.term
    let quotes = chosen.map { fact -> String in
      guard case .definition(let j) = fact else { return "" }
      return facts.naming.cited(facts.definitions[j].authors, facts.definitions[j].record.citation)
    }
    return facts.item(
      kind, about: first, distinct: facts.digest(of: chosen), also: Array(chosen.dropFirst()), level: .understand, difficulty: 0.5,
      stem: facts.say(
        Letters.join("จงจับคู่ผู้ให้ความหมายของ", term, "กับสาระสำคัญของความหมายนั้น"),
        "Match each author with a key point of their definition of \(term)."),
      .match(pairs: pairs, extra: []),
      explanation: facts.say(
        "ความหมายเหล่านี้มาจาก \(quotes.joined(separator: "; ")) เช่น ความหมายของ \(quotes[0])",
        "These are from \(quotes.joined(separator: "; ")); \(quotes[0]), for one, writes:"))
  }
}

extension ChapterFacts {
  /// A short name for a group of facts, the same in any order.
  func digest(of group: [Fact]) -> String {
    let sum = group.reduce(UInt64(0)) { $0 &+ StableOrder.hash(record(of: $1).text, 0x67) }
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    return String(decoding: (0..<8).map { letters[Int((sum >> UInt64($0 * 5)) & 31)] }, as: UTF8.self)
  }
}

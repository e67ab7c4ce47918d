import CourseModel

/// «ข้อใดเป็นสาระที่ ก กล่าวถึง แต่ ข มิได้กล่าวถึง»: the key is a phrase of the one, the distractors are phrases of the other.
struct ComparedAuthors: ItemWriter {
  let kind = "compared-authors"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let first = facts.definitions[i]
    guard !first.authors.isEmpty else { return nil }
    let id = facts.identifier(kind, fact)
    for j in facts.window(around: i, count: facts.definitions.count, width: 4) {
      let second = facts.definitions[j]
      guard facts.homeDefinitions.contains(j), second.pool == first.pool, second.record.concept == first.record.concept else {
        continue
      }
      guard !second.authors.isEmpty, Set(second.record.authors.map(\.person)).isDisjoint(with: first.record.authors.map(\.person))
      else {
        continue
      }
      guard let interaction = compare(first, second, id, facts) else { continue }
      let a = facts.naming.cited(first.authors, first.record.citation)
      let b = facts.naming.cited(second.authors, second.record.citation)
      return facts.item(
        kind, about: fact, also: [.definition(j)], level: .analyse, difficulty: 0.45, stem: interaction.stem, interaction.choice,
        explanation: facts.say(
          "\(b) กล่าวถึง\(Letters.join(second.record.term, "ว่า")) \(facts.quoted(second.statement.opening(limit: 140)?.text ?? "")) ส่วน \(Letters.join(Letters.named(a), "กล่าวไว้ว่า"))",
          "\(b) writes \(facts.quoted(second.statement.opening(limit: 140)?.text ?? "")), while \(a) writes:"))
    }
    return nil
  }

  private func compare(_ first: DefinitionFact, _ second: DefinitionFact, _ id: String, _ facts: ChapterFacts)
    -> (stem: String, choice: Interaction)?
  {
    let avoiding = facts.names(in: first) + facts.names(in: second)
    let stem = facts.say(
      "\(Letters.join("เมื่อเปรียบเทียบความหมายของ", first.record.term)) ข้อใดเป็นสาระที่ \(first.authors) กล่าวถึง แต่ \(second.authors) มิได้กล่าวถึง",
      "Comparing what \(first.record.term) means: which point is made by \(first.authors) and not by \(second.authors)?")
    let why = facts.say("ถูกต้อง \(first.authors) กล่าวถึงสาระนี้", "Right: this is \(first.authors)'s point.")
    let length = 32...110
    let keys = first.statement.allPhrases(length, avoiding: avoiding)
      .filter { $0.standsAlone && Likeness($0.words).containment(with: second.likeness) < 0.5 }
    for key in keys.prefix(6) {
      // One phrase a stretch of the other's statement, so that no option holds another.
      var used: [Range<Int>] = []
      var distractors: [Distractor] = []
      let others = second.statement.allPhrases(max(16, key.length * 6 / 10)...key.length * 15 / 10 + 8, avoiding: avoiding)
        .sorted { ($0.clauses.lowerBound, abs($0.length - key.length)) < ($1.clauses.lowerBound, abs($1.length - key.length)) }
      for other in others where !used.contains(where: { $0.overlaps(other.clauses) }) {
        guard other.standsAlone, Likeness(other.words).containment(with: first.likeness) < 0.5 else { continue }
        used.append(other.clauses)
        distractors.append(
          Distractor(
            text: other.point,
            feedback: facts.say("ไม่ใช่ เป็นสาระที่ \(second.authors) กล่าวถึง", "No: this is \(second.authors)'s point.")))
      }
      if let choice = facts.choice(id, stem: stem, key: key.point, why: why, distractors) { return (stem, choice) }
    }
    return nil
  }
}

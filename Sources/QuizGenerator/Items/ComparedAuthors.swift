import CourseModel

/// «ข้อใดเป็นสาระที่ ก กล่าวถึง แต่ ข มิได้กล่าวถึง»: the key is a phrase of the one, the distractors are phrases of the other.
struct ComparedAuthors: GroupWriter {
  let kind = "compared-authors"
  let size = 2...2
  let parts: Range<UInt64> = 4..<8

  func accepts(_ fact: Fact, in facts: ChapterFacts) -> Bool {
    guard case .definition(let i) = fact else { return false }
    return !facts.definitions[i].owner.isNobody
  }

  func item(about group: [Fact], in facts: ChapterFacts) -> QuizItem? {
    guard group.count == 2, case .definition(let i) = group[0], case .definition(let j) = group[1] else { return nil }
    return item(about: i, against: j, in: facts) ?? item(about: j, against: i, in: facts)
  }

  private func item(about i: Int, against j: Int, in facts: ChapterFacts) -> QuizItem? {
    let first = facts.definitions[i]
    let second = facts.definitions[j]
    guard second.record.concept == first.record.concept, !second.owner.shares(first.owner.persons) else { return nil }
    let distinct = facts.digest(of: [.definition(i), .definition(j)])
    guard let compared = compare(first, second, facts.identifier(kind, .definition(i), distinct), facts) else { return nil }
    let other = facts.quoted(second.statement.opening(limit: 140)?.text ?? second.record.statement)
    return facts.item(
      kind, about: .definition(i), distinct: distinct, also: [.definition(j)], level: .analyse, difficulty: 0.45,
      stem: compared.stem,
      compared.choice,
      explanation: facts.say(
        "\(Letters.join(Letters.named(second.owner.cited), "กล่าวถึง", second.record.term, "ว่า")) \(other) ส่วน \(Letters.join(Letters.named(first.owner.cited), "กล่าวไว้ว่า"))",
        "\(second.owner.cited) writes \(other), while \(first.owner.cited) writes:"))
  }

  private func compare(_ first: DefinitionFact, _ second: DefinitionFact, _ id: String, _ facts: ChapterFacts)
    -> (stem: String, choice: Interaction)?
  {
    let avoiding = first.names + second.names
    let stem = facts.say(
      "\(Letters.join("เมื่อเปรียบเทียบความหมายของ", first.record.term)) ข้อใดเป็นสาระที่ \(first.authors) กล่าวถึง แต่ \(second.authors) มิได้กล่าวถึง",
      "Comparing what \(first.record.term) means: which point is made by \(first.authors) and not by \(second.authors)?")
    let why = facts.say("ถูกต้อง \(first.authors) กล่าวถึงสาระนี้", "Right: this is \(first.authors)'s point.")
    let length = 32...110
    let keys = first.statement.allPhrases(length, avoiding: avoiding)
      .filter { $0.standsAlone && $0.likeness.containment(with: second.likeness) < 0.5 }
    for key in keys.prefix(6) {
      // One phrase a stretch of the other's statement, so that no option holds another.
      var used: [Range<Int>] = []
      var distractors: [Distractor] = []
      let others = second.statement.allPhrases(max(16, key.length * 6 / 10)...key.length * 15 / 10 + 8, avoiding: avoiding)
        .sorted { ($0.clauses.lowerBound, abs($0.length - key.length)) < ($1.clauses.lowerBound, abs($1.length - key.length)) }
      for other in others where !used.contains(where: { $0.overlaps(other.clauses) }) {
        guard other.standsAlone, other.likeness.containment(with: first.likeness) < 0.5 else { continue }
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

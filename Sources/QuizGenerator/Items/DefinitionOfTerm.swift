import CourseModel

/// «ข้อใดเป็นความหมายของ “…”»: for terms the chapter itself defines, or one author alone.
struct DefinitionOfTerm: ItemWriter {
  let kind = "definition-of-term"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let term = definition.record.term
    guard facts.isSpecific(definition.record.concept) else { return nil }
    let stem = facts.say("ข้อใดเป็นความหมายของ \(facts.quoted(term))", "What does \(facts.quoted(term)) mean?")
    let cited = definition.owner.cited
    let why = facts.say(
      "ถูกต้อง ข้อความนี้มาจากความหมายของ \(facts.quoted(term))", "Right: these words are from the meaning of \(facts.quoted(term)).")
    let rivals = facts.rivals(of: i, sameConceptOnly: false)
    guard rivals.count >= 2 else { return nil }
    for key in facts.innerPhrases(of: definition, fromOpening: true)
    where key.standsAlone && key.startsStatement && !key.isSentence && !key.holds(term) {
      let distractors = facts.statements(of: rivals, beside: i, like: key, fromOpening: true)
      guard let choice = facts.choice(facts.identifier(kind, fact), stem: stem, key: key.point, why: why, distractors) else {
        continue
      }
      return facts.item(
        kind, about: fact, level: .understand, difficulty: 0.7, stem: stem, choice,
        explanation: definition.authors.isEmpty
          ? facts.say("ในบทเรียน \(Letters.join(term, "หมายถึง"))", "In the chapter, \(term) means:")
          : facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", term, "ไว้ว่า"), "\(cited) defines \(term):"))
    }
    return nil
  }
}

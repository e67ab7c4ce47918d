import CourseModel

/// Puts the items of a set in order, only where the text itself says that there is one.
struct StepsInOrder: ItemWriter {
  let kind = "steps-in-order"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    guard set.record.isOrdered, (3...8).contains(set.titles.count), Set(set.titles).count == set.titles.count else { return nil }
    let stem = facts.say(
      Letters.join("จงเรียงลำดับ", facts.subject(set), "ให้ถูกต้อง"),
      "Put \(facts.fullName(of: set, isCited: false)) in the order the chapter gives.")
    return facts.item(
      kind, about: fact, level: .understand, difficulty: 0.5, stem: stem, .order(set.titles),
      explanation: facts.setExplanation(set))
  }
}

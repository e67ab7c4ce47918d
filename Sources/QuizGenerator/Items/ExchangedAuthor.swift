import CourseModel

/// True or false: a definition under its author's name, or under another's. A false one always carries its correction.
struct ExchangedAuthor: ItemWriter {
  let kind = "exchanged-author"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    guard !definition.authors.isEmpty else { return nil }
    let phrases = definition.statement.phrases(24...140, avoiding: definition.names)
    // Other words than the item that asks for the author quotes, where the statement is long enough.
    guard let phrase = phrases.last(where: { $0.standsAlone && $0.length >= 40 }) ?? phrases.last else { return nil }
    let id = facts.identifier(kind, fact)
    let isTrue = StableOrder.hash(id, 0x7466) & 1 == 0
    let other = facts.otherAuthors(than: i).first
    guard let other else { return nil }
    let name = isTrue ? definition.authors : other.text
    let cited = definition.owner.cited
    let term = definition.record.term
    let stem = facts.say(
      "\(Letters.join(Letters.named(name), "กล่าวถึงความหมายของ", term, "ว่า")) \(facts.quoted(phrase.text))",
      "\(name) writes of the meaning of \(term): \(facts.quoted(phrase.text))")
    let correction = facts.say(
      "ผู้ที่กล่าวเช่นนี้คือ \(cited)", "These words are from \(cited).")
    return facts.item(
      kind, about: fact, level: .understand, difficulty: 0.6, stem: stem,
      .trueFalse(isTrue: isTrue, correction: isTrue ? "" : correction),
      explanation: facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", term, "ไว้ว่า"), "\(cited) defines \(term):"))
  }
}

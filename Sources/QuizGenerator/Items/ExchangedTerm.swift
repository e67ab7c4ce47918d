import CourseModel

/// True or false: words under the term they define, or under another. A false one always carries its correction.
struct ExchangedTerm: ItemWriter {
  let kind = "exchanged-term"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .last }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let term = definition.record.term
    guard facts.isSpecific(definition.record.concept) else { return nil }
    let phrases = definition.statement.phrases(24...160, avoiding: definition.names + [Array(term.utf8)])
    guard let phrase = phrases.first(where: { $0.startsStatement }) ?? phrases.first(where: { $0.standsAlone }) else { return nil }
    guard let other = facts.otherTerms(than: i).first(where: { !ChapterFacts.isNested($0.text, term) }) else { return nil }
    let isTrue = StableOrder.hash(facts.identifier(kind, fact), 0x7474) & 1 == 0
    let named = facts.quoted(isTrue ? term : other.text)
    let correction = facts.say(
      "ข้อความนี้เป็นความหมายของ \(facts.quoted(term)) \(other.feedback().droppingBytes("ไม่ใช่".utf8.count))",
      "These words define \(facts.quoted(term)). \(other.feedback().droppingBytes("No:".utf8.count))")
    return facts.item(
      kind, about: fact, level: .understand, difficulty: 0.65,
      stem: facts.say(
        "\(facts.quoted(phrase.text)) เป็นความหมายของ \(named)", "\(facts.quoted(phrase.text)) is what \(named) means."),
      .trueFalse(isTrue: isTrue, correction: isTrue ? "" : correction),
      explanation: definition.authors.isEmpty
        ? facts.say("ในบทเรียน \(Letters.join(term, "หมายถึง"))", "In the chapter, \(term) means:")
        : facts.say(
          Letters.join(Letters.named(definition.owner.cited), "ให้ความหมายของ", term, "ไว้ว่า"),
          "\(definition.owner.cited) defines \(term):"))
  }
}

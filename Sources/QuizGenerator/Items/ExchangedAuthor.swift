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
    // The chapter's own words on a term that many define are its own, or somebody's.
    let isOwn = definition.authors.isEmpty
    guard !isOwn || !facts.isSpecific(definition.record.concept) else { return nil }
    let phrases = definition.statement.phrases(24...140, avoiding: definition.names)
    // Other words than the item that asks for the author quotes, where the statement is long enough.
    guard
      let phrase = (isOwn ? nil : phrases.last { $0.standsAlone && $0.hasSubject && $0.length >= 40 })
        ?? phrases.first(where: \.startsStatement) ?? phrases.last(where: \.standsAlone)
    else { return nil }
    let id = facts.identifier(kind, fact)
    // Only one who speaks of the same term can be taken for the author.
    guard let other = facts.rival(of: i) else { return nil }
    let isTrue = StableOrder.hash(id, 0x7466) & 1 == 0
    let name = isTrue ? definition.authors : other.authors
    let cited = definition.owner.cited
    let term = definition.record.term
    let stem =
      isOwn && isTrue
      ? facts.say(
        "\(Letters.join("บทเรียนกล่าวถึงความหมายของ", term, "ไว้เอง โดยมิได้อ้างผู้ใด ว่า")) \(facts.quoted(phrase.text))",
        "The chapter itself, citing nobody, writes of the meaning of \(term): \(facts.quoted(phrase.text))")
      : facts.say(
        "\(Letters.join(Letters.named(name), "กล่าวถึงความหมายของ", term, "ว่า")) \(facts.quoted(phrase.text))",
        "\(name) writes of the meaning of \(term): \(facts.quoted(phrase.text))")
    let correction =
      isOwn
      ? facts.say("บทเรียนกล่าวข้อความนี้ไว้เอง โดยมิได้อ้างผู้ใด", "The chapter itself says so, citing nobody.")
      : facts.say("ผู้ที่กล่าวเช่นนี้คือ \(cited)", "These words are from \(cited).")
    return facts.item(
      kind, about: fact, level: .understand, difficulty: 0.6, stem: stem,
      .trueFalse(isTrue: isTrue, correction: isTrue ? "" : correction),
      explanation: isOwn
        ? facts.say(Letters.join("บทเรียนให้ความหมายของ", term, "ไว้ว่า"), "The chapter says of \(term):")
        : facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", term, "ไว้ว่า"), "\(cited) defines \(term):"))
  }
}

extension ChapterFacts {
  /// The nearest other author who defines the same or a related term, in other words.
  func rival(of i: Int) -> DefinitionFact? {
    let key = definitions[i]
    return window(around: i, count: definitions.count).lazy.map { self.definitions[$0] }.first { other in
      !other.owner.isNobody && !other.owner.shares(key.owner.persons + key.owner.hosts)
        && other.owner.isOrganisation == key.owner.isOrganisation
        && self.areRelated(other, key) && other.likeness.containment(with: key.likeness) < Self.sameMeaning
    }
  }
}

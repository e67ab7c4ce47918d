import CourseModel

/// «ผู้ใดให้ความหมายของเครือข่ายว่า “…”»: the opening clauses are quoted, the names are the options.
struct AuthorOfDefinition: ItemWriter {
  let kind = "author-of-definition"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    guard !definition.authors.isEmpty, let phrase = facts.opening(of: definition) else { return nil }
    let stem = facts.say(
      "\(Letters.join("ผู้ใดให้ความหมายของ", definition.record.term, "ว่า")) \(facts.quoted(phrase.text))",
      "Who defines \(definition.record.term) as \(facts.quoted(phrase.text))?")
    let cited = facts.naming.cited(definition.authors, definition.record.citation)
    let why = facts.say(
      "ถูกต้อง \(Letters.join(Letters.named(cited), "ให้ความหมายของ", definition.record.term, "ไว้เช่นนี้"))",
      "Right: this is how \(cited) defines \(definition.record.term).")
    let distractors = facts.otherAuthors(than: i).map { other in
      Distractor(text: other.name, feedback: other.feedback)
    }
    guard let choice = facts.choice(facts.identifier(kind, fact), stem: stem, key: definition.authors, why: why, distractors) else {
      return nil
    }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.7, stem: stem, choice,
      explanation: facts.say(
        Letters.join(Letters.named(cited), "เป็นผู้ให้ความหมายของ", definition.record.term, "ไว้ว่า"),
        "\(cited) defines \(definition.record.term):"))
  }
}

extension ChapterFacts {
  /// The opening of a statement for a stem: about a line and a half, never holding its author's name.
  func opening(of definition: DefinitionFact) -> KeyPhrase? {
    let names = names(in: definition)
    return definition.statement.phrases(24...150, avoiding: names).first { $0.startsStatement }
      ?? definition.statement.phrases(24...150, avoiding: names).first
      ?? definition.statement.phrases(12...300, avoiding: names).first
  }

  /// Every name of the authors as bytes, to be kept out of quotations.
  func names(in definition: DefinitionFact) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for author in definition.record.authors {
      names.append(Array(author.name.utf8))
      if let display = course[author.person]?.display { names.append(Array(display.utf8)) }
    }
    return names.filter { !$0.isEmpty }
  }

  /// Whom else the answer could be mistaken for: authors of other definitions near by, then those of sets, nobody who says
  /// the same of the same term.
  func otherAuthors(than i: Int) -> [(name: String, feedback: String)] {
    let key = definitions[i]
    let persons = Set(key.record.authors.map(\.person))
    // Everyone who says something so like the key that it would also be right.
    var excluded = persons
    let near = window(around: i, count: definitions.count)
    for j in near where definitions[j].likeness.containment(with: key.likeness) > Self.sameMeaning {
      excluded.formUnion(definitions[j].record.authors.map(\.person))
    }
    let keyIsLatin = Letters.isLatin(key.authors)
    var found: [(rank: Int, name: String, persons: [Attribution], feedback: String)] = []
    for j in near {
      let other = definitions[j]
      guard !other.authors.isEmpty, !other.record.authors.contains(where: { excluded.contains($0.person) }) else { continue }
      guard areOfOneKind(key.record.authors, other.record.authors) else { continue }
      let distance = distance(key.record.section, key.record.chapter, to: other.record.section, other.record.chapter)
      let isSameConcept = other.record.concept == key.record.concept
      var rank = distance * 8 + (isSameConcept ? 0 : 4)
      if other.record.authors.count != key.record.authors.count { rank += 2 }
      if Letters.isLatin(other.authors) != keyIsLatin { rank += 1 }
      found.append((rank, other.authors, other.record.authors, differs(other, in: key.pool)))
    }
    for j in window(around: homeSets.lowerBound, count: sets.count)
      + (sets.indices.contains(homeSets.lowerBound) ? [homeSets.lowerBound] : [])
    {
      let other = sets[j]
      guard !other.authors.isEmpty, !other.record.authors.contains(where: { excluded.contains($0.person) }) else { continue }
      guard areOfOneKind(key.record.authors, other.record.authors) else { continue }
      let cited = naming.cited(other.authors, other.record.citation)
      found.append(
        (
          28 + (Letters.isLatin(other.authors) != keyIsLatin ? 1 : 0), other.authors, other.record.authors,
          say("ไม่ใช่ \(cited) กล่าวถึง\(other.record.title)", "No: \(cited) writes about \(other.record.title).")
        ))
    }
    // «ก» beside «ก และข» would be two options about one person.
    var seen: Set<PersonID> = []
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .filter { candidate in
        let persons = candidate.element.persons.map(\.person)
        guard seen.isDisjoint(with: persons) else { return false }
        seen.formUnion(persons)
        return true
      }.map { ($0.element.name, $0.element.feedback) }
  }

  /// From this share of common letter runs on, two statements may say the same.
  static var sameMeaning: Double { 0.72 }

  /// «ไม่ใช่ อรรณพ พงษ์วาท (2539) ให้ความหมายของเครือข่ายว่า “…”»; without the words where they would answer an exam item.
  private func differs(_ other: DefinitionFact, in pool: QuizPool) -> String {
    let cited = naming.cited(other.authors, other.record.citation)
    guard mayReveal(other.pool, in: pool), let phrase = other.statement.opening(limit: 80) else {
      return say(
        "ไม่ใช่ \(Letters.join(Letters.named(cited), "ให้ความหมายของ", other.record.term, "ไว้ต่างออกไป"))",
        "No: \(cited) defines \(other.record.term) differently.")
    }
    return say(
      "ไม่ใช่ \(Letters.join(Letters.named(cited), "ให้ความหมายของ", other.record.term, "ว่า")) \(quoted(phrase.text))",
      "No: \(cited) defines \(other.record.term) as \(quoted(phrase.text)).")
  }
}

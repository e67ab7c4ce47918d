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
    guard !definition.authors.isEmpty, let phrase = definition.opening else { return nil }
    let stem = facts.say(
      "\(Letters.join("ผู้ใดให้ความหมายของ", definition.record.term, "ว่า")) \(facts.quoted(phrase.text))",
      "Who defines \(definition.record.term) as \(facts.quoted(phrase.text))?")
    let cited = definition.owner.cited
    let why = facts.say(
      "ถูกต้อง \(Letters.join(Letters.named(cited), "ให้ความหมายของ", definition.record.term, "ไว้เช่นนี้"))",
      "Right: this is how \(cited) defines \(definition.record.term).")
    let distractors = facts.otherAuthors(than: i)
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
  /// Whom else the answer could be mistaken for: authors of other definitions near by, then those of sets, nobody who says
  /// the same of the same term.
  func otherAuthors(than i: Int) -> [Distractor] {
    let key = definitions[i]
    // Everyone who says something so like the key that it would also be right.
    var excluded = key.owner.persons + key.owner.hosts
    let near = window(around: i, count: definitions.count)
    for j in near where definitions[j].likeness.containment(with: key.likeness) > Self.sameMeaning {
      excluded += definitions[j].owner.persons
    }
    var ranking = Ranking()
    for j in near {
      let other = definitions[j]
      guard !other.owner.isNobody, !other.owner.shares(excluded), other.owner.isOrganisation == key.owner.isOrganisation else {
        continue
      }
      let distance = distance(key.record.section, key.record.chapter, to: other.record.section, other.record.chapter)
      var rank = distance * 8 + (other.record.concept == key.record.concept ? 0 : 4)
      if other.owner.persons.count != key.owner.persons.count { rank += 2 }
      if other.owner.isLatin != key.owner.isLatin { rank += 1 }
      // Of the same term only «otherwise» could be said.
      if other.record.concept == key.record.concept && !mayReveal(other.pool, in: key.pool) { rank += 100 }
      ranking.add(j, rank: rank)
    }
    // «ก» beside «ก และข» would be two options about one person.
    var seen: [PersonID] = []
    var distractors: [Distractor] = []
    for j in ranking.sorted() where distractors.count < 8 && !definitions[j].owner.shares(seen) {
      let other = definitions[j]
      seen += other.owner.persons
      distractors.append(Distractor(text: other.authors, feedback: self.differs(other, from: key)))
    }
    for j in homeSets where distractors.count < 6 {
      let other = sets[j]
      guard !other.owner.isNobody, !other.owner.shares(excluded), !other.owner.shares(seen) else { continue }
      guard other.owner.isOrganisation == key.owner.isOrganisation else { continue }
      seen += other.owner.persons
      distractors.append(
        Distractor(
          text: other.authors,
          feedback: self.say(
            "ไม่ใช่ \(Letters.join(Letters.named(other.owner.cited), "กล่าวถึง", self.titleAlone(other)))",
            "No: \(other.owner.cited) writes about \(self.titleAlone(other)).")))
    }
    return distractors
  }

  /// From this share of common letter runs on, two statements may say the same.
  static var sameMeaning: Double { 0.72 }

  /// «ไม่ใช่ อรรณพ พงษ์วาท (2539) ให้ความหมายของเครือข่ายว่า “…”»; without the words where they would answer an exam item.
  private func differs(_ other: DefinitionFact, from key: DefinitionFact) -> String {
    let cited = other.owner.cited
    guard mayReveal(other.pool, in: key.pool), let words = other.inShort else {
      if other.record.concept != key.record.concept {
        return say(
          "ไม่ใช่ \(Letters.join(Letters.named(other.owner.cited), "กล่าวถึงความหมายของ", other.record.term))",
          "No: \(other.owner.cited) defines \(other.record.term).")
      }
      return say(
        "ไม่ใช่ \(Letters.join(Letters.named(cited), "ให้ความหมายของ", other.record.term, "ไว้ต่างออกไป"))",
        "No: \(cited) defines \(other.record.term) differently.")
    }
    return say(
      "ไม่ใช่ \(Letters.join(Letters.named(cited), "ให้ความหมายของ", other.record.term, "ว่า")) \(quoted(words))",
      "No: \(cited) defines \(other.record.term) as \(quoted(words)).")
  }
}

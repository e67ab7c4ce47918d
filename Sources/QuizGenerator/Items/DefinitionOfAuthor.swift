import CourseModel

/// «ข้อใดเป็นความหมายของเครือข่ายตามแนวคิดของ Schuler»: the options are key phrases from inside the statements, of one
/// length, none from the opening that `AuthorOfDefinition` quotes where there are others.
struct DefinitionOfAuthor: ItemWriter {
  let kind = "definition-of-author"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let term = definition.record.term
    // The chapter's own words on a term that many define: on any other term they are the definition.
    guard !definition.owner.isNobody || !facts.isSpecific(definition.record.concept) else { return nil }
    let cited = definition.owner.isNobody ? facts.say("บทเรียน", "the chapter") : Letters.named(definition.owner.cited)
    let stem =
      definition.owner.isNobody
      ? facts.say(
        Letters.join("ข้อใดเป็นสาระของความหมายของ", term, "ที่บทเรียนกล่าวไว้เอง โดยมิได้อ้างผู้ใด"),
        "Which of these does the chapter itself say of the meaning of \(term)?")
      : facts.say(
        Letters.join("ข้อใดเป็นสาระของความหมายของ", term, "ตามแนวคิดของ", definition.authors),
        "Which of these belongs to the definition of \(term) by \(definition.authors)?")
    let why = facts.say(
      "ถูกต้อง \(Letters.join("เป็นความหมายที่", definition.owner.isNobody ? cited : " " + cited, "ให้ไว้"))",
      "Right: this is from the definition by \(definition.owner.isNobody ? cited : definition.owner.cited).")
    let id = facts.identifier(kind, fact)
    let rivals = facts.rivals(of: i, sameConceptOnly: true)
    guard rivals.count >= 2 else { return nil }
    // Nothing asks who said the chapter's own words: no other item quotes their opening.
    let keys = facts.innerPhrases(of: definition, fromOpening: definition.owner.isNobody).filter(\.standsAlone)
    for key in keys.filter(\.hasSubject) + keys.filter({ !$0.hasSubject }) {
      let distractors = facts.statements(of: rivals, beside: i, like: key, fromOpening: false)
      guard let choice = facts.choice(id, stem: stem, key: key.point, why: why, distractors) else { continue }
      return facts.item(
        kind, about: fact, level: .understand, difficulty: 0.6, stem: stem, choice,
        explanation: facts.say(
          Letters.join(cited, "ให้ความหมายของ", term, "ไว้ว่า"),
          "\(definition.owner.isNobody ? cited : definition.owner.cited) defines \(term):"))
    }
    return nil
  }
}

extension ChapterFacts {
  static var optionLength: ClosedRange<Int> { 40...130 }

  /// Phrases that stand for a definition as an option, the best first: whole in themselves, away from the opening that
  /// another item quotes, of middle length.
  ///
  /// - Parameter fromOpening: true where nothing else quotes the opening and the option must define, not add a detail.
  func innerPhrases(of definition: DefinitionFact, fromOpening: Bool = false) -> [KeyPhrase] {
    let opening = definition.opening?.clauses
    let ideal = 80
    var ranking = Ranking()
    for (place, phrase) in definition.points.enumerated() {
      // A short statement is whole or nothing.
      let isWhole = phrase.startsStatement && phrase.endsStatement
      let away =
        fromOpening || isWhole
        ? (phrase.startsStatement ? 0 : 3) : opening.map { phrase.startsStatement ? 2 : phrase.clauses.overlaps($0) ? 1 : 0 } ?? 0
      let isFitting = Self.optionLength.contains(phrase.length)
      ranking.add(
        place, rank: (isFitting ? 0 : 10_000) + (phrase.standsAlone ? 0 : 4_000) + away * 1_000 + abs(phrase.length - ideal))
    }
    return ranking.sorted().prefix(4).map { definition.points[$0] }
  }

  /// The definitions near by whose words may stand beside those of `i`, best first.
  ///
  /// - Parameter sameConceptOnly: true when the stem names the term, so that only what is said of it can be mistaken for
  ///   the key; false when it asks for the term, and only definitions of unrelated terms are wrong.
  func rivals(of i: Int, sameConceptOnly: Bool) -> [Int] {
    let fact = definitions[i]
    var ranking = Ranking()
    for j in window(around: i, count: definitions.count) {
      let other = definitions[j]
      guard mayReveal(other.pool, in: fact.pool) else { continue }
      let isSameConcept = other.record.concept == fact.record.concept
      if sameConceptOnly {
        guard isSameConcept || areRelated(other, fact), !other.owner.shares(fact.owner.persons) else { continue }
      } else {
        guard !isSameConcept, !areRelated(other, fact) else { continue }
      }
      let distance = distance(fact.record.section, fact.record.chapter, to: other.record.section, other.record.chapter)
      ranking.add(j, rank: distance * 2 + (isSameConcept ? 0 : 1))
    }
    return ranking.sorted()
  }

  /// Phrases of `rivals` that fit beside `key`: near in length, not meaning the same.
  ///
  /// - Parameter fromOpening: true where an option must define, not add a detail.
  func statements(of rivals: [Int], beside i: Int, like key: KeyPhrase, fromOpening: Bool) -> [Distractor] {
    let fact = definitions[i]
    let likeness = key.likeness
    let lengths = max(12, key.length * 7 / 10)...max(24, key.length * 14 / 10)
    // Two distractors that say the same rule each other out.
    var kept: [Likeness] = []
    var distractors: [Distractor] = []
    for j in rivals where distractors.count < 6 {
      let other = definitions[j]
      guard likeness.containment(with: other.likeness) < Self.sameMeaning,
        let phrase = phrase(of: other, beside: key, for: fact, lengths, fromOpening: fromOpening)
      else { continue }
      let likeness = phrase.likeness
      guard !kept.contains(where: { $0.containment(with: likeness) > Self.sameMeaning }) else { continue }
      kept.append(likeness)
      distractors.append(Distractor(text: phrase.point, feedback: self.belongs(other)))
    }
    return distractors
  }

  /// The phrase of `other` that fits the key best in length; none that names the key's term or author, or says what it says.
  private func phrase(
    of other: DefinitionFact, beside key: KeyPhrase, for fact: DefinitionFact, _ lengths: ClosedRange<Int>,
    fromOpening: Bool
  ) -> KeyPhrase? {
    var ranking = Ranking()
    for (place, point) in other.points.enumerated()
    where point.standsAlone && lengths.contains(point.length) && (!fromOpening || (point.startsStatement && !point.isSentence)) {
      ranking.add(place, rank: Self.misfit(point, key))
    }
    for place in ranking.sorted().prefix(4) {
      let point = other.points[place]
      if point.holds(fact.record.term) || fact.names.contains(where: { point.holds($0) }) { continue }
      if point.likeness.containment(with: fact.likeness) < Self.sameMeaning { return point }
    }
    return nil
  }

  /// How badly a phrase stands beside the key: by length, and by leaning on words that are not there.
  private static func misfit(_ phrase: KeyPhrase, _ key: KeyPhrase) -> Int {
    abs(phrase.length - key.length) + (phrase.standsAlone ? 0 : 60)
  }

  /// «เป็นนิยามของ อรรณพ พงษ์วาท (2539)», «เป็นความหมายของ “ทุนทางสังคม”».
  func belongs(_ other: DefinitionFact) -> String {
    let cited = other.owner.cited
    if other.owner.isNobody {
      return say(
        "ไม่ใช่ \(Letters.join("เป็นความหมายของ", other.record.term, "ที่บทเรียนกล่าวไว้เอง"))",
        "No: the chapter says this of \(other.record.term).")
    }
    return say(
      "ไม่ใช่ \(Letters.join("เป็นนิยามของ", other.record.term, "ที่", " " + Letters.named(cited), "ให้ไว้"))",
      "No: this is how \(cited) defines \(other.record.term).")
  }
}

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
    guard !definition.authors.isEmpty else { return nil }
    let cited = facts.naming.cited(definition.authors, definition.record.citation)
    let term = definition.record.term
    let stem = facts.say(
      Letters.join("ข้อใดเป็นสาระของความหมายของ", term, "ตามแนวคิดของ", definition.authors),
      "Which of these belongs to the definition of \(term) by \(definition.authors)?")
    let why = facts.say("ถูกต้อง เป็นนิยามของ \(cited)", "Right: this is from the definition by \(cited).")
    let id = facts.identifier(kind, fact)
    for key in facts.innerPhrases(of: definition) {
      let distractors = facts.otherStatements(than: i, like: key, sameConceptOnly: true)
      guard let choice = facts.choice(id, stem: stem, key: key.point, why: why, distractors) else { continue }
      return facts.item(
        kind, about: fact, level: .understand, difficulty: 0.6, stem: stem, choice,
        explanation: facts.say(
          Letters.join(Letters.named(cited), "ให้ความหมายของ", term, "ไว้ว่า"), "\(cited) defines \(term):"))
    }
    return nil
  }
}

extension ChapterFacts {
  static var optionLength: ClosedRange<Int> { 40...130 }

  /// Phrases that stand for a definition as an option, the best first: away from the opening, without the term and the names.
  func innerPhrases(of definition: DefinitionFact) -> [KeyPhrase] {
    let avoiding = names(in: definition) + [Array(definition.record.term.utf8)]
    let opening = opening(of: definition)?.clauses
    let ideal = 80
    var found = definition.statement.allPhrases(Self.optionLength, avoiding: avoiding)
    if found.isEmpty { found = definition.statement.allPhrases(Self.optionLength, avoiding: names(in: definition)) }
    if found.isEmpty { found = definition.statement.allPhrases(20...200, avoiding: names(in: definition)) }
    return found.enumerated().sorted { a, b in
      let x = (a.element.standsAlone ? 0 : 1, overlap(a.element, opening), abs(a.element.length - ideal), a.offset)
      let y = (b.element.standsAlone ? 0 : 1, overlap(b.element, opening), abs(b.element.length - ideal), b.offset)
      return x < y
    }.prefix(4).map(\.element)
  }

  private func overlap(_ phrase: KeyPhrase, _ opening: Range<Int>?) -> Int {
    guard let opening else { return 0 }
    return phrase.clauses.lowerBound == 0 ? 2 : phrase.clauses.overlaps(opening) ? 1 : 0
  }

  /// Phrases of other definitions that fit beside `key`: near in length, by others, not meaning the same.
  ///
  /// - Parameter sameConceptOnly: true when the stem names the term, so that only what is said of it can be mistaken for
  ///   the key; false when it asks for the term, and only definitions of unrelated terms are wrong.
  func otherStatements(than i: Int, like key: KeyPhrase, sameConceptOnly: Bool) -> [Distractor] {
    let fact = definitions[i]
    let persons = Set(fact.record.authors.map(\.person))
    let likeness = Likeness(key.words)
    let lengths = max(12, key.length * 7 / 10)...max(24, key.length * 14 / 10)
    var found: [(rank: Int, distractor: Distractor)] = []
    for j in window(around: i, count: definitions.count) {
      let other = definitions[j]
      let isSameConcept = other.record.concept == fact.record.concept
      if sameConceptOnly {
        guard isSameConcept || areRelated(other.record.concept, fact.record.concept) else { continue }
        guard !other.record.authors.contains(where: { persons.contains($0.person) }) else { continue }
      } else {
        guard !areRelated(other.record.concept, fact.record.concept) else { continue }
      }
      guard mayReveal(other.pool, in: fact.pool), likeness.containment(with: other.likeness) < Self.sameMeaning else { continue }
      var avoiding = names(in: other) + names(in: fact)
      avoiding.append(Array(fact.record.term.utf8))
      if !sameConceptOnly { avoiding.append(Array(other.record.term.utf8)) }
      let phrases = other.statement.allPhrases(lengths, avoiding: avoiding)
      guard
        let phrase = phrases.filter({ Likeness($0.words).containment(with: fact.likeness) < Self.sameMeaning })
          .min(by: { Self.misfit($0, key) < Self.misfit($1, key) })
      else { continue }
      let distance = distance(fact.record.section, fact.record.chapter, to: other.record.section, other.record.chapter)
      let rank = distance * 200 + (isSameConcept ? 0 : 100) + abs(phrase.length - key.length)
      found.append((rank, Distractor(text: phrase.point, feedback: belongs(other))))
    }
    // Two distractors that say the same rule each other out.
    var kept: [Likeness] = []
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.distractor)
      .filter {
        let likeness = Likeness($0.text)
        guard !kept.contains(where: { $0.containment(with: likeness) > Self.sameMeaning }) else { return false }
        kept.append(likeness)
        return true
      }
  }

  /// How badly a phrase stands beside the key: by length, and by leaning on words that are not there.
  private static func misfit(_ phrase: KeyPhrase, _ key: KeyPhrase) -> Int {
    abs(phrase.length - key.length) + (phrase.standsAlone || !key.standsAlone ? 0 : 60)
  }

  /// «เป็นนิยามของ อรรณพ พงษ์วาท (2539)», «เป็นความหมายของ “ทุนทางสังคม”».
  func belongs(_ other: DefinitionFact) -> String {
    let cited = naming.cited(other.authors, other.record.citation)
    if other.authors.isEmpty {
      return say("ไม่ใช่ เป็นความหมายของ \(quoted(other.record.term))", "No: this is the meaning of \(quoted(other.record.term)).")
    }
    return say(
      "ไม่ใช่ \(Letters.join("เป็นนิยามของ", other.record.term, "ที่", " " + Letters.named(cited), "ให้ไว้"))",
      "No: this is how \(cited) defines \(other.record.term).")
  }
}

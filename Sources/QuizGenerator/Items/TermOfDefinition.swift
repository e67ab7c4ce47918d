import CourseModel

/// «“…” เป็นความหมายของคำใด»: only for terms with one or two definitions, where there is one answer to recall.
struct TermOfDefinition: ItemWriter {
  let kind = "term-of-definition"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let term = definition.record.term
    guard facts.isSpecific(definition.record.concept) else { return nil }
    let avoiding = definition.names + [Array(term.utf8)]
    let phrases = definition.statement.phrases(24...150, avoiding: avoiding)
    // «ความสัมพันธ์ในนัยหลังนี้» points at words that are not quoted: rather the shorter run before it.
    let whole = definition.statement.allPhrases(24...150, avoiding: avoiding).last { $0.startsStatement && $0.standsAlone }
    guard let phrase = whole ?? phrases.first(where: { $0.startsStatement }) ?? phrases.first else { return nil }
    let stem = facts.say("\(facts.quoted(phrase.text)) เป็นความหมายของคำใด", "Which term means \(facts.quoted(phrase.text))?")
    let distractors = facts.otherTerms(than: i)
    let cited = definition.owner.cited
    let why = facts.say("ถูกต้อง ข้อความนี้อธิบายคำว่า \(facts.quoted(term))", "Right: these words explain \(facts.quoted(term)).")
    guard let choice = facts.choice(facts.identifier(kind, fact), stem: stem, key: term, why: why, distractors) else { return nil }
    return facts.item(
      kind, about: fact, level: .understand, difficulty: 0.65, stem: stem, choice,
      explanation: definition.authors.isEmpty
        ? facts.say("ในบทเรียน \(Letters.join(term, "หมายถึง"))", "In the chapter, \(term) means:")
        : facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", term, "ไว้ว่า"), "\(cited) defines \(term):"))
  }
}

extension ChapterFacts {
  /// True when at most two definitions in the course share the concept.
  func isSpecific(_ concept: ConceptID) -> Bool { (course[concept]?.definitions.count ?? 0) <= 2 }

  /// Terms near by that mean something else, with what they mean.
  func otherTerms(than i: Int) -> [Distractor] {
    let fact = definitions[i]
    let length = fact.termLength
    // «net» among Thai terms is found without reading.
    let isLatin = Letters.isLatin(fact.record.term)
    var ranking = Ranking()
    for j in window(around: i, count: definitions.count) {
      let other = definitions[j]
      guard Letters.isLatin(other.record.term) == isLatin, !areRelated(other, fact),
        other.likeness.containment(with: fact.likeness) < Self.sameMeaning
      else { continue }
      let distance = distance(fact.record.section, fact.record.chapter, to: other.record.section, other.record.chapter)
      let silence = mayReveal(other.pool, in: fact.pool) ? 0 : 1000
      ranking.add(j, rank: silence + distance * 100 + abs(other.termLength - length))
    }
    var seen: [ConceptID] = []
    var distractors: [Distractor] = []
    for j in ranking.sorted() where distractors.count < 8 && !seen.contains(definitions[j].record.concept) {
      let other = definitions[j]
      seen.append(other.record.concept)
      distractors.append(Distractor(text: other.record.term, feedback: self.means(other, in: fact.pool)))
    }
    guard distractors.count < 6, let kin = fact.kin else { return distractors }
    var terms = Ranking()
    for j in window(around: homeTerms.lowerBound, count: self.terms.count, width: 12) {
      let other = self.terms[j]
      guard Letters.isLatin(other.record.term) == isLatin, !other.kin.isRelated(to: kin), !seen.contains(other.record.id)
      else { continue }
      let distance = other.record.evidence.span.file == chapter.file ? 0 : 1
      let silence = mayReveal(other.pool, in: fact.pool) ? 0 : 1000
      terms.add(j, rank: silence + distance * 100 + abs(Letters.count(other.record.term) - length))
    }
    for j in terms.sorted().prefix(6) {
      let other = self.terms[j]
      distractors.append(
        Distractor(
          text: other.record.term,
          feedback: self.mayReveal(other.pool, in: fact.pool)
            ? self.say(
              "ไม่ใช่ \(Letters.join(other.record.term, "ตรงกับคำว่า", other.english))", "No: \(other.record.term) is \(other.english).")
            : self.say("ไม่ใช่ คำนี้มีความหมายอื่นในบทเรียน", "No: the chapter uses this term for something else.")))
    }
    return distractors
  }

  private func means(_ other: DefinitionFact, in pool: QuizPool) -> String {
    let term = other.record.term
    guard mayReveal(other.pool, in: pool), let meaning = other.inShort else {
      return say("ไม่ใช่ \(Letters.join(term, "มีความหมายอื่น"))", "No: \(term) means something else.")
    }
    return say("ไม่ใช่ \(Letters.join(term, "หมายถึง")) \(quoted(meaning))", "No: \(term) means \(quoted(meaning)).")
  }
}

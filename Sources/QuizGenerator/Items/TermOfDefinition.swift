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
    let avoiding = facts.names(in: definition) + [Array(term.utf8)]
    let phrases = definition.statement.phrases(24...150, avoiding: avoiding)
    guard let phrase = phrases.first(where: { $0.startsStatement }) ?? phrases.first else { return nil }
    let stem = facts.say("\(facts.quoted(phrase.text)) เป็นความหมายของคำใด", "Which term means \(facts.quoted(phrase.text))?")
    let distractors = facts.otherTerms(than: i).map { Distractor(text: $0.term, feedback: $0.feedback) }
    let cited = facts.naming.cited(definition.authors, definition.record.citation)
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
  func otherTerms(than i: Int) -> [(term: String, feedback: String)] {
    let fact = definitions[i]
    var seen: Set<ConceptID> = [fact.record.concept]
    var found: [(rank: Int, term: String, feedback: String)] = []
    let length = Letters.count(fact.record.term)
    for j in window(around: i, count: definitions.count) {
      let other = definitions[j].record
      guard !areRelated(other.concept, fact.record.concept), seen.insert(other.concept).inserted else { continue }
      guard definitions[j].likeness.containment(with: fact.likeness) < Self.sameMeaning else { continue }
      let distance = distance(fact.record.section, fact.record.chapter, to: other.section, other.chapter)
      let meaning = mayReveal(definitions[j].pool, in: fact.pool) ? definitions[j].statement.opening(limit: 80) : nil
      let feedback =
        meaning.map {
          say("ไม่ใช่ \(Letters.join(other.term, "หมายถึง")) \(quoted($0.text))", "No: \(other.term) means \(quoted($0.text)).")
        }
        ?? say("ไม่ใช่ \(Letters.join(other.term, "มีความหมายอื่น"))", "No: \(other.term) means something else.")
      found.append((distance * 100 + abs(Letters.count(other.term) - length), other.term, feedback))
    }
    for j in window(around: homeTerms.lowerBound, count: terms.count, width: 24) {
      let other = terms[j].record
      guard !areRelated(other.id, fact.record.concept), seen.insert(other.id).inserted else { continue }
      let distance = other.evidence.span.file == chapter.file ? 1 : 2
      let feedback =
        mayReveal(terms[j].pool, in: fact.pool)
        ? say("ไม่ใช่ \(Letters.join(other.term, "ตรงกับคำว่า", terms[j].english))", "No: \(other.term) is \(terms[j].english).")
        : say("ไม่ใช่ คำนี้มีความหมายอื่นในบทเรียน", "No: the chapter uses this term for something else.")
      found.append((distance * 100 + 50 + abs(Letters.count(other.term) - length), other.term, feedback))
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map { ($0.element.term, $0.element.feedback) }
  }
}

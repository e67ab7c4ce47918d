import CourseModel

/// «คำภาษาอังกฤษ “civil society” ใช้คำไทยในบทเรียนว่าอย่างไร»: typed, every accepted spelling listed.
struct TypedTerm: ItemWriter {
  let kind = "typed-term"

  func turn(for fact: Fact) -> Turn? {
    if case .term = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .term(let i) = fact else { return nil }
    let term = facts.terms[i]
    // A long term is not typed letter for letter by anybody.
    guard Letters.count(term.record.term) <= 30, ChapterFacts.isReadable(term.record.term), ChapterFacts.isReadable(term.english)
    else { return nil }
    // Two terms with one English name would both be right.
    let twins = (facts.termsByEnglish[term.lowerEnglish] ?? []).map { facts.terms[$0].record.term }
    let stem = facts.say(
      "คำภาษาอังกฤษ \(facts.quoted(term.english)) ใช้คำไทยในบทเรียนว่าอย่างไร",
      "Which term does the chapter use for \(facts.quoted(term.english))? Type it.")
    var accepted = [term.record.term]
    for name in term.record.aliases + twins where !accepted.contains(name) { accepted.append(name) }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.5, stem: stem, .shortAnswer(accepted: accepted),
      explanation: facts.pairExplanation(term))
  }
}

import CourseModel

/// «คำว่า “ชุมชนแห่งสำนึก” ตรงกับคำภาษาอังกฤษใด».
struct EnglishOfTerm: ItemWriter {
  let kind = "english-of-term"

  func turn(for fact: Fact) -> Turn? {
    if case .term = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .term(let i) = fact else { return nil }
    let term = facts.terms[i]
    let stem = facts.say(
      "คำว่า \(facts.quoted(term.record.term)) ตรงกับคำภาษาอังกฤษใด",
      "Which English term stands for \(facts.quoted(term.record.term))?")
    let distractors = facts.otherPairs(than: i, lengthOf: \.english).map { other in
      Distractor(
        text: other.english,
        feedback: facts.mayReveal(other.pool, in: term.pool)
          ? facts.say("ไม่ใช่ \(other.english) คือ \(other.record.term)", "No: \(other.english) is \(other.record.term).")
          : facts.say("ไม่ใช่ เป็นคำภาษาอังกฤษของคำอื่นในบทเรียน", "No: it stands for another term of the course."))
    }
    return facts.pairItem(kind, fact, term, stem: stem, key: term.english, distractors)
  }
}

/// «คำภาษาอังกฤษ “conscious community” ตรงกับคำไทยใดในบทเรียน».
struct TermOfEnglish: ItemWriter {
  let kind = "term-of-english"

  func turn(for fact: Fact) -> Turn? {
    if case .term = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .term(let i) = fact else { return nil }
    let term = facts.terms[i]
    let stem = facts.say(
      "คำภาษาอังกฤษ \(facts.quoted(term.english)) ตรงกับคำไทยใดในบทเรียน",
      "Which term of the chapter is \(facts.quoted(term.english)) in English?")
    let distractors = facts.otherPairs(than: i, lengthOf: \.record.term).map { other in
      Distractor(
        text: other.record.term,
        feedback: facts.mayReveal(other.pool, in: term.pool)
          ? facts.say(
            "ไม่ใช่ \(Letters.join(other.record.term, "ตรงกับคำว่า", other.english))", "No: \(other.record.term) is \(other.english).")
          : facts.say("ไม่ใช่ คำนี้มีคำภาษาอังกฤษอื่น", "No: this term has another English name."))
    }
    return facts.pairItem(kind, fact, term, stem: stem, key: term.record.term, distractors)
  }
}

extension ChapterFacts {
  /// Other pairs near by, unrelated in meaning, the nearest in place and length first.
  func otherPairs(than i: Int, lengthOf text: (TermFact) -> String) -> [TermFact] {
    let fact = terms[i]
    let length = Letters.count(text(fact))
    let isNominal = OptionForm.isNominal(text(fact))
    let words = text(fact).utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
    func ranked(_ width: Int) -> (places: [Int], alike: Int) {
      var ranking = Ranking(capacity: 2 * width)
      var alike = 0
      for j in window(around: i, count: terms.count, width: width) {
        let other = terms[j]
        guard !other.kin.isRelated(to: fact.kin), !Self.isNested(other.lowerEnglish, fact.lowerEnglish) else { continue }
        let isHome = other.record.evidence.span.file == fact.record.evidence.span.file
        let distance = isHome ? (other.record.sections.first == fact.record.sections.first ? 0 : 1) : 2
        let otherWords = text(other).utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
        // What may not be said of a distractor explains nothing: such a one comes last.
        let silence = mayReveal(other.pool, in: fact.pool) ? 0 : 400
        // «การดูแล» beside «โหนด» and «ชุมทาง» is out by its form.
        let form = OptionForm.isNominal(text(other)) == isNominal ? 0 : 40
        if form == 0 { alike += 1 }
        ranking.add(
          j, rank: silence + form + distance * 24 + abs(Letters.count(text(other)) - length) + 6 * abs(otherWords - words))
      }
      return (ranking.sorted(), alike)
    }
    // Far ones only where those near by are out by their form.
    let near = ranked(12)
    let places = near.alike >= 3 ? near.places : ranked(40).places
    var english: [String] = []
    var found: [TermFact] = []
    for j in places where found.count < 10 && !english.contains(terms[j].lowerEnglish) {
      english.append(terms[j].lowerEnglish)
      found.append(terms[j])
    }
    return found
  }

  func pairItem(
    _ kind: String, _ fact: Fact, _ term: TermFact, stem: String, key: String, _ distractors: [Distractor]
  ) -> QuizItem? {
    // «LINK» among small letters is found without reading.
    if Letters.isShouted(key), !distractors.prefix(3).contains(where: { Letters.isShouted($0.text) }) { return nil }
    let why = say(
      "ถูกต้อง \(Letters.join(term.record.term, "ตรงกับคำว่า", term.english))", "Right: \(term.record.term) is \(term.english).")
    guard let choice = choice(identifier(kind, fact), stem: stem, key: key, why: why, distractors) else { return nil }
    return item(
      kind, about: fact, level: .remember, difficulty: 0.75, stem: stem, choice, explanation: pairExplanation(term))
  }

  func pairExplanation(_ term: TermFact) -> String {
    say(
      "บทเรียนใช้คำว่า \(quoted(term.record.term)) สำหรับคำภาษาอังกฤษ \(quoted(term.english)) ดังที่เขียนไว้ว่า",
      "The chapter uses \(quoted(term.record.term)) for \(quoted(term.english)), as it says:")
  }
}

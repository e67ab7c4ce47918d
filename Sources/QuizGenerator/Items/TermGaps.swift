import CourseModel

/// A definition with a whole term left out; the gap offers other terms of the chapter.
struct TermGaps: ItemWriter {
  let kind = "term-gaps"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let own = definition.record.term
    guard let (term, phrase) = find(in: definition, facts) else { return nil }
    let concept = facts.terms[term].record
    let parts = phrase.text.pieces(around: concept.term)
    guard parts.count == 2 else { return nil }
    // The English in brackets after the gap would say the answer.
    let after = parts[1].droppingLeadingBracket()
    let candidates = facts.otherPairs(than: term, lengthOf: \.record.term).map(\.record.term)
      .filter { !phrase.holds($0) && !ChapterFacts.isNested($0, own) }.map { Distractor(text: $0, feedback: "") }
    // «เครือข่ายสังคมแห่งการเรียนรู้» as a meaning of «เครือข่ายทางสังคม» is found by its words alone.
    guard let distractors = facts.hiding(concept.term, stem: own, candidates) else { return nil }
    let cited = definition.owner.cited
    let lead =
      definition.authors.isEmpty
      ? facts.say("จงเติมคำให้ตรงกับความหมายของ \(facts.quoted(own)) ในบทเรียน", "Complete the definition of \(facts.quoted(own)).")
      : facts.say(
        Letters.join("จงเติมคำให้ตรงกับความหมายของ", own, "ที่", " " + Letters.named(cited), "ให้ไว้"),
        "Complete the definition of \(own) by \(cited).")
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.55, stem: lead,
      .gaps(
        text: [parts[0], after],
        gaps: [.init(accepted: [concept.term] + concept.aliases, distractors: distractors.map(\.text))]),
      explanation: definition.authors.isEmpty
        ? facts.say("ในบทเรียน \(Letters.join(own, "หมายถึง"))", "In the chapter, \(own) means:")
        : facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", own, "ไว้ว่า"), "\(cited) defines \(own):"))
  }

  /// A term near by that stands once in a quotable phrase of the statement; the longest such term.
  private func find(in definition: DefinitionFact, _ facts: ChapterFacts) -> (term: Int, phrase: KeyPhrase)? {
    var phrases: [KeyPhrase]?
    var best: (term: Int, phrase: KeyPhrase, length: Int)?
    for t in facts.homeTerms.prefix(64) {
      let term = facts.terms[t].record
      guard term.id != definition.record.concept, !definition.record.term.holds(term.term) else { continue }
      guard definition.record.statement.holds(term.term) else { continue }
      let quotable = phrases ?? definition.statement.allPhrases(30...190, avoiding: definition.names)
      phrases = quotable
      let length = Letters.count(term.term)
      guard length >= 6, length > best?.length ?? 0 else { continue }
      let holding = quotable.filter { facts.standsWhole(term.term, in: $0.text) }
      if let phrase = holding.first(where: { $0.standsAlone && $0.hasSubject }) ?? holding.first { best = (t, phrase, length) }
    }
    return best.map { ($0.term, $0.phrase) }
  }
}

extension ChapterFacts {
  /// Words that may follow a noun without making one word with it.
  private static var followers: [String] {
    [
      "ที่", "ซึ่ง", "อัน", "ของ", "และ", "หรือ", "กับ", "เป็น", "คือ", "ให้", "จะ", "จึง", "ก็", "มี", "ได้", "อย่าง", "ต้อง", "ย่อม", "นี้", "นั้น",
      "ใน", "จาก", "โดย",
      "เพื่อ", "ต่อ", "แก่", "ด้วย", "ร่วมกัน", "เมื่อ", "จน", "ไป", "มา", "ว่า", "ไม่", "ทั้ง", "แล้ว", "ไว้", "ขึ้น", "ดังกล่าว", "ต่าง", "อีก", "ทุก",
      "หลาย",
    ]
  }

  /// True when the term stands once in the text and as words of its own: not the end of «กระบวนการเรียนรู้».
  func standsWhole(_ term: String, in text: String) -> Bool {
    let pieces = text.pieces(around: term)
    // «ซึ่งเปลี่ยนคุณภาพอย่างฉับพลัน»: only a verb fits the gap, so grammar alone finds it.
    guard pieces.count == 2, !pieces[0].ends(with: "ซึ่ง"), !pieces[0].ends(with: "จะ") else { return false }
    // «เครือข่าย» of «เครือข่ายสิ่งแวดล้อม» is a part of another term.
    let rest = pieces[1].utf8.first
    let isOpen = rest.map { $0 == 0x20 || $0 == 0x28 || $0 == 0x22 || $0 == 0x2C } ?? true
    guard isOpen || pieces[1].hasPrefix("”") || pieces[1].beginsWithAny(of: Self.followers) else { return false }
    let boundaries = words.wordBoundaries(in: Array(text.utf8))
    let start = pieces[0].utf8.count
    return boundaries.contains(start) && boundaries.contains(start + term.utf8.count)
  }
}

extension String {
  /// Without a bracket of Latin words that begins the text: « (web) ของ…» becomes « ของ…».
  func droppingLeadingBracket() -> String {
    let rest = drop { $0 == " " }
    guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return self }
    let inside = String(rest[rest.startIndex..<close])
    guard Letters.isLatin(inside) else { return self }
    return String(rest[rest.index(after: close)...])
  }
}

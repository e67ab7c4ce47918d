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
    let parts = phrase.text.components(around: concept.term)
    guard parts.count == 2 else { return nil }
    // The English in brackets after the gap would say the answer.
    let after = parts[1].droppingLeadingBracket()
    let distractors = facts.otherPairs(than: term, lengthOf: \.record.term).map(\.record.term)
      .filter { !phrase.words.contains($0) && !own.contains($0) && !$0.contains(own) }
    guard distractors.count >= 2 else { return nil }
    let cited = facts.naming.cited(definition.authors, definition.record.citation)
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
        gaps: [.init(accepted: [concept.term] + concept.aliases, distractors: Array(distractors.prefix(3)))]),
      explanation: definition.authors.isEmpty
        ? facts.say("ในบทเรียน \(Letters.join(own, "หมายถึง"))", "In the chapter, \(own) means:")
        : facts.say(Letters.join(Letters.named(cited), "ให้ความหมายของ", own, "ไว้ว่า"), "\(cited) defines \(own):"))
  }

  /// A term near by that stands once in a quotable phrase of the statement; the longest such term.
  private func find(in definition: DefinitionFact, _ facts: ChapterFacts) -> (term: Int, phrase: KeyPhrase)? {
    let phrases = definition.statement.allPhrases(30...190, avoiding: facts.names(in: definition))
    guard !phrases.isEmpty else { return nil }
    var best: (term: Int, phrase: KeyPhrase, length: Int)?
    for t in facts.homeTerms.prefix(64) {
      let term = facts.terms[t].record
      guard term.id != definition.record.concept, !definition.record.term.contains(term.term) else { continue }
      guard definition.record.statement.contains(term.term) else { continue }
      let length = Letters.count(term.term)
      guard length >= 6, length > best?.length ?? 0 else { continue }
      if let phrase = phrases.first(where: { $0.text.components(around: term.term).count == 2 }) { best = (t, phrase, length) }
    }
    return best.map { ($0.term, $0.phrase) }
  }
}

extension String {
  /// The text cut at every place where `word` stands; the whole in one piece when it does not.
  func components(around word: String) -> [String] {
    let text = Array(utf8)
    let word = Array(word.utf8)
    guard let first = word.first, word.count <= text.count else { return [self] }
    var parts: [String] = []
    var start = 0
    var i = 0
    while i + word.count <= text.count {
      if text[i] == first, text.starts(with: word, at: i) {
        parts.append(String(decoding: text[start..<i], as: UTF8.self))
        i += word.count
        start = i
      } else {
        i += 1
      }
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }

  /// Without a bracket of Latin words that begins the text: « (web) ของ…» becomes « ของ…».
  func droppingLeadingBracket() -> String {
    let rest = drop { $0 == " " }
    guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return self }
    let inside = String(rest[rest.startIndex..<close])
    guard Letters.isLatin(inside) else { return self }
    return String(rest[rest.index(after: close)...])
  }
}

import CourseModel

/// «“…” เป็นความหมายของคำใด», typed: for a definition that finds no good distractors.
struct DefinitionRecall: ItemWriter {
  let kind = "definition-recall"

  func turn(for fact: Fact) -> Turn? {
    if case .definition = fact { return .last }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .definition(let i) = fact else { return nil }
    let definition = facts.definitions[i]
    let term = definition.record.term
    guard facts.isSpecific(definition.record.concept), definition.termLength <= 40, ChapterFacts.isReadable(term) else {
      return nil
    }
    let phrases = definition.statement.phrases(20...200, avoiding: definition.names + [Array(term.utf8)])
    // «… ความสัมพันธ์ซึ่งเกิดจากการสื่อสาร …» says half of «ระบบความสัมพันธ์และการสื่อสาร».
    let silent = definition.statement.phrases(20...200, avoiding: definition.names + Self.parts(of: term))
    let opening = definition.opening.flatMap { $0.holds(term) ? nil : $0 }
    guard
      let phrase = silent.first(where: \.startsStatement)
        // «… จึงสำคัญยิ่ง» concludes, and defines nothing.
        ?? silent.first(where: { $0.standsAlone && !$0.isSentence && !$0.holds("จึง") })
        ?? phrases.first(where: \.startsStatement) ?? opening ?? phrases.first
    else { return nil }
    let concept = facts.course[definition.record.concept]
    var accepted = [term]
    for name in [concept?.term].compactMap({ $0 }) + (concept?.aliases ?? []) + (concept?.english ?? [])
    where !accepted.contains(name) {
      accepted.append(name)
    }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.45,
      stem: facts.say(
        "\(facts.quoted(phrase.text)) เป็นความหมายของคำใด จงพิมพ์คำนั้น", "Which term means \(facts.quoted(phrase.text))? Type it."),
      .shortAnswer(accepted: accepted),
      explanation: definition.authors.isEmpty
        ? facts.say("ในบทเรียน \(Letters.join(term, "หมายถึง"))", "In the chapter, \(term) means:")
        : facts.say(
          Letters.join(Letters.named(definition.owner.cited), "ให้ความหมายของ", term, "ไว้ว่า"),
          "\(definition.owner.cited) defines \(term):"))
  }

  /// What «และ» joins in a term, each part without the word that makes it a noun.
  private static func parts(of term: String) -> [[UInt8]] {
    [Array(term.utf8)]
      + term.split(separator: "และ").map { part in
        let head = ["ระบบ", "กระบวนการ", "การ", "ความ"].first { part.hasPrefix($0) } ?? ""
        return Array(part.utf8.dropFirst(head.utf8.count))
      }.filter { $0.count >= 12 }
  }
}

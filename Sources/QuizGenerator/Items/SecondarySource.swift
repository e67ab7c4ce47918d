import CourseModel

/// «แนวคิดของ Michel ที่ปรากฏในบทเรียน อ้างมาจากงานของผู้ใด»: who is cited in whom, or who edited the book.
struct SecondarySource: ItemWriter {
  let kind = "secondary-source"

  func turn(for fact: Fact) -> Turn? {
    if case .source = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .source(let i) = fact, let container = facts.sources[i].record.citedIn else { return nil }
    let source = facts.sources[i]
    guard !source.container.isEmpty, !source.authors.isEmpty else { return nil }
    let isEdited = container.role == .editor
    let stem =
      isEdited
      ? facts.say(
        "\(Letters.join("งานของ", Letters.named(source.authors), "ที่บทเรียนอ้างถึง")) มีผู้ใดเป็นบรรณาธิการ",
        "Who edited the book in which the chapter cites \(source.authors)?")
      : facts.say(
        "\(Letters.join("แนวคิดของ", Letters.named(source.authors), "ในบทเรียน")) อ้างมาจากงานของผู้ใด",
        "Through whose work does the chapter cite \(source.authors)?")
    let why = facts.say(
      "ถูกต้อง บทเรียนอ้าง \(quotedCitation(source, facts))", "Right: the chapter cites \(quotedCitation(source, facts)).")
    guard
      let choice = facts.choice(
        facts.identifier(kind, fact), stem: stem, key: source.container, why: why, facts.otherSources(than: i))
    else { return nil }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.5, stem: stem, choice,
      explanation: isEdited
        ? facts.say(
          "\(source.container) เป็นบรรณาธิการ ดังที่บทเรียนอ้างไว้ว่า", "\(source.container) edited the book, as the citation says:")
        : facts.say(
          "บทเรียนมิได้อ้างงานของ \(source.authors) โดยตรง แต่อ้างผ่านงานของ \(source.container) ดังที่เขียนไว้ว่า",
          "The chapter cites \(source.authors) through \(source.container):"))
  }

  private func quotedCitation(_ source: SourceFact, _ facts: ChapterFacts) -> String { facts.quoted(source.record.text) }
}

extension ChapterFacts {
  /// Those in whom others are cited, then authors of definitions; nobody who takes part in this citation.
  func otherSources(than i: Int) -> [Distractor] {
    let source = sources[i]
    let key = source.record
    var excluded = Set(key.authors.map(\.person))
    excluded.formUnion(key.citedIn?.authors.map(\.person) ?? [])
    // Whoever this author is cited in elsewhere would be right too.
    for other in sources where !Set(other.record.authors.map(\.person)).isDisjoint(with: key.authors.map(\.person)) {
      excluded.formUnion(other.record.citedIn?.authors.map(\.person) ?? [])
    }
    var found: [(rank: Int, distractor: Distractor)] = []
    for j in window(around: i, count: sources.count) {
      let other = sources[j]
      guard !other.container.isEmpty, !(other.record.citedIn?.authors.contains { excluded.contains($0.person) } ?? true) else {
        continue
      }
      found.append(
        (
          mayReveal(other.pool, in: source.pool) ? 0 : 10,
          Distractor(
            text: other.container,
            feedback: self.mayReveal(other.pool, in: source.pool)
              ? self.say(
                "ไม่ใช่ บทเรียนอ้าง \(self.quoted(other.record.text))", "No: the chapter cites \(self.quoted(other.record.text)).")
              : self.say("ไม่ใช่ เป็นผู้เขียนหรือบรรณาธิการของงานอื่น", "No: this is the author or editor of another work."))
        ))
    }
    let at = homeDefinitions.firstIndex { definitions[$0].record.citation == key.id } ?? homeDefinitions.lowerBound
    let count = definitions.count
    for j in (definitions.indices.contains(at) ? [at] : []) + window(around: at, count: count) where definitions.indices.contains(j)
    {
      let other = definitions[j]
      guard !other.authors.isEmpty, !other.owner.persons.contains(where: { excluded.contains($0) }) else { continue }
      found.append(
        (
          2 + (other.record.chapter == chapter.id ? 0 : 2),
          Distractor(
            text: other.authors,
            feedback: self.say(
              "ไม่ใช่ บทเรียนอ้าง \(other.owner.cited) ในฐานะผู้ให้ความหมายของ\(other.record.term)",
              "No: the chapter cites \(other.owner.cited) for a definition of \(other.record.term)."))
        ))
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.distractor)
  }
}

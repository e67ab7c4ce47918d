import CourseModel

/// True or false: an item under its set, or one of another set. A false one always carries its correction.
struct ExchangedMember: ItemWriter {
  let kind = "exchanged-member"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    let id = facts.identifier(kind, fact)
    guard let member = facts.members(of: i, seed: id).first(where: { ChapterFacts.isReadable(set.titles[$0]) }) else { return nil }
    // A member that shares no form with the set's own would be told false unread: then the set is exchanged, not the member.
    let stranger = facts.outsiders(of: i, near: set.titles[member]).first {
      !OptionForm.isOdd($0.text, among: set.titles) && ChapterFacts.isReadable($0.text)
    }
    let strangers = stranger == nil ? facts.strangerSets(to: i, member) : []
    guard stranger != nil || !strangers.isEmpty else { return nil }
    // Among «ส่วนที่…» alone, «ความสัมพันธ์…» is a stranger by its name: then only what is true can be said soundly.
    let fitting = strangers.first { $0.sharedHead.map { set.titles[member].begins(with: $0) } ?? (set.sharedHead == nil) }
    let isTrue = StableOrder.hash(id, 0x746D) & 1 == 0 || (stranger == nil && fitting == nil)
    let own = facts.fullName(of: set, isCited: false)
    var shown = set.titles[member]
    var place = own
    var correction = ""
    if !isTrue {
      if let stranger {
        shown = stranger.text
        correction = stranger.feedback().droppingBytes(facts.say("ไม่ใช่", "No:").utf8.count)
      } else if let other = fitting {
        place = facts.fullName(of: other, isCited: false)
        correction = facts.say(Letters.join("ข้อนี้อยู่ใน", facts.fullName(of: set)), "It belongs to \(facts.fullName(of: set)).")
      }
    }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.65,
      stem: facts.say("\(facts.quoted(shown)) \(Letters.join("เป็นข้อหนึ่งใน", place))", "\(facts.quoted(shown)) is one of \(place)."),
      .trueFalse(isTrue: isTrue, correction: correction), explanation: facts.setExplanation(set))
  }
}

extension ChapterFacts {
  /// Sets near by that a member of set `i` could be taken to belong to, and does not: told apart by their names, nothing like it in them.
  func strangerSets(to i: Int, _ member: Int) -> [SetFact] {
    let set = sets[i]
    return window(around: i, count: sets.count, width: 6).map { sets[$0] }.filter { other in
      mayReveal(other.pool, in: set.pool) && !Self.isNested(other.title, set.title)
        && !other.likenesses.contains { $0.containment(with: set.likenesses[member]) > Self.alsoMember }
    }
  }
}

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
    // A member that shares no form with the set's own would be told false unread.
    guard
      let other = facts.outsiders(of: i, near: set.titles[member]).first(where: {
        !OptionForm.isOdd($0.text, among: set.titles) && ChapterFacts.isReadable($0.text)
      })
    else { return nil }
    let isTrue = StableOrder.hash(id, 0x746D) & 1 == 0
    let place = facts.fullName(of: set, isCited: false)
    let shown = facts.quoted(isTrue ? set.titles[member] : other.text)
    let correction = other.feedback().droppingBytes(facts.say("ไม่ใช่", "No:").utf8.count)
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.65,
      stem: facts.say("\(shown) \(Letters.join("เป็นข้อหนึ่งใน", place))", "\(shown) is one of \(place)."),
      .trueFalse(isTrue: isTrue, correction: isTrue ? "" : correction), explanation: facts.setExplanation(set))
  }
}

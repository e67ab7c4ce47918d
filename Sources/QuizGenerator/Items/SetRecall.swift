import CourseModel

/// «องค์ประกอบ … ได้แก่ ก ข และข้อใด», typed: for sets whose items tell themselves from all others by their form.
struct SetRecall: ItemWriter {
  let kind = "set-recall"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .last }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    guard set.titles.reduce(0, { $0 + Letters.count($1) }) <= 400 else { return nil }
    let id = facts.identifier(kind, fact)
    // The shortest is the one that can be typed.
    let members = facts.members(of: i, seed: id).sorted { set.lengths[$0] < set.lengths[$1] }
    guard let member = members.first(where: { ChapterFacts.isReadable(set.titles[$0]) }), set.lengths[member] <= 40 else {
      return nil
    }
    var rest = set.titles
    rest.remove(at: member)
    let stem = facts.say(
      "\(Letters.join(facts.subject(set), "มี")) \(set.titles.count) ข้อ นอกจาก \(rest.joined(separator: ", ")) แล้ว อีกข้อหนึ่งคืออะไร",
      "\(facts.fullName(of: set, isCited: false)) has \(set.titles.count): \(rest.joined(separator: ", ")) and which other?")
    var accepted = [set.titles[member]]
    if let english = set.record.items[member].english { accepted.append(english) }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.45, stem: stem, .shortAnswer(accepted: accepted),
      explanation: facts.setExplanation(set))
  }
}

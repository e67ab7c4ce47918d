import CourseModel

/// «องค์ประกอบ … ได้แก่ ก ข ค และข้อใด»: the set but one.
struct SetCompletion: ItemWriter {
  let kind = "set-completion"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact, facts.sets[i].titles.count >= 3 else { return nil }
    let set = facts.sets[i]
    guard set.titles.reduce(0, { $0 + Letters.count($1) }) <= 240 else { return nil }
    let id = facts.identifier(kind, fact)
    for member in facts.members(of: i, seed: id).prefix(4) {
      var rest = set.titles
      rest.remove(at: member)
      let stem = facts.say(
        "\(Letters.join(set.owner.isNobody ? facts.titleAlone(set) : facts.subject(set), "มี")) \(set.titles.count) ข้อ ได้แก่ \(rest.joined(separator: ", ")) และข้อใด",
        "\(facts.fullName(of: set, isCited: false)): \(rest.joined(separator: ", ")) and which other?")
      let distractors = facts.outsiders(of: i, near: set.titles[member])
      let why = facts.say("ถูกต้อง ข้อนี้ทำให้ครบ \(set.titles.count) ข้อ", "Right: it completes the \(set.titles.count).")
      guard let choice = facts.choice(id, stem: stem, key: set.titles[member], why: why, distractors) else { continue }
      return facts.item(
        kind, about: fact, level: .remember, difficulty: 0.6, stem: stem, choice, explanation: facts.setExplanation(set))
    }
    return nil
  }
}

extension ChapterFacts {
  /// The title as a noun, in quotes where it is none, with its heading where it only counts.
  func titleAlone(_ set: SetFact) -> String {
    guard set.isCounted else { return SetTitle.isNoun(set.title) ? set.title : quoted(set.title) }
    guard let heading = set.record.section.flatMap({ course[$0] })?.title, !heading.holds(set.title) else {
      return quoted(set.title)
    }
    return say("\(quoted(set.title)) ในหัวข้อ \(quoted(heading))", "\(quoted(set.title)), under \(quoted(heading)),")
  }
}

import CourseModel

/// «ข้อใดเป็นองค์ประกอบของเครือข่ายตามแนวคิดของ …»: the distractors are members of other sets of the same field.
struct SetMember: ItemWriter {
  let kind = "set-member"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    let stem = facts.say(
      facts.isNamed(set)
        ? Letters.join("ข้อใดเป็น", facts.fullName(of: set, isCited: false))
        : Letters.join("ข้อใดจัดอยู่ใน", facts.fullName(of: set, isCited: false)),
      "Which of these is one of \(facts.fullName(of: set, isCited: false))?")
    let id = facts.identifier(kind, fact)
    // Which member is asked for differs from set to set, and is tried in turn until one is sound.
    for member in facts.members(of: i, seed: id).prefix(5) {
      let distractors = facts.outsiders(of: i, near: set.titles[member])
      // «นัยแห่ง…» among «การ…» and «ระบบ…» is of another kind: members named alike need a stranger named so too.
      if let head = set.sharedHead, !distractors.prefix(3).contains(where: { $0.text.begins(with: head) }) { continue }
      let choice = facts.choice(
        id, stem: stem, key: set.titles[member],
        why: facts.say(
          "ถูกต้อง \(Letters.join("เป็นข้อหนึ่งใน", facts.fullName(of: set)))", "Right: it is one of \(facts.fullName(of: set))."),
        distractors)
      guard let choice else { continue }
      return facts.item(
        kind, about: fact, level: .remember, difficulty: 0.65, stem: stem, choice, explanation: facts.setExplanation(set))
    }
    return nil
  }
}

/// «ข้อใดไม่ใช่องค์ประกอบของเครือข่ายตามแนวคิดของ …»: the negative word is set off.
struct SetOutsider: ItemWriter {
  let kind = "set-outsider"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact, facts.sets[i].titles.count >= 3 else { return nil }
    let set = facts.sets[i]
    let negative = facts.isNamed(set) ? "ไม่ใช่" : "ไม่จัดอยู่ใน"
    let stem = facts.say(
      Letters.join("ข้อใด", negative, facts.fullName(of: set, isCited: false)),
      "Which of these is NOT one of \(facts.fullName(of: set, isCited: false))?")
    let id = facts.identifier(kind, fact)
    let members = facts.members(of: i, seed: id)
    let place = facts.fullName(of: set)
    let distractors = members.map {
      Distractor(text: set.titles[$0], feedback: facts.say(Letters.join("ข้อนี้เป็นข้อหนึ่งใน", place), "This is one of \(place)."))
    }
    for outsider in facts.outsiders(of: i, near: set.titles[members[0]]).prefix(4) {
      lazy var home = outsider.feedback().droppingBytes(facts.say("ไม่ใช่", "No:").utf8.count)
      let choice = facts.choice(
        id, stem: stem, key: outsider.text,
        why: facts.say("ถูกต้อง \(Letters.join("ข้อนี้มิได้อยู่ใน", place)) \(home)", "Right: it is not among \(place); \(home)"),
        distractors)
      guard let choice else { continue }
      return facts.item(
        kind, about: fact, level: .understand, difficulty: 0.6, stem: stem, emphasis: [facts.say(negative, "NOT")], choice,
        explanation: facts.setExplanation(set))
    }
    return nil
  }
}

extension ChapterFacts {
  /// A set so named that two of one title are told apart: by their authors, or as the chapter's own with its count.
  func fullName(of set: SetFact, isCited: Bool = true) -> String {
    let title = isNamed(set) ? set.title : set.isCounted ? titleAlone(set) : quoted(set.title)
    if !set.owner.isNobody {
      let name = isCited ? set.owner.cited : set.authors
      return say(Letters.join(title, "ตามแนวคิดของ", name), "\(title) after \(name)")
    }
    return twins.contains(ObjectIdentifier(set))
      ? say(
        Letters.join(title, "\(set.titles.count) ข้อที่บทเรียนสรุปไว้เอง"), "the \(set.titles.count) of \(title) the chapter itself gives"
      )
      : say(Letters.join(title, "ตามที่บทเรียนกล่าวไว้"), "\(title) as the chapter has it")
  }

  /// The full name before a verb: «…ตามแนวคิดของ Schuler มี», a family name kept off the next word.
  func subject(_ set: SetFact) -> String {
    let name = fullName(of: set, isCited: false)
    return set.owner.isNobody ? name : Letters.named(name)
  }

  /// Whether the title can follow «ข้อใดเป็น» as it stands.
  func isNamed(_ set: SetFact) -> Bool { set.isNamed }

  private func saysWhere(_ set: SetFact) -> String {
    say("ไม่ใช่ \(Letters.join("ข้อนี้อยู่ใน", fullName(of: set)))", "No: it belongs to \(fullName(of: set)).")
  }

  func setExplanation(_ set: SetFact) -> String {
    let count = set.titles.count
    let cited = set.owner.cited
    if set.authors.isEmpty {
      return say("\(Letters.join("บทเรียนกล่าวถึง", set.title, "ไว้")) \(count) ข้อ ดังนี้", "The chapter counts \(count):")
    }
    return say(
      "\(Letters.join(Letters.named(cited), "กล่าวถึง", set.title, "ไว้")) \(count) ข้อ ดังนี้", "\(cited) counts \(count):")
  }

  /// The members in an order of their own for each item.
  func members(of i: Int, seed: String) -> [Int] {
    StableOrder.shuffled(Array(sets[i].titles.indices), seed: StableOrder.hash(seed, 0x6D))
  }

  /// From this share of common letter runs on, two members may be one:
  /// «การสร้างความหมายร่วม», «การสื่อสารเพื่อสร้าง … ความหมายและโลกทัศน์ร่วมกัน».
  static var alsoMember: Double { 0.5 }

  /// Members of other sets near by that are in no way members of this one, the nearest in place and length first.
  func outsiders(of i: Int, near title: String) -> [Distractor] {
    let set = sets[i]
    let length = Letters.count(title)
    let isNominal = OptionForm.isNominal(title)
    var ranking = Ranking(capacity: 64)
    for j in window(around: i, count: sets.count, width: 6) {
      let other = sets[j]
      guard mayReveal(other.pool, in: set.pool) else { continue }
      // What a word may mean is of another kind than what a thing is made of.
      guard other.isMeaning == set.isMeaning else { continue }
      // Two sets the chapter itself gives under one name: a member of either is right.
      if set.owner.isNobody, other.owner.isNobody, Self.isNested(set.title, other.title) { continue }
      let distance = distance(set.record.section, set.record.chapter, to: other.record.section, other.record.chapter)
      for k in other.titles.indices.prefix(1024) {
        let form = other.isNominal[k] == isNominal ? 0 : 12
        ranking.add(j * 1024 + k, rank: distance * 40 + form + abs(other.lengths[k] - length))
      }
    }
    var distractors: [Distractor] = []
    for place in ranking.sorted() where distractors.count < 10 {
      let other = sets[place / 1024]
      let title = other.titles[place % 1024]
      // «การมีส่วนร่วม» beside «การมีส่วนร่วมของสมาชิก» would also be right, whoever wrote it.
      let likeness = other.likenesses[place % 1024]
      guard !set.likenesses.contains(where: { $0.containment(with: likeness) > Self.alsoMember }) else { continue }
      guard !set.record.items.contains(where: { $0.text.holds(title) }) else { continue }
      distractors.append(Distractor(text: title, feedback: self.saysWhere(other)))
    }
    return distractors
  }

}

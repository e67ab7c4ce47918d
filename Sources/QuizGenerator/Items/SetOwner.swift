import CourseModel

/// «ผู้ใดเสนอองค์ประกอบของเครือข่าย ได้แก่ ก ข ค»: whose set it is.
struct SetOwner: ItemWriter {
  let kind = "set-owner"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    guard !set.authors.isEmpty else { return nil }
    var shown: [String] = []
    var length = 0
    for title in set.titles {
      length += Letters.count(title)
      if length > 200 { break }
      shown.append(title)
    }
    guard shown.count >= 2 else { return nil }
    let isWhole = shown.count == set.titles.count
    let name = facts.titleAlone(set)
    let list = shown.joined(separator: ", ")
    let stem = facts.say(
      "\(Letters.join("ผู้ใดกล่าวถึง", name, "ว่าได้แก่")) \(list)\(isWhole ? "" : " เป็นต้น")",
      "Who describes \(name) as \(list)\(isWhole ? "" : " and others")?")
    let cited = set.owner.cited
    let why = facts.say("ถูกต้อง \(cited) เป็นผู้กล่าวถึงชุดนี้", "Right: this is the list of \(cited).")
    guard
      let choice = facts.choice(
        facts.identifier(kind, fact), stem: stem, key: set.authors, why: why, facts.otherOwners(than: i))
    else { return nil }
    return facts.item(
      kind, about: fact, level: .remember, difficulty: 0.6, stem: stem, choice, explanation: facts.setExplanation(set))
  }
}

extension ChapterFacts {
  /// Authors of other sets, then of definitions, near by.
  func otherOwners(than i: Int) -> [Distractor] {
    let key = sets[i]
    let persons = key.owner.persons + key.owner.hosts
    var found: [(rank: Int, distractor: Distractor)] = []
    func add(_ name: String, _ base: Int, _ feedback: @autoclosure @escaping () -> String) {
      found.append((base + (Letters.isLatin(name) == key.owner.isLatin ? 0 : 1), Distractor(text: name, feedback: feedback())))
    }
    for j in window(around: i, count: sets.count, width: 6) {
      let other = sets[j]
      guard !other.authors.isEmpty, !other.owner.shares(persons) else { continue }
      guard !isLike(other, key), other.owner.isOrganisation == key.owner.isOrganisation else { continue }
      let distance = distance(key.record.section, key.record.chapter, to: other.record.section, other.record.chapter)
      add(other.authors, distance * 8 + (mayReveal(other.pool, in: key.pool) ? 0 : 40), self.lists(other, in: key.pool))
    }
    let middle = homeDefinitions.isEmpty ? 0 : (homeDefinitions.lowerBound + homeDefinitions.upperBound) / 2
    for j in [middle] + window(around: middle, count: definitions.count) where definitions.indices.contains(j) {
      let other = definitions[j]
      guard !other.authors.isEmpty, !other.owner.shares(persons) else { continue }
      guard other.owner.isOrganisation == key.owner.isOrganisation else { continue }
      add(
        other.authors, 12 + (other.record.chapter == chapter.id ? 0 : 8),
        self.say(
          "ไม่ใช่ \(Letters.join(Letters.named(other.owner.cited), "กล่าวถึงความหมายของ", other.record.term))",
          "No: \(other.owner.cited) writes about the meaning of \(other.record.term)."))
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.distractor)
  }

  private func lists(_ other: SetFact, in pool: QuizPool) -> String {
    let cited = other.owner.cited
    let some = other.titles.prefix(2).joined(separator: ", ")
    guard mayReveal(other.pool, in: pool) else { return say("ไม่ใช่ \(cited) เสนอไว้อีกชุดหนึ่ง", "No: \(cited) has another list.") }
    return say(
      "ไม่ใช่ \(Letters.join(Letters.named(cited), "กล่าวถึง", titleAlone(other), "ว่าได้แก่")) \(some) …", "No: \(cited) lists \(some) …"
    )
  }

  /// True when most of one set's members are the other's too.
  private func isLike(_ a: SetFact, _ b: SetFact) -> Bool {
    let common = a.likenesses.prefix(16).filter { mine in b.likenesses.prefix(16).contains { $0.containment(with: mine) > 0.8 } }
      .count
    return common * 2 >= min(a.likenesses.count, b.likenesses.count)
  }
}

import CourseModel

/// «“…” เป็นคำอธิบายของข้อใด»: an item of a set by what the text says of it; the other items are the distractors.
struct ItemOfMeaning: ItemWriter {
  let kind = "item-of-meaning"

  func turn(for fact: Fact) -> Turn? {
    if case .set = fact { return .rotating }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .set(let i) = fact else { return nil }
    let set = facts.sets[i]
    let id = facts.identifier(kind, fact)
    guard set.titles.count >= 3 else { return nil }
    // «องค์ประกอบที่สำคัญอีกประการหนึ่ง» says of the item only that it is one.
    let title = Likeness(set.title)
    for member in facts.members(of: i, seed: id).prefix(5) {
      guard !facts.goesOn(member, in: set), let phrase = facts.meaning(of: member, in: set),
        phrase.standsAlone || phrase.startsStatement,
        phrase.likeness.share(in: title) < 0.45
      else { continue }
      let stem = facts.say(
        "\(facts.quoted(phrase.text)) \(Letters.join("เป็นคำอธิบายของข้อใดใน", facts.fullName(of: set, isCited: false)))",
        "Which of \(facts.quoted(set.title)) is explained as \(facts.quoted(phrase.text))?")
      let why = facts.say("ถูกต้อง ข้อความนี้อธิบายข้อนี้", "Right: these words explain it.")
      let key = Likeness(set.record.items[member].text)
      var distractors: [Distractor] = []
      for other in facts.members(of: i, seed: id) where other != member {
        // An item whose own title stands in the explanation would be right as well.
        guard set.likenesses[other].containment(with: key) < 0.9 else { continue }
        distractors.append(Distractor(text: set.titles[other], feedback: explained(other, in: set, facts)))
      }
      guard let choice = facts.choice(id, stem: stem, key: set.titles[member], why: why, distractors) else { continue }
      let item = set.record.items[member]
      return facts.item(
        kind, about: fact, level: .understand, difficulty: 0.65, stem: stem, choice,
        explanation: facts.say(
          "ข้อ \(facts.quoted(set.titles[member])) อธิบายไว้ว่า", "\(facts.quoted(set.titles[member])) is explained as:"),
        passage: QuizItem.Passage(
          text: item.title + " " + item.text, record: .enumeration(set.record.id), span: set.record.passage))
    }
    return nil
  }
}

extension ItemOfMeaning {
  private func explained(_ member: Int, in set: SetFact, _ facts: ChapterFacts) -> String {
    guard let meaning = facts.meaning(of: member, in: set, limit: 90) ?? Statement(set.record.items[member].text).opening(limit: 90)
    else {
      return facts.say("ไม่ใช่ บทเรียนยกข้อนี้ไว้แต่ชื่อ มิได้อธิบาย", "No: the chapter names it without explaining it.")
    }
    return facts.say("ไม่ใช่ ข้อนี้อธิบายไว้ว่า \(facts.quoted(meaning.text))", "No: it is explained as \(facts.quoted(meaning.text)).")
  }
}

extension ChapterFacts {
  /// What the text says of an item, in whole clauses and without its title; nil when it says nothing quotable.
  func meaning(of member: Int, in set: SetFact, limit: Int = 130) -> KeyPhrase? {
    let item = set.record.items[member]
    guard item.text.utf8.count >= 40 else { return nil }
    var text = item.text
    for copula in Self.meaningVerbs where text.begins(with: copula) {
      let rest = text.droppingBytes(copula.utf8.count)
      if copula != "เป็น" || !rest.beginsWithAny(of: ["ไป", "ที่", "อยู่"]) { text = rest }
      break
    }
    let statement = Statement(text)
    var avoiding = [Array(item.title.utf8)]
    if let english = item.english { avoiding.append(Array(english.utf8)) }
    let phrases = statement.phrases(20...limit, avoiding: avoiding)
    return phrases.first { $0.startsStatement } ?? phrases.first { $0.standsAlone }
  }

  /// True where an item's text is the rest of its title's own sentence: «ส่วนที่… ให้สอดคล้องกับ…» explains nothing.
  func goesOn(_ member: Int, in set: SetFact) -> Bool {
    let text = set.record.items[member].text
    return text.beginsWithAny(of: Self.continuations) && !text.begins(with: "โดยเฉพาะ")
  }

  private static var continuations: [String] {
    ["ให้", "โดย", "เพื่อ", "ตาม", "ใน", "นับ", "ตั้งแต่", "ด้วย", "จาก", "อย่าง", "ภายใต้", "เช่น", "ทั้ง", "จน", "และ", "หรือ", "ที่"]
  }

  private static var meaningVerbs: [String] { ["หมายถึง", "ได้แก่", "คือ", "เป็น", "ซึ่ง", ":"] }
}

import CourseModel

/// «ข้อใดเป็นส่วนประกอบใน “…”»: a label of a drawn figure among terms that are not in it.
struct FigureLabel: ItemWriter {
  let kind = "figure-label"

  func turn(for fact: Fact) -> Turn? {
    if case .figure = fact { return .first }
    return nil
  }

  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem? {
    guard case .figure(let i) = fact else { return nil }
    let figure = facts.figures[i]
    let labels = figure.labels.filter { Letters.count($0) >= 4 && Letters.count($0) <= 60 }
    guard labels.count >= 3, !figure.record.title.isEmpty else { return nil }
    let id = facts.identifier(kind, fact)
    let name =
      (figure.record.number.map { facts.say("แผนภาพที่ \($0) ", "Figure \($0), ") } ?? "") + facts.quoted(figure.record.title)
    let stem = facts.say("ข้อใดไม่ปรากฏใน\(name)", "Which of these does NOT appear in \(name)?")
    let all = labels.map { Likeness($0) }
    var outsiders: [String] = []
    for j in facts.homeSets {
      for (k, title) in facts.sets[j].titles.enumerated()
      where !all.contains(where: { $0.containment(with: facts.sets[j].likenesses[k]) > 0.5 }) && !outsiders.contains(title) {
        if outsiders.count < 24 { outsiders.append(title) }
      }
    }
    let distractors = StableOrder.shuffled(labels, seed: StableOrder.hash(id, 0x66)).map {
      Distractor(text: $0, feedback: facts.say("ข้อนี้ปรากฏในแผนภาพ", "This stands in the figure."))
    }
    let why = facts.say("ถูกต้อง ข้อนี้ไม่ปรากฏในแผนภาพ", "Right: it is not in the figure.")
    for key in StableOrder.shuffled(outsiders, seed: StableOrder.hash(id)).prefix(8) {
      guard let choice = facts.choice(id, stem: stem, key: key, why: why, distractors) else { continue }
      return facts.item(
        kind, about: fact, level: .remember, difficulty: 0.6, stem: stem, emphasis: [facts.say("ไม่ปรากฏ", "NOT")], choice,
        explanation: facts.say(
          "แผนภาพประกอบด้วย \(labels.joined(separator: ", "))", "The figure shows \(labels.joined(separator: ", "))."))
    }
    return nil
  }
}

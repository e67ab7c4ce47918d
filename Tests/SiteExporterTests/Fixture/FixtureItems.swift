import CourseModel

/// One item of each interaction, and one of the exam.
enum FixtureItems {
  static func all(chapter: ChapterID, definition: Definition) -> [QuizItem] {
    func item(_ id: String, _ stem: String, _ interaction: Interaction, pool: QuizPool = .practice) -> QuizItem {
      QuizItem(
        id: id, kind: "test", pool: pool, level: .remember, difficulty: 0.5, stem: stem, interaction: interaction,
        explanation: "Schuler ใช้ภาพของสายใย",
        passage: .init(text: definition.statement, record: .definition(definition.id), span: definition.passage),
        records: [.definition(definition.id)], chapter: chapter, section: definition.section)
    }
    return [
      item(
        "i-choice", "ใครอธิบายว่าเครือข่ายคือสายใย",
        .choice(
          options: [
            .init(text: "กาญจนา แก้วเทพ", isKey: false, feedback: "ท่านเปรียบกับตาข่าย"),
            .init(text: "Schuler", isKey: true, feedback: ""),
            .init(text: "นฤมล นิราธร", isKey: false, feedback: ""),
          ], isMultiple: false, isFixedOrder: false)),
      item("i-exam", "ข้อสอบลับ", .trueFalse(isTrue: true, correction: ""), pool: .exam),
      item("i-false", "เครือข่ายไม่มีสมาชิก", .trueFalse(isTrue: false, correction: "เครือข่ายมีสมาชิก")),
      item(
        "i-match", "จับคู่ศัพท์",
        .match(pairs: [.init(left: "การเรียนรู้", right: "learning"), .init(left: "การลงทุน", right: "investing")], extra: ["keeping"])),
      item("i-order", "เรียงลำดับ", .order(["เริ่ม", "ดำเนิน", "จบ"])),
      item("i-short", "คำไทยของ network", .shortAnswer(accepted: ["เครือข่าย"])),
      item(
        "i-gaps", "",
        .gaps(
          text: ["เครือข่าย คือ ", " ของ ", ""],
          gaps: [.init(accepted: ["สายใย"]), .init(accepted: ["ความสัมพันธ์"], distractors: ["อำนาจ"])])),
      item(
        "i-essay", "เครือข่ายคืออะไร",
        .essay(
          .init(
            outline: [.init(text: "นิยามของ Schuler", details: ["สายใย"], record: .definition(definition.id))],
            rubric: [.init(criterion: "อ้างนิยามถูกต้อง", points: 3)], prompts: ["ใครว่าไว้อย่างไร"]))),
    ]
  }
}

import CourseModel
import Diagnostics
import Foundation
import Testing

@testable import SheetExporter

struct PaperTests {
  private func item(_ id: String, _ stem: String, _ interaction: Interaction, level: CognitiveLevel = .remember) -> QuizItem {
    QuizItem(
      id: id, kind: "test", pool: .exam, level: level, difficulty: 0.5, stem: stem, interaction: interaction,
      explanation: "เพราะ \(id)",
      passage: .init(text: "ข้อความ \(id)", record: .section(SectionID("meaning")), span: NetworkChapter.evidence().span),
      records: [], chapter: NetworkChapter.chapter, section: SectionID("meaning"))
  }

  private func option(_ text: String, _ isKey: Bool = false) -> Interaction.Option { .init(text: text, isKey: isKey, feedback: "") }

  private var items: [QuizItem] {
    [
      item(
        "e", "อภิปราย",
        .essay(
          .init(outline: [.init(text: "ประเด็น", details: ["ย่อย"])], rubric: [.init(criterion: "ครบ", points: 3)], prompts: [])),
        level: .evaluate),
      item(
        "c", "ใครกล่าว",
        .choice(
          options: [option("ก้อง"), option("Schuler", true), option("ขวัญ"), option("งาม")], isMultiple: false, isFixedOrder: false)),
      item(
        "l", "ข้อใด",
        .choice(
          options: [option(String(repeating: "ความร่วมมือ", count: 6), true), option("ข่าย")], isMultiple: true, isFixedOrder: false)),
      item("t", "จริงหรือไม่", .trueFalse(isTrue: false, correction: "คือ Schuler")),
      item("m", "จับคู่", .match(pairs: [.init(left: "web", right: "สายใย"), .init(left: "hub", right: "ชุมทาง")], extra: ["โหนด"])),
      item("g", "เติมคำ", .gaps(text: ["เครือข่าย คือ ", ""], gaps: [.init(accepted: ["สายใย"])])),
    ]
  }

  private var exam: Exam {
    Exam(
      id: "final", title: "สอบปลายภาค", cover: .init(university: "มหาวิทยาลัย", courseCode: "SOC 201"),
      forms: [.init(name: "A", items: items), .init(name: "B", items: items.reversed())])
  }

  private var planned: [PlannedSheet] { NetworkChapter.exporter().plan(exam) }

  private func blocks(_ stem: String) -> [SheetBlock] { planned.first { $0.stem == "papers/final-" + stem }?.sheet.blocks ?? [] }

  private func examItems(_ blocks: [SheetBlock]) -> [ExamItem] {
    blocks.compactMap { if case .examItem(let item) = $0 { item } else { nil } }
  }

  @Test func makesEveryPaperForInstructorsOnly() {
    #expect(
      planned.map(\.stem) == [
        "papers/final-exam-a", "papers/final-exam-b", "papers/final-answer-sheet", "papers/final-key-a", "papers/final-key-b",
        "papers/final-specification", "papers/final-ioc",
      ])
    #expect(planned.allSatisfy { $0.audience == .instructor })
  }

  @Test func printsObjectiveQuestionsFirstAndNumbersThrough() {
    let items = examItems(blocks("exam-a"))
    #expect(items.map { $0.stem.plainText } == ["ใครกล่าว", "ข้อใด (เลือกได้มากกว่าหนึ่งข้อ)", "จริงหรือไม่", "จับคู่", "เติมคำ", "อภิปราย"])
    #expect(items.map(\.number) == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func setsOptionsInColumnsByLength() {
    let items = examItems(blocks("exam-a"))
    #expect(items[0].optionColumns == 4)
    #expect(items[1].optionColumns == 1)
  }

  @Test func listsWhatMayBeMatchedInDictionaryOrder() {
    guard case .table(let table)? = examItems(blocks("exam-a"))[3].answer.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0.cells[1].plainText } == ["ก. ชุมทาง", "ข. สายใย", "ค. โหนด"])
  }

  @Test func neverPrintsAKeyOnTheExam() {
    for sheet in planned where sheet.kind == "exam" || sheet.kind == "answer-sheet" {
      let page = String(decoding: sheet.html(), as: UTF8.self)
      #expect(!page.contains("เพราะ") && !page.contains("ประเด็น") && !page.contains("ข้อความ e"))
    }
  }

  @Test func keysEveryItemAsItIsNumberedOnItsForm() {
    func keys(_ form: Exam.Form) -> [String] {
      ExamPaper.printed(form, words: SheetWords(.thai), room: WritingRoom(settings: SheetSettings())).map(\.key)
    }
    #expect(keys(exam.forms[0]) == ["ข", "ก", "ข", "1) ข  2) ก", "สายใย", ""])
    #expect(keys(exam.forms[1]) == ["ข", "ก", "ข", "1) ข  2) ก", "สายใย", ""])
    let page = planned.first { $0.kind == "key" }.map { String(decoding: $0.html(), as: UTF8.self) } ?? ""
    #expect(page.contains("ประเด็น") && page.contains("ย่อย"))
  }

  @Test func countsItemsByContentAndLevel() {
    #expect(SpecificationPaper.percents([5, 1, 1, 3, 2, 2, 1, 1]) == [31, 6, 6, 19, 13, 13, 6, 6])
    #expect(SpecificationPaper.percents([1, 1, 1]) == [34, 33, 33] && SpecificationPaper.percents([]) == [])
    guard case .table(let table)? = blocks("specification").first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.title) == ["เนื้อหา", "จำ", "ประเมินค่า", "รวม", "%"])
    #expect(table.rows.last?.cells.map(\.plainText) == ["รวม", "5", "1", "6", "100"])
  }

  @Test func asksExpertsAboutEachItemAndItsObjective() {
    guard case .table(let table)? = blocks("ioc").first(where: { if case .table = $0 { true } else { false } }) else { return }
    #expect(table.rows.count == 6)
    #expect(table.rows.first?.cells[2].plainText == "ระบุความหมายของเครือข่ายทางสังคมและนักวิชาการผู้ให้ความหมายนั้นได้")
  }

  @Test func givesTheAnswerSheetABubbleForEveryObjectiveQuestion() {
    guard case .bubbles(let grid)? = blocks("answer-sheet").last else {
      Issue.record("no bubbles")
      return
    }
    #expect(grid == BubbleGrid(digits: 10, items: 3, options: 4))
  }

  @Test func draftsOneItemAFactWithOptionsInDictionaryOrder() {
    func fact(_ id: String, _ record: String, _ pool: QuizPool) -> QuizItem {
      var made = item(
        id, id, .choice(options: [option("งาม", true), option("ก้อง"), option("ขวัญ")], isMultiple: false, isFixedOrder: false))
      made.pool = pool
      made.records = [.section(SectionID(record))]
      return made
    }
    let pool = [
      fact("a1", "a", .exam), fact("a2", "a", .exam), fact("b1", "b", .exam), fact("b2", "b", .exam), fact("c", "c", .practice),
    ]
    let chosen = Exam.selection(of: pool, limit: 2)
    #expect(chosen.map(\.id) == ["a1", "b2"])
    guard case .choice(let options, _, true)? = chosen.first?.interaction else {
      Issue.record("options may still be shuffled")
      return
    }
    #expect(options.map(\.text) == ["ก้อง", "ขวัญ", "งาม"])
    #expect(Exam.selection(of: [], limit: 9).isEmpty)
  }

  @Test func setsQuestionsInTwoColumnsWhereAsked() {
    let sheets = NetworkChapter.exporter(SheetSettings(columns: 2)).plan(exam, kinds: ["exam"])
    #expect(sheets.allSatisfy { if case .columns(2, _)? = $0.sheet.blocks.last { true } else { false } })
    #expect(sheets.count == 2)
  }

  @Test(.enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"))
  func setsEveryPaperAsAccessiblePDF() throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let reports = try Typesetting.set(planned.map { $0.typst() }, standards: ["ua-1"], in: folder)
    #expect(reports.map(\.error) == Array(repeating: nil, count: 7))
    #expect(reports.flatMap { $0.warnings ?? [] } == [])
  }
}

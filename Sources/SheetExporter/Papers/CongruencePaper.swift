import CourseModel
import Diagnostics

/// What experts fill in to say whether an item tests its objective: แบบประเมินค่าดัชนีความสอดคล้อง (IOC).
struct CongruencePaper: PaperKind {
  let id = "ioc"
  let title = Wording(thai: "แบบประเมินความสอดคล้องของข้อสอบกับจุดประสงค์ (IOC)", english: "Item–objective congruence form")

  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet] {
    guard let form = exam.forms.first, !form.items.isEmpty else { return [] }
    let words = context.words
    let printed = ExamPaper.printed(form, words: words, room: context.room)
    // On narrow paper an item and its objective share a cell, and remarks have lines below.
    let isNarrow = context.settings.isNarrow
    let rows = printed.map { item -> SheetTable.Row in
      if isNarrow {
        var text: SheetText = [.text(item.item.stem), .lineBreak, .soft(words.keyIs + item.keyText)]
        let objective = objective(of: item.item, in: context)
        if !objective.isEmpty { text += [.lineBreak, .soft(words.objective + ": " + objective)] }
        return .init([[.text(String(item.number))], text, [], [], []])
      }
      let question: SheetText = [.text(item.item.stem), .lineBreak, .soft(words.keyIs + item.keyText)]
      return .init([
        [.text(String(item.number))], question, [.text(objective(of: item.item, in: context))], [], [], [], [],
      ])
    }
    let number = SheetTable.Column(words.number, .em(2.6), .center)
    let ratings = ["+1", "0", "−1"].map { SheetTable.Column($0, .em(2.4), .center) }
    let wide: [SheetTable.Column] = [.init(words.itemText, .share(5)), .init(words.objective, .share(3))]
    var columns = [number]
    columns += isNarrow ? [.init(words.itemText, .share(1))] : wide
    columns += ratings
    if !isNarrow { columns.append(.init(words.remarks, .em(6.4))) }
    var blocks: [SheetBlock] = [
      .fields([.init(words.expert), .init(words.position)]), .note([.text(words.congruenceHow)]),
      .table(SheetTable(columns: columns, rows: rows, isRuled: true)),
    ]
    let signature = SheetBlock.signatures([words.expert])
    blocks.append(isNarrow ? .together([.heading(level: 2, [.text(words.remarks)]), .lines(5), signature]) : signature)
    return [context.sheet(self, of: exam, blocks: blocks)]
  }

  /// The chapter's objective that names the item's section and, among several, its level; else the section.
  private func objective(of item: QuizItem, in context: PaperContext) -> String {
    let objectives = context.course[item.chapter]?.objectives ?? []
    let near = objectives.filter { objective in item.section.map { objective.sections.contains($0) } ?? false }
    if let best = near.first(where: { $0.level == item.level }) ?? near.first { return best.text }
    return item.section.flatMap { context.course[$0]?.title } ?? context.course[item.chapter]?.title ?? ""
  }
}

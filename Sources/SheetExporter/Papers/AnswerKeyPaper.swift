import CourseModel
import Diagnostics

/// The key of a form at a glance, then a guide: why each key is right, with the passage it rests on; points and rubric for essays.
struct AnswerKeyPaper: PaperKind {
  let id = "key"
  let title = Wording(thai: "เฉลยและแนวการให้คะแนน", english: "Answer key and marking guide")
  let isEditable = true

  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet] {
    exam.forms.filter { !$0.items.isEmpty }.map { form in
      let printed = ExamPaper.printed(form, words: context.words, room: context.room)
      let objective = printed.filter { PrintedItem.isObjective($0.item) }
      var blocks: [SheetBlock] = []
      if !objective.isEmpty { blocks.append(.table(grid(objective))) }
      blocks.append(.heading(level: 2, [.text(context.words.guide)]))
      for item in printed {
        // An essay's outline may be longer than a page.
        if case .essay = item.item.interaction {
          blocks += guide(item, in: context)
        } else {
          blocks.append(.together(guide(item, in: context)))
        }
      }
      return context.sheet(self, of: exam, form: form, blocks: blocks)
    }
  }

  /// Ten keys a row.
  private func grid(_ items: [PrintedItem]) -> SheetTable {
    let width = 10
    let rows = stride(from: 0, to: items.count, by: width).map { start in
      SheetTable.Row(
        (0..<width).map { k -> SheetText in
          guard start + k < items.count else { return [] }
          return [.soft("\(items[start + k].number) "), .strong(items[start + k].key)]
        })
    }
    return SheetTable(columns: (0..<width).map { _ in .init("", .share(1), .center) }, rows: rows, isRuled: true)
  }

  private func guide(_ printed: PrintedItem, in context: PaperContext) -> [SheetBlock] {
    let item = printed.item
    let words = context.words
    var head: SheetText = [.accent("\(printed.number). "), .strong(printed.keyText)]
    head.append(.soft("  " + words.level(item.level)))
    var blocks: [SheetBlock] = [.paragraph(head)]
    if !item.explanation.isEmpty { blocks.append(.paragraph([.text(item.explanation)])) }
    if let passage = item.passage {
      blocks.append(
        .passage(
          [.text(context.setting.fitted(passage.text, em: context.room.lineWidth * 3.6))], source: [.text(place(item, in: context))]
        ))
    }
    if case .essay(let essay) = item.interaction {
      blocks.append(.paragraph([.text(item.stem)]))
      blocks.append(
        .list(
          SheetList(
            .dash,
            essay.outline.map { point in
              [.paragraph([.text(point.text)])]
                + (point.details.isEmpty ? [] : [.list(SheetList(.dash, point.details.map { [.text($0)] as SheetText }))])
            })))
      if !essay.rubric.isEmpty {
        let total = essay.rubric.reduce(0) { $0 &+ $1.points }
        let rows = essay.rubric.map { SheetTable.Row([[.text($0.criterion)], [.text(String($0.points))]]) }
        blocks.append(
          .together([
            .table(
              SheetTable(
                columns: [.init(words.criterion, .share(1)), .init(words.marks, .em(4), .center)],
                rows: rows + [.init([[.strong(words.total)], [.strong(String(total))]], isStrong: true)], isRuled: true))
          ]))
      }
    }
    return blocks
  }

  private func place(_ item: QuizItem, in context: PaperContext) -> String {
    let chapter = context.course[item.chapter].flatMap { chapter in
      chapter.number.map { context.words.chapter($0) } ?? chapter.title
    }
    let section = item.section.flatMap { context.course[$0]?.title }
    return [chapter, section].compactMap { $0 }.joined(separator: " · ")
  }
}

import CourseModel
import Diagnostics

/// Bubbles for the objective questions, with a grid for the student number and marks for alignment.
struct AnswerSheetPaper: PaperKind {
  let id = "answer-sheet"
  let title = Wording(thai: "กระดาษคำตอบ", english: "Answer sheet")

  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet] {
    let words = context.words
    let counts = exam.forms.map { $0.items.filter(PrintedItem.isObjective).count }
    guard let count = counts.max(), count > 0 else { return [] }
    let options = exam.forms.flatMap(\.items).map { item in
      if case .choice(let options, _, _) = item.interaction { return options.count }
      return 2
    }
    let forms = exam.forms.map(\.name).filter { !$0.isEmpty }
    var fields: [SheetField] = [
      .init(words.courseTitle, exam.cover.courseTitle ?? context.course.title), .init(words.term, exam.cover.term),
      .init(words.name),
      .init(words.seat),
    ]
    if !forms.isEmpty { fields += [.init(words.formUsed), .init(words.signature)] }
    let blocks: [SheetBlock] = [
      .centered([[.strong(title.text(in: context.course.language) + ": " + exam.title)]]), .fields(fields),
      .bubbles(BubbleGrid(digits: 10, items: min(count, 100), options: min(5, max(4, options.max() ?? 4)))),
    ]
    return [context.sheet(self, of: exam, isBare: true, blocks: blocks)]
  }
}

import CourseModel
import Diagnostics

/// The paper students write on: a cover and the questions, objective ones first. One paper a form.
struct ExamPaper: PaperKind {
  let id = "exam"
  let title = Wording(thai: "ข้อสอบ", english: "Exam paper")
  let isEditable = true

  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet] {
    exam.forms.filter { !$0.items.isEmpty }.map { form in
      context.sheet(self, of: exam, form: form, blocks: cover(exam, form, in: context) + questions(form, in: context))
    }
  }

  private func cover(_ exam: Exam, _ form: Exam.Form, in context: PaperContext) -> [SheetBlock] {
    let words = context.words
    let cover = exam.cover
    let names = [cover.university, cover.faculty].compactMap { $0 }
    var blocks: [SheetBlock] = []
    if !names.isEmpty { blocks.append(.centered(names.map { [.strong($0)] })) }
    blocks.append(
      .fields([
        .init(words.courseCode, cover.courseCode), .init(words.courseTitle, cover.courseTitle ?? context.course.title),
        .init(words.term, cover.term), .init(words.time, cover.time), .init(words.fullMarks, cover.marks),
        .init(words.itemCount, words.items(form.items.count)),
      ]))
    blocks.append(.fields([.init(words.name), .init(words.studentNumber), .init(words.seat), .init(words.room)]))
    let instructions = cover.instructions.isEmpty ? words.usualInstructions : cover.instructions
    blocks.append(.box(title: words.instructions, [.list(SheetList(.number, instructions.map { [.text($0)] as SheetText }))]))
    return blocks + [.signatures([words.setter, words.checker]), .pageBreak]
  }

  private func questions(_ form: Exam.Form, in context: PaperContext) -> [SheetBlock] {
    let words = context.words
    var blocks: [SheetBlock] = []
    var number = 0
    let parts = Part.allCases.map { part in (part, form.items.filter { Part($0) == part }) }.filter { !$0.1.isEmpty }
    for (index, (part, items)) in parts.enumerated() {
      let name = parts.count > 1 ? words.part(index + 1) + " " : ""
      blocks.append(.heading(level: 2, [.text(name + words.partTitle(part)), .soft("  " + words.items(items.count))]))
      for item in items {
        number += 1
        blocks.append(PrintedItem(item: item, number: number, words: words, room: context.columnRoom).block)
      }
    }
    return context.settings.bodyColumns > 1 ? [.columns(context.settings.bodyColumns, blocks)] : blocks
  }

  /// A form's items in the order in which they are printed and keyed.
  static func printed(_ form: Exam.Form, words: SheetWords, room: WritingRoom) -> [PrintedItem] {
    Part.allCases.flatMap { part in form.items.filter { Part($0) == part } }.enumerated()
      .map { PrintedItem(item: $1, number: $0 + 1, words: words, room: room) }
  }

  enum Part: CaseIterable {
    case objective, matching, short, essay

    init(_ item: QuizItem) {
      switch item.interaction {
      case .choice, .trueFalse: self = .objective
      case .match, .order: self = .matching
      case .shortAnswer, .gaps: self = .short
      case .essay: self = .essay
      }
    }
  }
}

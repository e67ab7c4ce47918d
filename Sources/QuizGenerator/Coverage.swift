import CourseModel
import Diagnostics

/// What the bank does not test, said as notes: incomplete, never wrong.
enum Coverage {
  static func diagnostics(_ bank: QuizBank, _ course: Course, _ options: QuizOptions) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    guard options.pools.count == QuizPool.allCases.count else { return [] }
    var tested: Set<RecordID> = []
    for item in bank.items { tested.formUnion(item.records) }
    for definition in course.definitions where definition.kind == .definition && !tested.contains(.definition(definition.id)) {
      diagnostics.append(
        Diagnostic(
          "untested-definition", .note, thai: "ไม่มีข้อสอบจากนิยามของ “\(definition.term)” เพราะหาตัวลวงที่ดีหรือข้อความที่ยกมาได้ไม่พอ",
          english: "no item tests this definition of “\(definition.term)”: too few good distractors, or nothing to quote",
          at: definition.evidence.span))
    }
    for set in course.enumerations where set.items.count >= 2 && !tested.contains(.enumeration(set.id)) {
      diagnostics.append(
        Diagnostic(
          "untested-set", .note, thai: "ไม่มีข้อสอบจากชุด “\(set.title)” เพราะหาตัวลวงที่ดีได้ไม่พอ",
          english: "no item tests the set “\(set.title)”: too few good distractors", at: set.evidence.span))
    }
    for question in course.questions where question.kind == .discussion && question.answers.isEmpty {
      diagnostics.append(
        Diagnostic(
          "unanswered-question", .note, thai: "คำถามนี้ยังไม่มีส่วนใดของบทเรียนตอบ จึงมีแต่ข้อเขียนโดยไม่มีเค้าโครงคำตอบ",
          english: "nothing in the course answers this question, so its quiz is the essay alone, without an outline",
          at: question.evidence.span,
          repair: Wording(thai: "เติม {answers=\"#id\"} ท้ายคำถาม", english: "add {answers=\"#id\"} after the question")))
    }
    return diagnostics.inSourceOrder()
  }
}

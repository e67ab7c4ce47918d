import CourseModel
import Diagnostics

/// A question that no record of its chapter answers.
func unansweredQuestions(_ course: Course) -> [Diagnostic] {
  course.questions.filter { $0.kind == .discussion && $0.answers.isEmpty }.map { question in
    Diagnostic(
      "unanswered-question", .note, thai: "ไม่พบเนื้อหาที่ตอบคำถามนี้", english: "nothing in the chapter answers this question",
      at: question.evidence.span,
      repair: Wording(thai: "เติม {answers=\"#id\"} ท้ายคำถาม", english: "add {answers=\"#id\"} after the question"))
  }
}

import CourseModel
import QuizGenerator
import SheetExporter

extension LoadedCourse {
  /// The exam whose papers are printed: the items of the exam pool under the cover of `quiz.yml`; nil where there are none.
  func exam() -> Exam? {
    var options = quiz
    options.pools = [.exam]
    let (bank, _) = generateQuiz(course, options: options)
    let cover = Exam.Cover(quizSettings.cover)
    let exam = Exam(pool: bank.items, title: cover.courseTitle ?? course.title, cover: cover)
    return exam.forms.isEmpty ? nil : exam
  }
}

extension Exam.Cover {
  /// What the author left empty is not printed.
  init(_ cover: ExamCover) {
    func said(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(
      university: said(cover.university), faculty: said(cover.faculty), courseCode: said(cover.courseCode),
      courseTitle: said(cover.courseTitle), term: said(cover.term), time: said(cover.time), marks: said(cover.marks),
      instructions: cover.instructions.filter { !$0.isEmpty })
  }
}

import CourseModel
import Diagnostics
import QuizGenerator
import SheetExporter

extension LoadedCourse {
  /// The exam whose papers are printed, from the items of the exam pool under the cover of `quiz.yml`; nil where there are none.
  ///
  /// - Parameter forms: what forms to assemble; nil for what `quiz.yml` says: without `forms` one form.
  func exam(forms request: FormRequest?) -> (exam: Exam?, diagnostics: [Diagnostic]) {
    let (bank, _) = items.bank(pools: [.exam])
    let cover = Exam.Cover(quizSettings.cover)
    let title = cover.courseTitle ?? course.title
    guard !bank.items.isEmpty else { return (nil, []) }
    var request = request ?? FormRequest(count: quizSettings.forms ?? 1)
    if request.blueprint.rows.isEmpty { request.blueprint = quizSettings.blueprint }
    let made = assembleForms(bank, course: course, request: request)
    let forms = made.forms.map { form in
      Exam.Form(name: made.forms.count > 1 ? Self.letter(of: form.number) : "", items: form.items)
    }
    return (forms.allSatisfy(\.items.isEmpty) ? nil : Exam(id: "", title: title, cover: cover, forms: forms), made.diagnostics)
  }

  /// «A» for the first.
  private static func letter(of number: Int) -> String { String(UnicodeScalar(UInt8(clamping: 0x40 + min(26, max(1, number))))) }
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

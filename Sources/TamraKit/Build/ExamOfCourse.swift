import CourseModel
import Diagnostics
import QuizGenerator
import SheetExporter

extension LoadedCourse {
  /// The exam whose papers are printed, from the items of the exam pool under the cover of `quiz.yml`; nil where there are none.
  ///
  /// - Parameter forms: what forms to assemble; nil for what `quiz.yml` says, which without `forms` and `blueprint` is one form of an
  ///   item for each fact.
  func exam(forms request: FormRequest?) -> (exam: Exam?, diagnostics: [Diagnostic]) {
    let (bank, _) = items.bank(pools: [.exam])
    let cover = Exam.Cover(quizSettings.cover)
    let title = cover.courseTitle ?? course.title
    let isAssembled = request != nil || quizSettings.forms != nil || !quizSettings.blueprint.rows.isEmpty
    guard isAssembled, !bank.items.isEmpty else {
      let exam = Exam(pool: bank.items, title: title, cover: cover)
      return (exam.forms.isEmpty ? nil : exam, [])
    }
    var request = request ?? FormRequest(count: quizSettings.forms ?? 1)
    if request.blueprint.rows.isEmpty { request.blueprint = quizSettings.blueprint }
    if request.items == nil, request.blueprint.total == 0 { request.items = min(Self.usualLength, bank.items.count) }
    let made = assembleForms(bank, course: course, request: request)
    let forms = made.forms.map { form in
      Exam.Form(name: made.forms.count > 1 ? Self.letter(of: form.number) : "", items: form.items)
    }
    return (Exam(id: "", title: title, cover: cover, forms: forms), made.diagnostics)
  }

  /// Items of a form when nobody says how many.
  private static let usualLength = 40

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

import CourseReader
import Diagnostics
import QuizGenerator
import SheetExporter

extension SettingsFiles {
  /// What `Content/quiz.yml` says about the head of an exam paper. Other keys of the file are not its business: `quiz(_:)` reports those.
  static func cover(_ text: SourceText) -> (cover: Exam.Cover, diagnostics: [Diagnostic]) {
    var cover = Exam.Cover()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (cover, []) }
    let fields = yaml.mapping(root, known: [], of: Wording(thai: " quiz.yml ", english: "quiz.yml"))
    let reported = yaml.diagnostics.count
    func line(_ name: String) -> String? { yaml.string(fields[name], name).flatMap { $0.isEmpty ? nil : $0 } }
    cover.university = line("university")
    cover.faculty = line("faculty")
    cover.courseCode = line("course-code")
    cover.courseTitle = line("course-title")
    cover.term = line("term")
    cover.time = line("time")
    cover.marks = line("marks")
    cover.instructions = yaml.strings(fields["instructions"], "instructions").filter { !$0.isEmpty }
    return (cover, Array(yaml.diagnostics.dropFirst(reported)))
  }
}

extension LoadedCourse {
  /// The exam whose papers are printed: the items of the exam pool under the cover of `quiz.yml`; nil where there are none.
  func exam() -> Exam? {
    var options = quiz
    options.pools = [.exam]
    let (bank, _) = generateQuiz(course, options: options)
    let exam = Exam(pool: bank.items, title: cover.courseTitle ?? course.title, cover: cover)
    return exam.forms.isEmpty ? nil : exam
  }
}

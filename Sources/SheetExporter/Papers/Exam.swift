import CourseModel
import Diagnostics
import ThaiText

/// An exam as it is to be printed: who sets it, and its forms with their items in order.
package struct Exam: Hashable, Sendable {
  /// What stands at the head of the paper; what is nil is left out or becomes a line to write on.
  package struct Cover: Hashable, Sendable {
    package var university: String?
    package var faculty: String?
    package var courseCode: String?
    package var courseTitle: String?
    package var term: String?
    package var time: String?
    package var marks: String?
    package var instructions: [String]

    package init(
      university: String? = nil, faculty: String? = nil, courseCode: String? = nil, courseTitle: String? = nil, term: String? = nil,
      time: String? = nil, marks: String? = nil, instructions: [String] = []
    ) {
      self.university = university
      self.faculty = faculty
      self.courseCode = courseCode
      self.courseTitle = courseTitle
      self.term = term
      self.time = time
      self.marks = marks
      self.instructions = instructions
    }
  }

  /// Items and options stand in the order in which they are printed: shuffling is the form maker's.
  package struct Form: Hashable, Sendable {
    /// «A», or empty where there is one form.
    package var name: String
    package var items: [QuizItem]

    package init(name: String, items: [QuizItem]) {
      self.name = name
      self.items = items
    }
  }
  /// ASCII: begins the names of the files; may be empty.
  package var id: String
  package var title: String
  package var cover: Cover
  package var forms: [Form]

  package init(id: String, title: String, cover: Cover = Cover(), forms: [Form]) {
    self.id = id
    self.title = title
    self.cover = cover
    self.forms = forms
  }
}

/// A kind of paper for instructors: a file in Papers/ and a line below.
package protocol PaperKind: Sendable {
  /// Lower case with hyphens: names the file.
  var id: String { get }
  var title: Wording { get }
  /// Made as a Word document too, for the lecturer to change.
  var isEditable: Bool { get }
  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet]
}

extension PaperKind {
  package var isEditable: Bool { false }
}

package let paperKinds: [any PaperKind] = [
  ExamPaper(),
  AnswerSheetPaper(),
  AnswerKeyPaper(),
  SpecificationPaper(),
  CongruencePaper(),
]

/// The course around an exam, and how its papers are named.
package struct PaperContext: Sendable {
  let course: Course
  let settings: SheetSettings
  let setting: LineSetting

  var words: SheetWords { SheetWords(course.language) }
  var room: WritingRoom { WritingRoom(settings: settings) }
  /// Of a column of questions.
  var columnRoom: WritingRoom { WritingRoom(settings: settings, columns: settings.bodyColumns) }

  func sheet(
    _ kind: some PaperKind, of exam: Exam, form: Exam.Form? = nil, isBare: Bool = false, isNamed: Bool = false, blocks: [SheetBlock]
  ) -> Sheet {
    let name = kind.title.text(in: course.language)
    let suffix = form.map { $0.name.isEmpty ? "" : " · " + words.form($0.name) } ?? ""
    let file = form.map { $0.name.isEmpty ? "" : "-" + $0.name.lowercased() } ?? ""
    return Sheet(
      stem: "papers/\(exam.id.isEmpty ? "" : exam.id + "-")\(kind.id)\(file)", kicker: name + suffix, title: exam.title,
      documentTitle: "\(name)\(suffix): \(exam.title)",
      footer: exam.cover.courseTitle ?? course.title, isNamed: isNamed, language: course.language, blocks: blocks, isBare: isBare)
  }
}

import CourseModel
import Diagnostics

/// A kind of sheet: a file in Sheets/ and a line below.
package protocol SheetKind: Sendable {
  /// Lower case with hyphens: names the file and what `tamra print` takes.
  var id: String { get }
  var title: Wording { get }
  var audience: Audience { get }
  /// The sheets of one chapter; none where the chapter has nothing for them.
  func sheets(in context: SheetContext) -> [Sheet]
}

package let sheetKinds: [any SheetKind] = [
  GlossarySheet(),
  DiscussionSheet(),
]

/// A chapter and the course around it, with what every sheet needs to say.
package struct SheetContext: Sendable {
  package let course: Course
  package let chapter: Chapter
  package let settings: SheetSettings

  package init(course: Course, chapter: Chapter, settings: SheetSettings) {
    self.course = course
    self.chapter = chapter
    self.settings = settings
  }

  var words: SheetWords { SheetWords(course.language) }
  var sources: SourceLabel { SourceLabel(course: course, language: course.language) }

  var definitions: [Definition] { course.definitions.filter { $0.chapter == chapter.id } }
  var enumerations: [Enumeration] { course.enumerations.filter { $0.chapter == chapter.id } }
  var questions: [Question] { course.questions.filter { $0.chapter == chapter.id } }
  var sections: [Section] { course.sections.filter { $0.chapter == chapter.id } }

  /// The concepts the chapter teaches: defined here, or standing in one of its sections.
  var concepts: [Concept] {
    let own = Set(sections.map(\.id))
    let defined = Set(definitions.map(\.concept))
    return course.concepts.filter { defined.contains($0.id) || $0.sections.contains { own.contains($0) } }
  }

  /// A sheet of this chapter; `suffix` tells sheets of one kind apart.
  func sheet(_ kind: some SheetKind, suffix: String? = nil, title: String? = nil, isNamed: Bool = false, blocks: [SheetBlock])
    -> Sheet
  {
    let name = kind.title.text(in: course.language)
    let number = chapter.number.map { words.chapter($0) + " · " } ?? ""
    return Sheet(
      stem: "sheets/\(chapter.id.text)-\(kind.id)" + (suffix.map { "-" + $0 } ?? ""), kicker: number + name,
      title: title ?? chapter.title, documentTitle: "\(name): \(chapter.title)", footer: course.title, isNamed: isNamed,
      language: course.language, blocks: blocks)
  }
}

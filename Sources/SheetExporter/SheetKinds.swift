import CourseModel
import Diagnostics

/// A kind of sheet: a file in Sheets/ and a line below.
package protocol SheetKind: Sendable {
  /// Lower case with hyphens: names the file and what `tamra print` takes.
  var id: String { get }
  var title: Wording { get }
  var audience: Audience { get }
  /// Made as a Word document too, for the lecturer to change.
  var isEditable: Bool { get }
  /// The sheets of one chapter; none where the chapter has nothing for them.
  func sheets(in context: SheetContext) -> [Sheet]
}

extension SheetKind {
  package var isEditable: Bool { false }
}

package let sheetKinds: [any SheetKind] = [
  ChapterSheet(),
  SummarySheet(),
  ReadingGuideSheet(),
  GlossarySheet(),
  DefinitionsSheet(),
  FillInSheet(),
  ConceptMapSheet(),
  FlashcardSheet(),
  SelfExplanationSheet(),
  DiscussionSheet(),
]

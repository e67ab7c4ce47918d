import CourseModel
import Diagnostics

/// What a check of one chapter may look at, before the text is forgotten.
struct CheckedChapter {
  let source: SourceText
  let outline: Outline
  let readings: [UnitReading]
  let chapter: ChapterReading

  /// Running text and headings that are to be read at all.
  func isRead(_ unit: Int) -> Bool {
    !outline.isPlain(unit) && !outline.units[unit].attributes.has("plain")
      && (outline.units[unit].section.map { outline.sections[$0].role != .bibliography } ?? true)
  }

  func span(_ range: Range<Int>, in unit: Int) -> SourceSpan? { outline.units[unit].passage.source(of: range).map(source.span) }
}

/// A look at one chapter. Completeness and nearness are notes; what will look wrong to a reader is a warning (design.md, «Findings»).
struct ChapterCheck: Sendable {
  var name: String
  var findings: @Sendable (CheckedChapter) -> [Diagnostic]
}

/// A look at the resolved course.
struct CourseCheck: Sendable {
  var name: String
  var findings: @Sendable (Course) -> [Diagnostic]
}

/// A new check is a file and a line here; each linear in what it looks at.
let chapterChecks: [ChapterCheck] = [
  ChapterCheck(name: "stated-count", findings: statedCounts),
  ChapterCheck(name: "unread-citation", findings: unreadCitations),
  ChapterCheck(name: "stray-asterisks", findings: strayAsterisks),
  ChapterCheck(name: "thai-typing", findings: thaiTyping),
  ChapterCheck(name: "spacing", findings: spacing),
  ChapterCheck(name: "misspelling", findings: misspellings),
  ChapterCheck(name: "near-spelling", findings: nearSpellings),
]

let courseChecks: [CourseCheck] = [
  CourseCheck(name: "spelt-two-ways", findings: namesSpeltTwoWays),
  CourseCheck(name: "unanswered-question", findings: unansweredQuestions),
  CourseCheck(name: "unlisted-citation", findings: unlistedCitations),
  CourseCheck(name: "two-years", findings: worksOfTwoYears),
  CourseCheck(name: "undefined-concept", findings: undefinedConcepts),
]

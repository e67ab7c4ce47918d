import Diagnostics

/// Bloom's revised levels.
package enum CognitiveLevel: String, Sendable, CaseIterable {
  case remember, understand, apply, analyse, evaluate, create
}

/// All items of a course, or of a part of it, with the categories they are filed under.
package struct QuizBank: Hashable, Sendable {
  package var title: String
  package var language: Language
  /// A category stands before those below it.
  package var categories: [QuizCategory]
  package var items: [QuizItem]

  package init(title: String, language: Language, categories: [QuizCategory], items: [QuizItem]) {
    self.title = title
    self.language = language
    self.categories = categories
    self.items = items
  }
}

/// A shelf of the bank: a chapter, a concept, a discussion question.
package struct QuizCategory: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case chapter(ChapterID)
    case section(SectionID)
    case concept(ConceptID)
    /// A discussion question's own quiz: objective items that lead up to its essay.
    case question(QuestionID)
  }
  package var id: String
  package var title: String
  package var parent: String?
  package var subject: Subject
  /// Identifiers of items in the order they are to be met; an item may stand on several shelves.
  package var items: [String]

  package init(id: String, title: String, parent: String? = nil, subject: Subject, items: [String]) {
    self.id = id
    self.title = title
    self.parent = parent
    self.subject = subject
    self.items = items
  }
}

/// Practice is shown to students; exam never leaves `Site/instructor`.
package enum QuizPool: String, Sendable, CaseIterable { case practice, exam }

package struct QuizItem: Hashable, Sendable {
  /// Made from the records' identifiers, never from wording: the same question keeps its id when a sentence is mended.
  package var id: String
  /// The item writer («author-of-definition»).
  package var kind: String
  package var pool: QuizPool
  package var level: CognitiveLevel
  /// Expected share of right answers, 0 to 1.
  package var difficulty: Double
  /// What is asked; plain text, may hold line breaks.
  package var stem: String
  /// Words of the stem to be set off: the «ไม่ใช่» of a negative stem. Empty for most items.
  package var emphasis: [String]
  package var interaction: Interaction
  /// Why the key is right, said before the passage.
  package var explanation: String
  /// The chapter's own words, quoted.
  package var passage: Passage?
  /// What the item tests; its first is the fact that splits practice from exam.
  package var records: [RecordID]
  package var chapter: ChapterID
  package var section: SectionID?
  package var concept: ConceptID?
  package var tags: [String]

  /// Quoted words and where they stand.
  package struct Passage: Hashable, Sendable {
    package var text: String
    /// The record whose place in the chapter page the link leads to.
    package var record: RecordID
    package var span: SourceSpan

    package init(text: String, record: RecordID, span: SourceSpan) {
      self.text = text
      self.record = record
      self.span = span
    }
  }

  package init(
    id: String, kind: String, pool: QuizPool = .practice, level: CognitiveLevel, difficulty: Double, stem: String,
    emphasis: [String] = [], interaction: Interaction, explanation: String, passage: Passage?, records: [RecordID],
    chapter: ChapterID, section: SectionID?,
    concept: ConceptID? = nil, tags: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.pool = pool
    self.level = level
    self.difficulty = difficulty
    self.stem = stem
    self.emphasis = emphasis
    self.interaction = interaction
    self.explanation = explanation
    self.passage = passage
    self.records = records
    self.chapter = chapter
    self.section = section
    self.concept = concept
    self.tags = tags
  }
}

import CourseModel

/// One thing the chapter teaches and a student can be asked, as an index into the lists of `ChapterFacts`.
enum Fact: Hashable, Sendable {
  /// Somebody, or the chapter itself, says what a term means.
  case definition(Int)
  /// A Thai term and its English one.
  case term(Int)
  /// A set counted out in the text.
  case set(Int)
  /// One author known through another's work.
  case source(Int)
  /// A drawn figure with labels.
  case figure(Int)
}

struct DefinitionFact: Sendable {
  let record: Definition
  let statement: Statement
  let likeness: Likeness
  /// The authors as a sentence names them, without the year; empty where the chapter itself defines.
  let authors: String
  let pool: QuizPool
}

struct TermFact: Sendable {
  let record: Concept
  let english: String
  let pool: QuizPool
}

struct SetFact: Sendable {
  let record: Enumeration
  let titles: [String]
  let likenesses: [Likeness]
  let authors: String
  let pool: QuizPool
}

struct SourceFact: Sendable {
  let record: Citation
  /// Who is spoken of.
  let authors: String
  /// In whose work.
  let container: String
  let pool: QuizPool
}

struct FigureFact: Sendable {
  let record: Figure
  let labels: [String]
  let pool: QuizPool
}

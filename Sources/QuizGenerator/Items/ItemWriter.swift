import CourseModel

/// Writes one kind of item. A new kind is a file beside this one and a line in `itemWriters`.
protocol ItemWriter: Sendable {
  /// What tamra and the exporters call it: lower case with hyphens.
  var kind: String { get }
  /// nil for facts it does not ask about.
  func turn(for fact: Fact) -> Turn?
  /// The item, or nil when none can be asked soundly: too few distractors, or the words give the answer away.
  func item(about fact: Fact, in facts: ChapterFacts) -> QuizItem?
}

/// When a writer is asked, while the fact may still be tested.
enum Turn: Int, Comparable, Sendable {
  /// Before all others.
  case first
  /// In an order that differs from fact to fact, so that kinds mix.
  case rotating
  /// Only where the fact would otherwise go untested.
  case last

  static func < (a: Turn, b: Turn) -> Bool { a.rawValue < b.rawValue }
}

/// Writes items about several facts at once.
protocol GroupWriter: Sendable {
  var kind: String { get }
  /// How many facts one item may hold.
  var size: ClosedRange<Int> { get }
  /// Which of ten equal parts of the facts it takes; writers of one kind of fact take different ones.
  var parts: Range<UInt64> { get }
  func accepts(_ fact: Fact, in facts: ChapterFacts) -> Bool
  /// nil when they cannot be told apart.
  func item(about group: [Fact], in facts: ChapterFacts) -> QuizItem?
}

package enum ItemKinds {
  /// Every kind of item the generator writes, in the registry's order.
  package static var all: [String] { itemWriters.map(\.kind) + groupWriters.map(\.kind) + [Essay.kind] }
}

let itemWriters: [any ItemWriter] = [
  AuthorOfDefinition(),
  DefinitionOfAuthor(),
  TermOfDefinition(),
  DefinitionOfTerm(),
  EnglishOfTerm(),
  TermOfEnglish(),
  TypedTerm(),
  SetMember(),
  SetOutsider(),
  SetCompletion(),
  SetOwner(),
  ItemOfMeaning(),
  StepsInOrder(),
  SetRecall(),
  DefinitionRecall(),
  TermGaps(),
  ExchangedAuthor(),
  ExchangedTerm(),
  ExchangedMember(),
  SecondarySource(),
  FigureLabel(),
]

let groupWriters: [any GroupWriter] = [
  MatchedAuthors(),
  ComparedAuthors(),
  MatchedTerms(),
]

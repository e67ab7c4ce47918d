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

/// Whom a fact is owed to, worked out once.
struct Ownership: Sendable {
  let persons: [PersonID]
  /// In whose work the owner is cited, or who edited it: never a distractor beside the owner.
  let hosts: [PersonID]
  /// As a sentence names them, without the year; empty where the chapter itself speaks.
  let names: String
  /// With year and container, as a citation does.
  let cited: String
  let isOrganisation: Bool
  let isLatin: Bool

  var isNobody: Bool { names.isEmpty }

  func shares(_ others: [PersonID]) -> Bool { persons.contains { others.contains($0) } }
}

// Facts are classes because twenty writers read each of them many times and nobody changes one: as structs, copying their
// references took a third of the time.

final class DefinitionFact: Sendable {
  let record: Definition
  /// nil where the course has no record of its concept.
  let kin: Kin?
  let owner: Ownership
  let statement: Statement
  /// Its authors' names, to be kept out of quotations.
  let names: [[UInt8]]
  /// For a stem: about a line and a half.
  let opening: KeyPhrase?
  /// For what is said of an option: less than a line.
  let inShort: String?
  /// For options: every run of clauses of moderate length that holds neither a name nor the term.
  let points: [KeyPhrase]
  let likeness: Likeness
  let pool: QuizPool
  /// Graphemes of the term.
  let termLength: Int
  /// True where it explains an item of a set, which is asked about as such.
  let isPartOfSet: Bool

  init(_ record: Definition, naming: Naming, kin: Kin?, pool: QuizPool, isPartOfSet: Bool) {
    self.kin = kin
    self.isPartOfSet = isPartOfSet
    let words = Statement.withoutCopula(record.statement)
    self.record = record
    self.pool = pool
    owner = naming.owner(record.authors, record.citation)
    names = naming.names(of: record.authors)
    statement = Statement(words)
    opening = statement.opening(avoiding: names)
    inShort = statement.opening(limit: 80)?.text
    points = statement.allPhrases(16...200, avoiding: names + [Array(record.term.utf8), Self.means])
    likeness = Likeness(words)
    termLength = Letters.count(record.term)
  }

  var authors: String { owner.names }

  private static let means = Array("หมายถึง".utf8)
}

final class TermFact: Sendable {
  let record: Concept
  let kin: Kin
  let english: String
  /// For comparisons.
  let lowerEnglish: String
  let pool: QuizPool

  init(_ record: Concept, kin: Kin, pool: QuizPool) {
    self.kin = kin
    self.record = record
    self.pool = pool
    english = record.english.first ?? ""
    lowerEnglish = english.lowercased()
  }
}

final class SetFact: Sendable {
  let record: Enumeration
  let owner: Ownership
  /// What the set is called in a stem: its title without the English in brackets.
  let title: String
  /// True where the chapter calls the set by its count alone: its title, without the count, needs the heading it stands under.
  let isCounted: Bool
  let titleHash: UInt64
  let titles: [String]
  let likenesses: [Likeness]
  let lengths: [Int]
  /// By title: whether it names a thing done, «การ…», «ความ…».
  let isNominal: [Bool]
  /// «ความหมายของ…»: what its items are of another kind than what a thing is made of.
  let isMeaning: Bool
  /// The letters all titles begin with, where they are named alike («นัย…»); nil for «การ…» and «ความ…», which name anything.
  let sharedHead: String?
  /// Whether the title names what its items are, and can follow «ข้อใดเป็น» as it stands.
  let isNamed: Bool
  let pool: QuizPool

  init(_ record: Enumeration, naming: Naming, pool: QuizPool) {
    self.record = record
    self.pool = pool
    owner = naming.owner(record.authors, record.citation)
    let printed = SetTitle.withoutEnglish(record.title)
    let counted = SetTitle.counted(printed)
    title = counted ?? printed
    isCounted = counted != nil
    titleHash = StableOrder.hash(title)
    titles = record.items.map { SetTitle.shown($0.title) }
    likenesses = titles.map { Likeness($0) }
    lengths = titles.map { Letters.count($0) }
    isNominal = titles.map { OptionForm.isNominal($0) }
    isMeaning = SetTitle.isMeaning(title)
    let head = isNominal.first == false ? titles.first.flatMap { OptionForm.head(of: $0, 3) } : nil
    let isWhole = record.concept.flatMap { naming.course[$0] }.map { [title] in $0.term.hasSameBytes(as: title) } ?? false
    isNamed =
      SetTitle.isNoun(title) && !isWhole && !isCounted && !isMeaning
      && (naming.course.language == .english || SetTitle.isClass(title, of: titles))
    sharedHead = head.flatMap { [titles] head in titles.allSatisfy { $0.begins(with: head) } ? head : nil }
  }

  var authors: String { owner.names }
}

final class SourceFact: Sendable {
  let record: Citation
  /// Who is spoken of.
  let authors: String
  /// In whose work.
  let container: String
  let pool: QuizPool

  init(_ record: Citation, naming: Naming, pool: QuizPool) {
    self.record = record
    self.pool = pool
    authors = naming.authors(of: record)
    container = naming.container(of: record)
  }
}

final class FigureFact: Sendable {
  let record: Figure
  let labels: [String]
  let pool: QuizPool

  init(_ record: Figure, pool: QuizPool) {
    self.record = record
    self.pool = pool
    labels = FigureLabels.labels(of: record.graph ?? "")
  }
}

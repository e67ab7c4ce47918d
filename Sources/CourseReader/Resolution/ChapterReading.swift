import CourseModel
import Diagnostics

/// What pass one keeps of a chapter: its records, known only to itself.
///
/// Places are bytes of the chapter's file. Records refer to each other by index within the chapter; `resolveCourse` gives
/// people, works and concepts their identities across chapters. Neither the text nor the tree is kept.
package struct ChapterReading: Sendable {
  /// The name of the chapter's folder.
  package var name: String
  package var file: String
  package var settings: ChapterSettings
  package var title: Title
  package var sections: [SectionReading] = []
  package var citations: [CitationReading] = []
  package var terms: [TermReading] = []
  package var definitions: [DefinitionReading] = []
  package var enumerations: [EnumerationReading] = []
  package var contrasts: [ContrastReading] = []
  package var figures: [FigureReading] = []
  package var questions: [QuestionReading] = []
  package var diagnostics: [Diagnostic] = []

  package struct Title: Sendable {
    package var text: String
    package var number: String?
    package var place: Place
  }

  package init(name: String, file: String, settings: ChapterSettings, title: Title) {
    self.name = name
    self.file = file
    self.settings = settings
    self.title = title
  }
}

/// Where a record's words stand, what read them, and what names it when two would share an identifier.
package struct Place: Hashable, Sendable {
  package var range: ByteRange
  package var rule: String
  package var certainty: Certainty
  /// `stableHash64` of the words of the record's own paragraph: unmoved by what happens around it.
  package var paragraph: UInt64

  package init(range: ByteRange, rule: String, certainty: Certainty, paragraph: UInt64) {
    self.range = range
    self.rule = rule
    self.certainty = certainty
    self.paragraph = paragraph
  }
}

package struct SectionReading: Sendable {
  /// `{#id}` of the heading.
  package var id: String?
  package var level: Int
  package var number: String?
  package var title: String
  /// Index of the section it stands in.
  package var parent: Int?
  package var place: Place
}

/// A name as a citation has it, parted from titles.
package struct NameReading: Hashable, Sendable {
  package var name: String
  package var honorific: String?
  /// Titles that stay with the name when it is shown: พระมหา, ม.ร.ว.
  package var isMonasticOrRoyal: Bool
  package var kind: Person.Kind
  package var role: CitedAuthor.Role
  package var isThai: Bool
}

package struct CitationReading: Sendable {
  package struct Container: Sendable {
    package var authors: [NameReading]
    package var etAl: Bool
    package var year: CitedYear?
    package var role: Citation.Container.Role
  }
  package var form: CitationForm
  package var text: String
  package var authors: [NameReading]
  package var etAl: Bool
  package var year: CitedYear?
  package var locator: String?
  package var container: Container?
  /// The key of `[@key]`.
  package var key: String?
  package var section: Int?
  package var place: Place
}

/// A term that is a concept because the text gives its English, marks it, or names a set's members with it.
package struct TermReading: Sendable {
  /// `[คำ]{.concept #id}`.
  package var id: String?
  package var term: String
  package var english: [String]
  /// `{.concept of="…"}`: the concept this is another name of.
  package var aliasOf: String?
  package var section: Int?
  /// The term's words.
  package var place: Place
}

package struct DefinitionReading: Sendable {
  package var kind: Definition.Kind
  package var term: String
  package var english: [String]
  package var statement: String
  package var marker: String
  /// Index of the citation that says it.
  package var citation: Int?
  package var section: Int?
  package var termRange: ByteRange
  package var passage: ByteRange
  /// The statement's words.
  package var place: Place
  /// See `Definition.mayRunOn`.
  package var mayRunOn = false
  /// Who says it where no citation does.
  package var speakers: [NameReading] = []
  /// Indices of the citations that say it together with `citation`: «ก (2526) และ ข (2523) ให้ความหมายว่า …».
  package var joint: [Int] = []
  /// All citations that say it, in the order of the text.
  package var sources: [Int] { citation.map { (joint + [$0]).sorted() } ?? [] }
}

package struct EnumerationReading: Sendable {
  package struct Item: Sendable {
    package var title: String
    package var english: String?
    package var text: String
    package var range: ByteRange
  }
  package var title: String
  /// The concept whose parts, kinds or needs are counted («เครือข่าย» of «องค์ประกอบของเครือข่าย»), as written.
  package var subject: String?
  package var citation: Int?
  package var statedCount: Int?
  package var isOrdered: Bool
  /// The word that the first letters of the items' English make, where the text uses it («LINK»).
  package var acronym: String?
  package var items: [Item]
  package var section: Int?
  package var passage: ByteRange
  /// The title's words.
  package var place: Place
}

/// Two terms set against each other, and the words that do it.
package struct ContrastReading: Sendable {
  package var first: String
  package var second: String
  package var range: ByteRange
}

package struct FigureReading: Sendable {
  package var id: String?
  package var number: String?
  package var title: String
  package var alternative: String?
  package var graph: String?
  package var citation: Int?
  package var section: Int?
  /// The title's words.
  package var place: Place
}

package struct QuestionReading: Sendable {
  /// A record of the chapter that answers, by its index, and how much of the answer it is: weights add up to 1.
  package struct Answer: Hashable, Sendable {
    package enum Record: Hashable, Sendable {
      case section(Int)
      case enumeration(Int)
    }
    package var record: Record
    package var weight: Double
  }
  package var id: String?
  package var text: String
  package var kind: Question.Kind
  /// `{answers="#a #b"}`: identifiers of sections or records.
  package var answers: [String]
  package var prompts: [String]
  package var rubric: [String]
  package var section: Int?
  package var place: Place
  /// What answers it by its words, the heaviest first; empty where the author says what does.
  package var found: [Answer] = []
}

import Diagnostics

/// A chapter: one file of the course.
package struct Chapter: Hashable, Sendable {
  package var id: ChapterID
  /// As printed («6»); nil when the chapter has none.
  package var number: String?
  package var title: String
  package var objectives: [Objective]
  /// Course-relative path of the file.
  package var file: String
  /// The title's words: the level-1 heading, else the title in the front matter, else the file.
  package var evidence: Evidence

  package init(id: ChapterID, number: String?, title: String, objectives: [Objective], file: String, evidence: Evidence) {
    self.id = id
    self.number = number
    self.title = title
    self.objectives = objectives
    self.file = file
    self.evidence = evidence
  }
}

/// What a student can do after the chapter; `level` is one of Bloom's revised levels.
package struct Objective: Hashable, Sendable {
  package var id: String
  package var text: String
  package var level: CognitiveLevel?
  package var sections: [SectionID]

  package init(id: String, text: String, level: CognitiveLevel?, sections: [SectionID]) {
    self.id = id
    self.text = text
    self.level = level
    self.sections = sections
  }
}

/// A heading and what stands under it.
package struct Section: Hashable, Sendable {
  package var id: SectionID
  package var chapter: ChapterID
  package var parent: SectionID?
  /// 1 to 6, as the heading is written.
  package var level: Int
  /// The printed number («1», «6.2»); nil when it has none.
  package var number: String?
  package var title: String
  package var evidence: Evidence

  package init(
    id: SectionID, chapter: ChapterID, parent: SectionID?, level: Int, number: String?, title: String, evidence: Evidence
  ) {
    self.id = id
    self.chapter = chapter
    self.parent = parent
    self.level = level
    self.number = number
    self.title = title
    self.evidence = evidence
  }
}

/// A term the course teaches.
package struct Concept: Hashable, Sendable {
  package var id: ConceptID
  package var term: String
  package var english: [String]
  package var aliases: [String]
  package var definitions: [DefinitionID]
  package var related: [Relation]
  package var sections: [SectionID]
  /// Filled by the second pass, in source order; empty before it.
  package var occurrences: [SourceSpan]
  package var evidence: Evidence

  package init(
    id: ConceptID, term: String, english: [String] = [], aliases: [String] = [], definitions: [DefinitionID] = [],
    related: [Relation] = [], sections: [SectionID] = [], occurrences: [SourceSpan] = [], evidence: Evidence
  ) {
    self.id = id
    self.term = term
    self.english = english
    self.aliases = aliases
    self.definitions = definitions
    self.related = related
    self.sections = sections
    self.occurrences = occurrences
    self.evidence = evidence
  }
}

/// How one concept stands to another, and the words that say so.
package struct Relation: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case broader, narrower
    case partOf = "part-of"
    case hasPart = "has-part"
    case contrasts
    case seeAlso = "see-also"
  }
  package var concept: ConceptID
  package var kind: Kind
  package var evidence: SourceSpan?

  package init(concept: ConceptID, kind: Kind, evidence: SourceSpan? = nil) {
    self.concept = concept
    self.kind = kind
    self.evidence = evidence
  }
}

/// A person of the course and the name as the passage has it.
package struct Attribution: Hashable, Sendable {
  package var person: PersonID
  package var name: String

  package init(person: PersonID, name: String) {
    self.person = person
    self.name = name
  }
}

/// Who says what a term means.
package struct Definition: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case definition
    /// «สิ่งสำคัญ คือ …»: says what something is in this place, not what a concept means.
    case identification
  }
  package var id: DefinitionID
  package var kind: Kind
  package var concept: ConceptID
  package var term: String
  package var statement: String
  /// The wording that makes it a definition: คือ, หมายถึง, ให้ความหมายว่า …
  package var marker: String
  package var citation: CitationID?
  /// Whoever is cited; empty where the chapter itself defines.
  package var authors: [Attribution]
  package var section: SectionID?
  package var chapter: ChapterID
  /// The statement's words.
  package var evidence: Evidence
  /// From the author's name or the term to the end of the statement: what a reader is shown as the passage.
  package var passage: SourceSpan
  /// That the term is defined here is sure, where the statement ends is not: it is `likely` for this alone.
  package var mayRunOn: Bool

  package init(
    id: DefinitionID, kind: Kind = .definition, concept: ConceptID, term: String, statement: String, marker: String,
    citation: CitationID? = nil, authors: [Attribution] = [], section: SectionID?, chapter: ChapterID, evidence: Evidence,
    passage: SourceSpan, mayRunOn: Bool = false
  ) {
    self.mayRunOn = mayRunOn
    self.id = id
    self.kind = kind
    self.concept = concept
    self.term = term
    self.statement = statement
    self.marker = marker
    self.citation = citation
    self.authors = authors
    self.section = section
    self.chapter = chapter
    self.evidence = evidence
    self.passage = passage
  }
}

/// A set the text counts out: five components, three relations.
package struct Enumeration: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var title: String
    package var english: String?
    /// What follows the title; empty when the item is its title alone.
    package var text: String
    package var concept: ConceptID?
    /// The item's title in the source.
    package var span: SourceSpan

    package init(title: String, english: String? = nil, text: String = "", concept: ConceptID? = nil, span: SourceSpan) {
      self.title = title
      self.english = english
      self.text = text
      self.concept = concept
      self.span = span
    }
  }
  package var id: EnumerationID
  /// What the items are: «องค์ประกอบของเครือข่าย».
  package var title: String
  package var concept: ConceptID?
  package var citation: CitationID?
  package var authors: [Attribution]
  /// The count the text states («7 ประการ»); nil when it states none.
  package var statedCount: Int?
  /// True only where the text says that the order matters, not for every numbered list.
  package var isOrdered: Bool
  /// The word that the first letters of the items' English make, where the text uses it («LINK»).
  package var acronym: String?
  package var items: [Item]
  package var section: SectionID?
  package var chapter: ChapterID
  /// The title's words.
  package var evidence: Evidence
  /// From the lead-in to the last item.
  package var passage: SourceSpan

  package init(
    id: EnumerationID, title: String, concept: ConceptID? = nil, citation: CitationID? = nil, authors: [Attribution] = [],
    statedCount: Int? = nil, isOrdered: Bool = false, acronym: String? = nil, items: [Item], section: SectionID?,
    chapter: ChapterID, evidence: Evidence,
    passage: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.concept = concept
    self.citation = citation
    self.authors = authors
    self.statedCount = statedCount
    self.isOrdered = isOrdered
    self.acronym = acronym
    self.items = items
    self.section = section
    self.chapter = chapter
    self.evidence = evidence
    self.passage = passage
  }
}

/// A captioned figure.
package struct Figure: Hashable, Sendable {
  package var id: FigureID
  package var number: String?
  package var title: String
  /// The text alternative; nil when the author gave none.
  package var alternative: String?
  /// The source of a `dot` block, else nil.
  package var graph: String?
  package var citation: CitationID?
  package var section: SectionID?
  package var chapter: ChapterID
  package var evidence: Evidence

  package init(
    id: FigureID, number: String?, title: String, alternative: String? = nil, graph: String? = nil, citation: CitationID? = nil,
    section: SectionID?, chapter: ChapterID, evidence: Evidence
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.alternative = alternative
    self.graph = graph
    self.citation = citation
    self.section = section
    self.chapter = chapter
    self.evidence = evidence
  }
}

/// A question or activity the chapter puts to its readers.
package struct Question: Hashable, Sendable {
  package enum Kind: String, Sendable { case discussion, activity, exercise }
  /// A record that answers, and how much of the answer it is: weights of one question add up to 1.
  package struct Answer: Hashable, Sendable {
    package var record: RecordID
    package var weight: Double

    package init(record: RecordID, weight: Double) {
      self.record = record
      self.weight = weight
    }
  }
  package var id: QuestionID
  package var text: String
  package var kind: Kind
  /// Heaviest first.
  package var answers: [Answer]
  /// Smaller questions that lead to it, written by the author under the question.
  package var prompts: [String]
  /// What a good answer shows, written by the author.
  package var rubric: [String]
  package var section: SectionID?
  package var chapter: ChapterID
  package var evidence: Evidence

  package init(
    id: QuestionID, text: String, kind: Kind, answers: [Answer] = [], prompts: [String] = [], rubric: [String] = [],
    section: SectionID?, chapter: ChapterID, evidence: Evidence
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.answers = answers
    self.prompts = prompts
    self.rubric = rubric
    self.section = section
    self.chapter = chapter
    self.evidence = evidence
  }
}

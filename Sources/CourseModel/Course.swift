import Diagnostics

/// Everything the course teaches, as records: the hinge between readers and exporters.
///
/// Records, identifiers and offsets, never chapter bodies. Arrays are in source order, chapter by chapter; people and works in
/// order of first citation. Look-ups by identifier cost O(1).
package struct Course: Sendable {
  package var id: String
  package var title: String
  package var language: Language
  package var authors: [String]
  package let chapters: [Chapter]
  package let sections: [Section]
  package let concepts: [Concept]
  package let definitions: [Definition]
  package let citations: [Citation]
  package let works: [Work]
  package let people: [Person]
  package let enumerations: [Enumeration]
  package let figures: [Figure]
  package let questions: [Question]

  private let chapterIndex: [ChapterID: Int]
  private let sectionIndex: [SectionID: Int]
  private let conceptIndex: [ConceptID: Int]
  private let definitionIndex: [DefinitionID: Int]
  private let citationIndex: [CitationID: Int]
  private let workIndex: [WorkID: Int]
  private let personIndex: [PersonID: Int]
  private let enumerationIndex: [EnumerationID: Int]
  private let figureIndex: [FigureID: Int]
  private let questionIndex: [QuestionID: Int]

  package init(
    id: String, title: String, language: Language = .thai, authors: [String] = [], chapters: [Chapter] = [],
    sections: [Section] = [],
    concepts: [Concept] = [], definitions: [Definition] = [], citations: [Citation] = [], works: [Work] = [], people: [Person] = [],
    enumerations: [Enumeration] = [], figures: [Figure] = [], questions: [Question] = []
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.authors = authors
    self.chapters = chapters
    self.sections = sections
    self.concepts = concepts
    self.definitions = definitions
    self.citations = citations
    self.works = works
    self.people = people
    self.enumerations = enumerations
    self.figures = figures
    self.questions = questions
    chapterIndex = Self.index(chapters, \.id)
    sectionIndex = Self.index(sections, \.id)
    conceptIndex = Self.index(concepts, \.id)
    definitionIndex = Self.index(definitions, \.id)
    citationIndex = Self.index(citations, \.id)
    workIndex = Self.index(works, \.id)
    personIndex = Self.index(people, \.id)
    enumerationIndex = Self.index(enumerations, \.id)
    figureIndex = Self.index(figures, \.id)
    questionIndex = Self.index(questions, \.id)
  }

  private static func index<R, ID: Hashable>(_ records: [R], _ id: (R) -> ID) -> [ID: Int] {
    var index: [ID: Int] = [:]
    index.reserveCapacity(records.count)
    for (i, record) in records.enumerated() where index[id(record)] == nil { index[id(record)] = i }
    return index
  }

  package subscript(id: ChapterID) -> Chapter? { chapterIndex[id].map { chapters[$0] } }
  package subscript(id: SectionID) -> Section? { sectionIndex[id].map { sections[$0] } }
  package subscript(id: ConceptID) -> Concept? { conceptIndex[id].map { concepts[$0] } }
  package subscript(id: DefinitionID) -> Definition? { definitionIndex[id].map { definitions[$0] } }
  package subscript(id: CitationID) -> Citation? { citationIndex[id].map { citations[$0] } }
  package subscript(id: WorkID) -> Work? { workIndex[id].map { works[$0] } }
  package subscript(id: PersonID) -> Person? { personIndex[id].map { people[$0] } }
  package subscript(id: EnumerationID) -> Enumeration? { enumerationIndex[id].map { enumerations[$0] } }
  package subscript(id: FigureID) -> Figure? { figureIndex[id].map { figures[$0] } }
  package subscript(id: QuestionID) -> Question? { questionIndex[id].map { questions[$0] } }
}

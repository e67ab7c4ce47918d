import CourseModel
import Diagnostics

/// Builds a course of records by hand, the way a reader would have read them: sections, people and citations come into being
/// as they are named.
struct CourseBuilder {
  private(set) var chapters: [Chapter] = []
  private var sections: [Section] = []
  private var concepts: [Concept] = []
  private var definitions: [Definition] = []
  private var citations: [Citation] = []
  private var people: [Person] = []
  private var sets: [Enumeration] = []
  private var figures: [Figure] = []
  private var questions: [Question] = []
  private var offset = 0
  var language = Language.thai

  var course: Course {
    Course(
      id: "fixture", title: "เครือข่ายทางสังคม", language: language, chapters: chapters, sections: sections, concepts: concepts,
      definitions: definitions, citations: citations, people: people, enumerations: sets, figures: figures, questions: questions)
  }

  private mutating func evidence(_ certainty: Certainty = .sure) -> Evidence {
    offset += 1000
    return Evidence(
      span: SourceSpan(file: chapters.last?.file ?? "x.md", range: ByteRange(offset, offset + 900)), rule: "test",
      certainty: certainty)
  }

  mutating func chapter(_ id: String, _ title: String, number: String? = nil) {
    let file = "Content/\(id)/chapter.md"
    chapters.append(
      Chapter(
        id: .init(id), number: number, title: title, objectives: [], file: file,
        evidence: Evidence(span: SourceSpan(file: file, range: ByteRange(0, 10)), rule: "test", certainty: .marked)))
  }

  private var here: ChapterID { chapters.last?.id ?? .init("none") }
  private var section: SectionID? { sections.last?.id }

  mutating func section(_ id: String, _ title: String, parent: String? = nil, level: Int = 2) {
    let evidence = evidence()
    sections.append(
      Section(
        id: .init(id), chapter: here, parent: parent.map { .init($0) }, level: level, number: nil, title: title, evidence: evidence)
    )
  }

  mutating func concept(_ id: String, _ term: String, _ english: String...) {
    let evidence = evidence()
    concepts.append(
      Concept(id: .init(id), term: term, english: english, sections: section.map { [$0] } ?? [], evidence: evidence))
  }

  mutating func relate(_ a: String, _ kind: Relation.Kind, _ b: String) {
    guard let i = concepts.firstIndex(where: { $0.id.text == a }) else { return }
    concepts[i].related.append(Relation(concept: .init(b), kind: kind))
  }

  private mutating func cite(
    _ names: [String], _ year: String, etAl: Bool, container: (names: [String], role: Citation.Container.Role)?
  ) -> Citation {
    func authors(_ names: [String]) -> [CitedAuthor] {
      names.map { name in
        let id = PersonID("p-" + name.unicodeScalars.map { String($0.value, radix: 36) }.joined())
        if !people.contains(where: { $0.id == id }) {
          people.append(
            Person(id: id, name: name, display: name, sort: name, kind: name.hasPrefix("โครงการ") ? .organisation : .person))
        }
        return CitedAuthor(person: id, name: name)
      }
    }
    let cited = authors(names)
    let inside = container.map {
      Citation.Container(authors: authors($0.names), year: CitedYear(printed: year, era: .buddhist, gregorian: nil), role: $0.role)
    }
    let evidence = evidence()
    let text =
      inside.map { "\(names.joined(separator: " และ")) (อ้างใน \($0.authors.map(\.name).joined(separator: " และ")), \(year))" }
      ?? "\(names.joined(separator: " และ")) (\(year))"
    let citation = Citation(
      id: .init("c\(citations.count)"), form: inside == nil ? .narrative : .secondary, text: text, authors: cited, etAl: etAl,
      year: inside == nil ? CitedYear(printed: year, era: .buddhist, gregorian: nil) : nil, citedIn: inside, work: nil,
      section: section, chapter: here, evidence: evidence)
    citations.append(citation)
    return citation
  }

  mutating func define(
    _ term: String, of concept: String, by names: [String] = [], _ year: String = "", etAl: Bool = false,
    in container: (names: [String], role: Citation.Container.Role)? = nil, certainty: Certainty = .sure, _ statement: String
  ) {
    let citation = names.isEmpty ? nil : cite(names, year, etAl: etAl, container: container)
    let evidence = evidence(certainty)
    let id = DefinitionID("\(concept).\(definitions.count)")
    definitions.append(
      Definition(
        id: id, concept: .init(concept), term: term, statement: statement, marker: "คือ", citation: citation?.id,
        authors: citation?.authors.map { Attribution(person: $0.person, name: $0.name) } ?? [], section: section, chapter: here,
        evidence: evidence, passage: evidence.span))
    if let i = concepts.firstIndex(where: { $0.id.text == concept }) { concepts[i].definitions.append(id) }
  }

  mutating func set(
    _ id: String, _ title: String, by names: [String] = [], _ year: String = "", isOrdered: Bool = false,
    certainty: Certainty = .sure, items: [(title: String, english: String?, text: String)]
  ) {
    let citation = names.isEmpty ? nil : cite(names, year, etAl: false, container: nil)
    let evidence = evidence(certainty)
    sets.append(
      Enumeration(
        id: .init(id), title: title, concept: nil, citation: citation?.id,
        authors: citation?.authors.map { Attribution(person: $0.person, name: $0.name) } ?? [], statedCount: items.count,
        isOrdered: isOrdered, items: items.map { .init(title: $0.title, english: $0.english, text: $0.text, span: evidence.span) },
        section: section, chapter: here, evidence: evidence, passage: evidence.span))
  }

  mutating func figure(_ id: String, _ title: String, number: String, graph: String) {
    let evidence = evidence()
    figures.append(
      Figure(id: .init(id), number: number, title: title, graph: graph, section: section, chapter: here, evidence: evidence))
  }

  mutating func question(_ id: String, _ text: String, answers: [(RecordID, Double)], prompts: [String] = [], rubric: [String] = [])
  {
    let evidence = evidence()
    questions.append(
      Question(
        id: .init(id), text: text, kind: .discussion, answers: answers.map { .init(record: $0.0, weight: $0.1) }, prompts: prompts,
        rubric: rubric, section: section, chapter: here, evidence: evidence))
  }
}

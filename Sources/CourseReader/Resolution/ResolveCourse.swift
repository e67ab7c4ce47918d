import CourseModel
import Diagnostics
import ThaiText

/// Joins the chapters into one course: people, works and concepts are named once, identifiers given, answers found.
///
/// Linear in records. Chapters keep their order; the same readings always give the same course.
package func resolveCourse(
  _ readings: [ChapterReading], settings: CourseSettings = CourseSettings(), references: References = References()
) -> (course: Course, diagnostics: [Diagnostic]) {
  var resolution = Resolution(readings, settings, references)
  resolution.nameChaptersAndSections()
  resolution.nameCitations()
  resolution.nameConcepts()
  resolution.nameDefinitions()
  resolution.nameEnumerations()
  resolution.nameFigures()
  resolution.nameQuestions()
  let course = resolution.course()
  // A chapter's `ignore:` silences what a look at the whole course finds in it too.
  let ignored = Dictionary(readings.map { ($0.file, $0.settings.ignored) }) { first, _ in first }
  let findings = courseChecks.flatMap { $0.findings(course) }.filter { finding in
    !settings.ignored.contains(finding.id) && !(finding.span.flatMap { ignored[$0.file] }?.contains(finding.id) ?? false)
  }
  return (course, readings.flatMap(\.diagnostics) + resolution.diagnostics + findings)
}

/// The tables of one run; each step fills what the later ones look up by chapter and index.
struct Resolution {
  let readings: [ChapterReading]
  let settings: CourseSettings
  let references: References
  var diagnostics: [Diagnostic] = []

  var identifiers = Identifiers()
  var people = PeopleJoining()
  var concepts: ConceptJoining
  var chapterIDs: [ChapterID] = []
  /// By chapter, then index in the chapter's reading; so all that follow.
  var sectionIDs: [[SectionID]] = []
  var citationIDs: [[CitationID]] = []
  var citedAuthors: [[[CitedAuthor]]] = []
  var enumerationIDs: [[EnumerationID]] = []
  var definitionMentions: [[Int?]] = []
  var itemMentions: [[[Int?]]] = []
  var subjectMentions: [[Int?]] = []
  /// By root of the mention.
  var conceptIDs: [Int: ConceptID] = [:]

  /// By the name an author can write; filled when one does.
  var recordsByName: [String: RecordID] = [:]

  var chapters: [Chapter] = []
  var sections: [Section] = []
  var citations: [Citation] = []
  var conceptRecords: [Concept] = []
  var definitions: [Definition] = []
  var enumerations: [Enumeration] = []
  var figures: [Figure] = []
  var questions: [Question] = []

  init(_ readings: [ChapterReading], _ settings: CourseSettings, _ references: References) {
    self.readings = readings
    self.settings = settings
    self.references = references
    concepts = ConceptJoining(aliases: settings.aliases)
  }

  func evidence(_ place: Place, _ chapter: Int) -> Evidence {
    Evidence(span: SourceSpan(file: readings[chapter].file, range: place.range), rule: place.rule, certainty: place.certainty)
  }

  func span(_ range: ByteRange, _ chapter: Int) -> SourceSpan { SourceSpan(file: readings[chapter].file, range: range) }

  func section(_ index: Int?, _ chapter: Int) -> SectionID? {
    index.flatMap { sectionIDs[chapter].indices.contains($0) ? sectionIDs[chapter][$0] : nil }
  }

  // MARK: Chapters and sections

  mutating func nameChaptersAndSections() {
    for reading in readings {
      let name = reading.settings.id ?? asciiSlug(reading.name) ?? "ch-" + stableHash(reading.name)
      chapterIDs.append(ChapterID(identifiers.reserve(name, otherwise: stableHash(reading.name))))
    }
    sectionIDs = readings.map { $0.sections.map { _ in SectionID("") } }
    reserveGiven()
    var proposals: [Identifiers.Proposal] = []
    var owners: [(chapter: Int, index: Int)] = []
    for (c, reading) in readings.enumerated() {
      for (i, section) in reading.sections.enumerated() where sectionIDs[c][i].text.isEmpty {
        let base = "\(chapterIDs[c].text)-\(Identifiers.name(section.title))"
        proposals.append(.init(base: base, paragraph: section.place.paragraph))
        owners.append((c, i))
      }
    }
    for (owner, id) in zip(owners, identifiers.assign(proposals, kind: "section")) {
      sectionIDs[owner.chapter][owner.index] = SectionID(id)
    }
    for (c, reading) in readings.enumerated() {
      for (i, section) in reading.sections.enumerated() {
        sections.append(
          Section(
            id: sectionIDs[c][i], chapter: chapterIDs[c], parent: self.section(section.parent, c), level: section.level,
            number: section.number, title: section.title, evidence: evidence(section.place, c)))
      }
      chapters.append(
        Chapter(
          id: chapterIDs[c], number: reading.settings.number ?? reading.title.number, title: reading.title.text,
          objectives: objectives(of: c), file: reading.file, evidence: evidence(reading.title.place, c)))
    }
  }

  /// What authors wrote as `{#id}`: headings here; figures, questions and concepts keep theirs when their turn comes.
  private mutating func reserveGiven() {
    for (c, reading) in readings.enumerated() {
      for (i, section) in reading.sections.enumerated() {
        guard let id = section.id else { continue }
        let given = identifiers.reserve(id, otherwise: chapterIDs[c].text)
        sectionIDs[c][i] = SectionID(given)
      }
    }
  }

  private mutating func objectives(of c: Int) -> [Objective] {
    let reading = readings[c]
    var byName: [String: SectionID] = [:]
    for (i, section) in reading.sections.enumerated() { if let id = section.id { byName[id] = sectionIDs[c][i] } }
    return reading.settings.objectives.enumerated().map { number, objective in
      for name in objective.sections where byName[name] == nil {
        diagnostics.append(
          Diagnostic(
            "unknown-section", .warning, thai: "วัตถุประสงค์อ้างถึงหัวข้อ “\(name)” ซึ่งไม่มีในบท",
            english: "an objective names the section “\(name)”, which the chapter does not have", at: span(objective.range, c),
            repair: Wording(thai: "ใส่ {#\(name)} ท้ายหัวข้อที่หมายถึง", english: "put {#\(name)} after the heading it means")))
      }
      return Objective(
        id: objective.id ?? "\(chapterIDs[c].text)-objective-\(number + 1)", text: objective.text, level: objective.level,
        sections: objective.sections.compactMap { byName[$0] })
    }
  }

  // MARK: The whole

  func course() -> Course {
    Course(
      id: settings.id ?? "course", title: settings.title ?? chapters.first?.title ?? "", language: settings.language,
      authors: settings.authors, chapters: chapters, sections: sections, concepts: conceptRecords, definitions: definitions,
      citations: citations, works: people.works, people: people.people, enumerations: enumerations, figures: figures,
      questions: questions)
  }
}

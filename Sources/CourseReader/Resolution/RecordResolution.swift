import CourseModel
import Diagnostics
import ThaiText

extension Resolution {
  mutating func nameDefinitions() {
    var proposals: [Identifiers.Proposal] = []
    var drafts: [Definition] = []
    for (c, reading) in readings.enumerated() {
      for (i, definition) in reading.definitions.enumerated() {
        // An identification of something that is no concept of the course says nothing about one.
        guard let concept = concept(definitionMentions[c][i]) else { continue }
        let authors =
          definition.speakers.isEmpty
          ? definition.sources.flatMap { attributions($0, c) }
          : definition.speakers.map { people.author($0) }.map { Attribution(person: $0.person, name: $0.name) }
        let year = definition.citation.flatMap { reading.citations.indices.contains($0) ? reading.citations[$0] : nil }
          .flatMap { ($0.year ?? $0.container?.year)?.gregorian }
        let who = authors.first.map { Identifiers.name($0.name) } ?? "text"
        let base = ["d", concept.text, who, year.map { String($0) }].compactMap { $0 }.joined(separator: "-")
        proposals.append(.init(base: base, paragraph: definition.place.paragraph))
        drafts.append(
          Definition(
            id: DefinitionID(""), kind: definition.kind, concept: concept, term: definition.term, statement: definition.statement,
            marker: definition.marker, citation: citation(definition.citation, c), authors: authors,
            section: section(definition.section, c), chapter: chapterIDs[c], evidence: evidence(definition.place, c),
            passage: span(definition.passage, c), mayRunOn: definition.mayRunOn))
      }
    }
    var byConcept: [ConceptID: [DefinitionID]] = [:]
    for (id, draft) in zip(identifiers.assign(proposals, kind: "definition"), drafts) {
      var definition = draft
      definition.id = DefinitionID(id)
      definitions.append(definition)
      byConcept[definition.concept, default: []].append(definition.id)
      for author in definition.authors { people.credit(author.person, with: definition.id) }
    }
    for index in conceptRecords.indices { conceptRecords[index].definitions = byConcept[conceptRecords[index].id] ?? [] }
  }

  mutating func nameEnumerations() {
    var proposals: [Identifiers.Proposal] = []
    var drafts: [Enumeration] = []
    for (c, reading) in readings.enumerated() {
      for (i, enumeration) in reading.enumerations.enumerated() {
        let authors = attributions(enumeration.citation, c)
        let owner = authors.first.map { Identifiers.name($0.name) } ?? chapterIDs[c].text
        proposals.append(
          .init(base: "l-\(owner)-\(Identifiers.name(enumeration.title))", paragraph: enumeration.place.paragraph))
        var items: [Enumeration.Item] = []
        for (j, item) in enumeration.items.enumerated() {
          items.append(
            Enumeration.Item(
              title: item.title, english: item.english, text: item.text, concept: concept(itemMentions[c][i][j]),
              span: span(item.range, c)))
        }
        drafts.append(
          Enumeration(
            id: EnumerationID(""), title: enumeration.title, concept: concept(subjectMentions[c][i]),
            citation: citation(enumeration.citation, c), authors: authors, statedCount: enumeration.statedCount,
            isOrdered: enumeration.isOrdered, acronym: enumeration.acronym, items: items, section: section(enumeration.section, c),
            chapter: chapterIDs[c],
            evidence: evidence(enumeration.place, c), passage: span(enumeration.passage, c)))
      }
    }
    for (id, draft) in zip(identifiers.assign(proposals, kind: "list"), drafts) {
      var enumeration = draft
      enumeration.id = EnumerationID(id)
      enumerations.append(enumeration)
    }
    relateConcepts()
  }

  mutating func nameFigures() {
    var drafts: [(given: String?, proposal: Identifiers.Proposal, figure: Figure)] = []
    for (c, reading) in readings.enumerated() {
      for figure in reading.figures {
        let base = "\(chapterIDs[c].text)-fig-\(Identifiers.name(figure.number ?? figure.title))"
        drafts.append(
          (
            figure.id.map { identifiers.reserve($0, otherwise: chapterIDs[c].text) },
            .init(base: base, paragraph: figure.place.paragraph),
            Figure(
              id: FigureID(""), number: figure.number, title: figure.title, alternative: figure.alternative, graph: figure.graph,
              citation: citation(figure.citation, c), section: section(figure.section, c), chapter: chapterIDs[c],
              evidence: evidence(figure.place, c))
          ))
      }
    }
    for (id, draft) in zip(named(drafts.map { ($0.given, $0.proposal) }, kind: "figure"), drafts) {
      var figure = draft.figure
      figure.id = FigureID(id)
      figures.append(figure)
    }
  }

  mutating func nameQuestions() {
    var drafts: [(given: String?, proposal: Identifiers.Proposal)] = []
    var records: [(chapter: Int, reading: QuestionReading)] = []
    for (c, reading) in readings.enumerated() {
      for question in reading.questions {
        let given = question.id.map { identifiers.reserve($0, otherwise: chapterIDs[c].text) }
        let base = "q-\(chapterIDs[c].text)-\(stableHash(comparisonKey(question.text)))"
        drafts.append((given, .init(base: base, paragraph: question.place.paragraph)))
        records.append((c, question))
      }
    }
    let ids = named(drafts, kind: "question")
    let answering = QuestionAnswering(
      chapters: chapters, sections: sections, enumerations: enumerations, asking: Set(records.map { chapterIDs[$0.chapter] }))
    let concepts = records.isEmpty ? nil : AskedConcepts(conceptRecords, definitions: definitions)
    for (id, record) in zip(ids, records) {
      let reading = record.reading
      let own = section(reading.section, record.chapter)
      var answers = given(reading, record.chapter)
      if reading.answers.isEmpty {
        answers = answering.answers(to: reading.text, chapter: chapterIDs[record.chapter], under: own)
        answers = concepts?.adding(to: answers, for: reading.text) ?? answers
      }
      questions.append(
        Question(
          id: QuestionID(id), text: reading.text, kind: reading.kind,
          answers: reading.kind == .activity && reading.answers.isEmpty ? [] : answers,
          prompts: reading.prompts, rubric: reading.rubric, section: own, chapter: chapterIDs[record.chapter],
          evidence: evidence(reading.place, record.chapter)))
    }
  }

  /// Given identifiers as they are, the others assigned together.
  private mutating func named(_ drafts: [(given: String?, proposal: Identifiers.Proposal)], kind: String) -> [String] {
    var assigned = identifiers.assign(drafts.filter { $0.given == nil }.map(\.proposal), kind: kind)[...]
    return drafts.map { $0.given ?? assigned.popFirst() ?? $0.proposal.base }
  }

  /// The records `{answers="…"}` names, in equal parts.
  private mutating func given(_ question: QuestionReading, _ chapter: Int) -> [Question.Answer] {
    var records: [RecordID] = []
    for name in question.answers {
      if let section = sections.first(where: { $0.id.text == name }) {
        records.append(.section(section.id))
      } else if let concept = conceptRecords.first(where: { $0.id.text == name || $0.term == name }) {
        records.append(.concept(concept.id))
      } else if let definition = definitions.first(where: { $0.id.text == name }) {
        records.append(.definition(definition.id))
      } else if let enumeration = enumerations.first(where: { $0.id.text == name }) {
        records.append(.enumeration(enumeration.id))
      } else if let figure = figures.first(where: { $0.id.text == name }) {
        records.append(.figure(figure.id))
      } else {
        diagnostics.append(
          Diagnostic(
            "unknown-answer", .warning, thai: "answers อ้างถึง #\(name) ซึ่งไม่มีในรายวิชา",
            english: "answers names #\(name), which the course does not have", at: span(question.place.range, chapter),
            repair: Wording(thai: "ดูรหัสที่มีด้วย tamra records --explain", english: "see the identifiers with tamra records --explain"))
        )
      }
    }
    return records.map { Question.Answer(record: $0, weight: 1 / Double(max(1, records.count))) }
  }

  private func citation(_ index: Int?, _ chapter: Int) -> CitationID? {
    index.flatMap { citationIDs[chapter].indices.contains($0) ? citationIDs[chapter][$0] : nil }
  }

  private func attributions(_ index: Int?, _ chapter: Int) -> [Attribution] {
    guard let index, citedAuthors[chapter].indices.contains(index) else { return [] }
    return citedAuthors[chapter][index].map { Attribution(person: $0.person, name: $0.name) }
  }
}

import CourseModel
import Diagnostics
import ThaiText

extension Resolution {
  mutating func nameDefinitions() {
    var proposals: [Identifiers.Proposal] = []
    let count = readings.reduce(0) { $0 + $1.definitions.count }
    proposals.reserveCapacity(count)
    definitions.reserveCapacity(count)
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
        definitions.append(
          Definition(
            id: DefinitionID(""), kind: definition.kind, concept: concept, term: definition.term, statement: definition.statement,
            marker: definition.marker, citation: citation(definition.citation, c), authors: authors,
            section: section(definition.section, c), chapter: chapterIDs[c], evidence: evidence(definition.place, c),
            passage: span(definition.passage, c), mayRunOn: definition.mayRunOn))
      }
    }
    var byConcept: [ConceptID: [DefinitionID]] = [:]
    for (index, name) in identifiers.assign(proposals, kind: "definition").enumerated() {
      let id = DefinitionID(name)
      definitions[index].id = id
      byConcept[definitions[index].concept, default: []].append(id)
      for author in definitions[index].authors { people.credit(author.person, with: id) }
    }
    for index in conceptRecords.indices { conceptRecords[index].definitions = byConcept[conceptRecords[index].id] ?? [] }
  }

  mutating func nameEnumerations() {
    var proposals: [Identifiers.Proposal] = []
    var drafts: [(chapter: Int, enumeration: Enumeration)] = []
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
          (
            c,
            Enumeration(
              id: EnumerationID(""), title: enumeration.title, concept: concept(subjectMentions[c][i]),
              citation: citation(enumeration.citation, c), authors: authors, statedCount: enumeration.statedCount,
              isOrdered: enumeration.isOrdered, acronym: enumeration.acronym, items: items,
              section: section(enumeration.section, c), chapter: chapterIDs[c], evidence: evidence(enumeration.place, c),
              passage: span(enumeration.passage, c))
          ))
      }
    }
    enumerationIDs = readings.map { _ in [] }
    for (id, draft) in zip(identifiers.assign(proposals, kind: "list"), drafts) {
      var enumeration = draft.enumeration
      enumeration.id = EnumerationID(id)
      enumerations.append(enumeration)
      enumerationIDs[draft.chapter].append(enumeration.id)
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
    let concepts = records.isEmpty ? nil : AskedConcepts(conceptRecords, definitions: definitions)
    for (id, record) in zip(ids, records) {
      let reading = record.reading
      let own = section(reading.section, record.chapter)
      var answers = given(reading, record.chapter)
      if reading.answers.isEmpty {
        answers = reading.found.compactMap { answer in
          self.record(answer.record, record.chapter).map { .init(record: $0, weight: answer.weight) }
        }
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

  private func record(_ record: QuestionReading.Answer.Record, _ chapter: Int) -> RecordID? {
    switch record {
    case .section(let index): section(index, chapter).map { .section($0) }
    case .enumeration(let index):
      enumerationIDs[chapter].indices.contains(index) ? .enumeration(enumerationIDs[chapter][index]) : nil
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
    if !question.answers.isEmpty, recordsByName.isEmpty { nameRecords() }
    for name in question.answers {
      if let record = recordsByName[name] {
        records.append(record)
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

  /// What an author can name as an answer, those first that win where two have one name.
  private mutating func nameRecords() {
    func add(_ name: String, _ record: RecordID) { if recordsByName[name] == nil { recordsByName[name] = record } }
    for section in sections { add(section.id.text, .section(section.id)) }
    for concept in conceptRecords {
      add(concept.id.text, .concept(concept.id))
      add(concept.term, .concept(concept.id))
    }
    for definition in definitions { add(definition.id.text, .definition(definition.id)) }
    for enumeration in enumerations { add(enumeration.id.text, .enumeration(enumeration.id)) }
    for figure in figures { add(figure.id.text, .figure(figure.id)) }
  }

  private func citation(_ index: Int?, _ chapter: Int) -> CitationID? {
    index.flatMap { citationIDs[chapter].indices.contains($0) ? citationIDs[chapter][$0] : nil }
  }

  private func attributions(_ index: Int?, _ chapter: Int) -> [Attribution] {
    guard let index, citedAuthors[chapter].indices.contains(index) else { return [] }
    return citedAuthors[chapter][index].map { Attribution(person: $0.person, name: $0.name) }
  }
}

import CourseModel
import Diagnostics
import Packing

// How readings are kept between builds. A field that a reading gets is a line here; what is kept belongs to one binary, so no version is needed.

extension ChapterReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(name: try reader.next(), file: try reader.next(), settings: try reader.next(), title: try reader.next())
    sections = try reader.next()
    citations = try reader.next()
    terms = try reader.next()
    definitions = try reader.next()
    enumerations = try reader.next()
    contrasts = try reader.next()
    figures = try reader.next()
    questions = try reader.next()
    diagnostics = try reader.next()
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(name)
    writer.add(file)
    writer.add(settings)
    writer.add(title)
    writer.add(sections)
    writer.add(citations)
    writer.add(terms)
    writer.add(definitions)
    writer.add(enumerations)
    writer.add(contrasts)
    writer.add(figures)
    writer.add(questions)
    writer.add(diagnostics)
  }
}

extension ChapterReading.Title: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(text: try reader.next(), number: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(text)
    writer.add(number)
    writer.add(place)
  }
}

extension ChapterSettings: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), title: try reader.next(), titleRange: try reader.next(), number: try reader.next(),
      objectives: try reader.next(), ignored: Set(try reader.next() as [String]))
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(title)
    writer.add(titleRange)
    writer.add(number)
    writer.add(objectives)
    writer.add(ignored.sorted())
  }
}

extension ChapterSettings.Objective: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), text: try reader.next(), level: try reader.next(), sections: try reader.next(),
      range: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(text)
    writer.add(level)
    writer.add(sections)
    writer.add(range)
  }
}

extension Place: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(range: try reader.next(), rule: try reader.word(), certainty: try reader.next(), paragraph: try reader.hash())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(range)
    writer.add(word: rule)
    writer.add(certainty)
    writer.add(paragraph)
  }
}

extension SectionReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), level: try reader.next(), number: try reader.next(), title: try reader.next(),
      parent: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(level)
    writer.add(number)
    writer.add(title)
    writer.add(parent)
    writer.add(place)
  }
}

extension NameReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      name: try reader.word(), honorific: try reader.next(), isMonasticOrRoyal: try reader.next(), kind: try reader.next(),
      role: try reader.next(), isThai: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(word: name)
    writer.add(honorific)
    writer.add(isMonasticOrRoyal)
    writer.add(kind)
    writer.add(role)
    writer.add(isThai)
  }
}

extension CitationReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      form: try reader.next(), text: try reader.next(), authors: try reader.next(), etAl: try reader.next(),
      year: try reader.next(), locator: try reader.next(), container: try reader.next(), key: try reader.next(),
      section: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(form)
    writer.add(text)
    writer.add(authors)
    writer.add(etAl)
    writer.add(year)
    writer.add(locator)
    writer.add(container)
    writer.add(key)
    writer.add(section)
    writer.add(place)
  }
}

extension CitationReading.Container: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(authors: try reader.next(), etAl: try reader.next(), year: try reader.next(), role: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(authors)
    writer.add(etAl)
    writer.add(year)
    writer.add(role)
  }
}

extension TermReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), term: try reader.next(), english: try reader.next(), aliasOf: try reader.next(),
      section: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(term)
    writer.add(english)
    writer.add(aliasOf)
    writer.add(section)
    writer.add(place)
  }
}

extension DefinitionReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      kind: try reader.next(), term: try reader.word(), english: try reader.next(), statement: try reader.next(),
      marker: try reader.word(), citation: try reader.next(), section: try reader.next(), termRange: try reader.next(),
      passage: try reader.next(), place: try reader.next(), mayRunOn: try reader.next(), speakers: try reader.next(),
      joint: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(kind)
    writer.add(word: term)
    writer.add(english)
    writer.add(statement)
    writer.add(word: marker)
    writer.add(citation)
    writer.add(section)
    writer.add(termRange)
    writer.add(passage)
    writer.add(place)
    writer.add(mayRunOn)
    writer.add(speakers)
    writer.add(joint)
  }
}

extension EnumerationReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      title: try reader.next(), subject: try reader.next(), citation: try reader.next(), statedCount: try reader.next(),
      isOrdered: try reader.next(), acronym: try reader.next(), items: try reader.next(), section: try reader.next(),
      passage: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(title)
    writer.add(subject)
    writer.add(citation)
    writer.add(statedCount)
    writer.add(isOrdered)
    writer.add(acronym)
    writer.add(items)
    writer.add(section)
    writer.add(passage)
    writer.add(place)
  }
}

extension EnumerationReading.Item: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(title: try reader.next(), english: try reader.next(), text: try reader.next(), range: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(title)
    writer.add(english)
    writer.add(text)
    writer.add(range)
  }
}

extension ContrastReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(first: try reader.next(), second: try reader.next(), range: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(first)
    writer.add(second)
    writer.add(range)
  }
}

extension FigureReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), number: try reader.next(), title: try reader.next(), alternative: try reader.next(),
      graph: try reader.next(), citation: try reader.next(), section: try reader.next(), place: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(number)
    writer.add(title)
    writer.add(alternative)
    writer.add(graph)
    writer.add(citation)
    writer.add(section)
    writer.add(place)
  }
}

extension QuestionReading: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(
      id: try reader.next(), text: try reader.next(), kind: try reader.next(), answers: try reader.next(),
      prompts: try reader.next(), rubric: try reader.next(), section: try reader.next(), place: try reader.next(),
      found: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(id)
    writer.add(text)
    writer.add(kind)
    writer.add(answers)
    writer.add(prompts)
    writer.add(rubric)
    writer.add(section)
    writer.add(place)
    writer.add(found)
  }
}

extension QuestionReading.Answer: Packable {
  package init(unpacking reader: inout PackReader) throws {
    let isSet: Bool = try reader.next()
    let index: Int = try reader.next()
    self.init(record: isSet ? .enumeration(index) : .section(index), weight: Double(bitPattern: try reader.hash()))
  }

  package func pack(into writer: inout PackWriter) {
    switch record {
    case .section(let index):
      writer.add(false)
      writer.add(index)
    case .enumeration(let index):
      writer.add(true)
      writer.add(index)
    }
    writer.add(weight.bitPattern)
  }
}

// MARK: What readings hold of others

extension ByteRange: Packable {
  package init(unpacking reader: inout PackReader) throws {
    let start: Int = try reader.next()
    let count: Int = try reader.next()
    let (end, isOver) = start.addingReportingOverflow(count)
    guard start >= 0, count >= 0, !isOver else { throw PackReader.Damaged() }
    self.init(start, end)
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(lowerBound)
    writer.add(count)
  }
}

extension SourceSpan: Packable {
  package init(unpacking reader: inout PackReader) throws { self.init(file: try reader.word(), range: try reader.next()) }

  package func pack(into writer: inout PackWriter) {
    writer.add(word: file)
    writer.add(range)
  }
}

extension Wording: Packable {
  package init(unpacking reader: inout PackReader) throws { self.init(thai: try reader.next(), english: try reader.next()) }

  package func pack(into writer: inout PackWriter) {
    writer.add(thai)
    writer.add(english)
  }
}

extension Diagnostic: Packable {
  package init(unpacking reader: inout PackReader) throws {
    let (id, severity, message): (String, Severity, Wording) = (try reader.word(), try reader.next(), try reader.next())
    self.init(
      id, severity, thai: message.thai, english: message.english, at: try reader.next(), repair: try reader.next(),
      replacement: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(word: id)
    writer.add(severity)
    writer.add(message)
    writer.add(span)
    writer.add(repair)
    writer.add(replacement)
  }
}

extension CitedYear: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self.init(printed: try reader.word(), era: try reader.next(), gregorian: try reader.next())
  }

  package func pack(into writer: inout PackWriter) {
    writer.add(word: printed)
    writer.add(era)
    writer.add(gregorian)
  }
}

extension CitedYear.Era: Packable {}
extension CitationForm: Packable {}
extension Citation.Container.Role: Packable {}
extension CitedAuthor.Role: Packable {}
extension Person.Kind: Packable {}
extension Certainty: Packable {}
extension Definition.Kind: Packable {}
extension Question.Kind: Packable {}
extension CognitiveLevel: Packable {}
extension Severity: Packable {}

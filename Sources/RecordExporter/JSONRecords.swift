import CourseModel
import Diagnostics
import Rendering

/// `tamra.records/1`: the public face of the parser. Names of fields are stable; fields may be added.
package struct JSONRecords: RecordFormat {
  package let name = "json"

  package init() {}

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    var json = JSONBuffer()
    json.object { json in
      json.field("schema", "tamra.records/1")
      json.object("course") { json in
        json.field("id", course.id)
        json.field("title", course.title)
        json.field("language", course.language.rawValue)
        json.field("authors", course.authors)
      }
      json.array("chapters", course.chapters) { $0.chapter($1, texts) }
      json.array("sections", course.sections) { $0.section($1, texts) }
      json.array("concepts", course.concepts) { $0.concept($1, texts) }
      json.array("definitions", course.definitions) { $0.definition($1, texts) }
      json.array("citations", course.citations) { $0.citation($1, texts) }
      json.array("works", course.works) { $0.work($1) }
      json.array("people", course.people) { $0.person($1) }
      json.array("lists", course.enumerations) { $0.enumeration($1, texts) }
      json.array("figures", course.figures) { $0.figure($1, texts) }
      json.array("questions", course.questions) { $0.question($1, texts) }
    }
    return [RecordFile(name: "records.json", bytes: json.bytes + [0x0A])]
  }
}

extension JSONBuffer {
  fileprivate mutating func chapter(_ chapter: Chapter, _ texts: RecordTexts) {
    object { json in
      json.field("id", chapter.id.text)
      json.field("number", chapter.number)
      json.field("title", chapter.title)
      json.array("objectives", chapter.objectives) { json, objective in
        json.object { json in
          json.field("id", objective.id)
          json.field("text", objective.text)
          json.field("level", objective.level?.rawValue)
          json.field("sections", objective.sections.map(\.text))
        }
      }
      json.evidence(chapter.evidence, texts)
    }
  }

  fileprivate mutating func section(_ section: Section, _ texts: RecordTexts) {
    object { json in
      json.field("id", section.id.text)
      json.field("chapter", section.chapter.text)
      json.field("parent", section.parent?.text)
      json.field("level", section.level)
      json.field("number", section.number)
      json.field("title", section.title)
      json.evidence(section.evidence, texts)
    }
  }

  fileprivate mutating func concept(_ concept: Concept, _ texts: RecordTexts) {
    object { json in
      json.field("id", concept.id.text)
      json.field("term", concept.term)
      json.field("english", concept.english)
      json.field("aliases", concept.aliases)
      json.field("definitions", concept.definitions.map(\.text))
      json.array("related", concept.related) { json, relation in
        json.object { json in
          json.field("id", relation.concept.text)
          json.field("relation", relation.kind.rawValue)
          if let evidence = relation.evidence { json.source("evidence", evidence, texts) }
        }
      }
      json.field("sections", concept.sections.map(\.text))
      json.array("occurrences", concept.occurrences) { json, span in json.source(span, texts) }
      json.evidence(concept.evidence, texts)
    }
  }

  fileprivate mutating func definition(_ definition: Definition, _ texts: RecordTexts) {
    object { json in
      json.field("id", definition.id.text)
      json.field("kind", definition.kind.rawValue)
      json.field("concept", definition.concept.text)
      json.field("term", definition.term)
      json.field("statement", definition.statement)
      json.field("marker", definition.marker)
      json.field("citation", definition.citation?.text)
      json.attributions(definition.authors)
      json.field("section", definition.section?.text)
      json.field("chapter", definition.chapter.text)
      json.evidence(definition.evidence, texts)
      json.source("passage", definition.passage, texts)
    }
  }

  fileprivate mutating func citation(_ citation: Citation, _ texts: RecordTexts) {
    object { json in
      json.field("id", citation.id.text)
      json.field("form", citation.form.rawValue)
      json.field("text", citation.text)
      json.authors(citation.authors)
      json.field("etAl", citation.etAl)
      json.year(citation.year)
      json.field("locator", citation.locator)
      if let container = citation.citedIn {
        json.object("citedIn") { json in
          json.authors(container.authors)
          if container.etAl { json.field("etAl", true) }
          json.year(container.year)
          json.field("role", container.role.rawValue)
        }
      }
      json.field("work", citation.work?.text)
      json.field("section", citation.section?.text)
      json.field("chapter", citation.chapter.text)
      json.evidence(citation.evidence, texts)
    }
  }

  fileprivate mutating func work(_ work: Work) {
    object { json in
      json.field("id", work.id.text)
      json.authors(work.authors)
      if work.etAl { json.field("etAl", true) }
      json.year(work.year)
      json.field("title", work.title)
      json.field("type", work.type)
      json.field("knownThrough", work.knownThrough?.text)
      json.field("key", work.key)
      json.field("citations", work.citations.map(\.text))
    }
  }

  fileprivate mutating func person(_ person: Person) {
    object { json in
      json.field("id", person.id.text)
      json.field("name", person.name)
      json.field("honorific", person.honorific)
      json.field("display", person.display)
      json.field("sort", person.sort)
      json.field("kind", person.kind.rawValue)
      json.field("works", person.works.map(\.text))
      json.field("definitions", person.definitions.map(\.text))
    }
  }

  fileprivate mutating func enumeration(_ list: Enumeration, _ texts: RecordTexts) {
    object { json in
      json.field("id", list.id.text)
      json.field("title", list.title)
      json.field("concept", list.concept?.text)
      json.field("citation", list.citation?.text)
      json.attributions(list.authors)
      json.field("count", list.statedCount ?? list.items.count)
      json.field("ordered", list.isOrdered)
      json.field("acronym", list.acronym)
      json.array("items", list.items) { json, item in
        json.object { json in
          json.field("title", item.title)
          json.field("english", item.english)
          json.field("text", item.text)
          json.field("concept", item.concept?.text)
          json.source("source", item.span, texts)
        }
      }
      json.field("section", list.section?.text)
      json.field("chapter", list.chapter.text)
      json.evidence(list.evidence, texts)
      json.source("passage", list.passage, texts)
    }
  }

  fileprivate mutating func figure(_ figure: Figure, _ texts: RecordTexts) {
    object { json in
      json.field("id", figure.id.text)
      json.field("number", figure.number)
      json.field("title", figure.title)
      json.field("alternative", figure.alternative)
      json.field("section", figure.section?.text)
      json.field("citation", figure.citation?.text)
      json.field("chapter", figure.chapter.text)
      json.evidence(figure.evidence, texts)
    }
  }

  fileprivate mutating func question(_ question: Question, _ texts: RecordTexts) {
    object { json in
      json.field("id", question.id.text)
      json.field("text", question.text)
      json.field("kind", question.kind.rawValue)
      json.array("answers", question.answers) { json, answer in
        json.object { json in
          json.field("record", answer.record.text)
          json.field("weight", answer.weight)
        }
      }
      json.field("prompts", question.prompts)
      json.field("rubric", question.rubric)
      json.field("section", question.section?.text)
      json.field("chapter", question.chapter.text)
      json.evidence(question.evidence, texts)
    }
  }

  // MARK: Parts

  fileprivate mutating func authors(_ authors: [CitedAuthor]) {
    array("authors", authors) { json, author in
      json.object { json in
        json.field("person", author.person.text)
        json.field("name", author.name)
        json.field("honorific", author.honorific)
        json.field("role", author.role.rawValue)
      }
    }
  }

  fileprivate mutating func attributions(_ authors: [Attribution]) {
    array("authors", authors) { json, author in
      json.object { json in
        json.field("person", author.person.text)
        json.field("name", author.name)
      }
    }
  }

  fileprivate mutating func year(_ year: CitedYear?) {
    guard let year else { return }
    object("year") { json in
      json.field("printed", year.printed)
      json.field("era", year.era?.rawValue)
      json.field("gregorian", year.gregorian)
    }
  }

  fileprivate mutating func evidence(_ evidence: Evidence, _ texts: RecordTexts) {
    field("rule", evidence.rule)
    field("certainty", evidence.certainty.rawValue)
    source("source", evidence.span, texts)
  }

  fileprivate mutating func source(_ key: StaticString, _ span: SourceSpan, _ texts: RecordTexts) {
    object(key) { $0.place(span, texts) }
  }

  fileprivate mutating func source(_ span: SourceSpan, _ texts: RecordTexts) {
    object { $0.place(span, texts) }
  }

  /// Lines and columns from 1, columns in Unicode scalars; offset and length in bytes of the file.
  private mutating func place(_ span: SourceSpan, _ texts: RecordTexts) {
    field("file", span.file)
    if let (start, end) = texts.locations(of: span) {
      field("line", start.line)
      field("column", start.column)
      field("endLine", end.line)
      field("endColumn", end.column)
    }
    field("offset", span.range.lowerBound)
    field("length", span.range.count)
  }
}

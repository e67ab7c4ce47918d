import CourseModel
import Packing
import Rendering

/// What the course is now, as one hash a record: enough to tell which pages another build's records would have made alike.
///
/// Places in the text are left out, so that a sentence put in before a record changes nothing of it; what pages make of places (the section a
/// relation is read in, the page a work stands on, a work's entry as it is printed) is in. Linear in the records.
package struct CourseDigests: Sendable {
  /// What every page has: titles, navigation, languages, what there is to print. Settings and templates are files, which a build compares itself.
  package let frame: UInt64
  /// All records in their order.
  package let course: UInt64
  /// Names and terms that are kept whole at line ends and looked for in chapters: one that comes or goes changes pages that have its words.
  package let terms: [String]
  private let records: [UInt64: UInt64]

  package init(_ exporter: SiteExporter) {
    let context = exporter.context
    let course = context.course.all
    frame = Self.frame(context)
    var table = Table(room: course.citations.count + course.definitions.count + course.sections.count + course.works.count)
    Self.add(chaptersOf: context, to: &table)
    Self.add(conceptsOf: context, to: &table)
    Self.add(sourcesOf: context, to: &table)
    Self.add(restOf: context, to: &table)
    records = table.records
    self.course = table.all.value
    terms = Self.terms(of: course)
  }

  /// What look-ups of these keys find, as one number.
  package func digest(of keys: [UInt64]) -> UInt64 {
    var hash = ContentHash()
    for key in keys { hash.add(records[key] ?? 0) }
    return hash.value
  }

  // MARK: Making it

  private struct Table {
    var records: [UInt64: UInt64] = [:]
    var all = ContentHash()

    init(room: Int) { records.reserveCapacity(room * 2) }

    mutating func add(_ kind: ReadKey.Kind, _ name: String, _ body: (inout ContentHash) -> Void) {
      var hash = ContentHash()
      body(&hash)
      let (key, value) = (ReadKey(kind, name).hash, hash.value)
      records[key] = value
      all.add(key)
      all.add(value)
    }
  }

  private static func frame(_ context: PageContext) -> UInt64 {
    let course = context.course.all
    var hash = ContentHash()
    for text in [course.id, course.title, course.language.rawValue] + course.authors { hash.add(text) }
    // A course of one chapter has other navigation, a long one other pages.
    hash.add(min(course.chapters.count, 2))
    if course.chapters.count == 1 { hash.add(course.chapters.first?.id.text) }
    hash.add(course.chapters.count <= ConceptPassage.mostChapters)
    hash.add(course.chapters.count <= ConceptMap.mostChapters)
    for (chapter, handouts) in context.handouts.sorted(by: { ($0.key?.text ?? "") < ($1.key?.text ?? "") }) {
      hash.add(chapter?.text)
      for handout in handouts {
        hash.add(handout.title)
        hash.add(handout.paths)
      }
    }
    hash.add(context.titleCards.map { $0?.text ?? "" }.sorted())
    return hash.value
  }

  private static func terms(of course: Course) -> [String] {
    Set(course.concepts.flatMap { [$0.term] + $0.aliases } + course.people.flatMap { [$0.name, $0.display] }).sorted()
  }

  private static func add(chaptersOf context: PageContext, to table: inout Table) {
    let course = context.course.all
    for chapter in course.chapters {
      table.add(.chapter, chapter.id.text) { hash in
        hash.add(chapter.number)
        hash.add(chapter.title)
        hash.add(chapter.file)
        for objective in chapter.objectives {
          hash.add(objective.id)
          hash.add(objective.text)
          hash.add(objective.level?.rawValue)
          hash.add(objective.sections.map(\.text))
        }
        for section in context.index.sections[chapter.id] ?? [] {
          hash.add(section.id.text)
          hash.add(section.title)
          hash.add(section.level)
        }
        hash.add((context.index.questions[chapter.id] ?? []).map(\.id.text))
        hash.add(context.index.anchors[chapter.id] ?? [])
        hash.add(context.index.hasFlashcards.contains(chapter.id))
        let (before, after) = context.index.neighbours(of: chapter.id, in: course)
        for neighbour in [before, after] {
          hash.add(neighbour?.id.text)
          hash.add(neighbour?.number)
        }
      }
      table.add(.file, chapter.file) { $0.add(chapter.id.text) }
    }
    for section in course.sections {
      table.add(.section, section.id.text) { hash in
        hash.add(section.chapter.text)
        hash.add(section.parent?.text)
        hash.add(section.level)
        hash.add(section.number)
        hash.add(section.title)
      }
    }
  }

  private static func add(conceptsOf context: PageContext, to table: inout Table) {
    for concept in context.course.all.concepts {
      table.add(.concept, concept.id.text) { hash in
        hash.add(concept.term)
        hash.add(concept.english)
        hash.add(concept.aliases)
        hash.add(concept.definitions.map(\.text))
        hash.add(concept.sections.map(\.text))
        for relation in concept.related {
          hash.add(relation.concept.text)
          hash.add(relation.kind.rawValue)
          guard let span = relation.evidence else { continue }
          hash.add(span.file)
          let chapter = context.index.chapterOfFile[span.file]
          hash.add(chapter.flatMap { context.index.section(at: span.range.lowerBound, in: $0)?.text })
        }
        hash.add((context.index.enumerationsOfConcept[concept.id] ?? []).map(\.id.text))
        hash.add((context.index.enumerationsWithItem[concept.id] ?? []).map(\.id.text))
        hash.add(concept.evidence)
      }
    }
    for definition in context.course.all.definitions {
      table.add(.definition, definition.id.text) { hash in
        hash.add(definition.kind.rawValue)
        hash.add(definition.concept.text)
        hash.add(definition.term)
        hash.add(definition.statement)
        hash.add(definition.marker)
        hash.add(definition.citation?.text)
        hash.add(definition.authors)
        hash.add(definition.section?.text)
        hash.add(definition.chapter.text)
        hash.add(definition.mayRunOn)
        hash.add(definition.evidence)
      }
    }
  }

  private static func add(sourcesOf context: PageContext, to table: inout Table) {
    for citation in context.course.all.citations {
      table.add(.citation, citation.id.text) { hash in
        hash.add(citation.form.rawValue)
        hash.add(citation.text)
        hash.add(citation.authors)
        hash.add(citation.etAl)
        hash.add(citation.year)
        hash.add(citation.locator)
        hash.add(citation.citedIn?.authors ?? [])
        hash.add(citation.citedIn?.etAl ?? false)
        hash.add(citation.citedIn?.year)
        hash.add(citation.citedIn?.role.rawValue)
        hash.add(citation.work?.text)
        hash.add(citation.section?.text)
        hash.add(citation.chapter.text)
        hash.add(citation.evidence)
      }
    }
    for work in context.course.all.works {
      table.add(.work, work.id.text) { hash in
        hash.add(work.authors)
        hash.add(work.etAl)
        hash.add(work.year)
        hash.add(work.title)
        hash.add(work.type)
        for detail in work.details {
          hash.add(detail.field)
          hash.add(detail.value)
        }
        hash.add(work.knownThrough?.text)
        hash.add(work.citations.map(\.text))
        hash.add(work.key)
        // Its authors' names as they are shown, the work it is known through, and where it is listed.
        for part in context.references.entry(work) { hash.add(part.text) }
        hash.add(context.references.parenthetical(work))
        hash.add(context.index.pageOfWork[work.id] ?? 0)
      }
      if let key = work.key { table.add(.key, key) { $0.add(work.id.text) } }
    }
    for person in context.course.all.people {
      table.add(.person, person.id.text) { hash in
        hash.add(person.name)
        hash.add(person.honorific)
        hash.add(person.display)
        hash.add(person.sort)
        hash.add(person.kind.rawValue)
        hash.add(person.works.map(\.text))
        hash.add(person.definitions.map(\.text))
      }
    }
  }

  private static func add(restOf context: PageContext, to table: inout Table) {
    for set in context.course.all.enumerations {
      table.add(.enumeration, set.id.text) { hash in
        hash.add(set.title)
        hash.add(set.concept?.text)
        hash.add(set.citation?.text)
        hash.add(set.authors)
        hash.add(set.statedCount ?? -1)
        hash.add(set.isOrdered)
        hash.add(set.acronym)
        for item in set.items {
          hash.add(item.title)
          hash.add(item.english)
          hash.add(item.text)
          hash.add(item.concept?.text)
        }
        hash.add(set.section?.text)
        hash.add(set.chapter.text)
        hash.add(set.evidence)
      }
    }
    for figure in context.course.all.figures {
      table.add(.figure, figure.id.text) { hash in
        hash.add(figure.number)
        hash.add(figure.title)
        hash.add(figure.alternative)
        hash.add(figure.graph)
        hash.add(figure.citation?.text)
        hash.add(figure.section?.text)
        hash.add(figure.chapter.text)
        hash.add(figure.evidence)
      }
    }
    for question in context.course.all.questions {
      table.add(.question, question.id.text) { hash in
        hash.add(question.text)
        hash.add(question.kind.rawValue)
        for answer in question.answers {
          hash.add(answer.record.text)
          hash.add(answer.weight.bitPattern)
        }
        hash.add(question.prompts)
        hash.add(question.rubric)
        hash.add(question.section?.text)
        hash.add(question.chapter.text)
        hash.add(question.evidence)
      }
    }
  }
}

extension ContentHash {
  /// What read it and how sure that is, but not where it stands.
  fileprivate mutating func add(_ evidence: Evidence) {
    add(evidence.span.file)
    add(evidence.rule)
    add(evidence.certainty.rawValue)
  }

  fileprivate mutating func add(_ year: CitedYear?) {
    add(year?.printed)
    add(year?.era?.rawValue)
    add(year?.gregorian ?? -1)
  }

  fileprivate mutating func add(_ authors: [Attribution]) {
    add(authors.count)
    for author in authors {
      add(author.person.text)
      add(author.name)
    }
  }

  fileprivate mutating func add(_ authors: [CitedAuthor]) {
    add(authors.count)
    for author in authors {
      add(author.person.text)
      add(author.name)
      add(author.honorific)
      add(author.role.rawValue)
    }
  }
}

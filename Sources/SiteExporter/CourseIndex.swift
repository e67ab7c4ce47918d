import CourseModel
import ThaiText

/// The groupings the pages need, made once: every page then costs what stands on it.
struct CourseIndex: Sendable {
  /// Entries on one page of a list.
  static let pageSize = 100
  /// Entries on one page of the glossary, the people and the references, which are read by letter.
  static let longPageSize = 500

  private(set) var sections: [ChapterID: [Section]] = [:]
  private(set) var questions: [ChapterID: [Question]] = [:]
  private(set) var enumerationsOfConcept: [ConceptID: [Enumeration]] = [:]
  /// The sets a concept is an item of.
  private(set) var enumerationsWithItem: [ConceptID: [Enumeration]] = [:]
  private(set) var chapterPosition: [ChapterID: Int] = [:]

  private(set) var chapterOfFile: [String: ChapterID] = [:]
  private(set) var workOfKey: [String: WorkID] = [:]
  /// Identifiers of everything that is linked to in a chapter's page.
  private(set) var anchors: [ChapterID: [String]] = [:]

  /// Concepts in dictionary order, with their letter.
  private(set) var glossary: [(letter: String, concept: ConceptID)] = []
  /// English terms in alphabetical order: one entry a term, so that a concept with two stands twice.
  private(set) var englishGlossary: [(letter: String, name: String, id: ConceptID)] = []
  private(set) var people: [(letter: String, person: PersonID)] = []
  private(set) var bibliography: [Work] = []
  /// Definitions with an author by the year they are cited with, undated ones last; those of one year in the order of the text.
  private(set) var timeline: [(year: Int?, definition: DefinitionID)] = []
  /// Chapters that have flashcards.
  private(set) var hasFlashcards: Set<ChapterID> = []
  /// The page of `references.html` a work stands on, from 1.
  private(set) var pageOfWork: [WorkID: Int] = [:]

  init(_ course: Course, references: [Work]) {
    for (i, chapter) in course.chapters.enumerated() {
      chapterPosition[chapter.id] = i
      chapterOfFile[chapter.file] = chapter.id
    }
    for work in course.works { if let key = work.key { workOfKey[key] = work.id } }
    for record in course.sections { anchors[record.chapter, default: []].append(record.id.text) }
    for record in course.definitions { anchors[record.chapter, default: []].append(record.id.text) }
    for record in course.citations { anchors[record.chapter, default: []].append(record.id.text) }
    for record in course.enumerations { anchors[record.chapter, default: []].append(record.id.text) }
    for record in course.figures { anchors[record.chapter, default: []].append(record.id.text) }
    for record in course.questions { anchors[record.chapter, default: []].append(record.id.text) }
    sections = Dictionary(grouping: course.sections, by: \.chapter)
    questions = Dictionary(grouping: course.questions, by: \.chapter)
    for enumeration in course.enumerations {
      if let concept = enumeration.concept { enumerationsOfConcept[concept, default: []].append(enumeration) }
      for concept in Set(enumeration.items.compactMap(\.concept)) where concept != enumeration.concept {
        enumerationsWithItem[concept, default: []].append(enumeration)
      }
    }

    glossary = Self.inDictionaryOrder(course.concepts.map { ($0.term, $0.id) }).map { (letter: $0.letter, concept: $0.id) }
    englishGlossary = Self.inDictionaryOrder(course.concepts.flatMap { concept in concept.english.map { ($0, concept.id) } })
    people = Self.inDictionaryOrder(course.people.map { ($0.display, $0.id) }).map { (letter: $0.letter, person: $0.id) }
    timeline = Self.inTime(course)
    hasFlashcards = Flashcard.chapters(of: course)
    bibliography = references
    for (i, work) in references.enumerated() { pageOfWork[work.id] = i / Self.longPageSize + 1 }
  }

  private static func inTime(_ course: Course) -> [(year: Int?, definition: DefinitionID)] {
    let dated = course.definitions.enumerated().compactMap {
      place, definition -> (year: Int?, place: Int, definition: DefinitionID)? in
      guard definition.kind == .definition, !definition.authors.isEmpty else { return nil }
      let citation = definition.citation.flatMap { course[$0] }
      return ((citation?.year ?? citation?.citedIn?.year)?.gregorian, place, definition.id)
    }
    return dated.sorted { ($0.year ?? .max, $0.place) < ($1.year ?? .max, $1.place) }.map {
      (year: $0.year, definition: $0.definition)
    }
  }

  private static func inDictionaryOrder<ID: Comparable>(_ names: [(name: String, id: ID)])
    -> [(letter: String, name: String, id: ID)]
  {
    var keyed: [(key: [UInt8], name: String, id: ID)] = []
    for (name, id) in names { keyed.append((ThaiDictionaryOrder.key(name), name, id)) }
    keyed.sort { a, b in
      if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
      return a.name == b.name ? a.id < b.id : a.name < b.name
    }
    return keyed.map { (letter: ThaiDictionaryOrder.initialLetter($0.name), name: $0.name, id: $0.id) }
  }

  /// The section of a chapter in which a byte of its file stands. O(log sections).
  func section(at offset: Int, in chapter: ChapterID) -> SectionID? {
    let sections = sections[chapter] ?? []
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].evidence.span.range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? sections[low - 1].id : nil
  }

  /// The section of the second level that holds a section, or the section itself where it stands above or beside those. O(depth).
  static func group(of section: SectionID, in course: Course) -> Section? {
    guard var at = course[section] else { return nil }
    var steps = 0
    while at.level > 2, steps < 8, let parent = at.parent.flatMap({ course[$0] }), parent.level >= 2 {
      at = parent
      steps += 1
    }
    return at
  }

  /// The chapters before and after one, in the course's order.
  func neighbours(of chapter: ChapterID, in course: Course) -> (before: Chapter?, after: Chapter?) {
    guard let position = chapterPosition[chapter] else { return (nil, nil) }
    return (
      position > 0 ? course.chapters[position - 1] : nil,
      position + 1 < course.chapters.count ? course.chapters[position + 1] : nil
    )
  }

  /// How many pages `count` entries need; at least one.
  static func pages(_ count: Int, of size: Int) -> Int { max(1, (count + size - 1) / size) }

  /// The entries of page `page` (from 1).
  static func slice<T>(_ entries: [T], page: Int, of size: Int) -> ArraySlice<T> {
    let start = min(entries.count, max(0, page - 1) * size)
    return entries[start..<min(entries.count, start + size)]
  }
}

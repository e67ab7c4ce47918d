import CourseModel
import Diagnostics
import Prose
import Rendering
import ThaiText

/// Where the records of each chapter stand in the course's arrays. Made once for a course, in one pass over its records.
struct ChapterIndex: Sendable {
  struct Places: Sendable {
    var sections: [Int] = []
    var definitions: [Int] = []
    var enumerations: [Int] = []
    var questions: [Int] = []
    /// Defined in the chapter, or standing in one of its sections.
    var concepts: [Int] = []
  }
  private var places: [ChapterID: Places] = [:]

  init(_ course: Course) {
    for (i, section) in course.sections.enumerated() { places[section.chapter, default: Places()].sections.append(i) }
    for (i, definition) in course.definitions.enumerated() { places[definition.chapter, default: Places()].definitions.append(i) }
    for (i, set) in course.enumerations.enumerated() { places[set.chapter, default: Places()].enumerations.append(i) }
    for (i, question) in course.questions.enumerated() { places[question.chapter, default: Places()].questions.append(i) }
    for (i, concept) in course.concepts.enumerated() {
      var chapters = Set(concept.sections.compactMap { course[$0]?.chapter })
      for definition in concept.definitions { if let chapter = course[definition]?.chapter { chapters.insert(chapter) } }
      for chapter in chapters { places[chapter, default: Places()].concepts.append(i) }
    }
  }

  subscript(chapter: ChapterID) -> Places { places[chapter] ?? Places() }
}

/// Graphs of a course after Graphviz has laid them out.
package struct SheetDrawings: Sendable {
  package var figures: [FigureID: GraphLayout]
  /// Of `SheetExporter.mapSources(of:)`, in their order; nil for one that could not be laid out.
  package var maps: [ChapterID: [GraphLayout?]]

  package init(figures: [FigureID: GraphLayout] = [:], maps: [ChapterID: [GraphLayout?]] = [:]) {
    self.figures = figures
    self.maps = maps
  }
}

/// A chapter's text with its records in place: what pass two finds.
package struct ChapterText: Sendable {
  package var document: Document
  /// Sorted by start, the longer first; nested, never crossing.
  package var marks: [Mark]
  /// By what the chapter calls them; for those that are missing their words stand.
  package var pictures: [String: SheetPicture]

  package init(document: Document, marks: [Mark], pictures: [String: SheetPicture] = [:]) {
    self.document = document
    self.marks = marks
    self.pictures = pictures
  }
}

/// A chapter and the course around it, with what every sheet needs to say.
package struct SheetContext: Sendable {
  let course: Course
  let chapter: Chapter
  let settings: SheetSettings
  let setting: LineSetting
  let drawings: SheetDrawings
  /// The chapter's text; nil where only its records are at hand.
  let text: ChapterText?
  private let places: ChapterIndex.Places

  init(
    course: Course, chapter: Chapter, places: ChapterIndex.Places, settings: SheetSettings, setting: LineSetting,
    drawings: SheetDrawings = SheetDrawings(), text: ChapterText? = nil
  ) {
    self.course = course
    self.chapter = chapter
    self.places = places
    self.settings = settings
    self.setting = setting
    self.drawings = drawings
    self.text = text
  }

  var words: SheetWords { SheetWords(course.language) }
  var sources: SourceLabel { SourceLabel(course: course, language: course.language) }
  var room: WritingRoom { WritingRoom(settings: settings) }

  /// What the chapter says terms mean, in source order. Paper cannot be mended once it is handed out: what the prose only suggests is left
  /// to the screen, here and for sets. How far a statement goes is no doubt of that kind: paper cuts long ones anyway.
  var definitions: [Definition] { places.definitions.map { course.definitions[$0] }.filter(\.isForPaper) }
  var enumerations: [Enumeration] {
    places.enumerations.map { course.enumerations[$0] }.filter { $0.items.count > 1 && $0.evidence.certainty >= .sure }
  }
  var questions: [Question] { places.questions.map { course.questions[$0] } }
  var sections: [Section] { places.sections.map { course.sections[$0] } }
  var concepts: [Concept] { places.concepts.map { course.concepts[$0] } }

  /// By concept, the one with most definitions first and equal ones in source order; definitions by year, undated ones last.
  var definitionsByConcept: [(concept: Concept, definitions: [Definition])] {
    var order: [ConceptID] = []
    var groups: [ConceptID: [Definition]] = [:]
    for definition in definitions {
      if groups[definition.concept] == nil { order.append(definition.concept) }
      groups[definition.concept, default: []].append(definition)
    }
    let ranked = order.enumerated().sorted { a, b in
      let (x, y) = (groups[a.element]?.count ?? 0, groups[b.element]?.count ?? 0)
      return x != y ? x > y : a.offset < b.offset
    }
    return ranked.compactMap { entry in
      guard let concept = course[entry.element], let definitions = groups[entry.element] else { return nil }
      return (concept, byYear(definitions))
    }
  }

  func byYear(_ definitions: [Definition]) -> [Definition] {
    definitions.enumerated().sorted { a, b in
      let (x, y) = (year(a.element) ?? .max, year(b.element) ?? .max)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
  }

  private func year(_ definition: Definition) -> Int? {
    definition.citation.flatMap { course[$0] }.flatMap { sources.year(of: $0)?.gregorian }
  }

  /// The table, in one column where a line is too short for several.
  func table(_ table: SheetTable) -> SheetBlock { .table(settings.isTight ? table.stacked() : table) }

  /// Author and, small, through whom; the year in both eras, or as printed where that must be `short`.
  func attribution(_ definition: Definition, short: Bool = false) -> (author: SheetText, year: String) {
    let author = sources.authors(of: definition)
    guard !author.isEmpty else { return ([.soft(words.thisChapter)], "") }
    guard let citation = definition.citation.flatMap({ course[$0] }) else { return ([.text(author)], "") }
    let through = sources.through(citation)
    let year = sources.year(of: citation)
    return (
      [.text(author)] + (through.map { [.lineBreak, .soft($0)] } ?? []), short ? year?.printed ?? "–" : sources.bothEras(year)
    )
  }

  /// The marks of a set's members: the letters of an acronym where their English terms spell a word the course knows, else numbers.
  func marks(of set: Enumeration) -> [String] {
    let numbers = set.items.indices.map { "\($0 + 1)" }
    let initials = set.items.compactMap { $0.english?.unicodeScalars.first }.filter { $0.isASCII && $0.properties.isAlphabetic }
    guard initials.count == set.items.count, initials.count > 2 else { return numbers }
    let word = String(String.UnicodeScalarView(initials)).uppercased()
    let isKnown = set.title.uppercased().contains(word) || concepts.contains { $0.english.contains { $0.uppercased() == word } }
    return isKnown ? initials.map { String($0).uppercased() } : numbers
  }

  /// A sheet of this chapter; `suffix` tells sheets of one kind apart.
  func sheet(
    _ kind: some SheetKind, suffix: String? = nil, title: String? = nil, subject: String? = nil, isNamed: Bool = false,
    isBare: Bool = false,
    hasMargin: Bool = false, blocks: [SheetBlock]
  ) -> Sheet {
    let name = kind.title.text(in: course.language)
    let number = chapter.number.map { words.chapter($0) + " · " } ?? ""
    return Sheet(
      stem: "sheets/\(chapter.id.text)-\(kind.id)" + (suffix.map { "-" + $0 } ?? ""), kicker: number + name,
      title: title ?? chapter.title, documentTitle: "\(name): \(chapter.title)", subject: subject,
      footer: course.title, isNamed: isNamed,
      language: course.language, blocks: blocks, isBare: isBare, hasMargin: hasMargin)
  }
}

extension Definition {
  /// See `SheetContext.definitions`.
  var isForPaper: Bool { kind == .definition && (evidence.certainty >= .sure || mayRunOn) }
}

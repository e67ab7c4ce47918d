import CourseModel

/// A card made of one record: something asked, something remembered, and the words it stands on.
struct Flashcard {
  enum Face {
    /// Whose definition of a term; the statement is the answer.
    case definition(Definition)
    /// A Thai term; its English names are the answer.
    case english(Concept)
    /// A set; its items are the answer.
    case set(Enumeration)
  }
  let face: Face

  /// Made from the record's identifier alone: progress outlives a mended sentence.
  var id: String {
    switch face {
    case .definition(let definition): "definition:" + definition.id.text
    case .english(let concept): "english:" + concept.id.text
    case .set(let set): "set:" + set.id.text
    }
  }

  /// What «what am I weak at» counts it under.
  var concept: ConceptID? {
    switch face {
    case .definition(let definition): definition.concept
    case .english(let concept): concept.id
    case .set(let set): set.concept
    }
  }

  var record: RecordID {
    switch face {
    case .definition(let definition): .definition(definition.id)
    case .english(let concept): .concept(concept.id)
    case .set(let set): .enumeration(set.id)
    }
  }

  /// The chapters that have cards. O(records).
  static func chapters(of course: Course) -> Set<ChapterID> {
    var chapters: Set<ChapterID> = []
    forEachFace(of: course) { _, chapter, _ in chapters.insert(chapter) }
    return chapters
  }

  /// Everything a card is made of, with its chapter and where it stands there.
  private static func forEachFace(
    of course: Course, _ body: (_ face: () -> Face, _ chapter: ChapterID, _ evidence: Evidence) -> Void
  ) {
    var chapters: [String: ChapterID] = [:]
    for chapter in course.chapters where chapters[chapter.file] == nil { chapters[chapter.file] = chapter.id }
    for definition in course.definitions where definition.kind == .definition && !definition.authors.isEmpty {
      body({ .definition(definition) }, definition.chapter, definition.evidence)
    }
    for concept in course.concepts where !concept.english.isEmpty {
      guard let chapter = chapters[concept.evidence.span.file] else { continue }
      body({ .english(concept) }, chapter, concept.evidence)
    }
    for set in course.enumerations where set.items.count > 1 { body({ .set(set) }, set.chapter, set.evidence) }
  }

  /// The cards of every chapter, in the order of their words in it. O(records).
  static func byChapter(_ course: Course) -> [ChapterID: [Flashcard]] {
    var placed: [ChapterID: [(start: Int, card: Flashcard)]] = [:]
    forEachFace(of: course) { face, chapter, evidence in
      placed[chapter, default: []].append((evidence.span.range.lowerBound, Flashcard(face: face())))
    }
    return placed.mapValues { cards in cards.sorted { ($0.start, $0.card.id) < ($1.start, $1.card.id) }.map(\.card) }
  }
}

import CourseModel

/// The practice items of a chapter by where they are practised: under a section of the second level, with the discussion question they lead
/// up to, or, where they stand in no section, at large. Exam items are left out.
package struct PracticeShelves: Sendable {
  /// The items of one page or, where they are many, of several.
  struct Shelf: Sendable {
    /// nil: at large.
    var section: Section?
    var items: [QuizItem] = []
  }
  let chapter: ChapterID
  /// In the order of the text, those at large last; none is empty.
  private(set) var shelves: [Shelf] = []
  private var ofQuestion: [QuestionID: [QuizItem]] = [:]

  /// O(items).
  package init(chapter: ChapterID, in course: Course, categories: [QuizCategory], items: [QuizItem]) {
    self.chapter = chapter
    let shown = items.filter { $0.pool == .practice }
    let byID = Dictionary(shown.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var essays: Set<String> = []
    for category in categories {
      guard case .question(let id) = category.subject else { continue }
      let found = category.items.compactMap { byID[$0] }
      ofQuestion[id, default: []] += found
      for item in found where item.isEssay { essays.insert(item.id) }
    }
    var place: [SectionID?: Int] = [:]
    // An essay is written where its question is; elsewhere it would only be in the way.
    for item in shown where item.chapter == chapter && !essays.contains(item.id) {
      let section = item.section.flatMap { CourseIndex.group(of: $0, in: course) }
      if let known = place[section?.id] {
        shelves[known].items.append(item)
      } else {
        place[section?.id] = shelves.count
        shelves.append(Shelf(section: section, items: [item]))
      }
    }
    shelves.sort { ($0.section?.evidence.span.range.lowerBound ?? .max) < ($1.section?.evidence.span.range.lowerBound ?? .max) }
  }

  func items(of question: QuestionID) -> [QuizItem] { ofQuestion[question] ?? [] }

  /// Items a chapter's own page of practice holds: somewhat more than the page of a section, since one page in place of five, most of them of
  /// two or three items, spares a reader the way through them.
  static let mostOnOnePage = 30

  /// Whether all of them stand on the chapter's own page of practice.
  var isOnePage: Bool { count <= Self.mostOnOnePage }

  /// How many items all shelves hold.
  var count: Int { shelves.reduce(0) { $0 + $1.items.count } }

  /// Where the items of a section are practised, or those at large.
  func path(of section: SectionID?) -> String {
    isOnePage ? SitePaths.practice(chapter) : SitePaths.practice(chapter, section: section)
  }

  /// As `path(of:)`, and of a page of several sections this one alone.
  func link(to section: SectionID?) -> String {
    path(of: section) + (isOnePage && shelves.count > 1 ? "?section=" + Self.key(section) : "")
  }

  /// A section as a query names it.
  static func key(_ section: SectionID?) -> String { SitePaths.fileName(section?.text ?? "") }

  /// In the order of the questions' names.
  var itemsOfQuestions: [(question: QuestionID, items: [QuizItem])] {
    ofQuestion.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// An item to try at the end of a section before reading on: the first that is answered by choosing one of several.
  func trial(of section: SectionID) -> QuizItem? {
    shelves.first { $0.section?.id == section }?.items.first {
      if case .choice(let options, false, _) = $0.interaction { return options.count > 2 && $0.stem.utf8.count < 900 }
      return false
    }
  }

  /// Where each concept is practised and on how many items, in the order of the text.
  package var practised: [(concept: ConceptID, place: PracticePlace)] {
    var found: [(concept: ConceptID, place: PracticePlace)] = []
    for shelf in shelves {
      let link = link(to: shelf.section?.id)
      var counts: [ConceptID: Int] = [:]
      for item in shelf.items { if let concept = item.concept { counts[concept, default: 0] += 1 } }
      for (concept, count) in counts.sorted(by: { $0.key < $1.key }) {
        found.append((concept, PracticePlace(link: link, section: shelf.section?.id, count: count)))
      }
    }
    return found
  }
}

/// A page on which a concept is practised.
package struct PracticePlace: Sendable, Hashable {
  /// A path, with a query where the page holds other sections too.
  package let link: String
  /// nil: at large.
  package let section: SectionID?
  package let count: Int

  package init(link: String, section: SectionID?, count: Int) {
    self.link = link
    self.section = section
    self.count = count
  }
}

extension QuizItem {
  var isEssay: Bool { if case .essay = interaction { true } else { false } }
}

import CourseModel
import Rendering
import ThaiText

/// The tree of a chapter, or of the course, that a page draws and lists.
package struct ConceptMap: Sendable {
  /// Members of all branches; a map of more could not be read.
  static let most = 48
  /// A course of more chapters is not drawn whole: each chapter is.
  static let mostBranches = 16
  /// Courses with more chapters have the course's map alone, as a list: laying all out would cost more than the rest of the build, and a
  /// chapter's map that is not drawn lists what its page says.
  package static let mostChapters = 120
  static let widths = ConceptTree.Widths(root: 9, branch: 11, member: 13)

  /// nil: the course.
  package let chapter: ChapterID?
  let tree: ConceptTree

  /// For Graphviz; nil for a map that is better read as a list.
  func source(_ setting: LineSetting) -> String? {
    guard tree.memberCount > 2, tree.branches.count <= Self.mostBranches else { return nil }
    return tree.source(Self.widths) { setting.balanced($0, em: $1) }
  }

  /// The map of the course and, where they have maps, of each chapter: of one chapter it is the chapter's. O(records).
  static func all(_ context: PageContext) -> [ConceptMap] {
    let course = context.course.all
    let records = ChapterRecords.all(course)
    let isOne = context.course.hasOneChapter
    let maps = (isOne || hasChapterMaps(context) ? course.chapters : []).map {
      ConceptMap(of: $0, records[$0.id] ?? ChapterRecords(), context)
    }
    return isOne ? maps.map { ConceptMap(chapter: nil, tree: $0.tree) } : [ConceptMap(ofCourse: records, context)] + maps
  }

  static func hasChapterMaps(_ context: PageContext) -> Bool { (2...mostChapters).contains(context.course.all.chapters.count) }

  private init(chapter: ChapterID?, tree: ConceptTree) {
    self.chapter = chapter
    self.tree = tree
  }

  /// Around the concept with most definitions: the chapter's sets, then what else hangs together and how.
  private init(of chapter: Chapter, _ records: ChapterRecords, _ context: PageContext) {
    let course = context.course.all
    let sets = records.enumerations.filter { $0.items.count > 1 }
    let branches = sets.map { set in
      ConceptTree.Branch(
        .init(set.title, .record(.enumeration(set.id))), note: context.names(of: set.authors),
        members: set.items.map { item in
          .init(item.title, .record(item.concept.map { .concept($0) } ?? .enumeration(set.id)))
        })
    }
    let root = records.mostDefined.flatMap { course[$0] }
    self.init(
      chapter: chapter.id,
      tree: ConceptTree(
        root: root.map { .init($0.term, .record(.concept($0.id))) } ?? .init(chapter.title, .chapter(chapter.id)),
        branches: branches + Self.relations(records.concepts, sets, root: root?.id, context), most: Self.most))
  }

  /// Each chapter with the concepts it says most of.
  private init(ofCourse records: [ChapterID: ChapterRecords], _ context: PageContext) {
    let course = context.course.all
    let share = max(3, min(6, Self.most / max(1, course.chapters.count)))
    var seen: Set<ConceptID> = []
    let branches = course.chapters.map { chapter in
      let own = (records[chapter.id]?.ranked ?? []).filter { !seen.contains($0) }.prefix(share)
      seen.formUnion(own)
      return ConceptTree.Branch(
        .init(context.words.chapter(chapter.number) + " " + chapter.title, .chapter(chapter.id)),
        members: own.compactMap { id in course[id].map { .init($0.term, .record(.concept(id))) } })
    }
    self.init(chapter: nil, tree: ConceptTree(root: .init(course.title), branches: branches, most: .max))
  }

  /// Relations that no set of the chapter shows already, a branch for each concept and kind; two-way ones at the concept that stands first.
  private static func relations(
    _ concepts: [Concept], _ sets: [Enumeration], root: ConceptID?, _ context: PageContext
  ) -> [ConceptTree.Branch] {
    let place = Dictionary(concepts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var parts: [ConceptID: Set<ConceptID>] = [:]
    var titles: [ConceptID: Set<String>] = [:]
    for set in sets {
      guard let owner = set.concept else { continue }
      parts[owner, default: []].formUnion(set.items.compactMap(\.concept))
      titles[owner, default: []].formUnion(set.items.map(\.title))
    }
    var branches: [ConceptTree.Branch] = []
    for concept in concepts {
      // Few of all that a concept is related to stand in one chapter.
      let near = concept.related.filter { $0.concept != concept.id && place[$0.concept] != nil }
      guard !near.isEmpty else { continue }
      for kind in [Relation.Kind.hasPart, .narrower, .contrasts, .seeAlso] {
        let others = near.filter { relation in
          guard relation.kind == kind, let other = place[relation.concept] else { return false }
          switch kind {
          case .hasPart:
            let isShown = context.course[relation.concept].map { titles[concept.id]?.contains($0.term) == true } ?? true
            return !isShown && parts[concept.id]?.contains(relation.concept) != true
          case .contrasts, .seeAlso: return place[concept.id, default: 0] < other
          case .narrower, .broader, .partOf: return true
          }
        }
        guard !others.isEmpty else { continue }
        branches.append(
          .init(
            .init(concept.term, .record(.concept(concept.id))), note: context.words(kind.word),
            members: others.prefix(12).compactMap { relation in
              context.course[relation.concept].map { .init($0.term, .record(.concept($0.id))) }
            }))
      }
    }
    return branches
  }
}

/// A chapter's records that maps are made of.
struct ChapterRecords {
  var enumerations: [Enumeration] = []
  /// Spoken of in the chapter, in the order of the course.
  var concepts: [Concept] = []
  /// Concepts by how many definitions the chapter gives; equal ones in the order they are defined, those without behind.
  var ranked: [ConceptID] = []
  var mostDefined: ConceptID?

  /// Of every chapter, in one pass over the records.
  static func all(_ course: Course) -> [ChapterID: ChapterRecords] {
    var records: [ChapterID: ChapterRecords] = [:]
    for set in course.enumerations { records[set.chapter, default: .init()].enumerations.append(set) }
    for concept in course.concepts {
      for chapter in Set(concept.sections.compactMap { course[$0]?.chapter }) {
        records[chapter, default: .init()].concepts.append(concept)
      }
    }
    var defined: [ChapterID: [ConceptID: Int]] = [:]
    var order: [ChapterID: [ConceptID]] = [:]
    for definition in course.definitions where definition.kind == .definition {
      let count = defined[definition.chapter]?[definition.concept] ?? 0
      if count == 0 { order[definition.chapter, default: []].append(definition.concept) }
      defined[definition.chapter, default: [:]][definition.concept] = count + 1
    }
    for chapter in course.chapters {
      let counts = defined[chapter.id] ?? [:]
      let ranked = (order[chapter.id] ?? []).enumerated().sorted { a, b in
        let (x, y) = (counts[a.element] ?? 0, counts[b.element] ?? 0)
        return x != y ? x > y : a.offset < b.offset
      }.map(\.element)
      let known = Set(ranked)
      records[chapter.id, default: .init()].mostDefined = ranked.first
      records[chapter.id, default: .init()].ranked =
        ranked + (records[chapter.id]?.concepts.map(\.id).filter { !known.contains($0) } ?? [])
    }
    return records
  }
}

extension PageContext {
  /// «Schuler», «ปาริชาติ สถาปิตานนท์ และชัยวัฒน์ ถิระพันธุ์»; empty for none.
  func names(of authors: [Attribution]) -> String {
    let names = authors.map { course[$0.person]?.display ?? $0.name }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let and = words.language == .thai ? " และ" : " and "
    return names.dropLast().joined(separator: words.language == .thai ? " " : ", ") + and + last
  }
}

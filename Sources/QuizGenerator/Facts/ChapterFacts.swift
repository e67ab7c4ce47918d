import CourseModel
import Diagnostics
import ThaiText

/// The facts of one chapter, with as many of the chapters around it as distractors may be taken from.
///
/// Lists are in source order; `home…` says which part of a list is the chapter's own. Statements are cut once here. A class
/// because every writer and every piece of feedback not yet worded holds on to it.
final class ChapterFacts: Sendable {
  let course: Course
  let naming: Naming
  let words: WordBreaker
  let chapter: Chapter
  let options: QuizOptions
  let definitions: [DefinitionFact]
  let terms: [TermFact]
  let sets: [SetFact]
  let sources: [SourceFact]
  let figures: [FigureFact]
  /// The terms that share an English name, by that name in lower case.
  let termsByEnglish: [String: [Int]]
  /// Sets whose title stands in another's, or the other way about: their names must say whose they are.
  let twins: Set<ObjectIdentifier>
  let homeDefinitions: Range<Int>
  let homeTerms: Range<Int>
  let homeSets: Range<Int>

  var language: Language { course.language }

  /// - Parameter shelf: where the chapter's records stand in the course's lists.
  init(
    _ chapter: Chapter, course: Course, shelf: Shelf, pools: Pools, kin: Kinship, kept: KeptCourseFacts, words: WordBreaker,
    options: QuizOptions
  ) {
    self.words = words
    let naming = Naming(course: course)
    self.course = course
    self.naming = naming
    self.chapter = chapter
    self.options = options
    homeDefinitions = shelf.definitions.home
    homeTerms = shelf.terms.home
    homeSets = shelf.sets.home
    definitions = shelf.definitions.records.map { i in
      kept.definitions.fact(i) {
        let record = course.definitions[i]
        return DefinitionFact(
          record, naming: naming, kin: kin[record.concept], pool: pools.pool(of: .definition(record.id), record.evidence.certainty),
          isPartOfSet: pools.set(of: record.id) != nil)
      }
    }
    terms = shelf.terms.records.map { i in
      kept.terms.fact(i) {
        let record = course.concepts[i]
        return TermFact(record, kin: kin[place: i], pool: pools.pool(of: .concept(record.id), record.evidence.certainty))
      }
    }
    var byEnglish: [String: [Int]] = [:]
    for (i, term) in terms.enumerated() { byEnglish[term.lowerEnglish, default: []].append(i) }
    termsByEnglish = byEnglish
    sets = shelf.sets.records.map { i in
      kept.sets.fact(i) {
        let record = course.enumerations[i]
        return SetFact(record, naming: naming, pool: pools.pool(of: .enumeration(record.id), record.evidence.certainty))
      }
    }
    twins = Self.twins(among: sets)
    sources = shelf.sources.map { i in
      let record = course.citations[i]
      return SourceFact(record, naming: naming, pool: pools.pool(of: .citation(record.id), record.evidence.certainty))
    }
    figures = shelf.figures.map { i in
      let record = course.figures[i]
      return FigureFact(record, pool: pools.pool(of: .figure(record.id), record.evidence.certainty))
    }
  }

  /// Costs the square of the sets that differ in title; a chapter has few.
  private static func twins(among sets: [SetFact]) -> Set<ObjectIdentifier> {
    var firsts: [UInt64: Int] = [:]
    /// By set: the first with its title.
    var first = [Int](repeating: 0, count: sets.count)
    var isTwin = [Bool](repeating: false, count: sets.count)
    var titles: [(place: Int, title: String)] = []
    for (i, set) in sets.enumerated() {
      first[i] = i
      if let known = firsts[set.titleHash], sets[known].title.hasSameBytes(as: set.title) {
        first[i] = known
        isTwin[known] = true
      } else {
        firsts[set.titleHash] = i
        titles.append((i, set.title))
      }
    }
    for i in titles.indices {
      for other in titles[(i + 1)...].prefix(512) where isNested(titles[i].title, other.title) {
        isTwin[titles[i].place] = true
        isTwin[other.place] = true
      }
    }
    var twins: Set<ObjectIdentifier> = []
    for i in sets.indices where isTwin[first[i]] { twins.insert(ObjectIdentifier(sets[i])) }
    return twins
  }

  /// The indices nearest to `i` in `list`, itself left out; at most `width` on each side.
  func window(around i: Int, count: Int, width: Int = 8) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(2 * width)
    for distance in 1...width {
      if i - distance >= 0 { found.append(i - distance) }
      if i + distance < count { found.append(i + distance) }
    }
    return found
  }

  /// 0 in the same section, 1 in the same chapter, 2 elsewhere.
  func distance(_ section: SectionID?, _ chapter: ChapterID, to otherSection: SectionID?, _ otherChapter: ChapterID) -> Int {
    if chapter != otherChapter { return 2 }
    return section == otherSection ? 0 : 1
  }

  /// By their definitions' terms where the course has no record of a concept.
  func areRelated(_ a: DefinitionFact, _ b: DefinitionFact) -> Bool {
    if let x = a.kin, let y = b.kin { return x.isRelated(to: y) }
    return a.record.concept == b.record.concept || Self.isNested(a.record.term, b.record.term)
  }

  /// True when one text stands inside the other.
  static func isNested(_ a: String, _ b: String) -> Bool { a.utf8.count >= b.utf8.count ? a.holds(b) : b.holds(a) }

  /// Whether an item of `pool` may say the answer of `fact`: practice never gives an exam item away.
  func mayReveal(_ fact: QuizPool, in pool: QuizPool) -> Bool { pool == .exam || fact == .practice }
}

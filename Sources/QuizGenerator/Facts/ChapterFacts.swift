import CourseModel
import Diagnostics

/// The facts of one chapter, with as many of the chapters around it as distractors may be taken from.
///
/// Lists are in source order; `home` says which part of a list is the chapter's own. Statements are cut once here.
struct ChapterFacts: Sendable {
  let course: Course
  let chapter: Chapter
  let options: QuizOptions
  private(set) var definitions: [DefinitionFact] = []
  private(set) var terms: [TermFact] = []
  private(set) var sets: [SetFact] = []
  private(set) var sources: [SourceFact] = []
  private(set) var figures: [FigureFact] = []
  /// The terms that share an English name, by that name in lower case.
  private(set) var termsByEnglish: [String: [Int]] = [:]
  let homeDefinitions: Range<Int>
  let homeTerms: Range<Int>
  let homeSets: Range<Int>

  var language: Language { course.language }

  /// - Parameter shelf: where the chapter's records stand in the course's lists.
  init(_ chapter: Chapter, course: Course, shelf: Shelf, pools: Pools, options: QuizOptions) {
    self.course = course
    self.chapter = chapter
    self.options = options
    homeDefinitions = shelf.definitions.home
    homeTerms = shelf.terms.home
    homeSets = shelf.sets.home
    let naming = Naming(course: course)
    definitions = shelf.definitions.records.map { i in
      let record = course.definitions[i]
      let words = Self.withoutCopula(record.statement)
      return DefinitionFact(
        record: record, statement: Statement(words), likeness: Likeness(words), authors: naming.authors(of: record),
        pool: pools.pool(of: .definition(record.id), record.evidence.certainty))
    }
    terms = shelf.terms.records.map { i in
      let record = course.concepts[i]
      return TermFact(
        record: record, english: record.english.first ?? "", pool: pools.pool(of: .concept(record.id), record.evidence.certainty))
    }
    for (i, term) in terms.enumerated() { termsByEnglish[term.english.lowercased(), default: []].append(i) }
    sets = shelf.sets.records.map { i in
      let record = course.enumerations[i]
      let titles = record.items.map { SetTitle.shown($0.title) }
      return SetFact(
        record: record, titles: titles, likenesses: titles.map { Likeness($0) }, authors: naming.authors(of: record),
        pool: pools.pool(of: .enumeration(record.id), record.evidence.certainty))
    }
    sources = shelf.sources.map { i in
      let record = course.citations[i]
      return SourceFact(
        record: record, authors: naming.authors(of: record), container: naming.container(of: record),
        pool: pools.pool(of: .citation(record.id), record.evidence.certainty))
    }
    figures = shelf.figures.map { i in
      let record = course.figures[i]
      return FigureFact(
        record: record, labels: FigureLabels.labels(of: record.graph ?? ""),
        pool: pools.pool(of: .figure(record.id), record.evidence.certainty))
    }
  }

  /// «เป็นการเชื่อมโยง…» and «การเชื่อมโยง…» stand side by side as options: without the copula they are of one form.
  private static func withoutCopula(_ statement: String) -> String {
    for copula in ["เป็น", "คือ", "หมายถึง"] where statement.hasPrefix(copula) {
      let rest = statement.dropFirst(copula.count).drop { $0 == " " }
      // «เป็นไป…», «เป็นที่…», «เป็นอยู่…» are words of their own.
      if rest.isEmpty || (copula == "เป็น" && ["ไป", "ที่", "อยู่", "มา", "ต้น"].contains { rest.hasPrefix($0) }) { return statement }
      return String(rest)
    }
    return statement
  }

  /// The indices nearest to `i` in `list`, itself left out; at most `width` on each side.
  func window(around i: Int, count: Int, width: Int = 12) -> [Int] {
    var found: [Int] = []
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

  /// True when one term is the other's kind, part, alias or a longer name of it: never distractors for each other.
  func areRelated(_ a: ConceptID, _ b: ConceptID) -> Bool {
    if a == b { return true }
    guard let x = course[a], let y = course[b] else { return false }
    if x.related.contains(where: { $0.concept == b && $0.kind != .seeAlso && $0.kind != .contrasts }) { return true }
    if y.related.contains(where: { $0.concept == a && $0.kind != .seeAlso && $0.kind != .contrasts }) { return true }
    let names = [y.term] + y.aliases
    return ([x.term] + x.aliases).contains { mine in
      names.contains { Self.contains(mine, $0) || Self.contains($0, mine) }
    }
  }

  private static func contains(_ long: String, _ short: String) -> Bool {
    let long = Array(long.utf8)
    let short = Array(short.utf8)
    guard let first = short.first, short.count <= long.count else { return false }
    for i in 0...(long.count - short.count) where long[i] == first && long.starts(with: short, at: i) { return true }
    return false
  }

  /// True when both are persons or both organisations: a ministry among scholars stands out.
  func areOfOneKind(_ a: [Attribution], _ b: [Attribution]) -> Bool {
    func isOrganisation(_ authors: [Attribution]) -> Bool {
      authors.contains { course[$0.person]?.kind == .organisation }
    }
    return isOrganisation(a) == isOrganisation(b)
  }

  /// Whether an item of `pool` may say the answer of `fact`: practice never gives an exam item away.
  func mayReveal(_ fact: QuizPool, in pool: QuizPool) -> Bool { pool == .exam || fact == .practice }
}

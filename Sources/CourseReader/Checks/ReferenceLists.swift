import CourseModel
import Diagnostics

/// Works that the chapters cite and the list of references lacks, once a course has such a list; a secondary source is told apart.
func unlistedCitations(_ course: Course) -> [Diagnostic] {
  guard course.works.contains(where: { $0.key != nil }) else { return [] }
  var through: Set<WorkID> = []
  for work in course.works { if let container = work.knownThrough { through.insert(container) } }
  return course.works.compactMap { work in
    // Known through another, a work stands in that one's entry.
    guard work.key == nil, work.knownThrough == nil, let first = work.citations.first, let citation = course[first] else {
      return nil
    }
    let name = shortName(work)
    if through.contains(work.id) {
      return Diagnostic(
        "secondary-without-entry", .note, thai: "“\(name)” ที่ใช้อ้างถึงงานอื่นไม่มีในรายการอ้างอิง",
        english: "“\(name)”, through which another work is cited, has no entry in the references", at: citation.evidence.span,
        repair: Wording(thai: "เพิ่มรายการใน Content/references.yml", english: "add it to Content/references.yml"))
    }
    return Diagnostic(
      "unlisted-citation", .note, thai: "“\(name)” ไม่มีในรายการอ้างอิง", english: "“\(name)” has no entry in the references",
      at: citation.evidence.span,
      repair: Wording(thai: "เพิ่มรายการใน Content/references.yml", english: "add it to Content/references.yml"))
  }
}

/// One work with two years: a digit mistyped («1996» and «1969»), or one year in two eras that do not meet (2539 and 1997).
///
/// Works are brought together by their authors; of one with many works the first twenty are compared.
func worksOfTwoYears(_ course: Course) -> [Diagnostic] {
  var byAuthors: [[PersonID]: [Work]] = [:]
  var found: [Diagnostic] = []
  for work in course.works where work.year?.gregorian != nil {
    let authors = work.authors.map(\.person)
    for other in (byAuthors[authors] ?? []).prefix(20) where isSlip(work, other) {
      guard let id = work.citations.first ?? other.citations.first, let citation = course[id], let year = work.year,
        let otherYear = other.year
      else { continue }
      found.append(
        Diagnostic(
          "two-years", .note, thai: "“\(shortName(work))” กับปี \(otherYear.printed) อาจเป็นงานเดียวกัน",
          english: "“\(shortName(work))” and the year \(otherYear.printed) may be one work", at: citation.evidence.span,
          repair: Wording(
            thai: "ตรวจว่าปีใดถูก (\(year.printed) หรือ \(otherYear.printed))",
            english: "check which year is right: \(year.printed) or \(otherYear.printed)")))
    }
    byAuthors[authors, default: []].append(work)
  }
  return found
}

private func isSlip(_ a: Work, _ b: Work) -> Bool {
  guard let x = a.year, let y = b.year, let first = x.gregorian, let second = y.gregorian, first != second else { return false }
  if a.title != nil, b.title != nil { return false }
  // One year in two eras, off by one.
  if x.era != y.era { return abs(first - second) == 1 }
  let (p, q) = (digits(x.printed), digits(y.printed))
  guard p.count == 4, q.count == 4, x.printed.utf8.count == y.printed.utf8.count else { return false }
  let differing = p.indices.filter { p[$0] != q[$0] }
  // Two digits turned round; or a century or a decade mistyped where only one of the two has an entry.
  if differing.count == 2 { return p[differing[0]] == q[differing[1]] && p[differing[1]] == q[differing[0]] }
  return differing.count == 1 && (differing[0] < 2 || (a.key != nil) != (b.key != nil))
}

private func digits(_ printed: String) -> [Int] { printed.compactMap(\.wholeNumberValue) }

private func shortName(_ work: Work) -> String {
  let who = (work.authors.first?.name ?? "") + (work.authors.count > 1 || work.etAl ? " …" : "")
  return who + (work.year.map { ", \($0.printed)" } ?? "")
}

/// A concept that the course treats of – a heading names it, a set is counted of it, others are narrower – and never defines.
func undefinedConcepts(_ course: Course) -> [Diagnostic] {
  var headed: Set<String> = []
  for section in course.sections { headed.insert(section.title) }
  var counted: Set<ConceptID> = []
  for list in course.enumerations { if let concept = list.concept { counted.insert(concept) } }
  return course.concepts.compactMap { concept in
    guard concept.definitions.isEmpty,
      counted.contains(concept.id) || headed.contains(concept.term) || concept.related.contains(where: { $0.kind == .narrower })
    else { return nil }
    return Diagnostic(
      "undefined-concept", .note, thai: "“\(concept.term)” ไม่มีนิยามในรายวิชา",
      english: "the course never says what “\(concept.term)” means",
      at: concept.evidence.span,
      repair: Wording(
        thai: "เขียนนิยาม หรือใส่ > [!definition] \(concept.term)", english: "define it, or add > [!definition] \(concept.term)"))
  }
}

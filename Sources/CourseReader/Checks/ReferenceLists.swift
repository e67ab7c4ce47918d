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
  var byAuthors: [[PersonID]: [(work: Int, year: WrittenYear)]] = [:]
  var found: [Diagnostic] = []
  for (index, work) in course.works.enumerated() {
    guard let year = WrittenYear(work) else { continue }
    let authors = work.authors.map(\.person)
    for other in (byAuthors[authors] ?? []).prefix(20) where year.isSlip(of: other.year) {
      let other = course.works[other.work]
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
    byAuthors[authors, default: []].append((index, year))
  }
  return found
}

/// The year of a work as its digits.
private struct WrittenYear {
  let gregorian: Int
  let era: CitedYear.Era?
  let hasTitle: Bool
  let hasEntry: Bool
  /// Of the year as printed, and its bytes.
  let digits: [UInt8]
  let length: Int

  /// nil for a work without one.
  init?(_ work: Work) {
    guard let year = work.year, let gregorian = year.gregorian else { return nil }
    self.gregorian = gregorian
    era = year.era
    hasTitle = work.title != nil
    hasEntry = work.key != nil
    digits = year.printed.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x30...0x39: UInt8(scalar.value - 0x30)
      case 0xE50...0xE59: UInt8(scalar.value - 0xE50)
      default: nil
      }
    }
    length = year.printed.utf8.count
  }

  func isSlip(of other: WrittenYear) -> Bool {
    guard gregorian != other.gregorian, !(hasTitle && other.hasTitle) else { return false }
    // One year in two eras, off by one.
    if era != other.era { return abs(gregorian - other.gregorian) == 1 }
    guard digits.count == 4, other.digits.count == 4, length == other.length else { return false }
    let differing = digits.indices.filter { digits[$0] != other.digits[$0] }
    // Two digits turned round; or a century or a decade mistyped where only one of the two has an entry.
    if differing.count == 2 {
      return digits[differing[0]] == other.digits[differing[1]] && digits[differing[1]] == other.digits[differing[0]]
    }
    return differing.count == 1 && (differing[0] < 2 || hasEntry != other.hasEntry)
  }
}

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

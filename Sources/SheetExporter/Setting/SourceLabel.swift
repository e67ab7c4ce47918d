import CourseModel
import Diagnostics
import ThaiText

/// Names and years as sheets print them. Wording goes by the work's language, as Thai reference style wants it: Thai given name first and
/// joined by และ, others by &.
struct SourceLabel {
  var course: Course
  var language: Language

  /// Two by name, more by the first and «และคณะ». Empty for no one.
  func names(_ names: [String], etAl: Bool) -> String {
    guard let first = names.first else { return "" }
    let isThai = containsThai(first)
    if etAl || names.count > 2 { return first + (isThai ? " และคณะ" : " et al.") }
    guard names.count == 2 else { return first }
    return isThai ? "\(first) และ\(names[1])" : "\(first) & \(names[1])"
  }

  /// What is shown for an author: titles of monks kept.
  private func shown(_ author: CitedAuthor) -> String { course[author.person]?.display ?? author.name }

  func authors(of definition: Definition) -> String {
    if let citation = definition.citation.flatMap({ course[$0] }) { return authors(of: citation) }
    return names(definition.authors.map { course[$0.person]?.display ?? $0.name }, etAl: false)
  }

  func authors(of set: Enumeration) -> String {
    if let citation = set.citation.flatMap({ course[$0] }) { return authors(of: citation) }
    return names(set.authors.map { course[$0.person]?.display ?? $0.name }, etAl: false)
  }

  func authors(of citation: Citation) -> String {
    names(citation.authors.filter { $0.role == .author }.map(shown), etAl: citation.etAl)
  }

  /// «อ้างใน สมใจ โลหะพูนตระกูล»; nil where the source was read itself.
  func through(_ citation: Citation) -> String? {
    guard let container = citation.citedIn else { return nil }
    let editors = names(container.authors.map(shown), etAl: container.etAl)
    guard !editors.isEmpty else { return nil }
    switch container.role {
    case .author: return containsThai(editors) ? "อ้างใน \(editors)" : "cited in \(editors)"
    case .editor: return containsThai(editors) ? "\(editors), บ.ก." : "\(editors), ed."
    }
  }

  /// The year that is printed with a citation: in a secondary or edited one, the container's.
  func year(of citation: Citation) -> CitedYear? { citation.year ?? citation.citedIn?.year }

  /// Both eras, the one of the reader's language first: «2539 (1996)»; «ม.ป.ป.» as printed.
  func bothEras(_ year: CitedYear?) -> String {
    guard let year else { return "–" }
    guard let gregorian = year.gregorian, let buddhist = year.buddhist else { return year.printed }
    return language == .thai ? "\(buddhist) (\(gregorian))" : "\(gregorian) (\(buddhist))"
  }

  /// «Schuler, 1996», as printed; empty where nobody is cited.
  func short(_ definition: Definition) -> String {
    let people = authors(of: definition)
    guard !people.isEmpty else { return "" }
    guard let citation = definition.citation.flatMap({ course[$0] }) else { return people }
    return short(citation, people)
  }

  func short(_ citation: Citation) -> String { short(citation, authors(of: citation)) }

  private func short(_ citation: Citation, _ people: String) -> String {
    var out = people
    if let through = through(citation) { out += out.isEmpty ? through : ", " + through }
    if let year = year(of: citation) { out += out.isEmpty ? year.printed : ", " + year.printed }
    return out
  }
}

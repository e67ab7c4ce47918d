import CourseModel
import Diagnostics

/// Names people as a sentence of the course's language does.
struct Naming: Sendable {
  let course: Course

  func owner(_ authors: [Attribution], _ citation: CitationID?) -> Ownership {
    let etAl = citation.flatMap { course[$0] }?.etAl ?? false
    let names = joined(authors.map { display($0.person, $0.name) }, etAl: etAl)
    return Ownership(
      persons: authors.map(\.person), hosts: citation.flatMap { course[$0]?.citedIn?.authors.map(\.person) } ?? [], names: names,
      cited: cited(names, citation),
      isOrganisation: authors.contains { course[$0.person]?.kind == .organisation }, isLatin: Letters.isLatin(names))
  }

  func authors(of citation: Citation) -> String {
    joined(citation.authors.map { display($0.person, $0.name) }, etAl: citation.etAl)
  }

  func container(of citation: Citation) -> String {
    guard let container = citation.citedIn else { return "" }
    return joined(container.authors.map { display($0.person, $0.name) }, etAl: container.etAl)
  }

  /// «Schuler (1996)», «Michel (อ้างใน สมใจ โลหะพูนตระกูล, 2539)»: the authors with what a reader needs to find them.
  func cited(_ authors: String, _ citation: CitationID?) -> String {
    guard let citation = citation.flatMap({ course[$0] }) else { return authors }
    if let container = citation.citedIn {
      let names = joined(container.authors.map { display($0.person, $0.name) }, etAl: container.etAl)
      let year = container.year.map { ", \($0.printed)" } ?? ""
      switch (container.role, course.language) {
      case (.author, .thai): return "\(authors) (อ้างใน \(names)\(year))"
      case (.author, .english): return "\(authors) (as cited in \(names)\(year))"
      case (.editor, .thai): return "\(authors) (\(names), บรรณาธิการ\(year))"
      case (.editor, .english): return "\(authors) (\(names), ed.\(year))"
      }
    }
    return citation.year.map { "\(authors) (\($0.printed))" } ?? authors
  }

  /// Every name of the authors, as bytes.
  func names(of authors: [Attribution]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for author in authors {
      names.append(Array(author.name.utf8))
      if let display = course[author.person]?.display, !display.hasSameBytes(as: author.name) { names.append(Array(display.utf8)) }
    }
    return names.filter { !$0.isEmpty }
  }

  func display(_ person: PersonID, _ name: String) -> String {
    guard let display = course[person]?.display, !display.isEmpty else { return name }
    return display
  }

  /// «ก», «ก และข», «ก, ข และค», with «และคณะ» where the citation says so.
  func joined(_ names: [String], etAl: Bool) -> String {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    let and = course.language == .thai ? "และ" : "and"
    var out = ""
    for (i, name) in unique.enumerated() {
      if i > 0 {
        let isLast = i == unique.count - 1
        if isLast && !etAl {
          out += " \(and)" + (course.language == .english || Letters.isLatin(name) ? " " : "")
        } else {
          out += ", "
        }
      }
      out += name
    }
    if etAl, !out.isEmpty { out += course.language == .thai ? " และคณะ" : " et al." }
    return out
  }
}

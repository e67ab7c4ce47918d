import CourseModel
import Diagnostics
import ThaiText

/// Entries of a bibliography in the Thai academic style (after APA): wording by the work's own language, Thai names given name first.
///
/// Titles of monks and royalty belong to the name that is shown (`Person.display`), academic ones do not.
package struct ReferenceFormatter: Sendable {
  /// A run of an entry; a title is set in italics or, as Thai has none, by weight.
  package struct Part: Hashable, Sendable {
    package var text: String
    package var isTitle: Bool
  }

  private let displayNames: [PersonID: String]
  private let works: [WorkID: Work]
  private let organisations: Set<PersonID>

  package init(_ course: Course) {
    displayNames = Dictionary(course.people.map { ($0.id, $0.display) }, uniquingKeysWith: { first, _ in first })
    organisations = Set(course.people.filter { $0.kind == .organisation }.map(\.id))
    works = Dictionary(course.works.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Thai when the title, or without one the first author, has a Thai letter.
  package func isThai(_ work: Work) -> Bool {
    containsThai(work.title ?? work.authors.first.map(name) ?? work.year?.printed ?? "ก")
  }

  /// The entry's runs, in order: «อภิชัย พันธเสน. (2539). [ไม่ระบุชื่อเรื่อง].»
  package func entry(_ work: Work) -> [Part] {
    let thai = isThai(work)
    var parts: [Part] = []
    func add(_ text: String, title: Bool = false) { parts.append(Part(text: text, isTitle: title)) }
    let authors = authorList(work, thai: thai)
    let year = "(\(work.year?.printed ?? (thai ? "ม.ป.ป." : "n.d.")))"
    if !authors.isEmpty { add(authors.hasSuffix(".") ? authors + " " : authors + ". ") }
    add(year + ". ")
    let container = detail(work, "container-title")
    if let title = work.title {
      add(title, title: container == nil)
      if let edition = detail(work, "edition") { add(thai ? " (พิมพ์ครั้งที่\u{A0}\(edition))" : " (\(edition) ed.)") }
      if work.type == "thesis" { add(thai ? " [วิทยานิพนธ์]" : " [Thesis]") }
      add(".")
    } else {
      add(thai ? "[ไม่ระบุชื่อเรื่อง]." : "[Untitled].")
    }
    if let container {
      add(thai ? " " : work.type == "chapter" ? " In " : " ")
      if thai, work.type == "chapter" { add("ใน ") }
      add(container, title: true)
      if let volume = detail(work, "volume") { add(", \(volume)" + (detail(work, "issue").map { "(\($0))" } ?? "")) }
      if let page = detail(work, "page") { add(", " + (work.type == "chapter" ? (thai ? "น.\u{A0}" : "pp.\u{A0}") : "") + page) }
      add(".")
    }
    if let publisher = detail(work, "publisher") { add(" \(publisher).") }
    if let link = detail(work, "DOI").map({ "https://doi.org/" + $0 }) ?? detail(work, "URL") { add(" \(link)") }
    if let through = work.knownThrough.flatMap({ works[$0] }), through.id != work.id {
      add(thai ? " อ้างถึงใน " : " As cited in ")
      add(label(through) + ".")
    }
    return parts
  }

  /// «Schuler (1996)», «พระมหาสุทิตย์ อาภากโร (2547)», «ก และคณะ (2540)»: how a work is called in a line.
  package func label(_ work: Work) -> String { "\(shortAuthors(work)) (\(year(work)))" }

  /// «Schuler, 1996», «อภิชัย พันธเสน, 2539, น. 5»: what stands between the brackets of a citation.
  package func parenthetical(_ work: Work, locator: String = "") -> String {
    "\(shortAuthors(work)), \(year(work))" + (locator.isEmpty ? "" : ", \(locator)")
  }

  private func year(_ work: Work) -> String { work.year?.printed ?? (isThai(work) ? "ม.ป.ป." : "n.d.") }

  private func shortAuthors(_ work: Work) -> String {
    let thai = isThai(work)
    var names = work.authors.filter { $0.role == .author }.map(name)
    if names.isEmpty { names = work.authors.map(name) }
    guard let first = names.first else { return work.title ?? (thai ? "ไม่ระบุชื่อเรื่อง" : "Untitled") }
    if work.etAl || names.count > 2 { return first + (thai ? " และคณะ" : " et al.") }
    return names.joined(separator: thai ? " และ" : " & ")
  }

  /// The order of a bibliography: Thai before other scripts, by name, then year.
  package func inBibliographyOrder(_ works: [Work]) -> [Work] {
    works.map { work -> ([UInt8], Int, Work) in
      let who = work.authors.first.map(sortName) ?? work.title ?? ""
      return (ThaiDictionaryOrder.key(who), work.year?.gregorian ?? .max, work)
    }
    .sorted { a, b in
      if a.0 != b.0 { return a.0.lexicographicallyPrecedes(b.0) }
      return a.1 != b.1 ? a.1 < b.1 : a.2.id < b.2.id
    }
    .map(\.2)
  }

  private func name(_ author: CitedAuthor) -> String { displayNames[author.person] ?? author.name }

  private func sortName(_ author: CitedAuthor) -> String { isInverted(author) ? inverted(author.name) : author.name }

  private func isInverted(_ author: CitedAuthor) -> Bool { !containsThai(author.name) && !organisations.contains(author.person) }

  private func authorList(_ work: Work, thai: Bool) -> String {
    var names = work.authors.map { isInverted($0) ? inverted($0.name) : name($0) }
    let editors = !work.authors.isEmpty && work.authors.allSatisfy { $0.role == .editor }
    var list = ""
    if work.etAl {
      list = names.joined(separator: ", ") + (thai ? " และคณะ" : ", et al.")
    } else if names.count > 1, let last = names.popLast() {
      list = names.joined(separator: ", ") + (names.count > 1 ? (thai ? ", และ" : ", & ") : (thai ? " และ" : ", & ")) + last
    } else {
      list = names.first ?? ""
    }
    if editors { list += thai ? " (บ.ก.)" : names.count > 0 && work.authors.count > 1 ? " (Eds.)" : " (Ed.)" }
    return list
  }

  /// «Douglas Schuler» → «Schuler, D.»; a single name and one with its comma stay.
  private func inverted(_ name: String) -> String {
    guard !name.utf8.contains(UInt8(ascii: ",")) else { return name }
    let words = name.split(separator: " ")
    guard words.count > 1, let family = words.last, words.count <= 4 else { return name }
    return family + ", " + words.dropLast().compactMap { $0.first.map { "\($0)." } }.joined(separator: " ")
  }

  private func detail(_ work: Work, _ field: String) -> String? { work.details.first { $0.field == field }?.value }
}

/// Whether a text has a Thai character (U+0E00–U+0E7F).

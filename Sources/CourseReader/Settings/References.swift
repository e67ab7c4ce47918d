import CourseModel
import Diagnostics
import Yams

/// The entries of `Content/references.yml`: CSL data in YAML, what the chapters cite given its title and place.
package struct References: Hashable, Sendable {
  package struct Name: Hashable, Sendable {
    package var given: String?
    package var family: String?
    package var literal: String?

    /// As a citation prints it: «กาญจนา แก้วเทพ», «Manuel Castells».
    package var full: String { literal ?? [given, family].compactMap { $0 }.joined(separator: " ") }
  }
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var type: String?
    package var title: String?
    package var authors: [Name]
    package var editors: [Name]
    /// As written: Buddhist or common era.
    package var year: String?
    package var details: [Work.Detail]
    /// The key's words in the file.
    package var span: SourceSpan
  }
  package var entries: [Entry]

  package init(entries: [Entry] = []) { self.entries = entries }

  /// CSL variables that are read: an unknown one gives a warning, so that a slip does not go unseen.
  private static let details = [
    "publisher", "publisher-place", "container-title", "volume", "issue", "page", "URL", "DOI", "ISBN", "edition", "genre", "note",
    "collection-title", "accessed", "translator", "language", "number", "event-title", "medium",
  ]

  /// The entries of several files as one list: of a key that two files have the first entry stands.
  package static func joining(_ lists: [References]) -> (references: References, diagnostics: [Diagnostic]) {
    var joined = References()
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for entry in lists.flatMap(\.entries) {
      if seen.insert(entry.key).inserted {
        joined.entries.append(entry)
      } else {
        diagnostics.append(
          Diagnostic(
            "duplicate-reference", .error, thai: "มีรายการ “\(entry.key)” ในไฟล์อื่นแล้ว",
            english: "the key “\(entry.key)” stands in another file too",
            at: entry.span, repair: Wording(thai: "ตั้งชื่อใหม่ให้รายการหลัง", english: "give the later one a key of its own")))
      }
    }
    return (joined, diagnostics)
  }

  /// CSL variables that only other programs use: read past without a word.
  static let unused = [
    "abstract", "keyword", "language", "ISSN", "PMID", "PMCID", "source", "archive", "archive_location", "call-number",
    "citation-key",
    "citation-number", "title-short", "container-title-short", "short-title", "number-of-pages", "status", "submitted",
    "original-date",
    "event-place", "event-date", "categories", "custom", "journalAbbreviation",
  ]

  /// A list of entries, or `references:` with the list, as pandoc writes it.
  package static func read(_ text: SourceText) -> (references: References, diagnostics: [Diagnostic]) {
    var references = References()
    var yaml = YAMLReader(text)
    guard var root = yaml.root() else { return (references, yaml.diagnostics) }
    if case .mapping = root {
      let fields = yaml.mapping(root, known: ["references"], of: Wording(thai: " references.yml ", english: "references.yml"))
      guard let list = fields["references"] else { return (references, yaml.diagnostics) }
      root = list
    }
    guard case .sequence(let items) = root else {
      yaml.wrongType(root, "references", thai: "รายการ", english: "a list")
      return (references, yaml.diagnostics)
    }
    var seen: Set<String> = []
    for item in items {
      guard let entry = yaml.entry(item, details: details) else { continue }
      guard seen.insert(entry.key).inserted else {
        yaml.report(
          "duplicate-reference", .error, at: entry.span.range, thai: "มีรายการ “\(entry.key)” มากกว่าหนึ่งครั้ง",
          english: "the key “\(entry.key)” stands more than once",
          repair: Wording(thai: "ตั้งชื่อใหม่ให้รายการหลัง", english: "give the later one a key of its own"))
        continue
      }
      references.entries.append(entry)
    }
    return (references, yaml.diagnostics)
  }
}

extension YAMLReader {
  fileprivate mutating func entry(_ node: Node, details: [String]) -> References.Entry? {
    let known = ["id", "type", "title", "author", "editor", "issued"] + details + References.unused
    let fields = mapping(node, known: Set(known), of: Wording(thai: "รายการอ้างอิง", english: "a reference"))
    guard let id = fields["id"], let key = string(id, "id"), !key.isEmpty else {
      report(
        "reference-without-id", .error, at: range(of: node), thai: "รายการอ้างอิงนี้ไม่มี id", english: "this reference has no id",
        repair: Wording(thai: "เพิ่ม id: schuler1996 เป็นต้น", english: "add an id such as schuler1996"))
      return nil
    }
    var found: [Work.Detail] = []
    for name in details {
      guard let value = fields[name], case .scalar = value, let text = string(value, name) else { continue }
      found.append(Work.Detail(field: name, value: text))
    }
    return References.Entry(
      key: key, type: string(fields["type"], "type"), title: string(fields["title"], "title"),
      authors: names(fields["author"], "author"),
      editors: names(fields["editor"], "editor"), year: issued(fields["issued"]), details: found,
      span: SourceSpan(file: file, range: range(of: id)))
  }

  /// One name or several: a text, or `given`, `family`, `literal`.
  private mutating func names(_ node: Node?, _ name: String) -> [References.Name] {
    guard let node else { return [] }
    let items: [Node]
    if case .sequence(let list) = node { items = Array(list) } else { items = [node] }
    return items.compactMap { item in
      if case .scalar = item { return string(item, name).map { References.Name(literal: $0) } }
      let fields = mapping(
        item, known: ["given", "family", "literal", "suffix", "dropping-particle", "non-dropping-particle"],
        of: Wording(thai: "ชื่อ", english: "a name"))
      let family = [string(fields["non-dropping-particle"], name), string(fields["family"], "family")].compactMap { $0 }
      return References.Name(
        given: string(fields["given"], "given"), family: family.isEmpty ? nil : family.joined(separator: " "),
        literal: string(fields["literal"], "literal"))
    }
  }

  /// `2539`, `{year: 2539}`, or CSL's `{date-parts: [[1996]]}`.
  private mutating func issued(_ node: Node?) -> String? {
    guard let node else { return nil }
    if case .scalar = node { return string(node, "issued") }
    if case .sequence(let dates) = node { return dates.first.flatMap { issued($0) } }
    let fields = mapping(
      node, known: ["year", "month", "day", "date-parts", "literal"], of: Wording(thai: " issued", english: "issued"))
    if let parts = fields["date-parts"], case .sequence(let dates) = parts, let first = dates.first {
      if case .sequence(let numbers) = first { return numbers.first.flatMap { string($0, "date-parts") } }
      return string(first, "date-parts")
    }
    return string(fields["year"], "year") ?? string(fields["literal"], "literal")
  }
}

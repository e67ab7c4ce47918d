import CourseModel
import Diagnostics
import ThaiText

extension Resolution {
  /// Citations with their people and works; then what references.yml knows of the works.
  mutating func nameCitations() {
    let entries = Dictionary(references.entries.map { ($0.key, $0) }) { first, _ in first }
    var proposals: [Identifiers.Proposal] = []
    var drafts: [(chapter: Int, work: Int?, container: Int?)] = []
    let count = readings.reduce(0) { $0 + $1.citations.count }
    proposals.reserveCapacity(count)
    drafts.reserveCapacity(count)
    citations.reserveCapacity(count)
    var cited: Set<String> = []
    for (c, reading) in readings.enumerated() {
      for citation in reading.citations {
        var authors = citation.authors.map { people.author($0) }
        var year = citation.year
        var work: Int?
        if let key = citation.key {
          if let entry = entries[key] {
            cited.insert(key)
            authors = names(of: entry).map { people.author($0) }
            year = Self.year(entry.year)
            let index = people.work(authors, etAl: false, year: year)
            describe(index, entry)
            work = index
          } else {
            diagnostics.append(unknownKey(key, citation, c, known: references.entries.map(\.key)))
          }
        } else {
          work = people.work(authors, etAl: citation.etAl, year: year)
        }
        var container: Int?
        var citedIn: Citation.Container?
        if let inner = citation.container {
          let innerAuthors = inner.authors.map { people.author($0) }
          let index = people.work(innerAuthors, etAl: inner.etAl, year: inner.year)
          container = index
          citedIn = Citation.Container(authors: innerAuthors, etAl: inner.etAl, year: inner.year, role: inner.role)
          if let work { people.know(work, through: index) }
        }
        let who = authors.map { Identifiers.name($0.name) }.joined(separator: "-")
        let printed = (year ?? citedIn?.year).map { $0.gregorian.map { String($0) } ?? Identifiers.name($0.printed) } ?? "undated"
        let base = ["c", chapterIDs[c].text, who, printed, citation.form.rawValue].filter { !$0.isEmpty }.joined(separator: "-")
        proposals.append(.init(base: base, paragraph: citation.place.paragraph))
        drafts.append((c, work, container))
        citations.append(
          Citation(
            id: CitationID(""), form: citation.form, text: citation.text, authors: authors, etAl: citation.etAl, year: year,
            locator: citation.locator, citedIn: citedIn, work: work.map { people.works[$0].id },
            section: section(citation.section, c), chapter: chapterIDs[c], evidence: evidence(citation.place, c)))
      }
    }
    citationIDs = readings.map { _ in [] }
    citedAuthors = readings.map { _ in [] }
    for (index, (name, draft)) in zip(identifiers.assign(proposals, kind: "citation"), drafts).enumerated() {
      let id = CitationID(name)
      citations[index].id = id
      citationIDs[draft.chapter].append(id)
      citedAuthors[draft.chapter].append(citations[index].authors)
      if let work = draft.work { people.cite(work, by: id) }
      if let container = draft.container, container != draft.work { people.cite(container, by: id) }
    }
    completeWorks(cited: cited)
  }

  /// Entries that no key named: told from the others by author and year.
  private mutating func completeWorks(cited: Set<String>) {
    guard !references.entries.isEmpty else { return }
    func key(_ names: [String], _ year: CitedYear?) -> String {
      names.map(comparisonKey).joined(separator: "+") + "|" + (year?.gregorian.map { String($0) } ?? "")
    }
    var works: [String: Int] = [:]
    for (index, work) in people.works.enumerated() { works[key(work.authors.map(\.name), work.year)] = index }
    for entry in references.entries where !cited.contains(entry.key) {
      let full = names(of: entry)
      let year = Self.year(entry.year)
      let families = (entry.authors.isEmpty ? entry.editors : entry.authors).map { $0.family ?? $0.full }
      if let index = works[key(full.map(\.name), year)] ?? works[key(families, year)] {
        describe(index, entry)
      } else {
        diagnostics.append(
          Diagnostic(
            "uncited-reference", .note, thai: "ไม่มีบทใดอ้างถึงรายการ “\(entry.key)”", english: "no chapter cites “\(entry.key)”",
            at: entry.span))
      }
    }
  }

  private mutating func describe(_ work: Int, _ entry: References.Entry) {
    people.describe(work) { work in
      work.key = entry.key
      work.title = entry.title
      work.type = entry.type
      work.details = entry.details
    }
  }

  private func names(of entry: References.Entry) -> [NameReading] {
    let role: CitedAuthor.Role = entry.authors.isEmpty ? .editor : .author
    return (entry.authors.isEmpty ? entry.editors : entry.authors).map { name in
      NameReading(
        name: normalised(name.full), honorific: nil, isMonasticOrRoyal: false, kind: name.literal == nil ? .person : .organisation,
        role: role,
        isThai: containsThai(name.full))
    }
  }

  private static func year(_ printed: String?) -> CitedYear? {
    guard let printed else { return nil }
    let year = parseYear(printed.drop { $0.wholeNumberValue == nil }.prefix { $0.wholeNumberValue != nil })
    return CitedYear(printed: printed, era: year.map { $0.era == .buddhist ? .buddhist : .common }, gregorian: year?.gregorian)
  }

  private func unknownKey(_ key: String, _ citation: CitationReading, _ chapter: Int, known: [String]) -> Diagnostic {
    let near = known.min { Self.distance($0, key) < Self.distance($1, key) }.flatMap { Self.distance($0, key) <= 3 ? $0 : nil }
    return Diagnostic(
      "unresolved-citation", .error, thai: "ไม่มีรายการ “\(key)” ใน references.yml", english: "references.yml has no entry “\(key)”",
      at: span(citation.place.range, chapter),
      repair: near.map { Wording(thai: "หมายถึง [@\($0)] หรือไม่", english: "did you mean [@\($0)]?") }
        ?? Wording(
          thai: "เพิ่มรายการ id: \(key) ใน Content/references.yml", english: "add an entry id: \(key) to Content/references.yml"))
  }

  /// Edits between two short ASCII keys, given up over 64 letters.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

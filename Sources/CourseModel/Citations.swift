import Diagnostics

/// A year as printed and as counted.
package struct CitedYear: Hashable, Sendable {
  package enum Era: String, Sendable { case buddhist = "BE", common = "CE" }
  /// «2546», «๒๕๔๖», «ม.ป.ป.», «2541ก».
  package var printed: String
  /// nil for «ม.ป.ป.» and «n.d.».
  package var era: Era?
  /// The common-era year; nil for an undated work.
  package var gregorian: Int?

  package init(printed: String, era: Era?, gregorian: Int?) {
    self.printed = printed
    self.era = era
    self.gregorian = gregorian
  }

  /// The year in the Buddhist era (common era + 543).
  package var buddhist: Int? { gregorian.map { $0 + 543 } }
}

package enum CitationForm: String, Sendable, CaseIterable {
  case narrative, parenthetical, secondary, edited, organisation, explicit
}

/// A name in a citation.
package struct CitedAuthor: Hashable, Sendable {
  package enum Role: String, Sendable { case author, editor }
  package var person: PersonID
  /// Never with an honorific or a word glued in front.
  package var name: String
  package var honorific: String?
  package var role: Role

  package init(person: PersonID, name: String, honorific: String? = nil, role: Role = .author) {
    self.person = person
    self.name = name
    self.honorific = honorific
    self.role = role
  }
}

/// One place where the chapter names its source.
package struct Citation: Hashable, Sendable {
  /// The work in which the cited words are found; it owns the printed year.
  package struct Container: Hashable, Sendable {
    package enum Role: String, Sendable { case author, editor }
    package var authors: [CitedAuthor]
    package var etAl: Bool
    package var year: CitedYear?
    package var role: Role

    package init(authors: [CitedAuthor], etAl: Bool = false, year: CitedYear?, role: Role) {
      self.authors = authors
      self.etAl = etAl
      self.year = year
      self.role = role
    }
  }
  package var id: CitationID
  package var form: CitationForm
  /// As printed, from the first letter of the name (with honorific) to the closing bracket.
  package var text: String
  package var authors: [CitedAuthor]
  package var etAl: Bool
  package var year: CitedYear?
  package var locator: String?
  package var citedIn: Container?
  /// nil only for `[@key]` without an entry.
  package var work: WorkID?
  package var section: SectionID?
  package var chapter: ChapterID
  package var evidence: Evidence

  package init(
    id: CitationID, form: CitationForm, text: String, authors: [CitedAuthor], etAl: Bool = false, year: CitedYear?,
    locator: String? = nil, citedIn: Container? = nil, work: WorkID?, section: SectionID?, chapter: ChapterID, evidence: Evidence
  ) {
    self.id = id
    self.form = form
    self.text = text
    self.authors = authors
    self.etAl = etAl
    self.year = year
    self.locator = locator
    self.citedIn = citedIn
    self.work = work
    self.section = section
    self.chapter = chapter
    self.evidence = evidence
  }
}

/// What is cited: often known by author and year alone.
package struct Work: Hashable, Sendable {
  package var id: WorkID
  package var authors: [CitedAuthor]
  package var etAl: Bool
  package var year: CitedYear?
  /// nil until references.yml gives one.
  package var title: String?
  /// A CSL type («book», «thesis»); nil when unknown.
  package var type: String?
  /// Other CSL fields in the author's order: publisher, publisher-place, URL …
  package var details: [Detail]
  /// The work this one is known through, in a secondary citation.
  package var knownThrough: WorkID?
  package var citations: [CitationID]
  /// The key in references.yml, when there is an entry.
  package var key: String?

  package struct Detail: Hashable, Sendable {
    package var field: String
    package var value: String
    package init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  package init(
    id: WorkID, authors: [CitedAuthor], etAl: Bool = false, year: CitedYear?, title: String? = nil, type: String? = nil,
    details: [Detail] = [], knownThrough: WorkID? = nil, citations: [CitationID] = [], key: String? = nil
  ) {
    self.id = id
    self.authors = authors
    self.etAl = etAl
    self.year = year
    self.title = title
    self.type = type
    self.details = details
    self.knownThrough = knownThrough
    self.citations = citations
    self.key = key
  }
}

/// A scholar, monk, project or ministry the course names.
package struct Person: Hashable, Sendable {
  package enum Kind: String, Sendable { case person, organisation }
  package var id: PersonID
  package var name: String
  package var honorific: String?
  /// What is shown: titles of monks and royalty kept, academic ones dropped.
  package var display: String
  /// Thai dictionary order or, for Latin names, the family name first: compare bytes.
  package var sort: String
  package var kind: Kind
  package var works: [WorkID]
  package var definitions: [DefinitionID]

  package init(
    id: PersonID, name: String, honorific: String? = nil, display: String, sort: String, kind: Kind, works: [WorkID] = [],
    definitions: [DefinitionID] = []
  ) {
    self.id = id
    self.name = name
    self.honorific = honorific
    self.display = display
    self.sort = sort
    self.kind = kind
    self.works = works
    self.definitions = definitions
  }
}

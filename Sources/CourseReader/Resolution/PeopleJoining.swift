import CourseModel
import Diagnostics
import ThaiText

/// Makes one person of every spelling-equal name, and one work of every person, year and letter.
struct PeopleJoining {
  private(set) var people: [Person] = []
  private(set) var works: [Work] = []
  private var byName: [ComparisonKey: Int] = [:]
  private var byWork: [String: Int] = [:]
  private var identifiers = Identifiers()

  mutating func author(_ reading: NameReading) -> CitedAuthor {
    let person = person(reading)
    return CitedAuthor(person: people[person].id, name: reading.name, honorific: reading.honorific, role: reading.role)
  }

  mutating func person(_ reading: NameReading) -> Int {
    let key = ComparisonKey(reading.name)
    if let known = byName[key] {
      if people[known].honorific == nil, let honorific = reading.honorific {
        people[known].honorific = honorific
        people[known].display = Self.display(reading)
      }
      return known
    }
    let index = people.count
    let name = key.text
    let id = identifiers.assign([.init(base: "p-" + stableHash(name), paragraph: stableHash64(name))], kind: "person")[0]
    people.append(
      Person(
        id: PersonID(id), name: reading.name, honorific: reading.honorific, display: Self.display(reading),
        sort: Self.sortName(reading), kind: reading.kind))
    byName[key] = index
    return index
  }

  /// Titles of monks and royalty stay, academic ones go; organisations as they are.
  private static func display(_ reading: NameReading) -> String {
    guard reading.isMonasticOrRoyal, let honorific = reading.honorific else { return reading.name }
    return honorific + reading.name
  }

  /// Thai names as they are, Latin names family name first.
  private static func sortName(_ reading: NameReading) -> String {
    guard !reading.isThai, reading.kind == .person else { return reading.name }
    if reading.name.utf8.contains(UInt8(ascii: ",")) { return reading.name }
    let parts = reading.name.split(separator: " ")
    guard let family = parts.last, parts.count > 1 else { return reading.name }
    return family + ", " + parts.dropLast().joined(separator: " ")
  }

  /// The work of these authors and this year, made when it is new.
  mutating func work(_ authors: [CitedAuthor], etAl: Bool, year: CitedYear?) -> Int {
    let names = authors.map(\.person.text).joined(separator: "+")
    let printed = year?.gregorian.map { String($0) + (year?.letter ?? "") } ?? year?.printed ?? ""
    let key = names + "|" + printed + (etAl ? "|+" : "")
    if let known = byWork[key] { return known }
    let index = works.count
    let who = stableHash(authors.map { comparisonKey($0.name) }.joined(separator: "+") + (etAl ? "+" : ""))
    let base = "w-" + who + (printed.isEmpty ? "" : "-" + Identifiers.name(printed))
    let id = identifiers.assign([.init(base: base, paragraph: stableHash64(key))], kind: "work")[0]
    works.append(Work(id: WorkID(id), authors: authors, etAl: etAl, year: year))
    byWork[key] = index
    for author in authors {
      guard let person = byName[ComparisonKey(author.name)] else { continue }
      people[person].works.append(WorkID(id))
    }
    return index
  }

  mutating func cite(_ work: Int, by citation: CitationID) { works[work].citations.append(citation) }

  mutating func know(_ work: Int, through container: Int) {
    if work != container, works[work].knownThrough == nil { works[work].knownThrough = works[container].id }
  }

  mutating func credit(_ person: PersonID, with definition: DefinitionID) {
    guard let index = personIndex(person) else { return }
    people[index].definitions.append(definition)
  }

  private var byID: [PersonID: Int] = [:]
  private mutating func personIndex(_ id: PersonID) -> Int? {
    if byID.count != people.count { for (index, person) in people.enumerated() { byID[person.id] = index } }
    return byID[id]
  }

  mutating func describe(_ work: Int, _ body: (inout Work) -> Void) { body(&works[work]) }
}

extension CitedYear {
  /// The letter that tells two works of one year apart: «2541ก», «1998a».
  var letter: String? {
    guard let last = printed.unicodeScalars.last, gregorian != nil else { return nil }
    let isLetter = (0x0E01...0x0E2E).contains(last.value) || (0x61...0x7A).contains(last.value)
    return isLetter ? String(Character(last)) : nil
  }
}

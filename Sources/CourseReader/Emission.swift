import ChapterMarkdown
import CourseModel
import Diagnostics
import Prose
import ThaiText

/// Turns what was found into what a chapter's reading keeps: places of the file for offsets of passages, each slice proved to read as
/// its record's words.
struct Emission {
  let source: SourceText
  let outline: Outline
  let readings: [UnitReading]
  let ignored: Set<String>
  private let slices: SliceReader
  /// `stableHash64` of a unit's words, made once where a record needs it.
  private var hashes: [Int: UInt64] = [:]
  /// By unit, then index in the unit's reading: index in the chapter's citations.
  private var citationIndex: [Int: [Int?]] = [:]

  init(source: SourceText, outline: Outline, readings: [UnitReading], ignored: Set<String>) {
    self.source = source
    self.outline = outline
    self.readings = readings
    self.ignored = ignored
    slices = SliceReader(source)
  }

  mutating func chapter(named name: String, settings: ChapterSettings) -> ChapterReading {
    var chapter = ChapterReading(name: name, file: source.file, settings: settings, title: title(settings, name))
    chapter.sections = sections()
    chapter.citations = citations()
    var sets = ChapterSets(outline: outline, readings: readings)
    sets.read()
    let terms = TermGathering(outline: outline, readings: readings)
    chapter.terms = self.terms(terms)
    chapter.definitions = definitions(sets: sets.found)
    let names = chapter.terms.map(\.term) + chapter.definitions.filter { $0.kind == .definition }.map(\.term)
    // A matcher costs more than a small chapter: made only where something is to be looked for.
    let isNeeded = !sets.found.isEmpty || readings.contains { $0.cues.contains { $0.kind == .contrast } }
    let matcher = isNeeded ? TermMatcher(names) : nil
    chapter.enumerations = enumerations(sets.found, terms: names, matcher)
    chapter.contrasts = outline.contrasts(readings, terms: names, matcher).compactMap { draft in
      span(draft.range, in: draft.unit).map { ContrastReading(first: draft.first, second: draft.second, range: $0) }
    }
    chapter.figures = figures()
    chapter.questions = questions()
    return chapter
  }

  // MARK: Places

  private func isIgnored(_ rule: String) -> Bool {
    guard !ignored.isEmpty else { return false }
    if ignored.contains(rule) { return true }
    return rule.firstIndex(of: ".").map { ignored.contains(String(rule[..<$0])) } ?? false
  }

  private mutating func paragraph(_ unit: Int) -> UInt64 {
    if let known = hashes[unit] { return known }
    let text = outline.units[unit].passage.text
    let hash = stableHash64(text.string(text.all))
    hashes[unit] = hash
    return hash
  }

  /// The place of a range of a unit's text and its words; nil where no slice of the file reads as them.
  private mutating func place(_ range: Range<Int>, in unit: Int, rule: String, certainty: Certainty) -> (
    place: Place, text: String
  )? {
    let passage = outline.units[unit].passage
    let range = passage.narrowed(range)
    guard !range.isEmpty, let found = passage.source(of: range) else { return nil }
    let text = passage.text.string(range)
    guard slices.reads(found, as: text) else { return nil }
    return (Place(range: found, rule: rule, certainty: certainty, paragraph: paragraph(unit)), text)
  }

  private func span(_ range: Range<Int>, in unit: Int) -> ByteRange? {
    let passage = outline.units[unit].passage
    return passage.source(of: range) ?? passage.source(of: passage.narrowed(range))
  }

  // MARK: Title and sections

  private mutating func title(_ settings: ChapterSettings, _ name: String) -> ChapterReading.Title {
    if let title = outline.title {
      return ChapterReading.Title(
        text: title.title, number: title.number,
        place: Place(range: title.titleRange, rule: "heading", certainty: .marked, paragraph: paragraph(title.unit)))
    }
    if let title = settings.title, let range = settings.titleRange {
      let text = normalised(title)
      return ChapterReading.Title(
        text: text, number: nil, place: Place(range: range, rule: "front-matter", certainty: .marked, paragraph: stableHash64(text))
      )
    }
    return ChapterReading.Title(
      text: settings.title ?? name, number: nil,
      place: Place(range: ByteRange(0, 0), rule: "folder-name", certainty: .likely, paragraph: stableHash64(name)))
  }

  private mutating func sections() -> [SectionReading] {
    outline.sections.indices.map { index in
      let section = outline.sections[index]
      // Two headings of one wording are told apart by what stands under them.
      let next = section.unit + 1
      let words = next < outline.units.count && outline.units[next].section == index ? next : section.unit
      return SectionReading(
        id: section.id, level: section.level, number: section.number, title: section.title, parent: section.parent,
        place: Place(range: section.titleRange, rule: "heading", certainty: .marked, paragraph: paragraph(words)))
    }
  }

  // MARK: Citations

  private mutating func citations() -> [CitationReading] {
    var found: [CitationReading] = []
    for (unit, reading) in readings.enumerated() where !reading.citations.isEmpty {
      var indices: [Int?] = []
      for draft in reading.citations {
        guard !isIgnored(draft.rule), let citation = citation(draft, in: unit) else {
          indices.append(nil)
          continue
        }
        indices.append(found.count)
        found.append(citation)
      }
      citationIndex[unit] = indices
    }
    return found
  }

  private mutating func citation(_ draft: CitationDraft, in unit: Int) -> CitationReading? {
    guard var placed = place(draft.range, in: unit, rule: draft.rule, certainty: draft.certainty) else { return nil }
    if let key = draft.key {
      if let range = draft.keyRange {
        placed.place.range = range
        placed.text = "@" + key
      } else {
        placed.text = "[@" + key + "]"
      }
    }
    var reading = CitationReading(
      form: draft.form, text: placed.text, authors: draft.authors.map(name), etAl: draft.etAl, year: draft.year,
      locator: draft.locator, container: nil,
      key: draft.key, section: outline.units[unit].section, place: placed.place)
    if let container = draft.container {
      reading.container = .init(
        authors: container.authors.map(name), etAl: container.etAl, year: container.year, role: container.role)
    }
    return reading
  }

  private func name(_ author: CitationDraft.Author) -> NameReading {
    NameReading(
      name: author.name, honorific: author.honorific, isMonasticOrRoyal: author.isMonasticOrRoyal, kind: author.kind,
      role: author.role,
      isThai: author.isThai)
  }

  private func citation(_ index: Int?, of unit: Int) -> Int? {
    guard let index, let indices = citationIndex[unit], indices.indices.contains(index) else { return nil }
    return indices[index]
  }

  // MARK: Terms and definitions

  private mutating func terms(_ gathering: TermGathering) -> [TermReading] {
    gathering.terms.compactMap { term in
      guard !isIgnored(term.rule), let placed = place(term.range, in: term.unit, rule: term.rule, certainty: term.certainty) else {
        return nil
      }
      return TermReading(
        id: term.id, term: placed.text, english: term.english, aliasOf: term.canonical, section: outline.units[term.unit].section,
        place: placed.place)
    }
  }

  private mutating func definitions(sets: [SetDraft]) -> [DefinitionReading] {
    var found: [DefinitionReading] = []
    let owners = SetOwners(sets)
    // Who spoke last, for «ทั้งสองยังได้ให้ความหมาย…» of a paragraph after.
    var lastSpoken: (citation: Int, names: Int, section: Int?)?
    let marked = Dictionary(grouping: outline.markedDefinitions) { $0.statement.unit }
    for (unit, reading) in readings.enumerated() {
      for definition in marked[unit] ?? [] {
        if let reading = markedDefinition(definition) { found.append(reading) }
      }
      let isMarked = outline.units[unit].callout.map { outline.callouts[$0].kind == "definition" } ?? false
      let defined = owners.items(of: unit).compactMap { sets[$0.set].items[$0.item].title }
      for var draft in reading.definitions where !isMarked && !isApparatus(unit) {
        guard !isIgnored(draft.rule) else { continue }
        if draft.isTopical {
          guard let topic = outline.topic(of: unit, readings, isAnnounced: draft.needsMeaning) else { continue }
          (draft.termUnit, draft.term) = topic
        }
        if draft.needsHeading, !outline.isHeaded(unit, by: Array(outline.units[unit].passage.text.bytes[draft.term])) { continue }
        // The title of an item is defined by what follows it, whatever it is called.
        if draft.kind == .identification, defined.contains(where: { $0.overlaps(draft.term) }) { continue }
        var speaker = citation(draft.citation, of: unit)
        if speaker == nil, draft.citation == nil, draft.speaker.isEmpty {
          if draft.isAnaphoric {
            let needsTwo =
              outline.units[unit].passage.text.hasPrefix("ทั้งสอง", at: 0) || outline.units[unit].passage.text.hasPrefix("ทั้งคู่", at: 0)
            if let last = lastSpoken, last.section == outline.units[unit].section, !needsTwo || last.names == 2 {
              speaker = last.citation
            }
          } else if let owner = owners.owner(
            of: unit, at: draft.termUnit == nil ? draft.term.lowerBound : draft.statement.lowerBound)
          {
            speaker = citation(owner.index, of: owner.unit)
          }
        }
        if var definition = definition(draft, in: unit, speaker: speaker) {
          if let said = draft.citation, speaker != nil {
            definition.joint = reading.joined(to: said, in: outline.units[unit].passage.text).compactMap { citation($0, of: unit) }
          }
          found.append(definition)
        }
      }
      for definition in itemDefinitions(unit, sets, owners, known: reading.definitions) { found.append(definition) }
      if let index = reading.citations.lastIndex(where: \.isSubject), let citation = citation(index, of: unit) {
        lastSpoken = (citation, reading.citations[index].authors.count, outline.units[unit].section)
      }
    }
    return found
  }

  /// Questions, activities and objectives ask and promise; they define nothing.
  private func isApparatus(_ unit: Int) -> Bool {
    let unit = outline.units[unit]
    if let callout = unit.callout,
      ["question", "activity", "exercise", "discussion", "quiz"].contains(outline.callouts[callout].kind)
    {
      return true
    }
    return unit.section.map { outline.sections[$0].role != .text } ?? false
  }

  private mutating func definition(_ draft: DefinitionDraft, in unit: Int, speaker: Int?) -> DefinitionReading? {
    let passage = outline.units[unit].passage
    let named = outline.units[draft.termUnit ?? unit].passage
    guard let placed = place(draft.statement, in: unit, rule: draft.rule, certainty: draft.certainty),
      let term = named.source(of: named.narrowed(draft.term)),
      passage.text.scalarCount(passage.narrowed(draft.statement)) >= 6
    else { return nil }
    return DefinitionReading(
      kind: draft.kind, term: named.text.foldedString(named.narrowed(draft.term)),
      english: english(of: draft.term, in: draft.termUnit ?? unit),
      statement: placed.text,
      marker: draft.marker, citation: speaker, section: outline.units[unit].section, termRange: term,
      passage: span(draft.passage, in: unit) ?? placed.place.range, place: placed.place, mayRunOn: draft.mayRunOn,
      speakers: speaker == nil ? draft.speaker.map(name) : [])
  }

  /// The English that stands with a defined term.
  private func english(of term: Range<Int>, in unit: Int) -> [String] {
    readings[unit].pairs.first { $0.term == term }?.english ?? []
  }

  private mutating func markedDefinition(_ definition: MarkedDefinition) -> DefinitionReading? {
    guard !isIgnored("definition.marked"),
      let placed = place(definition.statement.range, in: definition.statement.unit, rule: "definition.marked", certainty: .marked),
      let term = span(definition.term.range, in: definition.term.unit)
    else { return nil }
    let unit = definition.statement.unit
    // Whoever is cited in the callout says it.
    let speaker = citationIndex[unit]?.last { $0 != nil } ?? nil
    let title = outline.units[definition.term.unit].passage.text
    return DefinitionReading(
      kind: .definition, term: title.foldedString(definition.term.range), english: definition.english, statement: placed.text,
      marker: "[!definition]",
      citation: speaker, section: outline.units[unit].section, termRange: term, passage: outline.callouts[definition.callout].range,
      place: placed.place)
  }

  /// «การเรียนรู้ (learning) ได้แก่ …» as an item: its title is defined by what follows.
  private mutating func itemDefinitions(_ unit: Int, _ sets: [SetDraft], _ owners: SetOwners, known: [DefinitionDraft])
    -> [DefinitionReading]
  {
    var found: [DefinitionReading] = []
    let text = outline.units[unit].passage.text
    for (set, item) in owners.items(of: unit) {
      let item = sets[set].items[item]
      guard let draft = text.itemDefinition(item),
        !known.contains(where: { $0.term.overlaps(item.title) && $0.kind == .definition }), !isIgnored(draft.rule)
      else { continue }
      let owner = sets[set].citation
      if let definition = definition(draft, in: unit, speaker: owner.flatMap { citation($0.index, of: $0.unit) }) {
        found.append(definition)
      }
    }
    return found
  }

  // MARK: Sets

  private mutating func enumerations(_ sets: [SetDraft], terms: [String], _ matcher: TermMatcher?) -> [EnumerationReading] {
    var found: [EnumerationReading] = []
    for set in sets where !isIgnored(set.rule) {
      guard var titled = title(of: set) else { continue }
      titled.place.rule = set.rule
      // A list inside a sentence that a heading alone names may be about anything that stands under it.
      let isBorrowed = set.title == nil && set.rule.hasPrefix("list.inline")
      titled.place.certainty = isBorrowed && set.certainty == .sure ? .likely : set.certainty
      var items: [EnumerationReading.Item] = []
      for item in set.items {
        let passage = outline.units[item.unit].passage
        guard let range = passage.source(of: passage.narrowed(item.title)) else { continue }
        items.append(
          .init(
            title: passage.text.foldedString(passage.narrowed(item.title)), english: item.english, text: item.text, range: range))
      }
      guard items.count >= 2 else { continue }
      var passage = titled.place.range
      if let lead = set.leadIn, let range = span(outline.units[lead.unit].passage.text.trimmed(lead.range), in: lead.unit) {
        passage = range
      }
      for item in items { passage = passage.union(item.range) }
      if let last = set.items.last, let range = span(last.range, in: last.unit) { passage = passage.union(range) }
      let own = set.leadIn.map { outline.units[$0.unit].section } ?? outline.units[set.items[0].unit].section
      found.append(
        EnumerationReading(
          title: titled.text, subject: subject(of: titled.text, matcher, terms),
          citation: set.citation.flatMap { citation($0.index, of: $0.unit) },
          statedCount: set.statedCount, isOrdered: set.isOrdered, acronym: set.acronym, items: items, section: own,
          passage: passage, place: titled.place)
      )
    }
    return found
  }

  /// The set's own title, or the heading it stands under.
  private mutating func title(of set: SetDraft) -> (place: Place, text: String)? {
    if let title = set.title, !(set.isGeneric && set.section != nil),
      let placed = place(title.range, in: title.unit, rule: set.rule, certainty: set.certainty)
    {
      return placed
    }
    if let index = set.section ?? outline.units[set.items[0].unit].section {
      let section = outline.sections[index]
      return (
        Place(range: section.titleRange, rule: set.rule, certainty: set.certainty, paragraph: paragraph(set.items[0].unit)),
        section.title
      )
    }
    if let title = set.title, !set.isGeneric || outline.title == nil {
      return place(title.range, in: title.unit, rule: set.rule, certainty: set.certainty)
    }
    if let title = outline.title {
      return (
        Place(range: title.titleRange, rule: set.rule, certainty: set.certainty, paragraph: paragraph(set.items[0].unit)),
        title.title
      )
    }
    return nil
  }

  /// The chapter's term that a title is about: the last it names («องค์ประกอบที่สำคัญของเครือข่าย» → เครือข่าย).
  private func subject(of title: String, _ matcher: TermMatcher?, _ terms: [String]) -> String? {
    guard let matcher, !matcher.isEmpty else { return nil }
    return matcher.matches(in: Array(title.utf8)).last.flatMap { terms.indices.contains($0.term) ? terms[$0.term] : nil }
  }

  // MARK: Figures and questions

  private mutating func figures() -> [FigureReading] {
    var found: [FigureReading] = []
    for draft in FigureRecogniser(outline: outline, source: source).read() where !isIgnored(draft.rule) && !isIgnored("figure") {
      let hash = draft.unit.map { paragraph($0) } ?? stableHash64(draft.title)
      let citation = draft.unit.flatMap { citationIndex[$0]?.first { $0 != nil } ?? nil }
      found.append(
        FigureReading(
          id: draft.id, number: draft.number, title: draft.title, alternative: draft.alternative, graph: draft.graph,
          citation: citation,
          section: draft.section, place: Place(range: draft.span, rule: draft.rule, certainty: draft.certainty, paragraph: hash)))
    }
    return found
  }

  private mutating func questions() -> [QuestionReading] {
    var found: [QuestionReading] = []
    for draft in QuestionRecogniser(outline: outline).read() where !isIgnored(draft.rule) {
      guard slices.reads(draft.span, as: draft.text) else { continue }
      found.append(
        QuestionReading(
          id: draft.id, text: draft.text, kind: draft.kind, answers: draft.answers, prompts: draft.prompts, rubric: draft.rubric,
          section: draft.section,
          place: Place(range: draft.span, rule: draft.rule, certainty: draft.certainty, paragraph: paragraph(draft.unit))))
    }
    return found
  }
}

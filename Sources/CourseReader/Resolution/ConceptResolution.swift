import CourseModel
import Diagnostics
import ThaiText

extension Resolution {
  /// Concepts out of everything that names one: pairs and marks, defined terms, members of sets.
  ///
  /// A set's member without English, and the subject of a set, join a concept that something else names and make none.
  mutating func nameConcepts() {
    for (c, reading) in readings.enumerated() {
      for term in reading.terms {
        _ = concepts.add(
          .init(
            id: term.id, term: term.term, english: term.english, aliasOf: term.aliasOf, chapter: c, section: term.section,
            place: term.place))
      }
      definitionMentions.append(
        reading.definitions.map { definition in
          guard definition.kind == .definition else { return nil }
          var place = definition.place
          place.range = definition.termRange
          return concepts.add(
            .init(term: definition.term, english: definition.english, chapter: c, section: definition.section, place: place))
        })
      itemMentions.append(
        reading.enumerations.map { enumeration in
          enumeration.items.map { item in
            guard let english = item.english else { return nil }
            var place = enumeration.place
            place.range = item.range
            return concepts.add(.init(term: item.title, english: [english], chapter: c, section: enumeration.section, place: place))
          }
        })
    }
    concepts.applyAliases()
    joinByName()
    gatherConcepts()
  }

  /// What names a concept without making one.
  private mutating func joinByName() {
    for (c, reading) in readings.enumerated() {
      for (i, definition) in reading.definitions.enumerated() where definitionMentions[c][i] == nil {
        definitionMentions[c][i] = concepts.concept(named: definition.term)
      }
      for (i, enumeration) in reading.enumerations.enumerated() {
        for (j, item) in enumeration.items.enumerated() where itemMentions[c][i][j] == nil {
          itemMentions[c][i][j] = concepts.concept(named: item.title)
        }
      }
      subjectMentions.append(reading.enumerations.map { $0.subject.flatMap { concepts.concept(named: $0) } })
    }
  }

  private mutating func gatherConcepts() {
    struct Gathered {
      var id: String?
      var term: String
      var english: [String] = []
      var aliases: [String] = []
      var sections: [SectionID] = []
      /// Where those stand: chapter and index.
      var places: Set<[Int]> = []
      var evidence: Evidence
      /// How often each spelling names it, in order of first use.
      var spellings: [(key: ComparisonKey, term: String, count: Int)] = []

      /// The commonest spelling is the term, the others are aliases; of equals the first.
      mutating func settle() {
        guard let most = spellings.map(\.count).max(), let chosen = spellings.firstIndex(where: { $0.count == most }) else {
          return
        }
        term = spellings[chosen].term
        aliases = spellings.indices.filter { $0 != chosen }.map { spellings[$0].term }
      }
    }
    var order: [Int] = []
    var gathered: [Int: Gathered] = [:]
    for (index, mention) in concepts.mentions.enumerated() {
      let root = concepts.root(of: index)
      var concept =
        gathered.removeValue(forKey: root) ?? Gathered(term: mention.term, evidence: evidence(mention.place, mention.chapter))
      if concept.spellings.isEmpty { order.append(root) }
      concept.id = concept.id ?? mention.id
      let key = concepts.keys[index]
      if let known = concept.spellings.firstIndex(where: { $0.key == key }) {
        concept.spellings[known].count += 1
      } else {
        concept.spellings.append((key, mention.term, 1))
      }
      for english in mention.english
      where !concept.english.contains(where: { $0 == english || comparisonKey($0) == comparisonKey(english) }) {
        concept.english.append(english)
      }
      if let place = mention.section, let section = section(place, mention.chapter), concept.sections.last != section,
        concept.places.insert([mention.chapter, place]).inserted
      {
        concept.sections.append(section)
      }
      if mention.place.certainty > concept.evidence.certainty { concept.evidence.certainty = mention.place.certainty }
      gathered[root] = concept
    }
    for root in order { gathered[root]?.settle() }
    var derived: [(root: Int, proposal: Identifiers.Proposal)] = []
    for root in order {
      guard let concept = gathered[root] else { continue }
      if let id = concept.id {
        conceptIDs[root] = ConceptID(identifiers.reserve(id, otherwise: "concept"))
      } else {
        let base = concept.english.lazy.compactMap(asciiSlug).first ?? Identifiers.name(concept.term)
        derived.append((root, .init(base: base, paragraph: stableHash64(comparisonKey(concept.term)))))
      }
    }
    for (entry, id) in zip(derived, identifiers.assign(derived.map(\.proposal), kind: "concept")) {
      conceptIDs[entry.root] = ConceptID(id)
    }
    for root in order {
      guard let concept = gathered[root], let id = conceptIDs[root] else { continue }
      conceptRecords.append(
        Concept(
          id: id, term: concept.term, english: concept.english, aliases: concept.aliases, sections: concept.sections,
          evidence: concept.evidence))
    }
  }

  mutating func concept(_ mention: Int?) -> ConceptID? {
    guard let mention else { return nil }
    return conceptIDs[concepts.root(of: mention)]
  }

  // MARK: Relations

  /// Broader and narrower by wording, parts by sets; each with its evidence. Needs definitions and enumerations named.
  mutating func relateConcepts() {
    var position: [ConceptID: Int] = [:]
    // By bytes: terms are normalised, and every beginning of a term is looked up.
    var bySpelling: [[UInt8]: Int] = [:]
    for (index, concept) in conceptRecords.enumerated() {
      position[concept.id] = index
      for name in [concept.term] + concept.aliases { bySpelling[Array(name.utf8)] = index }
    }
    var known: Set<[Int]> = []
    func relate(
      _ a: Int, _ kind: Relation.Kind, _ b: Int, _ inverse: Relation.Kind, _ evidence: SourceSpan, in records: inout [Concept]
    ) {
      guard a != b, known.insert([a, b]).inserted, known.insert([b, a]).inserted else { return }
      records[a].related.append(Relation(concept: records[b].id, kind: kind, evidence: evidence))
      records[b].related.append(Relation(concept: records[a].id, kind: inverse, evidence: evidence))
    }
    for (index, concept) in conceptRecords.enumerated() {
      guard let broader = Self.broader(than: concept.term, in: bySpelling) else { continue }
      relate(index, .broader, broader, .narrower, concept.evidence.span, in: &conceptRecords)
    }
    for enumeration in enumerations {
      guard let whole = enumeration.concept.flatMap({ position[$0] }) else { continue }
      for item in enumeration.items {
        guard let part = item.concept.flatMap({ position[$0] }) else { continue }
        relate(part, .partOf, whole, .hasPart, item.span, in: &conceptRecords)
      }
    }
    relateContrasts({ relate($0, $1, $2, $3, $4, in: &$5) }, position)
    relateCompany({ relate($0, $1, $2, $3, $4, in: &$5) }, position)
  }

  /// Concepts that the text sets against each other.
  private mutating func relateContrasts(
    _ relate: (Int, Relation.Kind, Int, Relation.Kind, SourceSpan, inout [Concept]) -> Void, _ position: [ConceptID: Int]
  ) {
    for (c, reading) in readings.enumerated() {
      for contrast in reading.contrasts {
        guard let first = concept(concepts.concept(named: contrast.first)).flatMap({ position[$0] }),
          let second = concept(concepts.concept(named: contrast.second)).flatMap({ position[$0] })
        else { continue }
        relate(first, .contrasts, second, .contrasts, span(contrast.range, c), &conceptRecords)
      }
    }
  }

  /// Concepts named in one paragraph at least twice, told apart from passing company; at most four a concept.
  ///
  /// Of a paragraph the first eight concepts are brought together, so that the work is linear in mentions.
  private mutating func relateCompany(
    _ relate: (Int, Relation.Kind, Int, Relation.Kind, SourceSpan, inout [Concept]) -> Void, _ position: [ConceptID: Int]
  ) {
    struct Paragraph: Hashable {
      var chapter: Int
      var hash: UInt64
    }
    var order: [Paragraph] = []
    var members: [Paragraph: [(concept: Int, place: Place)]] = [:]
    for (index, mention) in concepts.mentions.enumerated() {
      guard let concept = concept(index).flatMap({ position[$0] }) else { continue }
      let key = Paragraph(chapter: mention.chapter, hash: mention.place.paragraph)
      if members[key] == nil { order.append(key) }
      if members[key, default: []].count < 8, !(members[key, default: []].contains { $0.concept == concept }) {
        members[key, default: []].append((concept, mention.place))
      }
    }
    var met: [[Int]: Int] = [:]
    var company: [Int: Int] = [:]
    for key in order {
      let named = members[key] ?? []
      for i in named.indices {
        for j in named.indices where i < j {
          let pair = [min(named[i].concept, named[j].concept), max(named[i].concept, named[j].concept)]
          met[pair, default: 0] += 1
          guard met[pair] == 2, company[pair[0], default: 0] < 4, company[pair[1], default: 0] < 4 else { continue }
          company[pair[0], default: 0] += 1
          company[pair[1], default: 0] += 1
          relate(pair[0], .seeAlso, pair[1], .seeAlso, span(named[j].place.range, key.chapter), &conceptRecords)
        }
      }
    }
  }

  /// Thai puts the head first: the longest other term that a term begins with is broader.
  private static func broader(than term: String, in terms: [[UInt8]: Int]) -> Int? {
    let text = ReadingText(term)
    var starts: [Int] = []
    var i = 0
    while i < text.count {
      starts.append(i)
      i = text.after(i)
    }
    guard starts.count > 4 else { return nil }
    for end in starts[4...].dropLast().reversed() {
      if text.isThaiTail(at: end) || text.thai(at: end) == 0x46 { continue }
      if text.bytes[end] < 0x80, text.bytes[end] != 0x20, text.bytes[end - 1] < 0x80 { continue }
      if let found = terms[Array(text.bytes[..<end])] { return found }
    }
    return nil
  }
}

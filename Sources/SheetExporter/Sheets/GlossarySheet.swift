import CourseModel
import Diagnostics
import ThaiText

/// Every term of the chapter in Thai dictionary order, with its English and whoever says what it means.
struct GlossarySheet: SheetKind {
  let id = "glossary"
  let title = Wording(thai: "อภิธานศัพท์", english: "Glossary")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    let meanings = Dictionary(grouping: context.definitions, by: \.concept)
    let concepts = context.concepts.filter { !$0.english.isEmpty || meanings[$0.id] != nil }
      .map { (concept: $0, key: ThaiDictionaryOrder.key($0.term)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) || ($0.key == $1.key && $0.concept.id < $1.concept.id) }
      .map(\.concept)
    guard !concepts.isEmpty else { return [] }
    // Four lines a meaning: what goes on is read in the chapter.
    let room = (context.room.lineWidth - context.settings.nameColumn - 1.8) * 3.6
    var letter: String?
    let entries = concepts.map { concept in
      let initial = ThaiDictionaryOrder.initialLetter(concept.term)
      defer { letter = initial }
      return GlossaryEntry(
        letter: initial == letter ? nil : initial, term: concept.term, english: concept.english,
        meanings: (meanings[concept.id] ?? []).map {
          .init(statement: context.setting.fitted($0.statement, em: room), source: context.sources.short($0))
        },
        see: see(concept, in: context))
    }
    return [context.sheet(self, blocks: [.glossary(entries)])]
  }

  /// Aliases and broader terms; the section to read where nothing says what the term means.
  private func see(_ concept: Concept, in context: SheetContext) -> SheetText {
    var places = concept.aliases
    places += concept.related.compactMap { relation in
      relation.kind == .broader || relation.kind == .seeAlso ? context.course[relation.concept]?.term : nil
    }
    if places.isEmpty, concept.definitions.isEmpty {
      places = concept.sections.prefix(1).compactMap { context.course[$0]?.title }
      return places.isEmpty ? [] : [.soft(context.words.under + places.joined(separator: ", "))]
    }
    return places.isEmpty ? [] : [.soft(context.words.seeAlso + places.joined(separator: ", "))]
  }
}

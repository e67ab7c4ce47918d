import CourseModel
import Diagnostics
import ThaiText

/// Every term of the chapter in Thai dictionary order, with its English and whoever says what it means.
struct GlossarySheet: SheetKind {
  let id = "glossary"
  let title = Wording(thai: "อภิธานศัพท์", english: "Glossary")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    // Four lines a meaning: what goes on is read in the chapter.
    let room = (context.room.lineWidth - context.settings.nameColumn - 1.8) * 3.6
    let entries = Self.entries(in: context, fit: room).map(\.entry)
    return entries.isEmpty ? [] : [context.sheet(self, blocks: [.glossary(entries)])]
  }

  /// In dictionary order, with the keys of that order; meanings cut to `fit` em, nil leaves them whole.
  static func entries(in context: SheetContext, fit: Double?) -> [(entry: GlossaryEntry, key: [UInt8])] {
    let meanings = Dictionary(grouping: context.definitions, by: \.concept)
    let concepts = context.concepts.filter { !$0.english.isEmpty || meanings[$0.id] != nil }
      .map { (concept: $0, key: ThaiDictionaryOrder.key($0.term)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) || ($0.key == $1.key && $0.concept.id < $1.concept.id) }
    var letter: String?
    return concepts.map { concept, key in
      let initial = ThaiDictionaryOrder.initialLetter(concept.term)
      defer { letter = initial }
      let entry = GlossaryEntry(
        letter: initial == letter ? nil : initial, term: concept.term, english: concept.english,
        meanings: (meanings[concept.id] ?? []).map { definition in
          .init(
            statement: fit.map { context.setting.fitted(definition.statement, em: $0) } ?? definition.statement,
            source: context.sources.short(definition))
        },
        see: see(concept, isTold: meanings[concept.id] != nil, in: context))
      return (entry, key)
    }
  }

  /// Aliases and broader terms; the section to read where the sheet does not tell what the term means.
  private static func see(_ concept: Concept, isTold: Bool, in context: SheetContext) -> SheetText {
    var places = concept.aliases
    places += concept.related.compactMap { relation in
      relation.kind == .broader || relation.kind == .seeAlso ? context.course[relation.concept]?.term : nil
    }
    if places.isEmpty, !isTold {
      places = concept.sections.prefix(1).compactMap { context.course[$0]?.title }
      return places.isEmpty ? [] : [.soft(context.words.under + places.joined(separator: ", "))]
    }
    return places.isEmpty ? [] : [.soft(context.words.seeAlso + places.joined(separator: ", "))]
  }
}

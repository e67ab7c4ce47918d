import CourseModel
import Diagnostics

/// Who says what each term means, in order of year: one table a term that has several meanings, one for all others.
struct DefinitionsSheet: SheetKind {
  let id = "definitions"
  let title = Wording(thai: "ตารางความหมาย", english: "Table of definitions")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    let groups = context.definitionsByConcept
    guard !groups.isEmpty else { return [] }
    let words = context.words
    var blocks: [SheetBlock] = []
    let width = context.settings.isTight ? context.room.lineWidth : context.room.lineWidth - context.settings.nameColumn - 1.1
    for (concept, definitions) in groups where definitions.count > 1 {
      blocks.append(.heading(level: 2, heading(concept)))
      blocks.append(
        context.table(
          SheetTable(
            columns: [
              .init(words.author, .em(context.settings.nameColumn)),
              .init(context.settings.isNarrow ? words.shortYear : words.year, .em(context.settings.yearColumn)),
              .init(words.meaning, .share(1)),
            ],
            rows: definitions.map { definition in
              let (author, year) = context.attribution(definition, short: context.settings.isNarrow)
              return .init([author, [.text(year)], statement(definition, concept, in: context)])
            })))
    }
    let others = groups.filter { $0.definitions.count == 1 }.flatMap { group in group.definitions.map { (group.concept, $0) } }
    if !others.isEmpty {
      if !blocks.isEmpty { blocks.append(.heading(level: 2, [.text(words.otherTerms)])) }
      blocks.append(
        context.table(
          SheetTable(
            columns: [.init(words.termHead, .em(context.settings.nameColumn)), .init(words.meaning, .share(1))],
            rows: others.map { concept, definition in
              let source = context.sources.short(definition)
              return .init([
                term(definition.term, concept),
                [.text(context.setting.fitted(definition.statement, em: width * 9.5))]
                  + (source.isEmpty ? [] : [.lineBreak, .soft(source)]),
              ])
            })))
    }
    return [context.sheet(self, blocks: blocks)]
  }

  private func heading(_ concept: Concept) -> SheetText {
    [.text(concept.term)] + (concept.english.first.map { [.soft(" \($0)")] } ?? [])
  }

  private func term(_ term: String, _ concept: Concept) -> SheetText {
    [.strong(term)] + (concept.english.first.map { [.lineBreak, .soft($0)] } ?? [])
  }

  /// The term stands in front where the definition words it otherwise than the heading. Whole but for what would fill a third of a page: fifteen lines.
  private func statement(_ definition: Definition, _ concept: Concept, in context: SheetContext) -> SheetText {
    let columns = context.settings.nameColumn + context.settings.yearColumn
    let width = context.room.lineWidth - (context.settings.isTight ? 0 : columns) - 1.1
    let statement = context.setting.fitted(definition.statement, em: width * 14.3)
    return definition.term == concept.term
      ? [.text(statement)] : [.strong(definition.term), .text(" \(definition.marker) \(statement)")]
  }
}

import CourseModel
import Diagnostics

/// Passages of the chapter with a question that cannot be answered by copying them.
struct SelfExplanationSheet: SheetKind {
  let id = "self-explanation"
  let title = Wording(thai: "ใบงานอธิบายด้วยตนเอง", english: "Self-explanation prompts")
  let audience = Audience.student
  let isEditable = true

  func sheets(in context: SheetContext) -> [Sheet] {
    let words = context.words
    var prompts: [[SheetBlock]] = []
    for (concept, definitions) in context.definitionsByConcept.prefix(4) {
      if definitions.count > 1, let first = definitions.first, let last = definitions.last {
        prompts.append(
          [passage(first, in: context), passage(last, in: context)]
            + ask(words.compareTwo(concept.term, who(first, in: context), who(last, in: context)), lines: 4))
      } else if let definition = definitions.first {
        prompts.append([passage(definition, in: context)] + ask(words.whyMatters(definition.term), lines: 3))
      }
    }
    for set in context.enumerations.prefix(3) {
      let members = set.items.map(\.title).joined(separator: ", ")
      let source = context.sources.authors(of: set)
      prompts.append(
        [
          .passage(
            [.strong(set.title), .text(" " + words.namely + " " + members)],
            source: [.text(source.isEmpty ? place(set.section, in: context) : source)])
        ]
          + ask(words.example(set.items.count), lines: 3))
    }
    guard !prompts.isEmpty else { return [] }
    // On small paper a prompt would leave half a page empty if it had to stay together; there the question, its lines and the words before
    // it do.
    let isNarrow = context.settings.isNarrow
    var blocks: [SheetBlock] = [.note([.text(words.explainHow)])]
    for (index, prompt) in prompts.enumerated() {
      let heading = SheetBlock.heading(level: 2, [.text(words.prompt(index + 1))])
      blocks += isNarrow ? [heading] + prompt.dropLast(3) + [.together(prompt.suffix(3))] : [.together([heading] + prompt)]
    }
    return [context.sheet(self, isNamed: true, blocks: blocks)]
  }

  /// The chapter itself where it names nobody.
  private func who(_ definition: Definition, in context: SheetContext) -> String {
    let authors = context.sources.authors(of: definition)
    return authors.isEmpty ? context.words.theText : authors
  }

  private func ask(_ question: String, lines: Int) -> [SheetBlock] { [.paragraph([.strong(question)]), .lines(lines)] }

  private func passage(_ definition: Definition, in context: SheetContext) -> SheetBlock {
    let statement = context.setting.fitted(definition.statement, em: context.room.lineWidth * 3)
    let source = context.sources.short(definition)
    return .passage(
      [.strong(definition.term), .text(" \(definition.marker) \(statement)")],
      source: [.text(source.isEmpty ? place(definition.section, in: context) : source)])
  }

  private func place(_ section: SectionID?, in context: SheetContext) -> String {
    context.words.under + (section.flatMap { context.course[$0]?.title } ?? context.chapter.title)
  }
}

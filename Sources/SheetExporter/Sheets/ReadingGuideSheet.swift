import CourseModel
import Diagnostics

/// What to look for while reading, objective by objective, with a check before and after.
struct ReadingGuideSheet: SheetKind {
  let id = "reading-guide"
  let title = Wording(thai: "แนวการอ่านตามจุดประสงค์", english: "Reading guide")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    let objectives = context.chapter.objectives
    guard !objectives.isEmpty else { return [] }
    let words = context.words
    let rating = context.settings.isTight ? 4.6 : 6.5
    let check = SheetTable(
      columns: [
        .init(words.objective, .share(1)), .init(words.before, .em(rating), .center),
        .init(words.afterReading, .em(rating), .center),
      ],
      rows: objectives.enumerated().map { .init([[.accent("\($0 + 1) "), .text($1.text)], [], []]) }, isRuled: true)
    var asked: Set<DefinitionID> = []
    let blocks: [SheetBlock] =
      [.note([.text(words.checkHow)]), .table(check)]
      + objectives.enumerated().flatMap { index, objective in
        guide(objective, number: index + 1, in: context, &asked)
      }
    return [context.sheet(self, isNamed: true, blocks: blocks)]
  }

  private func guide(_ objective: Objective, number: Int, in context: SheetContext, _ asked: inout Set<DefinitionID>)
    -> [SheetBlock]
  {
    let words = context.words
    let own = Set(objective.sections)
    let titles = objective.sections.compactMap { context.course[$0]?.title }
    var blocks: [SheetBlock] = [.heading(level: 2, [.accent("\(number) "), .text(objective.text)])]
    var line: SheetText = []
    if let level = objective.level { line.append(.soft(words.level(level))) }
    if !titles.isEmpty { line.append(.soft((line.isEmpty ? "" : " · ") + words.readHere + titles.joined(separator: ", "))) }
    if !line.isEmpty { blocks.append(.paragraph(line)) }
    var terms: [String] = []
    for concept in context.concepts where concept.sections.contains(where: { own.contains($0) }) { terms.append(concept.term) }
    if !terms.isEmpty {
      blocks.append(.paragraph([.soft(words.watchFor), .text(terms.prefix(10).joined(separator: " · "))]))
    }
    var questions: [String] = []
    for set in context.enumerations where set.section.map({ own.contains($0) }) ?? false && questions.count < 3 {
      questions.append(words.whichAre(set.title, count: set.items.count, by: context.sources.authors(of: set)))
    }
    for definition in context.definitions where definition.section.map({ own.contains($0) }) ?? false && questions.count < 3 {
      if asked.insert(definition.id).inserted {
        questions.append(words.whatIs(definition.term, by: context.sources.authors(of: definition)))
      }
    }
    if questions.isEmpty { questions.append(words.gist) }
    // The first question stays with what leads to it; the rest may stand on the next page.
    let list = questions.map { [.paragraph([.text($0)]), .lines(1)] as [SheetBlock] }
    blocks.append(.list(SheetList(.checkbox, Array(list.prefix(1)))))
    return [.together(blocks)] + (list.count > 1 ? [.list(SheetList(.checkbox, Array(list.dropFirst())))] : [])
  }
}

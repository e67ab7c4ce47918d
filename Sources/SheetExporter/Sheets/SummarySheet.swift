import CourseModel
import Diagnostics
import ThaiText

/// The chapter on one page, or both of a leaf where large print fills a small one: the definitions that can be compared, the sets, and a
/// question to think on, with lines to the foot of the page.
struct SummarySheet: SheetKind {
  let id = "summary"
  let title = Wording(thai: "ใบสรุปบทเรียน", english: "Chapter summary")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    var room = context.room
    room.pages = context.settings.isTight ? 2 : 1
    var used = 0.0
    var blocks: [SheetBlock] = []
    if let (block, height) = definitions(in: context, budget: room.rest(after: 0) * 0.7) {
      blocks += block
      used += height
    }
    for set in ranked(context.enumerations) {
      let (block, height) = members(of: set, in: context)
      // Some lines to write on are worth more than another set.
      guard used + height < room.rest(after: 0) - 10 else { continue }
      blocks += block
      used += height
    }
    guard !blocks.isEmpty else { return [] }
    let lines = room.lines(after: used + 5)
    if let question = context.questions.first(where: { $0.kind == .discussion }), lines > 1 {
      blocks.append(
        .together([.heading(level: 2, [.text(context.words.think)]), .paragraph([.text(question.text)]), .lines(min(lines, 12))]))
    }
    return [context.sheet(self, isNamed: true, blocks: blocks)]
  }

  /// As many lines a statement as fit all definitions of the richest term; statements are cut between clauses.
  private func definitions(in context: SheetContext, budget: Double) -> ([SheetBlock], Double)? {
    let groups = context.definitionsByConcept
    guard let first = groups.first else { return nil }
    let words = context.words
    let hasOneTerm = groups.count == 1 || first.definitions.count > 3
    let definitions = hasOneTerm ? first.definitions : context.byYear(groups.flatMap(\.definitions))
    let narrow = context.settings.isNarrow
    let isTight = context.settings.isTight
    let columns = Columns(
      author: context.settings.nameColumn, year: context.settings.yearColumn, line: context.room.lineWidth, isStacked: isTight)
    let heights = definitions.map { columns.authorLines(context.attribution($0, short: narrow).author) }
    let lines = columns.lines(beside: heights, within: budget - 5)
    var height = 5.0
    var rows: [SheetTable.Row] = []
    for (definition, authorLines) in zip(definitions, heights) {
      let (author, year) = context.attribution(definition, short: narrow)
      let term = hasOneTerm && definition.term == first.concept.term ? "" : definition.term
      let allowed = columns.statement * 0.88 * Double(isTight ? lines : max(lines, authorLines)) - em(term)
      let statement = context.setting.fitted(definition.statement, em: max(8, allowed))
      let statementLines = context.room.lineCount(term + statement, width: columns.statement)
      height += Double(columns.rowLines(authorLines, statementLines)) * WritingRoom.textLine + Columns.rowSpace
      guard height <= budget else { break }
      rows.append(.init([author, [.text(year)], (term.isEmpty ? [] : [.strong(term), .text(" ")]) + [.text(statement)]]))
    }
    guard !rows.isEmpty else { return nil }
    let table = SheetTable(
      columns: [
        .init(words.author, .em(columns.author)), .init(narrow ? words.shortYear : words.year, .em(columns.year)),
        .init(hasOneTerm ? words.isWhat(first.concept.term) : words.meaning, .share(1)),
      ], rows: rows)
    let heading = SheetBlock.heading(level: 2, [.text(rows.count > 1 ? words.compare : words.meaning)])
    return ([heading, context.table(table)], height)
  }

  /// Widths in em. Stacked, the author and the year stand above the statement, each as wide as the line.
  private struct Columns {
    var author: Double
    var year: Double
    var statement: Double
    var isStacked: Bool
    static let rowSpace = 0.45

    init(author: Double, year: Double, line: Double, isStacked: Bool) {
      self.author = isStacked ? line - year : author
      self.year = year
      self.isStacked = isStacked
      statement = line - (isStacked ? 1.2 : author + year + 1.2)
    }

    func rowLines(_ author: Int, _ statement: Int) -> Int { isStacked ? author + statement : max(author, statement) }

    /// Names are in boxes and fill their column.
    func authorLines(_ text: SheetText) -> Int {
      var lines = 0
      for part in text.split(separator: .lineBreak) {
        let isSoft = part.contains { if case .soft = $0 { true } else { false } }
        lines += Int((em(Array(part).plainText) * (isSoft ? 0.88 : 1) / (author - 1.1)).rounded(.up))
      }
      return max(1, lines)
    }

    /// How many lines a statement may take beside authors that take so many: two at least, for what is cut shorter says nothing.
    func lines(beside authors: [Int], within budget: Double) -> Int {
      for lines in [4, 3] {
        let height = authors.reduce(0) { $0 + Double(rowLines($1, lines)) * WritingRoom.textLine + Self.rowSpace }
        if height <= budget { return lines }
      }
      return 2
    }
  }

  /// Sets that an author is named for come first, then long ones.
  private func ranked(_ sets: [Enumeration]) -> [Enumeration] {
    sets.enumerated().sorted { a, b in
      let (x, y) = (a.element.authors.isEmpty ? 0 : 1, b.element.authors.isEmpty ? 0 : 1)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  private func members(of set: Enumeration, in context: SheetContext) -> ([SheetBlock], Double) {
    let marks = context.marks(of: set)
    let half = (context.room.lineWidth - 2) / 2 - 1.9
    let titles: [SheetText] = set.items.map { item in
      [.strong(item.title)] + (item.english.map { [.soft(" \($0)")] } ?? [])
    }
    let isNarrow = titles.allSatisfy { context.room.lineCount($0.plainText, width: half) == 1 }
    let columns = isNarrow ? 2 : 1
    let rows = (set.items.count + columns - 1) / columns
    let author = context.sources.authors(of: set)
    let heading: SheetText = [.text(set.title)] + (author.isEmpty ? [] : [.soft(" · " + author)])
    let block = SheetSet(members: zip(marks, titles).map { .init(mark: $0, title: $1) }, columns: columns)
    return ([.heading(level: 2, heading), .set(block)], 3.2 + Double(rows) * 1.85)
  }
}

private func em(_ text: String) -> Double { Double(emWidth(Array(text.utf8).span)) / 100 }

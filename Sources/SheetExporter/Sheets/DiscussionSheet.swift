import CourseModel
import Diagnostics
import ThaiText

/// A discussion question with the smaller questions that lead to it, room to write, and what a good answer shows. One sheet a question.
struct DiscussionSheet: SheetKind {
  let id = "discussion"
  let title = Wording(thai: "ใบงานอภิปราย", english: "Discussion worksheet")
  let audience = Audience.student
  let isEditable = true

  func sheets(in context: SheetContext) -> [Sheet] {
    let questions = context.questions.filter { $0.kind == .discussion }
    return questions.enumerated().map { index, question in
      context.sheet(
        self, suffix: question.id.text, subject: question.text, isNamed: true,
        blocks: blocks(question, number: questions.count > 1 ? index + 1 : nil, in: context))
    }
  }

  private func blocks(_ question: Question, number: Int?, in context: SheetContext) -> [SheetBlock] {
    let words = context.words
    var blocks: [SheetBlock] = [.question(number: number.map(String.init), [.text(question.text)])]
    let places = readings(question, in: context)
    if !places.isEmpty { blocks.append(.note([.text(words.read + places.joined(separator: " · "))])) }
    let prompts = question.prompts.isEmpty ? leadingQuestions(question, in: context) : question.prompts
    let criteria = question.rubric.map { splitMarks($0) }
    let room = WritingRoom(settings: context.settings)
    // Beside two columns for marks.
    let criterionHeights = criteria.map {
      0.35 + WritingRoom.textLine * Double(room.lineCount($0.text, width: room.lineWidth - 9.2))
    }
    let rubricHeight = criteria.isEmpty ? 0 : 6.4 + criterionHeights.reduce(0, +)
    if !prompts.isEmpty {
      // With several prompts the front is theirs and the answer has the back; the lines fill both.
      let isDoubleSided = prompts.count > 2
      let heights = 6 + prompts.map { room.height(of: $0, indent: 1.55) + 1.2 }.reduce(0, +)
      let lines = isDoubleSided ? max(1, room.lines(after: heights) / prompts.count) : 3
      blocks.append(.heading(level: 2, [.text(words.prompts)]))
      blocks.append(
        .list(SheetList(.number, prompts.map { [.paragraph([.text($0)]), .lines(min(lines, 6))] as [SheetBlock] })))
      if isDoubleSided { blocks.append(.pageBreak) }
    }
    blocks.append(.heading(level: 2, [.text(words.answer)]))
    let above = prompts.count > 2 ? 3 - room.titleHeight : 12 + Double(prompts.count) * 10
    blocks.append(.lines(max(6, room.lines(after: above + rubricHeight))))
    if !criteria.isEmpty { blocks.append(.together([.heading(level: 2, [.text(words.rubric)]), table(criteria, words)])) }
    return blocks
  }

  /// The sections in which the answer stands, heaviest first.
  private func readings(_ question: Question, in context: SheetContext) -> [String] {
    var titles: [String] = []
    for answer in question.answers {
      let section: SectionID?
      switch answer.record {
      case .section(let id): section = id
      case .definition(let id): section = context.course[id]?.section
      case .enumeration(let id): section = context.course[id]?.section
      case .figure(let id): section = context.course[id]?.section
      case .citation(let id): section = context.course[id]?.section
      case .concept(let id): section = context.course[id]?.sections.first
      case .question: section = nil
      }
      guard let title = section.flatMap({ context.course[$0]?.title }), !titles.contains(title) else { continue }
      titles.append(title)
    }
    return Array(titles.prefix(4))
  }

  /// Where the author wrote no prompts: one for each record that answers.
  private func leadingQuestions(_ question: Question, in context: SheetContext) -> [String] {
    var out: [String] = []
    for answer in question.answers where out.count < 5 {
      switch answer.record {
      case .enumeration(let id):
        guard let set = context.course[id] else { continue }
        out.append(context.words.whichAre(set.title, count: set.items.count, by: context.sources.authors(of: set)))
      case .definition(let id):
        guard let definition = context.course[id] else { continue }
        out.append(context.words.whatIs(definition.term, by: context.sources.authors(of: definition)))
      case .concept(let id):
        guard let concept = context.course[id] else { continue }
        out.append(context.words.whatIs(concept.term, by: ""))
      case .section, .citation, .figure, .question: continue
      }
    }
    return out
  }

  private func table(_ criteria: [(text: String, marks: Int?)], _ words: SheetWords) -> SheetBlock {
    let total = criteria.compactMap(\.marks).reduce(0) { $0 &+ $1 }
    var rows = criteria.map { SheetTable.Row([[.text($0.text)], [.text($0.marks.map(String.init) ?? "")], []]) }
    if total > 0 { rows.append(.init([[.strong(words.total)], [.strong(String(total))], []], isStrong: true)) }
    return .table(
      SheetTable(
        columns: [.init(words.criterion, .share(1)), .init(words.marks, .em(4), .center), .init(words.given, .em(4), .center)],
        rows: rows, isRuled: true))
  }
}

import ChapterMarkdown
import CourseModel
import Diagnostics
import Prose
import QuizGenerator
import ThaiText

/// Items the author writes by hand: a `> [!quiz]` callout whose title is the stem.
///
/// A task list gives the options, `[x]` the key, and what stands below an option is its feedback; a paragraph that begins
/// with `ตอบ:` gives a typed answer (several parted by `|`), or ถูก or ผิด. Other paragraphs explain.
enum AuthoredItems {
  struct Draft: Sendable {
    var id: String?
    var stem: String
    var emphasis: [String]
    var interaction: Interaction
    var explanation: String
    var level: CognitiveLevel
    var pool: QuizPool?
    var about: String?
    var span: SourceSpan
  }

  static func read(_ text: SourceText) -> (drafts: [Draft], diagnostics: [Diagnostic]) {
    // Parsed again only where there is something to find: few chapters have one.
    guard mayHoldItems(text.bytes) else { return ([], []) }
    var drafts: [Draft] = []
    var diagnostics: [Diagnostic] = []
    for (block, callout) in parseMarkdown(text).document.quizItems {
      switch draft(callout, block, text) {
      case .success(let draft): drafts.append(draft)
      case .failure(let problem):
        diagnostics.append(
          Diagnostic(
            problem.id, .error, thai: problem.wording.thai, english: problem.wording.english, at: text.span(block.range),
            repair: Wording(
              thai: "เขียนตัวเลือกเป็น - [x] ข้อถูก และ - [ ] ข้อผิด หรือเขียน ตอบ: คำตอบ",
              english: "write options as - [x] right and - [ ] wrong, or ตอบ: the answer")))
      }
    }
    return (drafts, diagnostics)
  }

  /// One pass for `[!quiz]`.
  private static func mayHoldItems(_ bytes: [UInt8]) -> Bool {
    let marker = Array("[!quiz]".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while let start = bytes.first(marker[0], from: i) {
        if bytes[start...].starts(with: marker) { return true }
        i = start + 1
      }
      return false
    }
  }

  private struct Problem: Error {
    let id: String
    let wording: Wording
  }

  private static func draft(_ callout: Callout, _ block: Block, _ text: SourceText) -> Result<Draft, Problem> {
    var options: [Interaction.Option] = []
    var answers: [String]?
    var explanation: [String] = []
    for inner in callout.blocks {
      switch inner.content {
      case .list(let list) where list.items.contains { option($0) != nil }:
        options += list.items.map { option($0) ?? .init(text: "", isKey: false, feedback: "") }
      case .paragraph(let inlines):
        let words = inlines.plainText
        if let answer = answer(words) { answers = answer } else if !words.isEmpty { explanation.append(words) }
      default: explanation.append(plainText(inner))
      }
    }
    let stem = callout.title.plainText
    guard !stem.isEmpty else {
      return .failure(.init(id: "quiz-no-stem", wording: Wording(thai: "ข้อสอบนี้ไม่มีคำถาม", english: "this item asks nothing")))
    }
    let interaction: Interaction
    if !options.isEmpty {
      let keys = options.count(where: \.isKey)
      guard keys > 0 else {
        return .failure(.init(id: "quiz-no-key", wording: Wording(thai: "ไม่มีตัวเลือกใดเป็นคำตอบ", english: "no option is the key")))
      }
      guard options.count >= 2, options.allSatisfy({ !$0.text.isEmpty }) else {
        return .failure(
          .init(
            id: "quiz-few-options",
            wording: Wording(thai: "มีตัวเลือกไม่ถึงสองข้อ หรือมีข้อว่าง", english: "fewer than two options, or an empty one")))
      }
      interaction = .choice(options: options, isMultiple: keys > 1, isFixedOrder: block.attributes.has("fixed"))
    } else if let answers, let first = answers.first {
      if answers.count == 1, ["ถูก", "ผิด", "true", "false"].contains(first.lowercased()) {
        interaction = .trueFalse(isTrue: ["ถูก", "true"].contains(first.lowercased()), correction: "")
      } else {
        interaction = .shortAnswer(accepted: answers)
      }
    } else {
      return .failure(.init(id: "quiz-no-answer", wording: Wording(thai: "ข้อสอบนี้ไม่มีคำตอบ", english: "this item has no answer")))
    }
    return .success(
      Draft(
        id: block.attributes.id, stem: stem, emphasis: strong(callout.title), interaction: interaction,
        explanation: explanation.joined(separator: "\n"),
        level: block.attributes["level"].flatMap { CognitiveLevel(rawValue: $0) } ?? .understand,
        pool: block.attributes["pool"].flatMap { QuizPool(rawValue: $0) }, about: block.attributes["about"],
        span: text.span(block.range)))
  }

  /// nil for an item without a box. cmark-gfm reads no boxes inside a quote: there they are still text.
  private static func option(_ item: ListItem) -> Interaction.Option? {
    var texts = item.blocks.map(plainText).filter { !$0.isEmpty }
    var isKey = item.isDone
    if isKey == nil, let first = texts.first {
      for (box, value) in [("[ ]", false), ("[x]", true), ("[X]", true)] where first.hasPrefix(box) {
        isKey = value
        texts[0] = String(first.dropFirst(box.count).drop { $0 == " " })
      }
    }
    guard let isKey else { return nil }
    return .init(text: texts.first ?? "", isKey: isKey, feedback: texts.dropFirst().joined(separator: " "))
  }

  private static func answer(_ words: String) -> [String]? {
    for lead in ["ตอบ:", "คำตอบ:", "Answer:", "answer:"] where words.hasPrefix(lead) {
      let answers = words.dropFirst(lead.count).split(separator: "|").map { $0.drop { $0 == " " } }
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
      return answers.isEmpty ? nil : answers
    }
    return nil
  }

  private static func plainText(_ block: Block) -> String {
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines): return inlines.plainText
    case .list(let list): return list.items.map { $0.blocks.map(plainText).joined(separator: " ") }.joined(separator: "; ")
    case .quote(let blocks): return blocks.map(plainText).joined(separator: " ")
    case .code(_, let text): return text
    case .callout, .html, .table, .thematicBreak, .footnote: return ""
    }
  }

  private static func strong(_ inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline.content {
      case .strong(let inner), .emphasis(let inner): return [inner.plainText]
      default: return strong(inline.content.children)
      }
    }
  }

  // MARK: Placing

  /// Drafts as items of their chapters, with what is wrong with them. `drafts` are in the order of the course's chapters.
  static func placed(_ drafts: [(drafts: [Draft], diagnostics: [Diagnostic])], in course: Course)
    -> (items: [QuizItem], diagnostics: [Diagnostic])
  {
    var diagnostics = drafts.flatMap(\.diagnostics)
    guard drafts.contains(where: { !$0.drafts.isEmpty }) else { return ([], diagnostics) }
    var places: [String: (chapter: ChapterID, sections: [Section])] = [:]
    for chapter in course.chapters { places[chapter.file] = (chapter.id, []) }
    for section in course.sections { places[section.evidence.span.file]?.sections.append(section) }
    var items: [QuizItem] = []
    var spans: [String: SourceSpan] = [:]
    for draft in drafts.flatMap(\.drafts) {
      guard let place = places[draft.span.file] else { continue }
      let section = place.sections.last { $0.evidence.span.range.lowerBound <= draft.span.range.lowerBound }
      let id = "authored.\(place.chapter.text).\(draft.id ?? stableHash(draft.stem))"
      guard spans[id] == nil else {
        diagnostics.append(
          Diagnostic(
            "quiz-twice", .error, thai: "มีข้อสอบที่ถามเช่นนี้หรือใช้รหัสนี้แล้ว", english: "another item asks this or has this id",
            at: draft.span))
        continue
      }
      spans[id] = draft.span
      let about = draft.about.flatMap { record($0, course) }
      if let name = draft.about, about == nil {
        diagnostics.append(
          Diagnostic(
            "quiz-unknown-record", .error, thai: "ไม่มีรายการ “\(name)” ในรายวิชา", english: "the course has no record “\(name)”",
            at: draft.span))
      }
      let shown = about ?? section.map { .section($0.id) }
      items.append(
        QuizItem(
          id: id, kind: "authored", pool: draft.pool ?? .practice, level: draft.level, difficulty: 0.6, stem: draft.stem,
          emphasis: draft.emphasis, interaction: draft.interaction, explanation: draft.explanation,
          passage: shown.map { QuizItem.Passage(text: "", record: $0, span: draft.span) }, records: about.map { [$0] } ?? [],
          chapter: place.chapter, section: section?.id, tags: ["authored", draft.level.rawValue]))
    }
    diagnostics += Flaws.diagnostics(of: items) { spans[$0.id] }
    return (items, diagnostics)
  }

  private static func record(_ id: String, _ course: Course) -> RecordID? {
    if course[DefinitionID(id)] != nil { return .definition(.init(id)) }
    if course[EnumerationID(id)] != nil { return .enumeration(.init(id)) }
    if course[ConceptID(id)] != nil { return .concept(.init(id)) }
    if course[SectionID(id)] != nil { return .section(.init(id)) }
    if course[FigureID(id)] != nil { return .figure(.init(id)) }
    return nil
  }
}

import CourseModel
import Diagnostics
import Prose

/// A question as written: its prompts and rubric are texts, its answers still names.
struct QuestionDraft {
  var text: String
  var span: ByteRange
  var kind: Question.Kind
  var unit: Int
  var id: String?
  /// The identifiers of `answers="#id …"`.
  var answers: [String] = []
  var prompts: [String] = []
  var rubric: [String] = []
  var section: Int?
  var rule: String
  var certainty: Certainty
}

/// Questions and activities: items under «คำถามท้ายบท» and the like, and callouts.
struct QuestionRecogniser {
  let outline: Outline

  func read() -> [QuestionDraft] {
    var found: [QuestionDraft] = []
    for callout in outline.callouts {
      guard let kind = calloutKinds[callout.kind], let question = question(callout, kind) else { continue }
      found.append(question)
    }
    var index = 0
    while index < outline.units.count {
      let unit = outline.units[index]
      defer { index += 1 }
      guard unit.callout == nil, !unit.isNote, unit.role == .paragraph, let section = unit.section,
        case .questions(let kind) = outline.sections[section].role
      else { continue }
      found.append(contentsOf: questions(at: index, kind))
    }
    return found.sorted { $0.span < $1.span }
  }

  // MARK: Under a heading

  private func questions(at index: Int, _ role: SectionQuestions) -> [QuestionDraft] {
    let unit = outline.units[index]
    let text = unit.passage.text
    if let list = unit.list {
      guard unit.opensItem, outline.lists[list].parent == nil else { return [] }
      guard var question = question(unit, index, text.all, kind(role, text)) else { return [] }
      addHelp(outline.lists[list].items[unit.item], after: index, to: &question)
      return [question]
    }
    // «1. … 2. …» on lines of one paragraph, «ข้อ 1 …», or a paragraph that asks.
    let starts = [0] + unit.passage.lineStarts
    var found: [QuestionDraft] = []
    var isNumbered = false
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] : text.count
      if let marker = text.ordinalMarker(at: start, end: end) {
        isNumbered = true
        if let question = question(unit, index, marker.end..<end, kind(role, text)) { found.append(question) }
      }
    }
    if !isNumbered, text.asks() || role == .activity, let question = question(unit, index, text.all, kind(role, text)) {
      found.append(question)
    }
    return found
  }

  private func kind(_ role: SectionQuestions, _ text: ReadingText) -> Question.Kind {
    switch role {
    case .discussion: return .discussion
    case .exercise: return text.hasPrefix("อภิปราย", at: 0) || text.hasPrefix("จงอภิปราย", at: 0) ? .discussion : .exercise
    case .activity: return .activity
    }
  }

  private func question(_ unit: Unit, _ index: Int, _ range: Range<Int>, _ kind: Question.Kind) -> QuestionDraft? {
    let range = unit.passage.narrowed(unit.passage.text.trimmed(range))
    let given = calloutKinds.first { unit.attributes.has($0.key) }?.value
    let kind = given ?? (kind == .discussion && unit.passage.text.isDoneTogether(range) ? .activity : kind)
    guard unit.passage.text.scalarCount(range) >= 4, let span = unit.passage.source(of: range) else { return nil }
    var draft = QuestionDraft(
      text: unit.passage.text.string(range), span: span, kind: kind, unit: index, section: unit.section, rule: "question.heading",
      certainty: .sure)
    draft.id = unit.attributes.id
    draft.answers = Self.answers(unit.attributes)
    return draft
  }

  // MARK: Callouts

  private func question(_ callout: OutlineCallout, _ kind: Question.Kind) -> QuestionDraft? {
    // An empty title leaves the question to the first paragraph.
    guard let first = callout.units.first, callout.section.map({ outline.sections[$0].role != .bibliography }) ?? true else {
      return nil
    }
    let unit = outline.units[first]
    guard var draft = question(unit, first, unit.passage.text.all, kind) else { return nil }
    draft.rule = "question.callout"
    draft.certainty = .marked
    draft.id = callout.attributes.id ?? unit.attributes.id
    let answers = Self.answers(callout.attributes)
    if !answers.isEmpty { draft.answers = answers }
    addHelp(callout.units, after: first, to: &draft)
    return draft
  }

  /// Prompts and rubric: lists in the units after the question, each headed by a short paragraph that says what it is; a list without
  /// one under an item is prompts.
  private func addHelp(_ units: Range<Int>, after first: Int, to question: inout QuestionDraft) {
    var isRubric = false
    var isHeaded = false
    for index in units where index > first {
      let unit = outline.units[index]
      let text = unit.passage.text
      if unit.opensItem, unit.list != outline.units[first].list {
        let words = text.foldedString(text.all)
        if isRubric {
          question.rubric.append(words)
        } else if isHeaded || question.rule == "question.heading" {
          question.prompts.append(words)
        }
      } else if unit.role == .paragraph, let heading = text.helpHeading() {
        isRubric = heading == .rubric
        isHeaded = true
      }
    }
  }

  private static func answers(_ attributes: Attributes) -> [String] {
    guard let written = attributes["answers"] else { return [] }
    return written.split { $0 == " " || $0 == "," }.map { $0.hasPrefix("#") ? String($0.dropFirst()) : String($0) }.filter {
      !$0.isEmpty
    }
  }
}

enum HelpHeading: Hashable { case prompts, rubric }

extension ReadingText {
  /// «ชวนคิด», «เกณฑ์การให้คะแนน»: a short paragraph that heads a list under a question.
  func helpHeading() -> HelpHeading? {
    let whole = trimmed(all)
    guard scalarCount(whole) <= 60 else { return nil }
    return helpHeadings.match(self, at: whole.lowerBound, end: whole.upperBound)?.value
  }

  /// «… ในชั้นเรียน», «แบ่งกลุ่ม …»: something to do, not to answer.
  func isDoneTogether(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, activityWords.match(self, at: i, end: range.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }

  /// A question by its words: a question mark, a word that asks, an order to discuss.
  func asks() -> Bool {
    let whole = trimmed(all)
    guard !whole.isEmpty else { return false }
    if bytes[whole.upperBound - 1] == 0x3F || orders.match(self, at: whole.lowerBound, end: whole.upperBound) != nil { return true }
    var i = max(whole.lowerBound, whole.upperBound - 240)
    while i < whole.upperBound, bytes[i] & 0xC0 == 0x80 { i += 1 }
    while i < whole.upperBound {
      if bytes[i] == 0xE0, askingWords.match(self, at: i, end: whole.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }
}

private let calloutKinds: [String: Question.Kind] = [
  "question": .discussion, "discussion": .discussion, "activity": .activity, "exercise": .exercise,
]
private let helpHeadings = PhraseTable<HelpHeading>(
  wordList("ชวนคิด แนวคิดนำ คำถามนำ แนวคำถาม ประเด็นชวนคิด คำถามย่อย แนวทางการคิด แนวทางอภิปราย แนวทางการอภิปราย Prompts").map { ($0, .prompts) }
    + wordList("เกณฑ์ เกณฑ์การให้คะแนน เกณฑ์การประเมิน แนวการให้คะแนน แนวทางการให้คะแนน Rubric").map { ($0, .rubric) })
private let activityWords = PhraseTable(wordList("ในชั้นเรียน แบ่งกลุ่ม กลุ่มย่อย บทบาทสมมติ หน้าชั้น ศึกษาดูงาน จัดนิทรรศการ"))
private let orders = PhraseTable(
  wordList(
    "จง อภิปราย ให้นักศึกษา ให้ผู้เรียน ให้นิสิต ให้นักเรียน ยกตัวอย่าง เปรียบเทียบ วิเคราะห์ อธิบาย บอก เพราะเหตุใด เหตุใด ทำไม ท่านคิดว่า ท่านเห็น นักศึกษาคิดว่า")
)
private let askingWords = PhraseTable(
  wordList("อะไร อย่างไร หรือไม่ เพราะเหตุใด ใคร เมื่อใด ที่ไหน ไหม กี่ ใดบ้าง เท่าใด เพียงใด ทำไม อย่างใด ประการใด"))

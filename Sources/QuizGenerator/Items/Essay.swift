import CourseModel
import ThaiText

/// A discussion question with its model outline, prompts and rubric, made from the records that answer it.
struct Essay: Sendable {
  static let kind = "essay"
  /// Marks for a whole answer.
  static let marks = 10

  let facts: ChapterFacts
  let outline: Outline

  func item(for question: Question) -> QuizItem {
    let points = outline.points(of: question)
    let prompts = question.prompts.isEmpty ? outline.prompts(for: points) : question.prompts
    // Where one thing answers, its parts do.
    let told = topics(of: points).joined(separator: "; ")
    let summary =
      points.isEmpty
      ? facts.say("บทเรียนยังไม่ระบุคำตอบของคำถามนี้", "The chapter names no answer to this question.")
      : facts.say("คำตอบที่ดีกล่าวถึง \(told)", "A good answer covers \(told).")
    return QuizItem(
      id: "\(Self.kind).\(question.id.text)", kind: Self.kind, pool: .practice, level: level(of: question.text), difficulty: 0.4,
      stem: question.text,
      interaction: .essay(.init(outline: points, rubric: rubric(question, points), prompts: prompts)), explanation: summary,
      passage: outline.passage(of: question), records: [.question(question.id)] + question.answers.map(\.record),
      chapter: facts.chapter.id, section: question.section, tags: [Self.kind, level(of: question.text).rawValue])
  }

  /// Read from the verb of the question.
  private func level(of text: String) -> CognitiveLevel {
    let lower = text.lowercased()
    return Self.verbs.first { $0.words.contains { lower.holds($0) } }?.level ?? .understand
  }

  private static let verbs: [(level: CognitiveLevel, words: [String])] = [
    (.create, ["ออกแบบ", "เสนอแนว", "จงสร้าง", "design", "propose"]),
    (.evaluate, ["ประเมิน", "วิพากษ์", "เห็นด้วย", "evaluate", "assess"]),
    (.analyse, ["วิเคราะห์", "เปรียบเทียบ", "ความสำคัญ", "เหตุใด", "เพราะอะไร", "analyse", "compare", "why"]),
    (.apply, ["ประยุกต์", "ยกตัวอย่าง", "apply"]),
  ]

  /// What the outline speaks of; an outline of one point is told by its details: three needs are three rows.
  private func topics(of points: [Interaction.OutlinePoint]) -> [String] {
    if let only = points.first, points.count == 1, only.details.count >= 2 {
      return only.details.map { String($0.prefix { $0 != ":" }) }
    }
    return points.map(\.text)
  }

  /// The author's rows with the marks written behind them, in equal parts where none are; else one for each point of the outline, one for sources and one for writing.
  private func rubric(_ question: Question, _ points: [Interaction.OutlinePoint]) -> [Interaction.RubricRow] {
    if !question.rubric.isEmpty {
      let written = question.rubric.map { splitMarks($0) }
      if written.allSatisfy({ $0.marks != nil }) {
        return written.map { .init(criterion: $0.text, points: $0.marks ?? 0) }
      }
      return rows(question.rubric, sharing: Self.marks)
    }
    let topics = Array(topics(of: points).prefix(5))
    let apart = topics.count >= 4 ? 1 : 2
    let explained = topics.map {
      facts.say("อธิบาย \(facts.quoted($0)) ได้ถูกต้องและครบประเด็น", "Explains \(facts.quoted($0)) correctly and fully")
    }
    return rows(explained, sharing: Self.marks - 2 * apart) + [
      .init(criterion: facts.say("อ้างแนวคิดและผู้เสนอจากบทเรียนประกอบคำตอบ", "Supports the answer from the chapter"), points: apart),
      .init(criterion: facts.say("เรียบเรียงเป็นลำดับ ชัดเจน และใช้ภาษาถูกต้อง", "Is ordered, clear and well written"), points: apart),
    ]
  }

  /// Marks in whole numbers, what is left over to the first rows.
  private func rows(_ criteria: [String], sharing marks: Int) -> [Interaction.RubricRow] {
    criteria.enumerated().map { i, text in
      .init(criterion: text, points: marks / criteria.count + (i < marks % criteria.count ? 1 : 0))
    }
  }
}

/// The model answer: one point a section, set or author that answers, with what each says below it.
struct Outline: Sendable {
  let facts: ChapterFacts
  private let definitionIndex: [DefinitionID: Int]
  private let setIndex: [EnumerationID: Int]
  private let below: SectionTree

  init(facts: ChapterFacts, sections: SectionTree) {
    self.facts = facts
    below = sections
    var definitions: [DefinitionID: Int] = [:]
    for i in facts.definitions.indices { definitions[facts.definitions[i].record.id] = i }
    definitionIndex = definitions
    var sets: [EnumerationID: Int] = [:]
    for i in facts.sets.indices { sets[facts.sets[i].record.id] = i }
    setIndex = sets
  }

  func points(of question: Question) -> [Interaction.OutlinePoint] {
    var points: [Interaction.OutlinePoint] = []
    var told: Set<RecordID> = []
    for answer in question.answers where points.count < 12 {
      guard told.insert(answer.record).inserted, let point = point(of: answer.record, told: &told) else { continue }
      points.append(point)
    }
    return points
  }

  private func point(of record: RecordID, told: inout Set<RecordID>) -> Interaction.OutlinePoint? {
    switch record {
    case .section(let id):
      guard let section = facts.course[id] else { return nil }
      var details: [String] = []
      for i in facts.homeDefinitions where details.count < 12 {
        let definition = facts.definitions[i]
        guard below.contains(definition.record.section, in: id), told.insert(.definition(definition.record.id)).inserted else {
          continue
        }
        details.append(line(definition))
      }
      for i in facts.homeSets where details.count < 16 {
        let set = facts.sets[i]
        guard below.contains(set.record.section, in: id), told.insert(.enumeration(set.record.id)).inserted else { continue }
        details.append("\(heading(set)): \(set.titles.joined(separator: ", "))")
      }
      return .init(text: section.title, details: details, record: record)
    case .concept(let id):
      guard let concept = facts.course[id] else { return nil }
      var details: [String] = []
      for definition in concept.definitions.prefix(12) {
        if let i = definitionIndex[definition], told.insert(.definition(definition)).inserted {
          details.append(line(facts.definitions[i]))
        }
      }
      let english = concept.english.first.map { " (\($0))" } ?? ""
      return .init(text: concept.term + english, details: details, record: record)
    case .definition(let id):
      guard let i = definitionIndex[id] else { return nil }
      return .init(text: line(facts.definitions[i]), record: record)
    case .enumeration(let id):
      guard let i = setIndex[id] else { return nil }
      let set = facts.sets[i]
      let details = set.record.items.indices.map { item in
        let meaning = facts.meaning(of: item, in: set, limit: 110).map { ": \($0.text)" } ?? ""
        return set.titles[item] + meaning
      }
      return .init(text: heading(set), details: details, record: record)
    case .figure(let id):
      guard let figure = facts.course[id] else { return nil }
      return .init(text: (figure.number.map { facts.say("แผนภาพที่ \($0) ", "Figure \($0) ") } ?? "") + figure.title, record: record)
    case .citation, .question: return nil
    }
  }

  /// «Schuler (1996): สายใย (web) ของความสัมพันธ์ทางสังคม …».
  private func line(_ definition: DefinitionFact) -> String {
    let phrase = definition.statement.opening(limit: 130)?.text ?? definition.record.statement
    if definition.authors.isEmpty { return "\(definition.record.term): \(phrase)" }
    return "\(definition.owner.cited): \(phrase)"
  }

  private func heading(_ set: SetFact) -> String {
    let cited = set.owner.cited
    return set.authors.isEmpty ? set.title : Letters.join(set.title, facts.say("ตามแนวคิดของ", "after"), cited)
  }

  /// Smaller questions, one a point.
  func prompts(for points: [Interaction.OutlinePoint]) -> [String] {
    points.prefix(6).map { point in
      switch point.record {
      case .enumeration:
        return facts.say("\(point.text) มีอะไรบ้าง แต่ละข้อหมายความว่าอย่างไร", "What are \(point.text), and what does each mean?")
      case .definition:
        let name = point.text.prefix { $0 != ":" }
        return facts.say("\(name) กล่าวไว้อย่างไร", "What does \(name) say?")
      default:
        return facts.say(
          "หัวข้อ \(facts.quoted(point.text)) กล่าวถึงแนวคิดใด ของผู้ใดบ้าง",
          "Which ideas, and whose, stand under \(facts.quoted(point.text))?")
      }
    }
  }

  /// The heaviest answer that has words to quote.
  func passage(of question: Question) -> QuizItem.Passage? {
    for answer in question.answers {
      switch answer.record {
      case .definition(let id): if let i = definitionIndex[id] { return facts.passage(of: .definition(i)) }
      case .enumeration(let id): if let i = setIndex[id] { return facts.passage(of: .set(i)) }
      case .section(let id):
        if let section = facts.course[id] {
          return QuizItem.Passage(text: section.title, record: answer.record, span: section.evidence.span)
        }
      case .concept(let id):
        if let concept = facts.course[id] {
          return QuizItem.Passage(text: concept.term, record: answer.record, span: concept.evidence.span)
        }
      case .figure(let id):
        if let figure = facts.course[id] {
          return QuizItem.Passage(text: figure.title, record: answer.record, span: figure.evidence.span)
        }
      case .citation, .question: continue
      }
    }
    return nil
  }
}

/// Which section stands inside which.
struct SectionTree: Sendable {
  private let parents: [SectionID: SectionID]

  init(_ course: Course) {
    var parents: [SectionID: SectionID] = [:]
    parents.reserveCapacity(course.sections.count)
    for section in course.sections { if let parent = section.parent { parents[section.id] = parent } }
    self.parents = parents
  }

  /// True for the section itself and all below it; headings nest at most six deep, so the climb is bounded.
  func contains(_ section: SectionID?, in ancestor: SectionID) -> Bool {
    var at = section
    for _ in 0..<8 {
      guard let current = at else { return false }
      if current == ancestor { return true }
      at = parents[current]
    }
    return false
  }
}

import CourseModel
import Diagnostics

/// How many items of which part at which level a test is to have (ตารางวิเคราะห์ข้อสอบ).
package struct Blueprint: Hashable, Sendable {
  /// What a row counts items of.
  package enum Subject: Hashable, Sendable {
    case objective(String)
    case chapter(String)
    case section(String)
    case concept(String)

    package var kind: String {
      switch self {
      case .objective: return "objective"
      case .chapter: return "chapter"
      case .section: return "section"
      case .concept: return "concept"
      }
    }
    package var id: String {
      switch self {
      case .objective(let id), .chapter(let id), .section(let id), .concept(let id): return id
      }
    }
  }
  package struct Cell: Hashable, Sendable {
    package var subject: Subject
    /// nil takes any level.
    package var level: CognitiveLevel?

    package init(subject: Subject, level: CognitiveLevel?) {
      self.subject = subject
      self.level = level
    }
  }
  package struct Row: Hashable, Sendable {
    package var cell: Cell
    package var count: Int
    /// Where the author asked for it.
    package var span: SourceSpan?

    package init(cell: Cell, count: Int, span: SourceSpan? = nil) {
      self.cell = cell
      self.count = count
      self.span = span
    }
  }
  package var rows: [Row]

  package init(rows: [Row] = []) { self.rows = rows }

  package var total: Int { rows.reduce(0) { $0 + $1.count } }
}

/// Which cells of a blueprint an item can fill.
struct CourseCells {
  private let course: Course
  private let sections: SectionTree
  /// The objectives of a chapter in their order.
  private let objectives: [ChapterID: [Objective]]

  init(_ course: Course) {
    self.course = course
    sections = SectionTree(course)
    objectives = Dictionary(course.chapters.map { ($0.id, $0.objectives) }) { first, _ in first }
  }

  func fits(_ item: QuizItem, _ cell: Blueprint.Cell) -> Bool {
    if let level = cell.level, item.level != level { return false }
    switch cell.subject {
    case .chapter(let id): return item.chapter.text == id
    case .concept(let id): return item.concept?.text == id
    case .section(let id): return sections.contains(item.section, in: .init(id))
    case .objective(let id):
      guard let objective = objectives[item.chapter]?.first(where: { $0.id == id }) else { return false }
      return serves(item, objective)
    }
  }

  private func serves(_ item: QuizItem, _ objective: Objective) -> Bool {
    objective.sections.contains { sections.contains(item.section, in: $0) }
  }

  /// Where an item counts when nobody asked for anything: its objective, else its section, else its chapter.
  func home(of item: QuizItem) -> Blueprint.Cell {
    if let objective = objectives[item.chapter]?.first(where: { serves(item, $0) }) {
      return .init(subject: .objective(objective.id), level: item.level)
    }
    if let section = item.section { return .init(subject: .section(section.text), level: item.level) }
    return .init(subject: .chapter(item.chapter.text), level: item.level)
  }

  /// What a reader is shown for a subject; nil when the course has none of that name.
  func title(of subject: Blueprint.Subject) -> String? {
    switch subject {
    case .objective(let id): return course.chapters.lazy.flatMap(\.objectives).first { $0.id == id }?.text
    case .chapter(let id): return course[ChapterID(id)]?.title
    case .section(let id): return course[SectionID(id)]?.title
    case .concept(let id): return course[ConceptID(id)]?.term
    }
  }
}

extension Blueprint {
  /// Rows that ask for what the course does not have.
  package func diagnostics(for course: Course) -> [Diagnostic] {
    let cells = CourseCells(course)
    return rows.compactMap { row in
      guard cells.title(of: row.cell.subject) == nil else { return nil }
      let id = row.cell.subject.id
      let known = Self.known(row.cell.subject, course).prefix(12).joined(separator: ", ")
      return Diagnostic(
        "unknown-blueprint-row", .error, thai: "รายวิชานี้ไม่มี \(row.cell.subject.kind) “\(id)” ที่ผังข้อสอบขอ",
        english: "the blueprint asks for \(row.cell.subject.kind) “\(id)”, which the course does not have", at: row.span,
        repair: known.isEmpty ? nil : Wording(thai: "ที่มีคือ \(known)", english: "there are \(known)"))
    }
  }

  private static func known(_ subject: Subject, _ course: Course) -> [String] {
    switch subject {
    case .objective: return course.chapters.flatMap(\.objectives).map(\.id)
    case .chapter: return course.chapters.map(\.id.text)
    case .section: return course.sections.map(\.id.text)
    case .concept: return course.concepts.map(\.id.text)
    }
  }
}

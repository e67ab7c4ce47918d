import CourseModel
import Diagnostics

/// One test paper: items in their order with options in theirs.
package struct QuizForm: Hashable, Sendable {
  /// Counted from 1.
  package var number: Int
  package var items: [QuizItem]
}

/// Parallel forms of one bank, and how far they meet what was asked for.
package struct QuizForms: Sendable {
  /// A line of the table of specification.
  package struct Specification: Sendable, Hashable {
    package var cell: Blueprint.Cell
    package var title: String
    /// nil where nobody asked.
    package var asked: Int?
    /// One number a form.
    package var found: [Int]
  }
  package var forms: [QuizForm]
  package var specification: [Specification]
  /// Items that stand in more than one form.
  package var shared: Int
  package var diagnostics: [Diagnostic]
}

/// What forms are to be made.
package struct FormRequest: Sendable {
  package var count: Int
  /// Items a form; nil takes the blueprint's total or, where there is no blueprint, as many as can stand together, `usualItems` at most.
  package var items: Int?
  package var seed: UInt64
  package var blueprint: Blueprint

  package init(count: Int, items: Int? = nil, seed: UInt64 = 0, blueprint: Blueprint = Blueprint()) {
    self.count = count
    self.items = items
    self.seed = seed
    self.blueprint = blueprint
  }

  /// Of a form when nobody says how many.
  package static let usualItems = 40

  /// nil where nobody said.
  fileprivate var asked: Int? { items ?? (blueprint.total > 0 ? blueprint.total : nil) }
}

/// Assembles parallel forms: the same cells filled equally in each, items shared only where the bank is too small, none giving
/// another away, no answer the key of more than two items while others can be had.
///
/// Costs time in the bank's items for each form, times the items of one form.
package func assembleForms(_ bank: QuizBank, course: Course, request: FormRequest) -> QuizForms {
  var assembly = FormAssembly(bank, course, request)
  return assembly.run()
}

private struct FormAssembly {
  let bank: QuizBank
  let request: FormRequest
  let cells: CourseCells
  let items: [QuizItem]
  let conflicts: Conflicts
  /// What answers each item; nil where no one option does.
  let keys: [String?]
  /// What the forms are told to hold, in the blueprint's order; what no row asked for is added behind.
  var rows: [Blueprint.Row]
  var diagnostics: [Diagnostic]

  init(_ bank: QuizBank, _ course: Course, _ request: FormRequest) {
    self.bank = bank
    self.request = request
    cells = CourseCells(course)
    // An essay is answered by all the others: it is set by hand.
    items = bank.items.filter { item in
      if case .essay = item.interaction { return false }
      return true
    }
    conflicts = Conflicts(items)
    keys = items.map { $0.singleChoice?.key.text }
    rows = request.blueprint.rows.filter { $0.count > 0 }
    diagnostics = request.blueprint.diagnostics(for: course)
  }

  mutating func run() -> QuizForms {
    var uses = [Int](repeating: 0, count: items.count)
    let wanted = request.asked ?? min(FormRequest.usualItems, items.count)
    var chosen: [[Int]] = []
    var quotas: [Blueprint.Cell: Int] = [:]
    for form in 0..<max(0, request.count) {
      let order = self.order(form, uses)
      var picked: [Int] = []
      fill(&picked, order)
      let asked = picked.count
      if form == 0 {
        // What was not asked for by row is spread over the bank's own cells in proportion to what they hold.
        extend(&picked, order, spread(wanted - asked))
        take(wanted - picked.count, of: order, to: &picked)
        for i in picked.dropFirst(asked) { quotas[cells.home(of: items[i]), default: 0] += 1 }
      } else if let first = chosen.first {
        extend(&picked, order, quotas)
        // The first form's items always fit: better the same ones in another order than a thinner form.
        if picked.count < first.count { picked = first }
      }
      for i in picked { uses[i] += 1 }
      chosen.append(picked)
    }
    let forms = chosen.enumerated().map { form, picked in
      QuizForm(
        number: form + 1,
        items: KeyPlacing(seed: seed(form, 0x6B)).placed(
          StableOrder.shuffled(picked, seed: seed(form, 0x6F)).map { items[$0] }))
    }
    report(forms, wanted)
    return QuizForms(
      forms: forms, specification: specification(forms), shared: uses.count { $0 > 1 }, diagnostics: diagnostics)
  }

  private func seed(_ form: Int, _ salt: UInt64) -> UInt64 {
    StableOrder.hash("\(request.seed).\(form)", salt)
  }

  /// Items least used first, otherwise by lot.
  private func order(_ form: Int, _ uses: [Int]) -> [Int] {
    let lot = StableOrder.shuffled(Array(items.indices), seed: seed(form, 0x66))
    var byUse: [[Int]] = []
    for i in lot {
      while byUse.count <= uses[i] { byUse.append([]) }
      byUse[uses[i]].append(i)
    }
    return byUse.flatMap { $0 }
  }

  // MARK: Filling

  /// The rows that were asked for, those with the least choice first.
  private func fill(_ picked: inout [Int], _ order: [Int]) {
    let candidates = rows.map { row in order.filter { cells.fits(items[$0], row.cell) } }
    let scarcest = rows.indices.sorted { a, b in
      (candidates[a].count - rows[a].count, a) < (candidates[b].count - rows[b].count, b)
    }
    for row in scarcest { take(rows[row].count, of: candidates[row], to: &picked) }
  }

  /// The first `count` that fit, in their order; those whose key is that of two others only where the rest are too few.
  private func take(_ count: Int, of order: [Int], to picked: inout [Int]) {
    var missing = count
    take(order, to: &picked) { _ in
      missing > 0
    } taken: { _ in
      missing -= 1
    }
  }

  private func take(_ order: [Int], to picked: inout [Int], where isWanted: (Int) -> Bool, taken: (Int) -> Void) {
    var uses: [String: Int] = [:]
    for i in picked { if let key = keys[i] { uses[key, default: 0] += 1 } }
    for most in [Self.usesOfKey, .max] {
      for i in order where isWanted(i) && keys[i].map({ uses[$0, default: 0] < most }) ?? true {
        guard !picked.contains(where: { $0 == i || conflicts.between($0, i) }) else { continue }
        picked.append(i)
        if let key = keys[i] { uses[key, default: 0] += 1 }
        taken(i)
      }
    }
  }

  /// One name that answers item after item tests nothing.
  private static let usesOfKey = 2

  /// `count` items over the cells of the bank in proportion to the facts each holds (largest remainders).
  private func spread(_ count: Int) -> [Blueprint.Cell: Int] {
    guard count > 0 else { return [:] }
    var order: [Blueprint.Cell] = []
    var facts: [Blueprint.Cell: Set<RecordID>] = [:]
    for item in items {
      let cell = cells.home(of: item)
      if facts[cell] == nil { order.append(cell) }
      if let first = item.records.first { facts[cell, default: []].insert(first) }
    }
    let total = facts.values.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [:] }
    var quotas: [Blueprint.Cell: Int] = [:]
    var remainders: [(rest: Int, place: Int)] = []
    var given = 0
    for (place, cell) in order.enumerated() {
      let product = count * (facts[cell]?.count ?? 0)
      quotas[cell] = product / total
      given += product / total
      remainders.append((product % total, place))
    }
    remainders.sort { ($1.rest, $0.place) < ($0.rest, $1.place) }
    for entry in remainders.prefix(max(0, count - given)) { quotas[order[entry.place], default: 0] += 1 }
    return quotas
  }

  private func extend(_ picked: inout [Int], _ order: [Int], _ quotas: [Blueprint.Cell: Int]) {
    var left = quotas
    take(order, to: &picked) {
      left[cells.home(of: items[$0]), default: 0] > 0
    } taken: {
      left[cells.home(of: items[$0]), default: 0] -= 1
    }
  }

  // MARK: Reporting

  private mutating func report(_ forms: [QuizForm], _ wanted: Int) {
    let smallest = forms.map(\.items.count).min() ?? 0
    if request.asked != nil, smallest < wanted {
      diagnostics.append(
        Diagnostic(
          "short-form", .error, thai: "ขอชุดละ \(wanted) ข้อ แต่เลือกได้ \(smallest) ข้อโดยไม่มีข้อใดบอกคำตอบของข้ออื่น",
          english: "\(wanted) items a form were asked for; \(smallest) can stand together without one giving another away", at: nil,
          repair: Wording(
            thai: "ลดจำนวนข้อ เพิ่ม exam-share ใน quiz.yml หรือใช้ --pool all",
            english: "ask for fewer, raise exam-share in quiz.yml, or use --pool all")))
    }
    for row in rows {
      for form in forms {
        let found = form.items.count { cells.fits($0, row.cell) }
        guard found < row.count else { continue }
        let level = row.cell.level.map { " × \($0.rawValue)" } ?? ""
        diagnostics.append(
          Diagnostic(
            "blueprint-shortfall", .error,
            thai: "ชุดที่ \(form.number): ขอ \(row.cell.subject.kind) “\(row.cell.subject.id)”\(level) \(row.count) ข้อ ได้ \(found) ข้อ",
            english:
              "form \(form.number): \(row.count) of \(row.cell.subject.kind) “\(row.cell.subject.id)”\(level) asked for, \(found) found",
            at: row.span))
      }
    }
  }

  private func specification(_ forms: [QuizForm]) -> [QuizForms.Specification] {
    if !rows.isEmpty && request.items == nil {
      return rows.map { row in
        .init(
          cell: row.cell, title: cells.title(of: row.cell.subject) ?? row.cell.subject.id, asked: row.count,
          found: forms.map { $0.items.count { cells.fits($0, row.cell) } })
      }
    }
    var order: [Blueprint.Cell] = []
    var found: [Blueprint.Cell: [Int]] = [:]
    for (f, form) in forms.enumerated() {
      for item in form.items {
        let cell = cells.home(of: item)
        if found[cell] == nil {
          order.append(cell)
          found[cell] = [Int](repeating: 0, count: forms.count)
        }
        found[cell]?[f] += 1
      }
    }
    order.sort { a, b in
      (a.subject.kind, a.subject.id, rank(a.level)) < (b.subject.kind, b.subject.id, rank(b.level))
    }
    return order.map { cell in
      .init(
        cell: cell, title: cells.title(of: cell.subject) ?? cell.subject.id,
        asked: rows.first { $0.cell == cell }?.count, found: found[cell] ?? [])
    }
  }

  private func rank(_ level: CognitiveLevel?) -> Int { level.flatMap { CognitiveLevel.allCases.firstIndex(of: $0) } ?? 0 }
}

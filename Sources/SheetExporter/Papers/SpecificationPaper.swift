import CourseModel
import Diagnostics

/// How many items test what at which level: ตารางวิเคราะห์ข้อสอบ.
struct SpecificationPaper: PaperKind {
  let id = "specification"
  let title = Wording(thai: "ตารางวิเคราะห์ข้อสอบ", english: "Table of specification")

  func sheets(of exam: Exam, in context: PaperContext) -> [Sheet] {
    guard let form = exam.forms.first, !form.items.isEmpty else { return [] }
    let words = context.words
    let levels = CognitiveLevel.allCases.filter { level in form.items.contains { $0.level == level } }
    var order: [String] = []
    var counts: [String: [CognitiveLevel: Int]] = [:]
    for item in form.items {
      let topic = item.section.flatMap { context.course[$0]?.title } ?? context.course[item.chapter]?.title ?? ""
      if counts[topic] == nil { order.append(topic) }
      counts[topic, default: [:]][item.level, default: 0] += 1
    }
    func cells(_ row: [CognitiveLevel: Int], percent: Int) -> [SheetText] {
      levels.map { [.text(row[$0].map(String.init) ?? "–")] } + [
        [.strong(String(row.values.reduce(0, +)))], [.text(String(percent))],
      ]
    }
    let percents = Self.percents(order.map { (counts[$0] ?? [:]).values.reduce(0, +) })
    var rows = zip(order, percents).map { topic, percent in
      SheetTable.Row([[.text(topic)]] + cells(counts[topic] ?? [:], percent: percent))
    }
    let sums = form.items.reduce(into: [CognitiveLevel: Int]()) { $0[$1.level, default: 0] += 1 }
    rows.append(.init([[.strong(words.total)]] + cells(sums, percent: 100), isStrong: true))
    let columns =
      [SheetTable.Column(words.topic, .share(1))] + levels.map { .init(words.levelName($0), .em(4.6), .center) } + [
        .init(words.total, .em(3.6), .center), .init("%", .em(3.2), .center),
      ]
    return [context.sheet(self, of: exam, blocks: [.table(SheetTable(columns: columns, rows: rows, isRuled: true))])]
  }

  /// Whole percents that add up to 100: what is left over goes to those that lost most by it.
  static func percents(_ counts: [Int]) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    var shares = counts.map { 100 * $0 / total }
    let left = 100 - shares.reduce(0, +)
    let losses = counts.indices.sorted { a, b in
      let (x, y) = (100 * counts[a] % total, 100 * counts[b] % total)
      return x == y ? a < b : x > y
    }
    for index in losses.prefix(left) { shares[index] += 1 }
    return shares
  }
}

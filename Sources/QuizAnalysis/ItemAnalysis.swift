import CourseModel
import Diagnostics

/// Classical item analysis of one test.
///
/// An item left blank earns nothing. Variances of α are those of the group (divided by n), the standard deviation of the scores and the
/// error of measurement those of a sample (n − 1), as textbooks have them.
package struct ItemAnalysis: Sendable {
  package struct OptionUse: Hashable, Sendable {
    package var text: String
    package var isKey: Bool
    /// Students who chose it.
    package var count: Int
    /// Shares of the upper and lower 27 %.
    package var upper: Double
    package var lower: Double
  }
  package struct Item: Sendable {
    /// From 1.
    package var number: Int
    package var name: String
    package var item: QuizItem?
    /// Mean score, 0 to 1: the share of right answers.
    package var difficulty: Double
    /// Mean of the upper 27 % less mean of the lower.
    package var discrimination: Double
    /// Correlation with the total of the other items; nil where one of the two does not vary.
    package var pointBiserial: Double?
    /// Correlation with the whole total.
    package var itemTotal: Double?
    package var omitted: Int
    package var options: [OptionUse]
    package var flags: [Flag]
  }
  package enum Flag: Hashable, Sendable {
    case tooHard, tooEasy, negative, weak, noVariance
    /// Options nobody, or hardly anybody, took.
    case idle([Int])
    /// Distractors that drew more of the better students than of the weaker.
    case attracting([Int])
  }
  package var students: Int
  package var items: [Item]
  package var totals: [Double]
  package var mean: Double
  package var standardDeviation: Double
  /// Cronbach's α; nil where the totals do not vary or there is one item.
  package var alpha: Double?
  /// Kuder–Richardson 20; nil where a score lies between 0 and 1.
  package var kr20: Double?
  /// Standard error of measurement, in points.
  package var standardError: Double?

  /// Costs time in students times items, and a sort of the students.
  package init(_ sheet: ResponseSheet) {
    let n = sheet.students.count
    let scores = sheet.columns.map { column in column.answers.map { $0.score ?? 0 } }
    let totals = (0..<n).map { student in scores.reduce(0) { $0 + $1[student] } }
    students = n
    self.totals = totals
    mean = Self.mean(totals)
    let variance = Self.variance(totals)
    standardDeviation = n > 1 ? (variance * Double(n) / Double(n - 1)).squareRoot() : 0
    let order = totals.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    let group = max(1, Int((0.27 * Double(n)).rounded()))
    let upper = Array(order.prefix(group))
    let lower = Array(order.suffix(group))

    let k = Double(scores.count)
    if scores.count > 1, variance > 0 {
      let alpha = k / (k - 1) * (1 - scores.reduce(0) { $0 + Self.variance($1) } / variance)
      self.alpha = alpha
      let isDichotomous = scores.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } }
      kr20 =
        isDichotomous
        ? k / (k - 1)
          * (1 - scores.reduce(0) {
            let p = Self.mean($1); return $0 + p * (1 - p)
          } / variance) : nil
      standardError = standardDeviation * max(0, 1 - alpha).squareRoot()
    }
    items = sheet.columns.enumerated().map { j, column in
      let own = scores[j]
      let rest = totals.indices.map { totals[$0] - own[$0] }
      var item = Item(
        number: j + 1, name: column.name, item: column.item, difficulty: Self.mean(own),
        discrimination: Self.mean(upper.map { own[$0] }) - Self.mean(lower.map { own[$0] }),
        pointBiserial: Self.correlation(own, rest), itemTotal: Self.correlation(own, totals),
        omitted: column.answers.count { $0.score == nil }, options: Self.use(column, upper, lower), flags: [])
      item.flags = Self.flags(item, students: n)
      return item
    }
  }

  // MARK: Figures

  static func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

  static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.isEmpty ? 0 : values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }

  static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    let (a, b) = (mean(x), mean(y))
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (u, v) in zip(x, y) {
      xy += (u - a) * (v - b)
      xx += (u - a) * (u - a)
      yy += (v - b) * (v - b)
    }
    guard xx > 1e-12, yy > 1e-12 else { return nil }
    return xy / (xx * yy).squareRoot()
  }

  private static func use(_ column: ResponseSheet.Column, _ upper: [Int], _ lower: [Int]) -> [OptionUse] {
    guard case .choice(let options, false, _)? = column.item?.interaction, column.answers.contains(where: { $0.option != nil })
    else {
      return []
    }
    func share(_ group: [Int], _ option: Int) -> Double {
      Double(group.count { column.answers[$0].option == option }) / Double(max(1, group.count))
    }
    return options.indices.map { i in
      OptionUse(
        text: options[i].text, isKey: options[i].isKey, count: column.answers.count { $0.option == i }, upper: share(upper, i),
        lower: share(lower, i))
    }
  }

  // MARK: Flags

  /// p from 0.20 to 0.80 and r from 0.20 are what Thai faculties ask for; an option that draws under 5 % does no work.
  private static func flags(_ item: Item, students: Int) -> [Flag] {
    var flags: [Flag] = []
    if item.difficulty < 0.2 { flags.append(.tooHard) }
    if item.difficulty > 0.8 { flags.append(.tooEasy) }
    if item.pointBiserial == nil {
      flags.append(.noVariance)
    } else if item.discrimination < 0 {
      flags.append(.negative)
    } else if item.discrimination < 0.2 {
      flags.append(.weak)
    }
    let idle = item.options.indices.filter { !item.options[$0].isKey && Double(item.options[$0].count) < 0.05 * Double(students) }
    if !idle.isEmpty { flags.append(.idle(idle)) }
    let attracting = item.options.indices.filter { !item.options[$0].isKey && item.options[$0].upper > item.options[$0].lower }
    if !attracting.isEmpty { flags.append(.attracting(attracting)) }
    return flags
  }
}

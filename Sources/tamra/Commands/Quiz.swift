import ArgumentParser
import CourseModel
import Foundation
import QuizGenerator
import TamraKit

struct Quiz: ParsableCommand {
  enum Pool: String, ExpressibleByArgument, CaseIterable { case practice, exam, all }

  static let configuration = CommandConfiguration(
    abstract: "Write a quiz bank, or parallel forms of a test. เขียนคลังข้อสอบหรือชุดข้อสอบคู่ขนาน",
    discussion: """
      Example: tamra quiz --format moodle --output bank.xml
      Example: tamra quiz --format moodle --pool exam --forms 4 --items 40 --output forms
      """)

  @Option(help: "The format, such as moodle or json.")
  var format: String

  @Option(help: "A file, or the folder of the forms; standard output for text formats when not given.")
  var output: String?

  @Option(help: "practice, exam or all; what Content/quiz.yml says, else practice, when not given.")
  var pool: Pool?

  @Option(help: "A bank delivered before, as JSON: only new and changed items are written, and those to retire are listed.")
  var since: String?

  @Option(help: "How many parallel forms of a test.")
  var forms: Int?

  @Option(help: "Items a form; the blueprint's total when not given.")
  var items: Int?

  @Option(help: "A number that draws the forms: the same number gives the same forms.")
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "A row of the blueprint, in place of that in Content/quiz.yml: objective:obj-1,remember=4,analyse=2. Once a row.",
      valueName: "row"))
  var blueprint: [String] = []

  @OptionGroup var options: CourseOptions

  func validate() throws {
    if let forms, !(1...99).contains(forms) { throw ValidationError("--forms takes a number from 1 to 99") }
    if let items, !(1...1000).contains(items) { throw ValidationError("--items takes a number from 1 to 1000") }
    if forms == nil, items != nil || !blueprint.isEmpty { throw ValidationError("--items and --blueprint go with --forms") }
    if forms != nil, since != nil { throw ValidationError("--since goes with a bank, not with --forms") }
    for row in blueprint where Self.rows(row) == nil {
      throw ValidationError("--blueprint \(row): write it as objective:obj-1,remember=4,analyse=2")
    }
  }

  func run() throws {
    let pools: Set<QuizPool>? = pool.map { $0 == .all ? [.practice, .exam] : $0 == .exam ? [.exam] : [.practice] }
    let request = forms.map {
      FormRequest(
        count: $0, items: items, seed: seed, blueprint: Blueprint(rows: blueprint.compactMap(Self.rows).flatMap { $0 }))
    }
    throw ExitCode(
      try QuizAction(
        options.request, format: format, pools: pools, output: output, since: since, forms: request,
        today: Self.date(ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) })
      ).run(options.console))
  }

  /// «objective:obj-1,remember=4,analyse=2»; nil for anything else.
  private static func rows(_ text: String) -> [Blueprint.Row]? {
    let parts = text.split(separator: ",").map(String.init)
    guard let head = parts.first?.split(separator: ":", maxSplits: 1).map(String.init), head.count == 2, parts.count >= 2 else {
      return nil
    }
    let subject: Blueprint.Subject
    switch head[0] {
    case "objective": subject = .objective(head[1])
    case "chapter": subject = .chapter(head[1])
    case "section": subject = .section(head[1])
    case "concept": subject = .concept(head[1])
    default: return nil
    }
    var rows: [Blueprint.Row] = []
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=").map(String.init)
      guard pair.count == 2, let count = Int(pair[1]), (0...500).contains(count) else { return nil }
      let level = CognitiveLevel(rawValue: pair[0])
      guard level != nil || pair[0] == "items" else { return nil }
      rows.append(.init(cell: .init(subject: subject, level: level), count: count))
    }
    return rows
  }

  private static func date(_ seconds: Double?) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Asia/Bangkok") ?? .gmt
    let day = calendar.dateComponents([.year, .month, .day], from: seconds.map { Date(timeIntervalSince1970: $0) } ?? Date())
    func two(_ number: Int?) -> String { String(String((number ?? 0) + 100).dropFirst()) }
    return "\((day.year ?? 0) + 543)-\(two(day.month))-\(two(day.day))"
  }
}

import CourseModel
import Foundation
import TestSupport
import Testing

@testable import QuizGenerator
@testable import TamraKit

/// What a bank must be, measured on our course and on the one imported from the source chapter.
/// `SHOW_QUIZ=1 swift test --filter QuizBars` prints the figures.
@Suite struct QuizBarsTests {
  @Test("our course's bank tests every record, is explained, has no twins to spare and no flaws")
  func meetsTheBarsOnOurCourse() throws { try expectBars("our course", QuizBars(courseAt: packageRoot.path)) }

  @Test(
    "so does the bank of the course imported from the source chapter",
    .enabled(if: SharedInputs.has("seed/chapter-6.txt"), "needs ../shared/seed/chapter-6.txt"))
  func meetsTheBarsOnTheSource() throws {
    let folder = try ScratchFolder()
    try folder.put("chapter-6.txt", String(decoding: SharedInputs.bytes("seed/chapter-6.txt"), as: UTF8.self))
    _ = try ImportAction(file: folder.path + "/chapter-6.txt", output: folder.path + "/course").run(Recorder().console)
    try expectBars("source course", QuizBars(courseAt: folder.path + "/course"))
  }

  private func expectBars(_ name: String, _ bars: QuizBars) throws {
    if ProcessInfo.processInfo.environment["SHOW_QUIZ"] != nil { print("\(name): \(bars.summary)") }
    #expect(bars.untested == [], "every definition, set and pair is tested")
    #expect(bars.mostOfAFact <= 3, "at most three practice items a fact")
    #expect(bars.singular >= 60, "at least 60 items without a near twin")
    #expect(bars.flawed.values.allSatisfy { $0 == 1 }, "no item with two flaws: \(bars.flawed)")
    #expect(bars.flawed.count * 100 <= bars.bank.items.count * 2, "at most 2 % with one: \(bars.flawed)")
    #expect(bars.unexplained == [], "every item is explained")
    #expect((0.15...0.45).contains(bars.examShare), "about the share asked for")
    #expect(UnbalancedKeys().flaws(in: bars.bank.items).isEmpty, "keys stand in every place alike: \(bars.places)")
    #expect(bars.uncertainExam == [], "only records marked or sure make exam items")
    #expect(bars.straddling == [], "no fact on both sides")
  }
}

/// The figures of one course's bank.
private struct QuizBars {
  let bank: QuizBank
  private(set) var untested: [String] = []
  private(set) var mostOfAFact = 0
  /// Items that no other item is a near twin of.
  private(set) var singular = 0
  /// Flaws an item, for items with any.
  private(set) var flawed: [String: Int] = [:]
  private(set) var unexplained: [String] = []
  private(set) var examShare = 0.0
  /// Keys of single choices by place.
  private(set) var places: [Int] = [0, 0, 0, 0]
  private(set) var uncertainExam: [String] = []
  private(set) var straddling: [String] = []

  init(courseAt path: String) throws {
    let request = CourseRequest(
      course: path, workingFolder: path, executable: path + "/bin/tamra", environment: ["PATH": ""], jobs: 2)
    let loaded = try LoadedCourse(request.folder(), jobs: 2, console: Recorder().console)
    bank = loaded.items.bank(pools: Set(QuizPool.allCases)).bank
    measure(loaded.course)
  }

  private mutating func measure(_ course: Course) {
    let items = bank.items.filter { $0.kind != "essay" }
    var tests: [RecordID: [QuizItem]] = [:]
    for item in items { for record in item.records { tests[record, default: []].append(item) } }
    untested += course.definitions.filter { $0.kind == .definition && tests[.definition($0.id)] == nil }.map(\.id.text)
    untested += course.enumerations.filter { $0.items.count >= 2 && tests[.enumeration($0.id)] == nil }.map(\.id.text)
    untested += course.concepts.filter { !$0.english.isEmpty && tests[.concept($0.id)] == nil }.map(\.id.text)
    mostOfAFact = tests.values.map { $0.count { $0.pool == .practice } }.max() ?? 0
    straddling = tests.filter { Set($0.value.map(\.pool)).count > 1 }.map(\.key.text)

    let likenesses = items.map { Likeness($0.stem + " " + ($0.interaction.keyText ?? "")) }
    singular = items.indices.count { i in
      !items.indices.contains { $0 != i && likenesses[$0].containment(with: likenesses[i]) > 0.85 }
    }
    for item in bank.items {
      let found = Flaws.flaws(in: item)
      if !found.isEmpty { flawed[item.id] = found.count }
      let isExplained = !item.explanation.isEmpty && item.passage?.text.isEmpty == false
      if !isExplained || item.interaction.hasSilentOption { unexplained.append(item.id) }
      if case .choice(let options, false, _) = item.interaction, let key = options.firstIndex(where: \.isKey), key < 4 {
        places[key] += 1
      }
    }
    let exam = items.filter { $0.pool == .exam }
    examShare = Double(exam.count) / Double(max(1, items.count))
    uncertainExam = exam.filter { item in item.records.contains { course.certainty(of: $0) == .likely } }.map(\.id)
  }

  var summary: String {
    let kinds = Dictionary(grouping: bank.items, by: \.kind).mapValues(\.count).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return """
      \(bank.items.count) items (\(kinds.map { "\($0.key) \($0.value)" }.joined(separator: ", "))); untested \(untested); \
      at most \(mostOfAFact) practice items a fact; \(singular) without a near twin; \(flawed.count) with a flaw \(flawed); \
      \(unexplained.count) unexplained; exam \(Int((examShare * 100).rounded())) %; keys at \(places)
      """
  }
}

extension Interaction {
  fileprivate var keyText: String? {
    switch self {
    case .choice(let options, _, _): options.first(where: \.isKey)?.text
    case .shortAnswer(let accepted): accepted.first
    case .gaps(let text, let gaps): text.joined() + (gaps.first?.accepted.first ?? "")
    case .match(let pairs, _): pairs.map(\.left).joined()
    case .trueFalse, .order, .essay: nil
    }
  }

  /// An option, or a false statement, that says nothing of why it is wrong.
  fileprivate var hasSilentOption: Bool {
    switch self {
    case .choice(let options, _, _): options.contains { $0.feedback.isEmpty }
    case .trueFalse(let isTrue, let correction): !isTrue && correction.isEmpty
    case .match, .order, .shortAnswer, .gaps, .essay: false
    }
  }
}

extension Course {
  fileprivate func certainty(of record: RecordID) -> Certainty? {
    switch record {
    case .definition(let id): self[id]?.evidence.certainty
    case .enumeration(let id): self[id]?.evidence.certainty
    case .concept(let id): self[id]?.evidence.certainty
    case .citation(let id): self[id]?.evidence.certainty
    case .figure(let id): self[id]?.evidence.certainty
    case .section, .question: nil
    }
  }
}

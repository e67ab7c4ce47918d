import CourseModel
import Testing

@testable import QuizGenerator

private let course = networkCourse
private let bank = generateQuiz(course).bank

private func forms(_ count: Int, _ items: Int?, seed: UInt64 = 2569, _ blueprint: Blueprint = Blueprint(), of bank: QuizBank = bank)
  -> QuizForms
{
  assembleForms(bank, course: course, request: FormRequest(count: count, items: items, seed: seed, blueprint: blueprint))
}

@Test func formsHoldTheSameCellsAndAsManyItems() {
  let made = forms(3, 12)
  #expect(made.forms.map(\.items.count) == [12, 12, 12])
  #expect(made.diagnostics.isEmpty)
  for line in made.specification { #expect(Set(line.found).count == 1, "\(line)") }
  #expect(made.specification.reduce(0) { $0 + $1.found[0] } == 12)
}

@Test func noItemOfAFormGivesAnotherAway() {
  for form in forms(4, 12).forms {
    #expect(GivenAway().flaws(in: form.items).map(\.item) == [])
    var tested: Set<RecordID> = []
    for item in form.items {
      #expect(tested.isDisjoint(with: item.records), "\(item.id)")
      tested.formUnion(item.records)
    }
  }
}

@Test func theSameSeedGivesTheSameFormsAndAnotherGivesOthers() {
  #expect(forms(2, 10).forms == forms(2, 10).forms)
  #expect(forms(2, 10).forms != forms(2, 10, seed: 1).forms)
  let made = forms(2, 10).forms
  #expect(made[0].items.map(\.id) != made[1].items.map(\.id))
}

@Test func keysAreBalancedOverThePlacesAndFixed() {
  for form in forms(4, 14).forms {
    var places: [Int: Int] = [:]
    var fours = 0
    for item in form.items {
      guard case .choice(let options, false, let isFixed) = item.interaction, let place = options.firstIndex(where: \.isKey) else {
        continue
      }
      #expect(isFixed && options.count(where: \.isKey) == 1)
      places[place, default: 0] += 1
      if options.count == 4 { fours += 1 }
    }
    guard fours >= 8 else { continue }
    #expect((places.values.max() ?? 0) - ((0..<4).map { places[$0] ?? 0 }.min() ?? 0) <= 1, "\(places)")
  }
}

/// As many items as there are places, `names` their keys by turns, each about a section of its own.
private func asking(_ names: [String]) -> QuizBank {
  let items = names.enumerated().map { index, name in
    QuizItem(
      id: "i\(index)", kind: "author-of-definition", pool: .exam, level: .remember, difficulty: 0.5,
      stem: "ผู้ใดกล่าวถึงเรื่องที่ \(index)",
      emphasis: [],
      interaction: .choice(
        options: [.init(text: name, isKey: true, feedback: ""), .init(text: "ผู้อื่น", isKey: false, feedback: "")], isMultiple: false,
        isFixedOrder: false),
      explanation: "", passage: nil, records: [.section(SectionID("s\(index)"))], chapter: course.chapters[0].id, section: nil,
      tags: [])
  }
  return QuizBank(title: "t", language: .thai, categories: [], items: items)
}

@Test("no name answers more than two items of a form while others can be had")
func keysVary() {
  let many = asking(["สมชาย", "สมชาย", "สมชาย", "สมชาย", "สมชาย", "สมหญิง", "สมศักดิ์", "สมศรี"])
  func uses(_ count: Int) -> Int {
    forms(1, count, of: many).forms[0].items.count { $0.singleChoice?.key.text == "สมชาย" }
  }
  #expect(uses(5) <= 2)
  #expect(uses(8) == 5, "all are asked for")
}

@Test("without a number a form has what can stand together, forty at most, and nobody is told of a shortfall")
func usualLength() {
  let small = forms(1, nil, of: asking(["ก", "ข", "ค"]))
  #expect(small.forms[0].items.count == 3 && small.diagnostics.isEmpty)
  let large = forms(1, nil, of: asking((0..<60).map { "ชื่อ \($0)" }))
  #expect(large.forms[0].items.count == FormRequest.usualItems)
}

@Test func optionsOfAFormAreThoseOfTheBank() {
  for item in forms(2, 12).forms.flatMap(\.items) {
    let own = bank.items.first { $0.id == item.id }
    #expect(Set(item.interaction.options) == Set(own?.interaction.options ?? []), "\(item.id)")
  }
}

@Test func meetsABlueprintOrSaysWhereItFallsShort() throws {
  let section = try #require(bank.items.compactMap(\.section).first)
  let cell = Blueprint.Cell(subject: .section(section.text), level: .remember)
  let met = forms(2, nil, Blueprint(rows: [.init(cell: cell, count: 1)]))
  #expect(met.specification.map(\.found) == [[1, 1]] && met.specification.map(\.asked) == [1])
  #expect(met.diagnostics.isEmpty)
  let short = forms(1, nil, Blueprint(rows: [.init(cell: cell, count: 500)]))
  #expect(short.diagnostics.map(\.id) == ["short-form", "blueprint-shortfall"])
  #expect(short.specification[0].found[0] < 500)
}

@Test func refusesABlueprintOfWhatTheCourseHasNot() {
  let made = forms(1, nil, Blueprint(rows: [.init(cell: .init(subject: .objective("obj-none"), level: nil), count: 2)]))
  #expect(made.diagnostics.first?.id == "unknown-blueprint-row")
}

@Test func makesEmptyFormsOfAnEmptyBank() {
  let made = forms(2, 5, of: QuizBank(title: "", language: .thai, categories: [], items: []))
  #expect(made.forms.map(\.items.count) == [0, 0] && made.diagnostics.map(\.id) == ["short-form"])
}

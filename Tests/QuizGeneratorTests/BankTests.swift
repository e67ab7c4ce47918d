import CourseModel
import Testing

@testable import QuizGenerator

private let whole = generateQuiz(networkCourse)

@Test func testsEveryDefinitionSetAndPair() {
  var tested: Set<RecordID> = []
  for item in whole.bank.items { tested.formUnion(item.records) }
  for definition in networkCourse.definitions { #expect(tested.contains(.definition(definition.id)), "\(definition.id)") }
  for set in networkCourse.enumerations { #expect(tested.contains(.enumeration(set.id)), "\(set.id)") }
  for concept in networkCourse.concepts { #expect(tested.contains(.concept(concept.id)), "\(concept.id)") }
  #expect(whole.diagnostics.isEmpty)
}

@Test func asksAboutNoFactMoreThanThreeTimes() {
  var count: [RecordID: Int] = [:]
  for item in whole.bank.items where item.kind != "essay" { for record in item.records { count[record, default: 0] += 1 } }
  #expect(count.values.max() ?? 0 <= 3)
}

@Test func givesEveryItemAnExplanationAPassageAndAPlace() {
  for item in whole.bank.items {
    #expect(!item.explanation.isEmpty, "\(item.id)")
    #expect(item.passage?.text.isEmpty == false, "\(item.id)")
    #expect(item.passage.map { $0.span.range.isEmpty } == false, "\(item.id)")
    for option in item.interaction.options { #expect(!option.feedback.isEmpty, "\(item.id)") }
  }
}

@Test func identifiersAreASCIIAndUnique() {
  let ids = whole.bank.items.map(\.id) + whole.bank.categories.map(\.id)
  #expect(Set(ids).count == ids.count)
  #expect(ids.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
}

@Test func givesEachDiscussionQuestionALadderThatEndsInItsEssay() throws {
  for question in networkCourse.questions {
    let shelf = try #require(whole.bank.categories.first { $0.subject == .question(question.id) })
    let items = shelf.items.compactMap { whole.bank.item($0) }
    #expect(items.count == shelf.items.count && items.count >= 3)
    #expect(items.last?.id == "essay.\(question.id)")
    #expect(items.allSatisfy { $0.pool == .practice })
    let levels = items.dropLast().compactMap { CognitiveLevel.allCases.firstIndex(of: $0.level) }
    #expect(levels == levels.sorted())
  }
}

@Test func modelOutlineNamesWhatTheAnsweringRecordsSay() throws {
  let essay = try #require(whole.bank.item("essay.q2"))
  guard case .essay(let answer) = essay.interaction else { return #expect(Bool(false)) }
  #expect(answer.outline.map(\.text) == ["ความจำเป็นในการเสริมสร้างเครือข่าย"])
  #expect(answer.outline[0].details.count == 3)
  #expect(answer.rubric.reduce(0) { $0 + $1.points } == 10)
  #expect(!answer.prompts.isEmpty)
}

@Test func practiceNeverTellsTheAnswerOfAnExamItem() {
  let exam = whole.bank.items.filter { $0.pool == .exam }
  #expect(!exam.isEmpty)
  let examDefinitions = networkCourse.definitions.filter { definition in
    exam.contains { $0.records.contains(.definition(definition.id)) }
  }
  for item in whole.bank.items where item.pool == .practice && item.kind != "essay" {
    for definition in examDefinitions {
      let opening = Statement(definition.statement).opening(limit: 80)?.words ?? definition.statement
      let said = item.interaction.options.contains { $0.text.contains(opening) || $0.feedback.contains(opening) }
      #expect(!said, "\(item.id) tells \(definition.id)")
    }
  }
}

@Test func keepsAFactOnOneSide() {
  var pools: [RecordID: Set<QuizPool>] = [:]
  for item in whole.bank.items where item.kind != "essay" {
    for record in item.records { pools[record, default: []].insert(item.pool) }
  }
  #expect(pools.values.allSatisfy { $0.count == 1 })
}

@Test func examItemsComeOnlyFromSureRecords() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.concept("network", "เครือข่าย")
  for i in 0..<40 {
    builder.define(
      "เครือข่าย", of: "network", by: ["ผู้แต่งคนที่\(i)"], "2540", certainty: .likely,
      "ความร่วมมือลำดับ\(i)ของบุคคลและกลุ่มในชุมชนที่มุ่งแก้ปัญหาแบบที่\(i)ด้วยกัน")
  }
  #expect(!generateQuiz(builder.course).bank.items.contains { $0.pool == .exam })
}

@Test func sharesOutAboutTheAskedPartForTheExam() {
  let pools = Pools(examShare: 0.3)
  let exam = (0..<2000).filter { pools.pool(of: .definition(.init("d\($0)")), .sure) == .exam }.count
  #expect((520...680).contains(exam))
  #expect(Pools(examShare: .nan).pool(of: .definition(.init("d")), .sure) == .practice)
  #expect(Pools(examShare: 9).pool(of: .definition(.init("d")), .sure) == .exam)
}

@Test func writesOnlyTheAskedPool() {
  let practice = QuizGenerator(course: networkCourse, options: .init(pools: [.practice])).bank()
  #expect(practice.items.allSatisfy { $0.pool == .practice })
  #expect(practice.items == whole.bank.items.filter { $0.pool == .practice })
  let exam = QuizGenerator(course: networkCourse, options: .init(pools: [.exam])).bank()
  #expect(exam.items == whole.bank.items.filter { $0.pool == .exam })
}

@Test func writesTheSameBankAgain() { #expect(generateQuiz(networkCourse).bank == whole.bank) }

@Test func writesAChapterAloneAsInTheBank() throws {
  let chapter = try #require(QuizGenerator(course: networkCourse).items(of: .init("network")))
  #expect(chapter.items == whole.bank.items)
  #expect(QuizGenerator(course: networkCourse).items(of: .init("other")) == nil)
}

@Test func joinsItemsTheAuthorWrote() {
  var mine = whole.bank.items[0]
  mine.id = "authored.1"
  let bank = QuizGenerator(course: networkCourse, options: .init(authored: [mine])).bank()
  #expect(bank.items.contains(mine))
  #expect(bank.categories.contains { $0.items.contains("authored.1") })
}

@Test func asksInEnglishWhereTheCourseIsEnglish() {
  var builder = CourseBuilder()
  builder.language = .english
  builder.chapter("a", "Networks")
  builder.concept("network", "network")
  for (name, statement) in [
    ("Schuler", "a web of social relationships that holds a community together"),
    ("Castells", "a set of interconnected nodes through which information flows"),
    ("Putnam", "norms of reciprocity and trust among people who join associations"),
  ] { builder.define("network", of: "network", by: [name], "1996", statement) }
  let stems = generateQuiz(builder.course).bank.items.map(\.stem)
  #expect(stems.contains { $0.hasPrefix("Who defines network as “a web") })
  #expect(!stems.joined().unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) })
}

// MARK: - Poor chapters

@Test func makesNothingOfAnEmptyChapter() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  let (bank, diagnostics) = generateQuiz(builder.course)
  #expect(bank.items.isEmpty && bank.categories.isEmpty && diagnostics.isEmpty)
}

@Test func asksToTypeTheTermWhereNobodyElseCouldBeMeant() throws {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.concept("network", "เครือข่าย", "network")
  builder.define("เครือข่าย", of: "network", by: ["Schuler"], "1996", "สายใยของความสัมพันธ์ทางสังคมที่เกื้อกูลสนับสนุนกัน")
  let (bank, diagnostics) = generateQuiz(builder.course)
  let item = try #require(bank.items.first { $0.kind == "definition-recall" })
  #expect(item.stem == "“สายใยของความสัมพันธ์ทางสังคมที่เกื้อกูลสนับสนุนกัน” เป็นความหมายของคำใด จงพิมพ์คำนั้น")
  #expect(item.interaction == .shortAnswer(accepted: ["เครือข่าย", "network"]))
  #expect(diagnostics.isEmpty)
}

@Test(
  "quotes what neither says the term's parts nor only concludes",
  arguments: [
    (
      "การที่ความผูกพันของผู้คนเกิดขึ้นจากการติดต่อกันอยู่เสมอ การพบปะกันเป็นประจำทำให้ผู้คนไว้วางใจซึ่งกันและกันมากขึ้น",
      "“… การพบปะกันเป็นประจำ"
    ),
    (
      "ข่าวสารที่ทำให้ความผูกพันและการติดต่อของผู้คนโยงใยถึงกันไม่ขาดสาย ความไว้วางใจซึ่งเกิดจากการพบปะของผู้คนจึงสำคัญยิ่งในชุมชน",
      "“ข่าวสารที่ทำให้ความผูกพันและการติดต่อ"
    ),
  ])
func quotesForATermToBeTyped(_ statement: String, _ opening: String) throws {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.concept("relations", "ระบบความผูกพันและการติดต่อ")
  builder.define("ระบบความผูกพันและการติดต่อ", of: "relations", by: ["Schuler"], "1996", statement)
  let item = try #require(generateQuiz(builder.course).bank.items.first { $0.kind == "definition-recall" })
  #expect(item.stem.hasPrefix(opening))
}

@Test func asksToTypeTheItemOfASetThatHasNoNeighbours() throws {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.set("parts", "องค์ประกอบของเครือข่าย", items: [("สมาชิก", nil, ""), ("จุดมุ่งหมาย", "goal", ""), ("กิจกรรมร่วมกัน", nil, "")])
  let item = try #require(generateQuiz(builder.course).bank.items.first)
  #expect(item.kind == "set-recall" && item.interaction == .shortAnswer(accepted: ["สมาชิก"]))
  #expect(item.stem.contains("มี 3 ข้อ นอกจาก จุดมุ่งหมาย, กิจกรรมร่วมกัน แล้ว อีกข้อหนึ่งคืออะไร"))
}

@Test func saysWhatOneLonelyAuthorLeavesUntested() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.concept("network", "เครือข่าย")
  builder.define("เครือข่าย", of: "network", by: ["Schuler"], "1996", "สายใยของเครือข่ายทางสังคมที่เกื้อกูลสนับสนุนกัน")
  builder.set("one", "องค์ประกอบ", items: [("หนึ่งเดียว", nil, "")])
  let (bank, diagnostics) = generateQuiz(builder.course)
  #expect(bank.items.isEmpty)
  #expect(diagnostics.map(\.id) == ["untested-definition"])
  #expect(diagnostics.allSatisfy { $0.severity == .note })
}

@Test func survivesHostileRecords() {
  var generator = SeededTexts(seed: 7)
  for _ in 0..<60 {
    var builder = CourseBuilder()
    builder.chapter("a", generator.text())
    for i in 0..<6 {
      builder.concept("c\(i)", generator.text(), generator.text())
      builder.define(
        generator.text(), of: "c\(i % 3)", by: i % 4 == 0 ? [] : [generator.text()], "2540", generator.text() + generator.text())
      builder.set(
        "s\(i)", generator.text(), items: (0..<(i + 1)).map { _ in (generator.text(), generator.text(), generator.text()) })
    }
    builder.figure("f", generator.text(), number: "1", graph: generator.text())
    builder.question("q", generator.text(), answers: [(.concept(.init("c1")), 1)])
    for item in generateQuiz(builder.course).bank.items {
      for option in item.interaction.options { #expect(!option.text.isEmpty) }
    }
  }
}

@Test func tenThousandConceptsCostNoMoreThanTheyShould() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  for i in 0..<10_000 {
    if i % 500 == 0 { builder.section("s\(i)", "หัวข้อ \(i)") }
    builder.concept("c\(i)", "แนวคิดที่ \(i) ของบท", "concept number \(i)")
  }
  let items = generateQuiz(builder.course).bank.items
  #expect(items.count > 5_000 && Set(items.map(\.id)).count == items.count)
}

@Test func twoConceptsOfOneNameAreNoDistractorsOfEachOther() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  for (id, english) in [("a1", "network"), ("a2", "net"), ("b", "node"), ("c", "hub"), ("d", "link")] {
    builder.concept(id, id.hasPrefix("a") ? "เครือข่าย" : "คำ\(id) อื่น", english)
  }
  for item in generateQuiz(builder.course).bank.items {
    let texts = item.interaction.options.map(\.text)
    #expect(Set(texts).count == texts.count && !(texts.contains("network") && texts.contains("net")), "\(readable(item))")
  }
}

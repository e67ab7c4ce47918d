import CourseModel
import Testing

@testable import QuizGenerator

private let bank = generateQuiz(networkCourse).bank

/// A course of three authors on one term, `extra` said besides.
private func threeAuthors(_ extra: (inout CourseBuilder) -> Void = { _ in }) -> QuizBank {
  var builder = CourseBuilder()
  builder.chapter("a", "เครือข่าย")
  builder.section("s", "ความหมาย")
  builder.concept("network", "เครือข่าย")
  builder.define("เครือข่าย", of: "network", by: ["สมชาย ใจดี"], "2540", "สายใยของความสัมพันธ์ที่ยึดโยงผู้คนในสังคมเข้าไว้ด้วยกัน")
  builder.define("เครือข่าย", of: "network", by: ["วิภา แก้วมณี"], "2541", "การประสานงานขององค์กรที่ตกลงทำภารกิจร่วมกันอย่างเป็นระบบ")
  builder.define("เครือข่าย", of: "network", by: ["นิธิ ทองดี"], "2542", "ชุมชนที่เรียนรู้และปรับตัวได้ต่อเนื่องจนเกิดดุลยภาพ")
  extra(&builder)
  return QuizGenerator(course: builder.course, options: .init(examShare: 0)).bank()
}

@Test func asksWhoDefines() throws {
  let item = try #require(threeAuthors().items("author-of-definition").first)
  #expect(item.stem == "ผู้ใดให้ความหมายของเครือข่ายว่า “สายใยของความสัมพันธ์ที่ยึดโยงผู้คนในสังคมเข้าไว้ด้วยกัน”")
  #expect(item.interaction.key == "สมชาย ใจดี")
  #expect(item.interaction.distractors.first { $0.text == "วิภา แก้วมณี" }?.feedback.contains("การประสานงานขององค์กร") == true)
}

@Test func neverOffersAnAuthorWhoSaysTheSame() {
  let bank = threeAuthors {
    $0.define("เครือข่าย", of: "network", by: ["ยศ สันติ"], "2543", "สายใยของความสัมพันธ์ที่ยึดโยงผู้คนในสังคมไว้ด้วยกัน")
    $0.define("เครือข่าย", of: "network", by: ["อมรา พงศ์"], "2544", "การแลกเปลี่ยนทรัพยากรและข่าวสารระหว่างสมาชิกที่สมัครใจ")
  }
  for item in bank.items("author-of-definition") {
    let twins = ["ยศ สันติ", "สมชาย ใจดี"]
    guard twins.contains(item.interaction.key ?? "") else { continue }
    #expect(!item.interaction.distractors.contains { twins.contains($0.text) }, "\(readable(item))")
  }
}

@Test func neverOffersACoauthorOfTheKey() {
  let bank = threeAuthors {
    $0.define("เครือข่าย", of: "network", by: ["สมชาย ใจดี", "อมรา พงศ์"], "2545", "การแลกเปลี่ยนข่าวสารระหว่างสมาชิกที่สมัครใจเข้าร่วม")
  }
  for item in bank.items("author-of-definition") {
    let names = item.interaction.options.map(\.text)
    #expect(names.filter { $0.contains("สมชาย ใจดี") }.count <= 1, "\(readable(item))")
  }
}

@Test func keepsTheAuthorsNameOutOfTheQuotation() {
  let bank = threeAuthors {
    $0.define(
      "เครือข่าย", of: "network", by: ["อมรา พงศ์"], "2545",
      "การแลกเปลี่ยนข่าวสารระหว่างสมาชิกที่สมัครใจ โดยอมรา พงศ์ เห็นว่าต้องมีความไว้วางใจเป็นพื้นฐานเสมอ")
  }
  for item in bank.items("author-of-definition") where item.interaction.key == "อมรา พงศ์" { #expect(!item.stem.contains("อมรา")) }
}

@Test func asksWhatAnAuthorSaysAwayFromTheOpening() throws {
  let items = bank.items("definition-of-author")
  #expect(items.count >= 8)
  for item in items {
    let texts = item.interaction.options.map(\.text)
    #expect(!texts.contains { $0.contains("…") }, "ellipses tell options apart: \(readable(item))")
    let lengths = texts.map { Letters.count($0) }
    #expect((lengths.max() ?? 0) <= 2 * (lengths.min() ?? 1), "\(readable(item))")
  }
}

@Test func offersNoTermBroaderOrNarrowerThanTheKey() {
  for item in bank.items where ["term-of-definition", "term-of-english", "english-of-term"].contains(item.kind) {
    let texts = Set(item.interaction.options.map(\.text))
    #expect(!texts.isSuperset(of: ["เครือข่าย", "เครือข่ายทางสังคม"]), "\(readable(item))")
    #expect(!texts.isSuperset(of: ["network", "social network"]), "\(readable(item))")
  }
}

@Test func asksAboutAPairOfTermsOnce() {
  let kinds: Set<String> = ["english-of-term", "term-of-english", "typed-term"]
  let facts = bank.items.filter { kinds.contains($0.kind) }.map { $0.records[0] }
  #expect(Set(facts).count == facts.count)
}

@Test func asksForAMemberThatIsInNoOtherOptionsSet() {
  for item in bank.items("set-member") {
    guard case .enumeration(let id) = item.records[0], let set = networkCourse[id] else { continue }
    let titles = Set(set.items.map(\.title))
    #expect(titles.contains(item.interaction.key ?? ""))
    for distractor in item.interaction.distractors { #expect(!titles.contains(distractor.text)) }
  }
}

@Test func negativeStemsSetTheirNegativeOff() {
  for item in bank.items where item.stem.contains("ไม่ใช่") || item.stem.contains("ไม่ปรากฏ") {
    #expect(!item.emphasis.isEmpty, "\(item.id)")
  }
}

@Test func asksForOrderOnlyWhereTheTextHasOne() throws {
  #expect(bank.items("steps-in-order").isEmpty)
  let ordered = threeAuthors {
    $0.set("steps", "ขั้นตอนการสร้างเครือข่าย", isOrdered: true, items: [("สำรวจ", nil, ""), ("รวมตัว", nil, ""), ("ขยายผล", nil, "")])
  }
  let item = try #require(ordered.items("steps-in-order").first)
  #expect(item.interaction == .order(["สำรวจ", "รวมตัว", "ขยายผล"]))
}

@Test func aFalseStatementCarriesItsCorrection() {
  for item in bank.items("exchanged-author") {
    guard case .trueFalse(let isTrue, let correction) = item.interaction else { continue }
    #expect(isTrue == correction.isEmpty)
  }
}

@Test func gapsLeaveOutAWholeTermAndItsEnglish() throws {
  for item in bank.items("term-gaps") {
    guard case .gaps(let text, let gaps) = item.interaction else { continue }
    #expect(text.count == gaps.count + 1)
    for gap in gaps {
      #expect(!text.joined().contains(gap.accepted[0]))
      #expect(!gap.distractors.contains(gap.accepted[0]))
    }
  }
}

@Test func asksInWhomASecondAuthorIsCited() throws {
  let item = try #require(bank.items("secondary-source").first { $0.stem.contains("Michel") })
  #expect(item.interaction.key == "สมใจ โลหะพูนตระกูล")
  #expect(!item.interaction.options.contains { $0.text == "Michel" })
  let edited = try #require(bank.items("secondary-source").first { $0.stem.contains("ชูชัย") })
  #expect(edited.stem.contains("บรรณาธิการ") && edited.interaction.key == "สุวิทย์ วิบูลย์ผลประเสริฐ")
}

@Test func readsTheLabelsOfBoxesNotOfArrows() {
  let graph = "digraph { node [label=\"ทุกกล่อง\"]; a [shape=box, label=\"การสื่อสาร\"]; b [label=\"ก\\nข\"]; a -> b [label=\"นำไปสู่\"] }"
  #expect(FigureLabels.labels(of: graph) == ["การสื่อสาร", "ก ข"])
  #expect(FigureLabels.labels(of: "digraph { a [label=\"ไม่ปิด").isEmpty)
}

@Test func comparesTwoAuthorsByWhatOnlyOneSays() {
  let items = bank.items("compared-authors")
  #expect(!items.isEmpty)
  for item in items {
    let key = Likeness(item.interaction.key ?? "")
    for distractor in item.interaction.distractors {
      #expect(key.containment(with: Likeness(distractor.text)) < 0.6, "\(readable(item))")
    }
  }
}

@Test func matchesEachLeftWithOneRight() {
  for item in bank.items {
    guard case .match(let pairs, let extra) = item.interaction else { continue }
    let rights = pairs.map(\.right) + extra
    #expect(Set(rights).count == rights.count && Set(pairs.map(\.left)).count == pairs.count)
  }
}

@Test func keepsOrganisationsApartFromPersons() {
  for item in bank.items("author-of-definition") + bank.items("set-owner") {
    let isOrganisation = item.interaction.options.map { $0.text.hasPrefix("โครงการ") }
    #expect(Set(isOrganisation).count == 1, "\(readable(item))")
  }
}

@Test func everyFalseStatementCarriesItsCorrection() {
  var kinds: Set<String> = []
  for item in generateQuiz(networkCourse).bank.items where item.kind.hasPrefix("exchanged-") {
    guard case .trueFalse(let isTrue, let correction) = item.interaction else { return #expect(Bool(false)) }
    #expect(correction.isEmpty == isTrue, "\(item.id)")
    kinds.insert(item.kind)
  }
  #expect(kinds.contains("exchanged-author") && kinds.contains("exchanged-member"))
}

@Test func exchangesTheTermWhereNoOtherItemIsSound() throws {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.concept("long", "การสื่อสารเพื่อสร้างความรู้ ความหมาย และโลกทัศน์ร่วมกันของผู้คน")
  builder.concept("web", "สายใย")
  builder.define(
    "การสื่อสารเพื่อสร้างความรู้ ความหมาย และโลกทัศน์ร่วมกันของผู้คน", of: "long", by: [], "", "การที่สมาชิกติดต่อถึงกันจนเห็นเป้าหมายตรงกันและลงมือทำด้วยกัน")
  builder.define("สายใย", of: "web", by: [], "", "เส้นสายของความผูกพันที่โยงคนในชุมชนเข้าหากันอย่างแนบแน่น")
  let item = try #require(
    generateQuiz(builder.course).bank.items.first { $0.kind == "exchanged-term" && $0.concept?.text == "long" })
  #expect(item.stem.hasPrefix("“การที่สมาชิกติดต่อถึงกันจนเห็นเป้าหมายตรงกันและลงมือทำด้วยกัน” เป็นความหมายของ “"))
}

// MARK: - What an examiner struck out

@Test func neverOffersInWhoseWorkTheKeyIsCited() {
  let bank = threeAuthors {
    $0.define(
      "เครือข่าย", of: "network", by: ["Michel"], "2539", in: (["นิธิ ทองดี"], .author), "การแลกเปลี่ยนข่าวสารระหว่างสมาชิกที่สมัครใจเข้าร่วม")
  }
  let item = bank.items("author-of-definition").first { $0.interaction.key == "Michel" }
  #expect(item != nil)
  #expect(item?.interaction.options.contains { $0.text == "นิธิ ทองดี" } == false)
}

@Test("a set the chapter calls by its count is named by what it counts, under its heading", arguments: ["3 ส่วนที่สำคัญ", "สามส่วนที่สำคัญ"])
func namesACountedSetByWhatItCounts(_ title: String) {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.section("b", "ระบบคุณค่าของชุมชน")
  builder.set("s", title, by: ["อภิชัย พันธเสน"], "2539", items: ["ส่วนเดิม", "ส่วนที่รับมา", "ส่วนที่ปรับใหม่"].map { ($0, nil, "") })
  builder.set("t", "องค์ประกอบของชุมชน", by: ["มาลัย ทองดี"], "2545", items: ["ผู้คน", "พื้นที่", "ประเพณี"].map { ($0, nil, "") })
  builder.set("u", "ปัจจัยของการพัฒนา", by: ["สมชาย ใจดี"], "2550", items: ["ทุน", "แรงงาน", "ความรู้"].map { ($0, nil, "") })
  let bank = QuizGenerator(course: builder.course, options: .init(examShare: 0)).bank()
  #expect(bank.items.contains { $0.explanation == "อภิชัย พันธเสน (2539) กล่าวถึงส่วนที่สำคัญไว้ 3 ข้อ ดังนี้" })
  #expect(bank.items.contains { $0.stem.contains("“ส่วนที่สำคัญ” ในหัวข้อ “ระบบคุณค่าของชุมชน”") })
  for item in bank.items {
    let shown = [item.stem, item.explanation] + item.interaction.options.map(\.feedback)
    #expect(!shown.contains { $0.contains(title) }, "\(shown)")
  }
}

@Test("what may be a member in other words is no stranger to a set")
func neverOffersAMemberInOtherWords() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.set(
    "s", "องค์ประกอบของเครือข่าย", by: ["มาลัย ทองดี"], "2545",
    items: ["การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน", "การมีกิจกรรมประจำ", "การแบ่งปันสิ่งของ"].map { ($0, nil, "") })
  builder.set(
    "t", "องค์ประกอบของกลุ่ม", by: ["สมชาย ใจดี"], "2550",
    items: ["การตีความหมาย หรือการสร้างความหมายร่วม", "การถ่ายทอดทักษะ", "การดูแลสมาชิก"].map { ($0, nil, "") })
  let bank = QuizGenerator(course: builder.course, options: .init(examShare: 0)).bank()
  let items = bank.items.filter { $0.records.contains(.enumeration(.init("s"))) }
  #expect(!items.isEmpty)
  for item in items {
    #expect(!item.stem.contains("การตีความหมาย") && !item.interaction.options.contains { $0.text.contains("การตีความหมาย") })
  }
}

@Test func asksWhatIsOneOfASetOnlyWhereItsTitleNamesItsItems() throws {
  func stem(_ title: String, _ items: [String]) -> String? {
    var builder = CourseBuilder()
    builder.chapter("a", "ก")
    builder.set("s", title, by: ["อภิชัย พันธเสน"], "2539", items: items.map { ($0, nil, "") })
    builder.set(
      "t", "ลักษณะของสังคมเมือง",
      items: [("ความเร่งรีบ", nil, ""), ("เวลาว่างน้อย", nil, ""), ("การแข่งขัน", nil, ""), ("ที่พักหนาแน่น", nil, "")])
    return QuizGenerator(course: builder.course, options: .init(examShare: 0)).bank().items("set-member").first {
      $0.records == [.enumeration(.init("s"))]
    }?.stem
  }
  #expect(stem("องค์ประกอบของวัฒนธรรม", ["ภาษา", "ความเชื่อ", "ประเพณี"]) == "ข้อใดเป็นองค์ประกอบของวัฒนธรรมตามแนวคิดของอภิชัย พันธเสน")
  #expect(stem("วัฒนธรรม", ["ภาษา", "ความเชื่อ", "ประเพณี"]) == "ข้อใดจัดอยู่ใน “วัฒนธรรม” ตามแนวคิดของอภิชัย พันธเสน")
}

@Test func asksForNoMemberWhoseFamilyNameGivesItAway() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.set("s", "ความหมายของเครือข่าย", items: [("นัยแห่งคุณค่า", nil, ""), ("นัยแห่งความร่วมมือ", nil, ""), ("นัยแห่งภารกิจ", nil, "")])
  builder.set(
    "t", "องค์ประกอบของเมือง",
    items: [("ถนนหนทาง", nil, ""), ("ตลาดสดกลางเมือง", nil, ""), ("การสัญจร", nil, ""), ("ชุมชนแออัด", nil, "")])
  let bank = generateQuiz(builder.course).bank
  let kinds = bank.items.filter { $0.records == [.enumeration(.init("s"))] }.map(\.kind)
  #expect(!kinds.isEmpty && !kinds.contains("set-member") && !kinds.contains("set-outsider"), "\(kinds)")
}

@Test func keepsANameOffTheVerbAfterIt() {
  for item in bank.items {
    for name in ["เจริญวงศ์ศักดิ์", "ถิระพันธุ์", "วะสี", "เวอร์เนอร์"] {
      for verb in ["มี", "ที่บทเรียน", "ในบทเรียน", "ให้ถูกต้อง", "กล่าว"] { #expect(!item.stem.contains(name + verb), "\(item.stem)") }
    }
  }
}

@Test func leavesNoGapThatGrammarOrTheTermFills() {
  for item in bank.items("term-gaps") {
    guard case .gaps(let text, let gaps) = item.interaction else { continue }
    #expect(!text[0].hasSuffix("ซึ่ง"), "\(readable(item))")
    let distractors = gaps[0].distractors
    if let term = item.concept.flatMap({ networkCourse[$0]?.term }) {
      #expect(WordCue(stem: term).run(of: gaps[0].accepted[0], others: distractors) == nil, "\(readable(item))")
    }
  }
}

@Test func takesMarksAsTheAuthorWroteThem() {
  func rubric(_ rows: [String]) -> [Interaction.RubricRow] {
    var builder = CourseBuilder()
    builder.chapter("a", "ก")
    builder.question("q", "เครือข่ายสำคัญอย่างไร", answers: [], rubric: rows)
    guard case .essay(let essay) = generateQuiz(builder.course).bank.item("essay.q")?.interaction else { return [] }
    return essay.rubric
  }
  #expect(
    rubric(["ครบสามด้าน (12 คะแนน)", "มีตัวอย่าง (๓ คะแนน)"]) == [
      .init(criterion: "ครบสามด้าน", points: 12), .init(criterion: "มีตัวอย่าง", points: 3),
    ])
  #expect(rubric(["ครบสามด้าน", "มีตัวอย่าง (3 คะแนน)"]).map(\.points) == [5, 5])
}

@Test func explainsAnEssayOfOneAnswerByItsParts() {
  #expect(
    bank.item("essay.q2")?.explanation == "คำตอบที่ดีกล่าวถึง สถานการณ์ปัญหาและสภาพแวดล้อม; การสร้างพื้นที่ทางสังคม; การประสานผลประโยชน์อย่างเท่าเทียม"
  )
}

@Test func explainsNoItemByTheRestOfItsOwnSentence() {
  var builder = CourseBuilder()
  builder.chapter("a", "ก")
  builder.set(
    "s", "องค์ประกอบของวัฒนธรรม",
    items: [
      ("ส่วนที่ผู้มีอำนาจสร้างขึ้น", nil, "ให้สอดคล้องกับผลประโยชน์ในการปกครองและในทางเศรษฐกิจของผู้มีอำนาจ"),
      ("ส่วนที่ประชาชนสร้าง", nil, "เกิดจากเงื่อนไขของการอยู่ร่วมกันในชุมชนที่สืบทอดกันมานาน"),
      ("ส่วนที่ปรับใหม่", nil, "ผลจากการปะทะกันระหว่างสองส่วนแรกในประวัติศาสตร์ของชุมชน"),
    ])
  for item in generateQuiz(builder.course).bank.items("item-of-meaning") { #expect(!item.stem.contains("ให้สอดคล้อง")) }
}

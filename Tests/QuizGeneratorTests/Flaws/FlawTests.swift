import CourseModel
import Diagnostics
import Testing

@testable import QuizGenerator

private func item(
  _ stem: String, _ options: [String], id: String = "i", emphasis: [String] = [], record: String = "r", isFixed: Bool = false
) -> QuizItem {
  QuizItem(
    id: id, kind: "authored", level: .remember, difficulty: 0.5, stem: stem, emphasis: emphasis,
    interaction: .choice(
      options: options.enumerated().map { .init(text: $1, isKey: $0 == 0, feedback: "") }, isMultiple: false, isFixedOrder: isFixed),
    explanation: "", passage: nil, records: [.definition(.init(record))], chapter: .init("c"), section: nil)
}

private func flaws(_ stem: String, _ options: [String], emphasis: [String] = [], isFixed: Bool = false) -> [String] {
  Flaws.flaws(in: item(stem, options, emphasis: emphasis, isFixed: isFixed)).map(\.id)
}

@Test func findsNothingWrongWithAGoodItem() {
  #expect(flaws("ผู้ใดให้ความหมายของเครือข่ายว่า “สายใย”", ["Schuler", "Michel", "Castells"]) == [])
}

@Test func seesAKeyThatIsTheLongest() {
  #expect(
    flaws("ข้อใดถูกต้อง", ["สายใยของความสัมพันธ์ที่ยึดโยงผู้คนเข้าด้วยกัน", "ตาข่าย", "ร่างแห"]) == ["long-key"])
  #expect(flaws("ข้อใดถูกต้อง", ["สายใยของผู้คน", "ตาข่ายของชุมชน", "ร่างแหของเมือง"]) == [])
}

@Test func seesAllAndNoneOfTheAbove() {
  #expect(flaws("ข้อใดถูกต้อง", ["ถูกทุกข้อ", "สายใย", "ตาข่าย"]) == ["all-or-none"])
  #expect(flaws("ข้อใดถูกต้อง", ["สายใย", "ไม่มีข้อใดถูก", "ตาข่าย"]) == ["all-or-none"])
}

@Test func seesOptionsAboutOptions() {
  #expect(flaws("ข้อใดถูกต้อง", ["ข้อ ก และ ข", "สายใย", "ตาข่าย"]) == ["combined-options"])
  #expect(flaws("Which?", ["A and C", "web", "net"]) == ["combined-options"])
  #expect(flaws("ข้อใดถูกต้อง", ["บุคคลและกลุ่ม", "เมืองและป่า", "น้ำกับดิน"]) == [])
}

@Test func seesANegativeStemWithoutEmphasis() {
  #expect(flaws("ข้อใดไม่ใช่องค์ประกอบ", ["สายใย", "ตาข่าย", "ร่างแห"]) == ["plain-negative"])
  #expect(flaws("ข้อใดไม่ใช่องค์ประกอบ", ["สายใย", "ตาข่าย", "ร่างแห"], emphasis: ["ไม่ใช่"]) == [])
  #expect(flaws("“สิ่งที่ไม่ใช่ของตน” เป็นความหมายของคำใด", ["สายใย", "ตาข่าย", "ร่างแห"]) == [])
}

@Test func seesAbsoluteWordsOnlyInDistractors() {
  #expect(flaws("ข้อใดถูกต้อง", ["รวมตัวกันได้", "รวมตัวเสมอ", "แยกกันเท่านั้น"]) == ["absolute-words"])
  #expect(flaws("ข้อใดถูกต้อง", ["รวมตัวเสมอ", "แยกตัวเสมอ", "ขัดแย้งเสมอ"]) == [])
}

@Test func seesAKeyOfAnotherKind() {
  #expect(flaws("ข้อใดถูกต้อง", ["network", "ตาข่าย", "ร่างแห"]) == ["mixed-options"])
}

@Test func seesOptionsThatAreOne() {
  #expect(flaws("ข้อใดถูกต้อง", ["สายใย", "สายใยของสังคม", "ร่างแหใหญ่"]) == ["repeated-options"])
}

@Test func seesWordsOfTheStemInTheKeyAlone() {
  #expect(flaws("ความสัมพันธ์เชิงอำนาจเกิดจากอะไร", ["ความสัมพันธ์แบบอุปถัมภ์", "การเรียนรู้ร่วมกัน", "วัฒนธรรมของชุมชน"]) == ["words-of-the-stem"])
  #expect(flaws("ความสัมพันธ์เกิดจากอะไร", ["ความสัมพันธ์เดิม", "ความสัมพันธ์ใหม่", "ความสัมพันธ์อื่น"]) == [])
}

@Test func seesYearsOutOfOrder() {
  #expect(flaws("งานนี้พิมพ์ปีใด", ["2546", "2539", "2541"], isFixed: true) == ["unordered-numbers"])
  #expect(flaws("งานนี้พิมพ์ปีใด", ["2539", "2541", "2546"], isFixed: true) == [])
  #expect(flaws("งานนี้พิมพ์ปีใด", ["2539", "2541", "2546"]) == ["unordered-numbers"])
}

@Test func seesKeysThatStandInOnePlace() {
  let items = (0..<30).map { item("ข้อที่ \($0)", ["ก1", "ข1", "ค1", "ง1"], id: "i\($0)") }
  #expect(UnbalancedKeys().flaws(in: items).map(\.item) == ["i29"])
  #expect(UnbalancedKeys().flaws(in: Array(items.prefix(3))).isEmpty)
}

@Test func seesAnItemThatAnswersAnother() {
  let a = item("ผู้ใดให้ความหมายของเครือข่ายว่า “สายใยของความสัมพันธ์ทางสังคม”", ["สมชาย ใจดี", "วิภา", "นิธิ"], id: "a", record: "x")
  let b = item("สมชาย ใจดี ให้ความหมายของเครือข่ายว่า “สายใยของความสัมพันธ์ทางสังคม” ไว้ในปีใด", ["2540", "2541"], id: "b", record: "y")
  let c = item("ข้อใดเป็นความหมายตามแนวคิดของสมชาย", ["ก", "ข"], id: "c", record: "x")
  let d = item("โหนดคือสิ่งใด", ["ก", "ข"], id: "d", record: "z")
  #expect(GivenAway().flaws(in: [a, b, c, d]).map(\.item) == ["c", "a"])
}

@Test func generatedItemsHaveNoFlaws() {
  for item in generateQuiz(networkCourse).bank.items {
    #expect(Flaws.flaws(in: item).map(\.id) == [], "\(readable(item))")
  }
  #expect(UnbalancedKeys().flaws(in: generateQuiz(networkCourse).bank.items).isEmpty)
}

@Test func reportsFlawsOfHandWrittenItemsAsWarnings() {
  let span = SourceSpan(file: "a.md", range: ByteRange(1, 2))
  let found = Flaws.diagnostics(of: [item("ข้อใดถูกต้อง", ["ถูกทุกข้อ", "สายใย", "ตาข่าย"])]) { _ in span }
  #expect(found.map(\.id) == ["item-all-or-none"])
  #expect(found.allSatisfy { $0.severity == .warning && $0.span == span })
}

@Test func seesAKeyThatBeginsUnlikeAllOthers() {
  #expect(OptionForm.isOdd("จุดมุ่งหมาย", among: ["การเรียนรู้", "การลงทุน", "การรักษา"]))
  #expect(OptionForm.isOdd("ระบบความสัมพันธ์", among: ["ความสัมพันธ์ทางวัฒนธรรม", "ความสัมพันธ์เชิงอำนาจ"]))
  #expect(!OptionForm.isOdd("การดูแล", among: ["การเรียนรู้", "การลงทุน", "จุดมุ่งหมาย"]))
}

@Test func seesAKeyThatAloneBeginsAsTheStemsExamplesDo() {
  let stem = "กระบวนการมี 3 ข้อ ได้แก่ กระบวนการมีส่วนร่วม และข้อใด"
  #expect(OptionForm.repeatsStem("กระบวนการกลุ่ม", others: ["ความเท่าเทียม", "นัยแห่งกระบวนการ"], stem: stem))
  #expect(!OptionForm.repeatsStem("กระบวนการกลุ่ม", others: ["กระบวนการอื่น", "ความเท่าเทียม"], stem: stem))
}

@Test func seesAPredicateAmongNouns() {
  #expect(OptionForm.isOdd("มีความเอกภาพ", among: ["ความร่วมมือของผู้คน", "สายใยของสังคม"]))
  #expect(!OptionForm.isOdd("มีความเอกภาพ", among: ["ความร่วมมือของผู้คน", "เกิดจากสายใยของสังคม"]))
  #expect(OptionForm.repeatsStem("นัยคุณค่า", others: ["หน้าที่", "ปฏิสัมพันธ์"], stem: "ความหมายมี 3 ข้อ ได้แก่ นัยแห่งความร่วมมือ และข้อใด"))
}

@Test func seesAKeyOutOfAFamilyOfNames() {
  #expect(OptionForm.isOdd("การมีกิจกรรมร่วมกัน", among: ["นัยคุณค่าแห่งความสัมพันธ์", "นัยภารกิจ", "นัยแห่งความร่วมมือ"]))
  #expect(OptionForm.isOdd("ความสัมพันธ์", among: ["คำอธิบายปรากฏการณ์", "คำที่ประยุกต์ใช้", "คำอธิบายแบบแผน"]))
  #expect(OptionForm.isOdd("สถานการณ์ปัญหา", among: ["ความเท่าเทียม", "การมีกิจกรรม", "การเห็นเป้าหมาย"]))
  #expect(!OptionForm.isOdd("สถานการณ์ปัญหา", among: ["ความเท่าเทียม", "จุดมุ่งหมาย", "การเห็นเป้าหมาย"]))
  #expect(OptionForm.repeatsStem("กลุ่มที่จัดสมาชิกเป็นชั้น", others: ["การที่ผู้ให้", "ความสัมพันธ์"], stem: "ข้อใดเป็นความหมายของ “กลุ่มอุปถัมภ์”"))
}

import CourseModel
import Diagnostics
import Testing

@testable import CourseReader

private func findings(_ markdown: String) -> [String] { chapter(markdown).diagnostics.map(\.id) }

@Suite struct ProofReading {
  @Test func leavesWordsAloneThatHoldASlip() {
    let words =
      "เมืองใหญ่ เพื่อนบ้าน ประณีตศิลป์ แพทยศาสตร์ มนุษยชาติ สัมพันธภาพ ประโยชน์ พยากรณ์ อดุลย์ เมตาดาตา บันดาลใจ ลักษณนาม สรุปแบบสอบถาม สมมุติฐาน เผอเรอ"
    #expect(chapter(words).diagnostics.map(\.message.english) == [])
  }

  @Test func seesSignsThatTouchTheWordBeforeThem() {
    #expect(chapter("สิ่งต่างๆ และความร่วมมือฯลฯ").diagnostics.map(\.replacement) == [" ๆ", " ฯลฯ"])
    #expect(findings("สิ่งต่าง ๆ และความร่วมมือ ฯลฯ") == [])
  }

  @Test func putsToneMarksBehindTheirVowels() {
    #expect(chapter("ท\u{0E48}\u{0E35}").diagnostics.map(\.replacement) == ["\u{0E35}\u{0E48}"])
  }

  private let often = "เครือข่าย (network) มีสมาชิก เครือข่ายมีเป้าหมาย เครือข่ายมีผู้ประสาน และเครือข่ายเติบโต"

  @Test(arguments: ["เครือขาย", "เครือข่ยา", "เครืข่าย", "เครือข้าย"])
  func seesWordsNearTheChaptersTerms(_ word: String) {
    #expect(chapter(often + " เมื่อพัฒนา" + word).diagnostics.map(\.id) == ["near-spelling"])
  }

  @Test(arguments: ["เครือข่ายย่อย", "ข่ายงาน", "เครือญาติ", "ตาข่าย", "หลายเครือข่าย"])
  func leavesOtherWordsAlone(_ word: String) { #expect(findings(often + " เมื่อพัฒนา" + word) == []) }

  @Test("names are spelt as their bearers spell them") func leavesNamesAlone() {
    #expect(chapter("จำนงค์ แสงทอง (2560) กล่าวว่าการเรียนรู้เป็นเรื่องสำคัญ").diagnostics.map(\.id) == [])
    #expect(chapter("เขาแสดงความจำนงค์ไว้แล้ว").diagnostics.map(\.id) == ["misspelling"])
  }

  @Test("a word that a term begins with") func leavesBeginningsAlone() {
    let often = "อาชญากร (criminal) มีหลายแบบ อาชญากรบางคนกลับใจ อาชญากรบางคนไม่กลับใจ อาชญากรเด็กต้องดูแล"
    #expect(findings(often + " กฎหมายอาชญาเปลี่ยนไป") == [])
  }

  @Test("when somebody lived is no citation that could not be read") func leavesLifetimesAlone() {
    #expect(findings("งานของมิเชล ฟูโกลต์ (Michel Fougolt, 1926-1984) ยังอ่านกันอยู่") == [])
  }

  @Test func leavesOtherWordsOfOneShapeAlone() {
    #expect(
      findings("ผู้เรียนรู้ (learner) ลงมือทำ ผู้เรียนรู้ตั้งคำถาม ผู้เรียนรู้สะท้อนคิด ผู้เรียนรู้แบ่งปัน ผู้เขียนรู้ว่าสมาชิกเรียนรู้ด้วยกัน") == [])
  }
}

@Suite struct ReferenceChecks {
  private func references(_ yaml: String) -> References { References.read(SourceText(file: "r.yml", yaml)).references }

  @Test func seeWhatTheReferencesLack() {
    let reading = chapter("Castells (1998) กล่าวว่าดี Putnam (1993) กล่าวว่าดี Michel (อ้างใน สมใจ โลหะพูนตระกูล, 2539) กล่าวว่าดี")
    let list = references(
      "- id: castells1998\n  author: [{given: Manuel, family: Castells}]\n  issued: 1998\n- id: old\n  author: [{family: Nobody}]\n  issued: 1900\n"
    )
    let found = resolveCourse([reading], references: list).diagnostics.map(\.id)
    #expect(found.sorted() == ["secondary-without-entry", "uncited-reference", "unlisted-citation"])
    #expect(resolveCourse([reading]).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Castells (1998) กล่าวว่าดี ต่อมา Castells (1989) กล่าวว่าดี", true),
    ("ประเวศ วะสี (2541) กล่าวว่าดี ต่อมา ประเวศ วะสี (1999) กล่าวว่าดี", true),
    ("ประเวศ วะสี (2541) กล่าวว่าดี ต่อมา ประเวศ วะสี (1998) กล่าวว่าดี", false),
    ("ประเวศ วะสี (2541) กล่าวว่าดี ต่อมา ประเวศ วะสี (2545) กล่าวว่าดี", false),
  ])
  func seeOneWorkWithTwoYears(_ text: String, _ isSeen: Bool) {
    #expect(resolveCourse([chapter(text)]).diagnostics.map(\.id) == (isSeen ? ["two-years"] : []))
  }

  @Test func seeConceptsThatAreNeverDefined() {
    let text = "## ทุนทางสังคม\n\nทุนทางสังคม (social capital) สะสมได้"
    #expect(resolveCourse([chapter(text)]).diagnostics.map(\.id) == ["undefined-concept"])
    #expect(resolveCourse([chapter(text + "\n\nทุนทางสังคม คือ ความไว้วางใจของคนในชุมชน")]).diagnostics.isEmpty)
  }

  @Test func knowsNoWrongWordThatARightOneHolds() {
    #expect(misspeltWords.count > 500)
    let rights = misspeltWords.map(\.right).joined(separator: "\n\n")
    #expect(chapter(rights).diagnostics.filter { $0.id == "misspelling" }.map(\.message.english) == [])
    let wrongs = Set(misspeltWords.map(\.wrong))
    #expect(wrongs.count == misspeltWords.count)
    #expect(wrongs.isDisjoint(with: misspeltWords.map(\.right)))
  }
}

@Suite struct Activities {
  @Test func areToldFromQuestionsByTheirWordsAndTheirMark() {
    let reading = chapter(
      "## คำถาม\n\n1. เครือข่ายคืออะไร\n2. อภิปรายแสดงความคิดเห็นแลกเปลี่ยนในชั้นเรียน\n3. เขียนรายงาน\n   {#q-report .activity}")
    #expect(reading.questions.map(\.kind) == [.discussion, .activity, .activity])
  }
}

import CourseModel
import Diagnostics
import TestSupport
import Testing

@testable import CourseReader

private func findings(_ markdown: String) -> [String] { chapter(markdown).diagnostics.map(\.id) }

@Suite struct ChapterChecks {
  @Test func countItems() {
    #expect(findings("องค์ประกอบของเครือข่ายมี 3 ประการ ได้แก่\n\n1. สมาชิก\n2. จุดมุ่งหมาย") == ["stated-count"])
    #expect(findings("องค์ประกอบของเครือข่ายมี 2 ประการ ได้แก่\n\n1. สมาชิก\n2. จุดมุ่งหมาย") == [])
  }

  @Test func tellWhatLooksLikeACitation() {
    #expect(findings("ชุมชนเข้มแข็ง (อภิชัย พันธเสน : กรุงเทพ, 2539)") == ["unread-citation"])
    #expect(findings("ชุมชนเข้มแข็ง (อภิชัย พันธเสน, 2539)") == [])
  }

  @Test func seeAsterisksThatReadersWouldSee() throws {
    let text = MarkedText("ความหมายของ1️⃣**2️⃣“คำ”**ต่อ")
    let diagnostics = chapter(text.text).diagnostics
    #expect(diagnostics.map(\.id) == ["stray-asterisks", "stray-asterisks"])
    #expect(diagnostics.first?.span?.range.indices == text.range(1, 2))
    #expect(findings("ความหมายของ **คำ** ต่อ และ `**`") == [])
  }

  @Test func mendTyping() {
    let diagnostics = chapter("ก\u{0E4D}าลัง เเละน\u{0E4D}\u{0E49}าใจ\u{200B}").diagnostics
    #expect(diagnostics.map(\.id) == ["thai-typing", "thai-typing", "thai-typing", "thai-typing"])
    #expect(diagnostics.map(\.replacement) == ["ำ", "แ", "\u{0E49}ำ", ""])
  }

  @Test func mendSpacing() {
    #expect(chapter("เครือข่าย  ทางสังคม").diagnostics.map(\.replacement) == [" "])
    #expect(chapter("เครือข่าย(network)").diagnostics.map(\.id) == ["space-before-bracket"])
    #expect(findings("เครือข่าย (network) และ f(x)") == [])
  }

  @Test func knowCommonMisspellings() {
    let diagnostics = chapter("สิ่งที่ปรากฎบนอินเตอร์เน็ต").diagnostics
    #expect(diagnostics.map(\.replacement) == ["ปรากฏ", "อินเทอร์เน็ต"])
    #expect(diagnostics.map(\.severity) == [.note, .note])
    #expect(findings("ปรากฏการณ์ทางสังคม ความปราณี") == [])
  }

  @Test func areSilencedByName() {
    #expect(findings("---\nignore: [misspelling]\n---\n\nสิ่งที่ปรากฎ") == [])
    #expect(findings("> [!plain]\n> สิ่งที่ปรากฎ") == [])
  }
}

@Suite struct CourseChecks {
  @Test func seeOneNameSpeltTwoWays() {
    let reading = chapter("สมใจ โลหะพูนตระกูล (2539) กล่าวว่าดี\n\nสมใจ โลหะพูลตระกูล (2541) กล่าวว่าดี\n\nสมใจ รักเรียน (2541) กล่าวว่าดี")
    #expect(resolveCourse([reading]).diagnostics.map(\.id) == ["spelt-two-ways"])
  }

  @Test func seeQuestionsThatNothingAnswers() {
    let reading = chapter("## ทุนทางสังคม\n\nข้อความ\n\n## คำถาม\n\n1. แรงในคานคำนวณอย่างไร")
    #expect(resolveCourse([reading]).diagnostics.map(\.id) == ["unanswered-question"])
  }
}

@Suite(.enabled(if: SharedInputs.has(SourceChapter.path))) struct SourceChapterChecks {
  @Test func findItsMisspellings() {
    let found = Set(SourceChapter.reading.diagnostics.compactMap(\.replacement))
    for word in [
      "ปรากฏ", "เชื่อมโยง", "ประนีประนอม", "กอบโกย", "โทรศัพท์", "อินเทอร์เน็ต", "พลวัต", "ยืดหยุ่น", "พรมแดน", "โดยเฉพาะ", "ความสัมพันธ์",
      "เครือข่าย",
    ] {
      #expect(found.contains(word))
    }
  }

  @Test func resolveItsQuestionsToItsSets() {
    let course = resolveCourse([SourceChapter.reading]).course
    func titles(_ question: Question) -> [[String]] {
      question.answers.map { answer in
        guard case .enumeration(let id) = answer.record else { return [answer.record.text] }
        return course[id]?.items.map(\.title) ?? []
      }
    }
    let senses = ["เครือข่าย : นัยคุณค่าแห่งความสัมพันธ์", "เครือข่าย : นัยแห่งการประสานความร่วมมือ", "เครือข่าย : นัยภารกิจและกระบวนการ"]
    let relations = ["ความสัมพันธ์ทางวัฒนธรรม", "ความสัมพันธ์เชิงอำนาจ", "ความสัมพันธ์ในกระบวนการเรียนรู้"]
    #expect(Set(titles(course.questions[0])) == [senses, relations])
    #expect(titles(course.questions[1]) == [["สถานการณ์ปัญหาและสภาพแวดล้อม", "การสร้างพื้นที่ทางสังคม", "การประสานผลประโยชน์อย่างเท่าเทียม"]])
  }
}

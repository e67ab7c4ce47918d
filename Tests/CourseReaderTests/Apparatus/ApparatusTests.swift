import CourseModel
import Testing

@testable import CourseReader

@Suite struct Questions {
  @Test(arguments: [
    "คำถาม", "คำถามท้ายบท", "คำถามทบทวน", "คำถามชวนคิด", "คำถามเพื่อการอภิปราย", "ประเด็นอภิปราย", "คำถามสำหรับอภิปราย", "คำถามประจำบท",
    "Discussion questions",
  ])
  func standUnderTheirHeadings(_ heading: String) {
    let reading = chapter("## \(heading)\n\n1. เครือข่ายคืออะไร\n2. เครือข่ายสำคัญอย่างไร")
    #expect(reading.questions.map(\.text) == ["เครือข่ายคืออะไร", "เครือข่ายสำคัญอย่างไร"])
    #expect(reading.questions.allSatisfy { $0.kind == .discussion })
  }

  @Test func areExercisesAndActivitiesByTheirHeading() {
    #expect(chapter("## แบบฝึกหัดท้ายบท\n\n- จงคำนวณความเค้นของคาน").questions.map(\.kind) == [.exercise])
    #expect(chapter("## กิจกรรมท้ายบท\n\nแบ่งกลุ่มอภิปรายเรื่องเครือข่าย").questions.map(\.kind) == [.activity])
  }

  @Test func needNoHeadingAsCallouts() {
    let reading = chapter(
      "> [!question] เครือข่ายสำคัญอย่างไร {#q-why answers=\"#a #b\"}\n>\n> **ชวนคิด**\n>\n> - คิดข้อแรก\n> - คิดข้อสอง\n>\n> **เกณฑ์**\n>\n> - ครบ (3 คะแนน)"
    )
    let question = reading.questions[0]
    #expect(question.text == "เครือข่ายสำคัญอย่างไร")
    #expect(question.id == "q-why")
    #expect(question.answers == ["a", "b"])
    #expect(question.prompts == ["คิดข้อแรก", "คิดข้อสอง"])
    #expect(question.rubric == ["ครบ (3 คะแนน)"])
    #expect(question.place.certainty == .marked)
  }

  @Test func haveNestedListsForPrompts() {
    let reading = chapter("## คำถามท้ายบท\n\n1. เครือข่ายสำคัญอย่างไร\n   - คิดข้อแรก\n   - คิดข้อสอง\n2. เครือข่ายคืออะไร")
    #expect(reading.questions.map(\.text) == ["เครือข่ายสำคัญอย่างไร", "เครือข่ายคืออะไร"])
    #expect(reading.questions[0].prompts == ["คิดข้อแรก", "คิดข้อสอง"])
  }

  @Test func areNotMadeOfSubjectMatter() {
    #expect(chapter("## กิจกรรมทางสังคม\n\n- การรวมกลุ่ม\n- การแลกเปลี่ยน").questions.isEmpty)
    #expect(chapter("## คำถามวิจัย\n\nเครือข่ายส่งผลอย่างไร").questions.isEmpty)
  }
}

@Suite struct Figures {
  @Test(arguments: [
    ("แผนภาพที่ 12  องค์ประกอบของเครือข่าย", "12", "องค์ประกอบของเครือข่าย"), ("ภาพที่ 2.1 วงจรการเรียนรู้", "2.1", "วงจรการเรียนรู้"),
    ("รูปที่ ๓: แรงในคาน", "๓", "แรงในคาน"),
    ("แผนภูมิที่ 4 - สัดส่วนประชากร", "4", "สัดส่วนประชากร"), ("Figure 3. The learning cycle", "3", "The learning cycle"),
  ])
  func haveCaptions(_ caption: String, _ number: String, _ title: String) {
    let figures = chapter("ข้อความก่อนหน้า\n\n\(caption)\n\nข้อความถัดไป").figures
    #expect(figures.map(\.number) == [number])
    #expect(figures.map(\.title) == [title])
  }

  @Test func areDotBlocksWithAttributes() {
    let figures = chapter("```dot\ndigraph { a -> b }\n```\n{#fig-2 caption=\"แผนภาพที่ 2 วงจร\" alt=\"ก ไป ข\"}").figures
    #expect(figures.map(\.id) == ["fig-2"])
    #expect(figures.map(\.title) == ["วงจร"])
    #expect(figures.map(\.number) == ["2"])
    #expect(figures.map(\.alternative) == ["ก ไป ข"])
    #expect(figures.map(\.graph) == ["digraph { a -> b }\n"])
  }

  @Test func takeTheCaptionUnderThem() {
    let figures = chapter("```dot\ndigraph { a -> b }\n```\n\nแผนภาพที่ 2 วงจร").figures
    #expect(figures.map(\.title) == ["วงจร"])
    #expect(figures.map { $0.graph != nil } == [true])
  }

  @Test(arguments: ["จากแผนภาพดังกล่าวข้างต้น จะเห็นได้ว่า", "แผนภาพที่ 12 แสดงให้เห็นว่าเครือข่ายซับซ้อน", "ดังแผนภาพที่ 12"])
  func areNotMadeOfSentences(_ text: String) { #expect(chapter(text).figures.isEmpty) }
}

@Suite struct Headings {
  @Test(arguments: [
    ("## 1. ความหมาย", "1", "ความหมาย"), ("## 6.2 ความหมาย", "6.2", "ความหมาย"), ("## 2) ความหมาย", "2", "ความหมาย"),
    ("## ๓. ความหมาย", "๓", "ความหมาย"),
    ("## ตอนที่ 2 ความหมาย", "2", "ความหมาย"), ("## ก. ความหมาย", "ก", "ความหมาย"), ("## (1) ความหมาย", "1", "ความหมาย"),
  ])
  func partTheirNumberFromTheirTitle(_ text: String, _ number: String, _ title: String) {
    let sections = chapter("# บท\n\n" + text).sections
    #expect(sections.map(\.number) == [number])
    #expect(sections.map(\.title) == [title])
  }

  @Test(arguments: ["## 3.5 ล้านคน", "## 2540 ปีแห่งวิกฤต", "## ความหมาย", "## 5ส กับการทำงาน"])
  func keepNumbersThatAreWords(_ text: String) {
    let section = chapter("# บท\n\n" + text).sections[0]
    #expect(section.number == nil || text == "## 3.5 ล้านคน")
  }

  @Test func makeATree() {
    let sections = chapter("# บท\n\n## ก\n\n### ข\n\n#### ค\n\n### ง\n\n## จ").sections
    #expect(sections.map(\.parent) == [nil, 0, 1, 0, nil])
  }

  @Test func giveTheChapterItsTitle() {
    #expect(chapter("# บทที่ 6 เครือข่าย\n\nก").title.text == "เครือข่าย")
    #expect(chapter("# บทที่ 6 เครือข่าย\n\nก").title.number == "6")
    #expect(chapter("---\ntitle: เครือข่าย\n---\n\nก").title.text == "เครือข่าย")
    #expect(chapter("ก").title.text == "chapter")
  }
}

@Suite struct ExplicitCitations {
  @Test func haveKeysAndLocators() {
    let reading = chapter("เครือข่ายมีชีวิต [@castells1998, น. 5] และ [@a; @b]")
    #expect(reading.citations.map(\.form) == [.explicit, .explicit, .explicit])
    #expect(reading.citations.map(\.key) == ["castells1998", "a", "b"])
    #expect(reading.citations.map(\.locator) == ["น. 5", nil, nil])
    #expect(reading.citations.map(\.text) == ["[@castells1998]", "@a", "@b"])
  }
}

@Suite struct ManyQuestions {
  /// Each would look at each heading: a chapter of thousands of both is read in the time of its text.
  @Test func areAnsweredUpToABound() {
    let headings = (0..<20).map { "## ความหมายของเครือข่ายแบบที่ \($0)\n\nข้อความ\n\n" }.joined()
    let questions = (0..<400).map { "\($0 + 1). ความหมายของเครือข่ายแบบที่ \($0 % 20) คืออะไร\n" }.joined()
    let reading = chapter("# บท\n\n" + headings + "## คำถามท้ายบท\n\n" + questions)
    #expect(reading.questions.count == 400)
    #expect(reading.questions.prefix(300).allSatisfy { !$0.found.isEmpty })
    #expect(reading.questions.dropFirst(300).allSatisfy { $0.found.isEmpty })
  }
}

import Testing

@testable import ChapterImport

/// One shape a test: what Thai teaching texts look like when they are saved as text.
@Suite struct OutlineTests {
  private let long =
    "เครือข่ายเป็นการเชื่อมโยงความพยายามและการดำเนินงานของฝ่ายต่าง ๆ เข้าด้วยกันอย่างเป็นระบบและเป็นรูปธรรม เพื่อปฏิบัติภารกิจอย่างใดอย่างหนึ่งร่วมกัน โดยที่แต่ละฝ่ายยังคงปฏิบัติภารกิจหลักของตนต่อไป"

  private func found(_ lines: [String]) -> [String] {
    let chapter = imported((["บทที่ 3", "ภาวะผู้นำ", ""] + lines).joined(separator: "\n"))
    #expect(lostWording(chapter) == nil)
    return Array(outline(chapter).dropFirst())
  }

  @Test func readsHeadingsWithoutBlankLines() {
    #expect(
      found([long, "ความหมายของภาวะผู้นำ", long, "ความสำคัญของภาวะผู้นำ", long]) == [
        "p", "## ความหมายของภาวะผู้นำ", "p", "## ความสำคัญของภาวะผู้นำ", "p",
      ])
  }

  @Test func putsAHeadingRightBelowAnotherUnderIt() {
    #expect(
      found(["ทฤษฎีภาวะผู้นำ", "ทฤษฎีคุณลักษณะ", long, "บทบาทของผู้นำ", long]) == [
        "## ทฤษฎีภาวะผู้นำ", "### ทฤษฎีคุณลักษณะ", "p", "## บทบาทของผู้นำ", "p",
      ])
  }

  @Test func keepsSiblingsBelowTheirHeading() {
    #expect(
      found(["ความหมายและที่มา", "ทฤษฎีคุณลักษณะ", long, "ทฤษฎีพฤติกรรม", long, "บทบาทของผู้นำ", long])
        == ["## ความหมายและที่มา", "### ทฤษฎีคุณลักษณะ", "p", "### ทฤษฎีพฤติกรรม", "p", "## บทบาทของผู้นำ", "p"])
  }

  @Test func takesLevelsFromNumbers() {
    #expect(
      found(["3.1 ความหมาย", long, "3.1.1 ความหมายทั่วไป", long, "3.1.2 ความหมายทางวิชาการ", long, "3.2 ความสำคัญ", long])
        == ["## 3.1 ความหมาย", "p", "### 3.1.1 ความหมายทั่วไป", "p", "### 3.1.2 ความหมายทางวิชาการ", "p", "## 3.2 ความสำคัญ", "p"])
    #expect(
      found(["1. ความหมาย", long, "1.1 ความหมายทั่วไป", long, "1.2 ความหมายเฉพาะ", long, "2. ความสำคัญ", long])
        == ["## 1. ความหมาย", "p", "### 1.1 ความหมายทั่วไป", "p", "### 1.2 ความหมายเฉพาะ", "p", "## 2. ความสำคัญ", "p"])
  }

  @Test func takesAmountsForText() { #expect(found(["2.5 ล้านบาทเป็นงบประมาณที่โครงการนี้ได้รับ " + long, long]) == ["p", "p"]) }

  @Test func readsPartsThatSayWhatTheyAre() {
    #expect(
      found(["ตอนที่ 3.1", "ความรู้เบื้องต้น", "เรื่องที่ 3.1.1 ความหมาย", long, "เรื่องที่ 3.1.2 ประเภท", long, "ตอนที่ 3.2 บทบาทของผู้นำ", long])
        == [
          "## ตอนที่ 3.1 ความรู้เบื้องต้น", "### เรื่องที่ 3.1.1 ความหมาย", "p", "### เรื่องที่ 3.1.2 ประเภท", "p", "## ตอนที่ 3.2 บทบาทของผู้นำ", "p",
        ])
  }

  @Test func readsPartsEveryChapterHas() {
    #expect(
      found([
        "วัตถุประสงค์", "1. อธิบายความหมายได้", "2. จำแนกประเภทได้", "ความนำ", long, "สรุป", long, "เอกสารอ้างอิง",
        "กรมวิชาการ. (2545). คู่มือ. กรุงเทพฯ: ผู้แต่ง.",
      ])
        == ["## วัตถุประสงค์", "1. อธิบายความหมายได้", "2. จำแนกประเภทได้", "## ความนำ", "p", "## สรุป", "p", "## เอกสารอ้างอิง", "p"])
  }

  @Test func takesNoHeadingFromReferences() {
    #expect(found(["บรรณานุกรม", "หลักการพัฒนาชุมชน", "กรุงเทพฯ: ไทยวัฒนาพานิช", long]) == ["## บรรณานุกรม", "p", "p", "p"])
  }

  @Test func makesHeadingsOfNumbersWithParagraphsBetween() {
    #expect(
      found(["หลักการ", long, "1. การมีส่วนร่วม", long, long, "2. ความโปร่งใส", long])
        == ["## หลักการ", "p", "### 1. การมีส่วนร่วม", "p", "p", "### 2. ความโปร่งใส", "p"])
    #expect(
      found(["หลักการ", long, "1) การมีส่วนร่วม " + long, long, "2) ความโปร่งใส " + long])
        == ["## หลักการ", "p", "### 1) การมีส่วนร่วม", "p", "p", "### 2) ความโปร่งใส", "p"])
  }

  @Test func keepsSentencesWithParagraphsBetweenAsALooseList() {
    let lines = found(["1) เป็น" + long, long, "2) เป็น" + long])
    #expect(lines.map { String($0.prefix(4)) } == ["1) เ", "  p", "2) เ"])
  }

  @Test func readsListsInAllTheirDress() {
    #expect(found([long, "• การวางแผน", "• การจัดองค์การ", long]) == ["p", "- การวางแผน", "- การจัดองค์การ", "p"])
    #expect(found([long, "(1) การวางแผน", "(2) การจัดองค์การ", long]) == ["p", "1) การวางแผน", "2) การจัดองค์การ", "p"])
    #expect(found([long, "ก. การวางแผน", "ข. การจัดองค์การ", long]) == ["p", "- ก. การวางแผน", "- ข. การจัดองค์การ", "p"])
    #expect(found([long, "๑. การวางแผน", "๒. การจัดองค์การ", long]) == ["p", "1. การวางแผน", "2. การจัดองค์การ", "p"])
  }

  @Test func putsAListInsideItsItem() {
    #expect(
      found([long, "1. การวางแผน", "1) เป้าหมาย", "2) วิธีการ", "2. การจัดองค์การ", "• คน", "• งาน", long])
        == ["p", "1. การวางแผน", "  1) เป้าหมาย", "  2) วิธีการ", "2. การจัดองค์การ", "  - คน", "  - งาน", "p"])
  }

  @Test func keepsTwoListsApart() {
    #expect(found([long, "1. ก้าว", "2. เดิน", "1. นั่ง", "2. นอน", long]) == ["p", "1. ก้าว", "2. เดิน", "1) นั่ง", "2) นอน", "p"])
  }

  @Test func keepsANumberThatCountsNothing() {
    #expect(found([long, "4. การวางแผน " + long]) == ["p", "p"])
    #expect(found([long, "1. การวางแผน " + long, long]) == ["p", "p", "p"])
  }

  @Test func readsListsWhoseMarksWereLost() {
    #expect(found(["องค์ประกอบมีดังนี้", "ผู้ส่งสาร", "สาร", "ช่องทาง", long]) == ["p", "- ผู้ส่งสาร", "- สาร", "- ช่องทาง", "p"])
    #expect(
      found([long + " 2 ประการ คือ", "ผู้ส่งสาร", "ผู้รับสาร", "บทบาทของผู้นำ", long]) == ["p", "- ผู้ส่งสาร", "- ผู้รับสาร", "## บทบาทของผู้นำ", "p"])
  }

  @Test func readsAListThatComesAgainAsHeadings() {
    #expect(
      found([
        "ประเภทของผู้นำ", long + " ดังนี้", "ผู้นำแบบเผด็จการ", "ผู้นำแบบประชาธิปไตย", "ผู้นำแบบเผด็จการ", long, "ผู้นำแบบประชาธิปไตย", long, "บทสรุป",
        long,
      ])
        == [
          "## ประเภทของผู้นำ", "p", "- ผู้นำแบบเผด็จการ", "- ผู้นำแบบประชาธิปไตย", "### ผู้นำแบบเผด็จการ", "p", "### ผู้นำแบบประชาธิปไตย", "p",
          "## บทสรุป", "p",
        ])
  }

  @Test func putsHeadingsThatASentenceCountsOutBelowIt() {
    #expect(
      found([
        "ทฤษฎีการเรียนรู้", long + " ได้แก่ กลุ่มพฤติกรรมนิยม และกลุ่มปัญญานิยม", "กลุ่มพฤติกรรมนิยม", long, "กลุ่มปัญญานิยม", long, "การนำไปใช้", long,
      ])
        == ["## ทฤษฎีการเรียนรู้", "p", "### กลุ่มพฤติกรรมนิยม", "p", "### กลุ่มปัญญานิยม", "p", "## การนำไปใช้", "p"])
    #expect(
      found(["ทฤษฎีการเรียนรู้", long + " 2 กลุ่ม ดังนี้", "พฤติกรรมนิยม", long, "ปัญญานิยม", long, "การนำไปใช้", long])
        == ["## ทฤษฎีการเรียนรู้", "p", "### พฤติกรรมนิยม", "p", "### ปัญญานิยม", "p", "## การนำไปใช้", "p"])
  }

  @Test(arguments: [
    "ดังนั้นเครือข่ายจึงสำคัญ", "เครือข่าย คือ สายใยของสังคม", "ที่มา: กรมวิชาการ (2545)", "Schuler (1996)", "(ดัดแปลงจากกรมวิชาการ)",
    "ผศ.ดร.สมชาย ใจดี", "ซึ่งสำคัญอย่างยิ่ง", "http://example.org", "...",
  ])
  func inventsNoHeading(_ line: String) { #expect(found([long, line, long]) == ["p", "p", "p"]) }

  @Test func leavesARowOfShortLinesAsText() {
    #expect(found([long, "โอ้เครือข่าย", "สายใยแห่งใจ", "ร้อยรัดไว้มิคลาย", "ชั่วฟ้าดิน", long]) == ["p", "p", "p", "p", "p", "p"])
  }

  @Test func readsCaptions() {
    #expect(
      found([long, "ภาพที่ 3.1 แบบภาวะผู้นำ", "ที่มา: Bass (1985)", "ตารางที่ ๒ คะแนน", "ภาพที่ 3.1 แสดงให้เห็นว่าผู้นำมีหลายแบบ " + long])
        == ["p", "fig ภาพที่ 3.1 แบบภาวะผู้นำ", "p", "fig ตารางที่ ๒ คะแนน", "p"])
  }

  @Test func takesNoTitleFromItemsThatBeginAlike() {
    let rest = "ความสามารถ และความเชื่อที่กลุ่มชนสั่งสมไว้เป็นเวลานาน"
    #expect(
      found([long, "1. ความรู้ \(rest)", "2. ความคิด \(rest)"]).suffix(2) == ["1. *ความรู้*", "2. *ความคิด*"])
    #expect(
      found([long, "1. ความรู้ \(rest)", "2. ความรู้ \(rest)"]).suffix(2).allSatisfy { !$0.contains("*") })
  }

  @Test func bringsTheWordsOfAFigureBackToIt() {
    #expect(
      found([
        long + " คือ การให้ความรู้ การสื่อสาร และการร่วมมือ", "แผนภาพที่ 1 องค์ประกอบของผู้นำ", "", long, "คำถาม", "1.ผู้นำคือใคร", "",
        "   การให้ความรู้", "", "การสื่อสาร", "", "       การร่วมมือ",
      ])
        == ["p", "fig แผนภาพที่ 1 องค์ประกอบของผู้นำ", "- การให้ความรู้", "- การสื่อสาร", "- การร่วมมือ", "p", "## คำถาม", "1. ผู้นำคือใคร #"])
  }

  @Test func leavesOtherLinesAtTheEnd() {
    #expect(
      found([long, "แผนภาพที่ 1 องค์ประกอบของผู้นำ", long, "คำถาม", "1.ผู้นำคือใคร", "", "อาคารเรียน", "", "สนามกีฬา", "", "โรงอาหาร"])
        == ["p", "fig แผนภาพที่ 1 องค์ประกอบของผู้นำ", "p", "## คำถาม", "1. ผู้นำคือใคร #", "p", "p", "p"])
  }

  @Test func movesWhatStoodBeforeTheOpening() {
    let chapter = imported("3. อภิปรายในชั้นเรียน\nบทที่ 4 เครือข่าย\n\n\(long)\nคำถาม\n1. ก็คืออะไร\n2. ขอคืออะไร\n")
    #expect(outline(chapter).suffix(3) == ["1. ก็คืออะไร #", "2. ขอคืออะไร #", "3. อภิปรายในชั้นเรียน #"])
    #expect(chapter.moved.map(\.to) == [.questions, .frontMatter])
    let other = imported("เอกสารเก่า\nบทที่ 4 เครือข่าย\n\n\(long)\n")
    #expect(other.markdown.hasSuffix("\n\nเอกสารเก่า\n"))
    #expect(other.moved.map(\.to) == [.end, .frontMatter])
    #expect(lostWording(other) == nil)
  }
}

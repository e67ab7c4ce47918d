import Testing

@testable import ChapterImport

@Suite struct QuestionTests {
  private func found(_ lines: [String]) -> [String] {
    let chapter = imported((["บทที่ 3", "ภาวะผู้นำ", "", "ข้อความนำ"] + lines).joined(separator: "\n"))
    #expect(lostWording(chapter) == nil)
    return Array(outline(chapter).dropFirst(2))
  }

  @Test func readsNumberedQuestions() {
    #expect(found(["คำถามท้ายบท", "1.ผู้นำคือใคร", "2.ผู้ตามคือใคร"]) == ["## คำถามท้ายบท", "1. ผู้นำคือใคร #", "2. ผู้ตามคือใคร #"])
    #expect(found(["แบบฝึกหัด", "จงตอบคำถามต่อไปนี้", "1) ผู้นำคือใคร"]) == ["## แบบฝึกหัด", "p", "1) ผู้นำคือใคร #"])
  }

  @Test func readsQuestionsOneALine() {
    #expect(
      found(["คำถามเพื่อการอภิปราย:", "ผู้นำคือใคร", "จงอธิบายทฤษฎี", "ข้อความอื่นที่ไม่ใช่คำถาม"]) == [
        "## คำถามเพื่อการอภิปราย:", "- ผู้นำคือใคร #", "- จงอธิบายทฤษฎี #", "p",
      ])
  }

  @Test func keepsChoicesInTheirQuestion() {
    #expect(
      found(["แบบทดสอบ", "1. ผู้นำคือใคร", "ก. ครู", "ข. พระ", "2. ผู้ตามคือใคร", "ก. ศิษย์", "ข. ลูก"])
        == ["## แบบทดสอบ", "1. ผู้นำคือใคร #", "  - ก. ครู", "  - ข. พระ", "2. ผู้ตามคือใคร #", "  - ก. ศิษย์", "  - ข. ลูก"])
  }

  @Test func endsAtTheNextHeading() {
    #expect(
      found(["คำถาม", "1. ผู้นำคือใคร", "เอกสารอ้างอิง", "กรมวิชาการ. (2545)."]) == ["## คำถาม", "1. ผู้นำคือใคร #", "## เอกสารอ้างอิง", "p"])
  }

  @Test func givesTheSameQuestionTwoIdentifiers() {
    let chapter = imported("บทที่ 1\nเครือข่าย\n\nข้อความนำ\nคำถาม\n1. ผู้นำคือใคร\n2. ผู้นำคือใคร\n")
    let ids = chapter.markdown.split(separator: "\n").filter { $0.hasPrefix("   {#") }
    #expect(Set(ids).count == 2)
    #expect(ids.last?.hasSuffix("-2}") == true)
  }

  @Test func marksWhatIsDoneInClass() {
    #expect(questionAttributes(Array("แบ่งกลุ่มอภิปราย".utf8)[...]).hasSuffix(" .activity"))
    #expect(!questionAttributes(Array("อภิปรายความหมาย".utf8)[...]).contains("."))
  }
}

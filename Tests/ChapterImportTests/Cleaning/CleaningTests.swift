import Diagnostics
import Testing

@testable import ChapterImport

@Suite struct CleaningTests {
  private func ids(_ chapter: ImportedChapter) -> [String] { chapter.diagnostics.map(\.id).sorted() }

  /// A text cut to a width, with what a printed page adds.
  private let pages = """
    บทที่ 1
    การมีส่วนร่วม

      การมีส่วนร่วมของชุมชนเป็นแนวคิดที่ได้รับความสนใจอย่างกว้างขวางในงานพัฒนา
    ชนบทไทยตั้งแต่ทศวรรษ 2520 เป็นต้นมา โดยเฉพาะงานด้านการจัดการทรัพยากรธรรม
    ชาติซึ่งต้องอาศัยความร่วมมือของคนในท้องถิ่นเป็นสำคัญและอาศัยการเรียนรู้ร่วม
    1
    \u{C}เอกสารประกอบการสอน วิชาการพัฒนาชุมชน
    กันอย่างต่อเนื่อง
      นักวิชาการหลายท่านเห็นว่าการมีส่วนร่วมมิใช่เพียงการเข้าร่วมกิจกรรม แต่หมาย
    ถึงการที่ประชาชนได้ร่วมคิด ร่วมตัดสินใจ ร่วมลงมือทำ และร่วมรับผิดชอบในผลของ
    งานนั้น ตามหลักการ participatory develop-
    ment ที่ใช้กันทั่วไป
    2
    \u{C}เอกสารประกอบการสอน วิชาการพัฒนาชุมชน
    สรุป
      การมีส่วนร่วมมีหลายมิติและหลายระดับ ผู้นำชุมชนพึงเลือกใช้ให้เหมาะกับสถานการณ์
    และพึงระลึกว่าการมีส่วนร่วมเป็นทั้งวิธีการและเป้าหมาย
    3
    \u{C}เอกสารประกอบการสอน วิชาการพัฒนาชุมชน
    คำถามท้ายบท
    1. การมีส่วนร่วมหมายถึงอะไร
    4
    """

  @Test func joinsLinesThatWereCutToAWidth() {
    let chapter = imported(pages)
    #expect(chapter.markdown.contains("ในงานพัฒนาชนบทไทย"))
    #expect(chapter.markdown.contains("ทรัพยากรธรรมชาติซึ่ง"))
    #expect(chapter.markdown.contains("participatory development ที่ใช้"))
    #expect(chapter.markdown.contains("เรียนรู้ร่วมกันอย่างต่อเนื่อง\n\nนักวิชาการ"))
    #expect(ids(chapter).contains("import-joined-lines"))
    #expect(ids(chapter).contains("import-joined-words"))
    #expect(lostWording(chapter) == nil)
  }

  @Test func setsPageNumbersAndRunningHeadersAside() {
    let chapter = imported(pages)
    #expect(
      chapter.furniture.map(\.text) == [
        "1", "เอกสารประกอบการสอน วิชาการพัฒนาชุมชน", "2", "เอกสารประกอบการสอน วิชาการพัฒนาชุมชน", "3",
        "เอกสารประกอบการสอน วิชาการพัฒนาชุมชน", "4",
      ])
    #expect(!chapter.markdown.contains("เอกสารประกอบการสอน"))
    #expect(chapter.diagnostics.first { $0.id == "import-page-furniture" }?.message.english.hasPrefix("7 lines") == true)
    #expect(ids(chapter).contains("import-form-feeds"))
    #expect(outline(chapter) == ["# การมีส่วนร่วม", "p", "p", "## สรุป", "p", "## คำถามท้ายบท", "1. การมีส่วนร่วมหมายถึงอะไร #"])
  }

  @Test func setsHeadersWithTheirPageAside() {
    let text = (1...3).map {
      "เอกสารคำสอน หน้า \($0)\nข้อความยาวของหน้า" + ["แรก", "กลาง", "ท้าย"][$0 - 1] + "ซึ่งกล่าวถึงเครือข่ายและความร่วมมือของชุมชนในหลายมิติ\n"
    }.joined()
    #expect(imported(text).furniture.count == 3)
  }

  @Test func keepsHeadingsThatComeAgain() {
    let part =
      "สรุป\nข้อความยาวของตอนนี้ซึ่งกล่าวถึงเครือข่ายและความร่วมมือของชุมชนในหลายมิติและหลายระดับ รวมทั้งการเรียนรู้ร่วมกันของคนในชุมชนเมืองและชนบททั่วไป\n"
    let chapter = imported("บทที่ 1\nเครือข่าย\n" + String(repeating: part, count: 4))
    #expect(chapter.furniture.isEmpty)
    #expect(outline(chapter).filter { $0 == "## สรุป" }.count == 4)
  }

  @Test func keepsNumbersThatAreAColumn() {
    let chapter = imported("ตารางที่ 1 จำนวนสมาชิก\n1\n2\n3\n4\nข้อความต่อจากตาราง\n")
    #expect(chapter.furniture.isEmpty)
    #expect(lostWording(chapter) == nil)
  }

  @Test func dropsWhatCannotBeSeen() {
    let chapter = imported("บทที่ 1\nเครือข่าย\n\nเครือ\u{AD}ข่าย  คือ\u{A0}\u{A0}สาย\u{200B}ใย\u{7}\n")
    #expect(chapter.markdown.hasSuffix("เครือข่าย คือ สายใย\n"))
    #expect(ids(chapter) == ["import-control-characters", "import-invisible-characters", "import-soft-hyphens", "import-spaces"])
  }

  @Test func spellsThaiOneWayAndSaysSo() {
    let chapter = imported("บทที่ 1\nน\u{E4D}\u{E49}\u{E32}ใจ\n\n\u{E40}\u{E40}นวคิดเกี่ยวกับท\u{E48}\u{E35}ดิน\n")
    #expect(chapter.title == "น้ำใจ")
    #expect(chapter.markdown.hasSuffix("แนวคิดเกี่ยวกับที่ดิน\n"))
    #expect(chapter.diagnostics.first { $0.id == "import-thai-spelling" }?.message.english.contains("2 lines") == true)
  }

  @Test func pointsAtTheFirstPlace() {
    let chapter = imported("บทที่ 1\nเครือข่าย\n\nก  ข  ค\n")
    let note = chapter.diagnostics.first { $0.id == "import-spaces" }
    #expect(note?.span.map { chapter.source.slice($0.range) } == "  ")
    #expect(note?.span.map { LineIndex(chapter.source).location(of: $0.range.lowerBound) } == SourceLocation(line: 4, column: 2))
  }

  @Test func readsAnyLineEnding() {
    for ending in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{B}"] {
      #expect(outline(imported(["บทที่ 1", "เครือข่าย", "สรุป", "ข้อความ"].joined(separator: ending))) == ["# เครือข่าย", "## สรุป", "p"])
    }
  }

  @Test func importsNothingFromNothing() {
    #expect(imported("").markdown.isEmpty)
    #expect(imported(" \n\u{C}\n").markdown.isEmpty)
    #expect(imported("คำเดียว").markdown == "คำเดียว\n")
  }
}

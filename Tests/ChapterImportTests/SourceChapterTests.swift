import ChapterMarkdown
import CourseModel
import CourseReader
import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterImport

@Suite(.enabled(if: SharedInputs.has("seed/chapter-6.txt"), "../shared is not here"))
struct SourceChapterTests {
  private static let imported = importPlainText(file: "chapter-6.txt", bytes: SharedInputs.bytes("seed/chapter-6.txt"))
  private var chapter: ImportedChapter { Self.imported }

  /// The outline as a reader of the source writes it down: every heading with its place in the whole, every list, every paragraph.
  private let annotation = """
    # เครือข่าย: ฐานคิดและความหมาย
    p พระมหาสุทิตย์
    p “เครือข่ายทาง
    1) เป็นคำที่นำมาอธิบาย
    2) เป็นคำที่นำมาประยุกต์
    3) เป็นคำที่อธิบาย
    ## ฐานคิดเกี่ยวกับ “เครือข่าย”
    ### เครือข่ายเป็นระบบความสัมพันธ์ในสังคมมนุษย์
    p ความสัมพันธ์ใน
    #### 1) ความสัมพันธ์ทางวัฒนธรรม
    p ในสังคมมนุษย์
    p การยอมรับใน
    p ส่วนการจัด
    p ความสัมพันธ์ที่
    #### 2) ความสัมพันธ์เชิงอำนาจ
    p ในสังคมไทย
    p ความสัมพันธ์เชิง
    p ความสัมพันธ์เชิง
    p ความสัมพันธ์เชิง
    #### 3) ความสัมพันธ์ในกระบวนการเรียนรู้
    p ในการขับ
    p ในกระบวนการ
    p ทิศนา
    p ดังนั้นกระบวน
    ## ความหมายของเครือข่ายทางสังคม (social network)
    p “เครือข่ายทาง
    p ในที่นี้
    - เครือข่าย : นัยคุณค่าแห่งความสัมพันธ์
    - เครือข่าย : นัยแห่งการประสานความร่วมมือ
    - เครือข่าย : นัยภารกิจและกระบวนการ
    ### เครือข่าย : นัยคุณค่าแห่งความสัมพันธ์
    p ในมิติแห่ง
    p เครือข่ายใน
    p ความหมายของ
    p Schuler (19
    p อรรณพ พง
    p ปาริชาติ
    p ทั้งสองยัง
    p Michel (อ้าง
    p อนุชาติ
    p ชูชัย ศุภ
    p พัฒนาการทาง
    p ความเป็นเครือ
    p จากแนวคิด
    ### เครือข่าย : นัยแห่งการประสานความร่วมมือ
    p ความเป็นเครือ
    p กาญจนา
    p เกรียงศักดิ์
    p นฤมล
    p จากความหมาย
    ### เครือข่าย : นัยภารกิจและกระบวนการ
    p ภายใต้ยุทธ
    p ปุสตี
    p ในขณะที่ ศ
    p อริยา
    p จากความหมาย
    ## องค์ประกอบของเครือข่าย
    p องค์ประกอบหลัก
    1. *หน่วยชีวิตหรือสมาชิก*
    2. *จุดมุ่งหมาย*
    3. *การทำหน้าที่อย่างมีจิตสำนึก*
    4. *การมีส่วนร่วมและการแลกเปลี่ยน*
    5. *ระบบความสัมพันธ์และการสื่อสาร*
    p จอหน์
    1. *การเรียนรู้ (learning)*
    2. *การลงทุน (investing)*
    3. *การดูแล (nurturing)*
    4. *การรักษา (keeping)*
    p เกรียงศักดิ์
    1. *การรับรู้มุมมองร่วมกัน (common perception)*
    2. *การมีวิสัยทัศน์ร่วมกัน (common vision)*
    3. *การมีผลประโยชน์และความสนใจร่วมกัน (mutual interests/benefits)*
    4. *การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง (all stakeholders participation)*
    5. *กระบวนการเสริมสร้างซึ่งกันและกัน (complementary relationship)*
    6. *การพึ่งอิงร่วมกัน (interdependence)*
    7. *การปฏิสัมพันธ์เชิงแลกเปลี่ยน (interaction)*
    p นอกจากนี้
    1. *การมีกิจกรรมร่วมกันของสมาชิก*
    2. *การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน*
    3. *ความเท่าเทียมของฝ่ายต่าง ๆ*
    4. *การให้ผลประโยชน์ต่างตอบแทน*
    p ในขณะที่
    fig แผนภาพที่ 12 องค์ประกอบที่สำคัญต่อการเสริมสร้างเครือข่าย
    - การถ่ายทอดความรู้ , ทักษะ
    - การตีความ, สร้างความหมาย
    - การสื่อสาร
    - การบริหารข้อมูล
    - การปฎิสัมพันธ์
    - เห็นและเข้าใจเป้าหมายร่วมทั้งระยะสั้น ระยะยาว และเฉพาะหน้า
    p จากแผนภาพ
    ## ความจำเป็นในการเสริมสร้างเครือข่าย
    p ถ้าหาก
    ### 1. สถานการณ์ปัญหาและสภาพแวดล้อม
    p สถานการณ์
    ### 2. การสร้างพื้นที่ทางสังคม
    p เครือข่าย
    p อีกนัย
    p ดังนั้น
    ### 3. การประสานผลประโยชน์อย่างเท่าเทียม
    p ความจำเป็น
    p การได้รับ
    ## คำถาม
    1. แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง #
    2. ความสำคัญในการพัฒนาคือข่ายคืออะไร #
    3. อภิปรายแสดงความคิดเห็นแลกเปลี่ยนในชั้นเรียน #
    """

  @Test func findsTheOutlineAReaderFinds() {
    let expected = annotation.split(separator: "\n").map(String.init)
    let found = outline(chapter, paragraphs: 200)
    #expect(found.count == expected.count)
    for (line, wanted) in zip(found, expected) {
      let isShortened = wanted.hasPrefix("p ") || (wanted.contains(") เป็น") && !wanted.contains("#"))
      #expect(isShortened ? line.hasPrefix(wanted) : line == wanted || line.hasPrefix(wanted.prefix(62)), "\(wanted)")
    }
  }

  @Test func readsNumberAndTitle() {
    #expect(chapter.number == "6")
    #expect(chapter.title == "เครือข่าย: ฐานคิดและความหมาย")
    #expect(
      chapter.markdown.hasPrefix(
        "---\nnumber: \"6\" # บทที่ 6\ntitle: \"เครือข่าย: ฐานคิดและความหมาย\"\n---\n\n# เครือข่าย: ฐานคิดและความหมาย\n"))
  }

  @Test func losesAndChangesNoWord() { #expect(lostWording(chapter) == nil) }

  @Test func reportsWhatItMoved() {
    #expect(chapter.moved.map(\.to) == [.questions, .frontMatter] + Array(repeating: .figure, count: 6))
    #expect(chapter.furniture.isEmpty)
    #expect(chapter.diagnostics.filter { $0.id == "import-moved" }.count == 7)
    #expect(chapter.diagnostics.contains { $0.id == "import-spaces" })
    #expect(chapter.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func givesQuestionsIdentifiersOfTheirWords() {
    let ids = chapter.markdown.split(separator: "\n").filter { $0.hasPrefix("   {#q-") }
    #expect(ids.count == 3)
    #expect(Set(ids).count == 3)
    #expect(ids.last?.hasSuffix(" .activity}") == true)
    let again = ChapterImportTests.imported("บทที่ 1\nเครือข่าย\n\nข้อความ\n\nคำถาม\n1. แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง\n").markdown
    #expect(ids.first.map { again.contains($0) } == true)
  }

  @Test func readsAsACourseWithEverySet() {
    let source = SourceText(file: "Content/06/chapter.md", chapter.markdown)
    let course = resolveCourse([readChapter(source, name: "06")]).course
    #expect(course.chapters.map(\.number) == ["6"])
    let counts = course.enumerations.map(\.items.count)
    for wanted in [[3, 3, 3, 3], [5, 4, 7, 4], [6, 3]].flatMap(\.self) { #expect(counts.contains(wanted), "\(counts)") }
    #expect(course.figures.contains { $0.number == "12" && $0.title == "องค์ประกอบที่สำคัญต่อการเสริมสร้างเครือข่าย" })
    let ids = chapter.markdown.split(separator: "\n").filter { $0.hasPrefix("   {#q-") }.map {
      String($0.dropFirst(5).prefix { $0 != " " && $0 != "}" })
    }
    #expect(course.questions.map(\.id.text) == ids)
    #expect(course.citations.count >= 24)
  }

  @Test func comesOutTheSameFromTIS620() {
    let text = String(decoding: SharedInputs.bytes("seed/chapter-6.txt"), as: UTF8.self)
    let old = importPlainText(file: "chapter-6.txt", bytes: windows874(text))
    #expect(old.encoding == .windows874)
    #expect(old.markdown == chapter.markdown)
    #expect(old.diagnostics.contains { $0.id == "import-encoding" })
  }

  @Test func writesMarkdownWithoutFindings() {
    #expect(parseMarkdown(SourceText(file: "chapter.md", chapter.markdown)).diagnostics.isEmpty)
  }
}

/// As Windows saved Thai before Unicode.
func windows874(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    switch scalar.value {
    case 0..<0x80: UInt8(scalar.value)
    case 0xE01...0xE5B: UInt8(scalar.value - 0xE00 + 0xA0)
    case 0xA0: 0xA0
    case 0x201C: 0x93
    case 0x201D: 0x94
    case 0x2013: 0x96
    case 0x2026: 0x85
    case 0x2022: 0x95
    default: 0x3F
    }
  }
}

import ChapterMarkdown
import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterImport

@Suite struct WritingTests {
  /// What Markdown reads in a text that was escaped as a paragraph.
  private func read(_ text: String) -> [Block] {
    parseMarkdown(SourceText(file: "a.md", bytes: escapedMarkdown(Array(text.utf8), startsBlock: true))).document.blocks
  }

  @Test(arguments: [
    "# หัวข้อ", "> คำพูด", "- ข้อ", "+ ข้อ", "* ข้อ", "1. ข้อ", "12) ข้อ", "3.", "---", "===", "***", "___", "```", "~~~", "| ก | ข |",
    "*เน้น* _เน้น_ **เน้น**", "`โค้ด`", "[คำ](ที่)", "[@key]", "[คำ]{.plain}",
    "คำ {#id}", "{.plain}", "![ภาพ](a.png)", "<b>หนา</b>", "<!-- x -->", "&amp; &#3585; &copy", "a\\b \\* \\", "~~ขีด~~", "[^1]",
    "[^1]: เชิงอรรถ", "[a]: http://x", "[ ] งาน", ": นิยาม", "ก*ข*ค", "2 * 3 < 4 && 5 > 1", "snake_case_word",
    "https://example.org/a_b?c=d&e", "(http://example.org/*a*), www.example.org/_b_", "https://", "http:/x", "me@example.org",
    "“คำ”", "!", "N = Network",
  ])
  func printsAsItIsWritten(_ text: String) {
    let blocks = read(text)
    #expect(blocks.count == 1)
    guard case .paragraph(let inlines) = blocks.first?.content else {
      Issue.record("\(blocks)")
      return
    }
    #expect(inlines.plainText == text)
    #expect(blocks[0].attributes.isEmpty)
  }

  @Test func escapesNoMoreThanItMust() {
    for text in ["เครือข่าย (network) คือ “สายใย” – 3 ประการ: ก, ข; ค!", "พ.ศ. 2546 / 50% + 1 = ?", "A & B", "a < b"] {
      #expect(escapedMarkdown(Array(text.utf8), startsBlock: true) == Array(text.utf8))
    }
  }

  @Test func keepsNumberSignsAtTheEndOfAHeading() {
    #expect(outline(imported("บทที่ 1 ภาษา C #\n\nข้อความ\n")).first == "# ภาษา C #")
  }

  @Test func quotesTheTitleForYAML() {
    #expect(
      imported("บทที่ 1 \"เครือ\\ข่าย\"\n\nข้อความ\n").markdown.hasPrefix(
        "---\nnumber: \"1\" # บทที่ 1\ntitle: \"\\\"เครือ\\\\ข่าย\\\"\"\n---\n"))
  }

  @Test func losesNoWordOfNoise() {
    for seed in UInt64(1)...150 {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<12 { text += thaiNoise(pieces: 1 + Int(generator.next() % 14), using: &generator) + "\n" }
      let chapter = imported(text)
      let lost = lostWording(chapter)
      #expect(lost == nil, "seed \(seed): \(lost ?? "")")
    }
  }

  @Test func losesNoWordOfShuffledStructure() {
    let stock = [
      "บทที่ 2 เครือข่าย", "1. การดูแล", "2. การรักษา", "1) เป็นคำ", "2) เป็นงาน", "ก. ครู", "ข. พระ", "• คน", "6.1 ความหมาย", "ตอนที่ 1",
      "คำถาม", "สรุป", "เอกสารอ้างอิง", "แผนภาพที่ 1 เครือข่าย", "ความหมายของเครือข่าย",
      "องค์ประกอบมี 2 ประการ ดังนี้", "การสื่อสาร", "", "", "\u{C}", "12", "13", "14",
      "3. การเรียนรู้ (learning) ได้แก่ การเรียนรู้เกี่ยวกับความจำเป็นและความต้องการของตนเองและผู้อื่น", "ผู้นำคือใคร",
      "เครือข่ายเป็นการเชื่อมโยงความพยายามและการดำเนินงานของฝ่ายต่าง ๆ เข้าด้วยกันอย่างเป็นระบบและเป็นรูปธรรม เพื่อปฏิบัติภารกิจอย่างใดอย่างหนึ่งร่วมกัน โดยที่แต่ละฝ่ายยังคงปฏิบัติภารกิจหลักของตนต่อไป",
    ]
    for seed in UInt64(1)...150 {
      var generator = SeededGenerator(seed: seed)
      let lines = (0..<40).map { _ in
        String(repeating: " ", count: Int(generator.next() % 3) * 4) + stock[Int(generator.next() % UInt64(stock.count))]
      }
      let lost = lostWording(imported(lines.joined(separator: "\n")))
      #expect(lost == nil, "seed \(seed): \(lost ?? "")")
    }
  }

  @Test func takesTimeInProportionToTheText() {
    let line = "1. ก\n1) ข\nก. ค\nดังนี้\nคน\nงาน\n• ง\n6.1 จ\n"
    func time(_ count: Int) -> Duration {
      ContinuousClock().measure { #expect(!imported(String(repeating: line, count: count)).markdown.isEmpty) }
    }
    _ = time(20)
    #expect(time(1600) < time(200) * 40)
  }
}

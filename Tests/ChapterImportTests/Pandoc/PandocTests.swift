import ChapterMarkdown
import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterImport

@Suite struct PandocTests {
  private let long =
    "เครือข่ายเป็นการเชื่อมโยงความพยายามและการดำเนินงานของฝ่ายต่าง ๆ เข้าด้วยกันอย่างเป็นระบบและเป็นรูปธรรม เพื่อปฏิบัติภารกิจอย่างใดอย่างหนึ่งร่วมกัน"

  private func chapter(_ markdown: String, title: String? = nil) -> ImportedChapter {
    importPandocMarkdown(SourceText(file: "a.docx", markdown), title: title)
  }

  private func body(_ chapter: ImportedChapter) -> String {
    chapter.markdown.split(separator: "\n\n", maxSplits: 2).last.map(String.init) ?? ""
  }

  @Test func shiftsStyledHeadingsBelowTheTitle() {
    let made = chapter("# บทที่ 6 เครือข่าย\n\n\(long)\n\n# ความหมาย\n\n\(long)\n\n## นัยที่หนึ่ง\n\n\(long)\n\n# สรุป\n\n\(long)\n")
    #expect(made.number == "6" && made.title == "เครือข่าย")
    #expect(outline(made) == ["# เครือข่าย", "p", "## ความหมาย", "p", "### นัยที่หนึ่ง", "p", "## สรุป", "p"])
  }

  @Test func takesTheTitleOfTheDocument() {
    #expect(outline(chapter("## ความหมาย\n\n\(long)\n", title: "เครือข่าย")) == ["# เครือข่าย", "## ความหมาย", "p"])
    #expect(outline(chapter("# เครือข่าย\n\n\(long)\n", title: "เครือข่าย")) == ["# เครือข่าย", "p"])
  }

  @Test func takesBoldLinesForHeadingsWhereThereIsNoStyle() {
    let made = chapter(
      "**บทที่ 6**\n\n**เครือข่าย**\n\n\(long)\n\n**ความหมาย**\n\nข้อความสั้น\n\n\(long)\n\n**คำถาม**\n\n1\\. เครือข่ายคืออะไร\n")
    #expect(outline(made) == ["# เครือข่าย", "p", "## ความหมาย", "p", "p", "## คำถาม", "1. เครือข่ายคืออะไร #"])
  }

  @Test func readsPlainParagraphsAsATextFile() {
    let made = chapter("บทที่ 6\n\nเครือข่าย\n\n\(long)\n\nความหมายของเครือข่าย\n\n\(long)\n\n1\\) การดูแล\n\n2\\) การรักษา\n\n\(long)\n")
    #expect(outline(made) == ["# เครือข่าย", "p", "## ความหมายของเครือข่าย", "p", "1) การดูแล", "2) การรักษา", "p"])
  }

  @Test func inventsNoHeadingWhereTheAuthorSetsThemOff() {
    #expect(outline(chapter("# เครือข่าย\n\n## ความหมาย\n\nข้อความสั้น\n\n\(long)\n")) == ["# เครือข่าย", "## ความหมาย", "p", "p"])
  }

  @Test func keepsTablesPicturesNotesAndEmphasis() {
    let markdown =
      "# เครือข่าย\n\nก **ข** *ค*[^1] [ง](https://example.org/a_b)\n\n| ก   | ข   |\n|-----|-----|\n| 1   | 2   |\n\n![ภาพ](media/p.png)\n\n> อ้าง\n\n```\nโค้ด {#x}\n```\n\n[^1]: หมายเหตุ\n"
    #expect(body(chapter(markdown)) == markdown.dropFirst("# เครือข่าย\n\n".count))
  }

  @Test func keepsListsAndGivesQuestionsIdentifiers() {
    let made = chapter(
      "# เครือข่าย\n\n\(long)\n\n1.  การดูแล\n    -   คน\n    -   งาน\n2.  **การรักษา** คือ งาน\n\n## คำถาม\n\n1.  ใครดูแล\n2.  ใครรักษา\n")
    #expect(
      outline(made) == [
        "# เครือข่าย", "p", "1. การดูแล", "  - คน", "  - งาน", "2. *การรักษา*", "## คำถาม", "1. ใครดูแล #", "2. ใครรักษา #",
      ])
  }

  @Test func readsNumbersThatWordCountsOverParagraphs() {
    let made = chapter("# เครือข่าย\n\n## หลักการ\n\n1.  **การดูแล** เป็น\(long)\n\n\(long)\n\n2.  **การรักษา** เป็น\(long)\n")
    #expect(outline(made) == ["# เครือข่าย", "## หลักการ", "1. *การดูแล*", "  p", "2. *การรักษา*"])
  }

  @Test func takesAMarkOutOfBoldType() {
    let made = chapter(
      "# เครือข่าย\n\n\(long)\n\n**1. การดูแล** เป็นการดูแลสัมพันธภาพระหว่างสมาชิก[^1]\n\n**2. การรักษา** เป็นการรักษาทิศทางของเครือข่าย\n\n[^1]: หมายเหตุ\n"
    )
    #expect(made.markdown.contains("\n1. **การดูแล** เป็นการดูแลสัมพันธภาพระหว่างสมาชิก[^1]\n2. **การรักษา** เป็น"))
  }

  @Test func keepsBracesFromBecomingOurSyntax() {
    let made = chapter("# เครือข่าย\n\nชุด {#ก} และ [@ข]\n\n{.plain}\n")
    #expect(outline(made, paragraphs: 40) == ["# เครือข่าย", "p ชุด {#ก} และ [@ข]", "p {.plain}"])
  }

  @Test func dropsWhatPandocAddsAndKeepsListsApart() {
    let made = chapter("# เครือข่าย\n\n1.  หนึ่ง\n2.  สอง\n\n&nbsp;\n\n1.  ก้าว\n2.  เดิน\n\n<!-- -->\n")
    #expect(outline(made) == ["# เครือข่าย", "1. หนึ่ง", "2. สอง", "1) ก้าว", "2) เดิน"])
  }

  @Test func keepsEveryNoteOfNoise() {
    for seed in UInt64(1)...80 {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for n in 0..<10 {
        text += thaiNoise(pieces: 1 + Int(generator.next() % 8), using: &generator).replacing("\n", with: " ").replacing(
          "\r", with: " ")
        text += n % 3 == 0 ? "[^\(n)]\n\n" : "\n\n"
      }
      text += "[^0]: ก\n\n[^3]: ข\n"
      let made = chapter(text)
      let read = parseMarkdown(
        SourceText(file: "a.md", text),
        options: MarkdownOptions(tables: true, strikethrough: true, taskLists: true, footnotes: true))
      let wanted = read.document.blocks.reduce(0) { if case .footnote = $1.content { $0 + 1 } else { $0 } }
      let kept = parseMarkdown(SourceText(file: "b.md", made.markdown)).document.blocks.reduce(0) {
        if case .footnote = $1.content { $0 + 1 } else { $0 }
      }
      #expect(kept == wanted, "seed \(seed)")
    }
  }
}

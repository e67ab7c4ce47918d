import CourseModel
import Testing

@testable import SheetExporter

/// The chapter on paper.
struct ChapterSheetTests {
  private static let chapter = """
    # บทที่ 1 ทุนทางสังคม

    Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น[^a]

    Putnam (1993) ยังเห็นว่า **ทุนทางสังคม** มี *หลาย* แบบ เช่น `x` และ[ที่นี่](https://example.org/a)

    3. สาม
    4. สี่

    > [!question] ทุนทางสังคมคืออะไร
    >
    > - คิดต่อ

    > คำพูด

    | ก | ข |
    |---|--:|
    | 1 | 2 |

    ![แผนที่](map.png)

    ```
    a
    b
    ```

    <!-- ไม่พิมพ์ -->

    [^a]: หมายเหตุ
    """

  private func blocks(_ settings: SheetSettings = SheetSettings()) throws -> [SheetBlock] {
    try #require(try ReadCourse(Self.chapter).sheet(settings)).sheet.blocks
  }

  private func flat(_ blocks: [SheetBlock]) -> [SheetBlock] {
    blocks.flatMap { block -> [SheetBlock] in
      switch block {
      case .noted(let inner, _), .columns(_, let inner): return flat(inner)
      default: return [block]
      }
    }
  }

  private func footnotes(_ blocks: [SheetBlock]) -> [String] {
    flat(blocks).flatMap { block -> [String] in
      guard case .paragraph(let text) = block else { return [] }
      return text.compactMap { if case .footnote(let note) = $0 { note.plainText } else { nil } }
    }
  }

  @Test func givesTheSourceAtTheFirstCitationOnly() throws {
    #expect(footnotes(try blocks()).filter { $0.hasPrefix("Putnam") }.count == 1)
  }

  @Test func keepsTheAuthorsNotesAndTheAddressOfALink() throws {
    let notes = footnotes(try blocks())
    #expect(notes.contains("หมายเหตุ"))
    #expect(notes.contains("https://example.org/a"))
  }

  @Test func loseNoWordOfTheChapter() throws {
    let printed = flat(try blocks()).map { block -> String in
      switch block {
      case .paragraph(let text), .heading(_, let text), .question(_, let text): return text.plainText
      default: return ""
      }
    }.joined(separator: "\n")
    for words in ["Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ", "ยังเห็นว่า ทุนทางสังคม มี หลาย แบบ เช่น x", "ทุนทางสังคมคืออะไร"] {
      #expect(printed.contains(words), "\(words)")
    }
    #expect(!printed.contains("ไม่พิมพ์"))
  }

  @Test func setsOffATermWhereItIsFirstMet() throws {
    let terms = flat(try blocks()).flatMap { block -> [String] in
      guard case .paragraph(let text) = block else { return [] }
      return text.compactMap { if case .term(let term) = $0 { term } else { nil } }
    }
    #expect(terms.filter { $0 == "ทุนทางสังคม" }.count == 1)
  }

  @Test func notesTheEnglishOfATermBesideItsParagraph() throws {
    guard case .noted(_, let notes)? = try blocks().first else {
      Issue.record("no notes")
      return
    }
    #expect(notes.map(\.plainText) == ["ทุนทางสังคม social capital"])
  }

  @Test func countsAListOnFromItsFirstNumber() throws {
    let lists = flat(try blocks()).compactMap { if case .list(let list) = $0 { list } else { nil } }
    #expect(lists.first?.start == 3 && lists.first?.items.count == 2)
  }

  @Test func printsTablesQuotesCodeAndWhatAPictureShows() throws {
    let blocks = flat(try blocks())
    #expect(
      blocks.contains {
        if case .table(let table) = $0 { table.rows.count == 1 && table.columns[1].alignment == .end } else { false }
      })
    #expect(blocks.contains(.quote([.paragraph([.text("คำพูด")])])))
    #expect(blocks.contains(.code("a\nb\n")))
    #expect(blocks.contains(.box(title: nil, [.paragraph([.soft("ภาพ: แผนที่")])])))
  }

  @Test func hasAMarginOnlyWherePaperIsWideEnough() throws {
    func sheet(_ settings: SheetSettings) throws -> Sheet { try #require(try ReadCourse(Self.chapter).sheet(settings)).sheet }
    #expect(try sheet(SheetSettings()).hasMargin)
    #expect(try !sheet(SheetSettings(paper: .a5)).hasMargin)
    #expect(try !sheet(SheetSettings(size: .large)).hasMargin)
    let two = try sheet(SheetSettings(columns: 2))
    #expect(!two.hasMargin)
    guard case .columns(2, _)? = two.blocks.first else {
      Issue.record("one column")
      return
    }
  }

  @Test func printsNotesOfPrintPagesAtTheirEnd() throws {
    let page = String(decoding: try #require(try ReadCourse(Self.chapter).sheet()).html(), as: UTF8.self)
    #expect(page.contains("<body class=\"sheet margin\">"))
    #expect(page.contains("<section class=\"footnotes\">"))
    #expect(page.contains("<ol class=\"number\" start=\"3\">"))
  }

  @Test func needsTheText() throws {
    let read = try ReadCourse(Self.chapter)
    #expect(read.exporter().plan(read.chapter, kinds: ["chapter"]).isEmpty)
  }
}

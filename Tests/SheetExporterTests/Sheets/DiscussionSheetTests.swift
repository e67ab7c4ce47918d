import CourseModel
import Testing

@testable import SheetExporter

struct DiscussionSheetTests {
  private let sheets = NetworkChapter.exporter().plan(NetworkChapter.chapter, kinds: ["discussion"])

  @Test func makesASheetForEachQuestion() {
    #expect(sheets.map(\.stem) == ["sheets/06-network-discussion-q-concepts", "sheets/06-network-discussion-q-importance"])
    #expect(sheets.allSatisfy { $0.sheet.isNamed && $0.audience == .student })
  }

  @Test func putsPromptsOnTheFrontAndTheAnswerOnTheBack() {
    let blocks = sheets.first?.sheet.blocks ?? []
    let prompts = blocks.compactMap { if case .list(let list) = $0 { list } else { nil } }.first
    #expect(prompts?.items.count == 4)
    #expect(blocks.contains(.pageBreak))
    guard case .lines(let count)? = blocks.last(where: { if case .lines = $0 { true } else { false } }) else {
      Issue.record("no lines to write on")
      return
    }
    #expect(count > 12)
  }

  @Test func addsUpTheMarks() {
    guard case .together(let parts)? = sheets.first?.sheet.blocks.last, case .table(let table)? = parts.last else {
      Issue.record("no rubric")
      return
    }
    #expect(table.rows.map { $0.cells[1].plainText } == ["3", "3", "2", "2", "10"])
    #expect(table.rows.first?.cells.first == [.text("อธิบายความสัมพันธ์ครบสามด้าน")])
  }

  @Test func asksAfterTheRecordsWhereTheAuthorWroteNoPrompts() {
    guard let list = sheets.last?.sheet.blocks.compactMap({ if case .list(let list) = $0 { list } else { nil } }).first else {
      Issue.record("no prompts")
      return
    }
    #expect(list.items.first?.first == .paragraph([.text("ความจำเป็นในการเสริมสร้างเครือข่าย มี 3 ประการ ได้แก่อะไรบ้าง")]))
  }
}

import CourseModel
import Foundation
import Testing
import ThaiText

@testable import SheetExporter

struct SummarySheetTests {
  private func blocks(_ settings: SheetSettings = SheetSettings()) -> [SheetBlock] {
    NetworkChapter.exporter(settings).plan(NetworkChapter.chapter, kinds: ["summary"]).first?.sheet.blocks ?? []
  }

  private func table(_ blocks: [SheetBlock]) -> SheetTable? {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  @Test func comparesTheTermWithMostDefinitionsByYear() {
    let table = table(blocks())
    #expect(table?.columns.last?.title == "เครือข่ายคือ")
    #expect(
      table?.rows.map { $0.cells[1].plainText } == [
        "2539 (1996)", "2539 (1996)", "2539 (1996)", "2543 (2000)", "2543 (2000)", "2546 (2003)",
      ])
    #expect(table?.rows.last?.cells.first == [.text("ปาริชาติ สถาปิตานนท์ และชัยวัฒน์ ถิระพันธุ์")])
  }

  @Test func saysThroughWhomASourceIsKnown() {
    #expect(table(blocks())?.rows[2].cells.first == [.text("Michel"), .lineBreak, .soft("อ้างใน สมใจ โลหะพูนตระกูล")])
  }

  @Test func cutsStatementsOnlyWhereTheyDoNotFit() {
    let statements = table(blocks())?.rows.map { $0.cells[2].plainText.replacingOccurrences(of: "\u{A0}", with: " ") } ?? []
    let whole = NetworkChapter.course.definitions.map(\.statement)
    for statement in statements {
      #expect(whole.contains { $0 == statement || (statement.last == "…" && $0.hasPrefix(statement.dropLast())) })
    }
  }

  @Test func givesSmallPaperFewerRowsAndShortYears() {
    let small = table(blocks(SheetSettings(paper: .a5)))
    #expect((small?.rows.count ?? 0) > 2)
    #expect(small?.columns[1].title == "ปี")
    #expect(small?.rows.first?.cells[1] == [.text("1996")])
  }

  @Test func putsAuthorsAboveStatementsWhereLargePrintFillsSmallPaper() {
    let stacked = table(blocks(SheetSettings(paper: .a5, size: .large)))
    #expect(stacked?.columns.map(\.title) == ["เครือข่ายคือ"])
    #expect(stacked?.rows.first?.cells.first?.prefix(4) == [.strong("Schuler"), .soft(" · "), .strong("1996"), .lineBreak])
    #expect((stacked?.rows.count ?? 0) > 2)
  }

  @Test func marksAnAcronymWithItsLetters() {
    let settings = SheetSettings()
    let course = NetworkChapter.course
    let withLink = Course(
      id: "c", title: "c", chapters: course.chapters, sections: course.sections,
      concepts: course.concepts + [
        Concept(
          id: ConceptID("link"), term: "การเชื่อมต่อ", english: ["link"], sections: [SectionID("components")],
          evidence: NetworkChapter.evidence())
      ], enumerations: course.enumerations)
    func marks(_ course: Course) -> [String]? {
      let context = SheetContext(
        course: course, chapter: course.chapters[0], places: ChapterIndex(course)[NetworkChapter.chapter], settings: settings,
        setting: LineSetting(terms: [], names: []))
      return course[EnumerationID("link")].map { context.marks(of: $0) }
    }
    #expect(marks(withLink) == ["L", "I", "N", "K"])
    #expect(marks(course) == ["1", "2", "3", "4"])
  }
}

import CourseModel
import Diagnostics
import Foundation
import Testing

@testable import SheetExporter

/// A sheet of bubbles is one page, whatever the paper: a second would be scanned without the student's number.
struct AnswerSheetPageTests {
  private func exam(of count: Int) -> Exam {
    let items = (0..<count).map { i in
      QuizItem(
        id: "q\(i)", kind: "test", pool: .exam, level: .remember, difficulty: 0.5, stem: "ข้อ \(i)",
        interaction: .choice(
          options: ["ก้อง", "ขวัญ", "งาม", "จันทร์"].enumerated().map { .init(text: $1, isKey: $0 == 0, feedback: "") },
          isMultiple: false, isFixedOrder: false),
        explanation: "เพราะ",
        passage: .init(text: "ข้อความ", record: .section(SectionID("meaning")), span: NetworkChapter.evidence().span),
        records: [], chapter: NetworkChapter.chapter, section: SectionID("meaning"))
    }
    return Exam(id: "final", title: "สอบปลายภาค", cover: .init(courseCode: "SOC 201"), forms: [.init(name: "", items: items)])
  }

  @Test(
    .enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"),
    arguments: [
      (SheetSettings(), 100), (SheetSettings(paper: .a5), 60), (SheetSettings(size: .large), 60),
      (SheetSettings(paper: .a5, size: .large), 30),
    ])
  func takesOnePage(settings: SheetSettings, count: Int) throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sheet = try #require(NetworkChapter.exporter(settings).plan(exam(of: count)).first { $0.kind == "answer-sheet" })
    let report = try #require(try Typesetting.set([sheet.typst()], in: folder).first)
    #expect(report.pages == 1, "\(report.pages ?? 0) pages, \(report.error ?? "")")
    #expect(Typesetting.text(of: URL(fileURLWithPath: report.output)).contains("\(count)"))
  }
}

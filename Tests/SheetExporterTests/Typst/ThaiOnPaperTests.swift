import CourseModel
import Foundation
import Testing

@testable import SheetExporter

/// What a reader of the PDFs meets: lines that begin well, and words that can be found.
struct ThaiOnPaperTests {
  /// Marks, vowels and signs that belong to what stands before them.
  private static let clinging: Set<Unicode.Scalar> = {
    var scalars = Set(")]}»”’…,;!?·ๆฯะาำๅั".unicodeScalars)
    for value in [0x0E34...0x0E3A, 0x0E47...0x0E4E].joined() {
      if let scalar = Unicode.Scalar(UInt32(value)) { scalars.insert(scalar) }
    }
    return scalars
  }()

  private func squeezed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{A0}" }))
  }

  /// Every word that stands on the sheet as its print page says it.
  private func words(on sheet: PlannedSheet) -> [String] {
    let page = squeezed(
      String(decoding: sheet.html(), as: UTF8.self).split(separator: "<body").last.map {
        String($0).replacing(#/<[^>]*>/#, with: "")
      } ?? ""
    )
    let course = NetworkChapter.course
    let all =
      course.concepts.flatMap { [$0.term] + $0.english } + course.people.map(\.display)
      + course.enumerations.flatMap { [$0.title] + $0.items.map(\.title) }
    return Set(all.map(squeezed)).filter { page.contains($0) }.sorted()
  }

  @Test(
    .enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"),
    arguments: [
      SheetSettings(), SheetSettings(paper: .a5), SheetSettings(size: .large), SheetSettings(columns: 2),
      SheetSettings(paper: .a5, size: .large),
    ])
  func beginsLinesWellAndKeepsWordsThatCanBeFound(settings: SheetSettings) throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let planned = NetworkChapter.exporter(settings).plan(NetworkChapter.chapter)
    let reports = try Typesetting.set(planned.map { $0.typst() }, standards: ["ua-1"], in: folder)
    #expect(reports.flatMap { $0.warnings ?? ["failed"] } == [])
    var found = 0
    var total = 0
    for (i, sheet) in planned.enumerated() {
      let text = Typesetting.text(of: folder.appendingPathComponent("\(i).pdf"))
      for line in text.split(separator: "\n") {
        guard let first = line.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { continue }
        let isWell = !Self.clinging.contains(first)
        #expect(isWell, "\(sheet.stem): \(line.prefix(40))")
      }
      let printed = squeezed(text)
      let words = words(on: sheet)
      total += words.count
      found += words.count { printed.contains($0) }
    }
    #expect(total > 100)
    #expect(Double(found) >= 0.99 * Double(total), "\(found) of \(total)")
  }
}

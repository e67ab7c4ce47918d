import Foundation
import Testing

@testable import SheetExporter

/// Every word has its own place on its page: none runs off the paper, none is printed over another.
struct WordsApartTests {
  private struct Word {
    var text: String
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    /// True where one is printed over the other; lines of Thai may reach into each other's room for marks.
    func covers(_ other: Word) -> Bool {
      let wide = min(x.upperBound, other.x.upperBound) - max(x.lowerBound, other.x.lowerBound)
      let high = min(y.upperBound, other.y.upperBound) - max(y.lowerBound, other.y.lowerBound)
      let lower = min(y.upperBound - y.lowerBound, other.y.upperBound - other.y.lowerBound)
      return wide > 1 && high > 0.6 * lower
    }
  }

  /// In points from the upper left corner.
  private func pages(of pdf: URL) -> [(width: Double, height: Double, words: [Word])] {
    let output = Typesetting.run(Typesetting.reader ?? "", ["-bbox", pdf.path, "-"]).output
    var pages: [(width: Double, height: Double, words: [Word])] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\"").map(String.init)
      if line.contains("<page "), parts.count > 3, let width = Double(parts[1]), let height = Double(parts[3]) {
        pages.append((width, height, []))
      } else if line.contains("<word "), parts.count > 8, !pages.isEmpty {
        let box = [1, 3, 5, 7].compactMap { Double(parts[$0]) }
        guard box.count == 4, box[0] <= box[2], box[1] <= box[3] else { continue }
        pages[pages.count - 1].words.append(Word(text: parts[8], x: box[0]...box[2], y: box[1]...box[3]))
      }
    }
    return pages
  }

  @Test(
    .enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"),
    arguments: [SheetSettings(), SheetSettings(paper: .a5), SheetSettings(size: .large), SheetSettings(paper: .a5, size: .large)])
  func standOnThePageAndNotOnEachOther(settings: SheetSettings) throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let planned = NetworkChapter.exporter(settings).plan(NetworkChapter.chapter)
    let reports = try Typesetting.set(planned.map { $0.typst() }, in: folder)
    #expect(reports.count == planned.count && reports.allSatisfy(\.ok) && reports.count > 6)
    var count = 0
    for (sheet, report) in zip(planned, reports) {
      for (number, page) in pages(of: URL(fileURLWithPath: report.output)).enumerated() {
        count += page.words.count
        let place = "\(sheet.stem), page \(number + 1)"
        for (i, word) in page.words.enumerated() {
          #expect(word.y.lowerBound > 8 && word.y.upperBound < page.height, "\(word.text) runs off \(place)")
          #expect(word.x.lowerBound > 8 && word.x.upperBound < page.width, "\(word.text) runs off \(place)")
          for other in page.words[(i + 1)...] where word.covers(other) {
            Issue.record("\(word.text) and \(other.text) are one over the other on \(place)")
          }
        }
      }
    }
    #expect(count > 1000)
  }
}

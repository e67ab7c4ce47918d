import ChapterMarkdown
import CourseModel
import Diagnostics
import Foundation
import SiteExporter
import TestSupport
import Testing

struct ChapterNoiseTests {
  /// Start tags less end tags of each element. By bytes: a `>` and a mark after it are one `Character`.
  private func openElements(_ page: [UInt8]) -> [String: Int] {
    var open: [String: Int] = [:]
    for part in page.split(separator: UInt8(ascii: "<")).dropFirst() {
      let isEnd = part.first == UInt8(ascii: "/")
      let name = part.dropFirst(isEnd ? 1 : 0).prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x31 && $0 <= 0x36) }
      open[String(decoding: name, as: UTF8.self), default: 0] += isEnd ? -1 : 1
    }
    return open
  }

  @Test func keepsElementsWholeUnderMarksAtAnyPlace() throws {
    let fixture = FixtureCourse()
    let exporter = try #require(fixture.exporter())
    let chapter = ChapterID("network")
    let records: [RecordID] = [
      .concept(ConceptID("social-network")), .citation(CitationID("c-1")), .definition(DefinitionID("d-1")),
      .enumeration(EnumerationID("e-1")),
      .figure(FigureID("fig-1")), .question(QuestionID("q-1")), .section(SectionID("meaning")), .concept(ConceptID("unknown")),
    ]
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = SourceText(file: "Content/01-network/chapter.md", thaiNoise(pieces: 80, using: &generator))
      // Recognisers cut between characters, never inside one.
      func whole(_ offset: Int) -> Int {
        var offset = min(offset, text.bytes.count)
        while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
      }
      var marks: [Mark] = []
      var start = 0
      while start < text.bytes.count {
        let length = Int(generator.next() % 60) + 8
        let record = records[Int(generator.next() % UInt64(records.count))]
        marks.append(Mark(range: ByteRange(whole(start), whole(start + length)), record: record))
        let inner = records[Int(generator.next() % UInt64(records.count))]
        marks.append(Mark(range: ByteRange(whole(start + 1), whole(start + length - 3)), record: inner))
        start += length + Int(generator.next() % 20)
      }
      let document = parseMarkdown(text).document
      let made = try #require(exporter.chapterPage(chapter, document: document, marks: marks))
      let page = String(decoding: made.bytes, as: UTF8.self)
      let open = openElements(made.bytes)
      for element in ["a", "span", "div", "p", "ol", "figure", "article"] {
        #expect(open[element, default: 0] == 0, "\(element), seed \(seed)")
      }
      let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count, "seed \(seed)")
    }
  }
}

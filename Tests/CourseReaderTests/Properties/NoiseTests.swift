import CourseModel
import Diagnostics
import Foundation
import TestSupport
import ThaiText
import Testing

@testable import CourseReader

/// Words that recognisers react to, among marks that Thai writing can put wrongly.
private func scholarlyNoise(pieces: Int, using generator: inout SeededGenerator) -> String {
  let stock = [
    "Schuler (1996)", "สมชาย ใจดี (2560)", "(อภิชัย พันธเสน, 2539)", "(Michel อ้างใน สมใจ ดี, 2539: 5)", " กล่าวว่า ", "เครือข่าย",
    "เครือข่าย (network)",
    " คือ ", " หมายถึง ", "ได้แก่ ", "มี 3 ประการ ", "1) ", "2) ", "(ก) ", "ประการแรก ", "ประการที่สอง ", "และ", "หรือ", "ของ", "การ",
    "ความ", "ในปี พ.ศ. 2514 ",
    "พระธรรมปิฎก", "กระทรวงศึกษาธิการ", "ให้ความหมายของ", "ว่า", "แตกต่างจาก", "“", "”", "\"", "(", ")", "[", "]", ";", ",", " ", " ",
    "   ", "\n", "\n\n", "## ",
    "# บทที่ 1 ", "- ", "> ", "> [!definition] ", "> [!question] ", "**", "*", "`", "\\", "[@key]", "{.plain}",
    "[ค]{.concept en=\"c\"}", "๒๕๔๖", "2546", "1776/1976",
    "น. 5", "\u{0E4D}\u{0E32}", "\u{0E49}", "\u{0E31}", "เเ", "\u{200B}", "ๆ", "ฯลฯ", "LINK", "และคณะ", "et al.", "\u{0E33}", "น้ำ",
    "ดร.", "😀", "e\u{0301}", "\r\n",
  ]
  var out = ""
  for _ in 0..<pieces { out += stock[Int(generator.next() % UInt64(stock.count))] }
  return out
}

@Suite struct ReadingNoise {
  /// Ten thousand small texts, each read whole: nothing traps, and every record's slice is inside its file.
  @Test func endsAndPointsIntoTheText() {
    var generator = SeededGenerator(seed: 20_260)
    for n in 0..<10_000 {
      let pieces = 2 + Int(generator.next() % 9)
      let text =
        n % 3 == 0
        ? thaiNoise(pieces: pieces, using: &generator)
        : n % 3 == 1 ? markdownNoise(pieces: pieces, using: &generator) : scholarlyNoise(pieces: pieces, using: &generator)
      let reading = chapter(text)
      let count = text.utf8.count
      let places =
        reading.citations.map(\.place.range) + reading.terms.map(\.place.range) + reading.definitions.map(\.place.range)
        + reading.enumerations.map(\.place.range) + reading.questions.map(\.place.range)
      if let wrong = places.first(where: { $0.upperBound > count || $0.isEmpty }) {
        Issue.record("\(wrong) is outside \(text.debugDescription)")
        return
      }
      if n % 200 == 0 { _ = resolveCourse([reading]) }
    }
  }

  /// «The slice, read as inline Markdown and normalised, equals the record's text» (records.md), for every record of noise.
  @Test func slicesToTheWordsOfEveryRecord() {
    var generator = SeededGenerator(seed: 7)
    var records = 0
    for _ in 0..<250 {
      let text = scholarlyNoise(pieces: 60, using: &generator)
      let source = SourceText(file: "chapter.md", text)
      let reading = readChapter(source, name: "chapter")
      let slices = SliceReader(source)
      func expect(_ range: ByteRange, _ words: String) {
        records += 1
        if !slices.reads(range, as: words) {
          Issue.record("“\(source.slice(range))” is not “\(words)” in \(text.debugDescription)")
        }
      }
      for x in reading.citations where x.key == nil { expect(x.place.range, x.text) }
      for x in reading.terms { expect(x.place.range, x.term) }
      for x in reading.definitions where x.place.rule != "definition.marked" { expect(x.place.range, x.statement) }
      for x in reading.questions { expect(x.place.range, x.text) }
    }
    #expect(records > 500)
  }
}

/// Four times the text takes about four times the time: nothing in reading is worse than linear on what can be repeated.
@Suite(.serialized) struct LinearReading {
  /// Unoptimised code reads some 50 kB a second: it shows the same curve on less.
  #if DEBUG
    private let size = 2_000
  #else
    private let size = 256_000
  #endif

  /// What this thread computed: a busy machine does not count.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func seconds(_ bytes: Int, _ piece: String) -> Double {
    let text = SourceText(file: "a.md", String(repeating: piece, count: bytes / piece.utf8.count))
    let start = threadSeconds()
    _ = readChapter(text, name: "a")
    return threadSeconds() - start
  }

  @Test(arguments: [
    "(", ")", "“", "\"", "คือ", "คือ ", "หมายถึง", "Schuler ", "สมชาย ใจดี ", "สมชาย ใจดี (2560) ", "(อภิชัย พันธเสน, 2539) ",
    "ให้ความหมายของ", "ได้แก่ ก ", "1) ",
    "(ก) ", "แตกต่างจาก", "ในปี 2514 ", "มี 3 ประการ ", "เครือข่าย (network) ", "[", "พระ", "หรือ a ", "ไม่ได้หมายถึง ก ", "(2546", "“ก ",
    "ๆ ", "และ",
    "อ้างใน ", "คำว่า ", "คำนี้หมายถึง ", "มิใช่ ก ", "ประเภทที่สอง ", "หนึ่ง ", "หนึ่ง สอง ", "มีผู้ให้ความหมาย", "ก (2540) ให้ความหมายว่า ",
    "ก (a) ซึ่งเป็นการที่ ",
    "มี 2 ประการ คือ ก และ ข ",
  ])
  func isLinearIn(_ piece: String) {
    // The shorter of two: the first run warms caches and tables.
    let quarter = (0..<2).map { _ in seconds(size, piece) }.min() ?? 0
    let whole = (0..<2).map { _ in seconds(4 * size, piece) }.min() ?? 0
    #expect(whole < max(0.4, quarter * 8), "\(piece): \(quarter) s for \(size) bytes, \(whole) s for four times as many")
  }
}

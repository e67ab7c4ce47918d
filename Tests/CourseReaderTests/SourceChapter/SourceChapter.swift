import Diagnostics
import TestSupport

@testable import CourseReader

/// The source chapter as its importer would write it: headings, the bullets of the three senses, the questions as a list.
///
/// The plain text has none of that; what is a heading is said here by hand, so that these tests measure reading alone.
enum SourceChapter {
  static let path = "seed/chapter-6.txt"

  static let text: SourceText = {
    var out = ""
    var senses: Set<String> = []
    let lines = String(decoding: SharedInputs.bytes(path), as: UTF8.self).split(separator: "\n").map(trimmed).filter { !$0.isEmpty }
    for line in lines {
      // The labels of figure 12 follow the questions: they are the figure's, not the text's.
      if line == "การถ่ายทอดความรู้ , ทักษะ" { break }
      if line == "บทที่ 6" || line.hasPrefix("3.อภิปราย") { continue }
      if line.hasPrefix("เครือข่าย: ฐานคิด") {
        out += "# บทที่ 6 \(line)\n\n"
      } else if let level = headings[line] {
        out += String(repeating: "#", count: level) + " \(line)\n\n"
      } else if line.hasPrefix("เครือข่าย : ") {
        // First as a list, then as headings.
        out += (senses.insert(line).inserted ? "- " : "### ") + "\(line)\n\n"
      } else if line.hasPrefix("1.แนวคิด") || line.hasPrefix("2.ความสำคัญ") {
        out += "\(line.prefix(2)) \(line.dropFirst(2))\n\n"
      } else {
        out += line + "\n\n"
      }
    }
    return SourceText(file: "Content/06-network/chapter.md", out)
  }()

  static let reading: ChapterReading = readChapter(text, name: "06-network")

  private static let headings: [String: Int] = [
    "ฐานคิดเกี่ยวกับ “เครือข่าย”": 2, "เครือข่ายเป็นระบบความสัมพันธ์ในสังคมมนุษย์": 3, "ความหมายของเครือข่ายทางสังคม (social network)": 2,
    "องค์ประกอบของเครือข่าย": 2, "ความจำเป็นในการเสริมสร้างเครือข่าย": 2, "1. สถานการณ์ปัญหาและสภาพแวดล้อม": 3, "2. การสร้างพื้นที่ทางสังคม": 3,
    "3. การประสานผลประโยชน์อย่างเท่าเทียม": 3, "คำถาม": 2,
  ]

  private static func trimmed(_ line: Substring) -> String {
    var scalars = line.unicodeScalars[...]
    while let first = scalars.first, first == " " || first == "\r" || first == "\u{FEFF}" || first == "\t" {
      scalars = scalars.dropFirst()
    }
    while let last = scalars.last, last == " " || last == "\r" || last == "\t" { scalars = scalars.dropLast() }
    return String(scalars)
  }
}

/// What was found of what was to be found.
struct Score: CustomStringConvertible {
  var right: Int
  var reported: Int
  var expected: Int

  var precision: Double { reported == 0 ? 0 : Double(right) / Double(reported) }
  var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  mutating func add(_ other: Score) {
    right += other.right
    reported += other.reported
    expected += other.expected
  }

  var description: String {
    "precision \(precision), recall \(recall), F1 \(f1): \(right) right of \(reported) reported, \(expected) to be found"
  }
}

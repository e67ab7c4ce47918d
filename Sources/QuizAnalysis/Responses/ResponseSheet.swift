import CourseModel
import Diagnostics

/// What a group of students answered, item by item.
package struct ResponseSheet: Sendable {
  package struct Answer: Hashable, Sendable {
    /// 0 to 1; nil where nothing was answered, which earns nothing.
    package var score: Double?
    /// Which option was chosen, as the bank orders them; nil where the item has none or the answer is none of them.
    package var option: Int?

    package init(score: Double? = nil, option: Int? = nil) {
      self.score = score
      self.option = option
    }
  }
  package struct Column: Sendable {
    /// As the file calls it.
    package var name: String
    package var item: QuizItem?
    /// One a student.
    package var answers: [Answer]

    package init(name: String, item: QuizItem?, answers: [Answer]) {
      self.name = name
      self.item = item
      self.answers = answers
    }
  }
  package var students: [String]
  package var columns: [Column]

  package init(students: [String], columns: [Column]) {
    self.students = students
    self.columns = columns
  }
}

/// Reads a response file in whichever layout it has.
package enum ResponseReading {
  /// - Parameter bank: what the columns are told by; items may be named by identifier, stem or number.
  package static func read(_ text: SourceText, bank: QuizBank) -> (sheet: ResponseSheet?, diagnostics: [Diagnostic]) {
    let table = DelimitedTable(text)
    guard let header = table.rows.first, table.rows.count > 1 else {
      return (
        nil,
        [
          Diagnostic(
            "no-responses", .error, thai: "ไฟล์นี้ไม่มีคำตอบของผู้สอบ", english: "this file holds no responses",
            at: text.span(ByteRange(0, min(1, text.bytes.count))),
            repair: Wording(
              thai: "แถวแรกเป็นชื่อคอลัมน์ แถวต่อไปเป็นผู้สอบคนละแถว", english: "the first row names the columns, then comes a row a student"
            ))
        ]
      )
    }
    let index = BankIndex(bank)
    let names = header.map(\.text)
    for layout in layouts {
      guard let columns = layout.columns(names, index), !columns.isEmpty else { continue }
      // Rows may be shorter than the header: the table is as large as both say, not as the file.
      guard columns.count <= cells / table.rows.count else {
        return (
          nil,
          [
            Diagnostic(
              "too-many-responses", .error, thai: "ตารางคำตอบมี \(columns.count) ข้อ × \(table.rows.count) แถว ใหญ่เกินไป",
              english: "\(columns.count) items by \(table.rows.count) rows are more than can be analysed",
              at: text.span(header[0].range),
              repair: Wording(thai: "แบ่งไฟล์ตามกลุ่มผู้สอบ", english: "split the file by groups of students"))
          ]
        )
      }
      var reader = RowReader(text, index: index, layout: layout.name)
      return reader.read(table.rows, columns, identity: layout.identity(names))
    }
    let seen = names.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    return (
      nil,
      [
        Diagnostic(
          "unknown-response-columns", .error, thai: "ไม่มีคอลัมน์ใดเป็นคำตอบของข้อสอบ: พบ \(seen)",
          english: "no column holds responses to an item: there are \(seen)", at: text.span(header[0].range),
          repair: Wording(
            thai: "ใช้รายงาน Responses ของ Moodle, Student Analysis ของ Canvas หรือตารางที่หัวคอลัมน์เป็นรหัสหรือลำดับข้อ",
            english: "give Moodle's Responses report, Canvas's Student Analysis, or a table whose columns are item ids or numbers"))
      ]
    )
  }

  /// The most answers a table may have: ten thousand students with two thousand items.
  private static let cells = 20_000_000

  private static let layouts: [any ResponseLayout] = [CanvasLayout(), MoodleLayout(), StudentByItemLayout()]
}

/// How one system lays its export out. A new one is a file beside these and a line in `layouts`.
protocol ResponseLayout: Sendable {
  var name: String { get }
  /// nil when the header is not this layout's.
  func columns(_ header: [String], _ index: BankIndex) -> [ResponseColumn]?
  /// The columns that tell students apart.
  func identity(_ header: [String]) -> [Int]
}

/// Where an item's responses stand.
struct ResponseColumn {
  var name: String
  var item: QuizItem?
  /// Items the column may be about, where its words are those of several.
  var candidates: [QuizItem] = []
  /// The answer itself, or a score where `isScore`.
  var response: Int
  var isScore = false
  /// Points for the whole item, where scores are points.
  var points: Double = 1
  /// The right answer, where the file says it.
  var right: Int?
  /// The item's words, where the file says them a row.
  var question: Int?
}

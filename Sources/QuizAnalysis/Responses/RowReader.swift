import CourseModel
import Diagnostics

/// Reads the students' rows under the columns a layout found.
struct RowReader {
  private let text: SourceText
  private let index: BankIndex
  private let layout: String
  private var diagnostics: [Diagnostic] = []

  init(_ text: SourceText, index: BankIndex, layout: String) {
    self.text = text
    self.index = index
    self.layout = layout
  }

  mutating func read(_ rows: [[DelimitedTable.Cell]], _ columns: [ResponseColumn], identity: [Int])
    -> (sheet: ResponseSheet?, diagnostics: [Diagnostic])
  {
    let header = rows[0]
    let students = students(rows, columns, identity, width: header.count)
    var read: [ResponseSheet.Column] = []
    for column in columns {
      var column = column
      let cells = students.map { row in row.indices.contains(column.response) ? row[column.response].text : "" }
      if let question = column.question,
        let words = students.lazy.map({ $0.indices.contains(question) ? $0[question].text : "" }).first(where: { !$0.isEmpty })
      {
        column.candidates = index.items(stem: words)
      }
      if column.item == nil { column.item = Self.best(of: column.candidates, for: cells) }
      let place = header.indices.contains(column.response) ? header[column.response].range : ByteRange(0, 0)
      guard let answers = answers(column, cells, students, place) else { continue }
      read.append(.init(name: column.item?.id ?? column.name, item: column.item, answers: answers))
    }
    guard students.count >= 2, read.count >= 2 else {
      diagnostics.append(
        Diagnostic(
          "too-few-responses", .error, thai: "มีผู้สอบ \(students.count) คนกับข้อสอบที่ตรวจได้ \(read.count) ข้อ วิเคราะห์ไม่ได้",
          english: "\(students.count) students and \(read.count) scored items cannot be analysed", at: text.span(header[0].range)))
      return (nil, diagnostics)
    }
    return (
      ResponseSheet(
        students: students.map { row in identity.map { row.indices.contains($0) ? row[$0].text : "" }.joined(separator: " ") },
        columns: read),
      diagnostics
    )
  }

  /// Of items that ask alike, the one whose options most of the answers are.
  private static func best(of candidates: [QuizItem], for cells: [String]) -> QuizItem? {
    guard candidates.count > 1 else { return candidates.first }
    func fit(_ item: QuizItem) -> Int {
      guard let scoring = AnswerScoring(item) else { return 0 }
      return cells.count { scoring.answer($0, byLetter: false).score != nil }
    }
    return candidates.map { (item: $0, fit: fit($0)) }.max { $0.fit < $1.fit }?.item
  }

  /// One row a student: blank ones, averages and second attempts are left out, with a word about it.
  private mutating func students(
    _ rows: [[DelimitedTable.Cell]], _ columns: [ResponseColumn], _ identity: [Int], width: Int
  ) -> [[DelimitedTable.Cell]] {
    var kept: [[DelimitedTable.Cell]] = []
    var met: Set<String> = []
    for row in rows.dropFirst() {
      let who = identity.map { row.indices.contains($0) ? row[$0].text : "" }.joined(separator: " ")
      let at = row.first.map { text.span($0.range) }
      guard row.count <= width else {
        diagnostics.append(
          Diagnostic(
            "ragged-row", .warning, thai: "แถวนี้มี \(row.count) ช่อง แต่หัวตารางมี \(width) จึงไม่นับ",
            english: "this row has \(row.count) cells under \(width) columns and was not counted", at: at,
            repair: Wording(thai: "ใส่เครื่องหมายคำพูดรอบข้อความที่มีจุลภาค", english: "put text with commas in quotes")))
        continue
      }
      let first = row.first?.text.lowercased() ?? ""
      let isSummary = ["overall average", "ค่าเฉลี่ยรวม", "average"].contains(first) || who.allSatisfy { $0 == " " }
      if isSummary && layout != "table" { continue }
      guard columns.contains(where: { row.indices.contains($0.response) && !["", "-"].contains(row[$0.response].text) }) else {
        diagnostics.append(
          Diagnostic(
            "blank-student", .note, thai: "“\(who)” ไม่ได้ตอบข้อใด จึงไม่นับ", english: "“\(who)” answered nothing and was not counted",
            at: at))
        continue
      }
      if !who.isEmpty, !met.insert(who).inserted {
        diagnostics.append(
          Diagnostic(
            "second-attempt", .note, thai: "“\(who)” มีมากกว่าหนึ่งแถว นับแถวแรก",
            english: "“\(who)” has more than one row: the first counts",
            at: at))
        continue
      }
      kept.append(row)
    }
    return kept
  }

  /// nil where a column cannot be scored; the reason has been said.
  private mutating func answers(
    _ column: ResponseColumn, _ cells: [String], _ rows: [[DelimitedTable.Cell]], _ place: ByteRange
  ) -> [ResponseSheet.Answer]? {
    let numbers = cells.map { Double($0.replacing(",", with: ".")) }
    let answered = cells.indices.filter { !["", "-"].contains(cells[$0]) }
    let areNumbers = answered.allSatisfy { numbers[$0] != nil }
    if column.isScore || (layout == "table" && areNumbers && isScored(column.item, answered.compactMap { numbers[$0] })) {
      let most = column.isScore ? column.points : 1
      return numbers.enumerated().map { i, number in
        guard let number, number.isFinite, answered.contains(i) || number != 0 else { return .init() }
        return .init(score: min(1, max(0, number / most)))
      }
    }
    if let item = column.item, let scoring = AnswerScoring(item) {
      var unknown = 0
      let answers = cells.map { cell -> ResponseSheet.Answer in
        guard !["", "-"].contains(cell) else { return .init() }
        let answer = scoring.answer(cell, byLetter: layout == "table")
        if answer.score == nil { unknown += 1 }
        return answer.score == nil ? .init(score: 0) : answer
      }
      if unknown > 0 {
        diagnostics.append(
          Diagnostic(
            "unknown-answers", .warning, thai: "ข้อ \(item.id): คำตอบ \(unknown) ช่องไม่ตรงกับตัวเลือกใดในคลัง นับเป็นผิด",
            english: "\(item.id): \(unknown) answers are none of the bank's options and count as wrong", at: text.span(place),
            repair: Wording(thai: "ใช้คลังฉบับเดียวกับที่สอบ", english: "give the bank that was used for the test")))
      }
      return answers
    }
    if let right = column.right {
      return zip(cells, rows).map { cell, row in
        guard !["", "-"].contains(cell), row.indices.contains(right) else { return .init() }
        return .init(score: BankIndex.key(cell) == BankIndex.key(row[right].text) ? 1 : 0)
      }
    }
    if layout == "canvas" {
      // The points stand in the column behind.
      return rows.map { row in
        guard row.indices.contains(column.response + 1), let points = Double(row[column.response + 1].text) else { return .init() }
        return .init(score: min(1, max(0, points / column.points)))
      }
    }
    diagnostics.append(
      Diagnostic(
        "unscored-column", .warning, thai: "คอลัมน์ “\(column.name)” ไม่มีในคลังและไม่ใช่คะแนน จึงไม่วิเคราะห์",
        english: "column “\(column.name)” is no item of the bank and holds no scores: it was left out", at: text.span(place),
        repair: Wording(thai: "ตั้งหัวคอลัมน์เป็นรหัสข้อสอบในคลัง", english: "head the column with the item's id in the bank")))
    return nil
  }

  /// Numbers of 0 to 1 are scores; of an item with options, a number over 1 names an option.
  private func isScored(_ item: QuizItem?, _ numbers: [Double]) -> Bool {
    guard let most = numbers.max() else { return true }
    return most <= 1
  }
}

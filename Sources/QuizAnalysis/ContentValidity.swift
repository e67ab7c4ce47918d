import Diagnostics

/// Item–objective congruence (IOC, Rovinelli and Hambleton): experts rate each item +1, 0 or −1; the mean says how far they agree that it
/// tests what it should. Under 0.50 it is mended or dropped.
package struct ContentValidity: Sendable {
  package struct Item: Hashable, Sendable {
    package var name: String
    package var ratings: [Int]
    package var index: Double
    package var isAccepted: Bool { index >= 0.5 }
  }
  package var experts: [String]
  package var items: [Item]

  /// A row an item, its name first, then a column an expert. nil when nothing could be read.
  package static func read(_ text: SourceText) -> (validity: ContentValidity?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let rows = DelimitedTable(text).rows
    guard let header = rows.first, header.count >= 2, rows.count >= 2 else {
      diagnostics.append(
        Diagnostic(
          "no-ratings", .error, thai: "ไฟล์นี้ไม่มีคะแนนของผู้เชี่ยวชาญ", english: "this file holds no ratings",
          at: text.span(ByteRange(0, min(1, text.bytes.count))),
          repair: Wording(
            thai: "คอลัมน์แรกเป็นรหัสข้อ คอลัมน์ต่อไปเป็นผู้เชี่ยวชาญคนละคอลัมน์ (+1 0 −1)",
            english: "the first column is the item, then a column an expert (+1, 0, −1)")))
      return (nil, diagnostics)
    }
    var items: [Item] = []
    for row in rows.dropFirst() {
      var ratings: [Int] = []
      var isWhole = row.count == header.count
      if !isWhole, let first = row.first {
        diagnostics.append(
          Diagnostic(
            "ragged-row", .error, thai: "แถวนี้มี \(row.count) ช่อง แต่หัวตารางมี \(header.count)",
            english: "this row has \(row.count) cells under \(header.count) columns", at: text.span(first.range)))
      }
      for cell in row.dropFirst().prefix(header.count - 1) {
        let written = cell.text.replacing("−", with: "-").replacing("–", with: "-").replacing("+", with: "")
        guard let rating = Int(written), (-1...1).contains(rating) else {
          isWhole = false
          diagnostics.append(
            Diagnostic(
              "bad-rating", .error, thai: "“\(cell.text)” ไม่ใช่ +1 0 หรือ −1", english: "“\(cell.text)” is none of +1, 0, −1",
              at: text.span(cell.range)))
          continue
        }
        ratings.append(rating)
      }
      guard isWhole, !ratings.isEmpty else { continue }
      items.append(
        Item(name: row[0].text, ratings: ratings, index: Double(ratings.reduce(0, +)) / Double(ratings.count)))
    }
    return (items.isEmpty ? nil : ContentValidity(experts: header.dropFirst().map(\.text), items: items), diagnostics)
  }
}

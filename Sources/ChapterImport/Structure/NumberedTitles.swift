import ThaiText

/// «บทที่ 6», «หน่วยที่ ๓ ชื่อหน่วย», «Chapter 6: …»: the line that opens a chapter.
struct ChapterMarker: Hashable, Sendable {
  /// As printed, in Arabic digits.
  var number: String
  /// Bytes of the words and the number.
  var length: Int
  /// Where a title on the same line begins; the end where there is none.
  var titleStart: Int

  init?(_ text: [UInt8]) {
    guard let (number, end) = numbered(text, after: Self.words), number.count == 1 else { return nil }
    self.number = String(number[0])
    length = end
    titleStart = end
    while titleStart < text.count, [0x20, 0x3A, 0x2D, 0x2E].contains(text[titleStart]) { titleStart += 1 }
    // «บทที่ 6 กล่าวถึง …» in running text is no opening: what follows must look like a title.
    let rest = text[titleStart...]
    if !rest.isEmpty, !HeadingCues.isTitleLike(rest, width: cells(rest)) { return nil }
  }

  private static let words = ["บทเรียนที่", "บทที่", "หน่วยการเรียนรู้ที่", "หน่วยการเรียนที่", "หน่วยการสอนที่", "หน่วยที่", "chapter", "unit"]
}

/// «ตอนที่ 6.1 …», «เรื่องที่ 6.1.2 …», «ส่วนที่ 2»: a part of a chapter that says what it is.
struct PartMarker: Hashable, Sendable {
  /// 2 for a part, 3 for a part of a part.
  var level: Int
  /// Whether its name stands on the same line.
  var hasTitle: Bool

  init?(_ text: [UInt8]) {
    guard let (numbers, end) = numbered(text, after: Self.parts + Self.smallParts) else { return nil }
    let rest = text[end...].drop { [0x20, 0x3A, 0x2D, 0x2E].contains($0) }
    guard rest.isEmpty || HeadingCues.isTitleLike(rest, width: cells(rest)) else { return nil }
    hasTitle = !rest.isEmpty
    let isSmall = Self.smallParts.contains { text.begins(with: $0) }
    level = isSmall || numbers.count > 2 ? 3 : 2
  }

  private static let parts = ["ตอนที่", "ส่วนที่", "ภาคที่", "section", "part"]
  private static let smallParts = ["เรื่องที่", "หัวข้อที่", "ประเด็นที่"]
}

/// «แผนภาพที่ 12 ชื่อภาพ», «ตารางที่ ๓», «Figure 2. …»: the caption of a figure or table.
struct CaptionMarker: Hashable, Sendable {
  var isTable: Bool

  init?(_ text: [UInt8], width: Int) {
    guard width <= 140, let (_, end) = numbered(text, after: Self.figures + Self.tables) else { return nil }
    let rest = text[end...].drop { [0x20, 0x3A, 0x2D, 0x2E].contains($0) }
    guard !Self.sentences.contains(where: { rest.begins(with: $0) }), !HeadingCues.announces(text) else { return nil }
    isTable = Self.tables.contains { text.begins(with: $0) }
  }

  private static let figures = [
    "แผนภาพที่", "แผนภาพ", "ภาพที่", "ภาพประกอบที่", "รูปที่", "รูปภาพที่", "แผนภูมิที่", "แผนผังที่", "กราฟที่", "แผนที่ที่", "figure", "fig.",
  ]
  private static let tables = ["ตารางที่", "ตาราง", "table"]
  private static let sentences = ["แสดงให้เห็น", "พบว่า", "จะเห็น", "เป็นการ", "ได้แสดง", "อธิบาย", "ข้างต้น", "ชี้ให้เห็น"]
}

/// The numbers after one of the words that begin a text («บทที่ ๖.๑» is 6, 1), and where they end.
private func numbered(_ text: [UInt8], after words: [String]) -> (numbers: [Int], end: Int)? {
  let lower = comparisonKey(Array(text.prefix(60)))
  guard let word = words.first(where: { lower.begins(with: $0) }) else { return nil }
  var i = word.utf8.count
  while i < text.count, text[i] == 0x20 { i += 1 }
  var numbers: [Int] = []
  while true {
    let start = i
    while i < text.count, let length = digitLength(text, at: i), i - start < 12 { i += length }
    guard i > start, let number = wholeNumber(text[start..<i].asText) else { break }
    numbers.append(number)
    guard i + 1 < text.count, text[i] == 0x2E, digitLength(text, at: i + 1) != nil else { break }
    i += 1
  }
  guard !numbers.isEmpty else { return nil }
  let isClosed = i == text.count || [0x20, 0x3A, 0x2E, 0x2D, 0x29].contains(text[i]) || text[i] == 0xE0
  return isClosed ? (numbers, i) : nil
}

private func digitLength(_ text: [UInt8], at i: Int) -> Int? {
  if text[i] >= 0x30, text[i] <= 0x39 { return 1 }
  guard i + 2 < text.count, text[i] == 0xE0, text[i + 1] == 0xB9, text[i + 2] >= 0x90, text[i + 2] <= 0x99 else { return nil }
  return 3
}

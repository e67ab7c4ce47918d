import CourseModel

/// How a set and its items are named in a stem.
enum SetTitle {
  /// Longer titles of items are cut to whole clauses of about this many graphemes.
  private static let limit = 90

  /// An item's title as an option: without a trailing colon, shortened when it is a paragraph.
  static func shown(_ title: String) -> String {
    var title = title
    while let last = title.last, last == ":" || last == " " || last == "." { title.removeLast() }
    guard title.utf8.count > limit, let phrase = Statement(title).opening(limit: limit) else { return title }
    return phrase.text
  }

  /// True when «ข้อใดเป็น…» can be followed by the title: a noun phrase without a break, of moderate length.
  static func isNoun(_ title: String) -> Bool {
    guard !title.isEmpty, Letters.count(title) <= 60, !title.utf8.contains(0x28) else { return false }
    return !title.beginsWithAny(of: verbs)
  }

  private static let verbs = [
    "กล่าว", "ประกอบ", "ได้แก่", "มี", "เป็น", "คือ", "ดัง", "สามารถ", "แบ่ง", "จาก", "ใน", "โดย", "นอกจาก", "ซึ่ง", "เพราะ",
  ]
}

/// Whether what was read as a term can stand in a stem: «ความหมายของ…» must be followed by a noun.
enum TermShape {
  static func isNoun(_ term: String) -> Bool {
    guard Letters.count(term) >= 2, Letters.count(term) <= 70 else { return false }
    return !term.beginsWithAny(of: beginnings) && !term.holds("ก็") && !term.ends(with: "ที่สุด")
  }

  /// «…คืออะไร»: a question read as a definition.
  static func asks(_ statement: String) -> Bool { statement.beginsWithAny(of: ["อะไร", "ใคร", "อย่างไร", "เท่าใด"]) }

  private static let beginnings = [
    "ที่", "แต่", "และ", "หรือ", "ซึ่ง", "โดย", "เพื่อ", "อัน", "จึง", "ทั้ง", "ดัง", "เช่น", "เมื่อ", "ถ้า", "หาก", "ว่า", "ก็", "นี้", "นั้น",
  ]
}

/// Which words and signs may not be parted from their neighbour at the end of a line.
enum Clinging {
  /// Whether a word belongs to the one after it: a line that ends in «แต่» or «การ» makes the reader hold their breath.
  static func leansRight(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 24 && leaningRight.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether a word belongs to the one before it.
  static func leansLeft(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 27 && leaningLeft.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether a word at the end of a clause would be a line of its own with nothing to say: «… อธิบายได้».
  static func closes(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 12 && closingWords.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether what stands first here may not begin a line.
  static func clingsLeft(_ text: ArraySlice<UInt8>) -> Bool { startsWithAny(of: closing, text) }

  /// Whether a space before this may not end a line: what is left out, or a closing sign.
  static func trails(_ text: ArraySlice<UInt8>) -> Bool { startsWithAny(of: trailing, text) }

  /// Whether what stands last here may not end a line.
  static func clingsRight(_ text: ArraySlice<UInt8>) -> Bool {
    opening.contains { text.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a place is between the letters of «ฯลฯ», or after a full stop with Thai letters on both sides, «บ.ก.»: a sentence of
  /// Thai ends without one.
  static func isInsideAbbreviation(_ bytes: [UInt8], at place: Int) -> Bool {
    if place >= 4, bytes[place - 1] == 0x2E, bytes[place - 4] == 0xE0, place < bytes.count, bytes[place] == 0xE0 { return true }
    return [3, 6].contains { back in
      place >= back && bytes[(place - back)...].prefix(9).elementsEqual("ฯลฯ".utf8)
    }
  }

  private static func startsWithAny(of signs: [[UInt8]], _ text: ArraySlice<UInt8>) -> Bool {
    signs.contains { text.prefix($0.count).elementsEqual($0) }
  }

  /// Conjunctions, prepositions, relatives, negations and the nominalisers, as libthai cuts them.
  private static let leaningRight: Set<String> = [
    "การ", "ความ", "ผู้", "นัก", "และ", "หรือ", "แต่", "ของ", "ที่", "ซึ่ง", "อัน", "โดย", "เพื่อ", "กับ", "แก่", "ใน", "จาก", "ว่า", "ไม่", "มิ",
    "จะ", "ให้",
    "แห่ง", "เพราะ", "ทั้ง", "ทุก", "แต่ละ", "เป็น", "คือ", "ต้อง", "ควร", "อาจ", "ตาม", "เมื่อ", "หาก", "ถ้า", "ระหว่าง", "อย่าง", "ทาง", "เชิง",
    "ด้าน",
    "ต่อ", "ถึง", "จึง", "ย่อม", "มี", "ภาย", "ใต้", "บน", "สู่", "เพียง", "ด้วย", "แม้", "จน", "เช่น", "ข้อ", "หน้า", "บทที่", "ปี",
  ]

  private static let leaningLeft: Set<String> = ["นั้น", "นี้", "เหล่านั้น", "เหล่านี้", "กัน", "เอง", "ก็ตาม", "ไว้", "แล้ว"]

  private static let closingWords: Set<String> = [
    "ได้", "ด้วย", "อยู่", "จริง", "ไป", "มา", "ขึ้น", "ลง", "ก็ได้", "บ้าง", "ใด", "ไหน", "ตรงไหน", "อะไร",
  ]

  private static let closing: [[UInt8]] = [
    ")", "]", "}", "»", "›", "”", "’", "ๆ", "ฯ", "\u{A0}", "%", ",", ".", ";", ":", "!", "?", "…", "-", "–", "/", "•", "·",
  ].map { Array($0.utf8) }

  private static let trailing: [[UInt8]] = [")", "]", "}", "»", "›", "”", "’", "…", "·"].map { Array($0.utf8) }

  private static let opening: [[UInt8]] = ["(", "[", "{", "«", "‹", "“", "‘", "\u{A0}"].map { Array($0.utf8) }
}

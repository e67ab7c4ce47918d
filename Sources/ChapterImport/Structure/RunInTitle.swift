import Diagnostics
import ThaiText

/// Terminal cells of a text.
func cells(_ text: some Collection<UInt8>) -> Int { DisplayWidth.cells(of: String(decoding: text, as: UTF8.self)) }

/// The title that stands at the head of a paragraph and is followed by its text on the same line: «การดูแล (nurturing) ได้แก่ …».
///
/// Thai writes no punctuation there, only a space. The title is what stands before a defining word (หมายถึง, ได้แก่, คือ …) where one
/// comes soon, else what stands before the first space; it must read as the name of something, and its text must not carry the
/// sentence on.
enum RunInTitle {
  /// Where the title ends (the space after it), counted from the start of `text`; nil where there is none.
  static func end(in text: ArraySlice<UInt8>) -> Int? {
    let seams = seams(in: text)
    guard let first = seams.first, !verbs.contains(where: { text.begins(with: $0) }) else { return nil }
    var end = first
    for seam in seams.prefix(3) {
      let rest = text.dropFirst(seam + 1)
      if seam > first, cells(text.prefix(seam)) > 56 { break }
      if defining.contains(where: { rest.begins(with: $0) }) {
        end = seam
        break
      }
      if continuing.contains(where: { rest.begins(with: $0) }) || opening.contains(where: { rest.begins(with: $0) }) { break }
    }
    let title = text.prefix(end)
    let rest = text.dropFirst(end + 1)
    // An English term in brackets does not make a title long.
    let width = cells(title.last == 0x29 ? title.prefix { $0 != 0x28 } : title)
    guard width >= 3, width <= 60, HeadingCues.isTitleLike(title, width: width) else { return nil }
    let isDefined = defining.contains { rest.begins(with: $0) }
    guard isDefined || !continuing.contains(where: { rest.begins(with: $0) }) else { return nil }
    let restWidth = cells(rest.prefix(600))
    return restWidth >= (isDefined ? 8 : max(30, width)) ? end : nil
  }

  /// The spaces at which a title could end: not in brackets or quotes, not before a bracket, ๆ or ฯลฯ. The first few.
  private static func seams(in text: ArraySlice<UInt8>) -> [Int] {
    var out: [Int] = []
    var depth = 0
    var offset = 0
    for byte in text.prefix(600) {
      switch byte {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x20 where depth == 0:
        let rest = text.dropFirst(offset + 1)
        let isInside =
          rest.first == 0x28 || rest.begins(with: "ๆ") || rest.begins(with: "ฯลฯ") || rest.begins(with: ":")
          || rest.begins(with: "”")
        if !isInside { out.append(offset) }
      default: break
      }
      if out.count == 6 { break }
      offset += 1
    }
    return out
  }

  private static let defining = ["หมายถึง", "ได้แก่", "คือ", "เป็น", "หมายความว่า", "– ", "- ", "— ", "= "]
  /// Words that carry a sentence on: the space before them ends no title.
  private static let continuing = [
    "และ", "หรือ", "แต่", "ซึ่ง", "ที่", "เพื่อ", "โดย", "เพราะ", "ทั้ง", "รวม", "ตลอดจน", "อัน", "จึง", "ก็", "แล้ว", "ด้วย", "กับ", "ต่อ", "จน",
    "ของ", "แก่", "ให้", "เช่น", "ฯ", "ได้", "ตาม",
    "อย่าง", "จาก", "จะ", "มี", "ไม่", "ว่า", "&", "and ", "of ", "+", "/",
  ]
  /// Words with which the text after a title begins.
  private static let opening = ["ใน", "การที่", "ถ้า", "เมื่อ", "หาก", "สำหรับ", "นับ", "ตั้งแต่"]
  /// A title names something: it begins with no verb.
  private static let verbs = [
    "เป็น", "มี", "ให้", "ควร", "ต้อง", "จะ", "ได้", "ไม่", "เพื่อ", "โดย", "ซึ่ง", "ถ้า", "เมื่อ", "ใน", "จาก", "จง", "ที่ ", "และ", "หรือ", "แต่",
    "นำ", "ทำให้", "สามารถ", "อธิบาย", "บอก", "ยกตัวอย่าง", "วิเคราะห์",
    "อภิปราย", "เปรียบเทียบ", "ใคร", "เหตุใด", "ทำไม", "ท่าน",
  ]
}

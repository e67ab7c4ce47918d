import Diagnostics
import ThaiText

/// `**` that a reader would see: before a Thai letter a closing quotation mark keeps CommonMark from closing emphasis («**“คำ”**ต่อ»).
func strayAsterisks(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.outline.units.indices.flatMap { unit -> [Diagnostic] in
    guard checked.isRead(unit) else { return [] }
    let passage = checked.outline.units[unit].passage
    let bytes = passage.text.bytes
    var found: [Diagnostic] = []
    var i = 0
    while let star = bytes.withUnsafeBufferPointer({ $0.first(0x2A, from: i) }) {
      i = star
      guard i + 1 < bytes.count, bytes[i + 1] == 0x2A else {
        i += 1
        continue
      }
      var end = i
      while end < bytes.count, bytes[end] == 0x2A { end += 1 }
      if !passage.isCode(i..<end), let span = checked.span(i..<end, in: unit) {
        found.append(
          Diagnostic(
            "stray-asterisks", .warning, thai: "ผู้อ่านจะเห็นเครื่องหมาย ** เพราะตัวหนาไม่ปิด",
            english: "readers will see ** here: the bold does not close", at: span,
            repair: Wording(
              thai: "ย้ายเครื่องหมายคำพูดออกนอก ** เช่น “**คำ**” หรือเว้นวรรคหลัง **",
              english: "put the quotation marks outside, as in “**word**”, or a space after **")))
      }
      i = end
    }
    return found
  }
}

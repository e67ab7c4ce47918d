import Diagnostics

/// Two spaces between words, and a bracket, ๆ or ฯลฯ that touches the word before it.
func spacing(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.outline.units.indices.flatMap { unit -> [Diagnostic] in
    guard checked.isRead(unit), checked.outline.units[unit].role != .cell else { return [] }
    let passage = checked.outline.units[unit].passage
    let text = passage.text
    var found: [Diagnostic] = []
    var i = 0
    while true {
      i = text.place(from: i) { bytes, i in
        switch bytes[i] {
        case 0x20: i + 1 < bytes.count && bytes[i + 1] == 0x20
        case 0x28: true
        // ๆ, and the ฯ of ฯลฯ.
        case 0xE0: i + 2 < bytes.count && (bytes[i + 2] == 0x86 || bytes[i + 2] == 0xAF)
        default: false
        }
      }
      guard i < text.count else { break }
      if text.bytes[i] == 0x20, i > 0, i + 1 < text.count, text.bytes[i + 1] == 0x20 {
        var end = i
        while end < text.count, text.bytes[end] == 0x20 { end += 1 }
        if end < text.count, !passage.isCode(i..<end), let span = checked.span(i..<end, in: unit) {
          found.append(
            Diagnostic(
              "double-space", .note, thai: "เว้นวรรคซ้อนกัน", english: "more than one space", at: span,
              repair: Wording(thai: "เว้นวรรคเดียว", english: "one space is enough"), replacement: " "))
        }
        i = end
        continue
      }
      if text.bytes[i] == 0x28, i > 0, text.isThaiLetter(at: i - 3), text.isThaiLetter(at: i + 1) || text.isLatinLetter(at: i + 1),
        let span = checked.span(i..<i + 1, in: unit)
      {
        found.append(
          Diagnostic(
            "space-before-bracket", .note, thai: "ควรเว้นวรรคก่อนวงเล็บ", english: "a space belongs before this bracket", at: span,
            repair: Wording(thai: "เว้นวรรคหนึ่งเคาะ", english: "put one space before it"), replacement: " ("))
      }
      // «ต่างๆ», «ความร่วมมือฯลฯ»: the Royal Society's spacing.
      if text.bytes[i] == 0xE0, text.isThaiLetter(at: i - 3) {
        let sign = text.thai(at: i) == 0x46 ? "ๆ" : text.hasPrefix("ฯลฯ", at: i) ? "ฯลฯ" : nil
        if let sign, let span = checked.span(i..<i + sign.utf8.count, in: unit) {
          found.append(
            Diagnostic(
              "space-before-sign", .note, thai: "ควรเว้นวรรคก่อน \(sign)", english: "a space belongs before \(sign)", at: span,
              repair: Wording(thai: "เว้นวรรคหนึ่งเคาะ", english: "put one space before it"), replacement: " " + sign))
        }
      }
      i = text.after(i)
    }
    return found
  }
}

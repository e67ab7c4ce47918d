import Diagnostics

/// Letters that look right and are not: ํ and า for ำ, เเ for แ, a tone mark before its vowel, an invisible space.
func thaiTyping(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.outline.units.indices.flatMap { unit -> [Diagnostic] in
    guard checked.isRead(unit), checked.outline.units[unit].role != .cell else { return [] }
    let text = ReadingText(checked.source.bytes)
    let block = checked.outline.units[unit].block
    let end = min(block.upperBound, text.count)
    var found: [Diagnostic] = []
    func report(_ range: Range<Int>, thai: String, english: String, replacement: String) {
      found.append(
        Diagnostic(
          "thai-typing", .note, thai: thai, english: english, at: checked.source.span(ByteRange(range)),
          repair: Wording(thai: "แก้เป็น “\(replacement)”", english: "write “\(replacement)”"), replacement: replacement))
    }
    var i = block.lowerBound
    while true {
      i = text.place(from: i, to: end) { bytes, i in
        // The invisible space; เ, a tone mark, ํ.
        if bytes[i] == 0xE2 { return true }
        guard bytes[i] == 0xE0, i + 2 < bytes.count, bytes[i + 1] == 0xB9 else { return false }
        return bytes[i + 2] == 0x80 || (0x88...0x8D).contains(bytes[i + 2])
      }
      guard i < end else { break }
      if text.hasPrefix("\u{200B}", at: i, end: end) {
        report(i..<i + 3, thai: "มีช่องว่างที่มองไม่เห็น (U+200B)", english: "an invisible space (U+200B) stands here", replacement: "")
      } else if text.hasPrefix("เเ", at: i, end: end) {
        report(i..<i + 6, thai: "พิมพ์ เ สองตัวแทน แ", english: "two เ stand for แ", replacement: "แ")
        i += 3
      } else if let tone = text.thai(at: i), tone >= 0x48, tone <= 0x4B, let vowel = text.thai(at: i + 3),
        vowel == 0x31 || (vowel >= 0x34 && vowel <= 0x39), i + 6 <= end
      {
        let mended = text.string(i + 3..<i + 6) + text.string(i..<i + 3)
        report(i..<i + 6, thai: "วรรณยุกต์อยู่ก่อนสระ", english: "the tone mark stands before its vowel", replacement: mended)
        i += 3
      } else if text.hasPrefix("\u{0E4D}", at: i, end: end) {
        let tone = text.thai(at: i + 3).map { $0 >= 0x48 && $0 <= 0x4B } ?? false
        if text.hasPrefix("\u{0E32}", at: tone ? i + 6 : i + 3, end: end) {
          let mark = tone ? text.string(i + 3..<i + 6) : ""
          report(i..<i + (tone ? 9 : 6), thai: "พิมพ์ ํ กับ า แทน ำ", english: "ํ and า stand for ำ", replacement: mark + "ำ")
        }
      }
      i = text.after(i)
    }
    return found
  }
}

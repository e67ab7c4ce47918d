import ThaiText

/// A number or letter printed before a heading or an item.
struct OrdinalMarker: Hashable {
  /// How it is dressed: sets are counted within one dress.
  enum Dress: Hashable {
    /// «1.», «1)», «(1)», «๑.», «ก.», «ก)», «(ก)», «1.1», «a)», «ข้อ 1», «ประการที่ 1»
    case dot, paren, brackets, thaiDot, thaiParen, letterDot, letterParen, letterBrackets, decimal, latinParen, word
    /// An item of a Markdown list, by its sign.
    case list(UInt8)
    case bullet
    case heading(Int)
  }
  var dress: Dress
  /// Counted from 1; of «6.2» the last part.
  var value: Int
  /// As printed, without its dress: «1», «6.2», «ก».
  var printed: String
  /// Where the words after it begin.
  var end: Int
}

extension ReadingText {
  /// Where the words of a text begin, behind the marker that opens it within so many bytes.
  func firstWord(markWithin limit: Int) -> Int {
    skippingSpaces(from: ordinalMarker(at: 0, end: min(count, limit))?.end ?? 0, to: count)
  }

  /// The first word of an item: behind its marker or its bullet; at most `limit`.
  func firstWordOfItem(limit: Int) -> Int {
    skippingSpaces(from: min(limit, ordinalMarker(at: 0, end: min(limit, 40))?.end ?? afterBullet()), to: limit)
  }

  /// Behind a bullet that opens the text («• ผู้นำ หมายถึง …», lines of a paragraph that Markdown does not know for a list); 0 for none.
  func afterBullet() -> Int {
    guard let bullet = bullets.match(self, at: 0, end: count) else { return 0 }
    return skippingSpaces(from: bullet.length, to: count)
  }

  /// The marker that opens a text; nil for a text that begins with words, a year or a quantity.
  func ordinalMarker(at start: Int, end: Int) -> OrdinalMarker? {
    let start = skippingSpaces(from: start, to: end)
    guard start < end else { return nil }
    if let word = ordinalWords.match(self, at: start, end: end) {
      let i = skippingSpaces(from: start + word.length, to: end)
      guard let number = number(at: i, end: end), number.end - i <= 9 else { return nil }
      let after = skippingMarks(from: number.end, to: end)
      guard after > number.end || after == end else { return nil }
      return OrdinalMarker(dress: .word, value: number.value, printed: number.printed, end: after)
    }
    let isBracketed = bytes[start] == 0x28
    let i = isBracketed ? start + 1 : start
    if let number = number(at: i, end: end) {
      guard number.end < end, number.value <= 999 else { return nil }
      let sign = bytes[number.end]
      let isThai = bytes[i] == 0xE0
      if isBracketed {
        guard sign == 0x29 else { return nil }
        return marker(.brackets, number.value, number.printed, after: number.end + 1, end)
      }
      if number.parts > 1 {
        // «6.2 …», «6.2. …», never «3.5 ล้าน»: a heading's number is followed by a space.
        let after = sign == 0x2E ? number.end + 1 : number.end
        guard spaceLength(at: after) > 0 else { return nil }
        return marker(.decimal, number.value, number.printed, after: after, end)
      }
      if sign == 0x29 { return marker(isThai ? .thaiParen : .paren, number.value, number.printed, after: number.end + 1, end) }
      if sign == 0x2E { return marker(isThai ? .thaiDot : .dot, number.value, number.printed, after: number.end + 1, end) }
      return nil
    }
    // ก. ข) (ค)
    if let c = thai(at: i), c >= 0x01, c <= 0x2E, i + 3 < end, let value = letterValue(c) {
      let sign = bytes[i + 3]
      if isBracketed { return sign == 0x29 ? marker(.letterBrackets, value, string(i..<i + 3), after: i + 4, end) : nil }
      if sign == 0x29 { return marker(.letterParen, value, string(i..<i + 3), after: i + 4, end) }
      // «ก. …» but not «พ.ศ.», «น. 5»: the first letters only, and a space after.
      if sign == 0x2E, value <= 12, spaceLength(at: i + 4) > 0 {
        return marker(.letterDot, value, string(i..<i + 3), after: i + 4, end)
      }
      return nil
    }
    if isBracketed || bytes[i] >= 0x80 { return nil }
    if bytes[i] >= 0x61, bytes[i] <= 0x7A, i + 1 < end, bytes[i + 1] == 0x29 {
      return marker(.latinParen, Int(bytes[i]) - 0x60, string(i..<i + 1), after: i + 2, end)
    }
    return nil
  }

  private func marker(_ dress: OrdinalMarker.Dress, _ value: Int, _ printed: String, after i: Int, _ end: Int) -> OrdinalMarker? {
    let words = skippingSpaces(from: i, to: end)
    return words < end ? OrdinalMarker(dress: dress, value: value, printed: printed, end: words) : nil
  }

  private func skippingMarks(from i: Int, to end: Int) -> Int {
    var i = skippingSpaces(from: i, to: end)
    while i < end, bytes[i] == 0x2E || bytes[i] == 0x3A || bytes[i] == 0x29 || bytes[i] == 0x2D {
      i = skippingSpaces(from: i + 1, to: end)
    }
    return i
  }

  /// «1», «๑», «6.2», «6.2.1»: the last part's value.
  private func number(at i: Int, end: Int) -> (value: Int, printed: String, parts: Int, end: Int)? {
    var i = i
    let start = i
    var parts = 0
    var value = 0
    while i < end, let first = digit(at: i) {
      value = 0
      var digits = 0
      var next: (value: Int, length: Int)? = first
      while i < end, let digit = next, digits < 4 {
        value = value * 10 + digit.value
        digits += 1
        i += digit.length
        next = digit0(at: i)
      }
      if digit0(at: i) != nil { return nil }
      parts += 1
      guard i + 1 < end, bytes[i] == 0x2E, digit0(at: i + 1) != nil else { break }
      i += 1
    }
    return parts > 0 ? (value, string(start..<i), parts, i) : nil
  }

  private func digit0(at i: Int) -> (value: Int, length: Int)? { digit(at: i) }

  /// ก → 1, ข → 2, ค → 3, ง → 4: lists leave out ฃ, ฅ and ฆ.
  func letterValue(_ c: UInt8) -> Int? {
    let letters: [UInt8] = [0x01, 0x02, 0x04, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12]
    return letters.firstIndex(of: c).map { $0 + 1 }
  }
}

let bullets = PhraseTable(wordList("• ● ○ ■ □ ▪ ◦ ‣ ➢ ❖ ✓ ✔ ๏"))
private let ordinalWords = PhraseTable(
  wordList(
    "บทที่ ตอนที่ ส่วนที่ หน่วยที่ ข้อ ข้อที่ ประการที่ ขั้นที่ ขั้นตอนที่ ด้านที่ ลำดับที่ Chapter Part Section Unit หมวดที่ หมวด ภาคที่ ระยะที่ องค์ประกอบที่ ระดับที่ ประเภทที่ มิติที่ รูปแบบที่ หลักที่ กลุ่มที่ ประเด็นที่"
  ))

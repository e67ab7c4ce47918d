extension ReadingText {
  /// A place in a work that follows a year: «: 12», «, น. 5–7», «, หน้า 5», «p. 12», «pp. 9–10», «มาตรา 5».
  ///
  /// Returns the locator's own words and where it ends; nil where none stands at `i`. With `: 590` the words are «590».
  func locator(at i: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    var i = skippingSpaces(from: i, to: limit)
    var hasSign = false
    while i < limit, bytes[i] == 0x2C || bytes[i] == 0x3A || bytes[i] == 0x2E {
      hasSign = true
      i = skippingSpaces(from: i + 1, to: limit)
    }
    guard i < limit else { return nil }
    let start = i
    var hasWord = false
    if let word = locatorWords.match(self, at: i, end: limit) {
      i = skippingSpaces(from: i + word.length, to: limit)
      hasWord = true
    }
    if hasSign, let place = namedPlaces.match(self, at: start, end: limit), canBreak(at: start + place.length) {
      return (start..<start + place.length, start + place.length)
    }
    guard hasSign || hasWord, let end = pages(at: i, limit: limit) else { return nil }
    // A bare four-digit year after a comma is another year, not a page.
    if !hasWord, yearDigits(at: start)?.upperBound == end, !hasColon(before: start) { return nil }
    // «15 มกราคม» is a day.
    let next = skippingSpaces(from: end, to: limit)
    if !hasWord, next < limit, isThaiLetter(at: next) || isLatinLetter(at: next), !hasPrefix("อ้าง", at: next) { return nil }
    var last = end
    // «เล่ม 2 น. 5»
    if let more = locator(at: end, limit: limit), more.range.lowerBound > end { last = more.end }
    return (start..<last, last)
  }

  private func hasColon(before i: Int) -> Bool {
    let i = skippingSpaces(before: i, from: 0)
    return i > 0 && bytes[i - 1] == 0x3A
  }

  /// The end of «5», «5-7», «9–10, 12», «๕–๗», «iv».
  private func pages(at i: Int, limit: Int) -> Int? {
    guard let first = number(at: i, limit: limit) else { return nil }
    var end = first
    while true {
      var j = skippingSpaces(from: end, to: limit)
      if hasPrefix("-", at: j, end: limit) || hasPrefix(",", at: j, end: limit) {
        j += 1
      } else if hasPrefix("–", at: j, end: limit) || hasPrefix("—", at: j, end: limit) {
        j += 3
      } else if hasPrefix("และ", at: j, end: limit) {
        j += 9
      } else if j == end || digit(at: j) == nil {
        // «208 209»: the dash between them was lost.
        return end
      }
      let next = skippingSpaces(from: j, to: limit)
      if yearDigits(at: next) != nil { return end }
      guard let more = number(at: next, limit: limit) else { return end }
      end = more
    }
  }

  private func number(at i: Int, limit: Int) -> Int? {
    var end = i
    while end < limit, let digit = digit(at: end) { end += digit.length }
    if end > i { return end <= limit ? end : nil }
    while end < limit, bytes[end] == 0x69 || bytes[end] == 0x76 || bytes[end] == 0x78 { end += 1 }
    return end > i && !isLatinLetter(at: end) ? end : nil
  }
}

/// Places that have no number.
private let namedPlaces = PhraseTable(
  wordList("บทคัดย่อ คำนำ คำปรารภ บทนำ ออนไลน์ เว็บไซต์ ปกหลัง ปกใน ภาคผนวก abstract Abstract online Online preface Preface"))

private let locatorWords = PhraseTable(
  wordList(
    """
    น. หน้า หน้าที่ น หน้า. p. pp. P. PP. Pp. p pp page pages para. paras. chap. ch. Chapter chapter vol. Vol. No.
    no. art. arts. Art. Article article sec. secs. Sec. Section section § §§ fig. Fig. Table table pt. Pt.
    ย่อหน้า ย่อหน้าที่ บทที่ เล่ม เล่มที่ ข้อ ข้อที่ ตอนที่ มาตรา ม. ส่วนที่ ตารางที่ ภาพที่
    """))

/// Words that count things one by one in running text: «ประเภทแรก … ประเภทที่สอง …», «หนึ่ง … สอง …».
extension ReadingText {
  /// The end of «ประเภทที่สอง», «และสายสุดท้าย» at `i`, a counted noun with its ordinal; nil where no such words stand.
  func ordinalPhrase(at i: Int, end: Int) -> Int? {
    var start = i
    if let joiner = ordinalJoiners.match(self, at: start, end: end) { start = skippingSpaces(from: start + joiner.length, to: end) }
    guard let noun = ordinalNouns.match(self, at: start, end: end),
      let ordinal = ordinals.match(self, at: start + noun.length, end: end)
    else { return nil }
    let after = start + noun.length + ordinal.length
    return isThaiTail(at: after) || digit(at: after) != nil ? nil : after
  }

  /// The noun that an ordinal at `i` counts, a joining word before it apart: «สาย» of «และสายที่สอง».
  func ordinalNoun(before i: Int) -> Range<Int>? {
    guard let noun = ordinalNounsBefore.match(self, before: i, from: 0) else { return nil }
    let start = i - noun.length
    guard start > 0, spaceLength(before: start) == 0 else { return start..<i }
    guard let joiner = ordinalJoinersBefore.match(self, before: start, from: 0) else { return nil }
    let before = start - joiner.length
    return before == 0 || spaceLength(before: before) > 0 ? start..<i : nil
  }

  /// «สอง» between spaces, and which number it is.
  func loneNumeral(at i: Int, end: Int) -> (value: Int, end: Int)? {
    guard i == 0 || spaceLength(before: i) > 0, let numeral = loneNumerals.match(self, at: i, end: end),
      spaceLength(at: i + numeral.length) > 0
    else { return nil }
    return (numeral.value, i + numeral.length)
  }

  /// The number that counts a noun last before `end`: «สามสาย», «3 ระดับ».
  func count(of noun: Range<Int>, in range: Range<Int>) -> Int? {
    let word = Array(bytes[noun])
    var i = range.upperBound - word.count
    while i >= range.lowerBound {
      if bytes[i] == word[0], matches(word, at: i), ordinals.match(self, at: i + word.count, end: count) == nil {
        let gap = skippingSpaces(before: i, from: range.lowerBound)
        if let numeral = numeralsBefore.match(self, before: gap, from: range.lowerBound) { return numeral.value }
        var start = gap
        while start > range.lowerBound, isDigit(before: start), gap - start <= 6 { start = before(start) }
        if start < gap, let value = wholeNumber(start..<gap), (2...20).contains(value) { return value }
      }
      i -= 1
    }
    return nil
  }
}

/// -1 for «สุดท้าย».
let ordinals = PhraseTable<Int>(
  [
    ("แรก", 1), ("ที่หนึ่ง", 1), ("ที่สอง", 2), ("ที่สาม", 3), ("ที่สี่", 4), ("ที่ห้า", 5), ("ที่หก", 6), ("ที่เจ็ด", 7), ("ที่แปด", 8), ("ที่เก้า", 9),
    ("ที่สิบ", 10), ("สุดท้าย", -1), ("ท้ายสุด", -1), ("สูงสุด", -1), ("หนึ่ง", 1),
  ]
    + (1...10).flatMap { n in [("ที่ \(n)", n), ("ที่\(n)", n), ("ที่ \(thaiDigit(n))", n), ("ที่\(thaiDigit(n))", n)] })

private func thaiDigit(_ n: Int) -> String { n == 10 ? "๑๐" : String(["๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"][n]) }

private let numeralWords = [
  ("หนึ่ง", 1), ("สอง", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6), ("เจ็ด", 7), ("แปด", 8), ("เก้า", 9), ("สิบ", 10),
]
private let loneNumerals = PhraseTable<Int>(numeralWords)
private let numeralsBefore = SuffixTable<Int>(Array(numeralWords.dropFirst()))

/// Nouns under which a text counts what it tells. Not «ครั้ง», «คน», «บท», «ตาราง», «ภาคเรียน»: those are numbered for their own sake.
private let countedNouns = wordList(
  """
  ประการ ข้อ ด้าน ส่วน ประเภท รูปแบบ นัย ระดับ มิติ ขั้น ขั้นตอน ระยะ แนว แนวทาง สาย กลุ่ม พวก ชั้น แบบ ชนิด ลักษณะ องค์ประกอบ ปัจจัย เงื่อนไข
  หลัก ความหมาย วิธี วิธีการ แขนง เรื่อง ประเด็น สำนัก เหตุผล แนวคิด ทาง หน้าที่ กรณี ลำดับ ทฤษฎี
  """)
private let ordinalNouns = PhraseTable(countedNouns + ["คน"])
private let ordinalNounsBefore = SuffixTable(countedNouns)
private let joiningWords = wordList("และ ส่วน โดย สำหรับ")
private let ordinalJoiners = PhraseTable(joiningWords)
private let ordinalJoinersBefore = SuffixTable(joiningWords)

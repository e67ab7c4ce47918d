/// How sure a wording in front makes it that a name follows.
enum LeadIn: Sendable {
  /// «ของ», «ตาม», «ซึ่ง»: may stand glued behind other words.
  case anywhere
  /// «ส่วน», «ต่อมา», «แนวคิด»: only where a run of letters begins.
  case opening
}

extension ReadingText {
  /// Where, in a run of letters, the words glued to a name end: «การศึกษาของสุนันทรา» → before «สุนันทรา».
  ///
  /// Returns the start of the name and whether anything was taken off; the start is the end of the token where all of it leads in.
  func endOfLeadIn(in token: Range<Int>) -> (start: Int, isLedIn: Bool) {
    var start = token.lowerBound
    var isLedIn = false
    func skipOpenings() {
      while start < token.upperBound, let match = openings.match(self, at: start, end: token.upperBound) {
        guard !isThaiTail(at: start + match.length) else { break }
        start += match.length
        isLedIn = true
      }
    }
    skipOpenings()
    var i = start
    while i < token.upperBound {
      if bytes[i] & 0xC0 != 0x80, let match = leadIns.match(self, at: i, end: token.upperBound),
        canBreak(at: i), canBreak(at: i + match.length)
      {
        i += match.length
        start = i
        isLedIn = true
      } else {
        i = after(i)
      }
    }
    skipOpenings()
    return (min(start, token.upperBound), isLedIn)
  }

  /// «สำหรับเลวิส», «ต่อมาอัลเดอร์เฟอร์»: a word that opens a clause, too long for the beginning of a family name, and more behind it.
  func opensWithLeadIn(at i: Int, end: Int) -> Bool {
    guard let match = openings.match(self, at: i, end: end) else { return false }
    return match.length >= 15 && end - i - match.length >= 9 && !isThaiTail(at: i + match.length)
  }

  /// True where a word that leads in to a name ends.
  func endsLeadIn(at i: Int, from floor: Int) -> Bool {
    guard let match = leadInsBefore.match(self, before: i, from: floor) else { return false }
    return canBreak(at: i - match.length)
  }

  /// A word after a citation that shows who was named to be its subject: «กล่าวว่า», «ได้ศึกษา», «ให้ความหมาย».
  func startsSpeech(at i: Int) -> Bool { speech.match(self, at: skippingSpaces(from: i, to: min(count, i + 8)), end: count) != nil }
}

extension ReadingText {
  /// «ได้ขึ้นทะเบียน», «จึงประกาศ»: an office does more than speak.
  func startsDeed(at i: Int) -> Bool {
    let start = skippingSpaces(from: i, to: min(count, i + 8))
    guard start > i, let match = deeds.match(self, at: start, end: count) else { return false }
    return canBreak(at: start + match.length)
  }

  /// «กล่าวว่า», «ได้อธิบายไว้ว่า», «ให้ความหมาย»: words that only somebody says.
  func startsStatement(at i: Int) -> Bool {
    let start = skippingSpaces(from: i, to: min(count, i + 8))
    guard let match = statementVerbs.match(self, at: start, end: count) else { return false }
    if match.value { return true }
    let rest = start + match.length
    return hasPrefix("ว่า", at: rest) || hasPrefix("ไว้ว่า", at: rest) || hasPrefix("ให้เห็นว่า", at: rest)
  }

  /// «(2559) ครอบครัว หมายความว่า …»: what stands before is the source of a meaning. Looks at one run.
  func startsMeaning(at i: Int) -> Bool {
    let start = skippingSpaces(from: i, to: count)
    let end = endOfRun(at: start, limit: count, longest: 150)
    let next = skippingSpaces(from: end, to: count)
    return end > start && next > end && meanings.match(self, at: next, end: count) != nil
  }

  /// «(2559) หมายความว่า …»: the marker at once.
  func startsMarker(at i: Int) -> Bool { meanings.match(self, at: skippingSpaces(from: i, to: count), end: count) != nil }

  /// The first verb after `i` of those that scholars are the subject of, where it opens a run or follows Latin; true of those that a statesman
  /// is not as likely to be. Looks 240 bytes ahead.
  func scholarlyVerb(after i: Int) -> (start: Int, isOfAuthors: Bool)? {
    var j = i
    let end = min(count, i + 240)
    while j < end {
      let opens = spaceLength(before: j) > 0 || (j > i && isLatinLetter(at: before(j)))
      if bytes[j] == 0xE0, opens, let match = scholarlyVerbs.match(self, at: j, end: count), canBreak(at: j + match.length) {
        return (j, match.value)
      }
      j = after(j)
    }
    return nil
  }
}

private let anywhere = wordList(
  """
  ซึ่ง ของ โดย ตาม จาก กับ ที่ ว่า หรือ เช่น คือ ให้ ถึง เมื่อ เหมือน เพราะ นั้น นี้ แล้ว ด้วย ใน ดังเช่น อาทิ
  """)
private let leadIns = PhraseTable(anywhere)
private let leadInsBefore = SuffixTable(
  anywhere
    + wordList(
      """
      ส่วน แต่ และ สำหรับ ต่อมา เดียวกัน ทั้ง แนวคิด ทฤษฎี
      """))

private let openings = PhraseTable(
  wordList(
    """
    ส่วน สำหรับ ต่อมา ดังนั้น อย่างไรก็ตาม อย่างไรก็ดี ขณะเดียวกัน ในขณะเดียวกัน ทำนองเดียวกัน ในทำนองเดียวกัน
    เช่นเดียวกัน เช่นกัน นอกจากนี้ นอกจากนั้น อนึ่ง อีกทั้ง รวมทั้ง รวมถึง แม้ แม้ว่า แต่ หาก ถ้า ทั้ง ทั้งนี้
    พร้อมกันนี้ นักวิชาการ นักคิด นักทฤษฎี นักสังคมวิทยา นักจิตวิทยา นักการศึกษา นักวิจัย งานวิจัย การศึกษา ขณะ
    ในขณะ จน จนกระทั่ง ได้แก่ แนวคิด แนวคิดทฤษฎี ทฤษฎี หลักการ ทัศนะ ทรรศนะ ผลงาน บทความ วิทยานิพนธ์ รายงาน
    ผลการวิจัย ผลการศึกษา การวิจัย ข้อเสนอ ความเห็น โดยเฉพาะ เฉพาะ ภายหลัง ภายใต้ ก่อนหน้านี้ ล่าสุด ประการแรก
    สุดท้าย หลังจากนั้น จากนั้น งาน ท่าน เนื่องด้วย ด้าน ฝ่าย
    """))

private let verbs = wordList(
  """
  กล่าว ศึกษา อธิบาย ให้ สรุป เสนอ นำเสนอ ระบุ พบ ค้นพบ ชี้ แสดง เห็น จำแนก แบ่ง กำหนด วิจัย ทำการ นิยาม แนะ
  วิเคราะห์ รายงาน ตั้งข้อสังเกต มองว่า มอง ถือ เชื่อ พัฒนา สร้าง ใช้ เรียก อ้าง ย้ำ เน้น ยืนยัน บรรยาย บันทึก
  เปรียบ ทดสอบ ทดลอง สำรวจ สังเคราะห์ จัด รวบรวม วิพากษ์ โต้แย้ง สนับสนุน เขียน ขยาย ตีความ จำกัดความ ยก
  แสดงทัศนะ ประกาศ บัญญัติ คิดค้น พิจารณา ประเมิน ทบทวน อภิปราย ตั้งสมมติฐาน ริเริ่ม ปรับปรุง นำ ประยุกต์ แย้ง เพิ่มเติม เสริม เตือน วิจารณ์ ทำนาย คัดค้าน ตั้งคำถาม
  """)

private let deeds = PhraseTable(wordList("ได้ จึงได้ ยังได้ เคยได้ จึง มีนโยบาย มีมติ ออก ดำเนิน ร่วมกับ ตั้งเป้า คาดการณ์ ประมาณการ"))
private let statementVerbs = PhraseTable<Bool>(
  ["", "ได้", "ยังได้", "ก็ได้", "จึง", "ยัง"].flatMap { particle in
    wordList(
      "กล่าว อธิบาย ระบุ ชี้ เสนอ สรุป เห็น มอง พบ แสดง บันทึก เขียน สอน ถือ เชื่อ ย้ำ ยืนยัน ตั้งข้อสังเกต แย้ง โต้แย้ง มีความเห็น ให้ความเห็น มีทัศนะ กำหนด เพิ่มเติม เสริม"
    ).map {
      (particle + $0, false)
    }
      + wordList("ให้ความหมาย ให้นิยาม ให้คำนิยาม ให้คำจำกัดความ นิยาม กำหนดความหมาย จำกัดความ").map { (particle + $0, true) }
  })

private let meanings = PhraseTable(wordList("หมายถึง หมายความว่า หมายความถึง"))
private let scholarlyVerbs = PhraseTable<Bool>(
  ["", "ได้", "ก็ได้", "ยังได้", "จึงได้", "จึง"].flatMap { particle in
    wordList(
      """
      เสนอ นำเสนอ ศึกษา กล่าว อธิบาย ให้ความหมาย ให้นิยาม ให้คำ นิยาม สรุป พบว่า ค้นพบ วิจัย ทำการศึกษา ทำการวิจัย ทดสอบ ทดลอง จำแนก
      เขียน ตีพิมพ์ วิเคราะห์ สังเคราะห์ ชี้ แสดงให้เห็น ตั้งสมมติฐาน ตั้งข้อสังเกต ระบุ เห็นว่า มองว่า แบ่ง ทบทวน
      """
    ).map { (particle + $0, true) }
      + wordList("นำ ใช้ พัฒนา คิดค้น สร้าง บัญญัติ ปรับปรุง ขยาย ริเริ่ม กำหนด").map { (particle + $0, false) }
  })

/// Verbs bare and after the particles that may stand between a name and its verb.
private let speech = PhraseTable(
  ["", "ได้", "ก็", "ก็ได้", "ยัง", "ยังได้", "จึง", "จึงได้", "เคย", "ต่าง"].flatMap { particle in verbs.map { particle + $0 } }
    + wordList(
      """
      ซึ่ง ที่ ว่า ดังนี้ คือ said stated defined argued suggested proposed found noted described explained pointed
      states defines argues suggests claims
      """))

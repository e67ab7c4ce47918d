/// A name as it stands in the text.
struct ReadName: Hashable {
  enum Kind: Hashable { case person, organisation }
  /// Titles included.
  var range: Range<Int>
  /// Titles and words glued in front taken off.
  var name: Range<Int>
  var honorific: Range<Int>?
  var kind: Kind
  /// Thai letters rather than Latin.
  var isThai: Bool
  /// A given and a family name, initials, a rank: more than one word that could be anything.
  var isFull: Bool
  /// What stood in front says that a name follows.
  var isLedIn: Bool
}

/// The authors of one citation.
struct AuthorList: Hashable {
  var names: [ReadName]
  var etAl = false
  var isEditor = false
  var start: Int { names.first?.range.lowerBound ?? 0 }
}

extension ReadingText {
  /// The run of bytes without white space that ends at `end`.
  func token(endingAt end: Int, from floor: Int) -> Range<Int> {
    var i = end
    while i > floor, spaceLength(before: i) == 0 {
      i = before(i)
      // What closes or opens something ends a run too.
      if bytes[i] < 0x80,
        bytes[i] == 0x29 || bytes[i] == 0x28 || bytes[i] == 0x3B || bytes[i] == 0x22 || bytes[i] == 0x5B || bytes[i] == 0x5D
      {
        return after(i)..<end
      }
      if bytes[i] == 0xE2, i + 2 < end, bytes[i + 1] == 0x80, (0x98...0x9F).contains(bytes[i + 2]) { return i + 3..<end }
    }
    return max(i, floor)..<end
  }

  /// Thai letters alone (dots of initials allowed), of a length that a name has.
  func looksLikeThaiName(_ range: Range<Int>, longest: Int = 28) -> Bool {
    var i = range.lowerBound
    var letters = 0
    guard i < range.upperBound, !isThaiTail(at: i) else { return false }
    while i < range.upperBound {
      if isThaiLetter(at: i) {
        letters += 1
      } else if !(bytes[i] == 0x2E || bytes[i] == 0x2D) {
        return false
      }
      i = after(i)
    }
    return letters >= 2 && letters <= longest
  }

  /// A word that never begins a name of a person.
  func startsCommonWord(at i: Int, end: Int) -> Bool {
    guard let match = commonStarts.match(self, at: i, end: end) else { return false }
    return !isThaiTail(at: i + match.length)
  }

  /// A word that begins names too, but more often something else.
  func startsDoubtfulWord(at i: Int, end: Int) -> Bool {
    guard let match = doubtfulStarts.match(self, at: i, end: end) else { return false }
    return !isThaiTail(at: i + match.length)
  }

  /// A word behind the first letter that names of persons hardly ever have.
  func holdsCommonWord(_ range: Range<Int>) -> Bool {
    var i = after(range.lowerBound)
    while i < range.upperBound {
      if let match = commonInside.match(self, at: i, end: range.upperBound), canBreak(at: i), !isThaiTail(at: i + match.length),
        // A word that takes another after it ends a name as a syllable («โยธะการ»).
        match.value == .alone || i + match.length < range.upperBound && spaceLength(at: i + match.length) == 0
      {
        return true
      }
      i = after(i)
    }
    return false
  }

  /// A Thai name whose last letter is before `end`: «ให้และ|family|», given name and what is glued to it before.
  ///
  /// `needsProof` asks for names of two words that nothing speaks against; `isCommonEra` allows a foreign name of one word.
  func thaiName(endingAt end: Int, from floor: Int, allowsSingle: Bool) -> (name: ReadName, joiner: Int?)? {
    let last = token(endingAt: end, from: floor)
    guard !last.isEmpty else { return nil }
    if let prince = prince(last, from: floor) ?? nobleman(last, from: floor) { return (prince, nil) }
    if let organisation = organisation(endingAt: end, last: last, from: floor) { return organisation }

    // «… และอัพฮอฟ»: what stands after the last «และ» of the run.
    let lastParts = splitAtAnd(last)
    if lastParts.joiner == nil, let two = twoWordName(family: last, from: floor) { return two }
    guard allowsSingle || isMonk(lastParts.rest) || hasInitials(lastParts.rest) else { return nil }
    return singleName(in: lastParts.rest, joiner: lastParts.joiner, from: floor)
  }

  /// «สมเด็จฯ กรมพระยาดำรงราชานุภาพ», «พระเจ้าบรมวงศ์เธอ กรมหมื่นพิทยลาภพฤฒิยากร»: a prince by his rank.
  private func prince(_ last: Range<Int>, from floor: Int) -> ReadName? {
    guard princelyRanks.match(self, at: last.lowerBound, end: last.upperBound) != nil, looksLikeThaiName(last, longest: 40) else {
      return nil
    }
    var start = last.lowerBound
    let gap = skippingSpaces(before: start, from: floor)
    if gap > floor, gap < start, let rank = royalRanksBefore.match(self, before: gap, from: floor), canBreak(at: gap - rank.length)
    {
      start = gap - rank.length
    }
    return ReadName(
      range: start..<last.upperBound, name: start..<last.upperBound, honorific: nil, kind: .person, isThai: true, isFull: true,
      isLedIn: true)
  }

  /// «หลวงวิจิตรวาทการ», «ขุนวิจิตรมาตรา»: a rank and the name that goes with it, one word.
  private func nobleman(_ last: Range<Int>, from floor: Int) -> ReadName? {
    let run = endOfLeadIn(in: last)
    guard run.start < last.upperBound, let rank = nobleRanks.match(self, at: run.start, end: last.upperBound),
      notNoble.match(self, at: run.start, end: last.upperBound) == nil,
      scalarCount(run.start + rank.length..<last.upperBound) >= 5, looksLikeThaiName(run.start..<last.upperBound, longest: 40)
    else { return nil }
    return ReadName(
      range: run.start..<last.upperBound, name: run.start..<last.upperBound, honorific: nil, kind: .person, isThai: true,
      isFull: true, isLedIn: run.isLedIn || isAfterLeadIn(run.start, from: floor))
  }

  /// Given and family name, «ณ» between a given name and a place among them.
  private func twoWordName(family last: Range<Int>, from floor: Int) -> (name: ReadName, joiner: Int?)? {
    guard looksLikeThaiName(last), !startsCommonWord(at: last.lowerBound, end: last.upperBound),
      !opensWithLeadIn(at: last.lowerBound, end: last.upperBound),
      !isMonasticRun(last), !isMonasticRun(endOfLeadIn(in: last).start..<last.upperBound)
    else { return nil }
    var familyStart = last.lowerBound
    var gap = skippingSpaces(before: familyStart, from: floor)
    guard gap > floor, familyStart - gap <= 3, gap < familyStart else { return nil }
    var given = token(endingAt: gap, from: floor)
    // «สร้อยตระกูล (ติวยานนท์) อรรถมานะ»: the family name of before.
    if given.isEmpty, bytes[gap - 1] == 0x29, let open = bytes[max(floor, gap - 90)..<gap].lastIndex(of: 0x28),
      looksLikeThaiName(trimmed(open + 1..<gap - 1))
    {
      given = token(endingAt: skippingSpaces(before: open, from: floor), from: floor)
    }
    // «จันทนี อิศรางกูร ณ อยุธยา», «ประเสริฐ ณ นคร»
    if string(given) == "ณ" {
      familyStart = given.lowerBound
      gap = skippingSpaces(before: familyStart, from: floor)
      given = token(endingAt: gap, from: floor)
      if hasPrefix("อยุธยา", at: last.lowerBound) {
        familyStart = given.lowerBound
        gap = skippingSpaces(before: familyStart, from: floor)
        given = token(endingAt: gap, from: floor)
      }
    }
    guard !given.isEmpty else { return nil }
    let parts = splitAtAnd(given)
    var (start, isLedIn) = endOfLeadIn(in: parts.rest)
    guard start < parts.rest.upperBound else { return nil }
    let titles = endOfHonorifics(at: start, limit: parts.rest.upperBound)
    var nameStart = titles.end
    var honorificStart = start
    if nameStart == start, let inner = innerTitle(in: start..<parts.rest.upperBound) {
      (honorificStart, nameStart) = (inner.lowerBound, inner.upperBound)
      isLedIn = true
    }
    if nameStart >= parts.rest.upperBound {
      // «ดร. สมชาย» has its title apart: then the run before is no given name but a title, and one word is the name.
      return nil
    }
    guard
      isInitial(nameStart..<parts.rest.upperBound, before: familyStart)
        || looksLikeThaiName(nameStart..<parts.rest.upperBound) && !startsCommonWord(at: nameStart, end: parts.rest.upperBound)
    else { return nil }
    if honorificStart == parts.rest.lowerBound, parts.joiner == nil {
      let before = startOfHonorifics(before: honorificStart, from: floor)
      if before < honorificStart { honorificStart = before }
    }
    start = honorificStart
    let honorific = honorificStart < nameStart ? trimmed(honorificStart..<nameStart) : nil
    if !isLedIn { isLedIn = isAfterLeadIn(start, from: floor) }
    let name = ReadName(
      range: start..<last.upperBound, name: nameStart..<last.upperBound, honorific: honorific, kind: .person, isThai: true,
      isFull: true,
      isLedIn: isLedIn || honorific != nil)
    return (name, parts.joiner)
  }

  /// One word: a monk's rank name, a foreign name in Thai letters, «ส.ศิวรักษ์».
  private func singleName(in token: Range<Int>, joiner: Int?, from floor: Int) -> (name: ReadName, joiner: Int?)? {
    var (start, isLedIn) = endOfLeadIn(in: token)
    guard start < token.upperBound else { return nil }
    let titles = endOfHonorifics(at: start, limit: token.upperBound)
    var honorificStart = start
    let isRank = isRankName(at: start, limit: token.upperBound)
    var nameStart = isRank ? start : titles.end
    if nameStart == start, !isRank, let inner = innerTitle(in: start..<token.upperBound) {
      (honorificStart, nameStart) = (inner.lowerBound, inner.upperBound)
      isLedIn = true
    }
    guard nameStart < token.upperBound, looksLikeThaiName(nameStart..<token.upperBound, longest: 40),
      !startsCommonWord(at: nameStart, end: token.upperBound)
    else { return nil }
    if honorificStart == token.lowerBound { honorificStart = startOfHonorifics(before: honorificStart, from: floor) }
    // «สมเด็จพระญาณสังวร สมเด็จพระสังฆราช»: two ranks of one.
    if isRank, start == token.lowerBound, honorificStart == start {
      let gap = skippingSpaces(before: start, from: floor)
      let first = self.token(endingAt: gap, from: floor)
      let firstStart = endOfLeadIn(in: first).start
      if gap > floor, gap < start, isRankName(at: firstStart, limit: first.upperBound) {
        nameStart = firstStart
        honorificStart = firstStart
      }
    }
    start = honorificStart
    if !isLedIn { isLedIn = isAfterLeadIn(start, from: floor) }
    let honorific = honorificStart < nameStart ? trimmed(honorificStart..<nameStart) : nil
    let name = ReadName(
      range: start..<token.upperBound, name: nameStart..<token.upperBound, honorific: honorific, kind: .person, isThai: true,
      isFull: isRank || isMonk(nameStart..<token.upperBound) || hasInitials(nameStart..<token.upperBound),
      isLedIn: isLedIn || (honorific != nil))
    return (name, joiner)
  }

  /// A name that a monk bears alone and no family has: a rank, «…ภิกขุ».
  private func isMonasticRun(_ run: Range<Int>) -> Bool {
    isRankName(at: run.lowerBound, limit: run.upperBound) || hasSuffix("ภิกขุ", before: run.upperBound, from: run.lowerBound)
  }

  /// What stands before a name, a space between: a run that ends in a word that leads in, or nothing at all.
  func isAfterLeadIn(_ i: Int, from floor: Int) -> Bool {
    let before = skippingSpaces(before: i, from: floor)
    if before <= floor { return true }
    if endsLeadIn(at: before, from: floor) { return true }
    let run = token(endingAt: before, from: floor)
    return endOfLeadIn(in: run).start >= run.upperBound
  }

  /// A dotted or long title inside a run: «งานของศ.ดร.ป๋วย» where the words before are unknown.
  private func innerTitle(in range: Range<Int>) -> Range<Int>? {
    var i = after(range.lowerBound)
    while i < range.upperBound {
      if canBreak(at: i), unmistakableTitles.match(self, at: i, end: range.upperBound) != nil {
        let end = endOfHonorifics(at: i, limit: range.upperBound).end
        if end > i, end < range.upperBound { return i..<end }
      }
      i = after(i)
    }
    return nil
  }

  /// Splits a run at its last «และ»: what comes after, and where the «และ» begins.
  func splitAtAnd(_ token: Range<Int>) -> (rest: Range<Int>, joiner: Int?) {
    var i = token.upperBound - 9
    while i >= token.lowerBound {
      if bytes[i] == 0xE0, hasPrefix("และ", at: i), canBreak(at: i + 9), i + 9 < token.upperBound {
        return (i + 9..<token.upperBound, i)
      }
      i -= 1
    }
    return (token, nil)
  }

  func isMonk(_ range: Range<Int>) -> Bool {
    isRankName(at: range.lowerBound, limit: range.upperBound) || hasSuffix("ภิกขุ", before: range.upperBound, from: range.lowerBound)
      || hasPrefix("สมเด็จ", at: range.lowerBound, end: range.upperBound)
      || hasPrefix("พระ", at: range.lowerBound, end: range.upperBound)
      || hasSuffix("เมธี", before: range.upperBound, from: range.lowerBound)
  }

  /// «ส. ศิวรักษ์», «น. ณ ปากน้ำ»: one letter and a stop in place of a given name, the family name at `family`. «จ. เชียงใหม่» is a place,
  /// «ก. ความหมาย» an item, unless «ณ» follows.
  func isInitial(_ range: Range<Int>, before family: Int) -> Bool {
    guard range.count == 4, bytes[range.upperBound - 1] == 0x2E, let letter = thai(at: range.lowerBound), letter >= 0x01,
      letter <= 0x2E
    else { return false }
    if hasPrefix("ณ ", at: family) { return true }
    return notInitials.match(self, at: range.lowerBound, end: range.upperBound) == nil
  }

  /// «ส.ศิวรักษ์», «ว.วชิรเมธี»: a letter, a dot, a name.
  func hasInitials(_ range: Range<Int>) -> Bool {
    guard let c = thai(at: range.lowerBound), c >= 0x01, c <= 0x2E, range.count > 8 else { return false }
    return bytes[range.lowerBound + 3] == 0x2E
  }
}

/// Districts, roads, universities, and the letters that items are counted by.
private let notInitials = PhraseTable(wordList("ก. ข. ค. ง. จ. อ. ต. ถ. ซ. ม. ด. ศ. ร."))
private let princelyRanks = PhraseTable(wordList("กรมพระยา กรมพระ กรมหลวง กรมขุน กรมหมื่น"))
private let royalRanksBefore = SuffixTable(
  wordList("สมเด็จฯ สมเด็จ สมเด็จพระเจ้าบรมวงศ์เธอ พระเจ้าบรมวงศ์เธอ พระเจ้าน้องยาเธอ สมเด็จพระมหาสมณเจ้า พระเจ้าวรวงศ์เธอ"))
private let nobleRanks = PhraseTable(wordList("หลวง ขุน เจ้าพระยา"))
private let notNoble = PhraseTable(wordList("หลวงพ่อ หลวงปู่ หลวงตา หลวงพี่ หลวงน้า หลวงลุง ขุนนาง ขุนเขา ขุนศึก หลวงพระบาง ขุนช้าง ขุนแผน"))
private let unmistakableTitles = PhraseTable(
  wordList(
    """
    ศ. รศ. ผศ. ดร. นพ. พญ. ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ พระมหา ม.ร.ว. ม.ล. หม่อมราชวงศ์ หม่อมหลวง
    พระครู นายแพทย์ แพทย์หญิง
    """))

private let commonStarts = PhraseTable(
  wordList(
    """
    การ ความ ที่ ซึ่ง และ หรือ โดย ของ กับ เพื่อ จาก ว่า ไม่ อย่าง ทาง เช่น คือ หมายถึง นี้ นั้น ต่าง ด้าน ระดับ
    แบบ ตาม ประเทศ จังหวัด อำเภอ ตำบล หมู่บ้าน องค์กร ชุมชน ประชาชน เครือข่าย นักเรียน นักศึกษา ผู้เรียน ผู้ป่วย
    ผู้ ฉบับ ครั้ง มาตรา รูปแบบ กระบวนการ ระบบ แผน โครงสร้าง กิจกรรม ปัจจัย แนวคิด ทฤษฎี หลักการ วิธี เศรษฐกิจ
    การเมือง วัฒนธรรม เทคโนโลยี ข้อมูล ปัญหา คุณภาพ ประสิทธิภาพ งาน พุทธศักราช รัฐบาล ยุค ตั้งแต่ ระหว่าง ภายใน
    ภายใต้ เรื่อง ประเภท ขั้นตอน ตัวอย่าง ลักษณะ ได้แก่ ทั้ง อีก แต่ เมื่อ ถ้า หาก เพราะ ดังนั้น กล่าว ยัง ถูก
    หลัง ก่อน แล้ว กลุ่ม คณะ ใน พ.ศ ค.ศ วันที่ ข้อ บทที่ ตารางที่ ภาพที่ แผนภาพ มกราคม กุมภาพันธ์ มีนาคม เมษายน
    พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม กลยุทธ์ ยุทธศาสตร์ นโยบาย กฎหมาย แห่ง ต่อไป
    ดังกล่าว อื่น ทุก หลาย เอกสาร ตำรา หนังสือ รายงาน บทความ นวัตกรรม ตัวแปร สมมติฐาน เครื่องมือ แบบสอบถาม
    หลักสูตร ศาสนา จริยธรรม
    """))

private let doubtfulStarts = PhraseTable(
  wordList(
    """
    มี ปี สมัย ชาติ ไทย โลก ช่วง หนึ่ง สอง สาม สามารถ รวม ต้อง ปรัชญา เดือน ประกอบ บาง ควร เป็น ได้ จะ ให้ เกิด ทำ
    สร้าง พัฒนา จัด ใช้ ก่อ ประกาศ เริ่ม ตั้ง ภาค สังคม องค์ มหา ยึด ปฏิ วิกฤต สงคราม เลือก ลง ขึ้น เข้า ออก นำ มา
    ไป เพิ่ม ลด ผล คน เด็ก ชาว บ้าน เมือง วัด ประชา ธุรกิจ สุขภาพ สินค้า บริการ ราคา ต้น ปลาย กลาง ส่ง รับ อ่าน
    เขียน พูด คิด เห็น รู้ เรียน สอน ประกัน ส่วน ท้อง ภูมิภาค
    """))

private enum Company { case alone, followed }

private let commonInside = PhraseTable<Company>(
  wordList("ประเทศ ระบบ สังคม ชุมชน วิจัย เศรษฐกิจ พัฒนา แห่งชาติ ระหว่าง อย่าง เป็น ต่าง ต่อกัน ร่วมกัน").map { ($0, Company.alone) }
    + wordList("การ ความ ของ ที่ ซึ่ง โดย ทาง ได้ ไม่ ให้").map { ($0, Company.followed) })

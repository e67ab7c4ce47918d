/// What the words before a set say of it: «… กล่าวถึงองค์ประกอบที่สำคัญของเครือข่ายไว้ 4 ประการ คือ».
struct SetLeadIn {
  /// «องค์ประกอบที่สำคัญของเครือข่าย»
  var title: Range<Int>?
  /// «4 ประการ»
  var count: Int?
  /// «ขั้นตอน», «ตามลำดับ»: the order matters.
  var isOrdered = false
  /// It ends in words after which a set must come: «ดังนี้», «ได้แก่», «คือ», «:».
  var hasCue = false
  /// The title names nothing in particular («หลักการที่เกี่ยวข้อง»): a heading says better what is listed.
  var isGeneric = false
}

extension ReadingText {
  /// Reads the words of `range`, at the end of which a set begins.
  func setLeadIn(_ range: Range<Int>) -> SetLeadIn {
    var leadIn = SetLeadIn()
    let whole = trimmed(range)
    guard !whole.isEmpty else { return leadIn }
    let floor = max(whole.lowerBound, whole.upperBound - 900)
    var end = whole.upperBound
    while true {
      let before = end
      end = skippingSpaces(before: end, from: floor)
      if end > floor, bytes[end - 1] == 0x3A {
        end -= 1
        leadIn.hasCue = true
      } else if let cue = setCues.match(self, before: end, from: floor), canBreak(at: end - cue.length) {
        end -= cue.length
        leadIn.hasCue = true
      } else if end > floor, bytes[end - 1] == 0x29, let open = bytes[max(floor, end - 300)..<end].lastIndex(of: 0x28),
        leadIn.hasCue || setCues.match(self, before: skippingSpaces(before: open, from: floor), from: floor) != nil
      {
        // «3 ส่วน (อภิชัย พันธเสน, 2539) ได้แก่», «ธาตุต่อไปนี้ (ภาพท้ายเล่ม)»
        end = open
      }
      if end >= before { break }
    }
    end = skippingSpaces(before: end, from: floor)
    var counted = countedSet(in: max(floor, end - 420)..<end)
    if let found = counted, restartsSelection(in: found.range.upperBound..<end) { counted = nil }
    leadIn.count = counted?.count
    leadIn.isOrdered = counted?.isOrdered ?? false || orderWords(in: max(floor, end - 240)..<whole.upperBound)
    // The noun is before the count, or between the count and the cue: «5 ประการ ที่กล่าวได้ว่า เป็นองค์ประกอบของเครือข่าย ได้แก่».
    if let counted {
      if let late = setTitle(before: end, from: counted.range.upperBound), startsNoun(at: late.lowerBound, end: late.upperBound) {
        leadIn.title = late
      } else {
        leadIn.title =
          definedTitle(before: counted.range.lowerBound, from: floor) ?? setTitle(before: counted.range.lowerBound, from: floor)
      }
    } else {
      // «จะกล่าวถึง ความหมายของเครือข่ายโดยนัยต่าง ๆ ซึ่ง … ดังนี้»: what is spoken of is what is listed.
      leadIn.title = framedTitle(in: floor..<end) ?? setTitle(before: end, from: floor)
    }
    if leadIn.title == nil || leadIn.title.map(isGenericTitle) == true, let framed = framedTitle(in: floor..<end) {
      leadIn.title = framed
    }
    leadIn.isGeneric = leadIn.title.map(isGenericTitle) ?? true
    return leadIn
  }

  /// «อริยสัจ (the Four Noble Truths) คือ ความจริงที่ … มี 4 ประการ»: what is defined is what is counted.
  private func definedTitle(before end: Int, from floor: Int) -> Range<Int>? {
    var end = skippingSpaces(before: end, from: floor)
    guard let has = hasBefore.match(self, before: end, from: floor), canBreak(at: end - has.length) else { return nil }
    end = skippingSpaces(before: end - has.length, from: floor)
    let meaning = run(endingAt: end, from: floor)
    var before = skippingSpaces(before: meaning.lowerBound, from: floor)
    guard !meaning.isEmpty, let marker = definersBefore.match(self, before: before, from: floor) else { return nil }
    before = skippingSpaces(before: before - marker.length, from: floor)
    if before > floor, bytes[before - 1] == 0x29, let open = bytes[max(floor, before - 160)..<before].lastIndex(of: 0x28) {
      before = skippingSpaces(before: open, from: floor)
    }
    let term = run(endingAt: before, from: floor)
    return isThaiTerm(term) && (3...40).contains(scalarCount(term)) ? term : nil
  }

  /// «7 ประการ», «สามด้าน», «๔ ขั้นตอน», the last one in the range.
  func countedSet(in range: Range<Int>) -> (count: Int, range: Range<Int>, isOrdered: Bool)? {
    var found: (count: Int, range: Range<Int>, isOrdered: Bool)?
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] & 0xC0 != 0x80 else {
        i += 1
        continue
      }
      if let digit = digit(at: i), !isDigit(before: i) {
        var value = 0
        var end = i
        var next: (value: Int, length: Int)? = digit
        while let digit = next, end < range.upperBound, value < 1000 {
          value = value * 10 + digit.value
          end += digit.length
          next = self.digit(at: end)
        }
        let word = skippingSpaces(from: end, to: range.upperBound)
        if value >= 2, value <= 60, let classifier = classifiers.match(self, at: word, end: range.upperBound),
          canBreak(at: word + classifier.length)
        {
          found = (value, i..<word + classifier.length, classifier.value)
        }
        i = max(end, i + 1)
        continue
      }
      if bytes[i] == 0xE0, canBreak(at: i), let numeral = numerals.match(self, at: i, end: range.upperBound) {
        let word = skippingSpaces(from: i + numeral.length, to: range.upperBound)
        if let classifier = classifiers.match(self, at: word, end: range.upperBound), canBreak(at: word + classifier.length),
          !isShielded(i..<i + numeral.length), !isShielded(word..<word + classifier.length),
          // «ประเภทที่สอง ข้อ …» is the second of them, not two.
          !hasSuffix("ที่", before: i)
        {
          found = (numeral.value, i..<word + classifier.length, classifier.value)
        }
      }
      i = after(i)
    }
    return found
  }

  /// «สามห่วง», «๕ เล่ม» at the end of a range, whatever is counted: only where a cue for a set follows.
  func countedThing(endingAt end: Int, from floor: Int) -> (count: Int, range: Range<Int>, isOrdered: Bool)? {
    var end = skippingSpaces(before: end, from: floor)
    if hasSuffix("ด้วยกัน", before: end, from: floor) { end = skippingSpaces(before: end - 21, from: floor) }
    let run = run(endingAt: end, from: floor)
    var i = run.lowerBound
    while i < run.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), let numeral = numerals.match(self, at: i, end: run.upperBound),
        !isShielded(i..<i + numeral.length),
        canBreak(at: i + numeral.length), (2...9).contains(scalarCount(i + numeral.length..<run.upperBound)),
        neverCounted.match(self, at: i + numeral.length, end: run.upperBound) == nil
      {
        return (numeral.value, i..<run.upperBound, false)
      }
      i = after(i)
    }
    guard (2...9).contains(scalarCount(run)), isThaiLetter(at: run.lowerBound),
      neverCounted.match(self, at: run.lowerBound, end: run.upperBound) == nil
    else { return nil }
    let numberEnd = skippingSpaces(before: run.lowerBound, from: floor)
    let digits = self.run(endingAt: numberEnd, from: floor)
    guard let value = wholeNumber(digits), value >= 2, value <= 20 else { return nil }
    return (value, digits.lowerBound..<run.upperBound, false)
  }

  private func orderWords(in range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, ordering.match(self, at: i, end: range.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }

  /// The noun phrase that ends before `end`, what is said about it taken off at both ends.
  private func setTitle(before end: Int, from floor: Int) -> Range<Int>? {
    var end = skippingSpaces(before: end, from: floor)
    var isStripped = true
    while isStripped, end > floor {
      isStripped = false
      if let tail = setTails.match(self, before: end, from: floor), canBreak(at: end - tail.length) {
        end = skippingSpaces(before: end - tail.length, from: floor)
        isStripped = true
      }
    }
    guard end > floor else { return nil }
    // «ไตรสิกขา (the Threefold Training) มี 3 อย่าง»
    var hasEnglish = false
    if bytes[end - 1] == 0x29, let open = bytes[max(floor, end - 160)..<end].lastIndex(of: 0x28),
      englishTerms(trimmed(open + 1..<end - 1)) != nil
    {
      end = skippingSpaces(before: open, from: floor)
      hasEnglish = true
    }
    var run = run(endingAt: end, from: floor)
    if string(run) == "ๆ" {
      run = self.run(endingAt: skippingSpaces(before: run.lowerBound, from: floor), from: floor).lowerBound..<run.upperBound
    }
    // «ทฤษฎี 8K’s», «โมเดล ADDIE»: a name in Latin letters belongs to the noun before it.
    if !run.isEmpty, thai(at: run.lowerBound) == nil, bytes[run.lowerBound] != 0x28 {
      let noun = self.run(endingAt: skippingSpaces(before: run.lowerBound, from: floor), from: floor)
      if isThaiLetter(at: noun.lowerBound) { run = noun.lowerBound..<run.upperBound }
    }
    guard !run.isEmpty else { return nil }
    var start = run.lowerBound
    var i = start
    while i < run.upperBound {
      if bytes[i] & 0xC0 != 0x80, canBreak(at: i), let opener = setOpeners.match(self, at: i, end: run.upperBound),
        i + opener.length < run.upperBound,
        canBreak(at: i + opener.length), !isShielded(i..<i + opener.length),
        opener.value == .always || startsSetNoun(at: i + opener.length, end: run.upperBound)
      {
        i += opener.length
        start = i
      } else {
        i = after(i)
      }
    }
    let title = withoutTermTail(start..<run.upperBound)
    let length = scalarCount(title)
    guard length >= (startsSetNoun(at: title.lowerBound, end: title.upperBound) ? 3 : 4), length <= 100,
      !isThaiTail(at: title.lowerBound), thai(at: title.lowerBound) != nil
    else { return nil }
    // «กระบวนการที่สมาชิกเข้ามาเกี่ยวข้องใน 4 มิติ»: the words run on into the count and name nothing.
    if let tail = dangling.match(self, before: title.upperBound, from: title.lowerBound),
      !isShielded(title.upperBound - tail.length..<title.upperBound)
    {
      return nil
    }
    return hasEnglish || startsSetNoun(at: title.lowerBound, end: title.upperBound) || start > run.lowerBound ? title : nil
  }

  /// «กล่าวถึงองค์ประกอบของเครือข่าย โดยใช้ตัวอักษรย่อ … ดังนี้»
  private func framedTitle(in range: Range<Int>) -> Range<Int>? {
    var i = range.lowerBound
    var found: Range<Int>?
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), let frame = titleFrames.match(self, at: i, end: range.upperBound) {
        let start = skippingSpaces(from: i + frame.length, to: range.upperBound)
        var end = start
        while end < range.upperBound, spaceLength(at: end) == 0, bytes[end] != 0x28 { end = after(end) }
        let title = withoutSetTail(start..<end)
        if scalarCount(title) >= 4, scalarCount(title) <= 90, startsSetNoun(at: title.lowerBound, end: title.upperBound),
          !isGenericTitle(title)
        {
          found = title
        }
        i += frame.length
      } else {
        i = after(i)
      }
    }
    return found
  }

  private func withoutSetTail(_ range: Range<Int>) -> Range<Int> {
    var range = withoutTermTail(range)
    for phrase: StaticString in ["โดยนัยต่าง", "โดย", "ไว้", "ซึ่ง", "ออกเป็น"] {
      var i = range.lowerBound
      while i < range.upperBound {
        if i > range.lowerBound, hasPrefix(phrase, at: i, end: range.upperBound), canBreak(at: i),
          !isShielded(i..<i + phrase.utf8CodeUnitCount)
        {
          range = range.lowerBound..<i
          break
        }
        i = after(i)
      }
    }
    range = withoutTermTail(range)
    // «กล่าวถึงทุนทางสังคมใน 3 ประเด็น»
    if hasSuffix("ใน", before: range.upperBound, from: range.lowerBound), !isShielded(range.upperBound - 6..<range.upperBound) {
      range = withoutTermTail(range.lowerBound..<range.upperBound - 6)
    }
    // «… อธิบายถึงปัจจัยที่ส่งผลต่อความพึงพอใจว่า …»
    guard hasSuffix("ว่า", before: range.upperBound, from: range.lowerBound), canBreak(at: range.upperBound - 9),
      !isShielded(range.upperBound - 9..<range.upperBound)
    else { return range }
    return withoutTermTail(range.lowerBound..<range.upperBound - 9)
  }

  func startsSetNoun(at i: Int, end: Int) -> Bool {
    startsNoun(at: i, end: end) || setNouns.match(self, at: i, end: end) != nil
  }

  private func isGenericTitle(_ range: Range<Int>) -> Bool {
    guard let match = genericTitles.match(self, at: range.lowerBound, end: range.upperBound) else { return false }
    return scalarCount(range.lowerBound + match.length..<range.upperBound) <= 3
  }
}

private let hasBefore = SuffixTable(wordList("มี มีอยู่ มีทั้งหมด ประกอบด้วย แบ่งเป็น แบ่งออกเป็น"))
private let definersBefore = SuffixTable(wordList("คือ หมายถึง หมายความว่า"))

private enum Opener { case always, beforeNoun }

private let setCues = SuffixTable(
  wordList(
    """
    ดังนี้ ดังต่อไปนี้ ต่อไปนี้ ได้แก่ คือ ประกอบด้วย ประกอบไปด้วย ดังนี้คือ มีดังนี้ มีดังต่อไปนี้ ได้ดังนี้ ซึ่งได้แก่ อันได้แก่ ซึ่งประกอบด้วย อันประกอบด้วย ว่า ไว้ดังนี้ ดังรายละเอียดต่อไปนี้ กล่าวคือ อาทิ เช่น ซึ่งมีดังนี้
    ซึ่งสามารถสรุปได้ดังนี้ ซึ่งสามารถสรุปได้_ดังนี้ สรุปได้ดังนี้ สรุปได้_ดังนี้ ประกอบด้วยองค์ประกอบดังนี้ as_follows following
    """))

private let setTails = SuffixTable(
  wordList(
    """
    ที่สำคัญ ไว้ ไว้ว่า ได้ อย่างน้อย ได้อย่างน้อย ออกเป็น แบ่งเป็น แบ่งออกเป็น แบ่งได้เป็น จำแนกได้เป็น จำแนกเป็น จำแนกออกเป็น จำแนกได้ แยกเป็น แยกออกเป็น แยกได้เป็น มี มีอยู่ มีด้วยกัน ทั้งหมด ประกอบด้วย ประกอบไปด้วย รวม จำนวน เป็น ว่า ซึ่งมี ที่มี โดยมี มีทั้งหมด
    มีทั้งสิ้น ทั้ง ต่าง_ๆ โดยนัยต่าง_ๆ ไว้เป็น ดังกล่าว ดังนี้ สามารถจำแนกได้เป็น สามารถแบ่งออกเป็น สามารถแบ่งได้เป็น สรุปได้ สรุปเป็น ไว้เป็นสมการซึ่งมี ไว้อย่างน้อย มักมี ต้องมี ควรมี ต้องประกอบด้วย จะต้องมี จะต้องประกอบด้วย นั้น นั้นมี ได้แก่ คือ ย่อมมี ได้เป็น เป็นไปตาม
    """))

private let dangling = SuffixTable(wordList("ใน จาก ต่อ กับ แก่ แห่ง ของ เพื่อ โดย สำหรับ ระหว่าง ภายใต้ สู่ ว่า"))

private let setOpeners = PhraseTable<Opener>(
  wordList(
    """
    กล่าวถึง กล่าวว่า ว่า พบว่า เห็นว่า อธิบายถึง สรุปถึง ได้แบ่ง ได้จำแนก ได้เสนอ ได้กล่าวถึง ได้สรุป ได้กำหนด ถือเป็น ซึ่งเป็น อันเป็น กำหนดให้ นำเสนอ ได้อธิบาย ได้ระบุ ได้ให้
    """
  ).map { ($0, Opener.always) }
    + wordList(
      "ผ่าน อธิบาย จำแนก แบ่ง เสนอ สรุป ระบุ กำหนด ศึกษา เป็น จาก มี คือ ซึ่ง โดย ให้ ถึง จัด ใช้ ตาม นับเป็น วิเคราะห์ สังเคราะห์ ประกอบด้วย ได้แก่ พัฒนา ต้องมี สามารถ ได้"
    ).map {
      ($0, Opener.beforeNoun)
    })

private let titleFrames = PhraseTable(wordList("กล่าวถึง สรุปถึง อธิบายถึง อธิบายเกี่ยวกับ กล่าวเกี่ยวกับ พิจารณาถึง ได้กล่าวถึง จำแนก อธิบาย"))

private let setNouns = PhraseTable(
  wordList(
    """
    องค์ประกอบ ลักษณะ คุณลักษณะ คุณสมบัติ ประเภท ชนิด ขั้นตอน ขั้น ระยะ หลัก แนวทาง วิธี ปัจจัย สาเหตุ ประโยชน์ ข้อดี ข้อเสีย ข้อจำกัด บทบาท หน้าที่ วัตถุประสงค์ จุดมุ่งหมาย เป้าหมาย มิติ ระดับ ด้าน รูปแบบ ตัวแปร ตัวชี้วัด เกณฑ์ เงื่อนไข ปัญหา
    อุปสรรค ผล กลยุทธ์ มาตรการ นโยบาย สมรรถนะ ทักษะ เครื่องมือ ส่วน ส่วนประกอบ โครงสร้าง นัย ความ การ คำ สิ่ง อริยสัจ ไตรสิกขา ไตรลักษณ์ อิทธิบาท พรหมวิหาร สังคหวัตถุ โพชฌงค์ สติปัฏฐาน ขันธ์ พละ อคติ อบายมุข ทิศ เบญจศีล เบญจธรรม มรรค ธรรม ศีล ทฤษฎี ตัวบ่งชี้ กรอบ ประเด็น กิจกรรม เหตุผล หมวด เทคนิค กฎ ขอบเขต สิทธิ อำนาจ ประการ ชนชั้น ชั้น กลุ่มคน ยุค สมัย สำนัก
    """))

private let genericTitles = PhraseTable(
  wordList(
    "หลักการที่เกี่ยวข้อง หลักการ ส่วนที่สำคัญ ประเด็น ประเด็นสำคัญ ลักษณะ ด้าน นัย ข้อ รายละเอียด สิ่งที่เกี่ยวข้อง เรื่อง สาระสำคัญ ประการ ความสำคัญ จุดร่วมที่สำคัญ จุดร่วม แนวทาง องค์ประกอบ ขั้นตอน องค์ประกอบดังกล่าว ปัจจัย วิธีการ ผล ผลการวิจัย"
  ))

private let ordering = PhraseTable(wordList("ตามลำดับ ขั้นตอน ขั้นที่ ลำดับขั้น วัฏจักร ระยะที่ เรียงตาม เรียงจาก"))

private let neverCounted = PhraseTable(wordList("คน บาท ปี วัน เดือน ครั้ง แห่ง ร้อย พัน หมื่น ราย ชั่วโมง นาที สัปดาห์ จังหวัด ประเทศ โรงเรียน"))
private let numerals = PhraseTable<Int>([
  ("สอง", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6), ("เจ็ด", 7), ("แปด", 8), ("เก้า", 9), ("สิบ", 10), ("สิบสอง", 12),
])

/// True where the things counted come one after another.
private let classifiers = PhraseTable<Bool>(
  wordList(
    """
    ประการ ข้อ ด้าน ส่วน ลักษณะ ประเภท รูปแบบ องค์ประกอบ ตัว นัย ระดับ มิติ หลัก หลักการ ปัจจัย กลุ่ม ชนิด วิธี วิธีการ แนวทาง อย่าง หมวด แบบ เรื่อง คำ สาย ยุค ทฤษฎี แนวคิด ประเด็น ทักษะ คุณลักษณะ บทบาท มาตรการ กลยุทธ์ ยุทธศาสตร์ ตัวชี้วัด ตัวแปร กระบวนการ
    ความสัมพันธ์ เงื่อนไข สิทธิ หน้าที่ หน่วย ฝ่าย ภาค แขนง สาขา ตัวบ่งชี้ สมรรถนะ คุณสมบัติ เสาหลัก กรณี ความหมาย ทาง สถานะ ชั้น ห่วง เสา ภารกิจ พันธกิจ หัวข้อ รายการ ภาคส่วน มาตรฐาน เกณฑ์ วัตถุประสงค์ สาเหตุ ปัญหา ตัวอักษร แหล่ง ช่องทาง กิจกรรม ดัชนี ค่านิยม พฤติกรรม
    """
  ).map { ($0, false) } + wordList("ขั้นตอน ขั้น ระยะ ลำดับ ลำดับขั้น ช่วง ช่วงวัย").map { ($0, true) })

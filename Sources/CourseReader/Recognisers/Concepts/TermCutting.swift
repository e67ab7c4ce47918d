extension ReadingText {
  /// As `run(endingAt:from:)`, with what stands before a number that closes a term («โรคเบาหวานชนิดที่ 2», «อริยสัจ ๔»).
  func numberedRun(endingAt end: Int, from floor: Int) -> Range<Int> {
    let last = run(endingAt: end, from: floor)
    guard !last.isEmpty, last.count <= 6 else { return last }
    var i = last.lowerBound
    while i < last.upperBound {
      guard let digit = digit(at: i) else { return last }
      i += digit.length
    }
    let gap = skippingSpaces(before: last.lowerBound, from: floor)
    guard gap < last.lowerBound, gap > floor, isThaiLetter(at: before(gap)) else { return last }
    return run(endingAt: gap, from: floor).lowerBound..<end
  }

  /// The run of text directly before `end` up to a space, a bracket or a quotation mark.
  ///
  /// Looks back at most 600 bytes.
  func run(endingAt end: Int, from floor: Int) -> Range<Int> {
    let floor = max(floor, end - 600)
    var i = end
    while i > floor {
      if spaceLength(before: i) > 0 { break }
      let previous = before(i)
      let byte = bytes[previous]
      if byte < 0x80,
        !(isLatinLetter(at: previous) || byte == 0x2D || byte == 0x2E || byte == 0x2F || (byte >= 0x30 && byte <= 0x39))
      {
        break
      }
      if byte == 0xE2,
        hasPrefix("“", at: previous) || hasPrefix("”", at: previous) || hasPrefix("‘", at: previous)
          || (hasPrefix("’", at: previous) && !isLatinLetter(at: previous + 3))
      {
        break
      }
      if byte == 0xC2, hasPrefix("«", at: previous) || hasPrefix("»", at: previous) { break }
      i = previous
    }
    return i..<end
  }

  /// Where a term begins inside a run that may have other words glued in front: of «ที่จะส่งผลให้เกิดพลังทวีคูณ» the place before «พลังทวีคูณ».
  ///
  /// A rest longer than the English can stand for is looked through for a noun behind a joining word.
  func startOfTerm(in run: Range<Int>, for english: EnglishSide) -> (start: Int, isSure: Bool) {
    // «การลดความเครียดโดยใช้สติเป็นฐาน (mindfulness-based …)»: how it is done belongs to the term.
    let keepsMeans = english.isBased && basesBefore.match(self, before: run.upperBound, from: run.lowerBound) != nil
    // «การสุ่มโดยใช้หลักความน่าจะเป็น (probability sampling)»: the English names what is done.
    let keepsAct =
      english.isAct && scalarCount(run) <= english.weight && hasPrefix("การ", at: run.lowerBound, end: run.upperBound)
      && !run.contains { bytes[$0] == 0xE0 && demonstratives.match(self, at: $0, end: run.upperBound) != nil }
    // «ขั้นรับรู้และเคลื่อนไหว (sensorimotor stage)»: the English names the noun that opens the run.
    if scalarCount(run) <= english.weight, let head = headNouns.match(self, at: run.lowerBound, end: run.upperBound),
      canBreak(at: run.lowerBound + head.length), ordinalPhrase(at: run.lowerBound, end: run.upperBound) == nil,
      head.value.contains(where: { english.words.contains($0) })
    {
      return (run.lowerBound, true)
    }
    var start = run.lowerBound
    func skipLeads() {
      while start < run.upperBound, let match = termLeads.match(self, at: start, end: run.upperBound),
        canBreak(at: start + match.length), start + match.length < run.upperBound,
        // «… รูปแบบต่าง ๆ และความรู้ที่ฝังอยู่ในคน (tacit knowledge)»
        start == run.lowerBound && spaceLength(before: start) > 0
          ? !opensCompound(start..<start + match.length) : !isShielded(start..<start + match.length),
        !hasPrefix("ปรากฏการณ์", at: start), match.value || leavesNoun(at: start + match.length, end: run.upperBound, english)
      {
        start += match.length
      }
      // «โอกาสของการท่องเที่ยว (tourism)»
      if !english.isOf, let match = genericHeads.match(self, at: start, end: run.upperBound),
        startsNoun(at: start + match.length, end: run.upperBound)
      {
        start += match.length
      }
      // «องค์ประกอบของคุณภาพชีวิต (quality of life)»: the English says nothing of elements.
      if let match = aspectHeads.match(self, at: start, end: run.upperBound), canBreak(at: start + match.length),
        start + match.length < run.upperBound, !match.value.contains(where: { english.words.contains($0) })
      {
        start += match.length
      }
      // «ผู้เพิ่มการตลาดผ่านสื่อ (social media marketing)»: who does it is no part of what it is.
      if !english.isAgent, hasPrefix("ผู้", at: start, end: run.upperBound),
        let act = nominaliser(from: start + 9, to: min(run.upperBound, start + 45))
      {
        start = act
      }
    }
    skipLeads()
    var i = start
    while i < run.upperBound {
      if bytes[i] & 0xC0 != 0x80, canBreak(at: i), let match = termBreakers.match(self, at: i, end: run.upperBound),
        i + match.length < run.upperBound, canBreak(at: i + match.length), match.value != .unlessPaired || !english.isPaired,
        match.value != .beforeNoun || startsNoun(at: i + match.length, end: run.upperBound),
        // «การทดลองใช้ได้»: what is left must be a word of its own.
        !bareHeads.isPhrase(i + match.length..<run.upperBound, of: self),
        scalarCount(i + match.length..<run.upperBound) > 3 || startsNoun(at: i + match.length, end: run.upperBound),
        !(keepsMeans && match.value == .always),
        !(keepsAct && means.match(self, at: i, end: run.upperBound) != nil
          && nominaliser(from: i + match.length, to: i + match.length + 3) == nil),
        // «การท่องเที่ยวโดยชุมชน (community-based tourism)»: too little is left to stand for the English.
        !(match.value == .always && english.isMuchMore(than: scalarCount(i + match.length..<run.upperBound))
          && isNominal(start..<i)),
        match.value == .firm
          || !(isHeldByNominaliser(i, from: start)
            || isShielded(i..<i + match.length))
      {
        i += match.length
        start = i
        skipLeads()
        i = max(i, start)
      } else {
        i = after(i)
      }
    }
    guard scalarCount(start..<run.upperBound) > english.weight else { return (start, true) }
    // Too long for its English: take the last noun that opens behind a joining word.
    var cut: Int?
    i = start
    while i < run.upperBound {
      if bytes[i] & 0xC0 != 0x80, canBreak(at: i), let match = joiningWords.match(self, at: i, end: run.upperBound),
        !isShielded(i..<i + match.length)
      {
        var noun = i + match.length
        while let verb = termLeads.match(self, at: noun, end: run.upperBound),
          verb.value || startsNoun(at: noun + verb.length, end: run.upperBound), noun + verb.length < run.upperBound
        { noun += verb.length }
        if scalarCount(noun..<run.upperBound) >= 4,
          startsNoun(at: noun, end: run.upperBound) || english.sounds(like: string(noun..<run.upperBound))
        {
          cut = noun
        }
        i += match.length
      } else {
        i = after(i)
      }
    }
    if let cut { return (cut, false) }
    // «… ใช้งานไประยะหนึ่งย่อมเกิดการสึกหรอ (wear)»: nothing joins, so the last thing done.
    var last: Int?
    var from = after(start)
    while let act = nominaliser(from: from, to: run.upperBound) {
      if happenings.match(self, before: act, from: start) != nil { last = act }
      from = after(act)
    }
    return (last ?? start, false)
  }

  /// «การมี…», «ความเป็น…», «อย่างมี…»: the verb belongs to a noun.
  /// «การ…», «ความ…» of a length that a term has.
  private func isNominal(_ range: Range<Int>) -> Bool {
    (hasPrefix("การ", at: range.lowerBound, end: range.upperBound)
      || hasPrefix("ความ", at: range.lowerBound, end: range.upperBound))
      && (5...24).contains(scalarCount(range))
  }

  /// After a verb: a noun that the English can be of. «วางแผนกลยุทธ์ (strategic planning)» keeps its verb.
  private func leavesNoun(at i: Int, end: Int, _ english: EnglishSide) -> Bool {
    guard startsNoun(at: i, end: end) else { return false }
    return !english.isProcess || hasPrefix("การ", at: i, end: end) || hasPrefix("ความ", at: i, end: end)
      || hasPrefix("กระบวนการ", at: i, end: end)
  }

  /// The first «การ» or «ความ» in a range that makes a noun of what follows it, as in none of «โครงการ», «จัดการ», «สถานการณ์».
  private func nominaliser(from start: Int, to end: Int) -> Int? {
    var i = start
    while i < end {
      if bytes[i] == 0xE0, canBreak(at: i),
        (hasPrefix("การ", at: i, end: end) && !hasPrefix("การณ์", at: i) && actsBefore.match(self, before: i, from: start) == nil)
          || hasPrefix("ความ", at: i, end: end)
      {
        return i
      }
      i = after(i)
    }
    return nil
  }

  private func isHeldByNominaliser(_ i: Int, from start: Int) -> Bool {
    guard let match = nominalisersBefore.match(self, before: i, from: start) else { return false }
    return canBreak(at: i - match.length)
  }

  func startsNoun(at i: Int, end: Int) -> Bool { i < end && nounStarts.match(self, at: i, end: end) != nil }

  /// Takes «นั้น», «ดังกล่าว», «จึง» off the end of a term.
  func withoutTermTail(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    while let match = termTails.match(self, before: range.upperBound, from: range.lowerBound), match.length < range.count,
      canBreak(at: range.upperBound - match.length),
      // «โสรัจจะ», «สัจจะ», «เจ้าหนี้» are nouns.
      match.length != 6 || !hasSuffix("จจะ", before: range.upperBound, from: range.lowerBound),
      !hasSuffix("หนี้", before: range.upperBound, from: range.lowerBound)
    {
      range = trimmed(range.lowerBound..<range.upperBound - match.length)
    }
    return range
  }

  /// The inside of the quotation whose closing mark ends at `end`.
  func quotation(endingAt end: Int, from floor: Int) -> Range<Int>? {
    let close: Int
    if hasSuffix("”", before: end, from: floor) || hasSuffix("’", before: end, from: floor) {
      close = end - 3
    } else if hasSuffix("»", before: end, from: floor) {
      close = end - 2
    } else if hasSuffix("\"", before: end, from: floor) {
      close = end - 1
    } else {
      return nil
    }
    var i = close
    let limit = max(floor, close - 360)
    while i > limit {
      i = before(i)
      if hasPrefix("“", at: i) || hasPrefix("‘", at: i) || hasPrefix("„", at: i) { return trimmedQuotation(i + 3..<close) }
      if hasPrefix("«", at: i) { return trimmedQuotation(i + 2..<close) }
      if bytes[i] == 0x22 { return trimmedQuotation(i + 1..<close) }
      if hasPrefix("”", at: i) || hasPrefix("’", at: i) || hasPrefix("»", at: i) { return nil }
    }
    return nil
  }

  private func trimmedQuotation(_ range: Range<Int>) -> Range<Int>? {
    let range = trimmed(range)
    return range.isEmpty ? nil : range
  }

  /// Where the quotation that ends at `end` begins, its opening mark included.
  func quotationStart(_ inside: Range<Int>, from floor: Int) -> Int {
    let i = skippingSpaces(before: inside.lowerBound, from: floor)
    guard i > floor else { return inside.lowerBound }
    return before(i)
  }
}

enum TermBreaker {
  /// Even where a nominaliser stands before.
  case firm
  case always
  /// Not where the English has two words joined as well.
  case unlessPaired
  /// Where a noun comes after.
  case beforeNoun
}

/// Words before a term that are no part of it, taken off one after another from the front.
///
/// True for words that stand before any noun; false for verbs, taken off only where a noun follows.
private let termLeads = PhraseTable<Bool>(
  wordList(
    """
    ได้ ศึกษา ซึ่ง เป็น โดย คือ มี ที่ จะ ส่งผล ให้ เกิด จาก เพื่อ และ หรือ กับ ว่า คำว่า เรียกว่า ด้วย ใน ของ เช่น ได้แก่ หมายถึง ต่อ สู่ ถึง
    อาศัย ใช้ เน้น ตาม แก่ แต่ ยัง ก็ อาจ ควร ต้อง ไม่ ทำให้ ก่อให้เกิด นำไปสู่ ไปสู่ กล่าวถึง กล่าว อธิบาย อธิบายถึง สรุป พัฒนา เสริมสร้าง
    เรื่อง เกี่ยวกับ ความหมายของ แนวคิดของ แนวคิดเรื่อง แนวคิดเกี่ยวกับ นิยามของ คำจำกัดความของ คำจำกัดความ คำนิยามของ คำนิยาม ทฤษฎีของ หลักการของ รวมทั้ง รวมถึง ตลอดจน
    จึง จึงเพิ่ม จะได้ ได้ด้วย วัดได้ด้วย ทั้งนี้ อันเป็น ถือเป็น กลายเป็น นับเป็น เรียกอีกอย่างว่า ดังนั้น นอกจาก ส่วน สำหรับ ภายใต้ ผ่าน อาทิ กล่าวคือ เหมือน คล้าย พร้อม พวก ด้าน ทั้ง จัดเป็น
    บิดาของ บิดาแห่ง มารดาของ หัวใจของ ผู้คิด ผู้ก่อตั้ง จนกระทั่ง กระทั่ง ขณะที่ ในขณะที่ เสนอ นำเสนอ จัดตั้ง ก่อตั้ง ตั้ง ผู้บุกเบิก ผู้ริเริ่ม ผู้คิดค้น ผู้เสนอ เจ้าของ บิดาแห่ง ถูก ได้รับ อย่าง แบบที่ ลักษณะ ในลักษณะ ในฐานะ ในรูปของ ในรูปแบบ ในแง่ของ ในมิติของ ในนัยของ ในนัยแห่ง ในความหมายของ ในเรื่อง ด้วยวิธี ด้วยการใช้ เขาเสนอ เธอเสนอ เขาเรียก เธอเรียก เขาใช้ เธอใช้
    """
  ).map { ($0, true) }
    + wordList(
      "สร้าง ส่งเสริม เพิ่ม ลด แก้ จัด ปรับ รักษา แสดง พบ ปรากฏ นำ ขยาย ก่อ มุ่ง เสริม ทำ กำหนด วัด เก็บ เคย นิยาม สอน เลิก เลิกทำ เรียกร้อง เรียกร้องให้ กระตุ้น ผลักดัน ริเริ่ม เริ่ม เปิด แบ่ง แยก แก้ไข ตรวจสอบ ติดตาม คำนวณ เปรียบเทียบ สำรวจ สังเกต ออกแบบ ผลิต สนับสนุน คุ้มครอง ป้องกัน ฟื้นฟู ดูแล ช่วยเหลือ ช่วย อบรม จัดทำ จัดให้มี ยกระดับ ขับเคลื่อน เชื่อมโยง เผยแพร่ ถ่ายทอด สะท้อน บ่งชี้ ตระหนักถึง เข้าใจ ยอมรับ คัดเลือก ต้องการ มุ่งเน้น รายงาน เรียก อ้าง อ้างถึง ทดสอบ เข้าร่วม รวบรวม ติดตั้ง ประเมิน วิเคราะห์ ประยุกต์ ยึด ขาด ปลูกฝัง ฝึก ดำเนิน ระบุ"
    ).map { ($0, false) })

/// Words inside a run that end a clause: the term comes after them.
private let termBreakers = PhraseTable<TermBreaker>(
  wordList(
    """
    เป็น คือ เรียกว่า ได้แก่ ให้เกิด ซึ่ง โดย ว่า ทำให้ ส่งผลให้ ก่อให้เกิด นำไปสู่ หมายถึง กลายเป็น เช่น มี อาศัย จาก ใช้ กล่าวถึง
    ประกอบด้วย รวมทั้ง รวมถึง ตลอดจน ภายใต้ เกี่ยวกับ ในลักษณะ ความหมายของ เพื่อให้สามารถ เกิดความรู้สึก อีกทั้ง กว่า ในชื่อ ในนาม ชื่อว่า ที่ชื่อ เป็นที่รู้จักในนาม
    """
  ).map { ($0, TermBreaker.always) } + [("หนึ่งใน", .firm), ("หนึ่งของ", .firm)]
    + wordList(
      "ต้องเข้าใจทั้ง เข้าใจ ทำหน้าที่ดำเนิน ดำเนิน ต้อง จะต้อง ควร ต้องสอน ให้เลิก เรื่อง ภายหลัง เก็บ จนกระทั่ง แนวคิด ต้องการ เสนอ นำเสนอ จัดตั้ง ได้รับ ถูก ศึกษา ยึด ยึดถือ ขาด ย่อมเกิด จึงเกิด จะเกิด อาจเกิด มักเกิด"
    ).map {
      ($0, TermBreaker.beforeNoun)
    }
    + wordList("และ หรือ กับ").map { ($0, TermBreaker.unlessPaired) })

/// What is said of a thing rather than its name.
private let genericHeads = PhraseTable(
  wordList(
    """
    โอกาสของ ตัวอย่างของ ส่วนหนึ่งของ รูปแบบหนึ่งของ ผลของ ปัญหาของ ความสำคัญของ ประโยชน์ของ บทบาทของ เครื่องมือของ ผลคูณของ ผลรวมของ ผลหารของ พื้นฐานของ ชุดของ ภายใต้ หลัง ก่อน ระหว่าง
    """))
/// What is said of a thing, with the English that would say the same.
private let aspectHeads = PhraseTable<[String]>([
  ("องค์ประกอบของ", ["component", "element", "factor", "dimension", "composition"]),
  ("ลักษณะของ", ["character", "feature", "trait", "nature"]),
  ("ระดับของ", ["level", "degree"]), ("ประเภทของ", ["type", "kind", "categor", "classif"]),
  ("วัตถุประสงค์ของ", ["objective", "purpose", "aim"]),
  ("ขั้นตอนของ", ["step", "stage", "phase", "procedure"]), ("หลักการของ", ["principle"]), ("แนวคิดของ", ["concept", "idea"]),
])
private let headNouns = PhraseTable<[String]>([
  ("ขั้น", ["stage", "level", "phase"]), ("ระยะ", ["stage", "phase", "period"]), ("ทฤษฎี", ["theor"]), ("หลัก", ["principle"]),
  ("แนวคิด", ["concept", "approach"]), ("กฎ", ["law of", "rule"]), ("แบบจำลอง", ["model"]), ("ดัชนี", ["index"]),
  ("อัตรา", ["rate", "ratio"]),
])
/// «โดย», «ใช้»: by what means.
private let means = PhraseTable(wordList("โดย ใช้"))
private let demonstratives = PhraseTable(wordList("นี้ ดังกล่าว นั้น"))
/// Verbs that something done is the subject or object of.
private let happenings = SuffixTable(wordList("เกิด ย่อมเกิด เกิดขึ้นจาก ทำ ทำให้เกิด พบ มี เห็น"))
let basesBefore = SuffixTable(wordList("เป็นฐาน เป็นหลัก เป็นสำคัญ เป็นศูนย์กลาง เป็นตัวตั้ง"))

/// What «การ» ends rather than begins after.
private let actsBefore = SuffixTable(
  wordList("กระบวน หลัก วิธี โครง วิชา ราช กิจ บริ ประ จินตนา พัฒนา วิวัฒนา สวัสดิ บูรณา ต้อง จัด ปฏิบัติ กรรม อุป สม เผด็จ พิ อา มาตร"))

/// What begins a noun and is none.
private let bareHeads = PhraseTable(wordList("การ ความ ผู้ นัก งาน"))

private let joiningWords = PhraseTable(wordList("ของ ใน ที่ และ หรือ ต่อ กับ จาก สู่ ด้วย เพื่อ มี ให้ สร้าง"))

private let nominalisersBefore = SuffixTable(wordList("การ ความ อย่าง ผู้ นัก ที่ ไม่ หลักการ กระบวนการ ทักษะ วิธี"))

private let nounStarts = PhraseTable(
  wordList(
    """
    การ ความ ผู้ นัก ระบบ กระบวนการ กระบวน เครือข่าย สังคม ชุมชน องค์ กลุ่ม หลัก ทฤษฎี แนว วิธี รูปแบบ ปัจจัย ทุน ทักษะ ภาวะ พลัง คุณภาพ คุณค่า จิต
    ทัศน เจตคติ พฤติกรรม ศูนย์ สื่อ ข้อมูล ค่า ตัว ต้น เทคโนโลยี ธรรม ประสิทธิ ประชา แผน แบบ มาตร วัฒนธรรม สิทธิ สุข สภาพ สถาบัน สมรรถนะ หน่วย โครง
    อำนาจ อัตลักษณ์ พื้นที่ ประชาธิปไตย รัฐธรรมนูญ รหัส โปรแกรม ภาษา อัตรา โครงการ แผนงาน ข่าว แอปพลิเคชัน สัมประสิทธิ์ สภา มาตรการ นโยบาย กฎหมาย ดัชนี แบบจำลอง ตัวแบบ สมมติฐาน โรค อุตสาหกรรม เศรษฐกิจ โลก แรง วิสัยทัศน์ ยุทธศาสตร์ กลยุทธ์ กฎ เกณฑ์ ขบวนการ ห่วงโซ่ หุ้นส่วน ภูมิปัญญา บริบท นวัตกรรม ปรากฏการณ์ มุมมอง ทำนอง ดุลยภาพ อุปสงค์ อุปทาน อุดมการณ์ วาทกรรม สินค้า บริการ ลัทธิ ปรัชญา ศิลปะ ตลาด มรดก ประเพณี พิธี วรรณ ดนตรี สมาธิ ปัญญา ศีล
    """))

private let termTails = SuffixTable(
  wordList(
    """
    นั้น นี้ ดังกล่าว จึง ก็ ย่อม อาจ จะต้อง ต้อง ควร ควรจะ อาจจะ ย่อมจะ จึงจะ ในที่นี้ ในบทนี้ ในงานวิจัยนี้ ในการวิจัยนี้ ในการวิจัยครั้งนี้ ในการศึกษานี้ ในการศึกษาครั้งนี้ ในความหมายนี้ โดยทั่วไป
    โดยทั่วไปแล้ว แล้ว ไว้ ยัง โดยนัยนี้ ในบริบทนี้ ตามความหมายนี้ ตามนิยาม ตามคำนิยาม นั้นก็ ก็ได้ นั่นเอง หรือ จะ มัก มักจะ น่าจะ จึงน่าจะ ก็น่าจะ
    """))

/// Whether what stands behind a space goes on with a statement or begins a sentence of its own: Thai marks neither.
extension ReadingText {
  /// «โดย|องค์การสหประชาชาติได้กำหนดหลักการไว้ …»: an office and what it did.
  private func tellsDeed(at i: Int, limit: Int) -> Bool {
    guard startsOrganisation(at: i, end: limit) else { return false }
    var j = i
    while j < limit, spaceLength(at: j) == 0, j - i <= 240 {
      if bytes[j] == 0xE0, hasPrefix("ได้", at: j, end: limit), canBreak(at: j) {
        return !hasPrefix("ได้แก่", at: j) && !holdsSubordinator(i..<j)
      }
      j = after(j)
    }
    // «โดย|องค์การการท่องเที่ยวโลก (WTO) กำหนดไว้ว่า …»
    let name = i..<j
    let next = skippingSpaces(from: j, to: limit)
    if next < limit, bytes[next] == 0x28, let close = firstIndex(of: 0x29, in: next..<min(limit, next + 160)) { j = close + 1 }
    return j < limit && startsStatement(at: j) && !holdsSubordinator(name)
  }

  /// Whether the run at `i` is the subject of a sentence of its own: «สิทธินี้เกิดขึ้น …», «ปัจจัยที่มีผล ได้แก่ …», «กระบวนการยอมรับแบ่งออกเป็น 5 ขั้น».
  func opensSentence(at i: Int, limit: Int) -> Bool {
    guard isThaiLetter(at: i) else { return false }
    if opensCondition(at: i, limit: limit) || opensWithLaw(at: i, limit: limit) { return true }
    let joined = clauseJoiners.match(self, at: i, end: limit).map { skippingSpaces(from: i + $0.length, to: limit) } ?? i
    if pointsBack(at: joined, limit: limit) { return true }
    if joined > i, opensResult(at: joined, limit: limit) || hasPrefix("แต่", at: i) && opensContrary(at: joined, limit: limit) {
      return true
    }
    if let who = pronouns.match(self, at: i, end: limit), pronounVerbs.match(self, at: i + who.length, end: limit) != nil {
      return true
    }
    if let match = freshPredicates.match(self, at: i, end: limit), canBreak(at: i + match.length),
      !isShielded(i..<i + match.length)
    {
      return true
    }
    if hasPrefix("โดย", at: i, end: limit), tellsDeed(at: i + 9, limit: limit) { return true }
    guard connectives.match(self, at: i, end: limit) == nil else { return false }
    if statesRole(at: i, limit: limit) { return true }
    let isNoun = startsSetNoun(at: i, end: limit)
    if isNoun, countsNext(from: i, limit: limit) { return true }
    var length = 0
    var j = i
    while j < limit, spaceLength(at: j) == 0, length < 90 {
      if bytes[j] == 0xE0, length >= 3, canBreak(at: j) {
        if length <= 24, let match = determiners.match(self, at: j, end: limit), canBreak(at: j + match.length),
          isThaiLetter(at: j + match.length), !isShielded(j..<j + match.length)
        {
          return true
        }
        // «หน่วยผลิตจึง…», «พฤติกรรมสุขภาพมิได้…»: a subject with its verb, no relative clause between.
        // «แบบวัดที่ใช้คือ …»
        if hasPrefix("คือ", at: j, end: limit), pointedAt.match(self, before: j, from: i) != nil { return true }
        if isNoun, hasPrefix("เรียกว่า", at: j) || hasPrefix("เรียกกันว่า", at: j) { return true }
        if isNoun, finiteVerbs.match(self, at: j, end: limit) != nil, !hasPrefix("จึงจะ", at: j), !holdsSubordinator(i..<j),
          nominalisers.match(self, before: j, from: i) == nil
        {
          return true
        }
        if isNoun, let match = setVerbs.match(self, at: j, end: limit), relativesBefore.match(self, before: j, from: i) == nil,
          match.value
            || countedSet(in: j..<min(limit, j + match.length + 40))?.range.lowerBound
              == skippingSpaces(from: j + match.length, to: limit)
        {
          return true
        }
      }
      length += 1
      j = after(j)
    }
    let next = skippingSpaces(from: j, to: limit)
    // «หนึ่งร้อยปีต่อมา …»
    if next < limit, hasSuffix("ต่อมา", before: j, from: i) { return true }
    // «การดูแลแบบประคับประคอง (palliative care) จึงเข้ามาแทน …»
    if next < limit, bytes[next] == 0x28, length >= 3, let close = firstIndex(of: 0x29, in: next..<min(limit, next + 120)),
      englishTerms(trimmed(next + 1..<close)) != nil,
      termPredicates.match(self, at: skippingSpaces(from: close + 1, to: limit), end: limit) != nil
    {
      return true
    }
    // «ปัจจัยของโฮสต์ที่ต้องพิจารณา เช่น …»
    if isNoun, length >= 8, hasPrefix("เช่น", at: next, end: limit), pointsOut(i..<j) { return true }
    return isNoun && length >= 8 && hasPrefix("ได้แก่", at: next, end: limit)
  }

  /// «จากบทบัญญัตินี้ …», «ในความหมายดังกล่าว …»: words that take up what was said, and a sentence after them.
  private func pointsBack(at i: Int, limit: Int) -> Bool {
    guard let lead = backwardLeads.match(self, at: i, end: limit) else { return false }
    var j = i + lead.length
    while j < limit, spaceLength(at: j) == 0, j - i < 150 {
      // «ในห้วงเวลานี้ผู้ร่วมพิธี …»
      if bytes[j] == 0xE0, j - i <= 75, hasPrefix("นี้", at: j), canBreak(at: j), isThaiLetter(at: j + 9), canBreak(at: j + 9) {
        return true
      }
      j = after(j)
    }
    guard let tail = pointers.match(self, before: j, from: i + lead.length), !isShielded(j - tail.length..<j) else { return false }
    let next = skippingSpaces(from: j, to: limit)
    return next < limit && next > j && (isThaiLetter(at: next) || isLatinLetter(at: next))
      && connectives.match(self, at: next, end: limit) == nil
  }

  /// «(และ)การวิเคราะห์วัฒนธรรมจึงเป็นการตีความ»: what follows from what was said.
  private func opensResult(at i: Int, limit: Int) -> Bool {
    guard startsSetNoun(at: i, end: limit) else { return false }
    var j = i
    while j < limit, spaceLength(at: j) == 0, j - i < 270 {
      if bytes[j] == 0xE0, j > i, canBreak(at: j), results.match(self, at: j, end: limit) != nil {
        // «… จึงจะอยู่รอดได้» says under which condition: the sentence goes on.
        return !hasPrefix("จึงจะ", at: j)
      }
      j = after(j)
    }
    return false
  }

  /// «ระเบียบสำนักนายกรัฐมนตรี พ.ศ. 2542 กำหนดไว้ …»: a law by its year, as the subject.
  private func opensWithLaw(at i: Int, limit: Int) -> Bool {
    guard laws.match(self, at: i, end: limit) != nil else { return false }
    var j = i
    for _ in 0..<3 {
      j = skippingSpaces(from: endOfRun(at: j, limit: limit, longest: 450), to: limit)
      if hasPrefix("พ.ศ.", at: j, end: limit) { return true }
    }
    return false
  }

  /// «เมื่อลูกค้าพอใจย่อมนำไปสู่ …»: a condition and what it brings, a sentence of their own.
  private func opensCondition(at i: Int, limit: Int) -> Bool {
    guard hasPrefix("เมื่อ", at: i, end: limit) else { return false }
    var j = i
    while j < limit, spaceLength(at: j) == 0, j - i < 150 {
      if bytes[j] == 0xE0, hasPrefix("ย่อม", at: j, end: limit), canBreak(at: j) { return true }
      j = after(j)
    }
    return false
  }

  /// «แต่|นักวิชาการส่วนมากก็ยังไม่มีนิยาม …»: another subject, and what it does all the same.
  private func opensContrary(at i: Int, limit: Int) -> Bool {
    guard startsSetNoun(at: i, end: limit) || hasPrefix("นัก", at: i) else { return false }
    var j = i
    while j < limit, spaceLength(at: j) == 0, j - i < 270 {
      if bytes[j] == 0xE0, j > i, canBreak(at: j), contraries.match(self, at: j, end: limit) != nil { return true }
      j = after(j)
    }
    return false
  }

  /// «ประเด็นที่ควรกล่าวถึงในการเคลื่อนไหวทางสังคม คือ …»
  private func statesRole(at i: Int, limit: Int) -> Bool {
    guard roleStarts.match(self, at: i, end: limit) != nil else { return false }
    var j = i
    while j < limit, spaceLength(at: j) == 0, j - i < 240 { j = after(j) }
    let next = skippingSpaces(from: j, to: limit)
    return next > j && hasPrefix("คือ", at: next, end: limit)
  }

  /// «ขั้นตอนมาตรฐาน CRISP-DM มี 6 ขั้น»: a noun, at most one more run, and a verb that counts.
  private func countsNext(from i: Int, limit: Int) -> Bool {
    var j = i
    for step in 0..<3 {
      if step > 0, let verb = setVerbs.match(self, at: j, end: limit),
        countedSet(in: j..<min(limit, j + verb.length + 40))?.range.lowerBound == skippingSpaces(from: j + verb.length, to: limit)
      {
        return true
      }
      while j < limit, spaceLength(at: j) == 0, j - i < 300 { j = after(j) }
      j = skippingSpaces(from: j, to: limit)
      if j >= limit || connectives.match(self, at: j, end: limit).map({ !hasPrefix("มี", at: j) && $0.length > 0 }) ?? false {
        return false
      }
    }
    return false
  }

  private func holdsSubordinator(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), let match = subordinators.match(self, at: i, end: range.upperBound),
        !isShielded(i..<i + match.length)
      {
        return true
      }
      i = after(i)
    }
    return false
  }

  private func pointsOut(_ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] == 0xE0 && pointings.match(self, at: $0, end: range.upperBound) != nil }
  }
}

private let determiners = PhraseTable(wordList("นี้ ดังกล่าว เช่นนี้ เหล่านี้ ทั้งสอง ทั้งสาม ทั้งสี่ ทั้งหลายนี้ ข้างต้น"))
/// What takes up what was said: «จาก…นี้», «ใน…ดังกล่าว».
private let backwardLeads = PhraseTable(wordList("จาก ใน ด้วย เมื่อ ตาม ภายใต้ ภายหลัง หลัง นับแต่ เพราะ"))
private let pointers = SuffixTable(wordList("นี้ ดังกล่าว เหล่านี้ ข้างต้น นั้น ทั้งสอง ทั้งสาม"))
/// Verbs that say something of the term itself, whose subject is left out.
private let freshPredicates = PhraseTable(
  wordList(
    """
    มักถูก มักใช้ มักพบ มักจะถูก นิยมใช้ นิยมแบ่ง นับเป็น นับว่าเป็น ถือเป็น ถือว่าเป็น จัดเป็น จัดว่าเป็น จัดอยู่ใน เรียกย่อ เรียกโดยย่อ เรียกสั้น พบได้ พบมาก พบบ่อย เหมาะกับ เหมาะสำหรับ เหมาะแก่
    แบ่งออกเป็น แบ่งได้ แบ่งเป็น จำแนกออกเป็น จำแนกได้ จำแนกเป็น สามารถแบ่ง สามารถจำแนก มีหลาย มีดังนี้ มีที่มาจาก มีรากศัพท์ มีความสำคัญ มีประโยชน์ ใช้เป็นตัวชี้วัด วัดได้ วัดด้วย คำนวณได้ คำนวณจาก ค่าที่ยอมรับ ใช้กันมาก ใช้กันแพร่หลาย ปัจจุบัน เดิม เดิมที แต่เดิม
    """))
/// Words that only a main verb or its particle is, so that the noun before them is the subject of a sentence.
private let finiteVerbs = PhraseTable(
  wordList(
    "จึง ต้องเป็น ต้องมี ต้องได้รับ ต้องอาศัย ต้องคำนึง ต้องดำเนิน ต้องทำ ควรเป็น ควรมี ควรได้รับ ควรคำนึง ควรดำเนิน ควรทำ มัก ย่อม มิได้ ไม่ได้ มิใช่ ไม่ใช่ ถือเป็น นับเป็น ขึ้นอยู่กับ ขึ้นกับ เกิดจาก แตกต่างจาก ต่างจาก ต่างกัน ก็คือ ก็เป็น คือ หมายถึง เป็นอีก เป็นแนวคิด เป็นทฤษฎี เป็นประเด็น เป็นปัจจัย เป็นสิ่งสำคัญ เป็นเรื่องสำคัญ แบ่งออก แบ่งได้ มีความสำคัญ มีบทบาท มีพัฒนาการ มีที่มา ได้รับการ ได้รับความ ถูกวิจารณ์ ถูกนำ เริ่มจาก เริ่มต้น เริ่มขึ้น ปรากฏ"
  ))
private let clauseJoiners = PhraseTable(wordList("และ แต่ โดย"))
private let contraries = PhraseTable(wordList("ก็ยัง ก็ไม่ ยังไม่ ก็มิ ก็กลับ กลับไม่ ไม่ได้ มิได้"))
private let results = PhraseTable(wordList("จึง ย่อม มักจะ"))
private let nominalisers = SuffixTable(wordList("การ ความ ผู้ ที่ ซึ่ง อัน ไม่ การที่"))
/// True where the verb alone opens a set; false where a count must follow.
private let setVerbs = PhraseTable<Bool>(
  wordList("แบ่งออกเป็น แบ่งเป็น แบ่งได้เป็น จำแนกออกเป็น จำแนกเป็น จำแนกได้เป็น มีหลาย มีดังนี้").map { ($0, true) }
    + wordList("มี ประกอบด้วย มีอยู่ มีทั้งหมด").map { ($0, false) })
private let pronouns = PhraseTable(wordList("เขา เธอ พวกเขา ผู้เขียน ผู้วิจัย ทั้งสอง ทั้งสองท่าน ทั้งสองคน ทั้งคู่ ทั้งสาม ท่าน นักวิชาการทั้งสอง"))
private let pronounVerbs = PhraseTable(
  wordList(
    "เสนอ ยืม กล่าว เห็น เชื่อ อธิบาย เรียก ใช้ มอง ถือ ตอบ แบ่ง ชี้ ยัง ได้ จึง เปรียบ เน้น ย้ำ จำแนก สรุป พบ นำ ตั้ง ให้ ปฏิเสธ วิจารณ์ โต้ ต้อง ควร พึง สามารถ จะ"
  ))
private let pointings = PhraseTable(wordList("ที่ต้อง ที่ควร ที่สำคัญ ที่พบ ที่ใช้ ที่นิยม"))
private let pointedAt = SuffixTable(wordList("ที่ใช้ ที่ใช้วัด ที่นิยมใช้ ที่พบ ที่ได้ ที่สำคัญ"))
private let relativesBefore = SuffixTable(wordList("ที่ ซึ่ง อัน"))
/// What opens a run that goes on with the sentence.
let connectives = PhraseTable(
  wordList(
    "โดย เพื่อ ที่ ซึ่ง อัน และ หรือ ใน จาก ต่อ กับ ของ ให้ ด้วย ตาม เมื่อ แก่ แต่ รวม ตลอดจน เช่น ได้แก่ ไม่ มี เป็น ทั้ง อีก ไป มา จน จึง ก็ จะ ต้อง ได้"))
let subordinators = PhraseTable(wordList("ที่ ซึ่ง อัน ว่า ให้ เพื่อ โดย เมื่อ หาก จน ทำให้ และ หรือ"))

extension ReadingText {
  /// Where a statement that begins at `start` ends: at the end of the passage, before a word that opens another thought, before the
  /// citation that closes it, before a gap of three spaces.
  ///
  /// `limit` is the start of the next citation or definition.
  func endOfStatement(from start: Int, limit: Int) -> Int {
    var i = start
    while i < limit {
      let space = spaceLength(at: i)
      if space == 0 {
        i = after(i)
        continue
      }
      let next = skippingSpaces(from: i, to: limit)
      if next - i >= 3
        || (next < limit
          && (opensThought(at: next) || opensSentence(at: next, limit: limit) || opensReference(at: next, limit: limit)
            || opensCount(at: next, limit: limit)))
      {
        return withoutStatementTail(start..<i)
      }
      i = max(next, i + 1)
    }
    return withoutStatementTail(start..<limit)
  }

  func opensThought(at i: Int) -> Bool {
    guard let match = thoughtOpeners.match(self, at: i, end: count) else { return false }
    return !isThaiTail(at: i + match.length) && !isShielded(i..<i + match.length)
  }

  /// What counts things out instead of going on: «สอง …» after «หนึ่ง …», «ประเภทที่สอง …», «ซึ่งมี 3 ลักษณะ คือ …».
  private func opensCount(at i: Int, limit: Int) -> Bool {
    if let numeral = loneNumeral(at: i, end: limit), numeral.value > 1 { return true }
    if ordinalPhrase(at: i, end: limit) != nil { return true }
    guard countOpeners.match(self, at: i, end: limit) != nil, let counted = countedSet(in: i..<min(limit, i + 150)) else {
      return false
    }
    let cue = skippingSpaces(from: counted.range.upperBound, to: limit)
    return firstGap(from: i, to: counted.range.lowerBound) && countCues.match(self, at: cue, end: limit) != nil
  }

  /// At most one space before the count: the words before it are of one clause.
  private func firstGap(from start: Int, to end: Int) -> Bool {
    var spaces = 0
    var i = start
    while i < end {
      let space = spaceLength(at: i)
      if space > 0 { spaces += 1 }
      i = max(skippingSpaces(from: i, to: end), after(i))
    }
    return spaces <= 1
  }

  /// A bracket that says where something stands: «(ประมวลกฎหมายแพ่งและพาณิชย์ มาตรา 420)», «(ที.ม. ๑๐/๓๗๓/๓๐๑)», «(ดูตารางที่ 2)».
  private func opensReference(at i: Int, limit: Int) -> Bool {
    guard bytes[i] == 0x28, let close = firstIndex(of: 0x29, in: i..<min(limit, i + 240)) else { return false }
    var j = i + 1
    while j < close {
      if bytes[j] == 0xE0, placesOfLaw.match(self, at: j, end: close) != nil { return true }
      if bytes[j] == 0x2F, isDigit(before: j), digit(at: j + 1) != nil, bytes[i..<j].contains(0x2E) { return true }
      j = after(j)
    }
    return false
  }

  /// Whether the run at `i` is the subject of a sentence of its own: «สิทธินี้เกิดขึ้น …», «ปัจจัยที่มีผล ได้แก่ …», «กระบวนการยอมรับแบ่งออกเป็น 5 ขั้น».
  private func opensSentence(at i: Int, limit: Int) -> Bool {
    guard isThaiLetter(at: i), connectives.match(self, at: i, end: limit) == nil else { return false }
    if let who = pronouns.match(self, at: i, end: limit), pronounVerbs.match(self, at: i + who.length, end: limit) != nil {
      return true
    }
    let isNoun = startsSetNoun(at: i, end: limit)
    var length = 0
    var j = i
    while j < limit, spaceLength(at: j) == 0, length < 90 {
      if bytes[j] == 0xE0, length >= 3, canBreak(at: j) {
        if length <= 24, let match = determiners.match(self, at: j, end: limit), canBreak(at: j + match.length),
          isThaiLetter(at: j + match.length), !isShielded(j..<j + match.length)
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
    // «การดูแลแบบประคับประคอง (palliative care) จึงเข้ามาแทน …»
    if isNoun, next < limit, bytes[next] == 0x28, let close = firstIndex(of: 0x29, in: next..<min(limit, next + 120)),
      englishTerms(trimmed(next + 1..<close)) != nil,
      predicates.match(self, at: skippingSpaces(from: close + 1, to: limit), end: limit) != nil
    {
      return true
    }
    // «ปัจจัยของโฮสต์ที่ต้องพิจารณา เช่น …»
    if isNoun, length >= 8, hasPrefix("เช่น", at: next, end: limit), pointsOut(i..<j) { return true }
    return isNoun && length >= 8 && hasPrefix("ได้แก่", at: next, end: limit)
  }

  private func pointsOut(_ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] == 0xE0 && pointings.match(self, at: $0, end: range.upperBound) != nil }
  }

  private func withoutStatementTail(_ range: Range<Int>) -> Int {
    var range = trimmed(range, also: ",;:(")
    while let match = statementTails.match(self, before: range.upperBound, from: range.lowerBound),
      spaceLength(before: range.upperBound - match.length) > 0
    {
      range = trimmed(range.lowerBound..<range.upperBound - match.length, also: ",;:(")
    }
    return max(range.upperBound, range.lowerBound)
  }

  /// The bracket (and the space before it) that a citation stands in; its own start where it stands in none.
  func bracketStart(before i: Int) -> Int {
    let open = skippingSpaces(before: i, from: 0)
    guard open > 0, bytes[open - 1] == 0x28 || bytes[open - 1] == 0x3B else { return i }
    return skippingSpaces(before: open - 1, from: 0)
  }

  /// Where the words begin that open the sentence of what stands at `i`: «ดังนั้น เครือข่าย จึง…» before «ดังนั้น», «ซึ่งไชยรัตน์ …» before «ซึ่ง».
  func startOfClause(before i: Int) -> Int {
    let floor = max(0, i - 90)
    var start = i
    // Words glued in front.
    while start > floor, spaceLength(before: start) == 0, isThaiLetter(at: before(start)) { start = before(start) }
    if start == floor, floor > 0 { return i }
    let gap = skippingSpaces(before: start, from: floor)
    let run = token(endingAt: gap, from: floor)
    return run.isEmpty || !opensThought(at: run.lowerBound) ? start : run.lowerBound
  }

  /// The next «ว่า» that makes a frame of a verb, «คำว่า» apart.
  func that(after i: Int, limit: Int) -> Range<Int>? {
    var i = i
    while i + 9 <= limit {
      if bytes[i] == 0xE0, hasPrefix("ว่า", at: i, end: limit), canBreak(at: i), canBreak(at: i + 9), !isShielded(i..<i + 9),
        !hasSuffix("เรียก", before: i)
      {
        return i..<i + 9
      }
      i = after(i)
    }
    return nil
  }

  /// Somebody says it: «กล่าวว่า» ends directly before.
  func isSaid(before i: Int, from floor: Int) -> Bool {
    var end = skippingSpaces(before: i, from: floor)
    for mark: StaticString in ["คำ", "คำว่า"] where hasSuffix(mark, before: end, from: floor) {
      end = skippingSpaces(before: end - mark.utf8CodeUnitCount, from: floor)
    }
    return hasSuffix("ว่า", before: end, from: floor)
  }

  /// The passage begins here, or a word that opens a thought stands before.
  func opensClause(at i: Int, from floor: Int) -> Bool {
    let end = skippingSpaces(before: i, from: floor)
    if end <= floor { return true }
    let run = token(endingAt: end, from: max(floor, end - 120))
    return !run.isEmpty && (opensThought(at: run.lowerBound) || hasPrefix("ใน", at: run.lowerBound) || endsList(run))
  }

  private func endsList(_ run: Range<Int>) -> Bool { bytes[run.upperBound - 1] == 0x2E || bytes[run.upperBound - 1] == 0x29 }

  /// The quotation that begins at `start`.
  func quotation(startingAt start: Int) -> (inside: Range<Int>, end: Int)? {
    guard start < count, hasPrefix("“", at: start) || hasPrefix("‘", at: start) || hasPrefix("«", at: start) || bytes[start] == 0x22
    else { return nil }
    let inner = after(start)
    var end = inner
    while end < count, end - inner <= 240 {
      if hasPrefix("”", at: end) || hasPrefix("’", at: end) || hasPrefix("»", at: end) || bytes[end] == 0x22 {
        let inside = trimmed(inner..<end)
        return inside.isEmpty ? nil : (inside, after(end))
      }
      end = after(end)
    }
    return nil
  }

  /// The stretch before `i` back to the last space, further while it is short.
  func clause(before i: Int, from floor: Int) -> Range<Int> {
    let end = skippingSpaces(before: i, from: floor)
    var start = end
    let limit = max(floor, end - 480)
    for _ in 0..<4 {
      let run = token(endingAt: skippingSpaces(before: start, from: limit), from: limit)
      if run.isEmpty { break }
      start = run.lowerBound
      if scalarCount(start..<end) >= 24 || opensThought(at: start) { break }
    }
    return start..<end
  }

  /// «ทั้งสองยังได้ …», «ผู้เขียนคนเดียวกัน …»
  func startsAnaphora(at i: Int) -> Bool { anaphora.match(self, at: i, end: count) != nil }

  /// «3 ประการ», «สี่ด้าน», «ดังนี้»: what follows is a set.
  func countsSet(_ range: Range<Int>) -> Bool {
    for i in range where digit(at: i) != nil { return true }
    return hasSuffix("ประการ", before: range.upperBound, from: range.lowerBound)
      || hasSuffix("ดังนี้", before: range.upperBound, from: range.lowerBound)
  }
}

private let anaphora = PhraseTable(
  wordList(
    "ทั้งสอง ทั้งคู่ ทั้งสาม ผู้เขียนคนเดียวกัน ผู้แต่งคนเดียวกัน นักวิชาการทั้งสอง นักวิชาการท่านนี้ นักวิชาการคนเดียวกัน นักวิชาการท่านเดียวกัน ท่านเดียวกันนี้ ผู้เขียนทั้งสอง เขายัง เขาได้ ท่านยัง พวกเขา"
  ))

private let thoughtOpeners = PhraseTable(
  wordList(
    """
    ดังนั้น นอกจากนี้ นอกจากนั้น อย่างไรก็ตาม อย่างไรก็ดี ทำนองเดียวกัน ในทำนองเดียวกัน ในขณะที่ ขณะที่ ในขณะเดียวกัน ต่อมา และสรุปว่า กล่าวโดยสรุป โดยสรุป
    สรุปได้ว่า สรุปว่า จะเห็นได้ว่า สำหรับ ดังตัวอย่าง ตัวอย่างเช่น ยกตัวอย่าง อนึ่ง จากความหมาย จากนิยาม จากแนวคิด จากคำจำกัดความ จากการทบทวนวรรณกรรม จากการทบทวนเอกสาร ส่วนคำว่า ซึ่งสอดคล้องกับ
    สอดคล้องกับ แตกต่างจาก ซึ่งแตกต่างจาก ซึ่งนอกจาก และได้จำแนก โดยแบ่งออกเป็น ซึ่งแบ่งออกเป็น ซึ่งสามารถสรุป ซึ่งสรุปได้ ทั้งนี้ผู้วิจัย ผู้วิจัยจึง ในที่นี้ ส่วน กล่าวได้ว่า
    คำว่า ทั้งนี้ จะเห็นว่า ซึ่งวัดได้ ซึ่งวัดจาก ซึ่งวัดด้วย ซึ่งวัดโดย วัดได้จาก วัดโดย วัดจาก โดยวัดจาก โดยทั่วไป โดยทั่วไปแล้ว ทั้งยัง ต่อประเด็นนี้ นักวิชาการ อย่างไรก็ดี อย่างไรก็ ประการต่อมา กล่าวอีกนัยหนึ่ง ตามมาตรา
    อาจกล่าวได้ว่า ซึ่งอาจกล่าวได้ว่า เพราะฉะนั้น ฉะนั้น ด้วยเหตุนี้ เห็นได้ว่า ในทางตรงกันข้าม ตรงกันข้าม และให้ความหมาย และกล่าวว่า และอธิบายว่า อีกนัยหนึ่ง
    """))

/// What opens a run that goes on with the sentence.
private let connectives = PhraseTable(
  wordList(
    "โดย เพื่อ ที่ ซึ่ง อัน และ หรือ ใน จาก ต่อ กับ ของ ให้ ด้วย ตาม เมื่อ แก่ แต่ รวม ตลอดจน เช่น ได้แก่ ไม่ มี เป็น ทั้ง อีก ไป มา จน จึง ก็ จะ ต้อง ได้"))
private let placesOfLaw = PhraseTable(wordList("มาตรา คำพิพากษา ฎีกาที่ ดูตาราง ดูภาพ ดูหัวข้อ ดูบทที่ โปรดดู ราชกิจจานุเบกษา"))
private let determiners = PhraseTable(wordList("นี้ ดังกล่าว เช่นนี้ เหล่านี้"))
/// True where the verb alone opens a set; false where a count must follow.
private let setVerbs = PhraseTable<Bool>(
  wordList("แบ่งออกเป็น แบ่งเป็น แบ่งได้เป็น จำแนกออกเป็น จำแนกเป็น จำแนกได้เป็น มีหลาย มีดังนี้").map { ($0, true) }
    + wordList("มี ประกอบด้วย มีอยู่ มีทั้งหมด").map { ($0, false) })
private let pronouns = PhraseTable(wordList("เขา เธอ พวกเขา ผู้เขียน ผู้วิจัย ทั้งสอง ท่าน"))
private let pronounVerbs = PhraseTable(
  wordList("เสนอ ยืม กล่าว เห็น เชื่อ อธิบาย เรียก ใช้ มอง ถือ ตอบ แบ่ง ชี้ ยัง ได้ จึง เปรียบ เน้น ย้ำ จำแนก สรุป พบ นำ ตั้ง ให้ ปฏิเสธ วิจารณ์ โต้"))
/// What goes on after a term with its English where the term is the subject of a sentence.
private let predicates = PhraseTable(wordList("จึง เป็น คือ หมายถึง ก็ ถูก ได้รับ มัก ย่อม แบ่ง มีลักษณะ มีความ นั้น"))
private let pointings = PhraseTable(wordList("ที่ต้อง ที่ควร ที่สำคัญ ที่พบ ที่ใช้ ที่นิยม"))
private let countOpeners = PhraseTable(wordList("ซึ่ง โดย มี แบ่ง จำแนก ประกอบด้วย อัน"))
private let countCues = PhraseTable(wordList("คือ ได้แก่ ดังนี้ ดังต่อไปนี้ ประกอบด้วย :"))
private let relativesBefore = SuffixTable(wordList("ที่ ซึ่ง อัน"))

private let statementTails = SuffixTable(wordList("และ โดย ซึ่ง ว่า หรือ แต่ ทั้งนี้ อีกทั้ง ที่ ดังนี้ ดังต่อไปนี้"))

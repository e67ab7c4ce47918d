extension ReadingText {
  /// Where a statement that begins at `start` ends: at the end of the passage, before a word that opens another thought, before the
  /// citation that closes it, before a gap of three spaces, where the quotation or bracket it stands in closes.
  ///
  /// `limit` is the start of the next citation or definition; `term` what the statement says the meaning of: said again, it is the subject of
  /// the next sentence.
  func endOfStatement(from start: Int, limit: Int, term: Range<Int>? = nil) -> Int {
    if let quoted = quotedStatement(from: start, limit: limit) { return quoted }
    var i = start
    var open = (quotes: 0, brackets: 0)
    var straight = 0
    while i < limit {
      let space = spaceLength(at: i)
      if space == 0 {
        // «"การสื่อสาร หมายถึง …"»: a straight mark behind a letter closes.
        if bytes[i] == 0x22 {
          let opens = i == start || spaceLength(before: i) > 0 || bytes[i - 1] == 0x28
          straight += opens ? 1 : -1
          if straight < 0 { return withoutStatementTail(start..<i) }
        }
        // «“นิติกรรม หมายความว่า …”»: a closing mark whose opening one stands before.
        if bytes[i] == 0x28 || hasPrefix("“", at: i) || hasPrefix("«", at: i) {
          if bytes[i] == 0x28 { open.brackets += 1 } else { open.quotes += 1 }
        } else if hasPrefix("”", at: i) || hasPrefix("»", at: i) {
          open.quotes -= 1
          if open.quotes < 0 { return withoutStatementTail(start..<i) }
        } else if bytes[i] == 0x29 {
          open.brackets = isMark(before: i) ? max(0, open.brackets - 1) : open.brackets - 1
          if open.brackets < 0 { return withoutStatementTail(start..<i) }
        }
        // «… ที่มีโครงสร้างชัดเจนซึ่งนอกจากคำว่า ก …»: another thought, without a space before it.
        if i > start, bytes[i] == 0xE0, hasPrefix("ซึ่งนอกจาก", at: i, end: limit) { return withoutStatementTail(start..<i) }
        i = after(i)
        continue
      }
      let next = skippingSpaces(from: i, to: limit)
      if next - i >= 3
        || (next < limit
          && (opensThought(at: next) && !hasSuffix("ว่า", before: i, from: start) || opensSentence(at: next, limit: limit)
            || opensReference(at: next, limit: limit)
            || opensCount(at: next, limit: limit) || opensItem(at: next, after: start)
            || term.map { repeats($0, at: next, limit: limit) } ?? false))
      {
        return withoutStatementTail(start..<i)
      }
      i = max(next, i + 1)
    }
    return withoutStatementTail(start..<limit)
  }

  /// «คือ “วิถีที่พวกเราทำกันอยู่ในที่ทำงานแห่งนี้” ซึ่งหมายรวมถึง …»: a statement that is all quotation ends with it.
  private func quotedStatement(from start: Int, limit: Int) -> Int? {
    guard let quoted = quotation(startingAt: start, longest: 1500), quoted.end <= limit, scalarCount(quoted.inside) >= 24 else {
      return nil
    }
    let next = skippingSpaces(from: quoted.end, to: limit)
    if next >= limit || hasPrefix("ซึ่ง", at: next, end: limit) { return quoted.end }
    guard next > quoted.end else { return nil }
    // «“กระบวนการที่สมาชิก …” เป็นแนวคิดกว้าง ๆ»: of so long a quotation a verb of its own says something new.
    if hasPrefix("เป็น", at: next, end: limit), scalarCount(quoted.inside) >= 40 { return quoted.end }
    return goesOn.match(self, at: next, end: limit) == nil ? quoted.end : nil
  }

  private func opensMark(at i: Int) -> Bool {
    digit(at: i) != nil || bytes[i] == 0x28
      || (i + 3 < count && isThaiLetter(at: i) && (bytes[i + 3] == 0x2E || bytes[i + 3] == 0x29))
  }

  /// «1)» and «ก)» close nothing.
  private func isMark(before i: Int) -> Bool {
    let start = before(i)
    return isDigit(before: i) || start == 0 || spaceLength(before: start) > 0
  }

  /// «๒. กรุณา …»: the next item of a list whose own first item began before the statement.
  private func opensItem(at i: Int, after start: Int) -> Bool {
    guard opensMark(at: i), let marker = ordinalMarker(at: i, end: min(count, i + 24)), marker.value > 1,
      marker.value <= 30
    else { return false }
    let first = skippingSpaces(from: start, to: i)
    if ordinalMarker(at: first, end: i) != nil { return false }
    var j = max(start, i - 2400)
    while j < i {
      if spaceLength(at: j) > 0 {
        let word = skippingSpaces(from: j, to: i)
        if word < i, opensMark(at: word), ordinalMarker(at: word, end: i)?.value == marker.value - 1 {
          return false
        }
        j = max(word, j + 1)
      } else {
        j = after(j)
      }
    }
    return true
  }

  /// The term again, and what is said of it: at once, or of a kind of it («ภูมิปัญญาของไทยมี…», «วัฒนธรรมองค์การจึง…» of «วัฒนธรรมองค์กร»).
  private func repeats(_ term: Range<Int>, at i: Int, limit: Int) -> Bool {
    guard term.count >= 9, i + term.count < limit, i >= term.upperBound else { return false }
    let same = zip(bytes[i..<limit], bytes[term]).prefix { $0 == $1 }.count
    if same == term.count, canBreak(at: i + same),
      termPredicates.match(self, at: skippingSpaces(from: i + same, to: limit), end: limit) != nil
    {
      return true
    }
    guard same >= 12, same * 3 >= term.count * 2 else { return false }
    var j = i + same - same % 3
    while j < limit, spaceLength(at: j) == 0, j - i <= term.count + 90 {
      if bytes[j] == 0xE0, canBreak(at: j) {
        if subordinators.match(self, at: j, end: limit) != nil { return false }
        if let verb = plainPredicates.match(self, at: j, end: limit), canBreak(at: j + verb.length),
          !isShielded(j..<j + verb.length)
        {
          return true
        }
      }
      j = after(j)
    }
    return false
  }

  func opensThought(at i: Int) -> Bool {
    guard let match = thoughtOpeners.match(self, at: i, end: count) else { return false }
    return !isThaiTail(at: i + match.length) && !isShielded(i..<i + match.length) && including.match(self, at: i, end: count) == nil
  }

  /// What counts things out instead of going on: «สอง …» after «หนึ่ง …», «ประเภทที่สอง …», «ซึ่งมี 3 ลักษณะ คือ …».
  private func opensCount(at i: Int, limit: Int) -> Bool {
    if let numeral = loneNumeral(at: i, end: limit), numeral.value > 1 { return true }
    if ordinalPhrase(at: i, end: limit) != nil { return true }
    guard countOpeners.match(self, at: i, end: limit) != nil else { return false }
    if endsInListCue(from: i, limit: limit) { return true }
    guard let counted = countedSet(in: i..<min(limit, i + 150)) else {
      return false
    }
    var cue = skippingSpaces(from: counted.range.upperBound, to: limit)
    // «… มี 4 ประการ»: a list that follows, or nothing more.
    if cue >= limit, hasPrefix("มี", at: i), counted.range.lowerBound - i <= 9 { return true }
    // «มี 4 ประการ (ก, 2551) ดังนี้»
    if cue < limit, bytes[cue] == 0x28, let close = firstIndex(of: 0x29, in: cue..<min(limit, cue + 200)) {
      // A monk's own name stands in brackets within them.
      let outer =
        firstIndex(of: 0x28, in: cue + 1..<close) == nil
        ? close : firstIndex(of: 0x29, in: close + 1..<min(limit, close + 120)) ?? close
      cue = skippingSpaces(from: outer + 1, to: limit)
    }
    return firstGap(from: i, to: counted.range.lowerBound) && countCues.match(self, at: cue, end: limit) != nil
  }

  /// «ซึ่งต้องผ่านขั้นตอนต่าง ๆ ดังนี้ …»
  private func endsInListCue(from i: Int, limit: Int) -> Bool {
    var spaces = 0
    var j = i
    while j < min(limit, i + 240), spaces <= 2 {
      if spaceLength(at: j) > 0 {
        spaces += 1
        j = skippingSpaces(from: j, to: limit)
        continue
      }
      if bytes[j] == 0xE0, hasPrefix("ดังนี้", at: j) || hasPrefix("ดังต่อไปนี้", at: j) { return true }
      j = after(j)
    }
    return false
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
      // «(thaitechnical.igetweb.com)»
      if bytes[j] == 0x2E, sites.match(self, at: j, end: close) != nil, !bytes[i..<close].contains(0x20) { return true }
      if bytes[j] == 0x2F, isDigit(before: j), digit(at: j + 1) != nil, bytes[i..<j].contains(0x2E) { return true }
      j = after(j)
    }
    return false
  }

  /// Whether a further run could begin a sentence of its own: a noun that opens a run of some length, but for items of a list with «และ».
  func mayRunOn(_ statement: Range<Int>) -> Bool {
    var i = statement.lowerBound
    var suspects = 0
    var runs = 0
    while i < statement.upperBound {
      while i < statement.upperBound, spaceLength(at: i) == 0 { i = after(i) }
      let next = skippingSpaces(from: i, to: statement.upperBound)
      guard next < statement.upperBound else { break }
      runs += 1
      if hasPrefix("และ", at: next) || hasPrefix("หรือ", at: next) || hasPrefix("รวมทั้ง", at: next) || hasPrefix("ตลอดจน", at: next) {
        suspects = 0
      } else if isThaiLetter(at: next), connectives.match(self, at: next, end: statement.upperBound) == nil,
        startsSetNoun(at: next, end: statement.upperBound)
      {
        suspects += 1
      }
      i = max(next, i + 1)
    }
    return suspects > 0 || runs > 7
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
}

/// What takes a statement on behind a quotation.
private let goesOn = PhraseTable(
  wordList("และ หรือ กับ ของ ที่ โดย ใน แต่ รวม ตลอดจน เพื่อ ต่อ ให้ เป็น มี จาก แห่ง ตาม อัน สำหรับ ( “ \" «"))

private let thoughtOpeners = PhraseTable(
  wordList(
    """
    ดังนั้น นอกจากนี้ นอกจากนั้น อย่างไรก็ตาม อย่างไรก็ดี ทำนองเดียวกัน ในทำนองเดียวกัน ในขณะที่ ขณะที่ ในขณะเดียวกัน ต่อมา และสรุปว่า กล่าวโดยสรุป โดยสรุป
    สรุปได้ว่า สรุปว่า จะเห็นได้ว่า สำหรับ ดังตัวอย่าง ตัวอย่างเช่น ยกตัวอย่าง อนึ่ง จากความหมาย จากนิยาม ตามนิยามของ ตามคำนิยามของ จากแนวคิด จากคำจำกัดความ จากการทบทวนวรรณกรรม จากการทบทวนเอกสาร ส่วนคำว่า ซึ่งสอดคล้องกับ ซึ่งมีผู้ให้ ซึ่งมี_ผู้ให้ ซึ่งได้มีผู้ ซึ่งมีนักวิชาการ
    สอดคล้องกับ แตกต่างจาก ซึ่งแตกต่างจาก ซึ่งนอกจาก และได้จำแนก โดยแบ่งออกเป็น ซึ่งแบ่งออกเป็น ซึ่งสามารถสรุป ซึ่งสรุปได้ ทั้งนี้ผู้วิจัย ผู้วิจัยจึง ในที่นี้ ส่วน กล่าวได้ว่า
    ต่างจาก ต่างกับ ต่างไปจาก แตกต่างกับ ตรงข้ามกับ หลังจากนั้น ภายหลังจาก ภายหลัง ระยะหลัง และเสนอ และได้เสนอ และได้แบ่ง และแบ่งเป็น และแบ่งออก และจำแนก และพัฒนาเครื่องมือ และพัฒนาแบบ และพัฒนาเป็น แต่ปัญหา แต่ในบาง แต่บาง แต่ก็มี และย้ำว่า และชี้ว่า ในอดีต ในปัจจุบัน ในช่วงแรก ในยุคแรก ในสมัย ในประเทศไทย ในสังคมไทย ในทางปฏิบัติ ในทางกลับกัน เมื่อกล่าวถึง เมื่อพิจารณา เมื่อนำ
    หาก ถ้า เมื่อใดที่ เมื่อใดก็ แท้จริงแล้ว โดยแท้จริง อันที่จริง ถึงกระนั้น กระนั้น แต่ทั้งนี้ แต่อย่างไรก็ เป็นต้นว่า ที่น่าสังเกต ข้อสังเกต พูดให้ง่าย พูดง่าย กล่าวง่าย กล่าวให้ง่าย กล่าวสั้น กล่าวอีก ดังที่ ดังเช่น ยิ่งไปกว่านั้น ยิ่งกว่านั้น มากกว่านั้น ทว่า สุดท้าย ประการแรก ประการที่ ประการสุดท้าย อย่างแรก อย่างที่ ซึ่งต่างจาก ซึ่งตรงข้าม ซึ่งคล้าย คล้ายกับ ซึ่งสัมพันธ์กับ
    คำว่า ทั้งนี้ จะเห็นว่า ซึ่งวัดได้ ซึ่งวัดจาก ซึ่งวัดด้วย ซึ่งวัดโดย วัดได้จาก วัดโดย วัดจาก โดยวัดจาก โดยทั่วไป โดยทั่วไปแล้ว ทั้งยัง ต่อประเด็นนี้ นักวิชาการ นักการศึกษาคนสำคัญ นักการศึกษาหลาย นักคิดคนสำคัญ นักคิดหลาย พระพุทธเจ้าตรัส พระพุทธเจ้าทรง พระพุทธองค์ตรัส พระพุทธองค์ทรง พระสัมมาสัมพุทธเจ้าตรัส พระสัมมาสัมพุทธเจ้าทรง อย่างไรก็ดี อย่างไรก็ ประการต่อมา กล่าวอีกนัยหนึ่ง ตามมาตรา
    อาจกล่าวได้ว่า ซึ่งอาจกล่าวได้ว่า เพราะฉะนั้น ฉะนั้น ด้วยเหตุนี้ เห็นได้ว่า งานวิจัยหลาย งานวิจัยจำนวน งานวิจัยของ ผลการวิจัยพบ ผลการศึกษาพบ ผลการวิจัยของ ผลการศึกษาของ ในทางตรงกันข้าม ตรงกันข้าม และให้ความหมาย และกล่าวว่า และอธิบายว่า โดยอธิบาย อีกนัยหนึ่ง
    """))

/// «ทั้งนี้ให้รวมถึง …»: a law's meaning goes on.
private let including = PhraseTable(wordList("ทั้งนี้ให้รวม ทั้งนี้รวม ทั้งนี้ให้หมายความรวม ทั้งนี้_ให้รวม ทั้งนี้_ให้หมายความรวม"))
private let placesOfLaw = PhraseTable(wordList("มาตรา คำพิพากษา ฎีกาที่ ดูตาราง ดูภาพ ดูหัวข้อ ดูบทที่ โปรดดู ราชกิจจานุเบกษา"))
private let sites = PhraseTable(wordList(".com .org .net .ac.th .or.th .go.th .co.th .in.th"))
/// What goes on after a term with its English where the term is the subject of a sentence.
let termPredicates = PhraseTable(
  wordList(
    "จึง เป็น คือ หมายถึง ก็ ถูก ได้รับ มัก ย่อม แบ่ง มีลักษณะ มีความ นั้น นี้ มี จะ ต้อง ไม่ มิ ช่วย ทำ เกิด ยัง อาจ สามารถ ต่าง แตกต่าง ประกอบ ปรากฏ เริ่ม แพร่หลาย ขึ้น ควร ตามทฤษฎี ตามแนว ตามความหมาย ตามทัศนะ ในทัศนะ ถือ นับ ที่ดี"
  ))
/// What only the verb of a sentence is.
private let plainPredicates = PhraseTable(wordList("จึง ย่อม มี เป็น ได้รับ มัก"))
private let countOpeners = PhraseTable(wordList("ซึ่ง โดย มี แบ่ง จำแนก ประกอบด้วย อัน"))
private let countCues = PhraseTable(countCueWords)

private let statementTails = SuffixTable(wordList("และ โดย ซึ่ง ว่า หรือ แต่ ทั้งนี้ อีกทั้ง ที่ ดังนี้ ดังต่อไปนี้"))

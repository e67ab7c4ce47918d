/// Where clauses, frames and quotations around a definition begin and end.
extension ReadingText {
  /// The bracket (and the space before it) that a citation stands in; its own start where it stands in none.
  func bracketStart(before i: Int) -> Int {
    var open = skippingSpaces(before: i, from: 0)
    // «(อ้างใน Lussier, 1996 …»
    if let word = citingWords.match(self, before: open, from: 0) { open = skippingSpaces(before: open - word.length, from: 0) }
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
    if run.isEmpty { return start }
    // «… ก่อนเผยแพร่ ในเมืองไทย พิรงรอง (2561) …»
    let isPlace =
      hasSuffix("ต่อมา", before: run.upperBound, from: run.lowerBound)
      || placeLeads.match(self, at: run.lowerBound, end: run.upperBound) != nil && scalarCount(run) <= 20 && gap < start
    return opensThought(at: run.lowerBound) || isPlace ? run.lowerBound : start
  }

  /// «ธนาคารโลก (World Bank) เห็นว่าทุนทางสังคม คือ …»: where the subject begins of the verb of saying at `i`, or just before; else `i`.
  func startOfSpeech(before i: Int) -> Int {
    let floor = max(0, i - 400)
    var end = skippingSpaces(before: i, from: floor)
    if let verb = speechVerbs.match(self, at: i, end: count), canBreak(at: i + verb.length) {
      // The verb is glued to what it says.
    } else if hasSuffix("ว่า", before: end, from: floor) {
      end = token(endingAt: end, from: floor).lowerBound
      guard speechVerbs.match(self, at: end, end: count) != nil else { return i }
    } else {
      return i
    }
    end = skippingSpaces(before: end, from: floor)
    guard end > floor, bytes[end - 1] == 0x29, let open = bytes[floor..<end].lastIndex(of: 0x28) else { return i }
    let subject = token(endingAt: skippingSpaces(before: open, from: floor), from: floor)
    return subject.isEmpty ? i : subject.lowerBound
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
    var end = skippingSpaces(before: quotationMark(before: i), from: floor)
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

  /// Behind the opening mark of a quotation at `i`; else `i`.
  func afterQuotationMark(at i: Int) -> Int {
    hasPrefix("“", at: i) || hasPrefix("‘", at: i) || hasPrefix("«", at: i) || (i < count && bytes[i] == 0x22) ? after(i) : i
  }

  /// The quotation that begins at `start`.
  func quotation(startingAt start: Int, longest: Int = 240) -> (inside: Range<Int>, end: Int)? {
    guard start < count, hasPrefix("“", at: start) || hasPrefix("‘", at: start) || hasPrefix("«", at: start) || bytes[start] == 0x22
    else { return nil }
    let inner = after(start)
    var end = inner
    while end < count, end - inner <= longest {
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

  /// «ทฤษฎีการเรียนรู้แบ่งเป็น|สามกลุ่มใหญ่ ๆ»
  private func followsSetVerb(_ i: Int, from start: Int) -> Bool { setVerbsBefore.match(self, before: i, from: start) != nil }

  /// «3 ประการ», «สี่ด้าน», «ดังนี้»: what follows is a set.
  func countsSet(_ range: Range<Int>) -> Bool {
    for i in range where digit(at: i) != nil { return true }
    if let counted = countedSet(in: range),
      counted.range.upperBound == range.upperBound
        || followsSetVerb(skippingSpaces(before: counted.range.lowerBound, from: range.lowerBound), from: range.lowerBound)
    {
      return true
    }
    return hasSuffix("ประการ", before: range.upperBound, from: range.lowerBound)
      || hasSuffix("ดังนี้", before: range.upperBound, from: range.lowerBound)
  }
}

private let citingWords = SuffixTable(CueWording.citedIn)
private let speechVerbs = PhraseTable(
  wordList("กล่าว เห็น มอง เสนอ อธิบาย ถือ สรุป ระบุ ชี้ เชื่อ ให้ความหมาย ให้ความเห็น นิยาม").flatMap { (verb: String) -> [String] in
    ["\(verb)ว่า", "\(verb)ไว้ว่า", "ได้\(verb)ว่า", "ได้\(verb)ไว้ว่า"]
  })
private let anaphora = PhraseTable(
  wordList(
    "ทั้งสอง ทั้งคู่ ทั้งสาม ผู้เขียนคนเดียวกัน ผู้แต่งคนเดียวกัน นักวิชาการทั้งสอง นักวิชาการท่านนี้ นักวิชาการคนเดียวกัน นักวิชาการท่านเดียวกัน ท่านเดียวกันนี้ ผู้เขียนทั้งสอง เขายัง เขาได้ ท่านยัง พวกเขา"
  ))
/// What stands before a name and belongs to its sentence: «ด้าน Woolcock (2001)», «ในเมืองไทย พิรงรอง (2561)».
private let placeLeads = PhraseTable(wordList("ใน ด้าน ฝ่าย ฟาก ทางด้าน"))
private let setVerbsBefore = SuffixTable(
  wordList("แบ่งออกเป็น แบ่งเป็น แบ่งได้เป็น จำแนกออกเป็น จำแนกเป็น จำแนกได้เป็น มี ประกอบด้วย แบ่งได้ จำแนกได้"))

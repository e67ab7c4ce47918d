/// What a word before «คือ» or «หมายถึง» is.
enum Definiendum {
  /// A term that can be taught.
  ///
  /// `isPlain` is false where quotation marks or English set the term off: then it can be nothing else. `isOpening` where it opens its
  /// passage and so is whole.
  case term(Range<Int>, isPlain: Bool, isOpening: Bool)
  /// «สิ่งสำคัญ», «เป้าหมายของ …»: what something is in this place.
  case role(Range<Int>)
}

extension ReadingText {
  /// The term that a marker at `end` defines, without quotation marks, English in brackets and words that lead in to it; nil where a
  /// pronoun, a count or a clause stands there.
  func definiendum(before end: Int, from floor: Int) -> Definiendum? {
    var end = skippingSpaces(before: end, from: floor)
    // «ความเหลื่อมล้ำ (inequality) ในทางเศรษฐศาสตร์ หมายถึง»
    if let aside = aside(before: end, from: floor) { end = aside }
    var isPlain = true
    var tail = withoutTermTail(max(floor, end - 400)..<end)
    if tail.isEmpty { return nil }
    end = tail.upperBound
    // «เครือข่าย (network) หมายถึง»
    if bytes[end - 1] == 0x29, let open = bytes[max(floor, end - 160)..<end].lastIndex(of: 0x28),
      isLatinLetter(at: skippingSpaces(from: open + 1, to: end))
    {
      end = skippingSpaces(before: open, from: floor)
      isPlain = false
      tail = withoutTermTail(max(floor, end - 400)..<end)
      if tail.isEmpty { return nil }
      end = tail.upperBound
    }
    if let quoted = quotation(endingAt: end, from: floor) {
      return scalarCount(quoted) <= 80 ? .term(quoted, isPlain: false, isOpening: false) : nil
    }
    // A term with spaces in it stands whole from the start of a passage to its marker.
    // «๑. ศีล หมายถึง»
    var opening = trimmed((floor == 0 ? firstWordOfItem(limit: end) : floor)..<end)
    if let numbered = numberedMeanings.match(self, at: opening.lowerBound, end: opening.upperBound) {
      let number = skippingSpaces(from: opening.lowerBound + numbered.length, to: opening.upperBound)
      if let digit = digit(at: number) { opening = trimmed(number + digit.length..<opening.upperBound) }
    }
    // «"การสื่อสาร หมายถึง …"»
    if floor == 0, afterQuotationMark(at: opening.lowerBound) < opening.upperBound {
      opening = afterQuotationMark(at: opening.lowerBound)..<opening.upperBound
    }
    let last = self.run(endingAt: end, from: floor)
    // «รามเกียรติ์เป็นวรรณคดีที่รู้จักกันมาก ผลก็คือ …»
    if isPlain, last.lowerBound > opening.lowerBound {
      if consequences.isPhrase(withoutTermTail(last), of: self) { return nil }
      if mattersBehind.match(self, at: last.lowerBound, end: last.upperBound) != nil { return .role(last) }
    }
    if floor == 0, opening.count > 0, opening.count <= 240, scalarCount(opening) <= 60, isCleanOpening(opening) {
      return verdict(on: opening, isPlain: isPlain, isOpening: true)
    }
    var run = run(endingAt: end, from: floor)
    guard !run.isEmpty else { return nil }
    if isOnlyTail(run) {
      end = skippingSpaces(before: run.lowerBound, from: floor)
      run = self.run(endingAt: end, from: floor)
      guard !run.isEmpty else { return nil }
    }
    if string(run) == "ๆ" || string(run) == "ฯลฯ" { return nil }
    let start = startOfDefiniendum(in: run)
    let gap = skippingSpaces(before: run.lowerBound, from: floor)
    guard start < run.upperBound, !isPlain || gap <= floor || !isDigit(before: gap) || start > run.lowerBound
    else { return nil }
    return verdict(on: withoutTermTail(start..<run.upperBound), isPlain: isPlain, isOpening: false)
  }

  /// The end of what stands before «ในทางเศรษฐศาสตร์», «ตามพจนานุกรม ฉบับราชบัณฑิตยสถาน พ.ศ. 2542» or «ในทัศนะของ» at `end`; nil where no such
  /// words do. Over several runs only where a year, a bracket or a name ends them. Looks at six runs.
  func aside(before end: Int, from floor: Int) -> Int? {
    var i = skippingSpaces(before: end, from: floor)
    if let glued = gluedHolder(before: i, from: floor) { return glued }
    let isBracketed = i > floor && bytes[i - 1] == 0x28
    if isBracketed { i = skippingSpaces(before: i - 1, from: floor) }
    let reaches = isBracketed || isDigit(before: i)
    for step in 0..<6 {
      let run = run(endingAt: i, from: floor)
      guard !run.isEmpty, run.lowerBound > floor else { return nil }
      let before = skippingSpaces(before: run.lowerBound, from: floor)
      // «ตาม|พจนานุกรมฉบับราชบัณฑิตยสถาน 2552», whose name is read already.
      let length = string(run) == "ตาม" ? run.count : asides.match(self, at: run.lowerBound, end: run.upperBound)?.length
      if let length, canBreak(at: run.lowerBound + length),
        before > floor, before < run.lowerBound,
        // «ตามความหมายของ David C. McClelland»: whoever it is stands behind.
        step == 0 || reaches || hasSuffix("ของ", before: run.upperBound, from: run.lowerBound)
      {
        return before
      }
      guard before < run.lowerBound else { return nil }
      i = before
    }
    return nil
  }

  /// The end of the term in «การมีส่วนร่วมตามคำนิยามของ» at `end`, where whose meaning it is comes without a space.
  private func gluedHolder(before end: Int, from floor: Int) -> Int? {
    guard let holder = holdersBefore.match(self, before: end, from: floor) else { return nil }
    let start = end - holder.length
    return start > floor && spaceLength(before: start) == 0 && canBreak(at: start) ? start : nil
  }

  private func verdict(on range: Range<Int>, isPlain: Bool, isOpening: Bool) -> Definiendum? {
    let length = scalarCount(range)
    guard length >= 2, length <= 90, !isThaiTail(at: range.lowerBound) else { return nil }
    // «วาทกรรมคืออะไร? …»: a question.
    if bytes[range].contains(0x3F) { return nil }
    // «ชูใจ รักเรียน กล่าวว่า หมายถึง …»: of what the heading names.
    if isPlain, hasSuffix("ว่า", before: range.upperBound, from: range.lowerBound),
      !isShielded(range.upperBound - 9..<range.upperBound)
    {
      return nil
    }
    // «Peter F. Drucker : คือ …»: who says it.
    if bytes[range.upperBound - 1] == 0x3A { return nil }
    // «ความหมายที่นิยมอ้างถึงมากที่สุดคือ …» speaks of a meaning, «ตามนิยามของ ก.พ.ร. หมายถึง» of whose it is.
    if isPlain, meaningNouns.match(self, at: range.lowerBound, end: range.upperBound) != nil { return nil }
    if isPlain, holdersBefore.match(self, before: skippingSpaces(before: range.lowerBound, from: 0), from: 0) != nil { return nil }
    if isLatinLetter(at: range.lowerBound) { return .term(range, isPlain: isPlain, isOpening: isOpening) }
    guard thai(at: range.lowerBound) != nil else { return nil }
    if let match = neverTerms.match(self, at: range.lowerBound, end: range.upperBound),
      match.value == .anything || match.length == range.count,
      notNeverTerms.match(self, at: range.lowerBound, end: range.upperBound) == nil
    {
      return nil
    }
    // «คนแรก», «ประเภทที่สอง»: one of several, whatever it is.
    if let ordinal = ordinalPhrase(at: range.lowerBound, end: range.upperBound), ordinal >= range.upperBound { return nil }
    if let match = roleStarts.match(self, at: range.lowerBound, end: range.upperBound),
      !isThaiTail(at: range.lowerBound + match.length),
      // «ประชากร (population) หมายถึง»: set off, and nothing said of whose it is.
      isPlain || saysWhose(range.lowerBound + match.length..<range.upperBound),
      !isNamedBefore(range)
    {
      return .role(range)
    }
    if importanceBefore.match(self, before: range.upperBound, from: range.lowerBound) != nil { return .role(range) }
    if isPlain, endsInOrdinal(range) { return .role(range) }
    return length <= 60 && !holdsClause(range) ? .term(range, isPlain: isPlain, isOpening: isOpening) : nil
  }

  /// «… แบ่งเป็นปัจจัยผลักและปัจจัยดึง … ปัจจัยผลัก คือ …»: what the passage has counted among others is a name. Looks back 600 bytes.
  private func isNamedBefore(_ range: Range<Int>) -> Bool {
    guard scalarCount(range) <= 24, !saysWhose(range) else { return false }
    let floor = max(0, range.lowerBound - 600)
    return range.lowerBound - floor > range.count && bytes[floor..<range.lowerBound].firstRange(of: bytes[range]) != nil
  }

  /// «ความต้องการขั้นแรก», «คำสำคัญอีกคำหนึ่ง»: one of several.
  private func endsInOrdinal(_ range: Range<Int>) -> Bool {
    var i = after(range.lowerBound)
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i) {
        if hasPrefix("อีก", at: i, end: range.upperBound), hasSuffix("หนึ่ง", before: range.upperBound, from: i) { return true }
        if ordinalPhrase(at: i, end: range.upperBound) == range.upperBound { return true }
      }
      i = after(i)
    }
    return false
  }

  private func saysWhose(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), whose.match(self, at: i, end: range.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }

  /// «เทคโนโลยีก็มีลักษณะทำนองเดียวกัน»: a sentence of its own, no term.
  private func holdsClause(_ range: Range<Int>) -> Bool {
    var i = after(range.lowerBound)
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), let match = clauseWords.match(self, at: i, end: range.upperBound),
        canBreak(at: i + match.length)
      {
        return true
      }
      i = after(i)
    }
    return false
  }

  /// No word at the front of a passage that leads in to a clause.
  private func isCleanOpening(_ range: Range<Int>) -> Bool {
    if termOpeningLeads.match(self, at: range.lowerBound, end: range.upperBound) != nil { return false }
    var i = range.lowerBound
    var spaces = 0
    while i < range.upperBound {
      let byte = bytes[i]
      if byte == 0x22 || byte == 0x28 || byte == 0x29 || hasPrefix("”", at: i) || hasPrefix("“", at: i) { return false }
      // «… เป็นสิ่งที่คนทั่วไปรู้จักดังนั้นการออมจึงหมายถึง …», «การออม หมายถึง … และอาจหมายถึง …», «… แบ่งเป็นก และ ข ก คือ …»
      if byte == 0xE0, clauseInside.match(self, at: i, end: range.upperBound) != nil {
        return false
      }
      if spaceLength(at: i) > 0 {
        spaces += 1
        // «ศาลวางหลักไว้ว่า ประมาทเลินเล่อ หมายถึง»: somebody says so.
        if hasSuffix("ว่า", before: i, from: range.lowerBound) { return false }
        // «วิภาพร มาพบสุข ให้ความหมายของแรงจูงใจ หมายถึง»
        if givesMeaning.match(self, at: skippingSpaces(from: i, to: range.upperBound), end: range.upperBound) != nil {
          return false
        }
        // «… ต้องก่อให้เกิดรส รส หมายถึง»
        if holdsThat(range.lowerBound..<i) { return false }
        // «มีสองคน คนแรกคือ …»
        if ordinalPhrase(at: skippingSpaces(from: i, to: range.upperBound), end: range.upperBound) != nil { return false }
      }
      i = after(i)
    }
    return spaces <= 4
  }

  private func holdsThat(_ range: Range<Int>) -> Bool {
    guard let that = that(after: range.lowerBound, limit: range.upperBound) else { return false }
    return !hasSuffix("คำ", before: that.lowerBound)
  }

  private func isOnlyTail(_ run: Range<Int>) -> Bool { onlyTails.isPhrase(run, of: self) }

  /// Takes «กล่าวว่า», «คำว่า», «ดังนั้น» and what stands before them off a run.
  private func startOfDefiniendum(in run: Range<Int>) -> Int {
    var start = run.lowerBound
    if let bullet = bullets.match(self, at: start, end: run.upperBound) { start += bullet.length }
    var i = start
    while i < run.upperBound {
      if bytes[i] & 0xC0 != 0x80, canBreak(at: i), let match = definiendumBreakers.match(self, at: i, end: run.upperBound),
        canBreak(at: i + match.length),
        i + match.length < run.upperBound, !isShielded(i..<i + match.length)
      {
        i += match.length
        start = i
      } else {
        i = after(i)
      }
    }
    while let match = definiendumLeads.match(self, at: start, end: run.upperBound), start + match.length < run.upperBound,
      canBreak(at: start + match.length), !opensCompound(start..<start + match.length)
    {
      start += match.length
    }
    return start
  }

  /// «ภาวะผู้นำ หรือความเป็นผู้นำ»: the first of two names, a space between.
  func firstOfNames(_ range: Range<Int>) -> Range<Int> {
    var i = range.lowerBound
    while i < range.upperBound {
      if spaceLength(at: i) > 0 {
        let next = skippingSpaces(from: i, to: range.upperBound)
        if hasPrefix("หรือ", at: next, end: range.upperBound), scalarCount(range.lowerBound..<i) >= 3 {
          return trimmed(range.lowerBound..<i)
        }
      }
      i = after(i)
    }
    return range
  }

  /// Cuts what says more of a term than its name: «เครือข่ายที่ลึกซึ้งอีกระดับหนึ่ง», «ความเป็นเครือข่ายภายใต้กระแส…», «เครือข่ายทางสังคมในการพัฒนา».
  func headOfTerm(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    // «การบริหารโดยใช้โรงเรียนเป็นฐาน»: what it is based on belongs to the name.
    if scalarCount(range) <= 45, basesBefore.match(self, before: range.upperBound, from: range.lowerBound) != nil { return range }
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] & 0xC0 != 0x80, i > range.lowerBound, canBreak(at: i),
        let match = termModifiers.match(self, at: i, end: range.upperBound),
        scalarCount(range.lowerBound..<i) >= 3, !isShielded(i..<i + match.length)
      {
        // «ความพึงพอใจในการทำงาน» is another thing than «ความพึงพอใจ».
        if boundTails.match(self, at: i, end: range.upperBound)?.length == range.upperBound - i { return range }
        // «ที่ปรึกษา», «ที่ดิน» are nouns.
        if match.value == .unlessNoun, scalarCount(i..<range.upperBound) <= 8 {
          i = after(i)
          continue
        }
        return trimmed(range.lowerBound..<i)
      }
      i = after(i)
    }
    return range
  }
}

/// «นิยามที่ 1 ทัศนคติ หมายถึง»
private let numberedMeanings = PhraseTable(wordList("นิยามที่ ความหมายที่ ความหมายประการที่"))
private let clauseInside = PhraseTable(wordList("ดังนั้น หมายถึง แบ่งเป็น แบ่งออกเป็น จำแนกเป็น จำแนกออกเป็น"))
private let meaningNouns = PhraseTable(wordList("ความหมาย คำนิยาม คำจำกัดความ นิยามที่ นิยามของ นิยามจาก"))
private let givesMeaning = PhraseTable(
  ["", "ได้"].flatMap { particle in
    wordList("ให้ความหมาย ให้คำจำกัดความ ให้นิยาม ให้คำนิยาม นิยามความหมาย กำหนดความหมาย").map { particle + $0 }
  })
private let holdersBefore = SuffixTable(
  wordList("ตามนิยามของ ตามคำนิยามของ ตามคำจำกัดความของ ตามความหมายของ ในนิยามของ ในคำนิยามของ ในคำจำกัดความของ ในความหมายของ"))
private let whose = PhraseTable(wordList("ของ ที่ ใน สำคัญ หนึ่ง หลัก แรก สุดท้าย"))
private let clauseWords = PhraseTable(
  wordList(
    "ก็มี ก็เป็น ก็คือ ก็ได้ ก็จะ จะมี จะเป็น จึงมี จึงเป็น ไม่ได้ มิได้ ต้องมี ได้มี ได้เป็น ทำให้ ส่งผลให้ พบว่า มีรากศัพท์ มาจากคำ มาจากภาษา แสดงคำจำกัดความ แสดงความหมาย ให้ความหมาย ให้คำจำกัดความ"
  ))
private let importanceBefore = SuffixTable(
  wordList(
    "ที่สำคัญ ที่สำคัญที่สุด ที่สำคัญยิ่ง สำคัญที่สุด ที่สำคัญประการหนึ่ง ประการหนึ่ง ที่นิยม ที่นิยมใช้ ที่ใช้ ที่ใช้บ่อย ที่ใช้กันมาก ที่ใช้กันแพร่หลาย ที่พบ ที่พบบ่อย ที่พบมาก ที่ได้รับความนิยม ที่ชัดเจน ที่เห็นได้ชัด"
  ))
/// What says in which field or in whose view a term has the meaning.
private let asides = PhraseTable(
  wordList(
    "ตามที่ ดังที่ ในความเข้าใจ นิยามโดย ให้นิยามโดย ให้ความหมายโดย อธิบายโดย ตามมาตรฐาน ตามเกณฑ์ ตามประกาศ ตามระเบียบ ตามพระราชบัญญัติ ตามข้อกำหนด ตามคำนิยาม ตามคำอธิบาย ตามข้อเสนอ ในทาง ในเชิง ในทัศนะ ในทรรศนะ ในแง่ ในมุมมอง ในบริบท ในความเห็น ในความหมาย ในพระ ในภาษา ในกฎหมาย ในวิชา ในสังคม ตามหลัก ตามแนวคิด ตามทัศนะ ตามกฎหมาย ตามพจนานุกรม ตามความหมาย ตามพระ ตามนัย ตามทฤษฎี ตามแนว ตามแบบ ตามทรรศนะ ตามความเห็น ตามคติ ตามปทานุกรม ตามตัวอักษร โดยความหมาย โดยรูปศัพท์ โดยนิยาม"
  ))
private enum Extent { case whole, anything }
private enum Modifier { case always, unlessNoun }

private let termModifiers = PhraseTable<Modifier>(
  wordList(
    "ภายใต้ ในการ ซึ่ง ในเชิง ในมุมมอง ในทัศนะ ในฐานะ ตามแนวคิด ตามทัศนะ ในบริบท ไว้ โดยนัย ในความหมาย โดยใช้ ไว้อย่าง ว่าเป็น อย่างกว้าง_ๆ ในภาษาอังกฤษ ในแง่ ในด้าน ออกเป็น โดยมอง โดยเน้น โดยพิจารณา โดยอาศัย โดยยึด ของเขา ของเธอ ของท่าน"
  )
  .map { ($0, Modifier.always) } + wordList("ที่ หรือ").map { ($0, Modifier.unlessNoun) })

private let boundTails = PhraseTable(
  wordList("ในการทำงาน ในการปฏิบัติงาน ในการปฏิบัติหน้าที่ ในการเรียน ในการเรียนรู้ ในการตัดสินใจ ในการดำเนินชีวิต ในการดำรงชีวิต"))

private let definiendumBreakers = PhraseTable(
  wordList(
    """
    กล่าวว่า สรุปว่า อธิบายว่า ระบุว่า เสนอว่า เห็นว่า ชี้ว่า มองว่า ถือว่า พบว่า คำว่า ได้ว่า นับว่า เชื่อว่า บอกว่า ให้ความหมายว่า นิยามว่า ความหมายของ ความหมายของคำว่า นิยามของ คำจำกัดความของ ว่า ดังนั้น เพราะฉะนั้น
    ในนัยของ ในแง่ของ ในมิติของ
    """))

private let definiendumLeads = PhraseTable(
  wordList(
    """
    คือ ดังนั้น นอกจากนี้ นอกจากนั้น อย่างไรก็ตาม โดยสรุป โดยสรุปแล้ว สรุปแล้ว กล่าวโดยสรุป กล่าวโดยสรุปแล้ว ทั้งนี้ โดย ซึ่ง และ แต่ ส่วน สำหรับ เพราะ เมื่อ ถ้า หาก คำ อีกนัยหนึ่ง อีกความหมายหนึ่ง กล่าวคือ โดยที่ ที่ ฉะนั้น เพราะฉะนั้น ทั้งนี้เพราะ ต่อมา
    ปัจจุบัน โดยทั่วไป โดยทั่วไปแล้ว แท้จริงแล้ว จึง ในความหมายนี้ ในที่นี้ ทำนองเดียวกันกับ เช่นเดียวกับ ในทำนองเดียวกันกับ ในขณะที่ ขณะที่ ความหมายของ นิยามของ เรียก ในกรณีนี้ พร้อมกันนี้ ประการแรก
    """))

private let termOpeningLeads = PhraseTable(
  wordList(
    """
    ใน นอกจาก ดังนั้น สำหรับ อย่างไรก็ จาก เมื่อ ถ้า หาก โดย ซึ่ง และ แต่ ส่วน เพราะ เพื่อ ตาม ทั้งนี้ ทั้ง อีก อนึ่ง ต่อมา ปัจจุบัน ฉะนั้น ภายใต้ กล่าว ด้วย แม้ ขณะ คำว่า ความหมายของ ที่ ปี พ.ศ. มี เป็น ได้ ให้ สรุป พอสรุป พอจะสรุป อาจสรุป แนวคิด
    """))

/// Nouns that begin as one of `neverTerms` does.
private let notNeverTerms = PhraseTable(
  wordList(
    "มาตร มานุษย มารยาท มาร์ มายา มาลา ของเสีย ของเหลว ของไหล ของแข็ง ของฝาก ของกลาง กำลังคน กำลังซื้อ กำลังการผลิต กำลังแรงงาน ต่อม ต่อลาภ ทำเล แก่น จากัว บนบก ไปรษณีย์ ยังชีพ ใช้จ่าย นำเข้า ได้เปรียบ ให้คำปรึกษา เป็นกลาง ไม่แสวงหากำไร ตัวแบบ ตัวแปร ตัวชี้วัด ตัวตน ตัวกลาง ตัวแทน เห็ด พบพระ ตามรอย"
  ))
private let neverTerms = PhraseTable<Extent>(
  wordList(
    "รวมทั้ง รวมถึง อีกทั้ง ทั้งยัง ตลอดจน อย่างแรก อย่างหลัง ประเภทแรก ประเภทหลัง แบบแรก แบบหลัง กลุ่มแรก กลุ่มหลัง ข้อแรก ข้อหลัง คำแรก คำหลัง ชนิดแรก ชนิดหลัง อันแรก อันหลัง แนวแรก แนวหลัง อธิบาย เสนอ สรุป ระบุ ผลักดัน แต่ และ หรือ ทั้ง ซึ่ง โดย ที่ อัน ส่วน เพราะ หาก ถ้า นี้ นั้น นั่น นี่ นั้นก็ ดังกล่าว ดังนี้ เขา เธอ ท่าน เรา มัน ผล ข้อ กล่าว ต่อไป ต่อไปนี้ สุดท้าย และสุดท้าย ทั้งหมด คำตอบ ที่สุด อย่างยิ่ง ทั้งนี้ ทั้งนั้น เหล่านี้ แรก ที่สำคัญ สำคัญ เป็นต้น เช่น ความ อะไร ใคร กัน ร่วมกัน อาจ จะ ก็ ต้อง ควร ว่า คำ ศัพท์ คำศัพท์ รูปศัพท์ คือ"
  )
  .map { ($0, Extent.whole) }
    + wordList(
      "จะ ต้อง ควร สามารถ ไม่ ได้ ให้ กำลัง ถูก ก็ ยัง อาจ เคย คง ทั้ง ประการ ซึ่งนั้น ดัง โดยนัยหลัง พบ เรียก เห็น ทำ เป็น มี นำ ใช้ มา ไป อยู่ เพื่อ ของ แก่ ต่อ ด้วย จาก ตาม กับ เช่น ใน บน จน เมื่อ แล้ว เพราะ ตัว_ ตัวคือ ข้อที่ พอสรุป พอจะสรุป อาจสรุป"
    ).map {
      ($0, Extent.anything)
    })

/// Nouns that say what something is in this place: «ประเด็นสำคัญ คือ …».
let roleStarts = PhraseTable(
  wordList(
    """
    สิ่ง สิ่งที่ ประเด็น ปัญหา สาเหตุ ผลลัพธ์ ผลที่ ผลของ ผลจาก ผลการ เหตุผล หัวใจ ใจความ คำถาม คำตอบ ตัวอย่าง ข้อดี ข้อเสีย ข้อจำกัด ข้อสังเกต ข้อบกพร่อง ข้อผิดพลาด ข้อเสนอ จุดเด่น จุดอ่อน จุดแข็ง จุดสำคัญ จุดมุ่งหมาย จุดประสงค์
    วัตถุประสงค์ เป้าหมาย เป้าประสงค์ ความจำเป็น ความสำคัญ ความแตกต่าง ความเหมือน องค์ประกอบ ปัจจัย ลักษณะ คุณลักษณะ ประเภท ขั้นตอน ขั้นแรก ขั้นที่ หลักการ หลักสำคัญ แนวทาง วิธีหนึ่ง วิธีการหนึ่ง บทบาท หน้าที่ เงื่อนไข
    จุดเริ่มต้น จุดเปลี่ยน จุดกำเนิด จุดหมาย ประโยชน์ ที่มา กุญแจ กลไก เครื่องมือสำคัญ ส่วนที่ ด้านที่ มิติที่ อีกประการ อีกด้าน อีกอย่าง ทางออก ความท้าทาย อุปสรรค ข้อค้นพบ ประการ แนวคิดหลัก แนวคิดสำคัญ แก่น สาระสำคัญ แนวคิดที่ มโนทัศน์ที่ วิธีที่ กลุ่มตัวอย่าง กลุ่มเป้าหมาย ประชากร ตัวแปร สมมติฐาน
    """))
private let mattersBehind = PhraseTable(
  wordList("หัวใจ ใจความ แก่นของ แก่นสำคัญ กุญแจสำคัญ สิ่งสำคัญ สิ่งที่ ประเด็นสำคัญ ปัญหาสำคัญ สาเหตุสำคัญ เหตุผลสำคัญ ข้อสำคัญ"))
private let consequences = PhraseTable(wordList("ผล ปัญหา สาเหตุ เหตุผล คำตอบ คำถาม ข้อสังเกต ข้อบกพร่อง ข้อดี ข้อเสีย แต่ปัญหา แต่ผล"))
private let onlyTails = PhraseTable(
  wordList("ในที่นี้ ในงานวิจัยนี้ ในการวิจัยครั้งนี้ ในการวิจัยนี้ ในบทนี้ นั้น โดยทั่วไป โดยทั่วไปแล้ว ในการศึกษาครั้งนี้"))

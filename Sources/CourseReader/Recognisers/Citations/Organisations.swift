extension ReadingText {
  /// A ministry, project, act or dictionary whose name ends at `end`, without the words that lead in to it.
  ///
  /// The name begins at the first word of an organisation that opens a run of letters or follows a word that leads in: of
  /// «ผลสรุปจากการสัมมนา…ตามโครงการเสริมสร้าง…» only «โครงการเสริมสร้าง…».
  func organisation(endingAt end: Int, last: Range<Int>, from floor: Int) -> (name: ReadName, joiner: Int?)? {
    let gap = skippingSpaces(before: last.lowerBound, from: floor)
    let orBefore = gap < last.lowerBound && hasSuffix("หรือ", before: gap, from: floor) && spaceLength(before: gap - 12) > 0
    if isThaiAcronym(last), orBefore, let named = organisation(endingAt: end, last: gap - 12..<last.upperBound, from: floor) {
      return named
    }
    if isThaiAcronym(last) {
      return (
        ReadName(
          range: last, name: last, honorific: nil, kind: .organisation, isThai: true, isFull: true,
          isLedIn: isAfterLeadIn(last.lowerBound, from: floor)),
        nil
      )
    }
    // «สถาบันวิจัยเพื่อการพัฒนาประเทศไทย หรือทีดีอาร์ไอ»: the second name is of the same.
    if hasPrefix("หรือ", at: last.lowerBound, end: last.upperBound), canBreak(at: last.lowerBound + 12) {
      let before = skippingSpaces(before: last.lowerBound, from: floor)
      let first = token(endingAt: before, from: floor)
      guard before < last.lowerBound, !first.isEmpty, first.lowerBound < last.lowerBound,
        var named = organisation(endingAt: before, last: first, from: floor)
      else { return nil }
      named.name.range = named.name.range.lowerBound..<end
      return named
    }
    // The name may hold spaces: look for its first word in the last runs, the nearest first.
    var run = last
    var best: (name: ReadName, joiner: Int?)?
    for step in 0..<4 {
      if let head = organisationHead(in: run) {
        let nameEnd = end
        guard nameEnd - head.start <= 480, step == 0 || isPlainRun(head.start..<nameEnd) else { break }
        // «… การดำเนินงานของโรงเรียน วัชรา เล่าเรียนดี»: so long a name does not end like a person's.
        if step > 0, scalarCount(head.start..<nameEnd) > 50, endsLikePerson(last, from: head.start) { break }
        let isLedIn = head.isLedIn || isAfterLeadIn(head.start, from: floor)
        best = (
          ReadName(
            range: head.start..<nameEnd, name: head.start..<nameEnd, honorific: nil, kind: .organisation, isThai: true,
            isFull: true, isLedIn: isLedIn),
          head.joiner
        )
        // «กรมวิชาการ กระทรวงศึกษาธิการ»: the run before may be the part of the same name.
        if head.start > run.lowerBound { break }
      } else if best != nil || !isPlainRun(run) {
        break
      }
      let before = skippingSpaces(before: run.lowerBound, from: floor)
      guard before > floor, run.lowerBound - before <= 2 else { break }
      let previous = token(endingAt: before, from: floor)
      guard !previous.isEmpty, previous.lowerBound < run.lowerBound, !opensThought(at: run.lowerBound),
        clauseStarts.match(self, at: run.lowerBound, end: run.upperBound) == nil,
        !opensThought(at: previous.lowerBound)
      else { break }
      run = previous
    }
    return best
  }

  /// A given and a family name, by their length.
  private func endsLikePerson(_ last: Range<Int>, from floor: Int) -> Bool {
    let given = token(endingAt: skippingSpaces(before: last.lowerBound, from: floor), from: floor)
    return (2...14).contains(scalarCount(last)) && (2...10).contains(scalarCount(given)) && looksLikeThaiName(last)
      && looksLikeThaiName(given) && !startsNoun(at: given.lowerBound, end: given.upperBound)
      && !startsOrganisation(at: last.lowerBound, end: last.upperBound)
  }

  /// The first word of an organisation in a run that stands where a name can begin, and says more than that word.
  private func organisationHead(in run: Range<Int>) -> (start: Int, joiner: Int?, isLedIn: Bool)? {
    var i = run.lowerBound
    while i < run.upperBound {
      if let match = organisationHeads.match(self, at: i, end: run.upperBound), canBreak(at: i), !isThaiTail(at: i + match.length),
        match.value == .whole || scalarCount(i + match.length..<run.upperBound) >= 3,
        notOrganisations.match(self, at: i, end: run.upperBound) == nil
      {
        if i == run.lowerBound { return (i, nil, false) }
        if hasSuffix("และ", before: i, from: run.lowerBound) { return (i, i - 9, false) }
        if endsLeadIn(at: i, from: run.lowerBound) || endOfLeadIn(in: run.lowerBound..<i).start == i { return (i, nil, true) }
      }
      i = after(i)
    }
    return nil
  }

  /// True where a text, read forwards, names an organisation.
  func startsOrganisation(at i: Int, end: Int) -> Bool {
    if let match = organisationHeads.match(self, at: i, end: end), !isThaiTail(at: i + match.length),
      match.value == .whole || i + match.length < end, notOrganisations.match(self, at: i, end: end) == nil
    {
      return true
    }
    return isThaiAcronym(i..<end) || latinOrganisation(i..<end)
  }

  /// «สสส.», «ก.พ.ร.», «สปสช.»: Thai consonants and dots, the last a dot.
  func isThaiAcronym(_ range: Range<Int>) -> Bool {
    guard range.count >= 7, bytes[range.upperBound - 1] == 0x2E else { return false }
    var i = range.lowerBound
    var letters = 0
    while i < range.upperBound {
      if let c = thai(at: i), c >= 0x01, c <= 0x2E {
        letters += 1
        i += 3
      } else if bytes[i] == 0x2E {
        i += 1
      } else {
        return false
      }
    }
    return letters >= 2 && letters <= 8
      && !noAcronyms.isPhrase(range, of: self)
  }

  /// Only Thai letters, spaces and what stands in names of offices.
  private func isPlainRun(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      guard isThaiLetter(at: i) || spaceLength(at: i) > 0 || thai(at: i) == 0x2F || bytes[i] == 0x2E || digit(at: i) != nil else {
        return false
      }
      i = after(i)
    }
    return true
  }

  /// «World Health Organization», «UNESCO», «Ministry of Education».
  func latinOrganisation(_ range: Range<Int>) -> Bool {
    guard isLatinLetter(at: range.lowerBound) else { return false }
    var i = range.lowerBound
    var words = 0
    var wordStart = i
    var capitals = 0
    var letters = 0
    while i <= range.upperBound {
      let isLetter = i < range.upperBound && isLatinLetter(at: i)
      if isLetter {
        letters += 1
        if isLatinCapital(at: i) { capitals += 1 }
      } else {
        if i > wordStart {
          words += 1
          if let match = latinHeads.match(self, at: wordStart, end: i), wordStart + match.length == i { return true }
        }
        wordStart = i + 1
      }
      i = i < range.upperBound ? after(i) : i + 1
    }
    return words == 1 && letters >= 3 && capitals == letters && firstIndex(of: 0x2E, in: range) == nil
  }
}

/// Words that go on with a sentence and with no name.
private let clauseStarts = PhraseTable(
  wordList("เพื่อ โดย ที่ ซึ่ง จึง ก็ มี เป็น ได้ ให้ จะ ไม่ จาก เมื่อ ทำให้ ต้อง ยัง แต่ ตาม ดังกล่าว นั้น นี้"))

private enum Head { case whole, opening }

private let organisationHeads = PhraseTable<Head>(
  wordList(
    """
    ราชบัณฑิตยสถาน ราชบัณฑิตยสภา สำนักงานราชบัณฑิตยสภา สหประชาชาติ องค์การสหประชาชาติ ยูเนสโก สภาพัฒน์
    กรุงเทพมหานคร จุฬาลงกรณ์มหาวิทยาลัย มหามกุฏราชวิทยาลัย มหาจุฬาลงกรณราชวิทยาลัย ธนาคารโลก องค์การอนามัยโลก
    การท่องเที่ยวแห่งประเทศไทย การเคหะแห่งชาติ การกีฬาแห่งประเทศไทย การรถไฟแห่งประเทศไทย การประปาส่วนภูมิภาค
    พระไตรปิฎก ราชกิจจานุเบกษา คุรุสภา ยูนิเซฟ มหาเถรสมาคม ราชบัณฑิต แพทยสภา สภากาชาดไทย พุทธสมาคม
    """
  ).map { ($0, Head.whole) }
    + wordList(
      """
      กระทรวง กรม สำนักงาน สำนัก สถาบัน มหาวิทยาลัย คณะกรรมการ คณะกรรมาธิการ คณะอนุกรรมการ คณะทำงาน ศูนย์ องค์การ
      มูลนิธิ สมาคม พจนานุกรม สารานุกรม ปทานุกรม พระราชบัญญัติ พระราชกฤษฎีกา พระราชกำหนด รัฐธรรมนูญ ประมวลกฎหมาย
      กฎกระทรวง แผนพัฒนา แผนการศึกษา แผนยุทธศาสตร์ ประกาศกระทรวง ประกาศคณะ ระเบียบสำนัก ข้อบังคับ โครงการ สภา ธนาคาร
      บริษัท วิทยาลัย โรงเรียน โรงพยาบาล กองทุน กอง บัณฑิตวิทยาลัย ราชวิทยาลัย สหภาพ สหกรณ์ เทศบาล หอสมุด หอการค้า
      พิพิธภัณฑ์ ภาควิชา สาขาวิชา คณะครุศาสตร์ คณะศึกษาศาสตร์ คณะพยาบาล คณะแพทย คณะวิศวกรรม คณะมนุษย คณะสังคม
      คณะรัฐศาสตร์ คณะนิติ คณะวิทยาการ คณะบริหาร การไฟฟ้า การท่องเที่ยวแห่งประเทศไทย การเคหะแห่งชาติ การประปา
      การกีฬาแห่งประเทศไทย ศาล สหพันธ์ สมัชชา ทบวง สวทช นิด้า ชมรม เครือข่ายสุขภาพ ตลาดหลักทรัพย์ กรรมาธิการ
      """
    ).map { ($0, Head.opening) })

private let notOrganisations = PhraseTable(
  wordList(
    """
    สภาพ สภาวะ สภาวการณ์ ศูนย์กลาง ศูนย์รวม ศาลา กองทัพธรรม องค์การที่ โครงการที่ โครงการนี้ โครงการต่าง
    โครงการดังกล่าว สำนักคิด สถาบันครอบครัว โรงเรียนที่ มหาวิทยาลัยที่ กรมธรรม์ กระทรวงที่
    คณะกรรมการที่ คณะกรรมการซึ่ง คณะทำงานที่ สมาคมที่ มูลนิธิที่ ศูนย์ที่ สถาบันที่ สำนักงานที่ บริษัทที่ ธนาคารที่ กองทุนที่ สภาที่ ศาลที่
    เทศบาลที่ สหกรณ์ที่ โรงพยาบาลที่ วิทยาลัยที่ กรมพระยา กรมพระราช กรมพระนรา กรมพระจันท กรมพระสวัสดิ กรมพระกำแพง กรมหลวง กรมขุน กรมหมื่น
    """))

private let latinHeads = PhraseTable(
  wordList(
    """
    Organization Organisation Ministry University Commission Bank Institute Institution Association Office
    Department Council Center Centre Nations Agency Foundation Committee Board Bureau Fund Union Federation
    Society Academy College Programme Program Project Corporation Company Inc UNESCO UNICEF UNDP OECD WHO ASEAN
    APA ILO UN Partnership Alliance Consortium Coalition Forum Network Authority Secretariat Parliament Government
    """))
private let noAcronyms = PhraseTable(wordList("พ.ศ. ค.ศ. น.ส. ดร. ม.ร.ว. นพ. ผศ. รศ. ม.ล."))

extension ReadingText {
  /// The authors named directly before `end`, nearest last: «ปาริชาติ สถาปิตานนท์ และชัยวัฒน์ ถิระพันธุ์», «Smith, Jones, & Brown»,
  /// «ทิศนา แขมมณี และคณะ». Looks back at most 600 bytes and at eight names.
  ///
  /// `allowsSingle` takes a single Thai word too, which only the words around can prove a name.
  func authors(before end: Int, from floor: Int, allowsSingle: Bool) -> AuthorList? {
    let floor = max(floor, end - 600)
    var end = skippingSpaces(before: end, from: floor)
    var list = AuthorList(names: [])
    if let editor = editorBefore.match(self, before: end, from: floor) {
      list.isEditor = true
      end = trimmedBefore(end - editor.length, from: floor)
    }
    if let others = othersBefore.match(self, before: end, from: floor) {
      list.etAl = true
      end = trimmedBefore(end - others.length, from: floor)
    }
    guard let first = name(endingAt: end, from: floor, allowsSingle: allowsSingle || list.etAl) else { return nil }
    list.names = [first.name]
    var joiner = first.joiner
    while list.names.count < 8 {
      // What joins this name to one before: a glued or free «และ», a comma, &, and.
      let start = list.names[0].range.lowerBound
      let gap: Int
      if let joiner {
        gap = joiner
      } else if let free = joinerBefore(start, from: floor) {
        gap = free
      } else {
        break
      }
      let before = trimmedBefore(gap, from: floor)
      guard before > floor,
        let previous = name(endingAt: before, from: floor, allowsSingle: !list.names[0].isFull || list.names[0].honorific != nil),
        previous.name.kind == list.names[0].kind || !previous.name.isThai || !list.names[0].isThai,
        isCredible(asFurther: previous.name)
      else { break }
      if let whole = whole(family: previous.name, given: list.names[0]) {
        list.names[0] = whole
      } else {
        list.names.insert(previous.name, at: 0)
      }
      joiner = previous.joiner
    }
    return list
  }

  private func name(endingAt end: Int, from floor: Int, allowsSingle: Bool) -> (name: ReadName, joiner: Int?)? {
    guard end > floor else { return nil }
    let last = before(end)
    if isLatinLetter(at: last) || (bytes[last] == 0x2E && last > floor && isLatinLetter(at: before(last))) {
      guard let name = latinName(endingAt: end, from: floor) else { return nil }
      // «และUphoff»
      return (name, hasSuffix("และ", before: name.range.lowerBound, from: floor) ? name.range.lowerBound - 9 : nil)
    }
    return thaiName(endingAt: end, from: floor, allowsSingle: allowsSingle)
  }

  /// A further author is worth taking only where nothing speaks against it.
  private func isCredible(asFurther name: ReadName) -> Bool {
    guard name.isThai, name.kind == .person else { return true }
    if name.honorific != nil { return true }
    return !startsDoubtfulWord(at: name.name.lowerBound, end: name.name.upperBound)
      && (name.isFull ? !holdsCommonWord(name.name) : name.isLedIn)
  }

  /// Where a comma, «และ», «กับ», & or and before `start` begins.
  private func joinerBefore(_ start: Int, from floor: Int) -> Int? {
    var i = skippingSpaces(before: start, from: floor)
    let end = i
    for _ in 0..<2 {
      if i > floor, bytes[i - 1] == 0x26 || bytes[i - 1] == 0x2C {
        i -= 1
      } else if hasSuffix("และ", before: i, from: floor) {
        i -= 9
      } else if hasSuffix("กับ", before: i, from: floor), !isThaiLetter(at: i - 12) || spaceLength(before: i - 9) > 0 {
        i -= 9
      } else if hasSuffix("and", before: i, from: floor), i - 3 == floor || spaceLength(before: i - 3) > 0 {
        i -= 3
      } else {
        break
      }
      i = skippingSpaces(before: i, from: floor)
    }
    return i < end ? i : nil
  }

  private func trimmedBefore(_ i: Int, from floor: Int) -> Int {
    var i = skippingSpaces(before: i, from: floor)
    while i > floor, bytes[i - 1] == 0x2C || bytes[i - 1] == 0x28 { i = skippingSpaces(before: i - 1, from: floor) }
    return i
  }
}

// MARK: Inside brackets

extension ReadingText {
  /// The authors that a range names and nothing else: what stands before the year in «(อภิชัย พันธเสน, 2539)».
  ///
  /// nil where the range says something else, or could.
  func authors(in range: Range<Int>, hasComma: Bool) -> AuthorList? {
    var range = trimmed(range, also: ",;")
    while let word = seeWords.match(self, at: range.lowerBound, end: range.upperBound), word.length < range.count,
      canBreak(at: range.lowerBound + word.length)
    {
      range = trimmed(range.lowerBound + word.length..<range.upperBound, also: ":,")
    }
    var list = AuthorList(names: [])
    if let translator = translatorBefore.match(self, before: range.upperBound, from: range.lowerBound),
      translator.length < range.count
    {
      range = trimmed(range.lowerBound..<range.upperBound - translator.length, also: ",(")
    }
    if let editor = editorBefore.match(self, before: range.upperBound, from: range.lowerBound) {
      list.isEditor = true
      range = trimmed(range.lowerBound..<range.upperBound - editor.length, also: ",(")
    }
    if let others = othersBefore.match(self, before: range.upperBound, from: range.lowerBound) {
      list.etAl = true
      range = trimmed(range.lowerBound..<range.upperBound - others.length, also: ",")
    }
    guard !range.isEmpty, range.count <= 600, !holdsForeignSign(range) else { return nil }
    for piece in namePieces(range) {
      // «คึกฤทธิ์ ปราโมช, ม.ร.ว.»
      if isHonorific(piece), !list.names.isEmpty {
        list.names[list.names.count - 1].honorific = piece
        continue
      }
      guard let name = wholeName(piece, hasComma: hasComma || list.etAl) else { return nil }
      if let family = list.names.last, let whole = whole(family: family, given: name) {
        list.names[list.names.count - 1] = whole
      } else {
        list.names.append(name)
      }
      if list.names.count > 30 { return nil }
    }
    return list.names.isEmpty ? nil : list
  }

  /// Signs that no name holds: a colon makes it a publisher's place, = and % a statistic.
  private func holdsForeignSign(_ range: Range<Int>) -> Bool {
    for i in range {
      switch bytes[i] {
      case 0x3D, 0x25, 0x3C, 0x3E, 0x3A, 0x2B: return true
      // «WHO/UNICEF» are two offices.
      case 0x2F where !(i > range.lowerBound && isLatinCapital(at: i - 1) && isLatinCapital(at: i + 1)): return true
      default: continue
      }
    }
    return false
  }

  /// Splits at commas, «และ», & and and; initials stay with the name before them.
  private func namePieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var i = range.lowerBound
    func close(_ end: Int) {
      let piece = trimmed(start..<max(start, end), also: ",")
      guard !piece.isEmpty else { return }
      if let last = pieces.last, isInitials(piece) || string(piece) == "Jr." {
        pieces[pieces.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        pieces.append(piece)
      }
    }
    while i < range.upperBound {
      if bytes[i] == 0x2C || bytes[i] == 0x26 {
        close(i)
        i += 1
        start = i
      } else if hasPrefix("และ", at: i, end: range.upperBound), canBreak(at: i + 9),
        splitsNames(at: i, in: start..<range.upperBound)
      {
        close(i)
        i += 9
        start = i
      } else if hasPrefix(" and ", at: i, end: range.upperBound),
        !latinOrganisation(start..<range.upperBound) || hasLowercaseAfterAnd(i + 5)
      {
        close(i)
        i += 5
        start = i
      } else {
        i = after(i)
      }
    }
    close(range.upperBound)
    return pieces
  }

  private func hasLowercaseAfterAnd(_ i: Int) -> Bool { !isLatinCapital(at: i) }

  /// «และ» joins two persons or two offices; inside the name of an office it joins words.
  private func splitsNames(at i: Int, in range: Range<Int>) -> Bool {
    if startsOrganisation(at: skippingSpaces(from: range.lowerBound, to: i), end: i) {
      // «ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร»: what an office is for may have two parts.
      if spaceLength(before: i) == 0, holds("เพื่อ", in: range.lowerBound..<i) || holds("ว่าด้วย", in: range.lowerBound..<i) {
        return false
      }
      return startsOrganisation(at: skippingSpaces(from: i + 9, to: range.upperBound), end: range.upperBound)
    }
    return true
  }

  private func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
    range.contains { hasPrefix(word, at: $0, end: range.upperBound) }
  }

  /// A piece that is one name from end to end; a bracket or square bracket behind it holds another name of the same («พระธรรมปิฎก (ป.อ. ปยุตฺโต)»).
  private func wholeName(_ written: Range<Int>, hasComma: Bool) -> ReadName? {
    guard written.count <= 480, let last = written.last else { return nil }
    var piece = written
    if bytes[last] == 0x29 || bytes[last] == 0x5D, let open = bytes[written].lastIndex(of: bytes[last] == 0x29 ? 0x28 : 0x5B),
      open > written.lowerBound
    {
      piece = trimmed(written.lowerBound..<open)
    }
    guard var name = wholeName(bare: piece, hasComma: hasComma) else { return nil }
    name.range = name.range.lowerBound..<written.upperBound
    return name
  }

  private func wholeName(bare piece: Range<Int>, hasComma: Bool) -> ReadName? {
    if startsOrganisation(at: piece.lowerBound, end: piece.upperBound) {
      // «ราชกิจจานุเบกษา เล่ม 120 ตอนที่ 100 ก» is a place, not who said it.
      if holds(" เล่ม", in: piece) || holds(" ตอนที่", in: piece) || holds(" มาตรา", in: piece) { return nil }
      return ReadName(
        range: piece, name: piece, honorific: nil, kind: .organisation, isThai: thai(at: piece.lowerBound) != nil, isFull: true,
        isLedIn: true)
    }
    if asideStarts.match(self, at: piece.lowerBound, end: piece.upperBound) != nil { return nil }
    let titles = endOfHonorifics(at: piece.lowerBound, limit: piece.upperBound)
    let nameStart =
      isRankName(at: piece.lowerBound, limit: piece.upperBound)
      ? piece.lowerBound : skippingSpaces(from: titles.end, to: piece.upperBound)
    let name = nameStart..<piece.upperBound
    guard !name.isEmpty else { return nil }
    let honorific = nameStart > piece.lowerBound ? trimmed(piece.lowerBound..<nameStart) : nil
    let isThai = thai(at: nameStart) != nil
    if !isThai {
      guard isLatinLetter(at: nameStart), isLatinNames(name) else { return nil }
      let isOrganisation = latinOrganisation(name)
      return ReadName(
        range: piece, name: name, honorific: honorific, kind: isOrganisation ? .organisation : .person, isThai: false, isFull: true,
        isLedIn: true)
    }
    let runs = runs(in: name)
    guard runs.count <= 4 else { return nil }
    for (index, run) in runs.enumerated() {
      if string(run) == "ณ" && index > 0 { continue }
      // «สร้อยตระกูล (ติวยานนท์) อรรถมานะ»: the family name of before.
      if index == 1, runs.count == 3, run.count > 2, bytes[run.lowerBound] == 0x28, bytes[run.upperBound - 1] == 0x29,
        looksLikeThaiName(run.lowerBound + 1..<run.upperBound - 1)
      {
        continue
      }
      if index == 0, runs.count > 1, isInitial(run, before: runs[1].lowerBound) { continue }
      guard looksLikeThaiName(run, longest: 40) else { return nil }
      if honorific == nil, startsCommonWord(at: run.lowerBound, end: run.upperBound) { return nil }
    }
    if !hasComma, honorific == nil {
      // Without a comma only what looks like a given and a family name.
      guard runs.count == 2, !startsDoubtfulWord(at: name.lowerBound, end: name.upperBound), !runs.contains(where: holdsCommonWord)
      else { return nil }
    }
    if runs.count == 1, honorific == nil, holdsCommonWord(name), !isMonk(name), !hasInitials(name) { return nil }
    return ReadName(range: piece, name: name, honorific: honorific, kind: .person, isThai: true, isFull: true, isLedIn: true)
  }

  private func runs(in range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound, runs.count < 8 {
      let start = skippingSpaces(from: i, to: range.upperBound)
      var end = start
      while end < range.upperBound, spaceLength(at: end) == 0 { end = after(end) }
      if end > start { runs.append(start..<end) }
      i = max(end, i + 1)
    }
    return runs
  }

  /// Words of letters with dots, hyphens and apostrophes, the first or a later one a capital, none a common noun of an aside.
  private func isLatinNames(_ range: Range<Int>) -> Bool {
    var hasCapital = false
    var lowercase = 0
    for run in runs(in: range) {
      var i = run.lowerBound
      while i < run.upperBound {
        let byte = bytes[i]
        let isOther =
          byte == 0x2E || byte == 0x2C || byte == 0x2D || byte == 0x27 || byte == 0x2F
          || (byte == 0xE2 && (hasPrefix("’", at: i) || hasPrefix("‐", at: i)))
        guard isLatinLetter(at: i) || isOther else { return false }
        i = after(i)
      }
      if isLatinCapital(at: run.lowerBound) { hasCapital = true } else { lowercase += 1 }
    }
    return hasCapital && lowercase <= 3
  }
}

private let editorBefore = SuffixTable(
  wordList(
    """
    บรรณาธิการ (บรรณาธิการ) (บรรณาธิการ ,_บรรณาธิการ บ.ก. (บ.ก.) (บ.ก. บก. (บก.) Ed. (Ed.) (Ed. Eds. (Eds.) (Eds.
    (Ed) (Eds) eds. (eds.) (eds. ed. (ed.) (ed. Editor (Editor) editor editors (Editors)
    """))

private let translatorBefore = SuffixTable(
  wordList(
    ",_ผู้แปล ผู้แปล (ผู้แปล) ,_แปล (แปล) ,_แปลและเรียบเรียง ผู้แปลและเรียบเรียง ผู้เรียบเรียง ,_เรียบเรียง (เรียบเรียง) ผู้รวบรวม ,_รวบรวม trans. Trans. (Trans.)"
  ))

private let othersBefore = SuffixTable(
  wordList(
    """
    และคณะ และ_คณะ และคณะฯ และคนอื่น_ๆ และคนอื่นๆ และอื่น_ๆ และอื่นๆ และผู้อื่น และคนอื่น et_al. et_al et._al.
    et.al. et.al et_al., and_others and_colleagues &_others กับคณะ และทีม พร้อมคณะ
    """))

private let seeWords = PhraseTable(
  wordList(
    """
    ดู ดูเพิ่มเติม ดูเพิ่มเติมใน ดูเพิ่มเติมที่ ดูรายละเอียดใน ดูรายละเอียด โปรดดู เช่น อาทิ see See see_also e.g.
    e.g., cf. Cf. ที่มา ที่มา: ที่มา_: จาก อ้างอิง: ข้อมูลจาก ปรับปรุงจาก ดัดแปลงจาก ปรับจาก Source: Adapted_from
    from ตามแนวคิดของ แนวคิดของ ตาม และ แปลจาก สรุปจาก ประยุกต์จาก
    """))

/// What opens a bracket that tells when or where, not who.
private let asideStarts = PhraseTable(
  wordList(
    """
    ฉบับ มาตรา ภาคเรียน ภาคการศึกษา วันที่ ปีการศึกษา ปีงบประมาณ ครั้งที่ ณ_ ข้อมูล เริ่ม ตั้งแต่ ระหว่าง เกิด
    แก้ไข ประกาศใช้ พิมพ์ครั้ง พิมพ์ที่ พิมพ์เมื่อ พิมพ์ใน พิมพ์โดย จัดพิมพ์ ตีพิมพ์ สมัย รัชกาล ยุค เดือนม เดือนก เดือนเม เดือนพ เดือนส เดือนต เดือนธ ช่วง แปลเมื่อ บังคับใช้ ก่อตั้ง เสียชีวิต ถึงแก่
    ตรงกับ ประมาณ ราว หลัง ก่อน ภายใน ปัจจุบัน ต้น ปลาย กลาง เมื่อ ใน
    """))

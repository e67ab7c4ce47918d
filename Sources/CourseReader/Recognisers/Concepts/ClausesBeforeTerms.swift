import ThaiText

/// What a sentence says in front of a term that is glued to it: of «ศิลปะช่วยบ่มเพาะจินตนาการเชิงเรื่องเล่า (narrative imagination)» the term is
/// «จินตนาการเชิงเรื่องเล่า».
///
/// Thai sets no space between a verb and its object, and terms hold verbs too («งบแสดงฐานะการเงิน»). A verb is taken for the sentence's where
/// it is whole words of the dictionary, the English says nothing like it, and it opens the run, follows an auxiliary, or has somebody for
/// its subject.
extension ReadingText {
  /// Where the term begins in a range that may have a clause in front. O(range); the dictionary is asked only where a verb may stand.
  ///
  /// - Parameter run: where the words begin that the range was cut from.
  func afterClause(in term: Range<Int>, of run: Int, for english: EnglishSide) -> Int {
    let isLong = scalarCount(term) > english.weight
    guard !english.isBased, isLong || mayHoldClause(term, of: run) else { return term.lowerBound }
    let words = clauseBreaker.wordBoundaries(in: Array(bytes[term])).map { $0 + term.lowerBound }
    let isEdge = Set(words)
    var start = term.lowerBound
    /// Something stands before that makes a clause of what follows, or it is more than the English can stand for.
    var isClause = isLong
    // «ต่อ|มา…»: a beginning was taken off the words that open the clause.
    if run < term.lowerBound, let opener = clauseOpeners.match(self, at: run, end: term.upperBound), run + opener.length > start,
      isEdge.contains(run + opener.length)
    {
      start = run + opener.length
      isClause = true
    }
    for i in words where i >= start && i < term.upperBound {
      if let end = whole(auxiliaries, at: i, edges: isEdge, limit: term.upperBound), !isHeld(i, from: term.lowerBound) {
        // «จะ», «ควร» …: the verb comes next; at the front alone they are no part of a noun either.
        if let verb = verb(at: end, edges: isEdge, limit: term.upperBound, english) {
          start = verb
        } else if i == start {
          start = end
        }
        isClause = isClause || start > i
      } else if i == start, let end = whole(clauseOpeners, at: i, edges: isEdge, limit: term.upperBound) {
        start = end
        isClause = true
      } else if i == start || isClause || hasSubject(start..<i), !isHeld(i, from: term.lowerBound),
        let end = verb(at: i, edges: isEdge, limit: term.upperBound, english),
        isClause || i > start || !isAct(end..<term.upperBound, english)
      {
        start = end
      }
    }
    return scalarCount(start..<term.upperBound) >= 2 ? start : term.lowerBound
  }

  /// Whether a verb that opens a run belongs to what it is done to, by what stands behind it and what the English is.
  private func isAct(_ range: Range<Int>, _ english: EnglishSide) -> Bool {
    // «สอนงาน (coaching)», «แลกเปลี่ยนเรียนรู้ (knowledge sharing)», «รู้จักตนเอง (self-awareness)»
    if scalarCount(range) < 5 || plainVerbs.match(self, at: range.lowerBound, end: range.upperBound) != nil
      || english.words.hasPrefix("self")
    {
      return true
    }
    let isNoun = startsNoun(at: range.lowerBound, end: range.upperBound)
    // «เขียนโปรแกรม (programming)»; «ใช้|การประเมินผล (evaluation)» has a noun for it.
    if english.isAct, !hasPrefix("การ", at: range.lowerBound), !hasPrefix("ความ", at: range.lowerBound) { return true }
    // «ขยายผลแบบก้าวกระโดด (quantum leap)», «เปลี่ยนคุณภาพอย่างฉับพลัน (emergence)»: what is done and how is the name.
    return range.contains {
      guard bytes[$0] == 0xE0, canBreak(at: $0), $0 > range.lowerBound else { return false }
      return hasPrefix("อย่าง", at: $0, end: range.upperBound) || !isNoun && hasPrefix("แบบ", at: $0, end: range.upperBound)
    }
  }

  /// Whether a verb, or what makes a clause of what follows, may stand where it counts: most terms are let go here.
  private func mayHoldClause(_ term: Range<Int>, of run: Int) -> Bool {
    func begins(_ phrases: PhraseTable<Void>, _ i: Int) -> Bool { phrases.match(self, at: i, end: term.upperBound) != nil }
    return termVerbs.match(self, at: term.lowerBound, end: term.upperBound) != nil || begins(subjects, term.lowerBound)
      || begins(clauseOpeners, term.lowerBound) || begins(clauseOpeners, run) || firstPlace(of: auxiliaries, in: term) != nil
  }

  /// Where a phrase of whole words ends.
  private func whole(_ phrases: PhraseTable<Void>, at i: Int, edges: Set<Int>, limit: Int) -> Int? {
    guard let match = phrases.match(self, at: i, end: limit), edges.contains(i + match.length), i + match.length < limit else {
      return nil
    }
    return i + match.length
  }

  /// Where a verb and the preposition behind it end; nil where the English says it too or no noun can be left.
  private func verb(at i: Int, edges: Set<Int>, limit: Int, _ english: EnglishSide) -> Int? {
    guard let match = termVerbs.match(self, at: i, end: limit), edges.contains(i + match.length),
      !match.value.contains(where: { english.words.contains($0) })
    else { return nil }
    var end = i + match.length
    while let more = whole(behindVerbs, at: end, edges: edges, limit: limit) { end = more }
    return end < limit && scalarCount(end..<limit) >= 2 ? end : nil
  }

  /// «การช่วย…», «ผู้ควร…», «ที่ต้อง…»: the words belong to a noun.
  private func isHeld(_ i: Int, from start: Int) -> Bool { verbHolders.match(self, before: i, from: start) != nil }

  private func hasSubject(_ range: Range<Int>) -> Bool {
    guard let match = subjects.match(self, at: range.lowerBound, end: range.upperBound) else { return false }
    return match.length == range.count || demonstratives.isPhrase(range.lowerBound + match.length..<range.upperBound, of: self)
  }
}

private let clauseBreaker = WordBreaker()
private let plainVerbs = PhraseTable(wordList("เรียนรู้ คิด ทำ เรียน พูด ฟัง เล่น อยู่ กิน ออก ซ้ำ ร่วม รู้"))
private let demonstratives = PhraseTable(wordList("นี้ นั้น เหล่านี้ ทั้งหลาย ดังกล่าว แต่ละคน ทุกคน ส่วนใหญ่"))
private let verbHolders = SuffixTable(wordList("การ ความ ผู้ นัก ที่ อย่าง เครื่อง ตัว ระบบ แบบ วิธี ไม่ กระบวนการ สิ่ง งบ บัญชี"))
private let clauseOpeners = PhraseTable(wordList("ต่อมา จากนั้น ดังนั้น ปัจจุบัน ขณะนี้ นอกจากนี้ นอกจากนั้น เพราะ เนื่องจาก เมื่อ หาก ถ้า แม้ แม้ว่า"))
private let subjects = PhraseTable(
  wordList(
    """
    ผู้เรียน ผู้สอน นักศึกษา นักเรียน นิสิต ครู อาจารย์ ผู้บริหาร ผู้นำ ผู้วิจัย ผู้เขียน เขา เธอ ท่าน เรา บุคคล คน คนไทย พนักงาน บุคลากร พยาบาล แพทย์ ผู้ป่วย ผู้บริโภค ลูกค้า
    นักวิชาการ ประชาชน ชาวบ้าน เกษตรกร สมาชิก รัฐ รัฐบาล หน่วยงาน องค์กร องค์การ บริษัท ธุรกิจ กิจการ โรงเรียน มหาวิทยาลัย ชุมชน สังคม งานวิจัยนี้ บทนี้ หัวข้อนี้ แนวคิดนี้
    ทฤษฎีนี้ ผู้ใช้ ผู้ประกอบการ นักบัญชี ผู้สอบบัญชี ศาล ตำรวจ ผู้ปกครอง พระองค์ พระพุทธเจ้า
    """))
/// Words of time and manner before a verb.
private let auxiliaries = PhraseTable(
  wordList(
    "จะ จะต้อง ต้อง ควร ควรจะ พึง อาจ อาจจะ ย่อม กลับ มัก มักจะ เคย กำลัง ช่วย ช่วยให้ จึง ก็ ยัง คง ได้ สามารถ พยายาม มุ่ง อยาก เริ่ม เพิ่ง ล้วน ต่าง จำเป็นต้อง"
  ))
/// What may stand between a verb and its object.
private let behindVerbs = PhraseTable(
  wordList("ที่ ถึง ว่า กับ ต่อ ให้เกิด เป็น ใน เพียง เฉพาะ ทั้ง แต่ ว่าเป็น ให้ถึง ตาม ไปที่ ไปสู่ ไปยัง มายัง ออกมาเป็น ออกเป็น"))
/// Verbs of academic prose that take an object, each with beginnings of the English words that would say the same.
private let termVerbs = PhraseTable<[String]>(
  """
  แบ่ง divi shar segment split partition categor separ
  แยก separ isolat differentiat segregat split
  จำแนก classif categor discrimin
  ระบุ identif specif indicat
  บ่งชี้ indicat
  บ่มเพาะ cultivat incubat nurtur
  ปลูกฝัง instil inculcat cultivat
  หล่อหลอม sociali mould
  รู้จัก know recogni acquaint aware
  เน้น focus emphas orient center centr
  เน้นย้ำ emphas
  ศึกษา stud educat learn
  เสนอ propos offer present suggest
  นำเสนอ present
  อธิบาย expla describ
  กล่าวถึง mention
  เรียก call
  บัญญัติ legislat coin enact
  กำหนด defin determin set assign pric position schedul
  ใช้ use usage using util appli employ
  เลือก select choice choos elect target option
  เลือกใช้ select
  ปรับใช้ adapt appli adopt
  ประยุกต์ใช้ appl
  นำ lead bring import
  สร้าง creat build construct generat make making form
  ก่อ form
  ก่อให้เกิด generat caus creat
  ทำให้เกิด caus induc generat
  เกิด birth occur emerg
  ส่งเสริม promot enhanc foster
  เสริมสร้าง strengthen build enhanc empower
  เสริม supplement reinforc
  พัฒนา develop
  ยกระดับ upgrad elevat
  เพิ่ม increas add augment enhanc enrich
  ลด reduc decreas lower cut mitigat diminish
  ขจัด eliminat
  กำจัด eliminat dispos
  แก้ไข correct solv revis edit
  ปรับปรุง improv
  ปรับเปลี่ยน chang modif transform
  วัด measur temple valu
  ประเมิน evaluat assess apprais
  ตรวจสอบ audit inspect check verif examin
  ติดตาม monitor track follow
  คำนวณ calcul comput
  วิเคราะห์ analy
  สังเคราะห์ synthes
  ออกแบบ design
  จัดทำ prepar
  จัดตั้ง establish
  ก่อตั้ง found establish
  จัดสรร allocat
  จัดเก็บ stor collect
  เก็บ stor collect keep sav
  รวบรวม collect gather aggregat
  เชื่อมโยง link connect
  เชื่อม link connect join
  บูรณาการ integrat
  ผสาน integrat blend mix
  ผสมผสาน blend mix integrat hybrid
  ถ่ายทอด transfer transmi broadcast
  เผยแพร่ disseminat publish propagat diffus
  แพร่กระจาย spread diffus
  สะท้อน reflect
  สะท้อนให้เห็น reflect
  แสดง show display demonstrat present perform express
  แสดงให้เห็น show demonstrat
  ชี้ให้เห็น point indicat
  ตระหนัก aware reali
  คำนึง consider concern
  พิจารณา consider deliberat
  ให้ความสำคัญ emphas
  มุ่งเน้น focus orient
  อาศัย depend rely bas
  พึ่งพา depend rely relian
  ต้องการ need want demand requir
  คาดหวัง expect
  เข้าใจ understand comprehen
  ยอมรับ accept adopt recogn
  ปฏิเสธ reject deni refus
  หลีกเลี่ยง avoid
  ป้องกัน prevent protect defen
  คุ้มครอง protect
  ควบคุม control regulat disciplin
  กำกับ supervis regulat direct
  กำกับดูแล govern supervis regulat overs
  ดูแล care
  รักษา maintain treat preserv keep retain
  สืบทอด inherit succe transmi
  อนุรักษ์ conserv preserv
  ฟื้นฟู rehabilit restor reviv recover
  ขับเคลื่อน driv propel mobili
  ผลักดัน push driv
  กระตุ้น stimul motivat activat arous
  จูงใจ motivat persua incentiv
  ชักจูง persua
  ทดสอบ test
  ทดลอง experiment tria
  สำรวจ survey explor
  ค้นหา search seek find
  ค้นพบ discover find
  สังเกต observ
  ตีความ interpret
  ทบทวน review
  วางแผน plan
  ดำเนิน operat conduct
  ปฏิบัติ practi perform operat
  เขียน writ author program cod
  อ่าน read litera
  ครอบคลุม cover
  ประกอบ compos assembl
  รวม total combin includ aggregat group merg central
  เผชิญ fac confront cop
  ประสบ experienc
  ได้รับ receiv
  รับ receiv accept tak
  ให้ giv provid grant counsel empower
  มอบ deliver grant
  ส่ง send deliver transmi
  ส่งมอบ deliver
  แลกเปลี่ยน exchang shar
  ซื้อ buy purchas procur
  ขาย sell sale
  ลงทุน invest
  ผลิต produc manufactur
  คิดค้น invent
  ริเริ่ม initiat
  เปิดเผย disclos reveal
  เปลี่ยน chang transform convert shift transition
  แปลง transform convert capitali
  เปรียบเทียบ compar
  เทียบ compar equat
  คัดเลือก select
  คัดกรอง screen filter
  รายงาน report
  บันทึก record log book journal
  ลงทะเบียน regist enrol
  ขยาย expan extend scal
  สอน teach instruct
  ฝึก train practi
  ปรากฏ appear emerg
  พบ find encounter
  เห็น see vis
  มอง view see look
  ถือ hold regard
  ยึด hold adher
  ยึดถือ adher hold
  บรรลุ achiev attain
  ตอบสนอง respon
  สนับสนุน support sponsor
  ละเมิด violat infring breach
  จำกัด limit restrict
  บังคับใช้ enforc
  ออก issu
  ตรา enact
  """.split(whereSeparator: \.isNewline).map { line in
    let words = line.split(separator: " ").map(String.init)
    return (words[0], Array(words.dropFirst()))
  })

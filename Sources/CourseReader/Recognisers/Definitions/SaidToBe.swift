import CourseModel

// What is said of a thing with «เป็น», which says so much else too: a definition only where a kind and what sets the thing apart in it follow.

extension DefinitionRecogniser {
  static let copula = "definition.copula"

  // MARK: ก (2541) เห็นว่า ข เป็น …

  /// Behind a verb of saying and «ว่า»: «ธรรมรัฐเป็นการบริหารที่ …», or «เป็นกระบวนการที่ …» of what stands before who says it.
  mutating func readSaid(_ cue: Cue) -> Int? {
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    if let marker = fronted.match(text, at: start, end: text.count), text.canBreak(at: start + marker.length) {
      let statement = afterMarker(start + marker.length)
      return readFronted(cue, marker: start..<start + marker.length, statement: statement)
    }
    // «พบว่า ก เป็นตัวแปรที่ …» reports a finding.
    if text.hasPrefix("พบ", at: cue.start) { return nil }
    let speaker = speakers.speaker(before: cue.start).flatMap { cue.start - citations[$0].range.upperBound <= 240 ? $0 : nil }
    guard let named = namedCopula(from: text.afterQuotationMark(at: start)), speaker != nil || opensWithSpeaker(before: cue.start)
    else { return nil }
    return add(
      term: named.term, statement: named.statement, marker: text.foldedString(cue.range) + " … เป็น", cue: cue, citation: speaker,
      rule: Self.copula, certainty: .likely)
  }

  /// «สรุปได้ว่า การเรียนรู้เป็นกระบวนการที่ …»: what the chapter itself concludes.
  mutating func readOwnVoice(_ cue: Cue) -> Int? {
    guard text.hasSuffix("ว่า", before: cue.end),
      let named = namedCopula(from: text.afterQuotationMark(at: text.skippingSpaces(from: cue.end, to: text.count)))
    else { return nil }
    return add(
      term: named.term, statement: named.statement, marker: text.foldedString(cue.range) + " … เป็น", cue: cue, rule: Self.copula,
      certainty: .likely)
  }

  /// «ข เป็น …» at `start`, where it says what ข means; `isFramed` where a verb before it leaves no doubt that it does.
  func namedCopula(from start: Int, isFramed: Bool = false) -> (term: Range<Int>, statement: Int)? {
    guard let copula = copula(from: start, limit: min(text.count, start + 240)),
      case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: copula.lowerBound, from: start),
      term.lowerBound - start <= 6, text.scalarCount(term) <= 50,
      saysKind(copula.upperBound, of: term)
        || isFramed && text.startsNoun(at: term.lowerBound, end: term.upperBound)
          && remarkStarts.match(text, at: copula.upperBound, end: text.count) == nil
    else { return nil }
    return (cut(term, isPlain: isPlain, isOpening: isOpening), copula.upperBound)
  }

  /// «การสื่อสารแบบมีส่วนร่วม (participatory communication) นั้น เซอร์วาเอส (1999) มองว่าเป็น …», «“การปลุกจิตสำนึก” (conscientization) ซึ่งเขาอธิบายว่าเป็น …»
  private mutating func readFronted(_ cue: Cue, marker: Range<Int>, statement: Int) -> Int? {
    let wording = text.foldedString(cue.range) + " " + text.foldedString(marker)
    let before = pairs.partitioningIndex { $0.range.upperBound > cue.start }
    if before > 0 {
      let pair = pairs[before - 1]
      let between = text.trimmed(pair.range.upperBound..<cue.start)
      if relativeSubjects.match(text, at: between.lowerBound, end: cue.end) != nil, text.scalarCount(between) <= 40 {
        return add(
          term: pair.term, statement: statement, marker: wording, cue: cue, citation: speakers.speaker(before: cue.start),
          rule: Self.copula, certainty: .likely)
      }
    }
    // «… (2540) ใช้คำว่า วัฒนธรรมนำเที่ยว และอธิบายว่าเป็น …»
    if let speaker = speakers.speaker(before: cue.start), cue.start - citations[speaker].range.upperBound <= 300,
      let word = antecedent(before: cue.start, from: citations[speaker].range.upperBound)
    {
      return add(
        term: word, statement: statement, marker: wording, cue: cue, citation: speaker, rule: Self.copula, certainty: .likely)
    }
    if let (term, speaker) = subject(before: cue) {
      return add(
        term: term, statement: statement, marker: wording, cue: cue, citation: speaker, rule: Self.copula, certainty: .likely)
    }
    // «ชูใจ รักเรียน กล่าวว่า หมายถึง …» under «ความหมายของ ก».
    let speaker = speakerDirectly(before: cue.start)
    guard speaker != nil || opensWithSpeaker(before: cue.start) else { return nil }
    if text.hasPrefix("เป็น", at: marker.lowerBound) {
      // «… ขณะที่ ค (1976) เห็นว่าเป็นข้อมูลที่ …»: of what was defined just before, or of what the heading names.
      guard text.tellsKind(at: statement), remarkStarts.match(text, at: statement, end: text.count) == nil,
        !text.hasPrefix("พบ", at: cue.start)
      else { return nil }
    }
    return add(
      term: cue.range, statement: statement, marker: wording, cue: cue, citation: speaker, isTopical: true,
      needsMeaning: speaker == nil,
      rule: "definition.topic", certainty: .likely)
  }

  /// What stands before the citation that says it at `cue`, set off by its English, quotation marks or «นั้น».
  private func subject(before cue: Cue) -> (term: Range<Int>, speaker: Int)? {
    let count = speakers.count(upTo: cue.start)
    guard count > 0, citations[count - 1].isSubject, cue.start - citations[count - 1].range.upperBound <= 60 else { return nil }
    let floor = count > 1 ? citations[count - 2].range.upperBound : 0
    let name = text.startOfDoubleName(before: text.startOfNameInWords(before: citations[count - 1].range.lowerBound))
    let end = text.skippingSpaces(before: name, from: floor)
    guard case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: end, from: floor),
      !isPlain || text.hasSuffix("นั้น", before: end, from: floor)
    else { return nil }
    // «การประเมินผลกระทบสิ่งแวดล้อม หรืออีไอเอ (…) นั้น»: called by the first of its names.
    let or = text.skippingSpaces(before: term.lowerBound, from: floor)
    if text.hasSuffix("หรือ", before: or, from: floor) {
      let first = text.run(endingAt: text.skippingSpaces(before: or - 12, from: floor), from: floor)
      if !first.isEmpty { return (text.withoutTermTail(first), count - 1) }
    }
    return (cut(term, isPlain: isPlain, isOpening: isOpening), count - 1)
  }

  /// «เป็น» as the verb of what begins at `start`: no space before it but around English in brackets and before «เป็น» itself.
  private func copula(from start: Int, limit: Int) -> Range<Int>? {
    var i = start
    while i < limit {
      if text.spaceLength(at: i) > 0 {
        i = text.skippingSpaces(from: i, to: limit)
        guard i < limit, text.bytes[i] == 0x28 || text.hasPrefix("เป็น", at: i) else { return nil }
        if text.bytes[i] == 0x28 {
          guard let close = text.firstIndex(of: 0x29, in: i..<min(limit, i + 120)) else { return nil }
          i = text.skippingSpaces(from: close + 1, to: limit)
          if text.hasPrefix("นั้น", at: i) { i = text.skippingSpaces(from: i + 12, to: limit) }
          return text.hasPrefix("เป็น", at: i) && text.canBreak(at: i + 12) ? i..<i + 12 : nil
        }
      }
      if i > start, text.bytes[i] == 0xE0, text.hasPrefix("เป็น", at: i), text.canBreak(at: i), text.canBreak(at: i + 12),
        // «… มีส่วนเกี่ยวข้องในฐานะเป็นตัวแปร …»
        !text.hasSuffix("ฐานะ", before: i, from: start),
        !text.isShielded(i..<i + 12) || nounsInKan.match(text, before: i, from: start) != nil
          || kindsAfterAll.match(text, at: i + 12, end: text.count) != nil
      {
        return i..<i + 12
      }
      i = text.after(i)
    }
    return nil
  }

  // MARK: ก เป็น … under the heading ก

  /// «การจัดการความรู้ เป็นกระบวนการที่ …» opens a passage: a meaning where the heading names the term.
  mutating func readOpening() {
    var start = 0
    // «ในสาขาสังคมวิทยา ครอบครัวเป็น …»
    if fields.match(text, at: 0, end: text.count) != nil {
      start = text.skippingSpaces(from: text.endOfRun(at: 0, limit: text.count, longest: 120), to: text.count)
    }
    guard let named = namedCopula(from: start), named.term.lowerBound == start else { return }
    let before = found.count
    _ = add(
      term: named.term, statement: named.statement, marker: "เป็น", cue: Cue(.is, named.term.upperBound..<named.statement),
      rule: Self.copula, certainty: .likely)
    if found.count > before { found[before].needsHeading = true }
  }

  // MARK: ก (english) : …

  /// «ปัจจัยนำเข้า (input) : ทรัพยากรที่ …» opens a passage, and a kind stands behind the colon.
  mutating func readColon() {
    guard let pair = pairs.first, !isClosed(pair.range), opensPassage(pair) else { return }
    let colon = text.skippingSpaces(from: pair.range.upperBound, to: text.count)
    guard colon < text.count, text.bytes[colon] == UInt8(ascii: ":") else { return }
    let statement = text.skippingSpaces(from: colon + 1, to: text.count)
    guard saysKind(statement, of: pair.term), !found.contains(where: { $0.term == pair.term }) else { return }
    _ = add(
      term: pair.term, statement: statement, marker: ":", cue: Cue(.is, colon..<colon + 1), rule: "definition.colon",
      certainty: .likely)
  }

  private func opensPassage(_ pair: TermPairDraft) -> Bool {
    pair.term.lowerBound == text.firstWordOfItem(limit: text.count)
  }

  // MARK: ก (english) เป็น …

  /// «ภูมิปัญญาท้องถิ่น (local wisdom) เป็นองค์ความรู้ที่ …»: a term that opens a sentence.
  mutating func readCopulas() {
    for pair in pairs where !isClosed(pair.range) {
      var start = text.skippingSpaces(from: pair.range.upperBound, to: text.count)
      if text.hasPrefix("นั้น", at: start) { start = text.skippingSpaces(from: start + 12, to: text.count) }
      // «สมมติฐาน (hypothesis) ในมุมมองของ ก (1986: 17) เป็นข้อความที่ …»
      var said: Int?
      if views.match(text, at: start, end: text.count) != nil {
        let next = speakers.count(upTo: start)
        if next < citations.count, citations[next].range.lowerBound - start <= 200 {
          said = next
          start = text.skippingSpaces(from: citations[next].range.upperBound, to: text.count)
        }
      }
      guard said != nil || start - pair.range.upperBound <= 16, text.hasPrefix("เป็น", at: start), text.canBreak(at: start + 12),
        opensSentence(pair), saysKind(start + 12, of: pair.term)
      else { continue }
      _ = add(
        term: pair.term, statement: start + 12, marker: "เป็น", cue: Cue(.is, start..<start + 12), citation: said, rule: Self.copula,
        certainty: .likely)
    }
  }

  /// «ในทัศนะของ ก (2550) ความเป็นอิสระทางการคลังเป็นความสามารถของ …», «ก (1964) “การเรียนรู้เป็นการเปลี่ยนแปลง …”»: whose view it is, and then
  /// the sentence.
  mutating func readViews() {
    for (index, citation) in citations.enumerated() where citation.isSubject {
      let before = text.skippingSpaces(before: citation.range.lowerBound, from: max(0, citation.range.lowerBound - 30))
      let start = text.skippingSpaces(from: citation.range.upperBound, to: text.count)
      let inside = text.afterQuotationMark(at: start)
      guard inside > start || viewsOf.match(text, before: before, from: max(0, before - 90)) != nil,
        let named = namedCopula(from: inside), !found.contains(where: { $0.statement.lowerBound == named.statement })
      else { continue }
      _ = add(
        term: named.term, statement: named.statement, marker: "เป็น", cue: Cue(.is, start..<named.statement), citation: index,
        rule: Self.copula, certainty: .likely)
    }
  }

  /// Nothing before the term in its run but a word that leads in.
  private func opensSentence(_ pair: TermPairDraft) -> Bool {
    let start = text.quotationMark(before: pair.term.lowerBound)
    let floor = speakers.floor(before: start)
    if start <= floor || text.spaceLength(before: start) > 0 { return true }
    let run = text.token(endingAt: start, from: max(floor, start - 90))
    // «ก (a) เป็น … และข (b) เป็น …»: one sentence after another.
    if text.string(run) == "และ", let last = found.last, last.rule == Self.copula, start - last.statement.lowerBound <= 900 {
      return true
    }
    return !run.isEmpty && text.opensThought(at: run.lowerBound)
  }

  /// A kind at `i` and what sets `term` apart in it; no remark («เป็นสิ่งสำคัญ», «เป็นคำที่มาจาก …»).
  private func saysKind(_ i: Int, of term: Range<Int>) -> Bool {
    guard remarkStarts.match(text, at: i, end: text.count) == nil else { return false }
    let head = term.lowerBound..<min(term.upperBound, term.lowerBound + 9)
    guard
      meaningStarts.match(text, at: i, end: text.count) != nil
        || text.bytes[i..<min(text.count, i + head.count)].elementsEqual(text.bytes[head])
    else { return false }
    let end = text.endOfRun(at: i, limit: text.count, longest: 400)
    if text.hasSuffix("ที่สุด", before: end, from: i) { return false }
    if let relative = text.relative(in: i..<end) {
      // «… เป็นสิ่งที่ผู้บริโภคมักนำไปเปรียบเทียบ»
      return remarkRelatives.match(text, at: relative, end: text.count) == nil && !text.tellsHabit(in: relative..<end)
    }
    // «… เป็นการประเมินตนเองว่ามีความสามารถ …»
    if text.hasPrefix("การ", at: i), text.that(after: i, limit: end) != nil { return true }
    // «… เป็นระบบของกิจกรรม ซึ่ง …», «… เป็นการทำงานร่วมกัน เพื่อ …»
    var next = text.skippingSpaces(from: end, to: text.count)
    // «… เป็นกระบวนการ (process) ที่ …»
    if next < text.count, text.bytes[next] == 0x28, let close = text.firstIndex(of: 0x29, in: next..<min(text.count, next + 120)) {
      next = text.skippingSpaces(from: close + 1, to: text.count)
    }
    return purposes.match(text, at: next, end: text.count) != nil
  }
}

extension ReadingText {
  /// «มัก» as a word.
  fileprivate func tellsHabit(in range: Range<Int>) -> Bool {
    range.contains {
      bytes[$0] == 0xE0 && hasPrefix("มัก", at: $0, end: range.upperBound) && canBreak(at: $0) && canBreak(at: $0 + 9)
    }
  }

  /// «การออมเป็น …»: whether «เป็น» stands in the first words. Looks at 150 bytes.
  func opensWithCopula() -> Bool {
    let end = min(count, 150)
    var i = 0
    while i + 12 <= end {
      if bytes[i] == 0xE0, hasPrefix("เป็น", at: i) { return true }
      i = after(i)
    }
    return false
  }
}

/// A kind that a meaning is told by.
let meaningStarts = PhraseTable(
  wordList(
    """
    โอกาส ซอฟต์แวร์ ข่าวสาร
    การ ความ กระบวนการ กระบวน วิธี วิถี ภาวะ สภาพ สภาวะ สภาวการณ์ ระบบ พฤติกรรม ปรากฏการณ์ แนวโน้ม สิ่ง ผลของ ผลจาก ผลรวม ผลต่าง ระยะห่าง ระยะเวลา ช่วง จำนวน บุคคล กลุ่มคน กลุ่มบุคคล กลุ่มขององค์ประกอบ กลไก ชุดของ
    พลัง อำนาจ ศิลปะ ศาสตร์ วิชา สาขา ทักษะ สมรรถนะ คุณลักษณะ คุณสมบัติ ลักษณะ รูปแบบ แบบแผน โครงสร้าง เครื่องมือ เทคนิค กิจกรรม องค์ความรู้ องค์การ องค์กร หน่วยงาน หน่วย สถาบัน เครือข่าย ชุมชน สังคม พื้นที่ อาณาบริเวณ ห้วงเวลา
    ทัศนคติ เจตคติ ค่านิยม ความคิด แนวคิด แนวทาง แนวปฏิบัติ หลักการ หลักเกณฑ์ หลักธรรม ธรรม กฎ กติกา บรรทัดฐาน ข้อตกลง ข้อความ ข้อเท็จจริง ข้อมูล สารสนเทศ คุณภาพ คุณค่า ค่า ระดับ อัตรา สัดส่วน ต้นทุน ทรัพยากร ทุน ทรัพย์ สินค้า บริการ
    ตลาด สถานการณ์ สถานที่ เหตุการณ์ สิทธิ ปรัชญา อุดมการณ์ วาทกรรม ตัวแปร ปัจจัย องค์ประกอบ ผู้ คน เรื่องราว ส่วนเกิน ส่วนหนึ่ง ส่วนของ ประเภทหนึ่ง โรค ภาพ ข่าย สัญญา นิติกรรม ศักยภาพ ขีดความสามารถ ประสบการณ์ อารมณ์ แรง
    โลก คำ วัฒนธรรม ประเพณี พิธี หลัก แผน โครงการ โปรแกรม อุปกรณ์ ที่ตั้ง ที่ที่ ขั้น
    """))
/// What «เป็น» says that is no meaning.
let remarkStarts = PhraseTable(
  wordList(
    """
    วิชาที่นักศึกษา วิชาที่นักเรียน วิชาที่ผู้เรียน เนื้อหาที่ หัวข้อที่
    สิ่งสำคัญ สิ่งจำเป็น สิ่งที่สำคัญ สิ่งที่จำเป็น สิ่งที่ต้อง สิ่งที่ควร สิ่งที่มีความสำคัญ สิ่งที่มีมา สิ่งที่เกิดขึ้นมา สิ่งที่หลีกเลี่ยง สิ่งที่เข้าใจ ปัจจัยสำคัญ ปัจจัยหลัก ปัจจัยที่สำคัญ ปัจจัยที่มีผล ปัจจัยที่ส่งผล ปัจจัยที่มีอิทธิพล ปัจจัยหนึ่ง เครื่องมือสำคัญ เครื่องมือที่สำคัญ ผลจาก ผลมาจาก
    ผลงาน ผลพลอยได้ คำว่า คำเรียก คำกล่าว คำศัพท์ คำที่ คำซึ่ง คำภาษา คำถาม คำตอบ คำแปล คำใหม่ แนวคิดที่สำคัญ แนวคิดสำคัญ แนวคิดที่มี แนวคิดที่ได้ แนวคิดที่เกิด แนวคิดที่เริ่ม แนวคิดที่ถูก แนวคิดหลัก แนวคิดของ เรื่องที่ เรื่องสำคัญ ส่วนหนึ่งของ ส่วนหนึ่งใน ส่วนสำคัญ ประเด็น ปัญหา หัวใจ รากฐาน พื้นฐาน
    ความจริงที่ ความท้าทาย ความจำเป็น การยาก การง่าย คนแรก ผู้เสนอ ผู้คิด ผู้ริเริ่ม ผู้บุกเบิก ผู้นำเสนอ ผู้ตั้ง ผู้ใช้คำ บุคคลแรก องค์กรแรก งานของ งานที่ ข้อแรก ข้อที่ ขั้นที่ ขั้นแรก ขั้นสุดท้าย ความเข้าใจผิด
    """))
/// What is said about a thing rather than what sets it apart: «ปรากฏการณ์ที่ถูกศึกษามาก», «วิธีหนึ่งที่ได้รับการพิสูจน์แล้ว».
private let remarkRelatives = PhraseTable(
  wordList(
    "ที่ถูก ที่ได้รับ ที่พบ ที่นิยม ที่มีผู้ ที่มีความสำคัญ ที่สำคัญ ที่ใช้กัน ที่ยัง ที่ต้อง ที่ควร ที่น่า ที่เรา ที่ตัวแบบ ที่มีบทบาท ที่มีชื่อเสียง ที่รู้จัก ซึ่งได้รับ ที่หลาย ที่มักจะ ที่แพร่หลาย ที่แตกต่าง ที่ดี ที่สุด ที่มีอิทธิพล ที่ส่งผล ที่มีผล"
  ))
/// «การจัดการ|เป็น …», not «การเป็น …».
private let nounsInKan = SuffixTable(
  wordList("จัดการ บริการ องค์การ วิชาการ ราชการ โครงการ กิจการ สวัสดิการ วิทยาการ พัฒนาการ วิวัฒนาการ บูรณาการ สถานการณ์ ประสบการณ์"))
/// «เป็นระบบการจัดการ…» says a kind; «อย่างเป็นระบบ» does not.
private let kindsAfterAll = PhraseTable(
  wordList("ระบบ หลัก").flatMap { (kind: String) -> [String] in wordList("การ ความ ที่ ของ ซึ่ง แห่ง").map { "\(kind)\($0)" } })
private let viewsOf = SuffixTable(
  ["ทัศนะ", "ทรรศนะ", "มุมมอง", "ความเห็น", "ความคิด", "ความหมาย"].map { $0 + "ของ" })
private let views = PhraseTable(
  wordList("ในมุมมอง ในทัศนะ ในทรรศนะ ในความหมาย ในความเห็น ตามความหมาย ตามทัศนะ ตามแนวคิด ตามนิยาม ตามความเห็น ตามที่ ตามทฤษฎี ตามนัย"))
private let fronted = PhraseTable(wordList("เป็น คือ หมายถึง หมายความถึง หมายความว่า"))
private let relativeSubjects = PhraseTable(wordList("ซึ่ง อัน ที่เขา ที่เธอ ที่ท่าน ที่นักวิชาการ"))
private let fields = PhraseTable(wordList("ในสาขา ในทาง ในวิชา ในแวดวง ในวงการ"))
private let purposes = PhraseTable(wordList("เพื่อ ซึ่ง โดย ที่ อัน"))

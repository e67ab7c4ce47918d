import CourseModel

// «ความผูกพัน มีผู้ให้ความหมายไว้หลายท่าน» names what is defined; the people who define it are told after it and do not name it again.

extension DefinitionRecogniser {
  /// What may stand between a frame and its «ว่า» and name nothing.
  private static let topicalTails = PhraseTable(wordList("ไว้ ไว้ดังนี้ เอาไว้ ในทำนองเดียวกัน ไว้อย่างกว้าง_ๆ ไว้สั้น_ๆ สั้น_ๆ"))

  /// Nothing, or only «ไว้» and its like.
  func isTopicalTail(_ range: Range<Int>) -> Bool { range.isEmpty || Self.topicalTails.isPhrase(range, of: text) }

  /// Whether a frame says that a term has several meanings, and remembers which.
  mutating func readTopic(_ cue: Cue) -> Bool {
    let floor = speakers.floor(before: cue.start)
    let before = text.skippingSpaces(before: cue.start, from: floor)
    let rest = text.skippingSpaces(from: cue.end, to: text.count)
    if let somebody = somebodyBefore.match(text, before: before, from: floor) {
      let end = before - somebody.length
      if case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: end, from: floor) {
        topics.append(cut(term, isPlain: isPlain, isOpening: isOpening))
        return true
      }
      // «มีผู้ให้ความหมายของความผูกพันไว้หลายท่าน»
      if let term = topicAfter(cue) {
        topics.append(term)
        return true
      }
      return false
    }
    // «นักจิตวิทยาให้คำจำกัดความไว้ต่าง ๆ กัน» names who, not what.
    if severalWays.match(text, at: rest, end: text.count) != nil {
      let run = text.run(endingAt: before, from: floor)
      if people.match(text, at: run.lowerBound, end: run.upperBound) != nil { return true }
    }
    if severalWays.match(text, at: rest, end: text.count) != nil,
      case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: cue.start, from: floor)
    {
      topics.append(cut(term, isPlain: isPlain, isOpening: isOpening))
      return true
    }
    return false
  }

  /// «… ของ ก ไว้»
  private func topicAfter(_ cue: Cue) -> Range<Int>? {
    var start = text.skippingSpaces(from: cue.end, to: text.count)
    while let lead = topicLeads.match(text, at: start, end: text.count) {
      start = text.skippingSpaces(from: start + lead.length, to: text.count)
    }
    var end = start
    while end < text.count, text.isThaiLetter(at: end), end - start <= 180,
      topicEnds.match(text, at: end, end: text.count) == nil || !text.canBreak(at: end)
    { end = text.after(end) }
    let term = text.withoutTermTail(start..<end)
    return start > cue.end && (3...50).contains(text.scalarCount(term)) ? text.headOfTerm(term) : nil
  }

  /// «ก (2540) ให้ความหมายไว้ว่า …», no term between.
  mutating func readTopical(_ cue: Cue, that: Range<Int>, wording: String) -> Int? {
    let speaker = speakerDirectly(before: cue.start)
    guard speaker != nil || opensWithSpeaker(before: cue.start),
      isTopicalTail(text.trimmed(cue.end..<that.lowerBound))
    else { return nil }
    var statement = text.skippingSpaces(from: that.upperBound, to: text.count)
    let inside = text.afterQuotationMark(at: statement)
    if let marker = topicalMarkers.match(text, at: inside, end: text.count), text.canBreak(at: inside + marker.length) {
      statement = text.skippingSpaces(from: inside + marker.length, to: text.count)
    }
    // «… ให้คำนิยามว่า การรู้สารสนเทศเป็นความสามารถ …»
    if let named = namedCopula(from: text.afterQuotationMark(at: statement), isFramed: true) {
      return add(
        term: named.term, statement: named.statement, marker: wording + " ว่า … เป็น", cue: cue, citation: speaker,
        rule: "definition.frame", certainty: .likely)
    }
    return add(
      term: cue.range, statement: statement, marker: wording + " ว่า", cue: cue, citation: speaker, isTopical: true,
      rule: "definition.topic", certainty: .likely)
  }

  /// «ก (2539) ให้หมายถึง …», «ก (2539) หมายถึง …».
  mutating func readTopicalMarker(_ cue: Cue, statement: Int) -> Int? {
    guard let speaker = speakerDirectly(before: cue.start) else { return nil }
    return add(
      term: cue.range, statement: statement, marker: text.foldedString(cue.range), cue: cue, citation: speaker, isTopical: true,
      rule: "definition.topic", certainty: .likely)
  }

  /// «หมายถึง เครื่องมือต่าง ๆ ที่ …»: a passage that begins so says what its heading means.
  mutating func readHeadedMarker(_ cue: Cue) -> Int? {
    let statement = afterMarker(cue.end)
    guard cue.start == text.firstWord(markWithin: 24), meaningStarts.match(text, at: statement, end: text.count) != nil else {
      return nil
    }
    // «คือ» says so much else.
    return add(
      term: cue.range, statement: statement, marker: text.foldedString(cue.range), cue: cue, isTopical: true,
      needsMeaning: cue.kind == .is, rule: "definition.topic", certainty: .likely)
  }

  /// «ก (2560: 29) สภาวการณ์ที่บุคคล …»: under «ความหมายของ …» a name, a year and a sentence that begins with a kind need no verb between.
  mutating func readVerbless() {
    guard let first = citations.first, first.isSubject, first.form != .secondary || first.year != nil,
      first.range.lowerBound == text.firstWord(markWithin: 24)
    else { return }
    let statement = text.skippingSpaces(from: first.range.upperBound, to: text.count)
    guard statement > first.range.upperBound, text.tellsKind(at: statement), text.scalarCount(statement..<text.count) >= 40,
      remarkStarts.match(text, at: statement, end: text.count) == nil,
      !cues.contains(where: { $0.kind == .said || $0.kind == .frame })
    else { return }
    let cue = Cue(.is, first.range.upperBound..<statement)
    _ = add(
      term: cue.range, statement: statement, marker: "ความหมาย", cue: cue, citation: 0, isTopical: true, needsMeaning: true,
      rule: "definition.topic", certainty: .likely)
  }

  /// «ส่วนพัทนัม (Putnam, 1993) ว่าได้แก่ …»: «ว่า» with no verb before it, of what was defined last or what the heading names.
  mutating func readBareSaying() {
    for (index, citation) in citations.enumerated() where citation.isSubject {
      let that = text.skippingSpaces(from: citation.range.upperBound, to: text.count)
      guard that > citation.range.upperBound, let marker = bareSayings.match(text, at: that, end: text.count),
        text.canBreak(at: that + marker.length), !found.contains(where: { $0.citation == index })
      else { continue }
      let statement = afterMarker(that + marker.length)
      guard text.tellsKind(at: statement), remarkStarts.match(text, at: statement, end: text.count) == nil else { continue }
      let cue = Cue(.said, that..<that + marker.length)
      let before = found.last { $0.statement.lowerBound < that && $0.termUnit == nil && !$0.isTopical }
      _ = add(
        term: before?.term ?? cue.range, statement: statement, marker: text.foldedString(cue.range), cue: cue, citation: index,
        isTopical: before == nil, rule: before == nil ? "definition.topic" : Self.copula, certainty: .likely)
    }
  }

  /// The citation that names the subject of a verb at `i`, nothing but particles between.
  func speakerDirectly(before i: Int) -> Int? {
    let count = speakers.count(upTo: i)
    guard count > 0, citations[count - 1].isSubject, citations[count - 1].range.upperBound <= i else { return nil }
    let gap = text.trimmed(citations[count - 1].range.upperBound..<i)
    if gap.isEmpty || particles.isPhrase(gap, of: text) { return count - 1 }
    // «ธนาคารโลก (1992) ซึ่งเป็นองค์กรแรกที่ใช้คำนี้ ให้ความหมายว่า …»
    guard asideStarts.match(text, at: gap.lowerBound, end: gap.upperBound) != nil, gap.count <= 270, gap.upperBound < i else {
      return nil
    }
    return cues[cues.partitioningIndex { $0.start >= gap.lowerBound }...].prefix { $0.start < i }
      .contains { [.means, .is, .frame, .comprises, .called].contains($0.kind) } ? nil : count - 1
  }
}

extension Outline {
  /// What is defined in a unit that does not name it: named by a paragraph before it in its section, or by its heading («ความหมายของ …», a noun
  /// alone), or defined by somebody in the paragraphs before.
  ///
  /// `isAnnounced` asks for one that is said to be defined: of a paragraph, or of a heading «ความหมายของ …».
  func topic(of unit: Int, _ readings: [UnitReading], isAnnounced: Bool = false) -> (unit: Int, range: Range<Int>)? {
    let heading = headingUnit(of: unit) ?? -1
    var defined: (unit: Int, range: Range<Int>)?
    for before in stride(from: unit - 1, to: max(heading, unit - 16), by: -1) {
      if let topic = readings[before].topics.last { return (before, topic) }
      if defined == nil, !isAnnounced,
        let said = readings[before].definitions.last(where: { $0.kind == .definition && $0.citation != nil && !$0.isTopical })
      {
        defined = (before, said.term)
      }
    }
    guard heading >= 0 else { return defined }
    if let topic = units[heading].passage.text.titleTopic() { return (heading, topic) }
    return isAnnounced ? nil : defined ?? units[heading].passage.text.titleNoun().map { (heading, $0) }
  }

  /// Whether the heading of a unit, or the chapter's title, names `term`.
  func isHeaded(_ unit: Int, by term: [UInt8]) -> Bool {
    [headingUnit(of: unit), title?.unit].contains { $0.map { units[$0].passage.text.bytes.contains(term) } ?? false }
  }

  /// The heading a unit stands under; the chapter's title for what stands under no other.
  private func headingUnit(of unit: Int) -> Int? {
    units[unit].section.map { sections[$0].unit } ?? title.flatMap { $0.unit < unit ? $0.unit : nil }
  }
}

extension ReadingText {
  /// «2.1 เจตคติ»: a heading that is one noun.
  fileprivate func titleNoun() -> Range<Int>? {
    let start = firstWord(markWithin: count)
    var term = trimmed(start..<count)
    if let open = firstIndex(of: 0x28, in: term) { term = trimmed(term.lowerBound..<open) }
    guard (3...40).contains(scalarCount(term)), isThaiLetter(at: term.lowerBound),
      !term.contains(where: { spaceLength(at: $0) > 0 }),
      splitAtAnd(term).joiner == nil, notTopics.match(self, at: term.lowerBound, end: term.upperBound) == nil
    else { return nil }
    return term
  }

  /// «2.1 ความหมายของความผูกพันต่อองค์การ» → «ความผูกพันต่อองค์การ».
  fileprivate func titleTopic() -> Range<Int>? {
    let start = firstWord(markWithin: count)
    guard let meaning = titleMeanings.match(self, at: start, end: count) else { return nil }
    var term = trimmed(start + meaning.length..<count)
    // «ความหมายและความสำคัญของการนิเทศ»
    if hasPrefix("และ", at: term.lowerBound) {
      guard let of = bytes[term].indices.last(where: { bytes[$0] == 0xE0 && hasPrefix("ของ", at: $0) && canBreak(at: $0 + 9) })
      else {
        return nil
      }
      term = trimmed(of + 9..<term.upperBound)
    }
    if let open = firstIndex(of: 0x28, in: term) { term = trimmed(term.lowerBound..<open) }
    return (2...60).contains(scalarCount(term)) && isThaiLetter(at: term.lowerBound) ? term : nil
  }
}

private let notTopics = PhraseTable(
  wordList(
    "บทนำ ความนำ สรุป ความสำคัญ ประเภท องค์ประกอบ ลักษณะ แนวคิด ทฤษฎี ประวัติ ความเป็นมา วัตถุประสงค์ ประโยชน์ หลักการ รูปแบบ ปัจจัย คำถาม บทสรุป ผล วิธี งานวิจัย การวิจัย การทบทวน อภิปราย ข้อเสนอ ข้อค้นพบ นักวิชาการ นิยามศัพท์ ความหมาย ที่มา บทเรียน กรณี ตัวอย่าง"
  ))
private let somebodyBefore = SuffixTable(
  ["มีผู้", "ได้มีผู้", "มีนักวิชาการ", "ได้มีนักวิชาการ", "มีนักการศึกษา", "มีนักคิด", "นักวิชาการ"].flatMap { somebody in
    ["", "หลายท่าน", "หลายคน", "จำนวนมาก", "หลายท่านได้", "ได้", "หลายคนได้"].map { somebody + $0 }
  }.filter { $0 != "นักวิชาการ" && $0 != "นักวิชาการได้" })
private let severalWays = PhraseTable(
  wordList("ได้หลาย ได้เป็นหลาย ไว้หลาย ไว้ต่าง ไว้แตกต่าง ต่าง_ๆ ต่างกัน แตกต่างกัน ไว้ดังนี้ ได้ต่าง"))
private let topicLeads = PhraseTable(wordList("ของ คำว่า เกี่ยวกับ"))
private let topicEnds = PhraseTable(wordList("ไว้ แตกต่าง ต่าง_ๆ หลาย ดังนี้"))
private let topicalMarkers = PhraseTable(wordList("เป็น คือ หมายถึง หมายความถึง ได้แก่"))
private let bareSayings = PhraseTable(wordList("ว่าเป็น ว่าหมายถึง ว่าได้แก่ ว่าคือ"))
private let particles = PhraseTable(wordList("ได้ ยังได้ ก็ได้ จึงได้ ยัง ก็ เคย"))
private let people = PhraseTable(wordList("นัก ผู้ ตำรา หน่วยงาน องค์กร ปราชญ์ คณาจารย์ ท่าน"))
private let asideStarts = PhraseTable(wordList("ซึ่ง ผู้ นัก"))
private let titleMeanings = PhraseTable(
  ["ความหมาย", "นิยาม", "คำนิยาม", "คำจำกัดความ", "บทนิยาม", "แนวคิดและความหมาย", "ความหมายและนิยาม"].flatMap { [$0 + "ของ", $0] })

// Verbs that announce a meaning, and the term between them and «ว่า».
extension DefinitionRecogniser {
  // MARK: กล่าวถึง ก ว่า …, ให้ความหมายของ ก ว่า …

  mutating func readFrame(_ cue: Cue, index: Int) -> Int? {
    let frame = Frame(text, cue)
    if readTopic(cue) || isNoun(cue) { return nil }
    // «อธิบายวัฒนธรรมว่า …» only as what somebody does.
    if !frame.givesMeaning, !frame.isBare, speakerDirectly(before: cue.start) == nil, !namesSpeaker(before: cue.start) {
      return nil
    }
    if conditionWords.match(text, before: text.skippingSpaces(before: cue.start, from: max(0, cue.start - 12)), from: 0) != nil {
      return nil
    }
    var limit = min(text.count, cue.end + 270)
    let next = speakers.count(upTo: cue.end)
    if next < citations.count { limit = min(limit, citations[next].range.lowerBound) }
    guard let that = text.that(after: cue.end, limit: limit) else {
      if frame.givesMeaning { return readBareMeaning(cue, limit: limit) }
      return frame.isBare ? readBareFrame(cue) : nil
    }
    // «… อธิบายถึงสาเหตุของพฤติกรรม ดังที่ ก กล่าวว่า …»: somebody else's «ว่า».
    if !frame.givesMeaning, cues[(index + 1)...].prefix(while: { $0.start < that.lowerBound }).contains(where: { $0.kind == .said })
    {
      return nil
    }
    guard !hasMarker(after: index, before: that.lowerBound) else {
      return frame.givesMeaning ? readBareMeaning(cue, limit: limit) : nil
    }
    var said: Int?
    var framed = frameTerm(cue.end..<that.lowerBound)
    if isAnaphor(cue.end..<that.lowerBound) {
      framed = antecedent(before: cue.start, from: max(0, cue.start - 900))
      if framed == nil { return nil }
    }
    if framed == nil, frame.givesMeaning, let topic = topic(before: cue, that: that) {
      (framed, said) = (topic.term, topic.citation)
    }
    if text.string(text.trimmed(cue.end..<that.lowerBound)) == "กัน" {
      // «เมืองอัจฉริยะ (smart city) นั้น นิยามกันว่าเป็น …»
      var end = text.skippingSpaces(before: cue.start, from: 0)
      if text.hasSuffix("นั้น", before: end, from: 0) { end -= 12 }
      guard frame.givesMeaning, case .term(let term, _, _)? = setOff(before: end) else { return nil }
      framed = term
    }
    guard let term = framed else {
      guard frame.givesMeaning else { return nil }
      if let end = readContinued(cue, that: that, wording: frame.wording) { return end }
      return readQuotedFrame(cue, that: that, wording: frame.wording)
        ?? (markerOpening(text.skippingSpaces(from: that.upperBound, to: text.count), index: index) == nil
          ? readTopical(cue, that: that, wording: frame.wording) : nil)
    }
    let after = text.skippingSpaces(from: that.upperBound, to: text.count)
    var start = after
    var marker = frame.wording
    if let word = statementMarkers.match(text, at: after, end: text.count) {
      start = text.skippingSpaces(from: after + word.length, to: text.count)
      marker += " " + text.string(after..<after + word.length)
      if !frame.givesMeaning, remarkStarts.match(text, at: start, end: text.count) != nil { return nil }
    } else if !frame.givesMeaning {
      // «ก (2515: 6) อธิบายวัฒนธรรมว่า สิ่งที่มนุษย์ …»
      guard text.tellsKind(at: after), speakerDirectly(before: cue.start) != nil, markerOpening(after, index: index) == nil else {
        return nil
      }
    }
    // «กล่าวว่า เครือข่าย หมายถึง …»: another marker says it better.
    var consumed = start
    if frame.givesMeaning, start == after, let next = markerOpening(after, index: index) {
      // «… ให้ความหมายของเครือข่ายว่า เครือข่าย หมายถึง …» says the same term again, and better; another word is part of the statement.
      // «ให้นิยามคลาสสิกว่า วัฒนธรรมคือ …»: what stands between is said of the meaning, no term.
      // «… ของความพึงพอใจไว้ว่า พึงพอใจ หมายถึง …»: the same word, made a noun.
      if text.bytes[term].suffix(next.term.count).elementsEqual(text.bytes[next.term])
        || !text.startsNoun(at: term.lowerBound, end: term.upperBound)
      {
        return nil
      }
      consumed = next.cue.end
    }
    // «… ให้ความหมายของการจัดการความรู้ไว้ว่า “การจัดการความรู้ หรือที่เรียกย่อ ๆ ว่า KM คือ …”»
    if frame.givesMeaning, start == after, consumed == start, let restated = restatement(of: term, at: after, index: index) {
      (start, consumed) = (restated.statement, restated.statement)
      marker += " … " + restated.wording
    }
    guard
      add(term: term, statement: start, marker: marker, cue: cue, citation: said, rule: "definition.frame", certainty: .sure) != nil
    else {
      return nil
    }
    return consumed
  }

  /// «ให้คำนิยามไว้ว่า “การกระจายอำนาจปกครอง” เป็นวิธีที่ …»
  private mutating func readQuotedFrame(_ cue: Cue, that: Range<Int>, wording: String) -> Int? {
    let start = text.skippingSpaces(from: that.upperBound, to: text.count)
    guard let quoted = text.quotation(startingAt: start), text.scalarCount(quoted.inside) <= 70 else { return nil }
    let after = text.skippingSpaces(from: quoted.end, to: text.count)
    guard let word = statementMarkers.match(text, at: after, end: text.count) else { return nil }
    return add(
      term: quoted.inside, statement: text.skippingSpaces(from: after + word.length, to: text.count),
      marker: wording + " " + text.string(after..<after + word.length), cue: cue, rule: "definition.frame", certainty: .sure)
  }

  /// «การเสริมพลังอำนาจ (empowerment) Rappaport (1984) ให้ความหมายว่าเป็น …»: the term comes first, set off by its English or its quotation marks.
  private func topic(before cue: Cue, that: Range<Int>) -> (term: Range<Int>, citation: Int)? {
    let count = speakers.count(upTo: cue.start)
    guard count > 0, isTopicalTail(text.trimmed(cue.end..<that.lowerBound)),
      citations[count - 1].isSubject,
      cue.start - citations[count - 1].range.upperBound <= 30,
      statementMarkers.match(text, at: text.skippingSpaces(from: that.upperBound, to: text.count), end: text.count) != nil
        || text.tellsKind(at: text.skippingSpaces(from: that.upperBound, to: text.count))
    else { return nil }
    let floor = count > 1 ? citations[count - 2].range.upperBound : 0
    var end = text.startOfDoubleName(before: text.startOfNameInWords(before: citations[count - 1].range.lowerBound))
    // «การวางแผนทรัพยากร (ERP) ซึ่ง ก (2563) นิยามว่า …»
    let relative = text.skippingSpaces(before: end, from: floor)
    if text.hasSuffix("ซึ่ง", before: relative, from: floor) { end = text.skippingSpaces(before: relative - 12, from: floor) }
    if case .term(let term, false, let isOpening)? = text.definiendum(before: end, from: floor) {
      return (cut(term, isPlain: false, isOpening: isOpening), count - 1)
    }
    return meaningOf(before: end, from: floor).map { ($0, count - 1) }
  }

  /// «สำหรับความหมายของ ก ในมุมมองของประชาชน» before whoever says it: ก.
  private func meaningOf(before end: Int, from floor: Int) -> Range<Int>? {
    var start = end
    let limit = max(floor, end - 300)
    while start > limit {
      start = text.before(start)
      guard text.bytes[start] == 0xE0, let lead = meaningsOf.match(text, at: start, end: end),
        text.opensClause(at: start, from: floor) || meaningLeads.match(text, before: start, from: floor) != nil
      else { continue }
      let term = text.headOfTerm(text.withoutTermTail(start + lead.length..<end))
      return (2...50).contains(text.scalarCount(term)) && text.startsNoun(at: term.lowerBound, end: term.upperBound) ? term : nil
    }
    return nil
  }

  /// Anything that means something else between a verb and its «ว่า» breaks the frame.
  private func hasMarker(after index: Int, before limit: Int) -> Bool {
    for cue in cues[(index + 1)...] {
      if cue.start >= limit { return false }
      switch cue.kind {
      case .means, .is, .frame, .comprises: return true
      default: continue
      }
    }
    return false
  }

  /// The marker after a frame whose term opens the statement.
  private func markerOpening(_ start: Int, index: Int) -> (cue: Cue, term: Range<Int>)? {
    for cue in cues[(index + 1)...] where cue.start >= start {
      if [.quoteOpen, .quoteClose, .straightQuote, .open, .close].contains(cue.kind) { continue }
      guard cue.kind == .means || cue.kind == .is, cue.start - start <= 240,
        case .term(let term, _, _)? = text.definiendum(before: cue.start, from: start), term.lowerBound - start <= 3
      else { return nil }
      return (cue, term)
    }
    return nil
  }

  /// The statement behind `term` said again at `start`: «เป็น» after it, or another name of it and a marker.
  private func restatement(of term: Range<Int>, at start: Int, index: Int) -> (statement: Int, wording: String)? {
    let inside = text.afterQuotationMark(at: start)
    let end = inside + term.count
    guard end < text.count, text.bytes[inside..<end].elementsEqual(text.bytes[term]), text.canBreak(at: end) else { return nil }
    let next = text.skippingSpaces(from: end, to: text.count)
    if let marker = statementMarkers.match(text, at: next, end: text.count), text.canBreak(at: next + marker.length) {
      return (text.skippingSpaces(from: next + marker.length, to: text.count), text.string(next..<next + marker.length))
    }
    guard
      restated.match(text, at: next, end: text.count) != nil,
      let cue = cues[(index + 1)...].first(where: { $0.start >= end && ($0.kind == .is || $0.kind == .means) }),
      cue.start - end <= 150
    else { return nil }
    return (afterMarker(cue.end), text.foldedString(cue.range))
  }

  /// «กล่าวถึงกระบวนการเรียนรู้ เป็นกระบวนการที่ …»: the frame without «ว่า».
  mutating func readBareFrame(_ cue: Cue) -> Int? {
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    let end = text.endOfRun(at: start, limit: text.count, longest: 180)
    let after = text.skippingSpaces(from: end, to: text.count)
    guard end > start, after > end, let word = bareMarkers.match(text, at: after, end: text.count),
      let term = frameTerm(start..<end),
      let speaker = speakers.speaker(before: cue.start), cue.start - citations[speaker].range.upperBound <= 60
    else { return nil }
    let statement = text.skippingSpaces(from: after + word.length, to: text.count)
    return add(
      term: term, statement: statement, marker: Frame(text, cue).wording + " " + text.string(after..<after + word.length), cue: cue,
      rule: "definition.frame", certainty: .sure)
  }

  /// «ก (1978) เสนอแนวคิดภาวะผู้นำการเปลี่ยนแปลง (transformational leadership) เป็นคนแรก โดยให้ความหมายว่า …»: of the pair in the same sentence.
  private mutating func readContinued(_ cue: Cue, that: Range<Int>, wording: String) -> Int? {
    guard continuations.match(text, before: text.skippingSpaces(before: cue.start, from: 0), from: 0) != nil,
      isTopicalTail(text.trimmed(cue.end..<that.lowerBound)),
      let speaker = speakers.speaker(before: cue.start), cue.start - citations[speaker].range.upperBound <= 450
    else { return nil }
    let index = pairs.partitioningIndex { $0.range.upperBound > cue.start }
    guard index > 0, pairs[index - 1].term.lowerBound >= citations[speaker].range.upperBound else { return nil }
    var statement = text.skippingSpaces(from: that.upperBound, to: text.count)
    if let marker = statementMarkers.match(text, at: statement, end: text.count) {
      statement = text.skippingSpaces(from: statement + marker.length, to: text.count)
    }
    return add(
      term: pairs[index - 1].term, statement: statement, marker: wording + " ว่า", cue: cue, citation: speaker,
      rule: "definition.topic", certainty: .likely)
  }

  /// «ให้ความหมายใกล้เคียงกัน คือ …», «จำกัดความไว้แคบกว่า กล่าวคือ …»: the meaning behind «คือ», of the word named before.
  private mutating func readBareMeaning(_ cue: Cue, limit: Int) -> Int? {
    guard let speaker = speakers.speaker(before: cue.start), cue.start - citations[speaker].range.upperBound <= 240 else {
      return nil
    }
    var i = cue.end
    let end = min(limit, cue.end + 120)
    while i < end {
      if text.spaceLength(at: i) > 0 {
        let next = text.skippingSpaces(from: i, to: end)
        if let marker = bareMeanings.match(text, at: next, end: limit), text.canBreak(at: next + marker.length) {
          let statement = text.skippingSpaces(from: next + marker.length, to: text.count)
          // «ได้นิยามภาวะผู้นำการเปลี่ยนแปลง คือ …», «ให้ความหมายการมีส่วนร่วมของประชาชน หมายถึง …»
          let named = frameTerm(cue.end..<i).flatMap { text.startsNoun(at: $0.lowerBound, end: $0.upperBound) ? $0 : nil }
          guard
            marker.value
              ? named != nil && remarkStarts.match(text, at: statement, end: text.count) == nil
              : meaningStarts.match(text, at: statement, end: text.count) != nil
          else { return nil }
          let word = named ?? antecedent(before: cue.start, from: citations[speaker].range.upperBound)
          return add(
            term: word ?? cue.range, statement: statement,
            marker: text.foldedString(cue.range) + " … " + text.string(next..<next + marker.length),
            cue: cue, citation: speaker, isTopical: word == nil, rule: marker.value ? "definition.frame" : "definition.topic",
            certainty: marker.value ? .sure : .likely)
        }
        i = max(next, i + 1)
      } else {
        i = text.after(i)
      }
    }
    return nil
  }

  /// What a frame is about, its own little words taken off.
  private func frameTerm(_ range: Range<Int>) -> Range<Int>? {
    var range = text.trimmed(range, also: ":")
    while let match = frameLeads.match(text, at: range.lowerBound, end: range.upperBound), match.length < range.count,
      text.canBreak(at: range.lowerBound + match.length)
    {
      range = text.trimmed(range.lowerBound + match.length..<range.upperBound)
    }
    while let match = frameTails.match(text, before: range.upperBound, from: range.lowerBound), match.length < range.count {
      range = text.trimmed(range.lowerBound..<range.upperBound - match.length)
    }
    if range.isEmpty { return nil }
    if let bracket = text.firstIndex(of: 0x28, in: range), bracket > range.lowerBound {
      range = text.trimmed(range.lowerBound..<bracket)
      // «การพัฒนาที่ยั่งยืน (sustainable development)» is whole: its English says so.
      let index = pairs.partitioningIndex { $0.term.upperBound >= range.upperBound }
      if index < pairs.count, pairs[index].term.upperBound == range.upperBound, pairs[index].term.lowerBound >= range.lowerBound {
        return pairs[index].term
      }
    }
    if text.hasPrefix("“", at: range.lowerBound) || text.hasPrefix("\"", at: range.lowerBound) {
      let inner = text.after(range.lowerBound)
      var end = inner
      while end < range.upperBound, !text.hasPrefix("”", at: end), text.bytes[end] != 0x22 { end = text.after(end) }
      range = text.trimmed(inner..<end)
    }
    // «จำกัดความความหมายว่า ก หมายความว่า …»: the verb with its own noun.
    if text.string(range) == "ความหมาย" { return nil }
    range = text.headOfTerm(range)
    guard !range.isEmpty, text.scalarCount(range) >= 2, text.scalarCount(range) <= 70,
      notFramed.match(text, at: range.lowerBound, end: range.upperBound) == nil
    else { return nil }
    var spaces = 0
    for i in range where text.bytes[i] == 0x20 { spaces += 1 }
    return spaces <= 3 ? range : nil
  }
}

/// How much a frame's verb says by itself.
private struct Frame {
  /// «ให้ความหมาย», «นิยาม»: what follows «ว่า» is the meaning. Of «กล่าวถึง» only with «เป็น», «คือ» or «หมายถึง».
  var givesMeaning: Bool
  /// May do without «ว่า»: «กล่าวถึงกระบวนการเรียนรู้ เป็น …».
  var isBare: Bool
  var wording: String

  init(_ text: ReadingText, _ cue: Cue) {
    wording = text.string(cue.range)
    givesMeaning = wording.contains("ความหมาย") || wording.contains("นิยาม") || wording.contains("จำกัดความ")
    isBare = !givesMeaning && wording != "อธิบาย"
  }
}

/// What a sentence can begin with that is about a meaning.
let meaningsOf = PhraseTable(wordList("ความหมายของคำว่า ความหมายของ นิยามของ คำนิยามของ คำจำกัดความของ"))
private let meaningLeads = SuffixTable(wordList("สำหรับ ส่วน ใน ดังนั้น"))
private let restated = PhraseTable(wordList("หรือ เรียกย่อ ( เรียกสั้น"))
private let continuations = SuffixTable(wordList("โดย โดยได้ ซึ่ง และ พร้อมทั้ง พร้อม"))
/// True where the marker can only say a meaning, and so needs no kind behind it but a term before it.
private let bareMeanings = PhraseTable<Bool>(
  wordList("คือ กล่าวคือ ได้แก่ นั่นคือ").map { ($0, false) } + wordList("หมายถึง หมายความว่า หมายความถึง เป็น").map { ($0, true) })
private let statementMarkers = PhraseTable(
  wordList("เป็น คือ หมายถึง หมายความถึง หมายความว่า ได้แก่ ก็คือ เป็นคำนาม_หมายถึง เป็นคำนาม_แปลว่า เป็นคำกริยา_หมายถึง เป็นคำกริยา_แปลว่า"))
/// False where the marker belongs to the statement («นอกจากจะเป็น ก แล้ว ยังเป็น ข»).
private let bareMarkers = PhraseTable(wordList("เป็น หมายถึง หมายความถึง หมายความว่า"))
/// «ถ้ากล่าวถึง …» says nothing of anybody.
private let frameLeads = PhraseTable(wordList("ของ คำว่า เกี่ยวกับ ถึง เรื่อง ใน ความหมายของ คำ ศัพท์ ได้ว่า ไว้ แก่ และ"))
/// «ให้ความหมายที่ลึกซึ้งขึ้นว่า»: what follows says more of the verb, and names no term.
private let notFramed = PhraseTable(
  wordList(
    "กว่า หลาย จำนวน คลาสสิก เชิง ที่ ซึ่ง อีก เพิ่มเติม ต่อไป ไว้ อย่าง เอา โดย แตกต่าง คล้าย ใกล้เคียง สอดคล้อง ว่า สั้น กว้าง ง่าย เหมือน ต่าง ตรงกัน ทำนองเดียวกัน ลักษณะเดียวกัน แนวเดียวกัน ทิศทางเดียวกัน"
  ))
private let frameTails = SuffixTable(
  wordList(
    "ไว้ ดังนี้ ดัง กล่าว อธิบาย สรุป ได้กล่าว โดยกล่าว และกล่าว ได้อธิบาย โดยอธิบาย โดย ได้ โดยสรุป และสรุป ไว้อย่างกว้าง_ๆ ไว้อย่างชัดเจน นั้น โดยให้ความหมาย และให้ความหมาย ซึ่ง"
  ))

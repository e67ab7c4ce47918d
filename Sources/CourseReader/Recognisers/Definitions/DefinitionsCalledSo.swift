import CourseModel

// «อาจกล่าวได้ว่า ก เป็น …», «… เรียกว่า “ก”»: the term behind the words that name it.

extension DefinitionRecogniser {
  mutating func readSaying(_ cue: Cue) -> Int? {
    if conditionWords.match(text, before: cue.start, from: max(0, cue.start - 24)) != nil { return nil }
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    var i = start
    while i < text.count, i - start <= 240 {
      if text.spaceLength(at: i) > 0 {
        // A marker may stand after one space.
        let next = text.skippingSpaces(from: i, to: text.count)
        guard sayingMarkers.match(text, at: next, end: text.count) != nil else { return nil }
        i = next
      }
      if text.bytes[i] & 0xC0 != 0x80, i > start, text.canBreak(at: i),
        let marker = sayingMarkers.match(text, at: i, end: text.count),
        !text.isShielded(i..<i + marker.length)
      {
        let term = text.withoutTermTail(start..<i)
        guard text.scalarCount(term) <= 50, text.startsNoun(at: term.lowerBound, end: term.upperBound) else { return nil }
        let statement = marker.value ? text.skippingSpaces(from: i + marker.length, to: text.count) : i
        guard mereRemarks.match(text, at: statement, end: text.count) == nil else { return nil }
        return add(
          term: term, statement: statement, marker: text.foldedString(cue.range), cue: cue, rule: "definition.saying",
          certainty: .sure)
      }
      i = text.after(i)
    }
    return nil
  }

  mutating func readCalled(_ cue: Cue, index: Int) -> Int? {
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    let marked = text.quotation(startingAt: start)
    guard let quoted = marked ?? calledTerm(at: start) else { return nil }
    var after = text.skippingSpaces(from: quoted.end, to: text.count)
    if after < text.count, text.bytes[after] == 0x28,
      let close = text.firstIndex(of: 0x29, in: after..<min(text.count, after + 160))
    {
      after = text.skippingSpaces(from: close + 1, to: text.count)
    }
    if let word = calledMarkers.match(text, at: after, end: text.count) {
      return add(
        term: quoted.inside, statement: text.skippingSpaces(from: after + word.length, to: text.count),
        marker: text.foldedString(cue.range), cue: cue,
        rule: "definition.called", certainty: .sure)
    }
    // «การที่บุคคลรวมตัวกัน … เรียกว่า “กลุ่ม”»: what is called so stands before.
    var clause = text.clause(before: cue.start, from: speakers.floor(before: cue.start))
    let sentence = clause.lowerBound
    clause = clause.lowerBound..<max(clause.lowerBound, text.withoutTermTail(clause).upperBound)
    if !text.startsNoun(at: clause.lowerBound, end: clause.upperBound), let effect = text.effect(in: clause) { clause = effect }
    // «สังคมแห่งกัลยาณมิตร อาจเรียกว่า เครือข่ายแห่งการเรียนรู้ (…)» is only another name.
    guard text.scalarCount(clause) >= (marked == nil ? 28 : 14),
      text.startsNoun(at: clause.lowerBound, end: clause.upperBound) || text.hasPrefix("การ", at: clause.lowerBound)
        || marked == nil && meaningStarts.match(text, at: clause.lowerBound, end: clause.upperBound) != nil
    else {
      return nil
    }
    found.append(
      DefinitionDraft(
        kind: .definition, term: quoted.inside, statement: clause, marker: text.foldedString(cue.range),
        citation: speakers.closing(after: quoted.end, in: text) ?? speakers.closing(after: after, in: text)
          ?? speakers.speaker(before: clause.lowerBound).flatMap {
            // «… (ก, 2541) ปัจจุบันหลายแห่งใช้กระบวนการที่ … เรียกว่า …»: the chapter's own words again.
            clause.lowerBound == sentence || citations[$0].isSubject && sentence - citations[$0].range.upperBound <= 60 ? $0 : nil
          },
        passage: clause.lowerBound..<quoted.end, rule: "definition.called", certainty: .likely))
    return quoted.end
  }
}

extension DefinitionRecogniser {
  /// «เขาเรียกกลุ่มของกิจกรรมที่เกิดขึ้นซ้ำ ๆ ว่า วงจรรายการค้า (transaction cycles)»: what is called so between «เรียก» and «ว่า».
  mutating func readCalledApart() {
    for pair in pairs {
      let that = text.skippingSpaces(before: pair.term.lowerBound, from: 0)
      guard text.hasSuffix("ว่า", before: that, from: 0) else { continue }
      let end = that - 9
      guard let call = text.lastPlace(of: calls, in: max(0, end - 400)..<end), !text.hasPrefix("ว่า", at: call + 15) else {
        continue
      }
      let statement = text.trimmed(call + 15..<end)
      guard text.scalarCount(statement) >= 20, text.startsNoun(at: statement.lowerBound, end: statement.upperBound),
        !found.contains(where: { $0.statement.overlaps(statement) || $0.term == pair.term })
      else { continue }
      found.append(
        DefinitionDraft(
          kind: .definition, term: pair.term, statement: statement, marker: "เรียก … ว่า",
          citation: speakers.closing(after: pair.range.upperBound, in: text) ?? speakers.speaker(before: call),
          passage: call..<pair.range.upperBound, rule: "definition.called", certainty: .likely))
    }
  }

  /// «… เรียกว่า การท่องเที่ยวเชิงการแพทย์ (Connell, 2006)»: a noun without quotation marks, where its English or the source of the words
  /// closes it.
  fileprivate func calledTerm(at start: Int) -> (inside: Range<Int>, end: Int)? {
    let index = pairs.partitioningIndex { $0.term.upperBound > start }
    let isPair = index < pairs.count && pairs[index].term.lowerBound == start
    guard isPair || text.startsNoun(at: start, end: text.count) else { return nil }
    if index < pairs.count, isPair || pairs[index].run.lowerBound <= start,
      pairs[index].term.upperBound - start <= 120
    {
      return (start..<pairs[index].term.upperBound, pairs[index].term.upperBound)
    }
    let end = text.endOfRun(at: start, limit: text.count, longest: 120)
    guard text.scalarCount(start..<end) >= 4, end - start <= 120, let closing = speakers.closing(after: end, in: text),
      !citations[closing].isSubject
    else { return nil }
    return (start..<end, end)
  }
}

extension ReadingText {
  /// «ครูอาจเกิด|ความรู้สึกหมดกำลังใจ …»: the kind that a clause says to come about, to its end.
  fileprivate func effect(in clause: Range<Int>) -> Range<Int>? {
    var i = clause.lowerBound
    while i < clause.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), effects.match(self, before: i, from: clause.lowerBound) != nil,
        meaningStarts.match(self, at: i, end: clause.upperBound) != nil
      {
        return i..<clause.upperBound
      }
      i = after(i)
    }
    return nil
  }
}

private let calls = PhraseTable(wordList("เรียก"))
private let effects = SuffixTable(wordList("เกิด เกิดเป็น เกิดมี กลายเป็น ใช้"))
private let sayingMarkers = PhraseTable<Bool>(
  wordList("คือ เป็น หมายถึง ก็คือ จึงเป็น ย่อมเป็น").map { ($0, true) } + wordList("นอกจากจะเป็น นอกจากเป็น").map { ($0, false) })
private let calledMarkers = PhraseTable(wordList("ซึ่งเป็น ซึ่งหมายถึง ซึ่งคือ หมายถึง อันหมายถึง คือ อันเป็น ซึ่งก็คือ ซึ่งหมายความถึง ซึ่งหมายความว่า"))

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
    guard let quoted = text.quotation(startingAt: start) else { return nil }
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
    let clause = text.clause(before: cue.start, from: speakers.floor(before: cue.start))
    guard text.scalarCount(clause) >= 14,
      text.startsNoun(at: clause.lowerBound, end: clause.upperBound) || text.hasPrefix("การ", at: clause.lowerBound)
    else {
      return nil
    }
    found.append(
      DefinitionDraft(
        kind: .definition, term: quoted.inside, statement: clause, marker: text.foldedString(cue.range),
        citation: speakers.speaker(before: clause.lowerBound),
        passage: clause.lowerBound..<quoted.end, rule: "definition.called", certainty: .likely))
    return quoted.end
  }
}

private let sayingMarkers = PhraseTable<Bool>(
  wordList("คือ เป็น หมายถึง ก็คือ จึงเป็น ย่อมเป็น").map { ($0, true) } + wordList("นอกจากจะเป็น นอกจากเป็น").map { ($0, false) })
private let calledMarkers = PhraseTable(wordList("ซึ่งเป็น ซึ่งหมายถึง ซึ่งคือ หมายถึง อันหมายถึง คือ อันเป็น ซึ่งก็คือ ซึ่งหมายความถึง ซึ่งหมายความว่า"))

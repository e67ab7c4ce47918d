import CourseModel

// «ก คือ …»: a definition only where ก is a term and opens what is said.

extension DefinitionRecogniser {
  mutating func readIs(_ cue: Cue, index: Int) -> Int? {
    let (end, floor, said) = place(before: cue.start)
    guard let definiendum = text.definiendum(before: end, from: floor) ?? setOff(before: cue.start) else {
      return readHeadedMarker(cue)
    }
    let statement = afterMarker(cue.end)
    switch definiendum {
    case .term(let term, let isPlain, let opensPassage):
      let isSaid = text.isSaid(before: term.lowerBound, from: floor)
      let isOpening =
        text.opensClause(at: term.lowerBound, from: floor) || opensWithMeaning(of: term, from: floor)
        || isNounAlone(term, from: floor) || isKnown(text.headOfTerm(term))
      // «สถาบัน ก (2555) ผลักดันมาตลอด คือ …»: what a citation is the subject of is no term.
      if isPlain, !isSaid, floor > 0, text.trimmed(floor..<term.lowerBound).isEmpty, speakers.speaker(before: cue.start) != nil,
        !text.startsNoun(at: term.lowerBound, end: term.upperBound)
      {
        return nil
      }
      guard !isPlain || isSaid || isOpening, !countsSet(term, statement: statement), !isEquation(term, statement),
        mereRemarks.match(text, at: statement, end: text.count) == nil
      else {
        return nil
      }
      return add(
        term: cut(term, isPlain: isPlain, isOpening: opensPassage), statement: statement, marker: text.foldedString(cue.range),
        cue: cue, citation: said, rule: "definition.is",
        certainty: (isSaid || !isPlain) && opensMeaning(at: statement) ? .sure : .likely)
    case .role(let term):
      guard !text.countsSet(term) else { return nil }
      return add(
        kind: .identification, term: term, statement: statement, marker: text.foldedString(cue.range), cue: cue,
        rule: "identification", certainty: .likely)
    }
  }

  /// «ความหมายของ ก คือ …»
  private func opensWithMeaning(of term: Range<Int>, from floor: Int) -> Bool {
    let run = text.token(endingAt: text.skippingSpaces(before: term.lowerBound, from: floor), from: floor)
    return !run.isEmpty && meaningsOf.match(text, at: run.lowerBound, end: run.upperBound)?.length == run.count
      && text.opensClause(at: run.lowerBound, from: floor)
  }

  /// A kind that a meaning is told by, or a word that its English makes one: «เครือข่าย คือ สายใย (web) ของ …».
  private func opensMeaning(at i: Int) -> Bool {
    meaningStarts.match(text, at: i, end: text.count) != nil || pairs.contains { $0.term.lowerBound == i }
  }

  /// «คนที่รู้วิธีเดียวคือคนที่ …» says of some people what they are.
  private func isEquation(_ term: Range<Int>, _ statement: Int) -> Bool {
    guard let match = somebodyWho.match(text, at: term.lowerBound, end: term.upperBound) else { return false }
    return somebodyWho.match(text, at: statement, end: text.count)?.length == match.length
  }

  /// «อริยสัจ 4 คือ ทุกข์ สมุทัย …» lists; «สติปัฏฐาน ๔ คือ ที่ตั้งของสติ …» says what the four are.
  private func countsSet(_ term: Range<Int>, statement: Int) -> Bool {
    guard text.countsSet(term) else { return false }
    let words = text.numberedRun(endingAt: term.upperBound, from: term.lowerBound)
    return !(words == term && text.isDigit(before: term.upperBound)) || text.listsThings(from: statement, limit: text.count)
  }

  /// A noun between spaces: «… การแลกเปลี่ยนเรียนรู้ของผู้คนในสังคม คือ …».
  func isNounAlone(_ term: Range<Int>, from floor: Int) -> Bool {
    term.lowerBound > floor && text.spaceLength(before: term.lowerBound) > 0
      && text.startsNoun(at: term.lowerBound, end: term.upperBound)
  }
}

/// «การแสวงหาทางเลือก คือ สิ่งสำคัญ» says nothing of what it is.
let mereRemarks = PhraseTable(
  wordList("สิ่งสำคัญ สิ่งจำเป็น สิ่งที่สำคัญ สิ่งที่จำเป็น หัวใจ ปัจจัยสำคัญ จุดเริ่มต้น จุดเปลี่ยน กุญแจ เงื่อนไขของ คำตอบ"))
private let somebodyWho = PhraseTable(wordList("คนที่ ผู้ที่ สิ่งที่"))

import CourseModel

// Definitions whose term is not where a definition has it: said of a word named before, set against what it is not, put in apposition.

extension DefinitionRecogniser {
  static let apposition = "definition.apposition"

  // MARK: คำนี้หมายถึง …

  struct Anaphor {
    /// nil where no word was introduced before.
    var antecedent: Range<Int>?
  }

  /// «คำนี้», «แนวคิดดังกล่าว» before a marker, and the word it stands for; nil where no such words do.
  func anaphor(before i: Int) -> Anaphor? {
    let floor = max(0, i - 900)
    let end = text.skippingSpaces(before: i, from: floor)
    guard let match = anaphors.match(text, before: end, from: floor) else { return nil }
    let start = end - match.length
    guard start == 0 || text.spaceLength(before: start) > 0 else { return nil }
    return Anaphor(antecedent: antecedent(before: start, from: floor))
  }

  /// «นิยามคำนี้ว่า …»: whether a frame is about a word named before.
  func isAnaphor(_ range: Range<Int>) -> Bool {
    let range = text.trimmed(range)
    return anaphors.match(text, before: range.upperBound, from: range.lowerBound)?.length == range.count && !range.isEmpty
  }

  /// The word that was introduced last before `start`.
  func antecedent(before start: Int, from floor: Int) -> Range<Int>? {
    let before = pairs.partitioningIndex { $0.range.upperBound > start }
    var antecedent: Range<Int>?
    if before > 0, pairs[before - 1].range.lowerBound >= floor { antecedent = pairs[before - 1].term }
    if let word = word(before: start, from: max(floor, antecedent?.upperBound ?? 0)) { antecedent = word }
    return antecedent
  }

  /// The last word set off before `i`: «คำว่า governmentality», «“สภาวะการปกครอง”» behind «คำว่า».
  private func word(before i: Int, from floor: Int) -> Range<Int>? {
    var index = cues.partitioningIndex { $0.end > i }
    while index > 0, cues[index - 1].start >= floor, cues[index - 1].kind != .word { index -= 1 }
    guard index > 0, cues[index - 1].start >= floor else { return nil }
    let start = text.skippingSpaces(from: cues[index - 1].end, to: i)
    if let quoted = text.quotation(startingAt: start) { return quoted.end <= i ? quoted.inside : nil }
    var end = start
    while end < i, text.isLatinLetter(at: end) || text.bytes[end] == 0x2D { end = text.after(end) }
    if end - start >= 3 { return start..<end }
    let term = wordAlone(at: start, limit: i)
    return (3...50).contains(text.scalarCount(term)) ? term : nil
  }

  /// The Thai word at `start`, up to a space or to what is said of it: «การจัดการตนเอง» of «คำว่าการจัดการตนเองกับเด็กโรคหืด».
  func wordAlone(at start: Int, limit: Int) -> Range<Int> {
    var end = start
    while end < limit, text.isThaiLetter(at: end), end - start <= 150 {
      if end - start >= 9, text.canBreak(at: end), let match = wordEnds.match(text, at: end, end: limit),
        text.canBreak(at: end + match.length), !text.isShielded(end..<end + match.length)
      {
        break
      }
      end = text.after(end)
    }
    return text.withoutTermTail(start..<end)
  }

  // MARK: คำว่า ก … อธิบายไว้ว่า …

  /// «คำว่า “ปริยัติ” พระพรหมคุณากร (2546) อธิบายว่า …»: the word first, then who explained it.
  mutating func readWord(_ cue: Cue, index: Int) -> Int? {
    guard cue.start == 0 || text.spaceLength(before: cue.start) > 0 else { return nil }
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    let term: Range<Int>
    var after: Int
    if let quoted = text.quotation(startingAt: start) {
      (term, after) = (quoted.inside, quoted.end)
    } else {
      after = start
      while after < text.count, text.isThaiLetter(at: after), after - start <= 150 { after = text.after(after) }
      term = text.withoutTermTail(start..<after)
    }
    guard (2...50).contains(text.scalarCount(term)), let that = text.that(after: after, limit: min(text.count, after + 420)),
      text.explains(in: after..<that.lowerBound)
    else { return nil }
    for next in cues[(index + 1)...] {
      if next.start >= that.lowerBound { break }
      if [.means, .is, .meansNot, .isNot, .comprises, .called].contains(next.kind), !speakers.isInside(next.start) { return nil }
    }
    let statement = afterStatementMarker(that.upperBound)
    let count = speakers.count(upTo: that.lowerBound)
    let speaker = count > 0 && citations[count - 1].range.lowerBound >= after ? count - 1 : nil
    return add(
      term: term, statement: statement, marker: "คำว่า … " + text.foldedString(that), cue: cue, citation: speaker,
      rule: "definition.word", certainty: .sure)
  }

  /// Behind «ว่า»: the statement, without a marker that opens it.
  private func afterStatementMarker(_ end: Int) -> Int {
    let start = text.skippingSpaces(from: end, to: text.count)
    guard let marker = openingMarkers.match(text, at: start, end: text.count), text.canBreak(at: start + marker.length) else {
      return start
    }
    return text.skippingSpaces(from: start + marker.length, to: text.count)
  }

  // MARK: ก มิใช่ … แต่เป็น …

  /// What something is not, then what it is. A term that nothing sets off needs a marker that can only define.
  mutating func readContrary(_ cue: Cue) -> Int? {
    guard let turn = text.contraryTurn(after: cue.end, limit: min(text.count, cue.end + 480)) else { return nil }
    let statement = afterMarker(turn.end)
    guard turn.defines || meaningStarts.match(text, at: statement, end: text.count) != nil else { return nil }
    let marker = text.foldedString(cue.range) + " … " + text.foldedString(turn.start..<turn.end)
    if let anaphor = anaphor(before: cue.start) {
      return anaphor.antecedent.flatMap {
        add(term: $0, statement: statement, marker: marker, cue: cue, rule: "definition.negated", certainty: .likely)
      }
    }
    let floor = speakers.floor(before: cue.start)
    guard case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: cue.start, from: floor) else { return nil }
    let head = cut(term, isPlain: isPlain, isOpening: isOpening)
    // A plain word that opens its sentence, and a meaning told by kind: «เกษตรยั่งยืนไม่ใช่เทคนิค … แต่เป็นวิถีการผลิตที่ …».
    let tellsKind = turn.defines || text.tellsKind(at: statement)
    guard
      !isPlain || isKnown(head)
        || (tellsKind && (text.opensClause(at: term.lowerBound, from: floor) || text.isSaid(before: term.lowerBound, from: floor)))
    else { return nil }
    return add(
      term: text.headOfTerm(head), statement: statement, marker: marker, cue: cue, rule: "definition.negated",
      certainty: turn.defines && !isPlain ? .sure : .likely)
  }

  // MARK: ก (english) อันเป็น …

  /// «อำนาจเชิงวินัย (disciplinary power) อันเป็นอำนาจที่ …»: a kind and what sets the term apart in it.
  mutating func readAppositions() {
    let read = Set(found.lazy.map(\.statement.lowerBound))
    for pair in pairs {
      let start = text.skippingSpaces(from: pair.range.upperBound, to: text.count)
      guard start - pair.range.upperBound <= 2, let marker = appositions.match(text, at: start, end: text.count) else { continue }
      let statement = text.skippingSpaces(from: start + marker.length, to: text.count)
      var end = statement
      while end < text.count, text.spaceLength(at: end) == 0, end - statement <= 400 { end = text.after(end) }
      let head = pair.term.lowerBound..<min(pair.term.upperBound, pair.term.lowerBound + 9)
      let repeatsHead = text.bytes[statement..<min(text.count, statement + head.count)].elementsEqual(text.bytes[head])
      // «(zone of proximal development) ได้แก่ ระยะห่างระหว่าง …», never a list of examples.
      if marker.value == .comprises, text.listsThings(from: statement, limit: text.count) || text.scalarCount(statement..<end) < 20
      {
        continue
      }
      // «(outcome expectation) ซึ่งเป็นการคาดคะเนว่า …»
      let act = text.hasPrefix("การ", at: statement) && text.scalarCount(statement..<end) >= 24
      guard repeatsHead || meaningStarts.match(text, at: statement, end: end) != nil,
        remarkStarts.match(text, at: statement, end: end) == nil, act || text.holdsRelative(in: statement..<end),
        !read.contains(statement)
      else { continue }
      _ = add(
        term: pair.term, statement: statement, marker: text.foldedString(start..<start + marker.length),
        cue: Cue(.is, start..<start + marker.length), rule: Self.apposition, certainty: .likely)
    }
  }
}

extension ReadingText {
  /// Where a marker begins whose first letters close the word before: «อำนาจหน้า|ที่หมายถึง».
  func startOfMarker(_ cue: Cue) -> Int {
    if hasPrefix("ที่", at: cue.start), isShielded(cue.start..<cue.start + 9) { return cue.start + 9 }
    // «คำนี้หมายถึง», «คำนั้นหมายถึง»
    for pointer: StaticString in ["นี้", "นั้น"]
    where hasPrefix(pointer, at: cue.start, end: cue.end) && hasSuffix("คำ", before: cue.start) {
      return cue.start + pointer.utf8CodeUnitCount
    }
    return cue.start
  }

  /// «สถาบันการแพทย์ (Institute of Medicine, 2004)»: where the name in words begins that a bracket gives in Latin.
  func startOfNameInWords(before i: Int) -> Int {
    guard i > 0, bytes[i - 1] == 0x28 else { return i }
    let name = token(endingAt: skippingSpaces(before: i - 1, from: 0), from: max(0, i - 300))
    return name.isEmpty ? i : name.lowerBound
  }

  /// «ศูนย์ต่อต้านข่าวปลอม หรือ AFNC (2564)»: where the first of two names of one begins.
  func startOfDoubleName(before i: Int) -> Int {
    let end = skippingSpaces(before: i, from: 0)
    guard hasSuffix("หรือ", before: end) else { return i }
    let name = token(endingAt: skippingSpaces(before: end - 12, from: 0), from: max(0, end - 300))
    return name.isEmpty ? i : name.lowerBound
  }

  /// The opening mark of the quotation that begins at `i`, a space allowed; else `i`.
  func quotationMark(before i: Int) -> Int {
    let end = skippingSpaces(before: i, from: max(0, i - 3))
    for mark: StaticString in ["“", "‘", "«", "\""] where hasSuffix(mark, before: end) { return end - mark.utf8CodeUnitCount }
    return i
  }

  /// A kind and what sets something apart in it.
  func tellsKind(at i: Int) -> Bool {
    guard meaningStarts.match(self, at: i, end: count) != nil else { return false }
    return holdsRelative(in: i..<endOfRun(at: i, limit: count, longest: 400))
  }

  /// A verb of explaining somewhere in a range.
  fileprivate func explains(in range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), explanations.match(self, at: i, end: range.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }

  /// «แต่เป็น», «หากหมายถึง» after a space, in the same thought.
  fileprivate func contraryTurn(after start: Int, limit: Int) -> (start: Int, end: Int, defines: Bool)? {
    var i = start
    while i < limit {
      let space = spaceLength(at: i)
      guard space > 0 else {
        i = after(i)
        continue
      }
      i = skippingSpaces(from: i, to: limit)
      if let match = contraryTurns.match(self, at: i, end: limit), canBreak(at: i + match.length) {
        return (i, i + match.length, match.value)
      }
      if opensThought(at: i) { return nil }
    }
    return nil
  }

  func holdsRelative(in range: Range<Int>) -> Bool { relative(in: range) != nil }

  /// Where a relative word stands behind the first word of a range.
  func relative(in range: Range<Int>) -> Int? {
    var i = after(range.lowerBound)
    while i < range.upperBound {
      if bytes[i] == 0xE0, relatives.match(self, at: i, end: range.upperBound) != nil, canBreak(at: i), canBreak(at: i + 9),
        !isShielded(i..<i + 9)
      {
        return i
      }
      i = after(i)
    }
    return nil
  }
}

private let anaphors = SuffixTable(
  wordList("คำนี้ คำนั้น คำดังกล่าว คำหลังนี้ คำหลัง คำศัพท์นี้ ศัพท์นี้ ศัพท์ดังกล่าว แนวคิดนี้ แนวคิดดังกล่าว มโนทัศน์นี้ มโนทัศน์ดังกล่าว ความหมายนี้ ความหมายชนิดนี้"))
private let wordEnds = PhraseTable(
  wordList("กับ ใน แก่ เพื่อ เป็น แทน มา ไป อย่าง ที่ ซึ่ง ตั้งแต่ โดย ครั้ง ว่า มี ใช้ จึง ก็ ตรงกับ แปล หมายถึง คือ ให้ จาก ต่อ ถูก ได้"))
private let explanations = PhraseTable(
  wordList("อธิบาย ให้คำอธิบาย ให้ความหมาย ให้นิยาม ให้คำนิยาม ให้คำจำกัดความ นิยาม บัญญัติความหมาย ขยายความ ไขความ"))
private let openingMarkers = PhraseTable(wordList("คือ เป็น หมายถึง หมายความถึง ได้แก่ ก็คือ"))
/// True where the words can only say what something is.
private let contraryTurns = PhraseTable<Bool>(
  ["แต่", "หาก", "หากแต่", "ทว่า"].flatMap { but in
    [(but + "เป็น", false), (but + "กลับเป็น", false)]
      + wordList("คือ หมายถึง หมายความถึง หมายความว่า หมายรวมถึง").map { (but + $0, true) }
  })
private let appositions = PhraseTable<CueKind>([
  ("อันเป็น", .is), ("ซึ่งเป็น", .is), ("ได้แก่", .comprises), ("ซึ่งได้แก่", .comprises), ("อันได้แก่", .comprises),
])
private let relatives = PhraseTable(wordList("ที่ ซึ่ง ของ"))

import CourseModel

/// Who says what a term means: «Schuler (1996) ได้กล่าวว่า เครือข่าย คือ …», «… กล่าวถึงเครือข่ายว่า เป็น …», «เครือข่าย หมายถึง … (ก, 2539)».
struct DefinitionRecogniser {
  let text: ReadingText
  let cues: [Cue]
  let citations: [CitationDraft]
  let pairs: [TermPairDraft]
  let isClosed: (Range<Int>) -> Bool
  var found: [DefinitionDraft] = []
  /// What the passage says several people defined.
  var topics: [Range<Int>] = []
  /// Starts of what ends a statement: brackets of citations and names that open a new sentence.
  let citationStops: [Int]
  let speakers: Speakers
  /// The terms that stand with their English somewhere in the passage: «แพนอปติคอน» of «แพนอปติคอนคือ …».
  let known: Set<String>

  init(
    text: ReadingText, cues: [Cue], citations: [CitationDraft], pairs: [TermPairDraft] = [],
    isClosed: @escaping (Range<Int>) -> Bool = { _ in false }
  ) {
    self.text = text
    self.cues = cues
    self.citations = citations
    self.pairs = pairs
    self.isClosed = isClosed
    known = Set(pairs.lazy.map { text.foldedString($0.term) })
    citationStops = citations.map {
      $0.isSubject
        ? text.startOfClause(before: text.startOfDoubleName(before: text.startOfNameInWords(before: $0.range.lowerBound)))
        : text.bracketStart(before: $0.range.lowerBound)
    }
    speakers = Speakers(citations: citations, cues: cues)
  }

  mutating func read() {
    var consumed = 0
    for (index, cue) in cues.enumerated() {
      guard cue.start >= consumed, !isClosed(cue.range), !speakers.isInside(cue.start) else { continue }
      switch cue.kind {
      case .frame: if let end = readFrame(cue, index: index) { consumed = end }
      case .means: if let end = readMarker(cue, index: index) { consumed = end }
      case .meansNot: if let end = readNegated(cue, index: index) { consumed = end }
      case .is: if let end = readIs(cue, index: index) { consumed = end }
      case .saying: if let end = readSaying(cue) { consumed = end }
      case .called: if let end = readCalled(cue, index: index) { consumed = end }
      case .isNot: if let end = readContrary(cue) { consumed = end }
      case .word: if let end = readWord(cue, index: index) { consumed = end }
      case .ownVoice: if let end = readOwnVoice(cue) { consumed = end }
      case .said: if let end = readSaid(cue) { consumed = end }
      case .comprises: if let end = readComprises(cue) { consumed = end }
      default: continue
      }
    }
    if found.isEmpty { readNamedBeforeColon() }
    if found.isEmpty { readVerbless() }
    readBareSaying()
    readColon()
    readCalledApart()
    readAppositions()
    readCopulas()
    readViews()
    if !found.contains(where: { $0.passage.lowerBound == 0 }) { readOpening() }
    found.sort { $0.statement.lowerBound < $1.statement.lowerBound }
    closeStatements()
    supplyTopics()
    nameUndatedSpeakers()
    nameSpeakersWithin()
  }

  // MARK: ก หมายถึง …

  private mutating func readMarker(_ cue: Cue, index: Int) -> Int? {
    let start = text.startOfMarker(cue)
    if let anaphor = anaphor(before: start) {
      return anaphor.antecedent.flatMap {
        add(
          term: $0, statement: afterMarker(cue.end), marker: text.foldedString(cue.range), cue: cue,
          citation: speakers.speaker(before: cue.start), rule: "definition.means", certainty: .likely)
      }
    }
    var place = place(before: start)
    var defined = text.definiendum(before: place.end, from: place.floor)
    let isRelative = text.hasPrefix("ซึ่ง", at: start) || text.hasPrefix("อัน", at: start)
    if isRelative, let antecedent = relativeAntecedent(before: start) {
      defined = .term(antecedent, isPlain: false, isOpening: false)
      place.citation = speakers.speaker(before: start)
    }
    if defined == nil {
      if !isRelative, let end = readTopicalMarker(cue, statement: afterMarker(cue.end)) ?? readHeadedMarker(cue) { return end }
      defined = setOff(before: start) ?? introduced(before: start)
      place.citation = speakers.speaker(before: start)
    }
    // «การท่องเที่ยวเชิงอนุรักษ์ หรือ “green travel” หมายถึง»: by its Thai name.
    if case .term(let term, _, _)? = defined, let pair = setOff(before: start), case .term(let thai, _, _) = pair,
      thai.upperBound <= term.lowerBound
    {
      defined = pair
    }
    guard let definiendum = defined else { return nil }
    let statement = afterMarker(cue.end)
    // «“Currere” แปลว่า ทางวิ่ง», «Persona ซึ่งหมายถึง Mask» only translate.
    if text.hasSuffix("แปลว่า", before: cue.end), meaningStarts.match(text, at: statement, end: text.count) == nil { return nil }
    if isRelative, text.isLatinLetter(at: statement) { return nil }
    switch definiendum {
    case .term(let term, let isPlain, let opensPassage):
      // «การเปลี่ยนผ่านนี้หมายถึงภาระที่เพิ่มขึ้น …» says what comes of it.
      if isPlain, text.hasPrefix("นี้", at: cue.start) { return nil }
      return add(
        term: cut(term, isPlain: isPlain, isOpening: opensPassage), statement: statement, marker: text.foldedString(cue.range),
        cue: cue, citation: place.citation,
        rule: "definition.means", certainty: .sure)
    case .role(let term):
      return add(
        kind: .identification, term: term, statement: statement, marker: text.foldedString(cue.range), cue: cue,
        rule: "identification", certainty: .likely)
    }
  }

  /// The term of a pair that ends at a marker: its English sets it off, whatever stands before it.
  func setOff(before i: Int) -> Definiendum? {
    let end = text.skippingSpaces(before: i, from: 0)
    let index = pairs.partitioningIndex { $0.range.upperBound >= end }
    guard index < pairs.count, pairs[index].range.upperBound == end else { return nil }
    return .term(pairs[index].term, isPlain: false, isOpening: false)
  }

  /// «พื้นที่รอยต่อพัฒนาการ (ZPD) ของ Vygotsky (1978) ซึ่งหมายถึง …», «ชาติพันธุ์วรรณนา (ethnography) เป็นหลัก ซึ่งหมายถึง …»: the pair before, only
  /// whose it is or a word or two between.
  private func relativeAntecedent(before i: Int) -> Range<Int>? {
    let index = pairs.partitioningIndex { $0.range.upperBound > i }
    guard index > 0, i - pairs[index - 1].range.upperBound <= 240 else { return nil }
    let between = text.trimmed(pairs[index - 1].range.upperBound..<i)
    if between.isEmpty { return pairs[index - 1].term }
    let isOwned = text.hasPrefix("ของ", at: between.lowerBound) || text.hasPrefix("ตาม", at: between.lowerBound)
    let isCited = speakers.floor(before: i) == between.upperBound
    return isOwned && isCited || text.scalarCount(between) <= 12 ? pairs[index - 1].term : nil
  }

  // MARK: ก ได้แก่ …

  /// «แรงจูงใจใฝ่สัมฤทธิ์ (achievement motive) ตามความหมายของ ข (1961) ได้แก่ ความปรารถนาที่จะ …»: a meaning, no list.
  private mutating func readComprises(_ cue: Cue) -> Int? {
    guard text.hasSuffix("ได้แก่", before: cue.end) else { return nil }
    let statement = text.skippingSpaces(from: cue.end, to: text.count)
    guard text.tellsKind(at: statement), !text.listsThings(from: statement, limit: text.count) else { return nil }
    let place = place(before: cue.start)
    guard case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: place.end, from: place.floor),
      text.isSaid(before: term.lowerBound, from: place.floor) || !isPlain
    else { return nil }
    return add(
      term: cut(term, isPlain: isPlain, isOpening: isOpening), statement: statement, marker: text.foldedString(cue.range), cue: cue,
      citation: place.citation, rule: "definition.comprises", certainty: .likely)
  }

  // MARK: Where a term stands

  /// Where the term before a marker ends, and how far back it can reach: over «ในทัศนะของเสน่ห์ จามริก (2541)», who then says it.
  func place(before i: Int) -> (end: Int, floor: Int, citation: Int?) {
    let floor = speakers.floor(before: i)
    let count = speakers.count(upTo: i)
    // «ความตรง (validity) ตามที่ศิริชัย (2556) อธิบาย หมายถึง»
    let said = text.trimmed(floor..<i)
    guard floor > 0, count > 0, said.isEmpty || saidBare.isPhrase(said, of: text) else { return (i, floor, nil) }
    let outer = count > 1 ? citations[count - 2].range.upperBound : 0
    let limit = max(outer, citations[count - 1].range.lowerBound - 300)
    guard let aside = text.aside(before: citations[count - 1].range.lowerBound, from: limit) else { return (i, floor, nil) }
    return (aside, outer, count - 1)
  }

  /// «ผู้เฝ้าประตู (gatekeeper) เป็นคำที่ … นำมาใช้ หมายถึง …»: the term that a sentence introduced as a word.
  private func introduced(before i: Int) -> Definiendum? {
    var j = i
    let limit = max(0, i - 300)
    while j > limit {
      j = text.before(j)
      guard text.bytes[j] == 0xE0, text.hasPrefix("เป็นคำ", at: j),
        text.hasPrefix("เป็นคำที่", at: j) || text.hasPrefix("เป็นคำศัพท์", at: j) || text.hasPrefix("เป็นคำซึ่ง", at: j)
      else { continue }
      guard case .term(let term, let isPlain, let isOpening)? = text.definiendum(before: j, from: speakers.floor(before: j)),
        !isPlain || isOpening
      else { return nil }
      return .term(term, isPlain: isPlain, isOpening: isOpening)
    }
    return nil
  }

  /// «มิได้หมายถึง ก เท่านั้น แต่หมายถึง ข»: the meaning is ข.
  private mutating func readNegated(_ cue: Cue, index: Int) -> Int? {
    guard let positive = cues[(index + 1)...].first(where: { $0.kind == .means || $0.kind == .meansNot }), positive.kind == .means,
      positive.start - cue.end <= 360
    else { return readContrary(cue) ?? cue.end }
    let lead = text.skippingSpaces(before: positive.start, from: cue.end)
    let isContrary = butBefore.match(text, before: lead, from: cue.end) != nil || text.hasPrefix("แต่", at: positive.start)
    guard isContrary else { return readContrary(cue) ?? positive.end }
    if let anaphor = anaphor(before: cue.start) {
      return anaphor.antecedent.flatMap {
        add(
          term: $0, statement: afterMarker(positive.end), marker: text.foldedString(cue.range) + " … แต่หมายถึง", cue: cue,
          rule: "definition.negated", certainty: .likely)
      } ?? positive.end
    }
    // «วาทกรรม (discourse) ตามนัยของ ก (1972) มิได้หมายถึงถ้อยคำ แต่หมายถึง …»
    let place = place(before: cue.start)
    guard case .term(let term, let isPlain, let opensPassage)? = text.definiendum(before: place.end, from: place.floor) else {
      return positive.end
    }
    return add(
      term: cut(term, isPlain: isPlain, isOpening: opensPassage), statement: afterMarker(positive.end),
      marker: text.foldedString(cue.range) + " … แต่หมายถึง", cue: cue, citation: place.citation,
      rule: "definition.negated", certainty: .sure)
  }

  // MARK: Putting one together

  /// «นิยามคลาสสิกมาจาก …»: the noun, where no name stands before to be its subject.
  func isNoun(_ cue: Cue) -> Bool {
    guard text.hasPrefix("นิยาม", at: cue.start), cue.end - cue.start == 15, !text.hasPrefix("กันว่า", at: cue.end) else {
      return false
    }
    let floor = speakers.floor(before: cue.start)
    let before = text.skippingSpaces(before: cue.start, from: floor)
    return before < cue.start && before > floor || cue.start == 0
  }

  /// The term as it is called: as its English was found to name it, or without what is said of it.
  func cut(_ term: Range<Int>, isPlain: Bool, isOpening: Bool) -> Range<Int> {
    // «ส่วนประสมการตลาด หรือ Marketing Mix หมายถึง»: called by its Thai name.
    if text.isLatinLetter(at: text.before(term.upperBound)) {
      let index = pairs.partitioningIndex { $0.range.upperBound >= term.upperBound }
      if index < pairs.count, pairs[index].range.upperBound == term.upperBound { return pairs[index].term }
    }
    if !isPlain {
      let index = pairs.partitioningIndex { $0.term.upperBound >= term.upperBound }
      // «ผู้ส่งสาร (sender) หรือแหล่งสาร (source) หมายถึง»: called by the first of its names.
      if index > 0, index < pairs.count, pairs[index].term.upperBound == term.upperBound {
        let or = text.skippingSpaces(before: pairs[index].term.lowerBound, from: 0)
        if text.hasSuffix("หรือ", before: or), text.skippingSpaces(before: or - 12, from: 0) == pairs[index - 1].range.upperBound {
          return pairs[index - 1].term
        }
      }
      if index < pairs.count, pairs[index].term.upperBound == term.upperBound, pairs[index].term.lowerBound > term.lowerBound {
        return pairs[index].term
      }
      return term
    }
    return isOpening ? text.firstOfNames(term) : text.headOfTerm(term)
  }

  /// A work that is only mentioned («ตามกรอบของ Donabedian (1966)») says nothing behind the next thought or a long clause.
  func reaches(_ citation: Int, _ start: Int) -> Bool {
    let range = citations[citation].range
    let before = text.skippingSpaces(before: range.lowerBound, from: max(0, range.lowerBound - 60))
    // «ความตรง ตามที่ศิริชัย (2556) อธิบาย หมายถึง …»: no further than that.
    if text.hasSuffix("ตามที่", before: before) || text.hasSuffix("ดังที่", before: before) {
      return start - range.upperBound <= 60
    }
    guard text.hasSuffix("ของ", before: before), viewsBefore.match(text, before: before - 9, from: 0) == nil,
      !text.startsSpeech(at: range.upperBound), !text.startsStatement(at: range.upperBound)
    else { return true }
    return start - range.upperBound <= 120 && !text.opensThought(at: text.skippingSpaces(from: range.upperBound, to: text.count))
  }

  /// Named with its English in this passage.
  func isKnown(_ term: Range<Int>) -> Bool { !known.isEmpty && known.contains(text.foldedString(term)) }

  func afterMarker(_ end: Int) -> Int {
    var start = text.skippingSpaces(from: end, to: text.count)
    while let match = afterMarkers.match(text, at: start, end: text.count), text.canBreak(at: start + match.length) {
      start = text.skippingSpaces(from: start + match.length, to: text.count)
    }
    // «หมายถึง..... กระบวนการที่ …»
    if start + 1 < text.count, text.bytes[start] == 0x2E, text.bytes[start + 1] == 0x2E {
      while start < text.count, text.bytes[start] == 0x2E { start += 1 }
      start = text.skippingSpaces(from: start, to: text.count)
    }
    return start
  }

  mutating func add(
    kind: Definition.Kind = .definition, term: Range<Int>, statement: Int, marker: String, cue: Cue, citation said: Int? = nil,
    isTopical: Bool = false, needsMeaning: Bool = false, rule: String, certainty: Certainty
  ) -> Int? {
    var (term, said) = (term, said)
    // «ก หมายถึง … นอกจากนี้ยังหมายรวมถึง …»: more of the term before.
    if furtherMeanings.match(text, at: term.lowerBound, end: cue.start) != nil {
      guard let last = found.last, last.termUnit == nil, cue.start - last.statement.lowerBound <= 600 else { return nil }
      (term, said) = (last.term, said ?? last.citation)
    }
    // «คำว่าสารสนเทศมีผู้ให้ความหมายไว้หลายท่าน»
    if let others = text.firstPlace(of: givenByOthers, in: term), others > term.lowerBound { term = term.lowerBound..<others }
    guard text.count - statement >= 12, !term.isEmpty, isTopical || !isBareHead(term, kind),
      noStatements.match(text, at: statement, end: text.count) == nil
    else {
      return nil
    }
    let citation =
      said ?? speakers.speaker(before: min(term.lowerBound, cue.start)).flatMap { reaches($0, term.lowerBound) ? $0 : nil }
    let start = min(citation.map { citations[$0].range.lowerBound } ?? Int.max, min(term.lowerBound, cue.start))
    found.append(
      DefinitionDraft(
        kind: kind, term: term, statement: statement..<text.count, marker: marker, citation: citation,
        isAnaphoric: citation == nil && text.startsAnaphora(at: text.skippingSpaces(from: 0, to: text.count)),
        isTopical: isTopical, needsMeaning: needsMeaning, passage: start..<text.count, rule: rule,
        certainty: certainty))
    return statement
  }

  /// «ผู้ที่รู้จักศาสนาเดียวคือผู้ที่ …»: what is left of a term cut at «ที่» says nothing.
  private func isBareHead(_ term: Range<Int>, _ kind: Definition.Kind) -> Bool {
    kind == .definition && bareHeads.isPhrase(term, of: text) && text.hasPrefix("ที่", at: term.upperBound)
  }
}

private let saidBare = PhraseTable(
  wordList("อธิบาย อธิบายไว้ กล่าว กล่าวไว้ ได้กล่าวไว้ เสนอ เสนอไว้ ให้ไว้ ระบุ ระบุไว้ ว่าไว้ ใช้ นิยาม นิยามไว้ นั้น ได้อธิบายไว้ ได้ให้ไว้"))
private let furtherMeanings = PhraseTable(wordList("นอกจากนี้ นอกจากนั้น นอกจาก อีกทั้งยัง ทั้งยัง รวมทั้งยัง ตลอดจนยัง และยัง แต่ยัง"))
private let givenByOthers = PhraseTable(wordList("มีผู้ให้ มีนักวิชาการ มีผู้รู้ มีหลาย"))
private let bareHeads = PhraseTable(wordList("ผู้ คน สิ่ง แนวคิด มาตรการ วิธี วิธีการ ส่วน เรื่อง ค่า ข้อ หลัก กลุ่ม งาน การ"))
/// Whose view it is that follows.
private let viewsBefore = SuffixTable(
  wordList("แนวคิด ทัศนะ ทรรศนะ มุมมอง ความเห็น ความคิด คำอธิบาย นิยาม คำนิยาม คำจำกัดความ ความหมาย ทฤษฎี ข้อเสนอ"))
/// «… คืออะไร» asks.
private let noStatements = PhraseTable(wordList("อะไร ใคร อย่างไร ไหน เมื่อใด ที่ใด อะไรบ้าง ดังนี้ ดังต่อไปนี้ ร้อยละ เท่ากับ"))
let conditionWords = SuffixTable(wordList("ถ้า หาก เมื่อ ไม่ มิ มิได้ ไม่ได้ ควร ไม่สามารถ มิอาจ ไม่อาจ"))
private let afterMarkers = PhraseTable(wordList("ว่า : ถึง"))
private let butBefore = SuffixTable(wordList("แต่ แต่อาจ หาก หากแต่ แต่ยัง แต่จะ แต่ควร แต่ให้ แต่กลับ แต่ต้อง"))

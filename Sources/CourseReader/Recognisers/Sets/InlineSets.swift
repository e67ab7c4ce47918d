import CourseModel

/// Sets counted out within one paragraph: «ได้แก่ ก ข และ ค», «1) ก 2) ข 3) ค», «ประการแรก … ประการที่สอง …».
struct InlineSetRecogniser {
  let text: ReadingText
  let cues: [Cue]
  let speakers: Speakers
  let unit: Int
  let isClosed: (Range<Int>) -> Bool
  private(set) var found: [SetDraft] = []
  /// Where a line of the source opens with a number or letter of its own: a list that was written as one paragraph.
  private let numberedLines: [Int]
  var done = 0
  /// Where the numbered sets stand, lead-in and items, ascending.
  private var numbered: [Range<Int>] = []

  init(
    text: ReadingText, cues: [Cue], citations: [CitationDraft], unit: Int, lineStarts: [Int] = [],
    isClosed: @escaping (Range<Int>) -> Bool = { _ in false }
  ) {
    self.text = text
    self.cues = cues
    self.unit = unit
    self.isClosed = isClosed
    speakers = Speakers(citations: citations, cues: cues)
    numberedLines = lineStarts.filter { text.ordinalMarker(at: $0, end: min(text.count, $0 + 60)) != nil }
  }

  mutating func read() {
    readNumbered()
    done = 0
    for (index, cue) in cues.enumerated() {
      guard cue.start >= done, !isClosed(cue.range) else { continue }
      switch cue.kind {
      case .comprises, .is:
        if readOrdinals(after: cue) { continue }
        readNamed(after: cue, index: index)
      default: continue
      }
    }
    readChains()
    readArrows()
    found.sort { $0.items[0].range.lowerBound < $1.items[0].range.lowerBound }
  }

  /// Whether a numbered set of this text was found around `i`. O(log sets).
  func isTaken(_ i: Int) -> Bool {
    var low = 0
    var high = numbered.count
    while low < high {
      let middle = (low + high) / 2
      if numbered[middle].upperBound <= i { low = middle + 1 } else { high = middle }
    }
    return low < numbered.count && numbered[low].lowerBound <= i
  }

  /// The sentence before `i`, as far as a gap of three spaces, a citation apart: it may hold the title.
  func sentence(before i: Int) -> Range<Int> {
    var start = i
    let floor = max(0, i - 900)
    while start > floor {
      let space = text.spaceLength(before: start)
      if space > 0 {
        let gap = text.skippingSpaces(before: start, from: floor)
        if start - gap >= 3 { break }
        start = gap
      } else {
        start = text.before(start)
      }
    }
    return start..<i
  }

  func draft(_ items: [SetDraft.Item], leadIn range: Range<Int>, cueEnd: Int, rule: String, certainty: Certainty)
    -> SetDraft
  {
    var leadIn = text.setLeadIn(range.lowerBound..<cueEnd)
    if leadIn.title == nil, let counted = text.countedSet(in: max(range.lowerBound, cueEnd - 240)..<cueEnd) {
      // «ศึกษาได้ 3 ส่วนที่สำคัญ คือ»: the count and what is said of it are the only name there is. «3 มิติ» alone is none.
      var end = counted.range.upperBound
      while end < cueEnd, text.spaceLength(at: end) == 0 { end = text.after(end) }
      if end > counted.range.upperBound {
        leadIn.title = counted.range.lowerBound..<end
        leadIn.isGeneric = false
      }
    }
    let end = items.last?.range.upperBound ?? cueEnd
    // Who closes the list, where who spoke before spoke sentences ago.
    let closing = speakers.closing(after: end, in: text)
    var citation = speakers.speaker(before: cueEnd)
    if let speaker = citation, closing != nil, speakers.citations[speaker].range.upperBound + 200 < cueEnd { citation = nil }
    citation = citation ?? closing
    return SetDraft(
      title: leadIn.title.map { (unit, $0) }, isGeneric: leadIn.isGeneric, statedCount: leadIn.count, isOrdered: leadIn.isOrdered,
      items: items,
      citation: citation.map { (unit, $0) }, leadIn: (unit, range), rule: rule, certainty: certainty)
  }

  // MARK: 1) ก 2) ข 3) ค

  private mutating func readNumbered() {
    var run: [(marker: Int, content: Int, value: Int)] = []
    func spans(_ k: Int, _ end: Int) -> Range<Int> { run[k].content..<(k + 1 < run.count ? run[k + 1].marker : end) }
    func close() {
      defer { run = [] }
      guard run.count >= 2, let first = run.first, let last = run.last, first.marker > 0 else { return }
      let line = numberedLines.partitioningIndex { $0 > last.content }
      let limit = line < numberedLines.count ? numberedLines[line] : text.count
      let end = text.endOfItem(from: last.content, limit: min(limit, last.content + 1500))
      var items: [SetDraft.Item] = []
      for k in run.indices {
        let range = text.trimmed(spans(k, end), also: ",;")
        guard let item = text.setItem(unit: unit, in: withoutAnd(range)) else { return }
        items.append(item)
      }
      let lead = sentence(before: first.marker)
      guard text.scalarCount(lead) >= 6 else { return }
      found.append(draft(items, leadIn: lead, cueEnd: first.marker, rule: "list.inline-numbered", certainty: .sure))
      numbered.append(max(lead.lowerBound, numbered.last?.upperBound ?? 0)..<max(end, lead.upperBound))
    }
    for cue in cues where cue.kind == .close {
      if let letter = text.bracketedLetter(before: cue.start), !isClosed(cue.range) {
        if letter.value == 1 {
          close()
          run = [(letter.start, cue.end, 1)]
        } else if let last = run.last, letter.value == last.value + 1, letter.start - last.content <= 1800 {
          run.append((letter.start, cue.end, letter.value))
        }
        continue
      }
      var start = cue.start
      while start > 0, text.isDigit(before: start), cue.start - start <= 6 { start = text.before(start) }
      guard start < cue.start, cue.start - start <= 6 else { continue }
      let value = text.wholeNumber(start..<cue.start)
      let marker = start > 0 && text.bytes[start - 1] == 0x28 ? start - 1 : start
      guard let value, marker == 0 || text.spaceLength(before: marker) > 0 || text.isThaiLetter(at: text.before(marker)),
        !isClosed(cue.range)
      else { continue }
      if value == 1 {
        close()
        run = [(marker, cue.end, 1)]
      } else if let last = run.last, value == last.value + 1, marker - last.content <= 1800 {
        run.append((marker, cue.end, value))
      }
    }
    close()
  }

  func withoutAnd(_ range: Range<Int>) -> Range<Int> {
    var range = range
    for word: StaticString in ["และ", "หรือ"] where text.hasSuffix(word, before: range.upperBound, from: range.lowerBound) {
      let end = range.upperBound - word.utf8CodeUnitCount
      if text.spaceLength(before: end) > 0 { range = text.trimmed(range.lowerBound..<end, also: ",;") }
    }
    return range
  }

  // MARK: ประการแรก … ประการที่สอง …

  /// «3 ส่วนที่สำคัญ คือ ส่วนที่… ส่วนที่สอง … และส่วนที่สาม …»
  private mutating func readOrdinals(after cue: Cue) -> Bool {
    let lead = sentence(before: cue.start)
    guard let counted = text.countedSet(in: max(lead.lowerBound, cue.start - 240)..<cue.start), !isTaken(cue.start) else {
      return false
    }
    // «มีสองความหมาย ความหมายแรก การข่มขู่ (…) คือ …»: counted out already, the cue belongs to an item.
    if text.holdsOrdinal(in: counted.range.upperBound..<cue.start) { return false }
    let classifier = text.classifier(in: counted.range)
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    let limit = min(text.count, start + 4000)
    var places: [(start: Int, content: Int)] = []
    var i = start
    while i < limit, places.count < counted.count {
      if text.bytes[i] == 0xE0, text.matches(classifier, at: i),
        let ordinal = ordinals.match(text, at: i + classifier.count, end: limit),
        ordinal.value == places.count + 1 || (places.isEmpty && ordinal.value == 2)
          || (ordinal.value == -1 && places.count == counted.count - 1)
      {
        if places.isEmpty, ordinal.value == 2 { places.append((start, start)) }
        let words = i + classifier.count + ordinal.length
        places.append((i, text.skippingSpaces(from: words, to: limit)))
        i = words
      } else {
        i = text.after(i)
      }
    }
    guard places.count == counted.count, places.count >= 2 else { return false }
    let last = places[places.count - 1]
    var end = text.endOfStatement(from: last.content, limit: limit)
    let next = speakers.count(upTo: last.content)
    if next < speakers.citations.count { end = min(end, text.bracketStart(before: speakers.citations[next].range.lowerBound)) }
    var items: [SetDraft.Item] = []
    for (k, place) in places.enumerated() {
      var range = text.trimmed(place.content..<(k + 1 < places.count ? places[k + 1].start : max(place.content, end)), also: ",;")
      range = withoutAnd(range)
      range = withoutOrdinalLead(range)
      guard let item = text.setItem(unit: unit, in: range) else { return false }
      items.append(item)
    }
    var set = draft(items, leadIn: lead, cueEnd: cue.end, rule: "list.ordinals", certainty: .sure)
    set.statedCount = counted.count
    found.append(set)
    done = items.last?.range.upperBound ?? cue.end
    return true
  }

  func withoutOrdinalLead(_ range: Range<Int>) -> Range<Int> {
    guard let word = ordinalLeads.match(text, at: range.lowerBound, end: range.upperBound),
      text.canBreak(at: range.lowerBound + word.length)
    else { return range }
    return text.trimmed(range.lowerBound + word.length..<range.upperBound)
  }

  /// Where the sets found so far stand, ascending.
  func spans() -> [Range<Int>] {
    found.compactMap { set in
      guard let first = set.items.first, let last = set.items.last else { return nil }
      return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  mutating func keep(_ set: SetDraft) { found.append(set) }
}

private let ordinalLeads = PhraseTable(wordList("เป็น คือ ได้แก่ หมายถึง ก็คือ เรียกว่า เรียกกันว่า มีชื่อว่า ว่าด้วย"))

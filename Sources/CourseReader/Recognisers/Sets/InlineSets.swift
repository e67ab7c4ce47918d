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
  private var done = 0
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
  private func isTaken(_ i: Int) -> Bool {
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
      let end = text.endOfStatement(from: last.content, limit: min(limit, last.content + 1500))
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

  // MARK: ได้แก่ ก ข และ ค

  private mutating func readNamed(after cue: Cue, index: Int) {
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    guard start < text.count, !isTaken(cue.start), !isTaken(start) else { return }
    // «แบ่งออกเป็นสามประเภท ได้แก่ …»: the items come after the next cue.
    if index + 1 < cues.count, cues[index + 1].kind == .comprises || cues[index + 1].kind == .is,
      cues[index + 1].start - start <= 120,
      text.countedSet(in: start..<cues[index + 1].start) != nil
    {
      return
    }
    let lead = sentence(before: cue.start)
    var counted =
      text.countedSet(in: max(lead.lowerBound, cue.start - 240)..<cue.start)
      ?? text.countedThing(endingAt: cue.start, from: lead.lowerBound)
    var isReset = false
    if let found = counted {
      let between = found.range.upperBound..<cue.start
      if text.holdsOrdinal(in: between) { return }
      // «วิธีสอน 2 แบบ คือ ก และ ข ตัวแปรตาม ได้แก่ …»: the count was of another set.
      if text.restartsSelection(in: between) || holdsSet(between, before: index) {
        counted = text.countedThing(endingAt: cue.start, from: max(lead.lowerBound, found.range.upperBound))
        isReset = true
      }
    }
    guard
      var list = namedItems(from: start, isCounted: counted != nil)
        ?? (counted?.count == 2 ? text.halves(from: start) : nil).map({
          ($0, $0[1].upperBound, true, false)
        }), list.items.allSatisfy({ text.namesThing($0) })
    else { return }
    // «สัทธรรม ๓ ได้แก่ …»: the number in the term counts what follows, where it does.
    if let two = counted, two.count == 2, let halves = text.halves(from: start) {
      list = (halves, halves[1].upperBound, true, false)
    }
    if counted == nil, let number = text.trailingNumber(before: cue.start), number.value == list.items.count {
      counted = (number.value, number.range, false)
    }
    if let counted, list.items.count != counted.count { list.items = mergedByForm(list.items) }
    if let counted {
      guard list.items.count == counted.count else { return }
    } else {
      list.items = mergedByForm(list.items)
      // Without a count: three or more with «และ» before the last, after «คือ» only of one form.
      guard list.isClosed, list.items.count >= 3, !text.hasPrefix("เริ่ม", at: cue.start),
        cue.kind == .comprises || isParallel(list.items) || list.isExtended
      else {
        return
      }
    }
    var items: [SetDraft.Item] = []
    for range in list.items {
      guard let item = text.setItem(unit: unit, in: range, titleEnd: text.titleEnd(in: range)) else { return }
      items.append(item)
    }
    var set = draft(items, leadIn: lead, cueEnd: cue.end, rule: "list.inline", certainty: counted != nil ? .sure : .likely)
    set.statedCount = isReset ? counted?.count : set.statedCount ?? counted?.count
    found.append(set)
    done = list.end
  }

  /// A set found in a stretch before the cue of that index.
  private func holdsSet(_ range: Range<Int>, before index: Int) -> Bool {
    var k = index - 1
    while k >= 0, cues[k].start >= range.lowerBound {
      if cues[k].kind == .comprises || cues[k].kind == .is, cues[k].end < range.upperBound,
        !text.trimmed(cues[k].end..<range.upperBound).isEmpty
      {
        return true
      }
      k -= 1
    }
    return false
  }

  private func namedItems(from start: Int, isCounted: Bool) -> (items: [Range<Int>], end: Int, isClosed: Bool, isExtended: Bool)? {
    var items: [Range<Int>] = []
    var i = start
    var isClosed = false
    var isExtended = false
    let limit = min(text.count, start + 1800)
    while i < limit, items.count < 30 {
      // One item: up to a comma or a space.
      var end = i
      while end < limit, text.spaceLength(at: end) == 0, text.bytes[end] != 0x2C, text.bytes[end] != 0x28 { end = text.after(end) }
      if end < limit, text.bytes[end] == 0x28 {
        // English in brackets belongs to the item before it.
        guard let close = text.firstIndex(of: 0x29, in: end..<min(limit, end + 160)),
          text.englishTerms(text.trimmed(end + 1..<close)) != nil
        else {
          if end > i { items.append(i..<end) }
          break
        }
        let from = end == i ? (items.popLast()?.lowerBound ?? i) : i
        items.append(from..<close + 1)
        i = text.skippingSpaces(from: close + 1, to: limit)
        if i < limit, text.bytes[i] == 0x2C { i = text.skippingSpaces(from: i + 1, to: limit) }
        if isClosed { break }
        continue
      }
      var item = i..<end
      guard !item.isEmpty else { break }
      let next = text.skippingSpaces(from: end, to: limit)
      // «ประกอบด้วยสามห่วง ได้แก่ …»: the items come after the next cue.
      if text.hasPrefix("ได้แก่", at: item.lowerBound), text.canBreak(at: item.lowerBound + 18) { return nil }
      if text.hasPrefix("ๆ", at: item.lowerBound), let last = items.popLast() {
        items.append(last.lowerBound..<end)
      } else if text.hasPrefix("และสุดท้าย", at: item.lowerBound) {
        let after = text.hasPrefix("คือ", at: next) ? text.skippingSpaces(from: next + 9, to: limit) : next
        var last = after
        while last < limit, text.spaceLength(at: last) == 0 { last = text.after(last) }
        if last > after {
          items.append(after..<last)
          isClosed = true
          isExtended = true
          i = last
        }
        break
      } else if text.hasPrefix("หรือ", at: item.lowerBound), let last = items.popLast() {
        items.append(last.lowerBound..<end)
      } else if let joiner = lastJoiners.match(text, at: item.lowerBound, end: item.upperBound),
        text.canBreak(at: item.lowerBound + joiner.length)
      {
        item = item.lowerBound + joiner.length..<end
        if item.isEmpty {
          var last = next
          while last < limit, text.spaceLength(at: last) == 0 { last = text.after(last) }
          item = next..<last
          end = last
        }
        if !item.isEmpty { items.append(item) }
        isClosed = true
        // «… และการปฏิสัมพันธ์ เพื่อนำไปสู่การตีความหมาย … และสุดท้าย คือ …»: what they lead to comes last.
        let then = text.skippingSpaces(from: end, to: limit)
        if let leading = leadingTo.match(text, at: then, end: limit), text.holdsLast(from: then, to: limit) {
          i = then + leading.length
          continue
        }
        if let bracket = text.skippingBracket(at: then, limit: limit), let last = items.popLast() {
          items.append(last.lowerBound..<bracket)
        }
        i = end
        break
      } else if !continuesForm(item.lowerBound, of: items.first?.lowerBound, isCounted: isCounted),
        endsNamed(item.lowerBound) || (isClosed && !isExtended && !text.holdsLast(from: item.lowerBound, to: limit))
      {
        break
      } else {
        items.append(item)
      }
      if next - end >= 3 { break }
      i = text.bytes.indices.contains(next) && text.bytes[next] == 0x2C ? text.skippingSpaces(from: next + 1, to: limit) : next
      if end == limit { break }
    }
    items = withoutTallies(items)
    guard items.count >= 2, items.allSatisfy({ (2...70).contains(text.scalarCount($0)) && text.thai(at: $0.lowerBound) != nil })
    else { return nil }
    return (items, items.last?.upperBound ?? start, isClosed, isExtended)
  }

  /// «3 ประการ คือ มีบุคคล มีเป้าหมายร่วม และมี…»: where a count stands, a word that would end a list opens each of its items.
  private func continuesForm(_ i: Int, of first: Int?, isCounted: Bool) -> Bool {
    guard isCounted, let verb = itemVerbs.match(text, at: first ?? i, end: text.count) else { return false }
    let opening = first ?? i
    return text.matches(Array(text.bytes[opening..<opening + verb.length]), at: i)
  }

  /// «ปรับหลักสูตร ๑ พัฒนาครู ๑ และจัดงบประมาณ ๑»: a one behind each item, as lists were counted before.
  private func withoutTallies(_ items: [Range<Int>]) -> [Range<Int>] {
    func isTally(_ range: Range<Int>) -> Bool {
      text.digit(at: range.lowerBound).map { $0.value == 1 && $0.length == range.count } ?? false
    }
    guard items.filter(isTally).count >= 2 else { return items }
    var joined: [Range<Int>] = []
    var start: Int?
    for (index, item) in items.enumerated() {
      if isTally(item) {
        if let from = start, index > 0 { joined.append(from..<items[index - 1].upperBound) }
        start = nil
      } else {
        start = start ?? item.lowerBound
      }
    }
    if let from = start, let last = items.last { joined.append(from..<last.upperBound) }
    return joined
  }

  private func endsNamed(_ i: Int) -> Bool {
    if text.opensThought(at: i) { return true }
    guard let match = namedEnds.match(text, at: i, end: text.count) else { return false }
    return text.canBreak(at: i + match.length)
  }

  /// «การถ่ายทอดความรู้ ทักษะ การสื่อสาร …»: where most begin with การ, one that does not belongs to the one before.
  private func mergedByForm(_ items: [Range<Int>]) -> [Range<Int>] {
    for form: StaticString in ["การ", "ความ", "ด้าน", "ปัจจัย"] {
      let count = items.filter { text.hasPrefix(form, at: $0.lowerBound) }.count
      guard count * 3 >= items.count * 2, count < items.count, count >= 2 else { continue }
      var merged: [Range<Int>] = []
      for item in items {
        if !text.hasPrefix(form, at: item.lowerBound), let last = merged.popLast() {
          merged.append(last.lowerBound..<item.upperBound)
        } else {
          merged.append(item)
        }
      }
      return merged
    }
    return items
  }

  private func isParallel(_ items: [Range<Int>]) -> Bool {
    guard let first = items.first, first.count >= 9 else { return false }
    let opening = Array(text.bytes[first.lowerBound..<first.lowerBound + 9])
    return items.allSatisfy { $0.count >= 9 && text.bytes[$0.lowerBound..<$0.lowerBound + 9].elementsEqual(opening) }
  }
}

private let itemVerbs = PhraseTable(wordList("มี ไม่ ต้อง เป็น อยู่"))
private let ordinalLeads = PhraseTable(wordList("เป็น คือ ได้แก่ หมายถึง ก็คือ เรียกว่า เรียกกันว่า มีชื่อว่า ว่าด้วย"))
private let lastJoiners = PhraseTable(wordList("และ รวมทั้ง ตลอดจน และเรื่อง"))
private let leadingTo = PhraseTable(wordList("เพื่อนำไปสู่ นำไปสู่ ซึ่งนำไปสู่ เพื่อไปสู่ อันนำไปสู่"))
private let namedEnds = PhraseTable(
  wordList(
    "เป็นต้น ฯลฯ ซึ่ง โดย เพื่อ ทั้งนี้ อันจะ ที่จะ ทั้ง จะ ต้อง ทำให้ ส่งผล มี เป็น อยู่ ไม่ ก็ จึง แต่ ถ้า หาก เมื่อ เพราะ เนื่องจาก ดังกล่าว ดังนี้ กล่าวคือ นั่นคือ ที่มี ที่เป็น เช่น ตามลำดับ"
  ))

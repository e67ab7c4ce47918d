import CourseModel

// Sets that running text counts without «คือ» or «ได้แก่»: «แบ่งได้สามสาย สายแรก … สายที่สอง … และสายที่สาม …», «หนึ่ง … สอง … สาม …».

extension InlineSetRecogniser {
  // MARK: ก → ข → ค

  /// Steps with arrows between them.
  mutating func readArrows() {
    let arrows = cues.filter { $0.kind == .arrow && !isClosed($0.range) }
    var index = 0
    while index < arrows.count {
      let start = index
      while index + 1 < arrows.count, isOneStep(arrows[index].end..<arrows[index + 1].start) { index += 1 }
      defer { index += 1 }
      guard index > start, let first = arrows[start...index].first, let last = arrows[start...index].last else { continue }
      let opening = text.run(endingAt: text.skippingSpaces(before: first.start, from: 0), from: max(0, first.start - 240))
      var end = text.skippingSpaces(from: last.end, to: text.count)
      while end < text.count, text.spaceLength(at: end) == 0, end - last.end <= 240 { end = text.after(end) }
      let between = zip(arrows[start..<index], arrows[start + 1...index]).map { $0.end..<$1.start }
      let items = ([opening] + between + [last.end..<end]).compactMap { text.setItem(unit: unit, in: text.trimmed($0)) }
      guard items.count == index - start + 2 else { continue }
      let lead = sentence(before: opening.lowerBound)
      var set = draft(items, leadIn: lead, cueEnd: opening.lowerBound, rule: "list.arrows", certainty: .likely)
      set.isOrdered = true
      if let stated = set.statedCount, stated != items.count { set.statedCount = nil }
      keep(set)
    }
  }

  /// Short words of one line between two arrows.
  private func isOneStep(_ range: Range<Int>) -> Bool {
    let words = text.trimmed(range)
    return !words.isEmpty && words.count <= 240 && text.thai(at: words.lowerBound) != nil
  }

  // MARK: สายแรก … สายที่สอง …

  mutating func readChains() {
    var from = 0
    let taken = spans()
    for cue in cues where cue.start >= from && !isClosed(cue.range) {
      let chain =
        switch cue.kind {
        case .secondOrdinal: ordinalChain(second: cue, from: from)
        case .firstNumeral: numeralChain(first: cue)
        default: nil as Chain?
        }
      guard let chain, let set = set(of: chain), let first = set.items.first, let last = set.items.last else { continue }
      let next = taken.partitioningIndex { $0.upperBound > first.range.lowerBound }
      from = last.range.upperBound
      if next < taken.count, taken[next].lowerBound < last.range.upperBound { continue }
      keep(set)
    }
  }

  private struct Chain {
    /// Where each item's number begins and where its words do.
    var places: [(start: Int, content: Int)]
    var count: Int?
    var isOrdered: Bool
  }

  private func ordinalChain(second cue: Cue, from floor: Int) -> Chain? {
    guard let noun = text.ordinalNoun(before: cue.start), let first = first(of: noun, from: max(floor, noun.lowerBound - 1500))
    else {
      return nil
    }
    var places: [(start: Int, content: Int)] = [first, (noun.lowerBound, cue.end)]
    let lead = max(0, first.start - 300)..<first.start
    let stated = text.count(of: noun, in: lead) ?? text.countedSet(in: lead)?.count
    let word = Array(text.bytes[noun])
    var i = cue.end
    while i < min(text.count, places[places.count - 1].content + 1500), places.count < stated ?? 12 {
      if text.bytes[i] == word[0], text.matches(word, at: i),
        let ordinal = ordinals.match(text, at: i + word.count, end: text.count)
      {
        if ordinal.value == 1 { break }
        if ordinal.value == places.count + 1 || ordinal.value == -1 { places.append((i, i + word.count + ordinal.length)) }
        if ordinal.value == -1 { break }
      }
      i = text.after(i)
    }
    return Chain(places: places, count: stated, isOrdered: text.string(noun).hasPrefix("ขั้น") || text.string(noun) == "ระยะ")
  }

  /// «สายแรก», «ระดับที่หนึ่ง» before the second.
  private func first(of noun: Range<Int>, from floor: Int) -> (start: Int, content: Int)? {
    let word = Array(text.bytes[noun])
    var i = noun.lowerBound - word.count
    while i >= floor {
      if text.bytes[i] == word[0], text.matches(word, at: i),
        let ordinal = ordinals.match(text, at: i + word.count, end: text.count),
        ordinal.value == 1, i == 0 || text.ordinalNoun(before: i + word.count) != nil || text.isThaiLetter(at: text.before(i))
      {
        return (i, i + word.count + ordinal.length)
      }
      i -= 1
    }
    return nil
  }

  private func numeralChain(first cue: Cue) -> Chain? {
    var places = [(start: cue.start, content: cue.end)]
    var i = cue.end
    while i < min(text.count, places[places.count - 1].content + 1200), places.count < 10 {
      let space = text.spaceLength(at: i)
      guard space > 0 else {
        i = text.after(i)
        continue
      }
      i = text.skippingSpaces(from: i, to: text.count)
      if text.hasPrefix("และ", at: i) { i = text.skippingSpaces(from: i + 9, to: text.count) }
      if let numeral = text.loneNumeral(at: i, end: text.count) {
        if numeral.value == places.count + 1 { places.append((i, numeral.end)) } else if numeral.value == 1 { break }
      }
    }
    let counted =
      text.countedSet(in: max(0, cue.start - 240)..<cue.start)
      ?? text.countedThing(endingAt: cue.start, from: max(0, cue.start - 240))
    return Chain(places: places, count: counted?.count, isOrdered: counted?.isOrdered ?? false)
  }

  /// Nothing where another number is stated, or where two stand with none.
  private func set(of chain: Chain) -> SetDraft? {
    let places = chain.places
    guard places.count >= 2, let first = places.first, let last = places.last,
      chain.count.map({ $0 == places.count }) ?? (places.count > 2)
    else { return nil }
    let limit = min(text.count, last.content + 1500)
    var end = text.endOfStatement(from: text.skippingSpaces(from: last.content, to: limit), limit: limit)
    let next = speakers.count(upTo: last.content)
    if next < speakers.citations.count { end = min(end, text.bracketStart(before: speakers.citations[next].range.lowerBound)) }
    var items: [SetDraft.Item] = []
    for (k, place) in places.enumerated() {
      let range = text.trimmed(place.content..<max(place.content, k + 1 < places.count ? places[k + 1].start : end), also: ",;")
      guard let item = text.setItem(unit: unit, in: withoutOrdinalLead(withoutAnd(range))) else { return nil }
      items.append(item)
    }
    var set = draft(
      items, leadIn: sentence(before: first.start), cueEnd: first.start, rule: "list.ordinals",
      certainty: chain.count == nil ? .likely : .sure)
    set.statedCount = chain.count
    set.isOrdered = set.isOrdered || chain.isOrdered
    return set
  }
}

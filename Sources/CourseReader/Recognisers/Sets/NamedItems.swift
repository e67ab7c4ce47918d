import CourseModel

// «ได้แก่ ก ข และ ค»: items that only spaces, commas and the last «และ» part.

extension InlineSetRecogniser {
  mutating func readNamed(after cue: Cue, index: Int) {
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
    keep(set)
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
private let lastJoiners = PhraseTable(wordList("และ รวมทั้ง ตลอดจน และเรื่อง"))
private let leadingTo = PhraseTable(wordList("เพื่อนำไปสู่ นำไปสู่ ซึ่งนำไปสู่ เพื่อไปสู่ อันนำไปสู่"))
private let namedEnds = PhraseTable(
  wordList(
    "เป็นต้น ฯลฯ ซึ่ง โดย เพื่อ ทั้งนี้ อันจะ ที่จะ ทั้ง จะ ต้อง ทำให้ ส่งผล มี เป็น อยู่ ไม่ ก็ จึง แต่ ถ้า หาก เมื่อ เพราะ เนื่องจาก ดังกล่าว ดังนี้ กล่าวคือ นั่นคือ ที่มี ที่เป็น เช่น ตามลำดับ"
  ))

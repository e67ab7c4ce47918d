import CourseModel

/// A set as found: places are offsets of units' texts.
struct SetDraft {
  struct Item {
    var unit: Int
    var title: Range<Int>
    var english: String?
    var text: String
    /// The item's own words in its unit, title and text.
    var range: Range<Int>
  }
  /// Where the title stands; nil where a heading must serve.
  var title: (unit: Int, range: Range<Int>)?
  /// The section whose heading serves where there is no title.
  var section: Int?
  var isGeneric = false
  var statedCount: Int?
  var isOrdered: Bool
  var items: [Item]
  var citation: (unit: Int, index: Int)?
  /// The unit that leads in, and where in it the lead-in begins and ends.
  var leadIn: (unit: Int, range: Range<Int>)?
  var rule: String
  var certainty: Certainty
  /// Letters that the items' English begins with, where the text names the word they make («LINK»).
  var acronym: String?
}

extension ReadingText {
  /// Takes an item apart: its title, its English, what is said of it. `titleEnd` is where a bold title ends.
  func setItem(unit: Int, in range: Range<Int>, titleEnd: Int? = nil) -> SetDraft.Item? {
    let whole = trimmed(range)
    guard !whole.isEmpty else { return nil }
    var title: Range<Int>
    var rest: Int
    if let titleEnd, titleEnd > whole.lowerBound, titleEnd <= whole.upperBound {
      title = trimmed(whole.lowerBound..<titleEnd, also: ":")
      rest = titleEnd
    } else {
      (title, rest) = itemTitle(in: whole)
    }
    var english: String?
    // «มรรค หรือ the path»
    if let or = latinAlternative(in: title) {
      english = foldedString(or.latin)
      title = or.thai
    }
    // «การเรียนรู้ (learning)», inside the title or behind it.
    if let open = firstIndex(of: 0x28, in: title), open > title.lowerBound,
      let close = firstIndex(of: 0x29, in: open..<title.upperBound),
      let terms = englishTerms(trimmed(open + 1..<close))
    {
      english = terms.first
      if trimmed(close + 1..<title.upperBound).isEmpty { title = trimmed(title.lowerBound..<open) }
    } else {
      let bracket = skippingSpaces(from: rest, to: whole.upperBound)
      if bracket < whole.upperBound, bytes[bracket] == 0x28,
        let close = firstIndex(of: 0x29, in: bracket..<min(whole.upperBound, bracket + 160)),
        let terms = englishTerms(trimmed(bracket + 1..<close))
      {
        english = terms.first
        rest = close + 1
      }
    }
    if title.isEmpty { return nil }
    var textStart = skippingSpaces(from: rest, to: whole.upperBound)
    while textStart < whole.upperBound {
      if bytes[textStart] == 0x3A || bytes[textStart] == 0x2D || bytes[textStart] == 0x2C {
        textStart = skippingSpaces(from: textStart + 1, to: whole.upperBound)
      } else if hasPrefix("–", at: textStart) || hasPrefix("—", at: textStart) {
        textStart = skippingSpaces(from: textStart + 3, to: whole.upperBound)
      } else if let marker = itemMarkers.match(self, at: textStart, end: whole.upperBound), canBreak(at: textStart + marker.length)
      {
        textStart = skippingSpaces(from: textStart + marker.length, to: whole.upperBound)
        break
      } else {
        break
      }
    }
    let text = string(trimmed(textStart..<max(textStart, whole.upperBound)))
    return SetDraft.Item(unit: unit, title: title, english: english, text: text, range: whole)
  }

  /// Where an item that stands last in its text ends: its statement does, whatever brackets stand behind its title.
  func endOfItem(from start: Int, limit: Int) -> Int {
    var i = skippingSpaces(from: itemTitle(in: start..<limit).rest, to: limit)
    if i < limit, bytes[i] == 0x28, let close = firstIndex(of: 0x29, in: i..<min(limit, i + 160)),
      englishTerms(trimmed(i + 1..<close)) != nil
    {
      i = skippingSpaces(from: close + 1, to: limit)
    }
    guard let marker = itemMarkers.match(self, at: i, end: limit), i + marker.length < limit else {
      return endOfStatement(from: start, limit: limit)
    }
    return endOfStatement(from: skippingSpaces(from: i + marker.length, to: limit), limit: limit)
  }

  /// «มรรค หรือ the path», all of a range.
  private func latinAlternative(in range: Range<Int>) -> (thai: Range<Int>, latin: Range<Int>)? {
    guard let last = bytes[range].lastIndex(where: { $0 >= 0x80 }), last + 1 < range.upperBound, isThaiTerm(range) else {
      return nil
    }
    let or = run(endingAt: last + 1, from: range.lowerBound)
    let latin = trimmed(last + 1..<range.upperBound)
    let thai = trimmed(range.lowerBound..<or.lowerBound)
    guard hasPrefix("หรือ", at: or.lowerBound, end: or.upperBound), or.count == 12, !thai.isEmpty,
      isLatinLetter(at: latin.lowerBound)
    else { return nil }
    return (thai, latin)
  }

  /// The title that opens an item without markup: up to its English, to หมายถึง, คือ or ได้แก่, to a colon or dash, or to the first space where
  /// much more follows.
  private func itemTitle(in whole: Range<Int>) -> (title: Range<Int>, rest: Int) {
    var firstSpace: Int?
    var i = whole.lowerBound
    var length = 0
    while i < whole.upperBound, length <= 90 {
      let byte = bytes[i]
      if byte == 0x28, let close = firstIndex(of: 0x29, in: i..<min(whole.upperBound, i + 160)),
        englishTerms(trimmed(i + 1..<close)) != nil, length > 1
      {
        return (trimmed(whole.lowerBound..<i), i)
      }
      if byte == 0x3A, length > 1, spaceLength(at: i + 1) > 0 || i + 1 == whole.upperBound {
        let rest = trimmed(i + 1..<whole.upperBound)
        // «เครือข่าย : นัยคุณค่าแห่งความสัมพันธ์» is one title.
        if spaceLength(before: i) > 0, scalarCount(rest) <= 40 { return (whole, whole.upperBound) }
        return (trimmed(whole.lowerBound..<i), i)
      }
      let space = spaceLength(at: i)
      if space > 0 {
        let next = skippingSpaces(from: i, to: whole.upperBound)
        // «อำนาจหน้าที่ ต้องเหมาะสมกับฐานะ», «รายงานผล ต่อสภาท้องถิ่น»: what is said of it.
        if length >= 3, let word = sayings.match(self, at: next, end: whole.upperBound), canBreak(at: next + word.length),
          scalarCount(next..<whole.upperBound) >= 12, !isShielded(next..<next + word.length)
        {
          return (trimmed(whole.lowerBound..<i), next)
        }
        if let marker = itemMarkers.match(self, at: next, end: whole.upperBound), canBreak(at: next + marker.length) {
          return (trimmed(whole.lowerBound..<i), next)
        }
        // «องค์วัตถุ จับต้องได้ เรียกว่า วัฒนธรรมทางวัตถุ ได้แก่ …»: a sentence about the title, not more of it.
        if callings.match(self, at: next, end: whole.upperBound) != nil {
          return (trimmed(whole.lowerBound..<(firstSpace ?? i)), firstSpace ?? next)
        }
        if (next + 1 < whole.upperBound && bytes[next] == 0x2D && spaceLength(at: next + 1) > 0) || hasPrefix("– ", at: next)
          || hasPrefix("— ", at: next)
        {
          return (trimmed(whole.lowerBound..<i), next)
        }
        if firstSpace == nil, length >= 3, !hasPrefix("ๆ", at: next) { firstSpace = i }
        length += 1
        i = max(next, i + 1)
        continue
      }
      // A marker glued to the title: «การสื่อสารหมายถึง».
      if length > 2, byte == 0xE0, gluedMarkers.match(self, at: i, end: whole.upperBound) != nil, canBreak(at: i) {
        return (trimmed(whole.lowerBound..<i), i)
      }
      length += 1
      i = after(i)
    }
    if i >= whole.upperBound { return (whole, whole.upperBound) }
    if let firstSpace { return (trimmed(whole.lowerBound..<firstSpace), firstSpace) }
    // One long run: all of it up to the next space.
    while i < whole.upperBound, spaceLength(at: i) == 0 { i = after(i) }
    return (whole.lowerBound..<i, i)
  }
}

private let itemMarkers = PhraseTable(wordList("หมายถึง คือ ได้แก่ เช่น หมายความว่า หมายความถึง ซึ่งหมายถึง"))
private let sayings = PhraseTable(wordList("ต้อง จะต้อง ควร จาก ต่อ เพื่อ โดย เพราะ ซึ่ง"))
private let callings = PhraseTable(wordList("เรียกว่า เรียกกันว่า เรียกได้ว่า"))
private let gluedMarkers = PhraseTable(wordList("หมายถึง ได้แก่"))

import CourseModel

/// The terms of a chapter, pairs and marks together, second thoughts had.
struct TermGathering {
  struct Term {
    var unit: Int
    var range: Range<Int>
    var english: [String]
    var canonical: String?
    var id: String?
    var rule: String
    var certainty: Certainty
  }
  private(set) var terms: [Term] = []

  init(outline: Outline, readings: [UnitReading]) {
    let shortest = Self.shortestByEnglish(outline, readings)
    for (index, unit) in outline.units.enumerated() where !unit.isQuiz {
      let marked = unit.passage.markedTerms
      for term in marked where !unit.passage.isClosed(term.range) {
        terms.append(
          Term(
            unit: index, range: term.range, english: term.english, canonical: term.canonical, id: term.id, rule: "concept.marked",
            certainty: .marked))
      }
      guard unit.section.map({ outline.sections[$0].role == .text }) ?? true else { continue }
      for pair in readings[index].pairs where !marked.contains(where: { $0.range.overlaps(pair.range) }) {
        var range = pair.term
        // «ความหมายของเครือข่ายทางสังคม (social network)» beside «เครือข่ายทางสังคม (social network)»: the shorter is the term.
        if let english = pair.english.first, let short = shortest[Self.key(english)], unit.passage.text.hasEnding(short, in: range)
        {
          range = range.upperBound - short.utf8.count..<range.upperBound
        }
        terms.append(Term(unit: index, range: range, english: pair.english, rule: pair.rule, certainty: pair.certainty))
      }
    }
    terms.sort { ($0.unit, $0.range.lowerBound) < ($1.unit, $1.range.lowerBound) }
  }

  /// By English, the shortest Thai term it stands with.
  private static func shortestByEnglish(_ outline: Outline, _ readings: [UnitReading]) -> [String: String] {
    var shortest: [String: String] = [:]
    for (index, reading) in readings.enumerated() {
      for pair in reading.pairs {
        guard let english = pair.english.first else { continue }
        let term = outline.units[index].passage.text.string(pair.term)
        let key = key(english)
        if let known = shortest[key], known.utf8.count <= term.utf8.count { continue }
        shortest[key] = term
      }
    }
    return shortest
  }

  private static func key(_ english: String) -> String { english.lowercased() }
}

extension ReadingText {
  /// Whether a range ends in a phrase and is more than it.
  fileprivate func hasEnding(_ phrase: String, in range: Range<Int>) -> Bool {
    let start = range.upperBound - phrase.utf8.count
    return start > range.lowerBound && canBreak(at: start) && bytes[start..<range.upperBound].elementsEqual(phrase.utf8)
  }

  /// An item that defines its own title: «การเรียนรู้ (learning) ได้แก่ การเรียนรู้เกี่ยวกับ …», «**จุดมุ่งหมาย** คือ …».
  func itemDefinition(_ item: SetDraft.Item) -> DefinitionDraft? {
    var i = skippingSpaces(from: item.title.upperBound, to: item.range.upperBound)
    var hasEnglish = false
    // «มรรค หรือ the path คือ …»
    if hasPrefix("หรือ", at: i, end: item.range.upperBound), item.english != nil {
      i = skippingSpaces(from: i + 12, to: item.range.upperBound)
      while i < item.range.upperBound, isLatinLetter(at: i) || spaceLength(at: i) > 0 || bytes[i] == 0x2D { i = after(i) }
    }
    if i < item.range.upperBound, bytes[i] == 0x28, let close = firstIndex(of: 0x29, in: i..<min(item.range.upperBound, i + 160)),
      englishTerms(trimmed(i + 1..<close)) != nil
    {
      i = skippingSpaces(from: close + 1, to: item.range.upperBound)
      hasEnglish = true
    }
    guard let marker = itemDefiners.match(self, at: i, end: item.range.upperBound), canBreak(at: i + marker.length),
      // «ครู เป็นผู้ให้ความรู้» says what somebody does.
      hasEnglish || !hasPrefix("เป็น", at: i)
    else { return nil }
    let start = skippingSpaces(from: i + marker.length, to: item.range.upperBound)
    guard scalarCount(item.title) <= 80, item.range.upperBound - start >= 24 else { return nil }
    // «ปัจจัยส่วนบุคคล ได้แก่ อายุ เพศ ระดับการศึกษา»: things of a kind, no meaning.
    if !marker.value, meaningStarts.match(self, at: start, end: item.range.upperBound) == nil { return nil }
    if !marker.value, listsThings(from: start, limit: item.range.upperBound) { return nil }
    let end = min(endOfStatement(from: start, limit: item.range.upperBound, term: item.title), item.range.upperBound)
    guard end > start else { return nil }
    return DefinitionDraft(
      kind: .definition, term: item.title, statement: start..<end, marker: string(i..<i + marker.length), citation: nil,
      passage: item.title.lowerBound..<end, rule: "definition.item", certainty: marker.value ? .sure : .likely)
  }
}

extension ReadingText {
  /// Two short runs after another, or one and «และ».
  func listsThings(from start: Int, limit: Int) -> Bool {
    var i = start
    for _ in 0..<2 {
      var end = i
      while end < limit, spaceLength(at: end) == 0, bytes[end] != 0x2C { end = after(end) }
      let next = skippingSpaces(from: min(limit, end + (end < limit && bytes[end] == 0x2C ? 1 : 0)), to: limit)
      guard end > i, next < limit, scalarCount(i..<end) <= 20 else { return false }
      if hasPrefix("และ", at: next, end: limit) { return true }
      i = next
    }
    return true
  }
}

/// False for ได้แก่ and เป็น, after which other things stand as often as a meaning.
private let itemDefiners = PhraseTable<Bool>([
  ("หมายถึง", true), ("หมายความว่า", true), ("หมายความถึง", true), ("คือ", true), ("ได้แก่", false), ("เป็น", false),
])

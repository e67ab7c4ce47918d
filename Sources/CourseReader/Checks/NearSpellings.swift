import Diagnostics

/// Words one slip away from a term the chapter uses often: «คือข่าย» beside «เครือข่าย».
///
/// A slip keeps one half of the term letter by letter, so that a text is scanned for halves and compared only around them. Letters left out,
/// doubled or turned round count; a letter for another only where the two are easily taken for each other, since «ผู้เขียน» is not «ผู้เรียน».
/// Linear in the text: a half is compared with the few terms that have it.
func nearSpellings(_ checked: CheckedChapter) -> [Diagnostic] {
  let halves = TermHalves(checked.chapter.terms.map(\.term) + checked.chapter.definitions.map(\.term))
  guard !halves.isEmpty else { return [] }
  var counts = [Int](repeating: 0, count: halves.terms.count)
  var near: [(unit: Int, range: Range<Int>, term: Int)] = []
  for unit in checked.outline.units.indices where checked.isRead(unit) {
    let text = checked.outline.units[unit].passage.text
    var i = 0
    while true {
      i = halves.table.placeToLook(in: text, from: i)
      guard i < text.count else { break }
      guard let match = halves.table.match(text, at: i, end: text.count) else {
        i = text.after(i)
        continue
      }
      for half in match.value {
        if halves.stands(half, at: i, in: text) {
          if half.isFirst { counts[half.term] += 1 }
        } else if let range = halves.slip(half, at: i, in: text) {
          near.append((unit, range, half.term))
        }
      }
      i = text.after(i)
    }
  }
  var found: [Diagnostic] = []
  var seen: Set<[Int]> = []
  for slip in near where counts[slip.term] >= 4 && seen.insert([slip.unit, slip.range.lowerBound]).inserted {
    let written = checked.outline.units[slip.unit].passage.text.string(slip.range)
    let meant = halves.terms[slip.term]
    guard let span = checked.span(slip.range, in: slip.unit) else { continue }
    found.append(
      Diagnostic(
        "near-spelling", .note, thai: "“\(written)” คล้ายคำว่า “\(meant)” ที่ใช้ในบทนี้",
        english: "“\(written)” is near “\(meant)”, a term of this chapter",
        at: span, repair: Wording(thai: "หมายถึง “\(meant)” หรือไม่", english: "did you mean “\(meant)”?")))
  }
  return found
}

/// Terms cut in two where a character ends.
private struct TermHalves {
  struct Half {
    var term: Int
    var isFirst: Bool
  }
  private(set) var terms: [String] = []
  let table: PhraseTable<[Half]>
  private var first: [[UInt8]] = []
  private var second: [[UInt8]] = []

  var isEmpty: Bool { terms.isEmpty }

  init(_ names: [String]) {
    // Keyed by bytes: letters would be compared after composing them.
    var byHalf: [[UInt8]: [Half]] = [:]
    var order: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for name in names where terms.count < 400 {
      // Seven to twenty-four letters of Thai, three bytes each, and nothing else.
      let text = ReadingText(name)
      guard (21...72).contains(text.count), text.count % 3 == 0,
        stride(from: 0, to: text.count, by: 3).allSatisfy({ text.isThaiLetter(at: $0) }), seen.insert(text.bytes).inserted
      else { continue }
      let middle = text.count / 6 * 3
      for (range, isFirst) in [(0..<middle, true), (middle..<text.count, false)] {
        let half = Array(text.bytes[range])
        if byHalf[half] == nil { order.append(half) }
        byHalf[half, default: []].append(Half(term: terms.count, isFirst: isFirst))
      }
      terms.append(name)
      first.append(Array(text.bytes[..<middle]))
      second.append(Array(text.bytes[middle...]))
    }
    // A half that many terms have says little of any.
    table = PhraseTable(bytes: order.compactMap { half in byHalf[half].flatMap { $0.count <= 4 ? (half, $0) : nil } })
  }

  /// The whole term stands there.
  func stands(_ half: Half, at i: Int, in text: ReadingText) -> Bool {
    half.isFirst
      ? has(second[half.term], at: i + first[half.term].count, text) : has(first[half.term], at: i - first[half.term].count, text)
  }

  private func has(_ words: [UInt8], at i: Int, _ text: ReadingText) -> Bool {
    i >= 0 && i + words.count <= text.count && text.bytes[i..<i + words.count].elementsEqual(words)
  }

  /// The words that are the term but for one slip in its other half; nil where there is none, or more than one.
  func slip(_ half: Half, at i: Int, in text: ReadingText) -> Range<Int>? {
    let other = half.isFirst ? second[half.term] : first[half.term]
    let letters = other.count / 3
    // As long, one less, one more, two less.
    for difference in Self.slips where letters + difference >= 1 {
      let length = letters + difference
      let range: Range<Int>
      if half.isFirst {
        let start = i + first[half.term].count
        guard start + 3 * length <= text.count else { continue }
        range = start..<start + 3 * length
      } else {
        guard i - 3 * length >= 0 else { continue }
        range = i - 3 * length..<i
      }
      let whole = half.isFirst ? i..<range.upperBound : range.lowerBound..<i + second[half.term].count
      guard text.canBreak(at: whole.lowerBound), !text.isThaiTail(at: whole.upperBound),
        stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy(text.isThaiLetter)
      else { continue }
      // «อาชญา» of «อาชญากร» is a word of its own: nothing is slipped where the rest is only left out.
      if half.isFirst, length < letters, second[half.term].starts(with: text.bytes[range]) { continue }
      if isSlip(text, range, other), beginsAlike(whole.lowerBound, half.term, in: text) { return whole }
    }
    return nil
  }

  /// The same first consonant, and not one that closes the syllable before it: «สมาชิ|กเรียนรู้» is no «การเรียนรู้».
  private func beginsAlike(_ i: Int, _ term: Int, in text: ReadingText) -> Bool {
    if let before = text.thai(before: i), before == 0x31 || (before >= 0x34 && before <= 0x39) || (before >= 0x47 && before <= 0x4B)
    {
      return false
    }
    let whole = ReadingText(first[term])
    func consonant(_ text: ReadingText, _ i: Int) -> UInt8? { text.thai(at: text.isThaiLeadingVowel(at: i) ? i + 3 : i) }
    return consonant(text, i) == consonant(whole, 0)
  }

  /// Whether words of a text are `meant` but for one slip; both are whole Thai letters, three bytes each.
  private func isSlip(_ text: ReadingText, _ range: Range<Int>, _ meant: [UInt8]) -> Bool {
    text.bytes.withUnsafeBufferPointer { text in
      meant.withUnsafeBufferPointer { meant in
        let (count, meantCount) = (range.count / 3, meant.count / 3)
        func written(_ k: Int) -> UInt8 { letter(text, range.lowerBound + 3 * k) }
        func right(_ k: Int) -> UInt8 { letter(meant, 3 * k) }
        let shared = min(count, meantCount)
        var start = 0
        while start < shared, written(start) == right(start) { start += 1 }
        var end = 0
        while end < shared - start, written(count - 1 - end) == right(meantCount - 1 - end) { end += 1 }
        switch (count - start - end, meantCount - start - end) {
        case (0, 1), (1, 0): return true
        case (1, 1): return Self.alike.contains { $0.contains(written(start)) && $0.contains(right(start)) }
        case (2, 2): return written(start) == right(start + 1) && written(start + 1) == right(start)
        // «คื» of «เครื»: two left out, in their order.
        default:
          guard meantCount == count + 2, count >= 2 else { return false }
          var next = 0
          for k in 0..<meantCount where next < count && written(next) == right(k) { next += 1 }
          return next == count
        }
      }
    }
  }

  /// The distance of a Thai letter from U+0E00.
  private func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> UInt8 { (bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F) }

  /// How many letters more than meant stand where a slip may be looked for.
  private static let slips = [0, -1, 1, -2]

  /// Letters that look or sound alike, and vowels and tones of one place.
  private static let alike: [[UInt8]] = [
    [0x0E, 0x0F], [0x28, 0x29, 0x2A], [0x19, 0x13], [0x17, 0x18, 0x11, 0x12], [0x1E, 0x20], [0x23, 0x25], [0x48, 0x49, 0x4A, 0x4B],
    [0x34, 0x35, 0x36, 0x37], [0x38, 0x39], [0x31, 0x47], [0x43, 0x44], [0x07, 0x21], [0x14, 0x15],
  ]
}

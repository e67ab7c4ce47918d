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
  private(set) var table = PhraseTable<[Half]>([])
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
    let other = scalars(half.isFirst ? second[half.term] : first[half.term])
    for length in [other.count, other.count - 1, other.count + 1, other.count - 2] where length >= 1 {
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
        range.allSatisfy({ ($0 - range.lowerBound) % 3 != 0 || text.isThaiLetter(at: $0) })
      else { continue }
      // «อาชญา» of «อาชญากร» is a word of its own: nothing is slipped where the rest is only left out.
      if half.isFirst, length < other.count, second[half.term].starts(with: text.bytes[range]) { continue }
      if isSlip(scalars(Array(text.bytes[range])), other), beginsAlike(whole.lowerBound, half.term, in: text) { return whole }
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

  /// Thai letters as their distance from U+0E00.
  private func scalars(_ bytes: [UInt8]) -> [UInt8] {
    let text = ReadingText(bytes)
    return stride(from: 0, to: bytes.count, by: 3).map { text.thai(at: $0) ?? 0 }
  }

  private func isSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (Array(a[start..<a.count - end]), Array(b[start..<b.count - end]))
    switch (left.count, right.count) {
    case (0, 1), (1, 0): return true
    case (1, 1): return Self.alike.contains { $0.contains(left[0]) && $0.contains(right[0]) }
    case (2, 2): return left[0] == right[1] && left[1] == right[0]
    // «คื» of «เครื»: two left out, in their order.
    default: return b.count == a.count + 2 && a.count >= 2 && isSubsequence(a, of: b)
    }
  }

  private func isSubsequence(_ a: [UInt8], of b: [UInt8]) -> Bool {
    var next = 0
    for x in b where next < a.count && a[next] == x { next += 1 }
    return next == a.count
  }

  /// Letters that look or sound alike, and vowels and tones of one place.
  private static let alike: [Set<UInt8>] = [
    [0x0E, 0x0F], [0x28, 0x29, 0x2A], [0x19, 0x13], [0x17, 0x18, 0x11, 0x12], [0x1E, 0x20], [0x23, 0x25], [0x48, 0x49, 0x4A, 0x4B],
    [0x34, 0x35, 0x36, 0x37], [0x38, 0x39], [0x31, 0x47], [0x43, 0x44], [0x07, 0x21], [0x14, 0x15],
  ]
}

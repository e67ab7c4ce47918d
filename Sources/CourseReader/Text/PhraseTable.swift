/// A set of phrases, matched at one place of a text, the longest first.
///
/// A trie over bytes in one flat table: a look-up costs at most the length of the longest phrase and, on text that does not match,
/// three or four steps. Made once for each set and never changed.
struct PhraseTable<Value: Sendable>: Sendable {
  struct Match {
    var length: Int
    var value: Value
  }
  private var classes: [UInt8]
  private var classCount: Int
  /// Row by state, column by class of byte; 0 leads nowhere, since nothing leads back to the root.
  private var next: [UInt16]
  private var value: [Int16]
  private let values: [Value]
  private let beginnings: PhraseBeginnings

  /// A phrase given twice keeps its first value.
  init(_ phrases: [(String, Value)]) { self.init(bytes: phrases.map { (Array($0.0.utf8), $0.1) }) }

  init(reversed phrases: [(String, Value)]) { self.init(bytes: phrases.map { ($0.0.utf8.reversed(), $0.1) }) }

  init(bytes phrases: [([UInt8], Value)]) {
    let phrases = phrases.filter { !$0.0.isEmpty }
    var classes = [UInt8](repeating: 0, count: 256)
    var count: UInt8 = 1
    for (phrase, _) in phrases {
      for byte in phrase where classes[Int(byte)] == 0 {
        classes[Int(byte)] = count
        count = count == .max ? .max : count + 1
      }
    }
    let width = Int(count) + 1
    var next = [UInt16](repeating: 0, count: width)
    var value: [Int16] = [-1]
    for (index, (phrase, _)) in phrases.enumerated() {
      var state = 0
      for byte in phrase {
        let cell = state * width + Int(classes[Int(byte)])
        if next[cell] == 0 {
          next[cell] = UInt16(truncatingIfNeeded: value.count)
          value.append(-1)
          if value.count * width > next.count { next += [UInt16](repeating: 0, count: next.count) }
        }
        state = Int(next[cell])
      }
      if value[state] < 0 { value[state] = Int16(truncatingIfNeeded: index) }
    }
    next.removeLast(next.count - value.count * width)
    self.classes = classes
    self.classCount = width
    self.next = next
    self.value = value
    self.values = phrases.map(\.1)
    beginnings = PhraseBeginnings(phrases.lazy.map(\.0))
  }

  /// The first place at or after `start` where a phrase may begin; the end of the text where there is none. For those who look
  /// everywhere: a few steps a letter.
  func placeToLook(in text: ReadingText, from start: Int) -> Int {
    beginnings.withLook { look in text.place(from: start) { bytes, i in look.mayBegin(bytes, at: i) } }
  }

  /// The longest phrase that begins at `i` and ends at or before `end`.
  func match(_ text: ReadingText, at i: Int, end: Int) -> Match? {
    var state = 0
    var found: Match?
    var i = i
    let start = i
    let end = min(end, text.count)
    guard i >= 0 else { return nil }
    while i < end {
      state = Int(next[state * classCount + Int(classes[Int(text.bytes[i])])])
      if state == 0 { break }
      i += 1
      if value[state] >= 0 { found = Match(length: i - start, value: values[Int(value[state])]) }
    }
    return found
  }

  /// Whether a range is one of the phrases, no more and no less.
  func isPhrase(_ range: Range<Int>, of text: ReadingText) -> Bool {
    !range.isEmpty && match(text, at: range.lowerBound, end: range.upperBound)?.length == range.count
  }

  func matchBackwards(_ text: ReadingText, before end: Int, from start: Int) -> Match? {
    var state = 0
    var found: Match?
    var i = min(end, text.count)
    while i > max(0, start) {
      i -= 1
      state = Int(next[state * classCount + Int(classes[Int(text.bytes[i])])])
      if state == 0 { break }
      if value[state] >= 0 { found = Match(length: end - i, value: values[Int(value[state])]) }
    }
    return found
  }

  /// As `match(_:at:end:)`, and the phrase is followed by no mark of its last letter.
  func wordMatch(_ text: ReadingText, at i: Int, end: Int) -> Match? {
    guard let match = match(text, at: i, end: end), !text.isThaiTail(at: i + match.length) else { return nil }
    return match
  }
}

extension PhraseTable where Value == Void {
  init(_ phrases: [String]) { self.init(phrases.map { ($0, ()) }) }
}

/// A set of phrases matched backwards from a place, the longest first. Costs as `PhraseTable` does.
struct SuffixTable<Value: Sendable>: Sendable {
  private let table: PhraseTable<Value>

  init(_ phrases: [(String, Value)]) {
    // Turned round byte by byte: never read as text again.
    table = PhraseTable(reversed: phrases)
  }

  /// The longest phrase that ends at `end` and begins at or after `start`.
  func match(_ text: ReadingText, before end: Int, from start: Int) -> PhraseTable<Value>.Match? {
    table.matchBackwards(text, before: end, from: start)
  }
}

extension SuffixTable where Value == Void {
  init(_ phrases: [String]) { self.init(phrases.map { ($0, ()) }) }
}

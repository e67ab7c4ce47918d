/// What the words at a place promise a recogniser.
enum CueKind: UInt8, Sendable, CaseIterable {
  case open, close
  case quoteOpen, quoteClose, straightQuote
  /// Four digits that can be a year, Arabic or Thai.
  case year
  /// ม.ป.ป., n.d.
  case undated
  /// อ้างใน and its like: who comes after names who comes before.
  case citedIn
  /// อ้างถึง: who comes before names who comes after.
  case citing
  /// บรรณาธิการ, Ed.
  case editor
  /// หมายถึง and its like.
  case means
  /// มิได้หมายถึง and its like.
  case meansNot
  /// คือ
  case `is`
  /// มิใช่: what something is may follow after what it is not.
  case isNot
  /// คำว่า
  case word
  /// «หนึ่ง» by itself, which may count what follows.
  case firstNumeral
  /// ที่สอง: the second of what «แรก» or «ที่หนึ่ง» began.
  case secondOrdinal
  /// ได้แก่, ประกอบด้วย
  case comprises
  /// เรียกว่า and its like.
  case called
  /// กล่าวถึง, ให้ความหมาย, สรุปถึง …: a term and «ว่า» follow.
  case frame
  /// «จากความหมายดังกล่าว», «สรุปได้ว่า»: the chapter speaks again, whoever was cited before.
  case ownVoice
  /// อาจกล่าวได้ว่า
  case saying
  /// เห็นว่า, มองว่า: somebody says so.
  case said
  /// หรือ before or after a Latin word.
  case orLatin
  /// แตกต่างจาก, ตรงข้ามกับ
  case contrast
  /// → between steps
  case arrow
  /// A word that holds one of the others and means nothing here: กล่าวคือ, ก็ได้แก่.
  case nothing
}

struct Cue: Hashable, Sendable {
  var kind: CueKind
  /// Which wording of the kind.
  var phrase: UInt16
  private var lower: Int32
  private var upper: Int32
  var start: Int { Int(lower) }
  var end: Int { Int(upper) }
  var range: Range<Int> { Int(lower)..<Int(upper) }

  init(_ kind: CueKind, _ range: Range<Int>, phrase: Int = 0) {
    self.kind = kind
    self.phrase = UInt16(truncatingIfNeeded: phrase)
    lower = Int32(clamping: range.lowerBound)
    upper = Int32(clamping: range.upperBound)
  }
}

/// Finds every cue of a text in one pass over its bytes (Aho and Corasick 1975), so that recognisers only look around cues.
struct CueScanner: Sendable {
  private struct Phrase: Sendable {
    var kind: CueKind
    var length: Int32
    /// A word, so that a vowel before or a mark after makes it another one.
    var isWord: Bool
  }
  private var classes: [UInt8]
  private var width: Int
  private var next: [UInt16]
  /// The longest phrase that ends in a state; -1 for none.
  private var accepts: [Int16]
  private let phrases: [Phrase]
  private let beginnings: PhraseBeginnings

  static let standard = CueScanner(CueWording.all)

  init(_ wording: [(CueKind, [String])]) {
    var phrases: [Phrase] = []
    var classes = [UInt8](repeating: 0, count: 256)
    var count = 1
    for (kind, texts) in wording {
      for text in texts where !text.isEmpty {
        let isWord = text.utf8.count > 3 && text.utf8.first == 0xE0
        phrases.append(Phrase(kind: kind, length: Int32(clamping: text.utf8.count), isWord: isWord))
        for byte in text.utf8 where classes[Int(byte)] == 0 {
          classes[Int(byte)] = UInt8(truncatingIfNeeded: count)
          count += 1
        }
      }
    }
    let width = count
    var next = [UInt16](repeating: 0, count: width)
    var accepts: [Int16] = [-1]
    var index = 0
    for (_, texts) in wording {
      for text in texts where !text.isEmpty {
        var state = 0
        for byte in text.utf8 {
          let cell = state * width + Int(classes[Int(byte)])
          if next[cell] == 0 {
            next[cell] = UInt16(truncatingIfNeeded: accepts.count)
            accepts.append(-1)
            next.append(contentsOf: repeatElement(0, count: width))
          }
          state = Int(next[cell])
        }
        if accepts[state] < 0 { accepts[state] = Int16(truncatingIfNeeded: index) }
        index += 1
      }
    }
    // Breadth first: a missing edge becomes the edge of the longest suffix that is a prefix of some phrase.
    var failure = [Int](repeating: 0, count: accepts.count)
    var queue: [Int] = []
    for column in 0..<width where next[column] != 0 { queue.append(Int(next[column])) }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if accepts[state] < 0 { accepts[state] = accepts[failure[state]] }
      for column in 0..<width {
        let cell = state * width + column
        let fallback = next[failure[state] * width + column]
        if next[cell] == 0 {
          next[cell] = fallback
        } else {
          failure[Int(next[cell])] = Int(fallback)
          queue.append(Int(next[cell]))
        }
      }
    }
    self.classes = classes
    self.width = width
    self.next = next
    self.accepts = accepts
    self.phrases = phrases
    beginnings = PhraseBeginnings(wording.lazy.flatMap(\.1).filter { !$0.isEmpty }.map { Array($0.utf8) })
  }

  /// The cues in order of their start, none inside another. O(bytes).
  func cues(in text: ReadingText) -> [Cue] {
    var found: [Cue] = []
    let next = self.next.span
    let accepts = self.accepts.span
    let classes = self.classes.span
    beginnings.withLook { look in
      text.bytes.withUnsafeBufferPointer { bytes in
        var state = 0
        var i = 0
        while i < bytes.count {
          // Inside no phrase, whole letters are passed over until one may begin.
          if state == 0, !look.mayBegin(bytes, at: i) {
            i += bytes[i] == 0xE0 ? 3 : 1
            continue
          }
          state = Int(next[state * width + Int(classes[Int(bytes[i])])])
          i += 1
          let accepted = accepts[state]
          if accepted >= 0 { add(Int(accepted), endingAt: i, of: text, to: &found) }
        }
      }
    }
    return found
  }

  private func add(_ index: Int, endingAt end: Int, of text: ReadingText, to found: inout [Cue]) {
    let phrase = phrases[index]
    let start = end - Int(phrase.length)
    switch phrase.kind {
    case .year:
      guard let year = text.yearDigits(at: start) else { return }
      found.append(Cue(.year, year))
      return
    case .firstNumeral:
      guard start == 0 || text.spaceLength(before: start) > 0, text.spaceLength(at: end) > 0 else { return }
    case .secondOrdinal:
      guard text.canBreak(at: start), !text.isThaiTail(at: end), text.digit(at: end) == nil else { return }
    case .orLatin:
      var i = text.skippingSpaces(from: end, to: min(text.count, end + 12))
      if text.hasPrefix("“", at: i) || text.hasPrefix("‘", at: i) { i += 3 } else if text.hasPrefix("\"", at: i) { i += 1 }
      guard
        text.isLatinLetter(at: i)
          || text.isLatinLetter(at: text.before(text.skippingSpaces(before: start, from: max(0, start - 8))))
      else { return }
    default:
      if phrase.isWord, !text.canBreak(at: start) || text.isThaiTail(at: end) { return }
    }
    while let last = found.last, last.start >= start { found.removeLast() }
    found.append(Cue(phrase.kind, start..<end, phrase: index))
  }
}

extension ReadingText {
  /// The four digits at `start` where they can be a year: 1800–2100 or 2400–2599, no digit on either side.
  func yearDigits(at start: Int) -> Range<Int>? {
    guard !isDigit(before: start) else { return nil }
    var value = 0
    var i = start
    for _ in 0..<4 {
      guard let digit = digit(at: i) else { return nil }
      value = value * 10 + digit.value
      i += digit.length
    }
    guard digit(at: i) == nil, (1800...2100).contains(value) || (2400...2599).contains(value) else { return nil }
    return start..<i
  }
}

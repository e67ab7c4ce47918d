import ThaiText

/// Comparisons on UTF-8 bytes. `String.contains` and `hasPrefix` walk graphemes: a hundred times slower on Thai, and what is
/// compared here is normalised already.
extension String {
  func holds(_ word: String) -> Bool { withBytes { text in word.withBytes { text.holds($0) } } }

  func begins(with word: String) -> Bool { withBytes { text in word.withBytes { text.holds($0, at: 0) } } }

  func beginsWithAny(of words: [String]) -> Bool { words.contains { begins(with: $0) } }

  func begins(withOneOf words: WordList) -> Bool { beginning(among: words) != nil }

  /// Which of them it begins with, counted from 0.
  func beginning(among words: WordList) -> Int? { withBytes { words.match($0, at: 0) } }

  func ends(with word: String) -> Bool { withBytes { text in word.withBytes { text.holds($0, at: text.count - $0.count) } } }

  /// In place: `withUTF8` wants a variable, and taking one counts a reference up and down.
  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8Span.span.withUnsafeBufferPointer(body)
  }

  func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && begins(with: other) }

  /// Without the first `count` bytes and the spaces after them.
  func droppingBytes(_ count: Int) -> String { String(decoding: utf8.dropFirst(count).drop { $0 == 0x20 }, as: UTF8.self) }

  /// The text cut at every place where `word` stands; the whole in one piece when it does not.
  func pieces(around word: String) -> [String] {
    let text = Array(utf8)
    let word = Array(word.utf8)
    guard !word.isEmpty else { return [self] }
    var pieces: [String] = []
    var start = 0
    var i = 0
    while i + word.count <= text.count {
      if text.starts(with: word, at: i) {
        pieces.append(String(decoding: text[start..<i], as: UTF8.self))
        i += word.count
        start = i
      } else {
        i += 1
      }
    }
    pieces.append(String(decoding: text[start...], as: UTF8.self))
    return pieces
  }
}

extension UnsafeBufferPointer<UInt8> {
  func holds(_ word: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i >= 0, i + word.count <= count else { return false }
    var j = word.count - 1
    while j >= 0 {
      if self[i + j] != word[j] { return false }
      j -= 1
    }
    return true
  }

  /// Every Thai letter begins with the same byte, so candidates are found by the last byte of the word's first letter.
  func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !word.isEmpty, word.count <= count else { return false }
    let probe = Swift.min(2, word.count - 1)
    let telling = word[probe]
    var i = 0
    let last = count - word.count
    while i <= last {
      guard let found = first(telling, from: i + probe), found - probe <= last else { return false }
      i = found - probe
      if holds(word, at: i) { return true }
      i += 1
    }
    return false
  }
}

extension [UInt8] {
  func starts(with word: [UInt8], at i: Int) -> Bool {
    guard i >= 0, i + word.count <= count else { return false }
    var j = word.count - 1
    while j >= 0 {
      if self[i + j] != word[j] { return false }
      j -= 1
    }
    return true
  }

  func holds(_ word: [UInt8], in range: Range<Int>) -> Bool {
    withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in UnsafeBufferPointer(rebasing: text[range]).holds(word) }
    }
  }
}

/// A few Thai words looked for at one place; most places are ruled out by the first letter.
struct WordList: Sendable {
  private let words: [[UInt8]]
  private let firsts: [Bool]
  /// By the last byte of a word.
  private let lasts: [Bool]

  init(_ text: String) {
    words = text.split(separator: " ").map { Array($0.utf8) }
    var firsts = [Bool](repeating: false, count: 256)
    var lasts = firsts
    for word in words {
      firsts[Int(word.count > 2 ? word[2] : word[0])] = true
      lasts[Int(word[word.count - 1])] = true
    }
    self.firsts = firsts
    self.lasts = lasts
  }

  /// Where Thai letters stand with which one of them begins. Linear, a few steps a letter.
  func places(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    bytes.withUnsafeBufferPointer { text in
      var i = 0
      while i + 2 < text.count {
        guard text[i] == 0xE0 else {
          i += 1
          continue
        }
        if match(text, at: i) != nil { places.append(i) }
        i += 3
      }
    }
    return places
  }

  /// Which of them stands at `i`, counted from 0; nil for none.
  func match(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    guard i + 2 < text.count, firsts[Int(text[i + 2])] else { return nil }
    return words.firstIndex { word in word.withUnsafeBufferPointer { text.holds($0, at: i) } }
  }

  func match(_ bytes: [UInt8], at i: Int) -> Bool { bytes.withUnsafeBufferPointer { match($0, at: i) != nil } }

  /// The length of the first of them that stands at `i`; nil for none.
  func length(_ bytes: [UInt8], at i: Int) -> Int? {
    bytes.withUnsafeBufferPointer { match($0, at: i) }.map { words[$0].count }
  }

  /// The length of the longest of them that ends at `end`, within `from..<end`; nil for none.
  func suffix(_ bytes: [UInt8], from: Int, end: Int) -> Int? {
    guard end > from, lasts[Int(bytes[end - 1])] else { return nil }
    var best: Int?
    for word in words where word.count <= end - from && bytes.starts(with: word, at: end - word.count) {
      best = Swift.max(best ?? 0, word.count)
    }
    return best
  }
}

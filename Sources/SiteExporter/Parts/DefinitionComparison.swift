import Rendering
import ThaiText

/// What definitions of one term have in common, in words and phrases a reader would name: marked where they stand, and counted.
///
/// Words that only hold others together and the words of the term itself say nothing here; nor does a short word inside a longer
/// expression, such as งาน in หน่วยงาน. O(bytes of the statements).
struct DefinitionComparison {
  /// Comparing more at once would tell a reader little and cost a large course much.
  static let most = 24

  struct Statement {
    var bytes: [UInt8]
    /// Byte ranges of expressions that another definition has too, in order.
    var shared: [Range<Int>] = []
    /// Expressions that no other definition has, in the order of the text, each once.
    var own: [String] = []
  }
  private(set) var statements: [Statement] = []
  /// Expressions of two definitions or more, the commonest first.
  private(set) var common: [(word: String, count: Int)] = []

  init(of texts: [String], term: String, breaker: WordBreaker) {
    statements = texts.map { Statement(bytes: Array(normalised($0).utf8)) }
    var vocabulary = Vocabulary(ignoring: breaker.contentWords(term))
    let runs = statements.map { ContentRun.all(in: $0.bytes, &vocabulary, breaker: breaker) }

    // Which expressions stand in how many definitions, and which single words at all.
    var holders: [ExpressionKey: Holders] = [:]
    var words: [Int: Holders] = [:]
    for (i, found) in runs.enumerated() {
      for run in found {
        for word in run.words { words[word.key, default: Holders()].insert(i) }
        run.forEachExpression { holders[$0.key, default: Holders()].insert(i) }
      }
    }
    var marked: [ExpressionKey: Holders] = [:]
    var forms: [ExpressionKey: [String: Int]] = [:]
    for (i, found) in runs.enumerated() {
      var seen: Set<String> = []
      for run in found {
        let shared = run.longest { holders[$0]?.isShared ?? false }
        for expression in shared {
          statements[i].shared.append(expression.range)
          marked[expression.key, default: Holders()].insert(i)
          forms[expression.key, default: [:]][text(expression.range, in: i), default: 0] += 1
        }
        guard shared.isEmpty else { continue }
        for range in run.own(isElsewhere: { words[$0]?.isShared ?? false }) {
          let own = text(range, in: i)
          if seen.insert(own).inserted { statements[i].own.append(own) }
        }
      }
    }
    common = marked.filter { $0.value.isShared }
      .compactMap { key, places in
        // As it is said most often; of equals the fuller form.
        let form = forms[key]?.max { a, b in
          a.value != b.value ? a.value < b.value : (a.key.utf8.count, b.key) < (b.key.utf8.count, a.key)
        }
        return form.map { ($0.key, places.count) }
      }
      .sorted { $0.count == $1.count ? $0.word < $1.word : $0.count > $1.count }
  }

  private func text(_ range: Range<Int>, in statement: Int) -> String {
    String(decoding: statements[statement].bytes[range], as: UTF8.self)
  }
}

/// The definitions that hold something, as bits: no more than `DefinitionComparison.most` are compared.
private struct Holders {
  private var bits: UInt64 = 0

  mutating func insert(_ definition: Int) { bits |= 1 << UInt64(definition & 63) }
  var count: Int { bits.nonzeroBitCount }
  var isShared: Bool { bits & (bits &- 1) != 0 }
}

/// The words of one comparison as numbers: each spelling is folded and weighed once, however often it stands.
private struct Vocabulary {
  struct Entry {
    enum Kind { case content, nominaliser, filler }
    var kind: Kind
    /// The same for spellings that compare equal.
    var key: Int
    var weight: Int
    var isLatin: Bool
  }
  private static let nominalisers: Set<String> = ["การ", "ความ", "ผู้", "นัก"]
  private let ignored: Set<String>
  private var spellings: [[UInt8]: Entry] = [:]
  private var keys: [String: Int] = [:]

  init(ignoring words: [String]) { ignored = Set(words) }

  mutating func entry(_ word: ArraySlice<UInt8>) -> Entry {
    let bytes = Array(word)
    if let known = spellings[bytes] { return known }
    let text = comparisonKey(String(decoding: bytes, as: UTF8.self))
    let isLatin = text.utf8.allSatisfy { $0 < 0x80 }
    let weight = isLatin ? text.utf8.count : Self.spokenConsonants(word)
    let isContent =
      !isFunctionWord(text) && !ignored.contains(text) && weight > (isLatin ? 2 : 0)
      && !text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let key = keys[text] ?? keys.count + 1
    keys[text] = key
    let entry = Entry(
      kind: Self.nominalisers.contains(text) ? .nominaliser : isContent ? .content : .filler, key: key, weight: weight,
      isLatin: isLatin)
    spellings[bytes] = entry
    return entry
  }

  /// Without those that a ์ makes silent.
  private static func spokenConsonants(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var i = bytes.startIndex
    while i + 2 < bytes.endIndex {
      guard bytes[i] == 0xE0 else {
        i += 1
        continue
      }
      // U+0E01…0E2E; the killer is U+0E4C.
      if bytes[i + 1] == 0xB8, (0x81...0xAE).contains(bytes[i + 2]) { count += 1 }
      if bytes[i + 1] == 0xB9, bytes[i + 2] == 0x8C { count -= 1 }
      i += 3
    }
    return max(0, count)
  }
}

/// Up to four words of a vocabulary, in order.
private struct ExpressionKey: Hashable {
  private var words: SIMD4<Int32> = .zero

  init(_ run: ArraySlice<ContentRun.Word>) {
    for (i, word) in run.prefix(ContentRun.mostWords).enumerated() { words[i] = Int32(truncatingIfNeeded: word.key) }
  }
}

/// Words that say something and stand together, with nothing between them: «ประสานงาน», and in front of them what makes them a noun.
private struct ContentRun {
  struct Word {
    var range: Range<Int>
    /// In the vocabulary, from 1.
    var key: Int
    /// Consonants that are spoken, letters of Latin: a long word says something anywhere, a short one may be a part of another.
    var weight: Int
  }
  struct Expression {
    var range: Range<Int>
    var key: ExpressionKey
  }
  var words: [Word] = []
  /// Where การ or ความ before the first word begins.
  var start: Int?

  static let mostWords = 4
  private static let longWord = 4
  private static let shortestWord = 3

  static func all(in bytes: [UInt8], _ vocabulary: inout Vocabulary, breaker: WordBreaker) -> [ContentRun] {
    var runs: [ContentRun] = []
    var run = ContentRun()
    var nominaliser: Range<Int>?
    func close() {
      if !run.words.isEmpty { runs.append(run) }
      run = ContentRun()
    }
    for range in breaker.words(in: bytes) {
      let word = vocabulary.entry(bytes[range])
      guard word.kind == .content else {
        close()
        nominaliser = word.kind == .nominaliser ? range : nil
        continue
      }
      if let last = run.words.last, !follows(last.range, range, in: bytes, isLatin: word.isLatin) { close() }
      if run.words.isEmpty { run.start = nominaliser.flatMap { $0.upperBound == range.lowerBound ? $0.lowerBound : nil } }
      nominaliser = nil
      run.words.append(Word(range: range, key: word.key, weight: word.weight))
    }
    close()
    return runs
  }

  /// Thai words that touch, Latin words with one space between them.
  private static func follows(_ last: Range<Int>, _ next: Range<Int>, in bytes: [UInt8], isLatin: Bool) -> Bool {
    let isAfterLatin = bytes[last].allSatisfy { $0 < 0x80 }
    guard isLatin == isAfterLatin else { return false }
    if isLatin { return next.lowerBound == last.upperBound + 1 && bytes[last.upperBound] == 0x20 }
    return next.lowerBound == last.upperBound
  }

  private func expression(_ place: Range<Int>) -> Expression? {
    guard let first = words[place].first, let last = words[place].last else { return nil }
    let isWhole = place.lowerBound == 0 && place.upperBound == words.count
    // One short word says something only where it stands alone.
    if place.count == 1, first.weight < (isWhole ? Self.shortestWord : Self.longWord) { return nil }
    let start = place.lowerBound == 0 ? self.start ?? first.range.lowerBound : first.range.lowerBound
    return Expression(range: start..<last.range.upperBound, key: ExpressionKey(words[place]))
  }

  /// Every stretch of up to four words that may be called shared.
  func forEachExpression(_ body: (Expression) -> Void) {
    for start in words.indices {
      for end in (start + 1)...min(words.count, start + Self.mostWords) {
        if let expression = expression(start..<end) { body(expression) }
      }
    }
  }

  /// From left to right the longest stretches that pass.
  func longest(_ passes: (ExpressionKey) -> Bool) -> [Expression] {
    var out: [Expression] = []
    var start = 0
    while start < words.count {
      var end = min(words.count, start + Self.mostWords)
      while end > start {
        if let expression = expression(start..<end), passes(expression.key) {
          out.append(expression)
          break
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return out
  }

  /// What to name of a run that nobody shares: the run where it is an expression, of a whole clause its long words.
  func own(isElsewhere: (Int) -> Bool) -> [Range<Int>] {
    guard let first = words.first, let last = words.last else { return [] }
    let weight = words.reduce(0) { $0 + $1.weight }
    if words.count < 4, weight >= (start == nil ? Self.longWord : Self.shortestWord), !words.allSatisfy({ isElsewhere($0.key) }) {
      return [(start ?? first.range.lowerBound)..<last.range.upperBound]
    }
    return words.filter { $0.weight >= Self.longWord && !isElsewhere($0.key) }.map(\.range)
  }
}

extension PageContext {
  /// A compared statement, what is shared marked.
  func compared(_ statement: DefinitionComparison.Statement, into out: inout HTMLBuffer) {
    var position = 0
    func piece(_ range: Range<Int>) { thai(String(decoding: statement.bytes[range], as: UTF8.self), into: &out) }
    for range in statement.shared where range.lowerBound >= position {
      piece(position..<range.lowerBound)
      out.markup("<mark>")
      piece(range)
      out.markup("</mark>")
      position = range.upperBound
    }
    piece(position..<statement.bytes.count)
  }
}

import Rendering
import ThaiText

/// What definitions of one term have in common, by their words: marked where they stand, and counted.
///
/// Words that only hold others together and the words of the term itself say nothing here. O(bytes of the statements).
struct DefinitionComparison {
  /// Comparing more at once would tell a reader little and cost a large course much.
  static let most = 24

  struct Statement {
    var bytes: [UInt8]
    /// Byte ranges of words that another definition has too, neighbours joined.
    var shared: [Range<Int>] = []
    /// Words that no other definition has, in the order of the text, each once.
    var own: [String] = []
  }
  private(set) var statements: [Statement] = []
  /// Words of two definitions or more, the commonest first.
  private(set) var common: [(word: String, count: Int)] = []

  init(of texts: [String], term: String, breaker: WordBreaker) {
    let ignored = Set(breaker.contentWords(term))
    var words: [[(range: Range<Int>, word: String)]] = []
    var counts: [String: Int] = [:]
    var order: [String] = []
    for text in texts {
      let bytes = Array(normalised(text).utf8)
      let found = breaker.words(in: bytes).compactMap { range -> (range: Range<Int>, word: String)? in
        let word = comparisonKey(String(decoding: bytes[range], as: UTF8.self))
        guard word.utf8.count > 5 || (word.utf8.count > 2 && word.utf8.allSatisfy { $0 < 0x80 }) else { return nil }
        return isFunctionWord(word) || ignored.contains(word) ? nil : (range, word)
      }
      for word in Set(found.map(\.word)).sorted() {
        if counts[word] == nil { order.append(word) }
        counts[word, default: 0] += 1
      }
      words.append(found)
      statements.append(Statement(bytes: bytes))
    }
    for (i, found) in words.enumerated() {
      var seen: Set<String> = []
      for (range, word) in found {
        if counts[word, default: 0] > 1 {
          if let last = statements[i].shared.last, last.upperBound == range.lowerBound {
            statements[i].shared[statements[i].shared.count - 1] = last.lowerBound..<range.upperBound
          } else {
            statements[i].shared.append(range)
          }
        } else if seen.insert(word).inserted {
          statements[i].own.append(String(decoding: statements[i].bytes[range], as: UTF8.self))
        }
      }
    }
    common = order.filter { counts[$0, default: 0] > 1 }.map { ($0, counts[$0, default: 0]) }
      .sorted { $0.count == $1.count ? $0.word < $1.word : $0.count > $1.count }
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

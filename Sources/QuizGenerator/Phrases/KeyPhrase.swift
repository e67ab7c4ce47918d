/// Some whole clauses of a statement, in its own words: what a stem or an option quotes of it.
struct KeyPhrase: Hashable, Sendable {
  /// The words alone.
  var words: String
  /// False when words before or after were left out.
  var startsStatement: Bool
  var endsStatement: Bool
  /// Graphemes of `words`.
  var length: Int
  /// Which clauses of the statement it runs over.
  var clauses: Range<Int>
  /// False for words that lean on what stood before: «ไม่ว่าจะ…», «เหมือน…».
  var standsAlone: Bool

  /// As a quotation: with «…» where something was left out.
  var text: String { (startsStatement ? "" : "… ") + words + (endsStatement ? "" : " …") }

  /// As an option: a point in the statement's words, without the connective before it. Ellipses would tell the options
  /// apart by what was cut, not by what they say.
  var point: String {
    guard !startsStatement else { return words }
    for connective in ["โดยที่", "โดย", "ซึ่ง"] where words.hasPrefix(connective) {
      let rest = words.dropFirst(connective.count)
      // «โดยเฉพาะ», «โดยตรง» and the like are words of their own.
      if ["เฉพาะ", "ตรง", "ทั่ว", "รวม", "นัย"].contains(where: { rest.hasPrefix($0) }) { return words }
      let point = rest.drop { $0 == " " }
      return point.isEmpty ? words : String(point)
    }
    return words
  }
}

/// A statement cut into clauses, so that it can be quoted in part without a broken sentence.
///
/// Thai writes a space between clauses, but also inside lists and around brackets, ๆ and Latin words. A boundary is a
/// space outside brackets and quotes, with words on both sides that can end and begin a clause, and not inside a list
/// that closes with «และ» or «หรือ». Cutting costs one pass over the bytes.
struct Statement: Sendable {
  private let bytes: [UInt8]
  /// Clauses as byte ranges, in order.
  private let clauses: [Range<Int>]
  private let lengths: [Int]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let pieces = Self.pieces(bytes)
    self.bytes = bytes
    clauses = Self.clauses(bytes, pieces)
    lengths = clauses.map { Letters.count(bytes[$0]) }
  }

  var clauseCount: Int { clauses.count }

  /// The opening clauses, as many as fit into `limit` graphemes; the first clause always.
  func opening(limit: Int) -> KeyPhrase? { run(from: 0, limit: limit) }

  /// Every run of clauses with a length in `lengths`, longest run for each start, in order.
  ///
  /// - Parameter avoiding: words no run may hold (the term asked for, the author's name).
  func phrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || canBegin(clauses[start]) {
      var end = start
      var length = 0
      var best: Int?
      while end < clauses.count {
        if avoiding.contains(where: { contains($0, in: clauses[end]) }) { break }
        let next = length + lengths[end] + (end > start ? 1 : 0)
        if next > range.upperBound { break }
        length = next
        end += 1
        if length >= range.lowerBound, end == clauses.count || canEnd(clauses[end - 1]) { best = end }
      }
      if let best { found.append(phrase(start..<best)) }
    }
    return found
  }

  /// Runs ending at every clause rather than the longest alone; for fitting options to one length.
  func allPhrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || canBegin(clauses[start]) {
      var length = 0
      for end in start..<clauses.count {
        if avoiding.contains(where: { contains($0, in: clauses[end]) }) { break }
        length += lengths[end] + (end > start ? 1 : 0)
        if length > range.upperBound { break }
        if length >= range.lowerBound, end + 1 == clauses.count || canEnd(clauses[end]) { found.append(phrase(start..<end + 1)) }
      }
    }
    return found
  }

  private func run(from start: Int, limit: Int) -> KeyPhrase? {
    guard start < clauses.count else { return nil }
    var end = start + 1
    var length = lengths[start]
    var best = end
    while end < clauses.count, length + 1 + lengths[end] <= limit {
      length += 1 + lengths[end]
      end += 1
      if end == clauses.count || canEnd(clauses[end - 1]) { best = end }
    }
    return phrase(start..<best)
  }

  private func phrase(_ range: Range<Int>) -> KeyPhrase {
    let slice = bytes[clauses[range.lowerBound].lowerBound..<clauses[range.upperBound - 1].upperBound]
    return KeyPhrase(
      words: String(decoding: slice, as: UTF8.self), startsStatement: range.lowerBound == 0,
      endsStatement: range.upperBound == clauses.count, length: Letters.count(slice), clauses: range,
      standsAlone: range.lowerBound == 0
        || !Self.leaning.contains { bytes.starts(with: $0, at: clauses[range.lowerBound].lowerBound) })
  }

  private func contains(_ word: [UInt8], in range: Range<Int>) -> Bool {
    guard !word.isEmpty, range.count >= word.count else { return false }
    var i = range.lowerBound
    while i + word.count <= range.upperBound {
      if bytes[i] == word[0], bytes.starts(with: word, at: i) { return true }
      i += 1
    }
    return false
  }
}

// MARK: - Where clauses begin and end

extension Statement {
  private static func words(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

  /// Words that tie what follows to the words before.
  private static let dependent = words("และ หรือ กับ ตลอดจน รวมทั้ง รวมถึง ที่ ซึ่ง อัน ว่า ๆ ฯลฯ ก็ จึง แต่ ของ ในขณะ ทั้ง ด้วย")
  /// Words that begin a clause even after a short one.
  private static let beginners = words(
    "โดย เพื่อ ซึ่ง เป็น มี อาจ ทั้งนี้ ภายใต้ เมื่อ แม้ แต่ ดังนั้น ทำให้ จะ จึง สามารถ ต้อง เกิด เพราะ เนื่องจาก อย่างไร นอกจาก ไม่ว่า จาก เช่น")
  /// Words that need what stood before, though a clause may begin with them.
  private static let leaning = words(
    "ตาม ไม่ว่า แม้ เหมือน เช่น เพราะ เนื่องจาก อาจ จน จะ ต่อมา ดังนั้น ทั้งนี้ แล้ว ทำให้ ให้ สามารถ ต้อง ย่อม ด้วย อย่าง")
  /// Clauses that promise another one.
  private static let promising = words("แม้ เมื่อ หาก ถ้า เนื่องจาก")
  /// Words that cannot stand last.
  private static let dangling = words(
    "และ หรือ ที่ ซึ่ง ของ คือ ว่า เช่น ได้แก่ โดย เพื่อ กับ ใน ทั้ง ตั้งแต่ จาก ระหว่าง เป็น ดังนี้ อาทิ หมายถึง โดยเฉพาะ ก็ กล่าวคือ มี จะ ตาม ต่อ แก่ ให้")

  /// Whether a phrase may begin with this clause: an ellipsis before «และ…» reads as a torn page.
  private func canBegin(_ clause: Range<Int>) -> Bool {
    !Self.dependent.contains { bytes.starts(with: $0, at: clause.lowerBound) }
  }

  private func canEnd(_ clause: Range<Int>) -> Bool {
    if Self.promising.contains(where: { bytes.starts(with: $0, at: clause.lowerBound) }) { return false }
    return !Self.dangling.contains { word in
      clause.count >= word.count && bytes.starts(with: word, at: clause.upperBound - word.count)
        && (clause.count == word.count || isWordEnd(word, in: clause))
    }
  }

  /// «โดย» at the end is dangling, the «ที่» of «หน้าที่» is not: a space or nothing must stand before the short ones.
  private func isWordEnd(_ word: [UInt8], in clause: Range<Int>) -> Bool {
    let before = clause.upperBound - word.count - 1
    return bytes[before] == 0x20 || word.count >= 12
  }

  /// Runs between spaces that stand outside brackets and quotes.
  private static func pieces(_ bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var depth = 0
    var start = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x28 || byte == 0x5B {
        depth += 1
      } else if byte == 0x29 || byte == 0x5D {
        depth = max(0, depth - 1)
      } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] == 0x9C {
        depth += 1
      } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] == 0x9D {
        depth = max(0, depth - 1)
      } else if byte == 0x20 || byte == 0x0A, depth == 0 {
        if i > start { pieces.append(start..<i) }
        start = i + 1
      }
      i += 1
    }
    if bytes.count > start { pieces.append(start..<bytes.count) }
    return pieces
  }

  private static func clauses(_ bytes: [UInt8], _ pieces: [Range<Int>]) -> [Range<Int>] {
    guard let first = pieces.first else { return [] }
    var clauses: [Range<Int>] = []
    var current = first
    let lengths = pieces.map { Letters.count(bytes[$0]) }
    // For each piece, whether a list that runs through it closes further on.
    var closes = [Bool](repeating: false, count: pieces.count)
    var open = false
    for i in pieces.indices.reversed() {
      if startsWithAny(joiners, bytes, pieces[i].lowerBound) {
        open = true
      } else if lengths[i] > 28 || startsWithAny(beginners, bytes, pieces[i].lowerBound) {
        open = false
      }
      closes[i] = open
    }
    for i in pieces.indices.dropFirst() {
      let piece = pieces[i]
      let inList = closes[i]
      let begins = startsWithAny(beginners, bytes, piece.lowerBound)
      let tied = startsWithAny(dependent, bytes, piece.lowerBound) && !begins
      let latin = !Letters.isThai(bytes[...], at: piece.lowerBound) || endsLatin(bytes, current)
      let short = lengths[i] < 16 || Letters.count(bytes[current.lowerBound..<current.upperBound]) < 16
      // ๆ and ฯลฯ are followed by a space wherever they stand.
      let repeats = endsRepeating(bytes, current)
      if tied || latin || ((inList || short || repeats) && !(begins && !(repeats && leansRight(bytes, piece)))) {
        current = current.lowerBound..<piece.upperBound
      } else {
        clauses.append(current)
        current = piece
      }
    }
    clauses.append(current)
    return clauses
  }

  private static let joiners = words("และ หรือ ตลอดจน รวมทั้ง รวมถึง ฯลฯ")

  private static func startsWithAny(_ words: [[UInt8]], _ bytes: [UInt8], _ at: Int) -> Bool {
    words.contains { bytes.starts(with: $0, at: at) }
  }

  private static func endsRepeating(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // ๆ and ฯ
    range.count >= 3 && bytes[range.upperBound - 3] == 0xE0
      && ((bytes[range.upperBound - 2] == 0xB9 && bytes[range.upperBound - 1] == 0x86)
        || (bytes[range.upperBound - 2] == 0xB8 && bytes[range.upperBound - 1] == 0xAF))
  }

  private static func leansRight(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    startsWithAny(words("จาก ตาม ใน ที่ เป็น มี"), bytes, range.lowerBound)
  }

  private static func endsLatin(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = bytes[range].last else { return false }
    return last < 0x80 && last != 0x29
  }
}

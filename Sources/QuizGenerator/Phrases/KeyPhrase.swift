/// Some whole clauses of a statement, in its own words: what a stem or an option quotes of it.
///
/// It points into the statement; its text is made when asked for.
struct KeyPhrase: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>
  /// False when words before or after were left out.
  let startsStatement: Bool
  let endsStatement: Bool
  /// Graphemes of `words`.
  let length: Int
  /// Which clauses of the statement it runs over.
  let clauses: Range<Int>
  /// False for words that lean on what stood before: «ไม่ว่าจะ…», «เหมือน…».
  let standsAlone: Bool

  init(_ bytes: [UInt8], _ range: Range<Int>, clauses: Range<Int>, of count: Int, length: Int, standsAlone: Bool) {
    self.bytes = bytes
    self.range = range
    self.clauses = clauses
    self.length = length
    self.standsAlone = standsAlone
    startsStatement = clauses.lowerBound == 0
    endsStatement = clauses.upperBound == count
  }

  /// The words alone.
  var words: String { String(decoding: bytes[range], as: UTF8.self) }

  /// As a quotation: with «…» where something was left out.
  var text: String { (startsStatement ? "" : "… ") + words + (endsStatement ? "" : " …") }

  var likeness: Likeness { Likeness(bytes[range]) }

  func holds(_ word: String) -> Bool { bytes.holds(Array(word.utf8), in: range) }
  func holds(_ word: [UInt8]) -> Bool { bytes.holds(word, in: range) }

  /// As an option: a point in the statement's words, without the connective before it. Ellipses would tell the options
  /// apart by what was cut, not by what they say.
  var point: String {
    let words = words
    guard !startsStatement else { return words }
    for connective in Self.connectives where words.begins(with: connective) {
      let rest = words.droppingBytes(connective.utf8.count)
      return rest.isEmpty || rest.beginsWithAny(of: Self.compounds) ? words : Statement.withoutCopula(rest)
    }
    return Statement.withoutCopula(words)
  }

  private static let connectives = ["โดยที่", "โดย", "ซึ่ง"]
  /// «โดยเฉพาะ», «โดยตรง» and the like are words of their own.
  private static let compounds = ["เฉพาะ", "ตรง", "ทั่ว", "รวม", "นัย"]
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
  /// Where words stand that point back to what was said before: นี้, นั้น, ดังกล่าว, จึง.
  private let pointing: [Int]

  init(_ text: String) {
    let bytes = Self.withoutLooseQuotes(Array(text.utf8))
    let pieces = Self.pieces(bytes)
    self.bytes = bytes
    // A record may end where its author's next sentence was cut off.
    var clauses = Self.clauses(bytes, pieces)
    while clauses.count > 1, let last = clauses.last, Self.dangles(bytes, last) { clauses.removeLast() }
    self.clauses = clauses
    lengths = clauses.map { Letters.count(bytes[$0]) }
    pointing = Self.pointing(bytes)
  }

  var clauseCount: Int { clauses.count }

  /// The opening clauses, as many as fit into `limit` graphemes; the first clause always.
  func opening(limit: Int) -> KeyPhrase? { run(from: 0, limit: limit) }

  /// What a stem quotes: as much of the opening as fits into a line and a half, else another run without the words to avoid.
  func opening(avoiding: [[UInt8]]) -> KeyPhrase? {
    let found = phrases(24...150, avoiding: avoiding)
    return found.first { $0.startsStatement } ?? found.first { $0.standsAlone }
      ?? phrases(24...240, avoiding: avoiding).first { $0.startsStatement } ?? found.first
      ?? phrases(12...300, avoiding: avoiding).first
  }

  /// «เป็นการเชื่อมโยง…» and «การเชื่อมโยง…» stand side by side as options: without the copula they are of one form.
  static func withoutCopula(_ statement: String) -> String {
    for copula in copulas where statement.begins(with: copula) {
      let rest = statement.droppingBytes(copula.utf8.count)
      return rest.isEmpty || (copula == "เป็น" && rest.beginsWithAny(of: compounds)) ? statement : rest
    }
    return statement
  }

  private static let copulas = ["เป็น", "คือ", "หมายถึง"]
  /// «เป็นไป…», «เป็นที่…», «เป็นอยู่…» are words of their own.
  private static let compounds = ["ไป", "ที่", "อยู่", "มา", "ต้น"]

  /// Every run of clauses with a length in `lengths`, longest run for each start, in order.
  ///
  /// - Parameter avoiding: words no run may hold (the term asked for, the author's name).
  func phrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || canBegin(clauses[start]) {
      var end = start
      var length = 0
      var best: (end: Int, length: Int)?
      while end < clauses.count {
        if !isFree(clauses[end], of: avoiding) { break }
        let next = length + lengths[end] + (end > start ? 1 : 0)
        if next > range.upperBound { break }
        length = next
        end += 1
        if length >= range.lowerBound, end == clauses.count || canEnd(clauses[end - 1]) { best = (end, length) }
      }
      if let best { found.append(phrase(start..<best.end, best.length)) }
    }
    return found
  }

  /// Runs ending at every clause rather than the longest alone; for fitting options to one length.
  func allPhrases(_ range: ClosedRange<Int>, avoiding: [[UInt8]] = []) -> [KeyPhrase] {
    var found: [KeyPhrase] = []
    for start in clauses.indices where start == 0 || canBegin(clauses[start]) {
      var length = 0
      for end in start..<clauses.count {
        if !isFree(clauses[end], of: avoiding) { break }
        length += lengths[end] + (end > start ? 1 : 0)
        if length > range.upperBound { break }
        if length >= range.lowerBound, end + 1 == clauses.count || canEnd(clauses[end]) {
          found.append(phrase(start..<end + 1, length))
        }
      }
    }
    return found
  }

  private func run(from start: Int, limit: Int) -> KeyPhrase? {
    guard start < clauses.count else { return nil }
    var end = start + 1
    var length = lengths[start]
    var best = end
    var bestLength = length
    while end < clauses.count, length + 1 + lengths[end] <= limit {
      length += 1 + lengths[end]
      end += 1
      if end == clauses.count || canEnd(clauses[end - 1]) {
        best = end
        bestLength = length
      }
    }
    return phrase(start..<best, bestLength)
  }

  private func phrase(_ range: Range<Int>, _ length: Int) -> KeyPhrase {
    let span = clauses[range.lowerBound].lowerBound..<clauses[range.upperBound - 1].upperBound
    return KeyPhrase(bytes, span, clauses: range, of: clauses.count, length: length, standsAlone: standsAlone(span))
  }

  private func standsAlone(_ span: Range<Int>) -> Bool {
    if span.lowerBound > 0 && Self.leaning.match(bytes, at: span.lowerBound) { return false }
    return !pointing.contains { $0 > span.lowerBound && $0 < span.upperBound }
  }

  private func isFree(_ clause: Range<Int>, of avoiding: [[UInt8]]) -> Bool {
    !avoiding.contains { bytes.holds($0, in: clause) }
  }
}

// MARK: - Where clauses begin and end

extension Statement {
  /// Words that tie what follows to the words before.
  private static let dependent = WordList("และ หรือ กับ ตลอดจน รวมทั้ง รวมถึง ที่ ซึ่ง อัน ว่า ๆ ฯลฯ ก็ จึง แต่ ของ ในขณะ ทั้ง ด้วย")
  /// Words that begin a clause even after a short one.
  private static let beginners = WordList(
    "โดย เพื่อ ซึ่ง เป็น มี อาจ ทั้งนี้ ภายใต้ เมื่อ แม้ แต่ ดังนั้น ทำให้ จะ จึง สามารถ ต้อง เกิด เพราะ เนื่องจาก อย่างไร นอกจาก ไม่ว่า จาก เช่น")
  /// Words that need what stood before, though a clause may begin with them.
  private static let leaning = WordList(
    "ตาม ไม่ว่า แม้ เหมือน เช่น เพราะ เนื่องจาก อาจ จน จะ ต่อมา ดัง ทั้ง แล้ว ทำให้ ให้ สามารถ ต้อง ย่อม ด้วย อย่าง โดย ซึ่ง เพื่อ ภายใต้ ทัศนะ ใน")
  /// Clauses that promise another one.
  private static let promising = WordList("แม้ เมื่อ หาก ถ้า เนื่องจาก")
  /// Words that cannot stand last.
  private static let dangling = WordList(
    "และ หรือ ที่ ซึ่ง ของ คือ ว่า เช่น ได้แก่ โดย เพื่อ กับ ใน ทั้ง ตั้งแต่ จาก ระหว่าง เป็น ดังนี้ อาทิ หมายถึง โดยเฉพาะ ก็ กล่าวคือ มี จะ ตาม ต่อ แก่ ให้ เหล่านี้ ดังกล่าว มุมหนึ่ง อีกด้านหนึ่ง ด้านหนึ่ง"
  )

  /// Whether a phrase may begin with this clause: an ellipsis before «และ…» reads as a torn page.
  private func canBegin(_ clause: Range<Int>) -> Bool {
    !Self.dependent.match(bytes, at: clause.lowerBound)
  }

  private func canEnd(_ clause: Range<Int>) -> Bool {
    !Self.promising.match(bytes, at: clause.lowerBound) && !Self.dangles(bytes, clause)
  }

  private static let of = Array("ของ".utf8)
  private static let belongings = ["สิ่ง", "ข้าว", "เจ้า"].map { Array($0.utf8) }

  private static func dangles(_ bytes: [UInt8], _ clause: Range<Int>) -> Bool {
    guard let length = dangling.suffix(bytes, from: clause.lowerBound, end: clause.upperBound) else { return false }
    // «โดย» at the end is dangling, the «ที่» of «หน้าที่» is not: a space or nothing must stand before the short ones.
    let before = clause.upperBound - length - 1
    if before < clause.lowerBound || bytes[before] == 0x20 || length >= 12 { return true }
    // «การศึกษาของ» is torn, «สิ่งของ» is not.
    let head = clause.lowerBound..<before + 1
    return bytes.starts(with: of, at: before + 1) && !belongings.contains { bytes[head].suffix($0.count).elementsEqual($0) }
  }

  private static let back = WordList("นี้ นั้น ดังกล่าว จึง ทำนองเดียวกัน เช่นเดียวกัน")

  /// «นี้» but not the end of «หนี้».
  private static func pointing(_ bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var i = 0
    while i + 2 < bytes.count {
      if bytes[i] == 0xE0, back.match(bytes, at: i), i < 3 || bytes[i - 1] != 0xAB || bytes[i - 2] != 0xB8 { found.append(i) }
      i += bytes[i] == 0xE0 ? 3 : 1
    }
    return found
  }

  /// A quote or bracket that never closes, and what leads up to it («ที่เรียกว่า “»), belongs to the next sentence.
  private static func withoutLooseQuotes(_ bytes: [UInt8]) -> [UInt8] {
    var open: [Int] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x28 {
        open.append(i)
      } else if bytes[i] == 0x29 {
        _ = open.popLast()
      } else if bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80 {
        if bytes[i + 2] == 0x9C { open.append(i) } else if bytes[i + 2] == 0x9D { _ = open.popLast() }
      }
      i += 1
    }
    guard let first = open.first else { return bytes }
    var end = first
    while end > 0, bytes[end - 1] != 0x20 { end -= 1 }
    // A statement of one clause has nothing before it to keep.
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return end == 0 ? bytes : Array(bytes[..<end])
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
      if joiners.match(bytes, at: pieces[i].lowerBound) {
        open = true
      } else if lengths[i] > 28 || beginners.match(bytes, at: pieces[i].lowerBound) {
        open = false
      }
      closes[i] = open
    }
    for i in pieces.indices.dropFirst() {
      let piece = pieces[i]
      let inList = closes[i]
      let begins = beginners.match(bytes, at: piece.lowerBound)
      let tied = dependent.match(bytes, at: piece.lowerBound) && !begins
      let latin = !Letters.isThai(bytes[...], at: piece.lowerBound) || endsLatin(bytes, current)
      let short = lengths[i] < 16 || Letters.count(bytes[current.lowerBound..<current.upperBound]) < 16
      // ๆ and ฯลฯ are followed by a space wherever they stand.
      let repeats = endsRepeating(bytes, current)
      if tied || latin || ((inList || short || repeats) && !(begins && !(repeats && continuing.match(bytes, at: piece.lowerBound))))
      {
        current = current.lowerBound..<piece.upperBound
      } else {
        clauses.append(current)
        current = piece
      }
    }
    clauses.append(current)
    return clauses
  }

  private static let joiners = WordList("และ หรือ ตลอดจน รวมทั้ง รวมถึง ฯลฯ")

  private static func endsRepeating(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // ๆ and ฯ
    range.count >= 3 && bytes[range.upperBound - 3] == 0xE0
      && ((bytes[range.upperBound - 2] == 0xB9 && bytes[range.upperBound - 1] == 0x86)
        || (bytes[range.upperBound - 2] == 0xB8 && bytes[range.upperBound - 1] == 0xAF))
  }

  /// Words that go on after ๆ more often than they begin anew.
  private static let continuing = WordList("จาก ตาม ใน ที่ เป็น มี")

  private static func endsLatin(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = bytes[range].last else { return false }
    return last < 0x80 && last != 0x29
  }
}

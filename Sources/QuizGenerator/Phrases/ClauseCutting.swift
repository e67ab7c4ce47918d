/// Cuts a statement into clauses, one pass over its bytes.
enum ClauseCutting {
  /// A quote or bracket that never closes, and what leads up to it («ที่เรียกว่า “»), belongs to the next sentence.
  static func withoutLooseQuotes(_ bytes: [UInt8]) -> [UInt8] {
    var open: [Int] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0xE0 {
        i += 3
        continue
      }
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

  /// Words that lead into the sentence after them; at the end of a record they are left over from it.
  private static let leads = Set(
    [
      "ในนัยแรก", "ในนัยหลัง", "อีกนัยหนึ่ง", "ในขณะเดียวกัน", "ในทางกลับกัน", "นอกจากนี้", "นอกจากนั้น", "ทั้งนี้", "อย่างไรก็ตาม", "ดังนั้น",
      "ประการแรก", "ประการต่อมา", "ประการสุดท้าย", "อีกประการหนึ่ง", "กล่าวคือ", "ส่วน", "สำหรับ",
    ].map { Array($0.utf8) })

  /// Runs between spaces that stand outside brackets and quotes.
  private static func pieces(_ bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var depth = 0
    var start = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0xE0 {
        i += 3
        continue
      }
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
    while pieces.count > 1, let last = pieces.last, leads.contains(Array(bytes[last])) { pieces.removeLast() }
    return pieces
  }

  static func clauses(_ bytes: [UInt8]) -> [Range<Int>] {
    let pieces = pieces(bytes)
    guard let first = pieces.first else { return [] }
    var clauses: [Range<Int>] = []
    var current = first
    let lengths = pieces.map { Letters.count(bytes[$0]) }
    var currentLength = lengths[0]
    // For each piece, whether a list that runs through it closes further on.
    var closes = [Bool](repeating: false, count: pieces.count)
    var open = false
    for i in pieces.indices.reversed() {
      if joiners.match(bytes, at: pieces[i].lowerBound) {
        open = true
      } else if lengths[i] > 28 || ClauseBounds.beginners.match(bytes, at: pieces[i].lowerBound) {
        open = false
      }
      closes[i] = open
    }
    for i in pieces.indices.dropFirst() {
      let piece = pieces[i]
      let inList = closes[i]
      let begins = ClauseBounds.beginners.match(bytes, at: piece.lowerBound)
      let tied = ClauseBounds.dependent.match(bytes, at: piece.lowerBound) && !begins
      let latin = !Letters.isThai(bytes[...], at: piece.lowerBound) || endsLatin(bytes, current)
      let short = lengths[i] < 16 || currentLength < 16
      // ๆ and ฯลฯ are followed by a space wherever they stand.
      let repeats = endsRepeating(bytes, current)
      if tied || latin || ((inList || short || repeats) && !(begins && !(repeats && continuing.match(bytes, at: piece.lowerBound))))
      {
        current = current.lowerBound..<piece.upperBound
        currentLength += 1 + lengths[i]
      } else {
        clauses.append(current)
        current = piece
        currentLength = lengths[i]
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

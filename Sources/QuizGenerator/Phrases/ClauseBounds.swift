/// Where in a statement a quotation may begin and end, worked out once.
///
/// A phrase that ends after «เมื่อรับรู้ทิศทางเดียวกัน» or before «จะช่วยให้…» reads as a torn page, whatever ellipsis stands behind it.
struct ClauseBounds: Sendable {
  /// For each clause: whether a phrase may begin with it; an ellipsis before «และ…» reads as torn too.
  let mayBegin: [Bool]
  /// For each clause: whether a phrase may end with it. The last one always ends the statement.
  let mayEnd: [Bool]
  /// For each clause: whether it says something of the clause before it, as its subject.
  let asserts: [Bool]
  /// Where words stand that point back to what was said before: นี้, นั้น, ดังกล่าว, จึง.
  private let pointing: [Int]

  init(_ bytes: [UInt8], _ clauses: [Range<Int>]) {
    // What follows «อาทิ» is an example, what follows «ข้อกำหนดนั้น» is said of it: no thoughts of their own.
    mayBegin = clauses.indices.map { i in
      !Self.dependent.match(bytes, at: clauses[i].lowerBound)
        && (i == 0 || !(Self.dangles(bytes, clauses[i - 1]) || Self.isSubject(bytes, clauses[i - 1], before: clauses[i])))
    }
    asserts = clauses.map { Self.predicates.match(bytes, at: $0.lowerBound) }
    let (pointing, origins) = Self.marks(bytes)
    self.pointing = pointing
    var mayEnd = clauses.map { !Self.dangles(bytes, $0) }
    for i in clauses.indices.dropLast() where mayEnd[i] {
      mayEnd[i] =
        !Self.isSubject(bytes, clauses[i], before: clauses[i + 1]) && !Self.isInList(bytes, clauses[i], before: clauses[i + 1])
        && (!asserts[i + 1] || Self.isListOfNames(bytes, clauses[...i]))
    }
    for i in clauses.indices where Self.promises(bytes, clauses[i]) {
      // «เมื่อ…» is answered by the clause with «ก็», else by the next one.
      if Self.answers(bytes, clauses[i]) { continue }
      let end = clauses.indices.prefix(i + 4).dropFirst(i + 1).first { Self.answers(bytes, clauses[$0]) } ?? i + 1
      for torn in i..<min(end, clauses.count) { mayEnd[torn] = false }
    }
    // «ตั้งแต่…» runs on to its «ถึง».
    var next = 0
    var open: Int?
    for (i, clause) in clauses.enumerated() {
      if let start = open, bytes.holds(Self.until, in: clause) {
        for torn in start..<i { mayEnd[torn] = false }
        open = nil
      }
      while next < origins.count, origins[next] < clause.upperBound {
        if origins[next] >= clause.lowerBound {
          open = bytes.holds(Self.until, in: origins[next]..<clause.upperBound) ? nil : open ?? i
        }
        next += 1
      }
    }
    if let last = mayEnd.indices.last { mayEnd[last] = true }
    self.mayEnd = mayEnd
  }

  /// False for a span that leans on what stood before it.
  func standsAlone(_ bytes: [UInt8], _ span: Range<Int>) -> Bool {
    if span.lowerBound > 0 && Self.leaning.match(bytes, at: span.lowerBound) { return false }
    var low = 0
    var high = pointing.count
    while low < high {
      let middle = (low + high) / 2
      if pointing[middle] > span.lowerBound { high = middle } else { low = middle + 1 }
    }
    return low == pointing.count || pointing[low] >= span.upperBound
  }
}

// MARK: - The words that tell

extension ClauseBounds {
  /// Words that tie what follows to the words before.
  static let dependent = WordList("และ หรือ กับ ตลอดจน รวมทั้ง รวมถึง ที่ ซึ่ง อัน ว่า ๆ ฯลฯ ก็ จึง แต่ ของ ในขณะ ทั้ง ด้วย")
  /// Words that begin a clause even after a short one.
  static let beginners = WordList(
    "โดย เพื่อ ซึ่ง เป็น มี อาจ ทั้งนี้ ภายใต้ เมื่อ แม้ แต่ ดังนั้น ทำให้ จะ จึง สามารถ ต้อง เกิด เพราะ เนื่องจาก อย่างไร นอกจาก ไม่ว่า จาก เช่น")
  /// Words that need what stood before, though a clause may begin with them.
  private static let leaning = WordList(
    "ตาม ไม่ว่า แม้ เหมือน เช่น เพราะ เนื่องจาก อาจ จน จะ ต่อมา ดัง ทั้ง แล้ว ทำให้ ให้ สามารถ ต้อง ย่อม ด้วย อย่าง โดย ซึ่ง เพื่อ ภายใต้ ทัศนะ ใน ตั้งแต่ นับตั้งแต่ นับแต่ ได้ ยัง เมื่อ หาก ถ้า นอกจาก เกิดเอก เกิดขึ้น ช่วย"
  )
  /// Clauses that promise another one.
  private static let promising = WordList("แม้ เมื่อ หาก ถ้า เนื่องจาก")
  /// «เพราะหากว่า…» promises as «หากว่า…» does.
  private static let joining = WordList("เพราะ แต่ ซึ่ง โดย และ")
  private static let answering = WordList("ก็ จึง ย่อม")
  /// What is said of a subject; the subject alone is no phrase.
  private static let predicates = WordList("จะ ย่อม ต้อง สามารถ")
  private static let relatives = WordList("ซึ่ง ที่ อัน")
  /// «แต่การรับสิ่งเร้า ซึ่งเป็นวิธีหนึ่ง…» waits for what it does.
  private static let subjects = WordList("แต่การ แต่ความ")
  private static let enumerable = ["มี", "ร่วม", "ให้", "การ", "ความ"].map { (word: Array($0.utf8), last: Array((" และ" + $0).utf8)) }
  /// Words that cannot stand last.
  private static let dangling = WordList(
    "และ หรือ ที่ ซึ่ง ของ คือ ว่า เช่น ได้แก่ โดย เพื่อ กับ ใน ทั้ง ตั้งแต่ จาก ระหว่าง เป็น ดังนี้ อาทิ หมายถึง โดยเฉพาะ ก็ กล่าวคือ มี จะ ตาม ต่อ แก่ ให้ เหล่านี้ ดังกล่าว มุมหนึ่ง อีกด้านหนึ่ง ด้านหนึ่ง"
  )
  private static let nominal = WordList("การ ความ")
  private static let names = [" และการ", " และความ"].map { Array($0.utf8) }
  private static let that = Array("นั้น".utf8)
  private static let whereby = Array("การที่".utf8)
  private static let or = Array(" หรือ".utf8)
  private static let until = Array("ถึง".utf8)
  private static let of = Array("ของ".utf8)
  private static let belongings = ["สิ่ง", "ข้าว", "เจ้า"].map { Array($0.utf8) }

  static func dangles(_ bytes: [UInt8], _ clause: Range<Int>) -> Bool {
    guard let length = dangling.suffix(bytes, from: clause.lowerBound, end: clause.upperBound) else { return false }
    // «โดย» at the end is dangling, the «ที่» of «หน้าที่» is not: a space or nothing must stand before the short ones.
    let before = clause.upperBound - length - 1
    if before < clause.lowerBound || bytes[before] == 0x20 || length >= 12 { return true }
    // «การศึกษาของ» is torn, «สิ่งของ» is not.
    let head = clause.lowerBound..<before + 1
    return bytes.starts(with: of, at: before + 1) && !belongings.contains { bytes[head].suffix($0.count).elementsEqual($0) }
  }

  private static func promises(_ bytes: [UInt8], _ clause: Range<Int>) -> Bool {
    if promising.match(bytes, at: clause.lowerBound) { return true }
    return joining.length(bytes, at: clause.lowerBound).map { promising.match(bytes, at: clause.lowerBound + $0) } ?? false
  }

  /// «ก็» but not the end of «เก็บ».
  private static func answers(_ bytes: [UInt8], _ clause: Range<Int>) -> Bool {
    if predicates.match(bytes, at: clause.lowerBound) { return true }
    var i = clause.lowerBound
    while i + 2 < clause.upperBound {
      if bytes[i] == 0xE0, answering.match(bytes, at: i) {
        let isInside = i >= 3 && bytes[i - 2] == 0xB9 && bytes[i - 1] == 0x80
        if !isInside { return true }
      }
      i += bytes[i] == 0xE0 ? 3 : 1
    }
    return false
  }

  /// «การที่ผู้ให้กับผู้รับ หรือผู้อุปถัมภ์กับผู้ได้รับการอุปถัมภ์» and «การเสริมสร้างต่อกันนั้น» wait for what they do.
  private static func isSubject(_ bytes: [UInt8], _ clause: Range<Int>, before next: Range<Int>) -> Bool {
    if bytes[clause].suffix(that.count).elementsEqual(that) { return true }
    if subjects.match(bytes, at: clause.lowerBound) { return relatives.match(bytes, at: next.lowerBound) }
    guard bytes.starts(with: whereby, at: clause.lowerBound), bytes.holds(or, in: clause) else { return false }
    return !beginners.match(bytes, at: next.lowerBound) && !leaning.match(bytes, at: next.lowerBound)
      && !dependent.match(bytes, at: next.lowerBound)
  }

  /// «การมองเห็นจุดหมาย การรับรู้ทิศทาง และการมีเป้าหมาย»: whole as a definition, whatever is said of it next.
  private static func isListOfNames(_ bytes: [UInt8], _ clauses: ArraySlice<Range<Int>>) -> Bool {
    guard clauses.count > 1, clauses.count <= 8, let last = clauses.last, names.contains(where: { bytes.holds($0, in: last) })
    else {
      return false
    }
    return clauses.allSatisfy { nominal.match(bytes, at: $0.lowerBound) && !bytes.starts(with: whereby, at: $0.lowerBound) }
  }

  /// «มีเป้าหมาย» before «มีวิธีการทำงาน และมี…» is the middle of a list.
  private static func isInList(_ bytes: [UInt8], _ clause: Range<Int>, before next: Range<Int>) -> Bool {
    enumerable.contains { entry in
      bytes.starts(with: entry.word, at: clause.lowerBound) && bytes.starts(with: entry.word, at: next.lowerBound)
        && bytes.holds(entry.last, in: next)
    }
  }

  private static let back = WordList("นี้ นั้น ดังกล่าว จึง ทำนองเดียวกัน เช่นเดียวกัน")
  private static let from = WordList("ตั้งแต่ นับแต่")

  /// Where words point back («นี้» but not the end of «หนี้»), and where a stretch begins that runs on to «ถึง».
  private static func marks(_ bytes: [UInt8]) -> (pointing: [Int], origins: [Int]) {
    let pointing = back.places(in: bytes).filter { i in i < 3 || bytes[i - 1] != 0xAB || bytes[i - 2] != 0xB8 }
    return (pointing, from.places(in: bytes))
  }
}

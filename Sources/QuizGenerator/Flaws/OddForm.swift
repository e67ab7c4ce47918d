import CourseModel
import Diagnostics

/// How options begin: the key found by its form alone.
enum OptionForm {
  private static let nominalisers = WordList("การ ความ กระบวนการ")
  /// Words that begin a predicate: «มีความเอกภาพ» among «ความร่วมมือ…» is of another form.
  private static let predicates = WordList("มี เป็น ได้ ไม่ เกิด ต้อง กระจาย ให้ จะ ทำให้")

  /// True when all others begin alike and the key does not.
  static func isOdd(_ key: String, among others: [String]) -> Bool { isOdd(OptionShape(key), among: others.map(OptionShape.init)) }

  static func isOdd(_ key: OptionShape, among others: [OptionShape]) -> Bool {
    guard others.count >= 2 else { return false }
    if key.length <= 40 {
      // Names of things are told apart by form before they are by meaning.
      if key.nominalisers == 0, others.allSatisfy({ $0.nominalisers != 0 }) { return true }
    } else if others.reduce(~key.nominalisers, { $0 & $1.nominalisers }) != 0 {
      return true
    }
    if others.allSatisfy({ $0.isPredicate != key.isPredicate }) { return true }
    guard let head = head(of: others[0].text, 3), !key.text.begins(with: head) else { return false }
    return others.allSatisfy { $0.text.begins(with: head) }
  }

  /// «การ…», «ความ…»: the name of a doing or a quality.
  static func isNominal(_ text: String) -> Bool { text.begins(withOneOf: nominalisers) }

  /// One bit, that of the word it begins with; 0 for none.
  static func nominalisers(of text: String) -> UInt8 { text.beginning(among: nominalisers).map { 1 << UInt8($0) } ?? 0 }

  static func isPredicate(_ text: String) -> Bool { text.begins(withOneOf: predicates) }

  /// True when only the key begins as the stem's own examples do.
  static func repeatsStem(_ key: String, others: [String], stem: String) -> Bool {
    isAlone(heads(of: key, in: stem), among: others.map(OptionShape.init))
  }

  /// The beginnings of a key that its stem says too.
  static func heads(of key: String, in stem: String) -> [String] {
    var heads: [String] = []
    if let head = head(of: key, 5), stem.holds(head) { heads.append(head) }
    // The items a stem counts out: «… ได้แก่ นัยแห่ง…, นัยภารกิจ… และข้อใด».
    if let head = head(of: key, 3), stem.holds(head), stem.holds(", " + head) || stem.holds("ได้แก่ " + head) { heads.append(head) }
    return heads
  }

  /// True when no other option begins with one of the heads.
  static func isAlone(_ heads: [String], among others: [OptionShape]) -> Bool {
    others.count >= 2 && heads.contains { head in !others.contains { $0.text.begins(with: head) } }
  }

  /// The first letters, fewer where ำ ends the syllable («คำ»); nil for a text that is hardly longer.
  static func head(of text: String, _ length: Int) -> String? {
    let scalars = text.unicodeScalars
    var end = scalars.startIndex
    var count = 0
    while count < length, end < scalars.endIndex {
      let scalar = scalars[end]
      end = scalars.index(after: end)
      count += 1
      if scalar == "\u{0E33}" { break }
    }
    guard count >= min(length, 2), scalars.index(end, offsetBy: 2, limitedBy: scalars.endIndex) != nil else { return nil }
    return String(scalars[..<end])
  }
}

/// The key begins unlike all other options, or alone like the words of the stem.
struct OddForm: FlawCheck {
  let id = "odd-form"

  func flaw(in item: QuizItem) -> Wording? {
    guard let (key, distractors) = item.singleChoice else { return nil }
    let others = distractors.map(\.text)
    // A run of the stem that the key alone repeats anywhere is `WordsOfTheStem`'s to tell.
    let isCue =
      OptionForm.repeatsStem(key.text, others: others, stem: item.stem)
      && !WordCue(stem: item.stem).gives(away: key.text, others: others)
    guard isCue || OptionForm.isOdd(key.text, among: others) else { return nil }
    return Wording(thai: "ตัวเลือกที่ถูกขึ้นต้นต่างจากตัวเลือกอื่นทั้งหมด", english: "the key begins unlike all other options")
  }
}

import CourseModel
import Diagnostics

/// How options begin: the key found by its form alone.
enum OptionForm {
  private static let nominalisers = ["การ", "ความ", "กระบวนการ"]
  /// Words that begin a predicate: «มีความเอกภาพ» among «ความร่วมมือ…» is of another form.
  private static let predicates = ["มี", "เป็น", "ได้", "ไม่", "เกิด", "ต้อง", "กระจาย", "ให้", "จะ", "ทำให้"]

  /// True when all others begin alike and the key does not, or when only the key begins as the stem's own examples do.
  static func gives(away key: String, others: [String], stem: String) -> Bool {
    isOdd(key, among: others) || repeatsStem(key, others: others, stem: stem)
  }

  static func isOdd(_ key: String, among others: [String]) -> Bool {
    guard others.count >= 2 else { return false }
    let isNominal = isNominal(key)
    if isShort(key) {
      // Names of things are told apart by form before they are by meaning.
      if !isNominal, others.allSatisfy(Self.isNominal) { return true }
    } else {
      for nominaliser in nominalisers where !key.begins(with: nominaliser) {
        if others.allSatisfy({ $0.begins(with: nominaliser) }) { return true }
      }
    }
    let isPredicate = key.beginsWithAny(of: predicates)
    if others.allSatisfy({ $0.beginsWithAny(of: predicates) != isPredicate }) { return true }
    guard let first = others.first, let head = head(of: first, 3), !key.begins(with: head) else { return false }
    return others.allSatisfy { $0.begins(with: head) }
  }

  /// «การ…», «ความ…»: the name of a doing or a quality.
  static func isNominal(_ text: String) -> Bool { text.beginsWithAny(of: nominalisers) }

  /// A name, not a statement.
  private static func isShort(_ text: String) -> Bool { Letters.count(text) <= 40 }

  static func repeatsStem(_ key: String, others: [String], stem: String) -> Bool {
    guard others.count >= 2 else { return false }
    if let head = head(of: key, 5), stem.holds(head), !others.contains(where: { $0.begins(with: head) }) { return true }
    // The items a stem counts out: «… ได้แก่ นัยแห่ง…, นัยภารกิจ… และข้อใด».
    guard let head = head(of: key, 3), stem.holds(", " + head) || stem.holds("ได้แก่ " + head) else { return false }
    return !others.contains { $0.begins(with: head) }
  }

  /// The first letters, fewer where ำ ends the syllable («คำ»); nil for a text that is hardly longer.
  static func head(of text: String, _ length: Int) -> String? {
    var scalars = text.unicodeScalars.makeIterator()
    var head = String.UnicodeScalarView()
    var count = 0
    while count < length, let scalar = scalars.next() {
      head.append(scalar)
      count += 1
      if scalar == "\u{0E33}" { break }
    }
    guard count >= min(length, 2), scalars.next() != nil, scalars.next() != nil else { return nil }
    return String(head)
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

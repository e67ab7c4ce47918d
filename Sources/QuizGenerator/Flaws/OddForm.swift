import CourseModel
import Diagnostics

/// How options begin: the key found by its form alone.
enum OptionForm {
  private static let nominalisers = ["การ", "ความ"]
  /// Words that begin a predicate: «มีความเอกภาพ» among «ความร่วมมือ…» is of another form.
  private static let predicates = ["มี", "เป็น", "ได้", "ไม่", "เกิด", "ต้อง", "กระจาย", "ให้", "จะ", "ทำให้"]

  /// True when all others begin alike and the key does not, or when only the key begins as the stem's own examples do.
  static func gives(away key: String, others: [String], stem: String) -> Bool {
    isOdd(key, among: others) || repeatsStem(key, others: others, stem: stem)
  }

  static func isOdd(_ key: String, among others: [String]) -> Bool {
    guard others.count >= 2 else { return false }
    for nominaliser in nominalisers where !key.begins(with: nominaliser) {
      if others.allSatisfy({ $0.begins(with: nominaliser) }) { return true }
    }
    let isPredicate = key.beginsWithAny(of: predicates)
    if others.allSatisfy({ $0.beginsWithAny(of: predicates) != isPredicate }) { return true }
    guard let first = others.first, let head = head(of: first, 4), !key.begins(with: head) else { return false }
    return others.allSatisfy { $0.begins(with: head) }
  }

  static func repeatsStem(_ key: String, others: [String], stem: String) -> Bool {
    guard others.count >= 2 else { return false }
    if let head = head(of: key, 6), stem.holds(head), !others.contains(where: { $0.begins(with: head) }) { return true }
    // The items a stem counts out: «… ได้แก่ นัยแห่ง…, นัยภารกิจ… และข้อใด».
    guard let head = head(of: key, 3), stem.holds(", " + head) || stem.holds("ได้แก่ " + head) else { return false }
    return !others.contains { $0.begins(with: head) }
  }

  /// The first letters; nil for a text that is hardly longer.
  private static func head(of text: String, _ length: Int) -> String? {
    var scalars = text.unicodeScalars[...]
    var head = String.UnicodeScalarView()
    while head.count < length, let scalar = scalars.popFirst() { head.append(scalar) }
    return head.count == length && scalars.count >= 2 ? String(head) : nil
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

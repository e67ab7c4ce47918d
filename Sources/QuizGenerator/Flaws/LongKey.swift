import CourseModel
import Diagnostics

/// When the length of the key gives it away.
enum KeyLength {
  /// - Parameter longest: graphemes of the longest distractor.
  static func stands(out key: Int, among longest: Int) -> Bool { key >= longest + 6 && key * 10 > longest * 13 }
}

/// The key is plainly the longest option.
struct LongKey: FlawCheck {
  let id = "long-key"

  func flaw(in item: QuizItem) -> Wording? {
    guard let (key, distractors) = item.singleChoice else { return nil }
    let longest = distractors.map { Letters.count($0.text) }.max() ?? 0
    guard KeyLength.stands(out: Letters.count(key.text), among: longest) else { return nil }
    return Wording(thai: "ตัวเลือกที่ถูกยาวกว่าตัวเลือกอื่นอย่างเห็นได้ชัด", english: "the key is plainly longer than the other options")
  }
}

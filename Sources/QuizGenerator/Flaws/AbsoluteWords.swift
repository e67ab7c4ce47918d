import CourseModel
import Diagnostics

/// «เสมอ», «เท่านั้น», «ทุก», «ไม่เคย» only in distractors: nothing is so absolute, so those options are out.
struct AbsoluteWords: FlawCheck {
  let id = "absolute-words"

  private static let words = ["เสมอ", "เท่านั้น", "ไม่เคย", "ทั้งสิ้น", "แน่นอนที่สุด", "always", "never", "only"]

  func flaw(in item: QuizItem) -> Wording? {
    guard let (key, distractors) = item.singleChoice else { return nil }
    // Two of them: one may be chance, and a quotation's own word.
    let absolute = distractors.filter { Self.isAbsolute($0.text) }.count
    guard absolute >= max(1, distractors.count - 1), !Self.isAbsolute(key.text) else { return nil }
    return Wording(thai: "คำเด็ดขาดอย่าง «เสมอ» «เท่านั้น» มีแต่ในตัวลวง", english: "absolute words stand in the distractors alone")
  }

  private static func isAbsolute(_ text: String) -> Bool { words.contains { text.lowercased().holds($0) } }
}

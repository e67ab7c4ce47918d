import CourseModel
import Diagnostics

/// A negative stem is misread unless its «ไม่» is set off.
struct PlainNegative: FlawCheck {
  let id = "plain-negative"

  private static let words = ["ไม่ใช่", "มิใช่", "ไม่ถูกต้อง", "ไม่เป็น", "ไม่ปรากฏ", "ไม่เกี่ยวข้อง", "ยกเว้น"]

  func flaw(in item: QuizItem) -> Wording? {
    guard item.emphasis.isEmpty, item.singleChoice != nil else { return nil }
    // Words of a quotation do not ask.
    let asked = Self.outsideQuotes(item.stem)
    let lower = asked.lowercased()
    guard Self.words.contains(where: { asked.holds($0) }) || lower.holds(" not ") || lower.holds(" except") else { return nil }
    return Wording(thai: "คำถามเชิงปฏิเสธมิได้เน้นคำปฏิเสธ", english: "a negative stem does not set its negative word off")
  }

  static func outsideQuotes(_ text: String) -> String {
    var out = ""
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "“" { depth += 1 }
      if depth == 0 { out.unicodeScalars.append(scalar) }
      if scalar == "”" { depth = max(0, depth - 1) }
    }
    return out
  }
}

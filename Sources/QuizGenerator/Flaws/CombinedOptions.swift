import CourseModel
import Diagnostics

/// «ข้อ ก และ ข»: options about options (K-type).
struct CombinedOptions: FlawCheck {
  let id = "combined-options"

  func flaw(in item: QuizItem) -> Wording? {
    guard item.optionTexts.contains(where: Self.isCombination) else { return nil }
    return Wording(thai: "มีตัวเลือกที่อ้างถึงตัวเลือกอื่น เช่น «ข้อ ก และ ข»", english: "an option refers to other options")
  }

  /// «ข้อ ก และ ข», «ถูกทั้งข้อ ก และข้อ ค», «A and B», «1 and 3».
  private static func isCombination(_ text: String) -> Bool {
    let words = text.replacing("ข้อ", with: " ").replacing("ถูก", with: " ").replacing("ทั้ง", with: " ").replacing("และ", with: " & ")
      .replacing("กับ", with: " & ").replacing("หรือ", with: " & ").split(separator: " ").map { $0.lowercased() }
    guard words.contains("&") || words.contains("and") || words.contains("or") else { return false }
    let letters = words.filter { $0 != "&" && $0 != "and" && $0 != "or" && $0 != "," }
    return letters.count >= 2
      && letters.allSatisfy { $0.unicodeScalars.count == 1 && ("กขคงจฉabcdef123456".contains($0)) }
  }
}

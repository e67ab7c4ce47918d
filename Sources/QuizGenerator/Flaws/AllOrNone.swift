import CourseModel
import Diagnostics

/// «ถูกทุกข้อ», «ไม่มีข้อใดถูก»: knowing two options, or one, decides the item.
struct AllOrNone: FlawCheck {
  let id = "all-or-none"

  private static let words = [
    "ถูกทุกข้อ", "ถูกทั้งหมด", "ถูกหมดทุกข้อ", "ทุกข้อที่กล่าวมา", "ไม่มีข้อใดถูก", "ไม่มีข้อถูก", "ผิดทุกข้อ", "ไม่มีคำตอบที่ถูก",
    "all of the above", "none of the above",
  ]

  func flaw(in item: QuizItem) -> Wording? {
    guard item.optionTexts.contains(where: { text in Self.words.contains { text.lowercased().holds($0) } }) else { return nil }
    return Wording(thai: "มีตัวเลือกอย่าง «ถูกทุกข้อ» หรือ «ไม่มีข้อใดถูก»", english: "an option says all or none of the above")
  }
}

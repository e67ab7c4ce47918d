import Diagnostics

/// The words the renderer adds to prose itself.
enum ProseWording {
  static let footnotes = Wording(thai: "เชิงอรรถ", english: "Notes")
  static let backToText = Wording(thai: "กลับไปที่ข้อความ", english: "Back to the text")
  static let done = Wording(thai: "ทำแล้ว", english: "done")
  static let notDone = Wording(thai: "ยังไม่ได้ทำ", english: "not done")

  /// The title of a callout whose author gave none; nil for a kind we do not know.
  static func callout(_ kind: String) -> Wording? {
    switch kind {
    case "definition": return Wording(thai: "นิยาม", english: "Definition")
    case "question": return Wording(thai: "คำถาม", english: "Question")
    case "activity": return Wording(thai: "กิจกรรม", english: "Activity")
    case "exercise": return Wording(thai: "แบบฝึกหัด", english: "Exercise")
    case "example": return Wording(thai: "ตัวอย่าง", english: "Example")
    case "summary": return Wording(thai: "สรุป", english: "Summary")
    case "quote": return Wording(thai: "คำกล่าว", english: "Quotation")
    case "tip": return Wording(thai: "ข้อแนะนำ", english: "Tip")
    case "important": return Wording(thai: "ข้อสำคัญ", english: "Important")
    case "warning", "caution": return Wording(thai: "ข้อควรระวัง", english: "Caution")
    case "note", "info": return Wording(thai: "หมายเหตุ", english: "Note")
    default: return nil
    }
  }
}

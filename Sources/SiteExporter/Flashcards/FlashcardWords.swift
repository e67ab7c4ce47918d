import Diagnostics
import Rendering

/// What the flashcard page and its script say. The script's words travel as attributes of the deck, so that it has no language.
struct FlashcardWords {
  let language: Language

  private func both(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }

  var showAnswer: String { both("ดูคำตอบ", "Show the answer") }
  var inEnglish: String { both("ภาษาอังกฤษใช้คำว่าอะไร", "What is the English term?") }
  var introduction: String {
    both(
      "นึกคำตอบก่อนเปิดดู แล้วบอกว่าจำได้แค่ไหน ระบบจะนัดให้พบแต่ละใบอีกครั้งก่อนที่จะลืม ความคืบหน้าเก็บไว้ในเครื่องนี้เท่านั้น",
      "Recall the answer, look, and say how well you knew it. Each card comes back before you would forget it. Progress stays on this device."
    )
  }

  func definition(by names: String) -> String { both("\(names) นิยามไว้อย่างไร", "How does \(names) define it?") }
  func set(of count: Int) -> String { both("มี \(count) ข้อ อะไรบ้าง", "Name the \(count) items.") }

  /// Attribute and text, in the order written.
  var scriptWords: [(StaticString, String)] {
    [
      ("data-show", showAnswer), ("data-again", both("ลืม", "Forgot")), ("data-hard", both("ยาก", "Hard")),
      ("data-good", both("จำได้", "Good")), ("data-easy", both("ง่าย", "Easy")), ("data-due", both("ถึงกำหนด", "Due")),
      ("data-new", both("ใบใหม่", "New")), ("data-all", both("ทั้งหมด", "All")), ("data-exam", both("วันสอบ", "Exam date")),
      ("data-day", both("วันที่", "Day")), ("data-month", both("เดือน", "Month")), ("data-year", both("ปี พ.ศ.", "Year")),
      ("data-era", both("543", "0")),
      (
        "data-months",
        both(
          "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
          "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
      ),
      ("data-done", both("วันนี้ทบทวนครบแล้ว ใบต่อไปถึงกำหนด", "Done for now. The next card is due")),
      ("data-ahead", both("ทบทวนล่วงหน้า", "Study ahead")), ("data-export", both("บันทึกความคืบหน้าเป็นไฟล์", "Save progress to a file")),
      ("data-import", both("นำเข้าความคืบหน้า", "Load progress")),
      ("data-bad-file", both("ไฟล์นี้ไม่ใช่ความคืบหน้าของบัตรคำ", "That file holds no flashcard progress")),
      ("data-weak", both("ควรทบทวนเพิ่ม", "Worth another look")), ("data-recall", both("โอกาสจำได้", "chance of recall")),
      (
        "data-not-kept",
        both("เบราว์เซอร์นี้ไม่ให้เก็บข้อมูล ความคืบหน้าจะหายเมื่อปิดหน้า", "This browser keeps nothing: progress ends with the page")
      ),
      ("data-minutes", both("นาที", "min")), ("data-hours", both("ชม.", "h")), ("data-days", both("วัน", "d")),
      (
        "data-keys",
        both("แป้นพิมพ์: เว้นวรรคดูคำตอบ 1–4 บอกว่าจำได้แค่ไหน", "Keyboard: Space shows the answer, 1–4 say how well you knew it")
      ),
    ]
  }
}

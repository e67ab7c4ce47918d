import CourseModel
import Diagnostics

/// The words of ours that go into an exported bank, in the language of the course.
struct Labels: Sendable {
  let language: Language

  private func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }

  var right: String { say("ถูก", "True") }
  var wrong: String { say("ผิด", "False") }
  var passage: String { say("ข้อความในบทเรียน", "In the chapter") }
  var openChapter: String { say("เปิดอ่านในบทเรียน", "Read it in the chapter") }
  var prompts: String { say("คำถามนำ", "Questions that lead to it") }
  var outline: String { say("เค้าโครงคำตอบ", "Model outline") }
  var rubric: String { say("เกณฑ์การให้คะแนน", "Rubric") }
  var points: String { say("คะแนน", "points") }
  var discussion: String { say("คำถามอภิปราย", "Discussion question") }
  var answer: String { say("คำตอบ", "Answer") }

  /// ก ข ค ง, or A B C D.
  func letter(_ i: Int) -> String { OptionLetter.of(i, in: language) }

  func place(_ number: Int) -> String { say("ลำดับที่ \(number)", "Place \(number)") }

  func level(_ level: CognitiveLevel) -> String {
    switch level {
    case .remember: return say("จำ", "remember")
    case .understand: return say("เข้าใจ", "understand")
    case .apply: return say("ประยุกต์ใช้", "apply")
    case .analyse: return say("วิเคราะห์", "analyse")
    case .evaluate: return say("ประเมินค่า", "evaluate")
    case .create: return say("สร้างสรรค์", "create")
    }
  }

  /// The title of a category as a list of folders shows it.
  func title(_ category: QuizCategory) -> String {
    if case .question = category.subject { return "\(discussion): \(category.title)" }
    return category.title
  }
}

/// What an option is called on paper.
package enum OptionLetter {
  private static let thai = ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ"]

  /// Beyond the eighth, and in English, Latin letters; the last of them for all that follow.
  package static func of(_ i: Int, in language: Language) -> String {
    if language == .thai, thai.indices.contains(i) { return thai[i] }
    return String(UnicodeScalar(UInt8(0x41 + min(max(i, 0), 25))))
  }
}

extension Wording {
  static let noEssay = Wording(thai: "รูปแบบนี้เก็บข้อเขียนไม่ได้", english: "the format holds no essays")
  static let noMatching = Wording(thai: "รูปแบบนี้เก็บข้อจับคู่ไม่ได้", english: "the format holds no matching items")
  static let noOrdering = Wording(thai: "รูปแบบนี้เก็บข้อเรียงลำดับไม่ได้", english: "the format holds no ordering items")
  static let noGaps = Wording(thai: "รูปแบบนี้เก็บข้อเติมคำในช่องว่างไม่ได้", english: "the format holds no gaps in a text")
  static let noTyping = Wording(thai: "รูปแบบนี้เก็บข้อที่พิมพ์คำตอบไม่ได้", english: "the format holds no typed answers")
  static let notAnswerable = Wording(
    thai: "ข้อสอบไม่มีคำตอบหรือตัวเลือกพอให้ตอบ", english: "the item has no key, or too few options to be answered")
}

import CourseModel
import Diagnostics

/// Only the key repeats the stem's words.
struct WordsOfTheStem: FlawCheck {
  let id = "words-of-the-stem"

  func flaw(in item: QuizItem) -> Wording? {
    guard let (key, distractors) = item.singleChoice else { return nil }
    guard let run = WordCue(stem: item.stem).run(of: key.text, others: distractors.map(\.text)) else { return nil }
    return Wording(thai: "ตัวเลือกที่ถูกเท่านั้นที่ซ้ำคำในคำถาม («\(run)»)", english: "only the key repeats words of the stem («\(run)»)")
  }
}

import CourseModel
import Diagnostics

/// Two options that are one, one inside another, or two that say the same in other words.
struct RepeatedOptions: FlawCheck {
  let id = "repeated-options"

  func flaw(in item: QuizItem) -> Wording? {
    let texts = item.optionTexts
    guard texts.count >= 2 else { return nil }
    let likenesses = texts.map { Likeness($0) }
    for i in texts.indices {
      for j in texts.indices where j > i {
        let isSame = ChapterFacts.isNested(texts[i], texts[j])
        // Short options share letters without sharing meaning.
        let isLong = min(Letters.count(texts[i]), Letters.count(texts[j])) >= 24
        guard isSame || (isLong && likenesses[i].containment(with: likenesses[j]) > 0.85) else { continue }
        return Wording(thai: "มีตัวเลือกซ้ำกัน ซ้อนกัน หรือมีความหมายเดียวกัน", english: "two options repeat, hold or mean each other")
      }
    }
    return nil
  }
}

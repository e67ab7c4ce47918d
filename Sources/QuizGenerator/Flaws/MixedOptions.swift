import CourseModel
import Diagnostics

/// One option in another script, or a number among words: it stands out whatever it says.
struct MixedOptions: FlawCheck {
  let id = "mixed-options"

  private enum Kind: Hashable { case thai, latin, number }

  func flaw(in item: QuizItem) -> Wording? {
    guard let (key, distractors) = item.singleChoice, distractors.count >= 2 else { return nil }
    let kind = Self.kind(key.text)
    // Names are written as their owners write them: a Latin name among Thai ones is a name all the same.
    if item.kind == "author-of-definition" || item.kind == "secondary-source" || item.kind == "set-owner" { return nil }
    guard distractors.allSatisfy({ Self.kind($0.text) != kind }) else { return nil }
    return Wording(thai: "ตัวเลือกที่ถูกเป็นคนละชนิดกับตัวเลือกอื่น", english: "the key is of another kind than the other options")
  }

  private static func kind(_ text: String) -> Kind {
    if text.unicodeScalars.contains(where: { (0x0E01...0x0E4E).contains($0.value) }) { return .thai }
    return Letters.isLatin(text) ? .latin : .number
  }
}

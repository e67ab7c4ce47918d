import CourseModel
import Diagnostics
import ThaiText

/// Options that have an order, years and other numbers, are shown in it.
struct UnorderedYears: FlawCheck {
  let id = "unordered-numbers"

  func flaw(in item: QuizItem) -> Wording? {
    guard case .choice(let options, _, let isFixed) = item.interaction, options.count >= 3 else { return nil }
    let numbers = options.compactMap { wholeNumber($0.text.replacing("พ.ศ.", with: "").replacing(" ", with: "")) }
    guard numbers.count == options.count, !isFixed || (numbers != numbers.sorted() && numbers != numbers.sorted(by: >)) else {
      return nil
    }
    return Wording(
      thai: "ตัวเลือกที่เป็นตัวเลขมิได้เรียงตามลำดับ หรือจะถูกสลับ", english: "numbers among the options are out of order, or would be shuffled")
  }
}

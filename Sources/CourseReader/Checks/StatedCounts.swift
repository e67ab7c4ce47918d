import Diagnostics

/// «7 ประการ» with six items.
func statedCounts(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.chapter.enumerations.compactMap { set in
    guard let count = set.statedCount, count != set.items.count else { return nil }
    return Diagnostic(
      "stated-count", .warning, thai: "ข้อความบอกว่ามี \(count) ข้อ แต่นับได้ \(set.items.count) ข้อ (“\(set.title)”)",
      english: "the text says \(count), but \(set.items.count) items follow (“\(set.title)”)",
      at: checked.source.span(set.place.range),
      repair: Wording(thai: "แก้จำนวน หรือเติมข้อที่ขาด", english: "correct the number, or add what is missing"))
  }
}

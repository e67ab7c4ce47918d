import CourseModel
import Diagnostics

/// An item that says the answer of another in the same test: both ask about one fact, or the stem of one speaks of the same
/// as the other's and says its key. Compares every pair, so it is for a test, never for a bank.
struct GivenAway: TestFlawCheck {
  let id = "given-away"

  func flaws(in items: [QuizItem]) -> [(item: String, wording: Wording)] {
    var found: [(item: String, wording: Wording)] = []
    // By fact first: two questions about one record are answered by each other, whatever their words.
    var byFact: [RecordID: String] = [:]
    for item in items {
      let tested = item.kind == "essay" ? [] : item.records
      if let other = tested.lazy.compactMap({ byFact[$0] }).first {
        found.append(
          (
            item.id,
            Wording(thai: "ถามเรื่องเดียวกับข้อ \(other) ในชุดเดียวกัน", english: "asks about the same fact as \(other) in one test")
          ))
      }
      for record in tested where byFact[record] == nil { byFact[record] = item.id }
    }
    let likenesses = items.map { Likeness($0.stem) }
    for (i, item) in items.enumerated() {
      guard let (key, _) = item.singleChoice, Letters.count(key.text) >= 6 else { continue }
      for (j, other) in items.enumerated() where j != i && other.stem.holds(key.text) && !item.stem.holds(key.text) {
        guard likenesses[i].containment(with: likenesses[j]) > 0.6 else { continue }
        found.append(
          (
            item.id, Wording(thai: "คำถามของข้อ \(other.id) บอกคำตอบของข้อนี้", english: "the stem of \(other.id) gives the answer")
          ))
      }
    }
    return found
  }
}

import CourseModel
import Diagnostics

/// The key stands too often in one place.
struct UnbalancedKeys: TestFlawCheck {
  let id = "unbalanced-keys"

  /// More than half as often again as its share, and more than chance explains (three standard deviations).
  func flaws(in items: [QuizItem]) -> [(item: String, wording: Wording)] {
    var places: [Int: [String]] = [:]
    var expected: [Int: Double] = [:]
    var variance: [Int: Double] = [:]
    for item in items {
      guard case .choice(let options, false, _) = item.interaction, let place = options.firstIndex(where: { $0.isKey }) else {
        continue
      }
      places[place, default: []].append(item.id)
      let share = 1 / Double(options.count)
      for i in options.indices {
        expected[i, default: 0] += share
        variance[i, default: 0] += share * (1 - share)
      }
    }
    return places.keys.sorted().flatMap { place -> [(item: String, wording: Wording)] in
      let ids = places[place] ?? []
      let share = expected[place] ?? 0
      let excess = Double(ids.count) - share
      guard excess > share / 2, excess * excess > 9 * (variance[place] ?? 0), let last = ids.last else { return [] }
      let letter = place < 4 ? ["ก", "ข", "ค", "ง"][place] : String(place + 1)
      return [
        (
          last,
          Wording(
            thai: "คำตอบที่ถูกอยู่ที่ข้อ \(letter) ถึง \(ids.count) ข้อ", english: "the key stands in place \(place + 1) \(ids.count) times")
        )
      ]
    }
  }
}

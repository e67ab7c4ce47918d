import CourseModel

/// Which items may not stand in one form: those that ask about one fact, quote one passage, or say each other's key.
struct Conflicts {
  private struct Shape {
    let records: Set<RecordID>
    let passage: QuizItem.Passage?
    let stem: String
    let likeness: Likeness
    let key: String?
  }
  private let shapes: [Shape]

  init(_ items: [QuizItem]) {
    shapes = items.map { item in
      var key: String?
      if let text = item.singleChoice?.key.text, Letters.count(text) >= 6 { key = text }
      if case .shortAnswer(let accepted) = item.interaction, let text = accepted.first, Letters.count(text) >= 6 { key = text }
      return Shape(
        records: Set(item.records), passage: item.passage, stem: item.stem, likeness: Likeness(item.stem), key: key)
    }
  }

  /// Costs time in the two items alone.
  func between(_ i: Int, _ j: Int) -> Bool {
    let a = shapes[i]
    let b = shapes[j]
    if !a.records.isDisjoint(with: b.records) || overlap(a.passage, b.passage) { return true }
    return tells(a, b) || tells(b, a)
  }

  private func overlap(_ a: QuizItem.Passage?, _ b: QuizItem.Passage?) -> Bool {
    guard let a, let b, a.span.file == b.span.file else { return false }
    let x = a.span.range
    let y = b.span.range
    return x.lowerBound < y.upperBound && y.lowerBound < x.upperBound
  }

  /// Whether the stem of `b` says the key of `a` while speaking of the same.
  private func tells(_ a: Shape, _ b: Shape) -> Bool {
    guard let key = a.key, b.stem.holds(key), !a.stem.holds(key) else { return false }
    return a.likeness.containment(with: b.likeness) > 0.6
  }
}

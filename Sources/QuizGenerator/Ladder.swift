import CourseModel

/// A discussion question's own quiz: items about the records that answer it, easy ones first, the essay last.
struct Ladder: Sendable {
  let sections: SectionTree

  /// Practice items only; the heaviest answers get the most rungs, then those of the same level by difficulty.
  func rungs(for question: Question, from items: [QuizItem], in course: Course, length: Int) -> [QuizItem] {
    guard !question.answers.isEmpty else { return [] }
    var chosen: [(item: QuizItem, place: Int)] = []
    var taken: Set<String> = []
    var perKind: [String: Int] = [:]
    // Round after round, so that every answer is met before one is met three times.
    let lists = question.answers.map { answer in items.indices.filter { tests(items[$0], answer.record, course) } }
    var cursors = [Int](repeating: 0, count: lists.count)
    var isMoving = true
    while isMoving, chosen.count < length {
      isMoving = false
      for (answer, list) in lists.enumerated() where chosen.count < length {
        let rounds = max(1, Int((question.answers[answer].weight * Double(lists.count)).rounded()))
        var taking = rounds
        while taking > 0, cursors[answer] < list.count, chosen.count < length {
          let i = list[cursors[answer]]
          cursors[answer] += 1
          isMoving = true
          guard items[i].pool == .practice, taken.insert(items[i].id).inserted else { continue }
          perKind[items[i].kind, default: 0] += 1
          chosen.append((items[i], i))
          taking -= 1
        }
      }
    }
    return chosen.sorted { a, b in
      let x = (Self.rank(a.item.level), -a.item.difficulty, a.place)
      let y = (Self.rank(b.item.level), -b.item.difficulty, b.place)
      return x < y
    }.map(\.item)
  }

  private static func rank(_ level: CognitiveLevel) -> Int { CognitiveLevel.allCases.firstIndex(of: level) ?? 0 }

  private func tests(_ item: QuizItem, _ record: RecordID, _ course: Course) -> Bool {
    if item.records.contains(record) { return true }
    switch record {
    case .section(let id): return sections.contains(item.section, in: id)
    case .concept(let id): return item.concept == id
    case .definition, .citation, .enumeration, .figure, .question: return false
    }
  }
}

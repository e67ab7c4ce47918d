import CourseModel
import Packing

extension PracticeShelves {
  /// All that the chapter's items say and the order they stand in, as one number: where a record of another chapter changed, they seldom do.
  /// Places in the text are left out. O(their bytes).
  package var digest: UInt64 {
    var hash = ContentHash()
    for shelf in shelves {
      hash.add(shelf.section?.id.text)
      hash.add(shelf.items.count)
      for item in shelf.items { hash.add(item) }
    }
    for (question, items) in itemsOfQuestions {
      hash.add(question.text)
      hash.add(items.count)
      for item in items { hash.add(item) }
    }
    return hash.value
  }
}

extension ContentHash {
  fileprivate mutating func add(_ item: QuizItem) {
    for text in [item.id, item.kind, item.pool.rawValue, item.level.rawValue, item.stem, item.explanation] { add(text) }
    add(item.difficulty.bitPattern)
    add(item.emphasis)
    add(item.interaction)
    add(item.passage?.text)
    add(item.passage?.record.text)
    add(item.records.map(\.text))
    add(item.chapter.text)
    add(item.section?.text)
    add(item.concept?.text)
    add(item.tags)
  }

  private mutating func add(_ interaction: Interaction) {
    switch interaction {
    case .choice(let options, let isMultiple, let isFixedOrder):
      add(1)
      add(isMultiple)
      add(isFixedOrder)
      add(options.count)
      for option in options {
        add(option.text)
        add(option.isKey)
        add(option.feedback)
      }
    case .trueFalse(let isTrue, let correction):
      add(2)
      add(isTrue)
      add(correction)
    case .match(let pairs, let extra):
      add(3)
      add(pairs.flatMap { [$0.left, $0.right] })
      add(extra)
    case .order(let items):
      add(4)
      add(items)
    case .shortAnswer(let accepted):
      add(5)
      add(accepted)
    case .gaps(let text, let gaps):
      add(6)
      add(text)
      for gap in gaps {
        add(gap.accepted)
        add(gap.distractors)
      }
    case .essay(let essay):
      add(7)
      for point in essay.outline {
        add(point.text)
        add(point.details)
        add(point.record?.text)
      }
      add(essay.prompts)
      for row in essay.rubric {
        add(row.criterion)
        add(row.points)
      }
    }
  }
}

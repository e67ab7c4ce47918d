import CourseModel
import ThaiText

extension Exam {
  /// An item for each fact, at most `limit`, the options of each in dictionary order.
  package static func selection(of items: [QuizItem], limit: Int) -> [QuizItem] {
    var order: [RecordID?] = []
    var byFact: [RecordID?: [QuizItem]] = [:]
    for item in items {
      let fact = item.records.first
      if byFact[fact] == nil { order.append(fact) }
      byFact[fact, default: []].append(item)
    }
    // A fact tested by several kinds of item takes its turn among them, or a paper would be all of the first kind.
    var chosen: [QuizItem] = []
    for (turn, fact) in order.enumerated() where chosen.count < limit {
      guard let some = byFact[fact], !some.isEmpty else { continue }
      if fact == nil { chosen += some } else { chosen.append(some[turn % some.count]) }
    }
    return chosen.prefix(max(0, limit)).map(Self.ordered)
  }

  private static func ordered(_ item: QuizItem) -> QuizItem {
    guard case .choice(let options, let isMultiple, false) = item.interaction else { return item }
    var item = item
    let keyed = options.map { (option: $0, key: ThaiDictionaryOrder.key($0.text)) }
    let sorted = keyed.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
        || ($0.key == $1.key && $0.option.text.utf8.lexicographicallyPrecedes($1.option.text.utf8))
    }
    item.interaction = .choice(options: sorted.map(\.option), isMultiple: isMultiple, isFixedOrder: true)
    return item
  }
}

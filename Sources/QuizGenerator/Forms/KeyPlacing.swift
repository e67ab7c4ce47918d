import CourseModel

/// Puts options in an order of their own for a form, the keys balanced over the places.
struct KeyPlacing {
  let seed: UInt64

  /// Orders are fixed from here on: a system that shuffles again would make the printed key wrong.
  func placed(_ items: [QuizItem]) -> [QuizItem] {
    var items = items
    var taken: [Int: Int] = [:]
    // Items of few options first: only those of four can fill the last place.
    let order = items.indices.sorted { (optionCount(items[$0]), $0) < (optionCount(items[$1]), $1) }
    for i in order {
      guard case .choice(let options, let isMultiple, let isFixed) = items[i].interaction, !isMultiple, !isFixed,
        let key = options.first(where: \.isKey)
      else { continue }
      let lot = StableOrder.hash(items[i].id, seed)
      var rest = StableOrder.shuffled(options.filter { !$0.isKey }, seed: lot)
      let places = StableOrder.shuffled(Array(0...rest.count), seed: lot ^ 0x70)
      let place = places.min { (taken[$0] ?? 0) < (taken[$1] ?? 0) } ?? 0
      taken[place, default: 0] += 1
      rest.insert(key, at: min(place, rest.count))
      items[i].interaction = .choice(options: rest, isMultiple: false, isFixedOrder: true)
    }
    return items
  }

  private func optionCount(_ item: QuizItem) -> Int {
    if case .choice(let options, _, _) = item.interaction { return options.count }
    return 0
  }
}

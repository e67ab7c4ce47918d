import CourseModel

/// A bank laid out shelf by shelf, for formats that have categories.
struct Shelving {
  struct Shelf {
    let category: QuizCategory
    /// Titles from the outermost category to this one.
    let path: [String]
    /// Where its items stand in the bank, in the order they are met.
    let places: [Int]
    fileprivate let bank: [QuizItem]
    var items: [QuizItem] { places.map { bank[$0] } }
    /// True for a discussion question's quiz, where the order is a ladder and the items stand elsewhere as well.
    let isLadder: Bool
  }
  let shelves: [Shelf]
  /// Items that stand on no shelf at all, in bank order.
  let loose: [QuizItem]

  init(_ bank: QuizBank, labels: Labels) {
    var places: [String: Int] = [:]
    places.reserveCapacity(bank.items.count)
    for place in bank.items.indices where places[bank.items[place].id] == nil { places[bank.items[place].id] = place }
    var categories: [String: QuizCategory] = [:]
    for category in bank.categories where categories[category.id] == nil { categories[category.id] = category }
    var isShelved = [Bool](repeating: false, count: bank.items.count)
    var shelves: [Shelf] = []
    for category in bank.categories {
      var path = [labels.title(category)]
      var parent = category.parent
      // A chain of parents that closes on itself would never end; no real one is this deep.
      for _ in 0..<16 {
        guard let id = parent, let above = categories[id] else { break }
        path.insert(labels.title(above), at: 0)
        parent = above.parent
      }
      var isLadder = false
      if case .question = category.subject { isLadder = true }
      let shelf = category.items.compactMap { places[$0] }
      for place in shelf { isShelved[place] = true }
      shelves.append(Shelf(category: category, path: path, places: shelf, bank: bank.items, isLadder: isLadder))
    }
    self.shelves = shelves
    loose = bank.items.indices.filter { !isShelved[places[bank.items[$0].id] ?? $0] }.map { bank.items[$0] }
  }
}

import CourseModel

/// A bank laid out shelf by shelf, for formats that have categories.
struct Shelving {
  struct Shelf {
    let category: QuizCategory
    /// Titles from the outermost category to this one.
    let path: [String]
    /// Items in the order they are met.
    let items: [QuizItem]
    /// True for a discussion question's quiz, where the order is a ladder and the items stand elsewhere as well.
    let isLadder: Bool
  }
  let shelves: [Shelf]
  /// Items that stand on no shelf at all, in bank order.
  let loose: [QuizItem]

  init(_ bank: QuizBank, labels: Labels) {
    var byID: [String: QuizItem] = [:]
    byID.reserveCapacity(bank.items.count)
    for item in bank.items where byID[item.id] == nil { byID[item.id] = item }
    var categories: [String: QuizCategory] = [:]
    for category in bank.categories where categories[category.id] == nil { categories[category.id] = category }
    var shelved: Set<String> = []
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
      let items = category.items.compactMap { byID[$0] }
      for item in items { shelved.insert(item.id) }
      shelves.append(Shelf(category: category, path: path, items: items, isLadder: isLadder))
    }
    self.shelves = shelves
    loose = bank.items.filter { !shelved.contains($0.id) }
  }
}

import CourseModel

/// What changed between a bank delivered before and the one at hand: an importer never updates, so only the difference is
/// delivered, and what is outdated is named to be retired by hand.
package struct QuizChanges: Sendable {
  /// New and changed items with the categories they stand in.
  package var bank: QuizBank
  package var new: [String]
  package var changed: [String]
  /// Items to be retired: gone, or replaced by a changed one.
  package var retired: [String]

  package init(from old: QuizBank, to new: QuizBank) {
    var digests: [String: String] = [:]
    for item in old.items { digests[item.id] = item.digest }
    var added: [String] = []
    var changed: [String] = []
    var kept: Set<String> = []
    for item in new.items {
      kept.insert(item.id)
      switch digests[item.id] {
      case nil: added.append(item.id)
      case let digest? where digest != item.digest: changed.append(item.id)
      default: break
      }
    }
    let delivered = Set(added + changed)
    var bank = new
    bank.items = new.items.filter { delivered.contains($0.id) }
    bank.categories = new.categories.map { category in
      var category = category
      category.items = category.items.filter { delivered.contains($0) }
      return category
    }
    self.bank = bank
    self.new = added
    self.changed = changed
    retired = old.items.map(\.id).filter { !kept.contains($0) } + changed
  }
}

/// Which set a unit's words are an item of.
struct SetOwners {
  private var byUnit: [Int: [(set: Int, item: Int)]] = [:]
  private let sets: [SetDraft]

  init(_ sets: [SetDraft]) {
    self.sets = sets
    for (set, draft) in sets.enumerated() {
      for (index, item) in draft.items.enumerated() { byUnit[item.unit, default: []].append((set, index)) }
    }
  }

  func items(of unit: Int) -> [(set: Int, item: Int)] { byUnit[unit] ?? [] }

  /// The citation of the set whose item holds the place.
  func owner(of unit: Int, at i: Int) -> (unit: Int, index: Int)? {
    for (set, item) in byUnit[unit] ?? [] where sets[set].items[item].range.contains(i) {
      if let citation = sets[set].citation { return citation }
    }
    return nil
  }
}

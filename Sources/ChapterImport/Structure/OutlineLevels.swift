/// Gives headings their levels by how they are numbered: a style that has been seen goes back to its level, a new one goes below the
/// heading before it.
struct OutlineLevels {
  enum Key: Hashable {
    case plain
    /// A plain heading below another.
    case plainBelow
    case part(Int)
    case section(Int)
    case marker(ItemMarker.Style)
    case announced(Int)
  }
  private var stack: [(key: Key, level: Int)] = []

  var current: Int { stack.last?.level ?? 1 }
  var isEmpty: Bool { stack.isEmpty }
  var innermost: Key? { stack.last?.key }
  /// What numbers the outermost headings.
  var outermost: Key? { stack.first?.key }
  /// Whether the outermost headings are numbered, so that one without a number is below them.
  var isNumbered: Bool {
    switch outermost {
    case .part, .section, .marker: true
    case .plain, .plainBelow, .announced, nil: false
    }
  }

  /// The level of the headings of a kind that are open; nil where there are none.
  func level(of key: Key) -> Int? { stack.first { $0.key == key }?.level }

  /// The level of a heading of this kind, one below the innermost where it is new.
  mutating func enter(_ key: Key) -> Int {
    if let place = stack.firstIndex(where: { $0.key == key }) {
      stack.removeSubrange((place + 1)...)
      return stack[place].level
    }
    let level = min(6, current + 1)
    stack.append((key, level))
    return level
  }

  /// As `enter(_:)` at a level that is known.
  mutating func enter(_ key: Key, at level: Int) -> Int {
    let level = min(6, max(2, level))
    while let last = stack.last, last.level >= level { stack.removeLast() }
    stack.append((key, level))
    return level
  }
}

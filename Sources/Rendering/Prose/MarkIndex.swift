import CourseModel
import Diagnostics

/// The marks of a chapter, asked for by place.
///
/// Marks that cross one before them, or are empty, are left out: tags could not nest.
struct MarkIndex {
  private(set) var marks: [Mark] = []
  /// The mark around each, -1 for none.
  private var parents: [Int] = []

  /// O(n) for sorted marks.
  init(_ marks: [Mark]) {
    let isSorted = zip(marks, marks.dropFirst()).allSatisfy { !($1.range < $0.range) }
    self.marks.reserveCapacity(marks.count)
    var open: [Int] = []
    for mark in isSorted ? marks : marks.sorted(by: { $0.range < $1.range }) where !mark.range.isEmpty {
      while let last = open.last, self.marks[last].range.upperBound <= mark.range.lowerBound { open.removeLast() }
      if let last = open.last, !self.marks[last].range.contains(mark.range) { continue }
      parents.append(open.last ?? -1)
      open.append(self.marks.count)
      self.marks.append(mark)
    }
  }

  var isEmpty: Bool { marks.isEmpty }

  /// The marks that hold all of `range`, outermost first. O(log n + depth).
  func chain(around range: ByteRange) -> [Int] {
    guard !marks.isEmpty else { return [] }
    var out: [Int] = []
    var index = last(startingBy: range.lowerBound)
    while index >= 0 {
      let mark = marks[index].range
      if mark.upperBound >= range.upperBound, mark.upperBound > range.lowerBound { out.append(index) }
      index = parents[index]
    }
    return out.reversed()
  }

  /// Whether any mark begins or ends inside `range`, not at its ends.
  func splits(_ range: ByteRange) -> Bool { nextEdge(after: range.lowerBound) < range.upperBound }

  /// The nearest place behind `offset` where a mark begins or ends. O(log n + depth).
  func nextEdge(after offset: Int) -> Int {
    guard !marks.isEmpty else { return Int.max }
    let index = last(startingBy: offset)
    var edge = index + 1 < marks.count ? marks[index + 1].range.lowerBound : Int.max
    var around = index
    while around >= 0 {
      let end = marks[around].range.upperBound
      if end > offset { edge = min(edge, end) }
      around = parents[around]
    }
    return edge
  }

  /// The last mark that begins at or before `offset`, -1 for none.
  private func last(startingBy offset: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

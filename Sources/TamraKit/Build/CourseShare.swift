import Diagnostics

/// The chapters of a course that one of several machines works on: every `of`th, beginning with the `number`th.
///
/// Every chapter is in exactly one share, and neighbours, which tend to be of a size, in different ones.
package struct CourseShare: Hashable, Sendable {
  /// From 1.
  package let number: Int
  package let of: Int

  /// nil for what is no `3/16` with a number from 1 to the second.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let of = parts[1], of > 0, (1...of).contains(number) else { return nil }
    self.number = number
    self.of = of
  }

  /// - Parameter chapter: from 0.
  func contains(_ chapter: Int) -> Bool { chapter % of == number - 1 }
}

import Diagnostics

/// How far a record can be trusted. Exam items are made from the first two only.
package enum Certainty: String, Sendable, Comparable, CaseIterable {
  /// The prose suggests it.
  case likely
  /// The prose says it in a form that means nothing else.
  case sure
  /// The author marked it.
  case marked

  package static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .likely ? 0 : self == .sure ? 1 : 2 }
}

/// Why a record exists: the words it was read from, what read them, and how sure that is.
package struct Evidence: Hashable, Sendable {
  /// The record's own words: read as inline Markdown and normalised, the slice equals its text.
  package var span: SourceSpan
  /// The recogniser's rule (`citation.narrative`), also what `ignore:` takes.
  package var rule: String
  package var certainty: Certainty

  package init(span: SourceSpan, rule: String, certainty: Certainty) {
    self.span = span
    self.rule = rule
    self.certainty = certainty
  }
}

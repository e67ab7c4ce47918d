import CourseModel

/// What a bank is to be made of.
package struct QuizOptions: Sendable {
  /// Share of the facts that become exam items, 0 to 1; a fact's side is fixed by its record's identifier.
  package var examShare: Double
  /// The most items one record is tested by in one pool; essays do not count.
  package var itemsPerFact: Int
  /// Which side to write; both by default.
  package var pools: Set<QuizPool>
  /// The most items in the ladder of a discussion question, its essay not counted.
  package var ladderLength: Int
  /// Items the author wrote by hand; they join the bank as they are.
  package var authored: [QuizItem]

  package init(
    examShare: Double = 0.3, itemsPerFact: Int = 3, pools: Set<QuizPool> = [.practice, .exam], ladderLength: Int = 12,
    authored: [QuizItem] = []
  ) {
    self.examShare = examShare
    self.itemsPerFact = itemsPerFact
    self.pools = pools
    self.ladderLength = ladderLength
    self.authored = authored
  }
}

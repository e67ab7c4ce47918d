/// How an item is answered (QTI's word).
package enum Interaction: Hashable, Sendable {
  /// One or several right options. The author's order; shown shuffled unless `isFixedOrder`.
  case choice(options: [Option], isMultiple: Bool, isFixedOrder: Bool)
  case trueFalse(isTrue: Bool, correction: String)
  /// Every left has its right; `extra` rights match nothing.
  case match(pairs: [Pair], extra: [String])
  /// The right order.
  case order([String])
  /// Typed answer; the first is the one shown, all are right.
  case shortAnswer(accepted: [String])
  /// Text with gaps; `text` pieces stand around them, one more than there are gaps.
  case gaps(text: [String], gaps: [Gap])
  case essay(Essay)

  package struct Option: Hashable, Sendable {
    package var text: String
    package var isKey: Bool
    /// Why it is right, or whose or what it is instead.
    package var feedback: String

    package init(text: String, isKey: Bool, feedback: String) {
      self.text = text
      self.isKey = isKey
      self.feedback = feedback
    }
  }

  package struct Pair: Hashable, Sendable {
    package var left: String
    package var right: String

    package init(left: String, right: String) {
      self.left = left
      self.right = right
    }
  }

  package struct Gap: Hashable, Sendable {
    package var accepted: [String]
    package var distractors: [String]

    package init(accepted: [String], distractors: [String] = []) {
      self.accepted = accepted
      self.distractors = distractors
    }
  }

  package struct Essay: Hashable, Sendable {
    /// The model answer's points, in order; the second level under each.
    package var outline: [OutlinePoint]
    package var rubric: [RubricRow]
    package var prompts: [String]

    package init(outline: [OutlinePoint], rubric: [RubricRow], prompts: [String]) {
      self.outline = outline
      self.rubric = rubric
      self.prompts = prompts
    }
  }

  package struct OutlinePoint: Hashable, Sendable {
    package var text: String
    package var details: [String]
    package var record: RecordID?

    package init(text: String, details: [String] = [], record: RecordID? = nil) {
      self.text = text
      self.details = details
      self.record = record
    }
  }

  package struct RubricRow: Hashable, Sendable {
    package var criterion: String
    /// Marks for full achievement.
    package var points: Int

    package init(criterion: String, points: Int) {
      self.criterion = criterion
      self.points = points
    }
  }
}

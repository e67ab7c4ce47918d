import CourseModel

/// Divides facts between practice and exam, once and for all: by a hash of the record's identifier, so that neither an edit
/// elsewhere nor another record moves a fact across, and no two items about one fact stand on different sides.
///
/// The heaviest answers of a discussion question are always for practice: its quiz could not lead up to it without them.
struct Pools: Sendable {
  private let threshold: UInt64
  private let leading: Set<RecordID>

  init(examShare: Double, questions: [Question] = []) {
    var leading: Set<RecordID> = []
    for question in questions where question.kind == .discussion { leading.formUnion(question.answers.prefix(3).map(\.record)) }
    self.leading = leading
    threshold = UInt64(max(0, min(1, examShare.isFinite ? examShare : 0)) * 10_000)
  }

  /// A record that is only likely never becomes an exam item.
  func pool(of record: RecordID, _ certainty: Certainty) -> QuizPool {
    guard certainty != .likely, !leading.contains(record) else { return .practice }
    return StableOrder.hash(record.text, 0x70_6F_6F_6C) % 10_000 < threshold ? .exam : .practice
  }
}

import CourseModel

/// Divides facts between practice and exam, once and for all: by a hash of the record's identifier, so that neither an edit
/// elsewhere nor another record moves a fact across, and no two items about one fact stand on different sides.
struct Pools: Sendable {
  private let threshold: UInt64

  init(examShare: Double) {
    threshold = UInt64(max(0, min(1, examShare.isFinite ? examShare : 0)) * 10_000)
  }

  /// A record that is only likely never becomes an exam item.
  func pool(of record: RecordID, _ certainty: Certainty) -> QuizPool {
    guard certainty != .likely else { return .practice }
    return StableOrder.hash(record.text, 0x70_6F_6F_6C) % 10_000 < threshold ? .exam : .practice
  }
}

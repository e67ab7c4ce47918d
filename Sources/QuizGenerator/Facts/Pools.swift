import CourseModel

/// Divides facts between practice and exam, once and for all: by a hash of the record's identifier, so that neither an edit
/// elsewhere nor another record moves a fact across, and no two items about one fact stand on different sides.
///
/// The heaviest answers of a discussion question are always for practice: its quiz could not lead up to it without them.
///
/// What a set counts out goes where the set goes: its items' terms and the definitions written under them are asked about
/// in the set's items too.
struct Pools: Sendable {
  private let threshold: UInt64
  private let leading: Set<RecordID>
  /// The set in whose passage a definition or a term stands.
  private let sets: [RecordID: EnumerationID]

  init(examShare: Double, course: Course? = nil) {
    var leading: Set<RecordID> = []
    var sets: [RecordID: EnumerationID] = [:]
    if let course {
      for question in course.questions where question.kind == .discussion {
        leading.formUnion(question.answers.prefix(3).map(\.record))
      }
      for set in course.enumerations {
        for item in set.items { if let concept = item.concept, sets[.concept(concept)] == nil { sets[.concept(concept)] = set.id } }
      }
      for definition in course.definitions {
        guard let id = sets[.concept(definition.concept)], let set = course[id] else { continue }
        if set.passage.file == definition.passage.file, set.passage.range.contains(definition.evidence.span.range) {
          sets[.definition(definition.id)] = id
        }
      }
    }
    self.leading = leading
    self.sets = sets
    threshold = UInt64(max(0, min(1, examShare.isFinite ? examShare : 0)) * 10_000)
  }

  /// The set a definition is part of: its meaning is asked for there already.
  func set(of definition: DefinitionID) -> EnumerationID? { sets[.definition(definition)] }

  /// A record that is only likely never becomes an exam item.
  func pool(of record: RecordID, _ certainty: Certainty) -> QuizPool {
    guard certainty != .likely else { return .practice }
    let deciding = sets[record].map { RecordID.enumeration($0) } ?? record
    guard !leading.contains(record), !leading.contains(deciding) else { return .practice }
    return StableOrder.hash(deciding.text, 0x70_6F_6F_6C) % 10_000 < threshold ? .exam : .practice
  }
}

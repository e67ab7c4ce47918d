import Synchronization

/// Facts of a course by their record's place in its list, so that chapters that lend each other distractors work each out once.
///
/// Holds some thousands: chapters are written in order, and a neighbour's facts are wanted again soon or never. May be asked from any thread.
final class KeptFacts<Fact: AnyObject & Sendable>: Sendable {
  private let kept = Mutex<[Int: Fact]>([:])
  private static var limit: Int { 4096 }

  func fact(_ place: Int, _ make: () -> Fact) -> Fact {
    if let known = kept.withLock({ $0[place] }) { return known }
    let made = make()
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      kept[place] = made
    }
    return made
  }
}

/// The facts of a course that are worth keeping.
struct KeptCourseFacts: Sendable {
  let definitions = KeptFacts<DefinitionFact>()
  let terms = KeptFacts<TermFact>()
  let sets = KeptFacts<SetFact>()
}

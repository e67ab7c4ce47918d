import CourseModel

/// Which concepts are kinds or parts of each other, so that neither stands beside the other as a wrong answer.
///
/// A course's commonest concepts have relations by the hundred: looked up in a set, not walked through for every pair.
struct Kinship: Sendable {
  private let bound: [ConceptID: Set<ConceptID>]

  init(_ course: Course) {
    var bound: [ConceptID: Set<ConceptID>] = [:]
    for concept in course.concepts {
      for relation in concept.related where relation.kind != .seeAlso && relation.kind != .contrasts {
        bound[concept.id, default: []].insert(relation.concept)
      }
    }
    self.bound = bound
  }

  /// In either direction.
  func binds(_ x: ConceptID, _ y: ConceptID) -> Bool {
    (bound[x]?.contains(y) ?? false) || (bound[y]?.contains(x) ?? false)
  }
}

import CourseModel

/// A concept as it is held against others, to tell whether one is the other's kind, part, alias or a longer name of it.
struct Kin: Sendable {
  /// Its place in the course's list.
  let place: Int
  let term: String
  let aliases: [String]
  /// The places of those it is a kind or part of, or has as such.
  let bound: Set<Int>

  /// In either direction; such two never stand beside each other as answers.
  func isRelated(to other: Kin) -> Bool {
    if place == other.place || bound.contains(other.place) || other.bound.contains(place) { return true }
    if ChapterFacts.isNested(term, other.term) { return true }
    return aliases.contains { ChapterFacts.isNested($0, other.term) } || other.aliases.contains { ChapterFacts.isNested($0, term) }
  }
}

/// The kin of every concept of a course.
///
/// A course's commonest concepts have relations by the hundred, and thousands of pairs are asked about: places are looked
/// up in a set, for hashing identifiers took a twentieth of the time of making items.
struct Kinship: Sendable {
  private let places: [ConceptID: Int]
  private let kin: [Kin]

  init(_ course: Course) {
    var places: [ConceptID: Int] = [:]
    for (i, concept) in course.concepts.enumerated() { places[concept.id] = i }
    self.places = places
    kin = course.concepts.enumerated().map { i, concept in
      let bound = concept.related.lazy.filter { $0.kind != .seeAlso && $0.kind != .contrasts }.compactMap { places[$0.concept] }
      return Kin(place: i, term: concept.term, aliases: concept.aliases, bound: Set(bound))
    }
  }

  /// nil for a concept the course has no record of.
  subscript(concept: ConceptID) -> Kin? { places[concept].map { kin[$0] } }

  /// - Parameter place: in the course's list of concepts.
  subscript(place place: Int) -> Kin { kin[place] }
}

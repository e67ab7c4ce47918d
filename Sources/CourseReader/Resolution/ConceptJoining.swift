import CourseModel
import Diagnostics
import ThaiText

/// Makes one concept of all that names it: equal spelling, an equal English term, an author's alias; never likeness.
///
/// Linear in mentions: a union–find over two hash maps, one of Thai spellings and one of English.
struct ConceptJoining {
  struct Mention {
    var id: String?
    var term: String
    var english: [String]
    var aliasOf: String?
    var chapter: Int
    var section: Int?
    var place: Place
  }

  private(set) var mentions: [Mention] = []
  /// Of each mention's term.
  private(set) var keys: [ComparisonKey] = []
  private var parent: [Int] = []
  private var bySpelling: [ComparisonKey: Int] = [:]
  private var byEnglish: [ComparisonKey: Int] = [:]

  /// - Parameter aliases: `course.yml`'s names of one concept.
  init(aliases: [CourseSettings.Aliases]) { self.aliases = aliases }
  private let aliases: [CourseSettings.Aliases]

  /// Index of the mention, for `root(of:)`.
  mutating func add(_ mention: Mention) -> Int {
    let index = mentions.count
    mentions.append(mention)
    parent.append(index)
    keys.append(ComparisonKey(mention.term))
    join(keys[index], index)
    if let other = mention.aliasOf { join(ComparisonKey(other), index) }
    for key in mention.english.map({ ComparisonKey($0) }) where !key.isEmpty {
      if let other = byEnglish[key] { unite(index, other) } else { byEnglish[key] = index }
    }
    return index
  }

  private mutating func join(_ key: ComparisonKey, _ index: Int) {
    guard !key.isEmpty else { return }
    if let other = bySpelling[key] { unite(index, other) } else { bySpelling[key] = index }
  }

  /// Joins what `course.yml` calls one: after all mentions are in.
  mutating func applyAliases() {
    for entry in aliases {
      let known = ([entry.term] + entry.names).compactMap { bySpelling[ComparisonKey($0)] }
      for other in known.dropFirst() { unite(known[0], other) }
    }
  }

  /// The first mention of the same concept.
  mutating func root(of index: Int) -> Int {
    var root = index
    while parent[root] != root { root = parent[root] }
    var walk = index
    while parent[walk] != root { (walk, parent[walk]) = (parent[walk], root) }
    return root
  }

  /// The concept a text names, if any does.
  mutating func concept(named text: String) -> Int? { bySpelling[ComparisonKey(text)].map { root(of: $0) } }

  private mutating func unite(_ a: Int, _ b: Int) {
    let (first, second) = (root(of: a), root(of: b))
    guard first != second else { return }
    parent[max(first, second)] = min(first, second)
  }
}

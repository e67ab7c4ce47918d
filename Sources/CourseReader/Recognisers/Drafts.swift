import CourseModel

/// What a recogniser found in one passage, places still offsets of the reading text, people still names.
struct CitationDraft: Hashable {
  struct Author: Hashable {
    var name: String
    var honorific: String?
    var isMonasticOrRoyal: Bool
    var kind: Person.Kind
    var role: CitedAuthor.Role
    var isThai: Bool
  }
  struct Container: Hashable {
    var authors: [Author]
    var etAl: Bool
    var year: CitedYear?
    var role: Citation.Container.Role
  }
  var form: CitationForm
  /// From the first letter of the author's name (title included) to the closing bracket.
  var range: Range<Int>
  var authors: [Author]
  var etAl: Bool = false
  var year: CitedYear?
  var locator: String?
  var container: Container?
  var rule: String
  var certainty: Certainty
  /// The key of `[@key]`.
  var key: String?
  /// The words the sentence is about: true where the citation names its subject, false where it closes a bracket after it.
  var isSubject: Bool { range.isEmpty ? false : subject }
  var subject = false
}

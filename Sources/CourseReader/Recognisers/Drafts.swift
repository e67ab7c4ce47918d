import CourseModel
import Diagnostics

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
  /// Where in the file the key stands, when its bracket has others.
  var keyRange: ByteRange?
  /// The citation names who speaks («Schuler (1996) กล่าวว่า»); false where it closes what was said («… (อภิชัย พันธเสน, 2539)»).
  var isSubject = false
}

/// What a term means, who says so.
struct DefinitionDraft: Hashable {
  var kind: Definition.Kind
  /// Where the term stands; nil where it comes from outside the passage (a list item's title).
  var term: Range<Int>
  var statement: Range<Int>
  var marker: String
  /// The citation of the same passage that says it, by index.
  var citation: Int?
  /// Who says it where no citation does: named without a year.
  var speaker: [CitationDraft.Author] = []
  /// «ทั้งสอง», «ผู้เขียนคนเดียวกัน» said it: who was cited before, if anybody was.
  var isAnaphoric = false
  /// «ก (2540) ให้ความหมายว่า …»: what it defines was named before, by a sentence or a heading; `term` stands for nothing until it is found.
  var isTopical = false
  /// Holds only under a heading or paragraph that says a meaning follows.
  var needsMeaning = false
  /// Holds only where the heading over the passage names `term`.
  var needsHeading = false
  /// The unit that `term` stands in, where it is another one.
  var termUnit: Int?
  /// From the author's name or the term to the end of the statement.
  var passage: Range<Int>
  var rule: String
  var certainty: Certainty
  /// See `Definition.mayRunOn`.
  var mayRunOn = false
}

/// All that was read in one unit by itself.
struct UnitReading {
  var cues: [Cue] = []
  var citations: [CitationDraft] = []
  var pairs: [TermPairDraft] = []
  var definitions: [DefinitionDraft] = []
  /// What the passage says several people defined, in order: «ความผูกพัน มีผู้ให้ความหมายไว้หลายท่าน».
  var topics: [Range<Int>] = []
  var sets: [SetDraft] = []
  /// Brackets that look like a citation and could not be read.
  var unread: [Range<Int>] = []
}

extension UnitReading {
  /// The citations that speak together with one: «ก (2526) และ ข (2523) ให้ความหมายว่า …», «… (ก, 2526; ข, 2523)».
  func joined(to citation: Int, in text: ReadingText) -> [Int] {
    guard citations.indices.contains(citation) else { return [] }
    let isSubject = citations[citation].isSubject
    // Whoever stands next to the verb is the last to speak, whoever opens a bracket the first.
    let step = isSubject ? -1 : 1
    var joined: [Int] = []
    var index = citation
    while citations.indices.contains(index + step), citations[index + step].isSubject == isSubject {
      let (first, second) = (min(index, index + step), max(index, index + step))
      let gap = citations[first].range.upperBound..<max(citations[first].range.upperBound, citations[second].range.lowerBound)
      // Few bytes: what joins is a word or a sign, and many definitions may ask of one long gap.
      guard gap.count <= 60, joiners(isSubject).contains(text.string(text.trimmed(gap))) else { break }
      index += step
      // «(ก, 2540; 2544)»: the same people once.
      if citations[index].authors != citations[citation].authors { joined.append(index) }
    }
    return joined
  }

  private func joiners(_ isSubject: Bool) -> [String] { isSubject ? ["และ", "กับ", ","] : [";"] }
}

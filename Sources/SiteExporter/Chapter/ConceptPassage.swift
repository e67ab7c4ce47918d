import CourseModel
import ThaiText

/// A place in a chapter where a concept is spoken of, with some of the words around it.
package struct ConceptPassage: Sendable {
  package let concept: ConceptID
  package let chapter: ChapterID
  package let section: SectionID?
  /// The paragraph it stands in; nil: the section.
  package let anchor: String?
  package let before: String
  package let match: String
  package let after: String

  package init(
    concept: ConceptID, chapter: ChapterID, section: SectionID?, anchor: String?, before: String, match: String, after: String
  ) {
    self.concept = concept
    self.chapter = chapter
    self.section = section
    self.anchor = anchor
    self.before = before
    self.match = match
    self.after = after
  }

  /// Courses longer than this have passages as links alone: their words would fill the memory.
  package static let mostChapters = 300
  /// Passages shown for one concept.
  package static let most = 40

  /// The words around the first of `names` that stands in `text`; nil where none does. O(bytes).
  static func cut(_ text: String, around names: [String]) -> (before: String, match: String, after: String)? {
    let bytes = Array(text.utf8)
    for name in names {
      let wanted = Array(name.utf8)
      guard let start = Self.find(wanted, in: bytes) else { continue }
      let end = start + wanted.count
      var low = Self.boundary(max(0, start - 150), in: bytes, forward: true)
      // From a phrase's start where one is near.
      if low > 0, let space = bytes[low..<start].firstIndex(of: 0x20), space - low < 75, start - space > 30 { low = space + 1 }
      let high = Self.boundary(min(bytes.count, end + 210), in: bytes, forward: false)
      return (
        (low > 0 ? "…" : "") + String(decoding: bytes[min(low, start)..<start], as: UTF8.self), name,
        String(decoding: bytes[end..<max(end, high)], as: UTF8.self) + (high < bytes.count ? "…" : "")
      )
    }
    return nil
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for i in 0...(bytes.count - wanted.count) where bytes[i] == first {
      if bytes[i..<(i + wanted.count)].elementsEqual(wanted) { return i }
    }
    return nil
  }

  /// The nearest place where a letter begins that is no mark above or below another.
  private static func boundary(_ offset: Int, in bytes: [UInt8], forward: Bool) -> Int {
    var i = offset
    while !isLetterBoundary(bytes.span, at: i) { i += forward ? 1 : -1 }
    return i
  }
}

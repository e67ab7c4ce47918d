import CourseModel
import Diagnostics
import Rendering
import ThaiText

/// What stands in the margin beside one block: the terms first met in it, and whom it cites.
struct ChapterNotes {
  private let context: PageContext
  private var concepts: [Concept] = []
  private var citations: [Citation] = []
  /// Definitions that are most of the block, which is then set as one.
  private(set) var leading: [Definition] = []

  /// Terms noted here are added to `noted`. O(log marks + marks in the block).
  init(_ context: PageContext, marks: [Mark], in range: ByteRange, noted: inout Set<ConceptID>) {
    self.context = context
    var works: Set<WorkID> = []
    for mark in Self.marks(marks, in: range) {
      switch mark.record {
      case .concept(let id):
        // What is no more than a word in passing has no note: a term is worth one where it is defined or has an English name.
        guard let concept = context.course[id], !(concept.definitions.isEmpty && concept.english.isEmpty) else { continue }
        if noted.insert(id).inserted { concepts.append(concept) }
      case .citation(let id):
        guard let citation = context.course[id] else { continue }
        if let work = citation.work, !works.insert(work).inserted { continue }
        citations.append(citation)
      case .definition(let id):
        guard let definition = context.course[id], definition.kind == .definition else { continue }
        if definition.passage.range.count * 2 >= range.count { leading.append(definition) }
      case .section, .enumeration, .figure, .question: continue
      }
    }
  }

  var isEmpty: Bool { concepts.isEmpty && citations.isEmpty }

  /// A popover on a narrow screen, beside the line on a wide one.
  func write(id: String, root: String, into out: inout HTMLBuffer) {
    out.markup("<div class=\"note\" role=\"note\" popover")
    out.attribute("id", id)
    out.attribute("aria-label", context.words(.margin))
    out.markup(">\n")
    for concept in concepts {
      out.markup("<p>")
      out.link(root + SitePaths.concept(concept.id)) { context.thai(concept.term, into: &$0) }
      var facts: [String] = []
      if !concept.english.isEmpty { facts.append(concept.english.joined(separator: ", ")) }
      if !concept.definitions.isEmpty { facts.append(context.words.count(concept.definitions.count, .definition)) }
      out.markup("<br>")
      out.text(facts.joined(separator: " · "))
      // A definition of the block itself is read there; elsewhere the first one tells what the term is.
      if let definition = concept.definitions.first.flatMap({ context.course[$0] }),
        !leading.contains(where: { $0.concept == concept.id })
      {
        out.markup("<br>")
        context.thai(excerpt(definition.statement, bytes: 240, phrase: 130), into: &out)
        if let author = definition.authors.first {
          // On a line of its own: a name set as one block would leave the dash at the end of the line before.
          out.markup("<br>–\u{A0}")
          context.thai(context.course[author.person]?.display ?? author.name, into: &out)
        }
      }
      out.markup("</p>\n")
    }
    for citation in citations {
      out.markup("<p>")
      if let work = citation.work.flatMap({ context.course[$0] }), let place = context.place(of: work.id) {
        out.link(root + place) { context.thai(context.references.label(work), into: &$0) }
      } else {
        out.open("b")
        context.thai(citation.text, into: &out)
        out.markup("</b>")
      }
      if let eras = context.eras(citation.year ?? citation.citedIn?.year) {
        out.markup("<br>")
        out.text(eras)
      }
      if let work = citation.work.flatMap({ context.course[$0] }) {
        if let title = work.title {
          out.markup("<br>")
          context.thai(title, into: &out)
        }
        if work.citations.count > 1 {
          out.markup("<br>")
          out.text(context.words.count(work.citations.count, .citation))
        }
      }
      out.markup("</p>\n")
    }
    out.markup("</div>\n")
  }

  /// The marks that begin in a range; `marks` are sorted. O(log marks + found).
  static func marks(_ marks: [Mark], in range: ByteRange) -> ArraySlice<Mark> {
    func firstAtOrAfter(_ offset: Int) -> Int {
      var low = 0
      var high = marks.count
      while low < high {
        let middle = (low + high) / 2
        if marks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = firstAtOrAfter(range.lowerBound)
    return marks[start..<max(start, firstAtOrAfter(range.upperBound))]
  }
}

import ChapterMarkdown
import CourseModel
import Diagnostics
import Prose
import ThaiText

/// A chapter read again, with every record in its place.
package struct MarkedChapter: Sendable {
  package var document: Document
  /// Sorted by start, the longer first; nested, never crossing.
  package var marks: [Mark]
  /// Every place where a term of the course stands, in order; `marks` has only the first of each block.
  package var occurrences: [Occurrence]

  package struct Occurrence: Hashable, Sendable {
    package var concept: ConceptID
    package var range: ByteRange
  }
}

/// Pass two: reads chapters again, now knowing what every term and citation points to.
///
/// Made once from the resolved course (linear in its records); marking a chapter is linear in its text. Safe from any thread.
package struct ChapterMarker: Sendable {
  private let matcher: TermMatcher
  /// By index of the matcher's term.
  private let concepts: [ConceptID]
  private let records: [ChapterID: [Mark]]

  package init(_ course: Course) {
    var terms: [String] = []
    var concepts: [ConceptID] = []
    for concept in course.concepts {
      for name in [concept.term] + concept.aliases where name.utf8.count >= 4 {
        terms.append(name)
        concepts.append(concept.id)
      }
    }
    matcher = TermMatcher(terms)
    self.concepts = concepts
    var records: [ChapterID: [Mark]] = [:]
    func add(_ chapter: ChapterID, _ evidence: Evidence, _ record: RecordID) {
      guard !evidence.span.range.isEmpty else { return }
      records[chapter, default: []].append(Mark(range: evidence.span.range, record: record))
    }
    for definition in course.definitions { add(definition.chapter, definition.evidence, .definition(definition.id)) }
    for enumeration in course.enumerations { add(enumeration.chapter, enumeration.evidence, .enumeration(enumeration.id)) }
    for citation in course.citations { add(citation.chapter, citation.evidence, .citation(citation.id)) }
    for figure in course.figures { add(figure.chapter, figure.evidence, .figure(figure.id)) }
    for question in course.questions { add(question.chapter, question.evidence, .question(question.id)) }
    self.records = records
  }

  /// The chapter's text again, without its hand-written items, and where its records stand. A text that is not the one pass one read
  /// gives marks that may miss.
  ///
  /// - Parameter newest: where the records stand in a text that is newer than the course; nil: as the course has it.
  package func mark(_ text: SourceText, chapter: ChapterID, newest: [Mark]? = nil) -> MarkedChapter {
    let document = parseMarkdown(text).document.withoutQuizItems
    var search = TermSearch(text: text, matcher: matcher, concepts: concepts)
    search.visit(document.blocks)
    let own = newest ?? records[chapter] ?? []
    let marks = Self.nested(own + search.firsts, length: text.bytes.count)
    return MarkedChapter(document: document, marks: marks, occurrences: search.occurrences)
  }

  /// Puts marks in order and makes them nest: one that would cross is cut at the end of the one it starts in; a term within a citation, or
  /// within another term, is dropped.
  static func nested(_ marks: [Mark], length: Int) -> [Mark] {
    let sorted = marks.enumerated().sorted { a, b in
      a.element.range != b.element.range ? a.element.range < b.element.range : a.offset < b.offset
    }
    var result: [Mark] = []
    var open: [Mark] = []
    for (_, mark) in sorted {
      var mark = mark
      while let last = open.last, last.range.upperBound <= mark.range.lowerBound { open.removeLast() }
      let end = min(mark.range.upperBound, open.last?.range.upperBound ?? length)
      guard end > mark.range.lowerBound else { continue }
      if case .concept = mark.record {
        let isInside = open.contains { outer in
          switch outer.record {
          case .citation, .concept: return true
          default: return false
          }
        }
        if isInside || end < mark.range.upperBound { continue }
      }
      mark.range = ByteRange(mark.range.lowerBound, end)
      result.append(mark)
      open.append(mark)
    }
    // Cutting can bring a longer mark behind a shorter one with the same start.
    return result.enumerated().sorted { a, b in
      a.element.range != b.element.range ? a.element.range < b.element.range : a.offset < b.offset
    }.map(\.element)
  }
}

/// Looks for the course's terms in the running text of a document, never in code, addresses or raw HTML.
private struct TermSearch {
  let text: SourceText
  let matcher: TermMatcher
  let concepts: [ConceptID]
  var occurrences: [MarkedChapter.Occurrence] = []
  var firsts: [Mark] = []
  private var seenInBlock: Set<ConceptID> = []

  init(text: SourceText, matcher: TermMatcher, concepts: [ConceptID]) {
    self.text = text
    self.matcher = matcher
    self.concepts = concepts
  }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks where !block.attributes.has("plain") {
      switch block.content {
      case .paragraph(let inlines): leaf(inlines)
      case .heading(_, let inlines): leaf(inlines, marks: false)
      case .list(let list): for item in list.items { visit(item.blocks) }
      case .quote(let inner), .footnote(_, _, let inner): visit(inner)
      case .callout(let callout):
        guard callout.kind != "plain" else { continue }
        leaf(callout.title, marks: false)
        visit(callout.blocks)
      case .table(let table): for row in table.rows { for cell in row { leaf(cell.inlines) } }
      case .code, .html, .thematicBreak: continue
      }
    }
  }

  private mutating func leaf(_ inlines: [Inline], marks: Bool = true) {
    seenInBlock.removeAll(keepingCapacity: true)
    visit(inlines, marks: marks)
  }

  private mutating func visit(_ inlines: [Inline], marks: Bool) {
    for inline in inlines {
      switch inline.content {
      case .text: find(in: inline.range, marks: marks)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): visit(inner, marks: marks)
      case .link(_, _, let inner): visit(inner, marks: false)
      case .span(let inner, let attributes): if !attributes.has("plain") { visit(inner, marks: marks) }
      case .code, .image, .softBreak, .lineBreak, .html, .footnoteReference, .citation: continue
      }
    }
  }

  private mutating func find(in range: ByteRange, marks: Bool) {
    guard range.upperBound <= text.bytes.count else { return }
    var found: [TermMatcher.Match] = []
    matcher.forEachMatch(in: text.bytes.span.extracting(range.indices)) { found.append($0) }
    for match in found where concepts.indices.contains(match.term) {
      let concept = concepts[match.term]
      let place = ByteRange(range.lowerBound + match.lowerBound, range.lowerBound + match.upperBound)
      occurrences.append(.init(concept: concept, range: place))
      if marks, seenInBlock.insert(concept).inserted { firsts.append(Mark(range: place, record: .concept(concept))) }
    }
  }
}

extension Course {
  /// The course with each concept's occurrences: what pass two found, chapter by chapter.
  package func adding(_ chapters: [(file: String, occurrences: [MarkedChapter.Occurrence])]) -> Course {
    var spans: [ConceptID: [SourceSpan]] = [:]
    for chapter in chapters {
      for occurrence in chapter.occurrences {
        spans[occurrence.concept, default: []].append(SourceSpan(file: chapter.file, range: occurrence.range))
      }
    }
    return Course(
      id: id, title: title, language: language, authors: authors, chapters: self.chapters,
      sections: sections,
      concepts: concepts.map { concept in
        var concept = concept
        concept.occurrences = spans[concept.id] ?? []
        return concept
      }, definitions: definitions, citations: citations, works: works, people: people, enumerations: enumerations, figures: figures,
      questions: questions)
  }
}

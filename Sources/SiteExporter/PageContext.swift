import CourseModel
import Rendering
import ThaiText

/// A page of the site: a value that names its file and can be written at any time, on any thread.
package protocol Page: Sendable {
  /// Under the site's folder, with `/`.
  var path: String { get }
  func render(_ context: PageContext) -> [UInt8]
  /// What decides whether a page that stands would be made the same again.
  func input(_ context: PageContext) -> PageInput
}

extension Page {
  package func input(_ context: PageContext) -> PageInput { .course }
}

/// What every page is made from.
package struct PageContext: Sendable {
  package internal(set) var course: CourseView
  package let settings: SiteSettings
  package let words: Words
  let index: CourseIndex
  let references: ReferenceFormatter
  let template: PageTemplate
  let runs: UnbreakableRuns
  let breaker: WordBreaker
  /// Concept maps that were laid out, by chapter; nil: the course's.
  var maps: [ChapterID?: GraphLayout] = [:]
  /// Where each concept is practised; known once the chapters have been written.
  var practised: [ConceptID: [PracticePlace]] = [:]
  /// Where each concept is spoken of, with its words; as `practised`.
  var passages: [ConceptID: [ConceptPassage]] = [:]

  /// What has a title card; nil: the course.
  var titleCards: Set<ChapterID?> = []
  /// What there is to print, by chapter; nil: the course's.
  var handouts: [ChapterID?: [Handout]] = [:]

  var siteTitle: String { settings.title ?? course.title }

  /// A page of one column.
  func plainPage(
    _ path: String, title: String, description: String = "", kind: String, eyebrow: String? = nil,
    head: PageHead = PageHead(), _ body: (inout HTMLBuffer) -> Void
  ) -> [UInt8] {
    var out = HTMLBuffer(capacity: 8192)
    out.markup("<div class=\"page\">\n<main id=\"text\">\n")
    if let eyebrow { out.element("p", class: "eyebrow") { $0.text(eyebrow) } }
    out.element("h1") { thai(title, into: &$0) }
    body(&out)
    out.markup("</main>\n</div>\n")
    return page(path, title: title, description: description, kind: kind, head: head, body: out)
  }

  /// A record's text with what must not part at a line's end kept together. O(bytes).
  func thai(_ text: String, into out: inout HTMLBuffer) {
    var text = text
    text.withUTF8 { bytes in
      let spaces = noBreakSpaces(in: bytes.span)
      var space = 0
      func piece(_ range: Range<Int>) {
        var start = range.lowerBound
        while space < spaces.count, spaces[space] < range.upperBound {
          if spaces[space] >= start {
            out.text(UnsafeBufferPointer(rebasing: bytes[start..<spaces[space]]))
            out.markup("\u{A0}")
            start = spaces[space] + 1
          }
          space += 1
        }
        if start < range.upperBound { out.text(UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound])) }
      }
      var position = 0
      runs.forEachRange(in: bytes.span) { range in
        guard range.lowerBound >= position else { return }
        piece(position..<range.lowerBound)
        // What closes behind a kept run is kept with it: a narrow line may end there.
        var end = range.upperBound
        while end < bytes.count, Self.closes(bytes[end]) { end += 1 }
        out.markup("<span class=\"nb\">")
        piece(range.lowerBound..<end)
        out.markup("</span>")
        position = end
      }
      piece(position..<bytes.count)
    }
  }

  /// ASCII signs that begin no line.
  private static func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: true
    default: false
    }
  }

  /// Where a record stands: a concept on its own page, anything else at its words in the chapter. nil for an unknown record.
  func place(of record: RecordID) -> String? {
    func inChapter(_ chapter: ChapterID?, _ id: String) -> String? {
      guard let chapter, course[chapter] != nil else { return nil }
      return SitePaths.chapter(chapter) + "#" + id
    }
    switch record {
    case .section(let id): return inChapter(course[id]?.chapter, id.text)
    case .concept(let id): return course[id] == nil ? nil : SitePaths.concept(id)
    case .definition(let id): return inChapter(course[id]?.chapter, id.text)
    case .citation(let id): return inChapter(course[id]?.chapter, id.text)
    case .enumeration(let id): return inChapter(course[id]?.chapter, id.text)
    case .figure(let id): return inChapter(course[id]?.chapter, id.text)
    case .question(let id): return inChapter(course[id]?.chapter, id.text)
    }
  }

  /// The entry of a work in the references.
  func place(of work: WorkID) -> String? {
    guard course[work] != nil else { return nil }
    return index.pageOfWork[work].map { SitePaths.references(page: $0) + "#" + work.text }
  }

  /// What a record is called in a list of links.
  func name(of record: RecordID) -> String {
    switch record {
    case .section(let id): return course[id]?.title ?? ""
    case .concept(let id): return course[id]?.term ?? ""
    case .definition(let id):
      guard let definition = course[id] else { return "" }
      let who = definition.authors.map(\.name).joined(separator: ", ")
      return definition.term + " – " + (who.isEmpty ? words(.chapterItself) : who)
    case .citation(let id): return course[id]?.text ?? ""
    case .enumeration(let id): return course[id].map { "\($0.title) (\($0.items.count))" } ?? ""
    case .figure(let id): return course[id].map { "\(words(.figure)) \($0.number ?? "") \($0.title)" } ?? ""
    case .question(let id): return course[id]?.text ?? ""
    }
  }

  /// «พ.ศ. 2539 · ค.ศ. 1996», the printed era first; nil for an undated work.
  func eras(_ year: CitedYear?) -> String? {
    guard let year, let common = year.gregorian, let buddhist = year.buddhist else { return nil }
    let isThai = words.language == .thai
    let ce = isThai ? "ค.ศ.\u{A0}\(common)" : "\(common) CE"
    let be = isThai ? "พ.ศ.\u{A0}\(buddhist)" : "\(buddhist) BE"
    return year.era == .common ? "\(ce) · \(be)" : "\(be) · \(ce)"
  }
}

import CourseModel
import CourseReader
import Diagnostics
import Rendering
import SiteExporter

/// Makes the page of a chapter that was just saved from its new text and from all that the last build knew: somebody waits for it, and putting
/// a long course together again takes seconds.
///
/// Such a page is right but for what the save changed of records: a new term is not linked yet, a definition that was rewritten has no name.
/// The build that follows makes it again.
package struct EarlyPages: Sendable {
  /// Shorter courses are built in the time a page takes.
  static let leastChapters = 100
  /// Chapters saved at once.
  private static let most = 4

  private let loaded: LoadedCourse
  private let publicFolder: String
  private let exporter: SiteExporter
  private let marker: ChapterMarker
  private let layouts: [FigureID: GraphLayout]
  /// By the absolute path of the chapter's file, its place in the course.
  private let places: [String: Int]

  init(
    _ loaded: LoadedCourse, publicFolder: String, exporter: SiteExporter, marker: ChapterMarker, layouts: [FigureID: GraphLayout]
  ) {
    self.loaded = loaded
    self.publicFolder = publicFolder
    self.exporter = exporter
    self.marker = marker
    self.layouts = layouts
    let root = loaded.folder.root
    places = Dictionary(loaded.files.enumerated().map { (root + "/" + $0.element.path, $0.offset) }) { first, _ in first }
  }

  /// Writes the pages of the chapters among the files that changed, where they are few.
  ///
  /// - Parameter paths: absolute.
  /// - Returns: whether any page was written.
  func write(_ paths: some Sequence<String>) throws -> Bool {
    let indices = paths.compactMap { places[$0] }
    guard !indices.isEmpty, indices.count <= Self.most else { return false }
    var hasWritten = false
    for index in indices {
      guard let text = try loaded.folder.text(loaded.files[index].path), let page = page(of: index, text: text) else { continue }
      if try OutputWriter.replace(page.path, with: page.bytes, in: publicFolder) { hasWritten = true }
    }
    return hasWritten
  }

  private func page(of index: Int, text: SourceText) -> SiteExporter.Output? {
    let chapter = loaded.course.chapters[index].id
    let reading = readChapter(text, name: loaded.files[index].name, settings: loaded.settings)
    let (fresh, marks) = Self.moved(chapter, of: loaded.course, to: reading)
    let marked = marker.mark(text, chapter: chapter, newest: marks)
    let seeing = exporter.seeing(fresh)
    let practice = loaded.site.practice ? loaded.items.practice(of: chapter, for: seeing) : nil
    return seeing.chapterPage(
      chapter, document: marked.document, marks: marked.marks, layouts: layouts, practice: practice)
  }

  /// The chapter's records of the course that say the same in its new text, each where it stands there. O(records of the course).
  private static func moved(
    _ chapter: ChapterID, of course: Course, to reading: ChapterReading
  ) -> (fresh: FreshRecords, marks: [Mark]) {
    /// Those that stood there, by what they say; of equals the first that is not taken.
    func pairs<Record, Read>(
      _ records: [Record], _ said: (Record) -> [String], _ read: [Read], _ says: (Read) -> [String]
    ) -> [(record: Record, read: Read)] {
      var waiting = Dictionary(grouping: records, by: said).mapValues { $0[...] }
      return read.compactMap { read in
        guard let record = waiting[says(read), default: []].popFirst() else { return nil }
        return (record, read)
      }
    }
    func span(_ range: ByteRange) -> SourceSpan { SourceSpan(file: reading.file, range: range) }
    let sections = pairs(course.sections.filter { $0.chapter == chapter }, { [$0.title] }, reading.sections, { [$0.title] })
    let definitions = pairs(
      course.definitions.filter { $0.chapter == chapter }, { [$0.term, $0.statement] }, reading.definitions,
      { [$0.term, $0.statement] })
    let citations = pairs(course.citations.filter { $0.chapter == chapter }, { [$0.text] }, reading.citations, { [$0.text] })
    let sets = pairs(
      course.enumerations.filter { $0.chapter == chapter }, { [$0.title] + $0.items.map(\.title) }, reading.enumerations,
      { [$0.title] + $0.items.map(\.title) })
    let figures = pairs(course.figures.filter { $0.chapter == chapter }, { [$0.title] }, reading.figures, { [$0.title] })
    let questions = pairs(course.questions.filter { $0.chapter == chapter }, { [$0.text] }, reading.questions, { [$0.text] })
    let fresh = FreshRecords(
      chapter: chapter,
      sections: sections.map {
        var section = $0.record
        section.evidence.span = span($0.read.place.range)
        return section
      },
      definitions: definitions.map {
        var definition = $0.record
        definition.evidence.span = span($0.read.place.range)
        definition.passage = span($0.read.passage)
        return definition
      })
    var marks: [Mark] = []
    marks += definitions.map { Mark(range: $0.read.place.range, record: .definition($0.record.id)) }
    marks += sets.map { Mark(range: $0.read.place.range, record: .enumeration($0.record.id)) }
    marks += citations.map { Mark(range: $0.read.place.range, record: .citation($0.record.id)) }
    marks += figures.map { Mark(range: $0.read.place.range, record: .figure($0.record.id)) }
    marks += questions.map { Mark(range: $0.read.place.range, record: .question($0.record.id)) }
    return (fresh, marks.filter { !$0.range.isEmpty })
  }
}

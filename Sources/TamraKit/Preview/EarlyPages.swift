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

  let folder: CourseFolder
  let publicFolder: String
  let settings: CourseSettings
  let files: [CourseFolder.ChapterFile]
  let exporter: SiteExporter
  let marker: ChapterMarker
  let layouts: [FigureID: GraphLayout]
  let quiz: CourseQuiz?

  /// Writes the pages of the chapters among the files that changed, where they are few.
  ///
  /// - Parameter paths: absolute.
  /// - Returns: whether any page was written.
  func write(_ paths: some Sequence<String>) throws -> Bool {
    let known = Dictionary(files.enumerated().map { (folder.root + "/" + $0.element.path, $0.offset) }) { first, _ in first }
    let indices = paths.compactMap { known[$0] }
    guard !indices.isEmpty, indices.count <= Self.most else { return false }
    var hasWritten = false
    for index in indices {
      guard let text = try folder.text(files[index].path), let page = page(of: index, text: text) else { continue }
      if try OutputWriter.replace(page.path, with: page.bytes, in: publicFolder) { hasWritten = true }
    }
    return hasWritten
  }

  private func page(of index: Int, text: SourceText) -> SiteExporter.Output? {
    let chapter = exporter.context.course.all.chapters[index]
    let reading = readChapter(text, name: files[index].name, settings: settings)
    let fresh = FreshRecords(of: chapter, in: exporter.context.course.all, reading: reading)
    let marked = marker.mark(text, chapter: chapter.id, newest: fresh.marks)
    let seeing = exporter.seeing(fresh)
    let practice = quiz.flatMap { $0.items(of: chapter.id, pools: [.practice]) }.flatMap {
      seeing.practice(chapter: chapter.id, categories: $0.categories, items: $0.items)
    }
    return seeing.chapterPage(
      chapter.id, document: marked.document, marks: marked.marks, layouts: layouts, practice: practice)
  }
}

extension FreshRecords {
  /// The chapter's records of the course that say the same in its new text, each where it stands there. O(records of the course).
  init(of chapter: Chapter, in course: Course, reading: ChapterReading) {
    func moved(_ evidence: Evidence, _ range: ByteRange) -> Evidence {
      var evidence = evidence
      evidence.span = SourceSpan(file: reading.file, range: range)
      return evidence
    }
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
    let id = chapter.id
    self.init(
      chapter: id,
      sections: pairs(course.sections.filter { $0.chapter == id }, { [$0.title] }, reading.sections, { [$0.title] }).map {
        var section = $0.record
        section.evidence = moved(section.evidence, $0.read.place.range)
        return section
      },
      definitions: pairs(
        course.definitions.filter { $0.chapter == id }, { [$0.term, $0.statement] }, reading.definitions,
        { [$0.term, $0.statement] }
      ).map {
        var definition = $0.record
        definition.evidence = moved(definition.evidence, $0.read.place.range)
        definition.passage = SourceSpan(file: reading.file, range: $0.read.passage)
        return definition
      },
      citations: pairs(course.citations.filter { $0.chapter == id }, { [$0.text] }, reading.citations, { [$0.text] }).map {
        var citation = $0.record
        citation.evidence = moved(citation.evidence, $0.read.place.range)
        return citation
      },
      enumerations: pairs(
        course.enumerations.filter { $0.chapter == id }, { [$0.title] + $0.items.map(\.title) }, reading.enumerations,
        { [$0.title] + $0.items.map(\.title) }
      ).map {
        var set = $0.record
        set.evidence = moved(set.evidence, $0.read.place.range)
        return set
      },
      figures: pairs(course.figures.filter { $0.chapter == id }, { [$0.title] }, reading.figures, { [$0.title] }).map {
        var figure = $0.record
        figure.evidence = moved(figure.evidence, $0.read.place.range)
        return figure
      },
      questions: pairs(course.questions.filter { $0.chapter == id }, { [$0.text] }, reading.questions, { [$0.text] }).map {
        var question = $0.record
        question.evidence = moved(question.evidence, $0.read.place.range)
        return question
      })
  }
}

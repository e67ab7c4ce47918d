import CourseModel
import CourseReader
import Packing
import Rendering
import SiteExporter

/// Writes the pages of a site, but for those that stand as the last build left them.
struct SiteOutput: Sendable {
  let plan: PagePlan
  let search: SearchOutput
  let writer: OutputWriter
  let folder: CourseFolder
  let layouts: [FigureID: GraphLayout]
  /// nil where chapters are not offered as single files.
  let singles: SingleFile?
  let jobs: Int

  /// A page, or a chapter's pages, as they stand now.
  struct Standing: Sendable {
    /// The chapter's file or the page's path.
    var key: String
    var unit: PageMemory.Unit
    var isMade = true
    /// Whether the next build may leave it as it is.
    var isKnown: Bool
  }

  /// In the chapters' order.
  ///
  /// - Parameters `marker` and `firstDone`: as `LoadedCourse.markChapters`.
  func writeChapters(
    of loaded: inout LoadedCourse, with exporter: SiteExporter, marker: ChapterMarker, console: Console,
    firstDone: (@Sendable () -> Void)?
  ) throws -> [Standing] {
    let quiz = loaded.site.practice ? loaded.items : nil
    let files = loaded.files
    return try loaded.markChapters(
      with: marker, jobs: jobs, console: console, firstDone: firstDone,
      standing: { index in
        let chapter = exporter.context.course.all.chapters[index].id
        let items = quiz.map { quiz in { quiz.practice(of: chapter, for: exporter)?.digest ?? 0 } }
        return try plan.chapter(files[index].path, items: items).map { try leave(files[index].path, $0, turn: index) }
      },
      { again in
        let reads = PageReads()
        for occurrence in again.marked.occurrences { reads.note(occurrence.concept) }
        let chapter = exporter.context.course.all.chapters[again.index].id
        let shelves = quiz?.practice(of: chapter, for: exporter)
        let (pages, remains) = try writeChapter(chapter, again.marked, exporter.noting(reads), shelves)
        // Single files say what the pages say.
        let searched = pages.filter { $0.path != SitePaths.single(chapter) }
        try search.add(searched.compactMap { SearchPage(path: $0.path, html: $0.bytes) }, turn: again.index)
        let unit = plan.made(
          chapter: contentHash(again.text.bytes), items: quiz.map { _ in shelves?.digest ?? 0 }, reads: reads,
          outputs: pages.map(\.path), remains: remains)
        // What is missing is looked for, and reported, every time.
        return Standing(key: again.text.file, unit: unit, isKnown: again.isSound)
      })
  }

  /// All other pages; their turns in the search come after `before` others.
  func writePages(of exporter: SiteExporter, after before: Int) throws -> [Standing] {
    let pages = exporter.pages()
    return try concurrentMap(count: pages.count, jobs: jobs) { index in
      let page = pages[index]
      let input = page.input(exporter.context)
      if let unit = plan.page(page.path, input) { return try leave(page.path, unit, turn: before + index) }
      let reads = PageReads()
      let bytes = page.render(exporter.context.noting(reads))
      try writer.write(page.path, bytes)
      try search.add(SearchPage(path: page.path, html: bytes).map { [$0] } ?? [], turn: before + index)
      let unit = plan.made(input, reads: reads, output: page.path)
      return Standing(key: page.path, unit: unit ?? .init(outputs: [page.path]), isKnown: unit != nil)
    }
  }

  private func leave(_ key: String, _ unit: PageMemory.Unit, turn: Int) throws -> Standing {
    for path in unit.outputs { writer.keep(path) }
    try search.add(plan.searched(unit), turn: turn)
    return Standing(key: key, unit: unit, isMade: false, isKnown: true)
  }

  private func writeChapter(
    _ chapter: ChapterID, _ marked: MarkedChapter, _ exporter: SiteExporter, _ practice: PracticeShelves?
  ) throws -> (pages: [SiteExporter.Output], remains: ChapterRemains) {
    guard
      let page = exporter.chapterPage(
        chapter, document: marked.document, marks: marked.marks, layouts: layouts, practice: practice)
    else { return ([], ChapterRemains()) }
    var pages = [page]
    if let singles {
      pages.append(
        exporter.singleFile(singles, chapter: chapter, page: page, practice: practice) { path in
          page.media.first { SitePaths.media($0) == path }.flatMap { folder.picture($0) }
        })
    }
    if let practice { pages += exporter.practicePages(practice) }
    for page in pages { try writer.write(page.path, page.bytes) }
    return (pages, ChapterRemains(media: page.media, practised: practice?.practised ?? [], passages: page.passages))
  }

  /// Pictures that chapters show, each once; those that are missing have a diagnostic already.
  func copy(_ media: Set<String>) throws {
    for path in media.sorted() {
      guard let bytes = folder.picture(path) else { continue }
      try writer.write(SitePaths.media(path), bytes)
    }
  }
}

import CourseModel
import CourseReader
import Diagnostics
import Foundation
import QuizExporter
import QuizGenerator
import Rendering
import SheetExporter
import SiteExporter
import ThaiText

/// What every action about a course is told.
package struct CourseRequest: Sendable {
  package var course: String?
  package var workingFolder: String
  package var executable: String
  package var environment: [String: String]
  /// Threads; nil for all cores.
  package var jobs: Int?

  package init(course: String?, workingFolder: String, executable: String, environment: [String: String], jobs: Int? = nil) {
    self.course = course
    self.workingFolder = workingFolder
    self.executable = executable
    self.environment = environment
    self.jobs = jobs
  }

  var threads: Int { jobs ?? processorCount }
  func folder() throws -> CourseFolder { try CourseFolder(at: course, workingFolder: workingFolder) }
  var toolbox: Toolbox { Toolbox(executable: executable, environment: environment) }
}

/// `tamra build`: everything `site.yml` asks for, into `public` and `instructor`.
package struct BuildAction: Sendable {
  private let request: CourseRequest
  private let output: String?
  private let cache: String?
  private let verifies: Bool
  private let leavesOutFiles: Bool

  /// - Parameters:
  ///   - output: the folder that gets `public` and `instructor`; nil for the course's `Site`.
  ///   - cache: the folder of what builds remember; nil for the course's `.tamra`.
  ///   - verifies: reads every source to know whether it changed, and trusts no stamp of the file system.
  ///   - leavesOutFiles: makes the pages alone, whatever `site.yml` lists beside them.
  package init(
    _ request: CourseRequest, output: String? = nil, cache: String? = nil, verifies: Bool = false, leavesOutFiles: Bool = false
  ) {
    self.request = request
    self.output = output
    self.cache = cache
    self.verifies = verifies
    self.leavesOutFiles = leavesOutFiles
  }

  /// 0, or 1 when the course has errors: then what can be built is built all the same.
  package func run(_ console: Console) throws -> Int32 {
    let result = try build(console)
    report(result, console)
    return result.diagnostics.hasErrors ? 1 : 0
  }

  func report(_ result: Result, _ console: Console) {
    console.endProgress()
    console.say(result.diagnostics, source: result.source)
    console.say(
      Wording(
        thai:
          "เขียน \(result.summary.written) ไฟล์ เหมือนเดิม \(result.summary.unchanged) ลบ \(result.summary.deleted) → \(result.publicFolder)",
        english:
          "\(result.summary.written) files written, \(result.summary.unchanged) unchanged, \(result.summary.deleted) deleted → \(result.publicFolder)"
      ))
  }

  /// What a build leaves behind, for those that print it or serve it.
  package struct Result: Sendable {
    package var diagnostics: [Diagnostic]
    package var summary: OutputWriter.Summary
    package var publicFolder: String
    package var source: @Sendable (String) -> SourceText?
  }

  /// Nothing at all where the last build into the same folder saw the same sources, templates, settings, fonts and programs, and what it
  /// wrote still stands; else the whole course.
  ///
  /// - Parameters:
  ///   - kept: readings of chapters from the builds before, in the same process.
  ///   - firstDone: called as soon as the pages of the chapters that changed stand in their places, before all others are made.
  package func build(
    _ console: Console, kept: KeptReadings? = nil, firstDone: (@Sendable () -> Void)? = nil
  ) throws -> Result {
    let folder = try request.folder()
    let base = try output.map { $0.hasPrefix("/") ? $0 : request.workingFolder + "/" + $0 } ?? folder.own("Site")
    if output == nil { for name in ["Site/public", "Site/instructor"] { _ = try folder.own(name) } }
    let toolbox = request.toolbox
    let memory = BuildMemory(
      folder: try cache ?? folder.own(".tamra"), course: folder, output: base, tools: toolbox.parts + [request.executable],
      settings: [request.environment["SOURCE_DATE_EPOCH"] ?? ""] + (leavesOutFiles ? ["pages"] : []), jobs: request.threads,
      verifies: verifies)
    let inputs = memory.look()
    if let ending = memory.recall(inputs) {
      return Result(
        diagnostics: ending.diagnostics, summary: .init(unchanged: ending.outputs.count), publicFolder: base + "/public",
        source: folder.source)
    }
    memory.forget()
    var loaded = try LoadedCourse(folder, jobs: request.threads, console: console, kept: kept)
    if leavesOutFiles { loaded.leaveOutFiles() }
    let resources = try Resources(course: folder)
    var diagnostics: [Diagnostic] = []

    let pageTemplates = resources.templates.filter { $0.key.hasSuffix(".mustache") }
    let templates = Dictionary(uniqueKeysWithValues: pageTemplates.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    // A breaker without the course's terms: a term too wide for a phone must part between its words.
    let (made, templateFindings) = SiteExporter.make(
      course: loaded.course, settings: loaded.site, templates: templates, breaker: WordBreaker())
    guard let whole = made else {
      return Result(
        diagnostics: (loaded.diagnostics + templateFindings).inSourceOrder(), summary: .init(), publicFolder: base + "/public",
        source: folder.source)
    }
    let graphs = GraphLayoutTool(toolbox: toolbox, courseRoot: folder.root)
    let (layouts, layoutFindings) = try FigureLayouts.make(for: loaded.course, with: graphs)
    diagnostics += templateFindings + layoutFindings

    let writer = try OutputWriter(folder: base + "/public")
    let frameFiles = FrameFiles(exporter: whole, resources: resources, toolbox: toolbox)
    let frame = try frameFiles.make()
    let singles = whole.singleFiles(frame: frame)
    var instructor: [(path: String, bytes: [UInt8])] = []
    var sheetPages: [SearchPage] = []
    // First, so that pages know what there is to print.
    let handouts = try SheetOutput(
      loaded: loaded, resources: resources, toolbox: toolbox, graphs: graphs, settings: SheetSettings(loaded.site.print),
      figures: layouts,
      jobs: request.threads,
      environment: request.environment
    )
    .write(kinds: loaded.site.sheets, to: writer, instructor: &instructor, searched: &sheetPages, &diagnostics)
    let cards = TitleCardOutput(loaded: loaded, resources: resources, toolbox: toolbox)
    let offering = whole.offering(handouts).showing(titleCards: try cards.write(to: writer, &diagnostics))
    let search = SearchOutput(whole.searchIndex(), to: writer)
    let quiz = loaded.site.practice ? loaded.items : nil
    let chapters = try loaded.markChapters(jobs: request.threads, console: console, firstDone: firstDone) { index, marked, _ in
      let written = try Self.writeChapter(
        offering.context.course.chapters[index], marked, offering, layouts, quiz, singles, folder, writer)
      try search.add(written.pages, turn: index)
      return (media: written.media, practised: written.practised, passages: written.passages)
    }
    try frameFiles.write(frame, to: writer)
    try copy(Set(chapters.flatMap(\.media)), from: folder, writer)

    let exporter = offering.knowing(practised: chapters.flatMap(\.practised), passages: chapters.flatMap(\.passages))
      .drawing(maps: try FigureLayouts.maps(of: whole, with: graphs))
    let pages = exporter.pages()
    _ = try concurrentMap(count: pages.count, jobs: request.threads) { index in
      let bytes = pages[index].render(exporter.context)
      try writer.write(pages[index].path, bytes)
      try search.add(SearchPage(path: pages[index].path, html: bytes).map { [$0] } ?? [], turn: chapters.count + index)
    }
    try BankOutput(loaded: loaded, environment: request.environment).write(to: writer, instructor: &instructor, &diagnostics)
    try search.add(sheetPages, turn: chapters.count + pages.count)
    try search.finish()
    try frameFiles.writeOffline(frame, to: writer)
    if loaded.site.downloads.contains(.site) { try frameFiles.writeZip(to: writer) }
    var outputs = writer.outputs
    var summary = OutputWriter.Summary()
    if !instructor.isEmpty || FileReading.kind(of: base + "/instructor") != nil {
      let hidden = try OutputWriter(folder: base + "/instructor")
      for file in instructor { try hidden.write(file.path, file.bytes) }
      summary += try hidden.finish()
      outputs += hidden.outputs
    }
    summary += try writer.finish()
    let found = (loaded.diagnostics + diagnostics).inSourceOrder()
    if !loaded.looksElsewhere { memory.keep(inputs, .init(diagnostics: found, outputs: outputs)) }
    return Result(diagnostics: found, summary: summary, publicFolder: base + "/public", source: folder.source)
  }

  private struct WrittenChapter: Sendable {
    /// Course paths of the pictures it shows.
    var media: [String] = []
    var pages: [SearchPage] = []
    var practised: [(concept: ConceptID, place: PracticePlace)] = []
    var passages: [ConceptPassage] = []
  }

  private static func writeChapter(
    _ chapter: Chapter, _ marked: MarkedChapter, _ exporter: SiteExporter, _ layouts: [FigureID: GraphLayout],
    _ quiz: CourseQuiz?, _ singles: SingleFile?, _ folder: CourseFolder, _ writer: OutputWriter
  ) throws -> WrittenChapter {
    let practice = quiz.flatMap { $0.items(of: chapter.id, pools: [.practice]) }.flatMap {
      exporter.practice(chapter: chapter.id, categories: $0.categories, items: $0.items)
    }
    guard
      let page = exporter.chapterPage(
        chapter.id, document: marked.document, marks: marked.marks, layouts: layouts, practice: practice)
    else { return WrittenChapter() }
    var written = WrittenChapter(media: page.media, practised: practice?.practised ?? [], passages: page.passages)
    func write(_ path: String, _ bytes: [UInt8]) throws {
      try writer.write(path, bytes)
      if let searched = SearchPage(path: path, html: bytes) { written.pages.append(searched) }
    }
    try write(page.path, page.bytes)
    if let singles {
      let single = exporter.singleFile(singles, chapter: chapter.id, page: page, practice: practice) { path in
        page.media.first { SitePaths.media($0) == path }.flatMap { folder.picture($0) }
      }
      try writer.write(single.path, single.bytes)
    }
    if let practice {
      for page in exporter.practicePages(practice) { try write(page.path, page.bytes) }
    }
    return written
  }

  /// Pictures that chapters show, each once; those that are missing have a diagnostic already.
  private func copy(_ media: Set<String>, from folder: CourseFolder, _ writer: OutputWriter) throws {
    for path in media.sorted() {
      guard let bytes = folder.picture(path) else { continue }
      try writer.write(SitePaths.media(path), bytes)
    }
  }
}

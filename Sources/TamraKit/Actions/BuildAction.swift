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
    /// Chapters and other pages that were made, not left as they stood.
    package var made = 0
    package var publicFolder: String
    package var source: @Sendable (String) -> SourceText?
    /// What a preview shows of the next save before the build that follows it; nil for a course that is built as fast, and outside a preview.
    var early: EarlyPages?
  }

  /// Nothing at all where the last build into the same folder saw the same sources, templates, settings, fonts and programs, and what it
  /// wrote still stands; else what changed: chapters that are other bytes, pages that show other records.
  ///
  /// - Parameters:
  ///   - kept: readings of chapters from the builds before, in the same process.
  ///   - leastEarly: chapters of a course of which early pages are made.
  ///   - firstDone: called as soon as the pages of the chapters that changed stand in their places, before all others are made.
  package func build(
    _ console: Console, kept: KeptReadings? = nil, leastEarly: Int = EarlyPages.leastChapters,
    firstDone: (@Sendable () -> Void)? = nil
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
    let comparison = memory.compare(inputs)
    if let ending = comparison.flatMap({ memory.recall(inputs, $0) }) {
      return Result(
        diagnostics: ending.diagnostics, summary: .init(unchanged: ending.outputs.count), publicFolder: base + "/public",
        source: folder.source)
    }
    // Read before it is forgotten: from here on the output is that of no build until this one ends.
    let standing = try comparison.flatMap { memory.standing(inputs, $0, chapters: try folder.chapters().files.map(\.path)) }
    memory.forget()
    let log = memory.readings(inputs, program: request.executable)
    var loaded = try LoadedCourse(
      folder, jobs: request.threads, console: console, kept: kept, log: log, known: standing?.chapters ?? [:])
    log?.tidy(loaded.files)
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
    let plan = PagePlan(offering, folder: base + "/public", standing: standing, authored: loaded.authored)
    let search = SearchOutput(whole.searchIndex(standing: plan.search), to: writer)
    let output = SiteOutput(
      plan: plan, search: search, writer: writer, folder: folder, layouts: layouts, singles: singles, jobs: request.threads)
    let marker = ChapterMarker(loaded.course)
    let chapters = try output.writeChapters(
      of: &loaded, with: offering, marker: marker, console: console, firstDone: firstDone)
    try frameFiles.write(frame, to: writer)
    let remains = chapters.map(\.unit.remains)
    try output.copy(Set(remains.flatMap(\.media)))

    let exporter = offering.knowing(practised: remains.flatMap(\.practised), passages: remains.flatMap(\.passages))
      .drawing(maps: try FigureLayouts.maps(of: whole, with: graphs))
    let pages = try output.writePages(of: exporter, after: chapters.count)
    try BankOutput(loaded: loaded, environment: request.environment).write(to: writer, instructor: &instructor, &diagnostics)
    try search.add(sheetPages, turn: chapters.count + pages.count)
    let searched = try search.finish()
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
    if !loaded.looksElsewhere {
      let units = Dictionary((chapters + pages).filter(\.isKnown).map { ($0.key, $0.unit) }) { first, _ in first }
      memory.keep(inputs, .init(diagnostics: found, outputs: outputs), pages: plan.memory(units, search: searched))
    }
    var result = Result(
      diagnostics: found, summary: summary, made: (chapters + pages).count(where: \.isMade), publicFolder: base + "/public",
      source: folder.source)
    if kept != nil, loaded.files.count >= leastEarly {
      result.early = EarlyPages(
        loaded, publicFolder: result.publicFolder, exporter: offering, marker: marker, layouts: layouts)
    }
    return result
  }
}

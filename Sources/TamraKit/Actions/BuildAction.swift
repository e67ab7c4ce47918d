import CourseModel
import CourseReader
import Diagnostics
import Foundation
import QuizExporter
import QuizGenerator
import Rendering
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
  func toolbox(_ folder: CourseFolder) -> Toolbox {
    Toolbox(executable: executable, courseRoot: folder.root, environment: environment)
  }
}

/// `tamra build`: everything `site.yml` asks for, into `public` and `instructor`.
package struct BuildAction: Sendable {
  private let request: CourseRequest
  private let output: String?

  /// - Parameter output: the folder that gets `public` and `instructor`; nil for the course's `Site`.
  package init(_ request: CourseRequest, output: String? = nil) {
    self.request = request
    self.output = output
  }

  /// 0, or 1 when the course has errors: then what can be built is built all the same.
  package func run(_ console: Console) throws -> Int32 {
    let result = try build(console)
    console.endProgress()
    console.say(result.diagnostics, source: result.source)
    console.say(
      Wording(
        thai:
          "เขียน \(result.summary.written) ไฟล์ เหมือนเดิม \(result.summary.unchanged) ลบ \(result.summary.deleted) → \(result.publicFolder)",
        english:
          "\(result.summary.written) files written, \(result.summary.unchanged) unchanged, \(result.summary.deleted) deleted → \(result.publicFolder)"
      ))
    return result.diagnostics.hasErrors ? 1 : 0
  }

  /// What a build leaves behind, for those that print it or serve it.
  package struct Result: Sendable {
    package var diagnostics: [Diagnostic]
    package var summary: OutputWriter.Summary
    package var publicFolder: String
    package var source: @Sendable (String) -> SourceText?
  }

  package func build(_ console: Console) throws -> Result {
    let folder = try request.folder()
    let base = output ?? folder.root + "/Site"
    var loaded = try LoadedCourse(folder, jobs: request.threads, console: console)
    let resources = try Resources(course: folder)
    let toolbox = request.toolbox(folder)
    var diagnostics: [Diagnostic] = []

    let pageTemplates = resources.templates.filter { $0.key.hasSuffix(".mustache") }
    let templates = Dictionary(uniqueKeysWithValues: pageTemplates.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    // A breaker without the course's terms: a term too wide for a phone must part between its words.
    let (made, templateFindings) = SiteExporter.make(
      course: loaded.course, settings: loaded.site, templates: templates, breaker: WordBreaker())
    guard let exporter = made else {
      return Result(
        diagnostics: (loaded.diagnostics + templateFindings).inSourceOrder(), summary: .init(), publicFolder: base + "/public",
        source: loaded.source)
    }
    let (layouts, layoutFindings) = try FigureLayouts.make(for: loaded.course, toolbox: toolbox)
    diagnostics += templateFindings + layoutFindings

    let writer = try OutputWriter(folder: base + "/public")
    let search = SearchOutput(exporter.searchIndex(), to: writer)
    let quiz = loaded.site.practice ? QuizGenerator(course: loaded.course, options: Self.practice(loaded.quiz)) : nil
    let media = try loaded.markChapters(jobs: request.threads, console: console) { index, marked, _ in
      let written = try Self.writeChapter(exporter.context.course.chapters[index], marked, exporter, layouts, quiz, writer)
      try search.add(written.pages, turn: index)
      return written.media
    }
    try copy(Set(media.joined()), from: folder, writer)

    let pages = exporter.pages()
    _ = try concurrentMap(count: pages.count, jobs: request.threads) { index in
      let bytes = pages[index].render(exporter.context)
      try writer.write(pages[index].path, bytes)
      try search.add(SearchPage(path: pages[index].path, html: bytes).map { [$0] } ?? [], turn: media.count + index)
    }
    for (name, bytes) in resources.assets.sorted(by: { $0.key < $1.key }) { try writer.write("assets/" + name, bytes) }
    try writeFonts(toolbox, writer)
    try writer.write(".nojekyll", [])

    var instructor: [(path: String, bytes: [UInt8])] = []
    var searched: [SearchPage] = []
    try SheetOutput(loaded: loaded, resources: resources, toolbox: toolbox, figures: layouts, jobs: request.threads)
      .write(kinds: loaded.site.sheets, to: writer, instructor: &instructor, searched: &searched, &diagnostics)
    try BankOutput(loaded: loaded).write(to: writer, instructor: &instructor, &diagnostics)
    try search.add(searched, turn: media.count + pages.count)
    try search.finish()
    if !instructor.isEmpty || FileReading.kind(of: base + "/instructor") != nil {
      let hidden = try OutputWriter(folder: base + "/instructor")
      for file in instructor { try hidden.write(file.path, file.bytes) }
      _ = try hidden.finish()
    }
    return Result(
      diagnostics: (loaded.diagnostics + diagnostics).inSourceOrder(), summary: try writer.finish(), publicFolder: base + "/public",
      source: loaded.source)
  }

  private static func practice(_ options: QuizOptions) -> QuizOptions {
    var options = options
    options.pools = [.practice]
    return options
  }

  private struct WrittenChapter: Sendable {
    /// Course paths of the pictures it shows.
    var media: [String] = []
    var pages: [SearchPage] = []
  }

  private static func writeChapter(
    _ chapter: Chapter, _ marked: MarkedChapter, _ exporter: SiteExporter, _ layouts: [FigureID: GraphLayout],
    _ quiz: QuizGenerator?, _ writer: OutputWriter
  ) throws -> WrittenChapter {
    guard let page = exporter.chapterPage(chapter.id, document: marked.document, marks: marked.marks, layouts: layouts) else {
      return WrittenChapter()
    }
    var written = WrittenChapter(media: page.media)
    func write(_ path: String, _ bytes: [UInt8]) throws {
      try writer.write(path, bytes)
      if let searched = SearchPage(path: path, html: bytes) { written.pages.append(searched) }
    }
    try write(page.path, page.bytes)
    if let made = quiz?.items(of: chapter.id) {
      for page in exporter.practicePages(chapter: chapter.id, categories: made.categories, items: made.items) {
        try write(page.path, page.bytes)
      }
    }
    return written
  }

  /// Pictures that chapters show, each once; those that are missing have a diagnostic already.
  private func copy(_ media: Set<String>, from folder: CourseFolder, _ writer: OutputWriter) throws {
    for path in media.sorted() {
      guard let real = FileReading.resolved(folder.root + "/" + path), real.hasPrefix(folder.root + "/"),
        FileReading.kind(of: real) == .file
      else { continue }
      try writer.write(SitePaths.media(path), FileReading.bytes(at: real))
    }
  }

  private func writeFonts(_ toolbox: Toolbox, _ writer: OutputWriter) throws {
    guard let folder = toolbox.webFonts else { return }
    for name in try FileReading.names(in: folder) where name.hasSuffix(".woff2") {
      try writer.write("assets/fonts/" + name, FileReading.bytes(at: folder + "/" + name))
    }
  }
}

import ChapterMarkdown
import CourseModel
import CourseReader
import Diagnostics
import Packing
import QuizGenerator
import SiteExporter

/// A course folder after pass one: its records, its settings, and what was found wrong.
package struct LoadedCourse: Sendable {
  package let folder: CourseFolder
  /// In the order of `course.chapters`.
  package let files: [CourseFolder.ChapterFile]
  package let course: Course
  package private(set) var site: SiteSettings
  let settings: CourseSettings
  package let quizSettings: QuizSettings
  /// Its items, with those the author wrote.
  let items: CourseQuiz
  /// A hash of the items that authors wrote.
  let authored: UInt64
  /// Seconds since 1970: when the newest of the course's files was last changed.
  package let changed: Int
  /// Without those that `ignore:` switches off.
  package private(set) var diagnostics: [Diagnostic]
  /// A chapter names files of the course that are not in `Content`. Known after `markChapters`.
  package private(set) var looksElsewhere = false
  private let ignored: IgnoredRules
  /// Chapters that had to be read again while others had been kept, by index: what somebody who just saved waits for.
  private let reread: [Int]

  /// Reads every chapter once, on `jobs` threads, but for those that `kept` has read before.
  ///
  /// - Parameters:
  ///   - log: where readings of earlier builds are; those of this one are added.
  ///   - known: `contentHash` of the texts of some chapters, by their paths: what is kept of them is taken without a look at the file.
  /// - Throws: `Failure` when a file or folder cannot be read.
  init(
    _ folder: CourseFolder, jobs: Int, console: Console, kept: KeptReadings? = nil, log: ReadingLog? = nil,
    known: [String: UInt64] = [:]
  ) throws {
    self.folder = folder
    var diagnostics: [Diagnostic] = []
    func settings<Value>(_ path: String, _ empty: Value, _ read: (SourceText) -> (Value, [Diagnostic])) throws -> Value {
      guard let text = try folder.text(path) else { return empty }
      let (value, found) = read(text)
      diagnostics += found
      return value
    }
    let courseSettings = try settings("Content/course.yml", CourseSettings()) { CourseSettings.read($0) }
    self.settings = courseSettings
    // One list, in whichever of three forms: JSON is YAML too.
    let (references, doubled) = References.joining([
      try settings("Content/references.yml", References()) { References.read($0) },
      try settings("Content/references.json", References()) { References.read($0) },
      try settings("Content/references.bib", References()) { References.readBibTeX($0) },
    ])
    diagnostics += doubled
    site = try settings("Site/site.yml", SiteSettings()) { SettingsFiles.site($0) }
    quizSettings = try settings("Content/quiz.yml", QuizSettings()) { SettingsFiles.quiz($0) }

    let (files, obstacles) = try folder.chapters()
    diagnostics += obstacles
    if files.isEmpty {
      diagnostics.append(
        Diagnostic(
          "no-chapters", .error, thai: "ไม่มีบทใน Content", english: "there is no chapter in Content", at: nil,
          repair: Wording(thai: "สร้าง Content/01-ชื่อบท/chapter.md", english: "make Content/01-name/chapter.md")))
    }
    self.files = files
    let hasKept = kept?.prepare(courseSettings, files: files) ?? false
    let read = try concurrentMap(count: files.count, jobs: jobs) { index in
      let file = files[index]
      console.step(Wording(thai: "อ่านบท", english: "reading chapters"), index + 1, of: files.count)
      let again = { (hash: UInt64) -> KeptReadings.Reading? in
        if let reading = kept?.reading(of: file, hash: hash) { return reading }
        guard let reading = log?.reading(of: file, text: hash) else { return nil }
        kept?.keep(.init(chapter: reading, items: ([], [])), of: file, hash: hash)
        return .init(chapter: reading, items: ([], []))
      }
      if let hash = known[file.path], let reading = again(hash) { return (reading: reading, isKept: true) }
      guard let text = try folder.text(file.path) else { throw FileReading.unreadable(file.path, 2) }
      let hash = contentHash(text.bytes)
      if let reading = again(hash) { return (reading: reading, isKept: true) }
      let reading = KeptReadings.Reading(
        chapter: readChapter(text, name: file.name, settings: courseSettings), items: AuthoredItems.read(text))
      kept?.keep(reading, of: file, hash: hash)
      // Items that authors wrote are read again by every process.
      if reading.items.drafts.isEmpty, reading.items.diagnostics.isEmpty { log?.keep(reading.chapter, of: file, text: hash) }
      return (reading: reading, isKept: false)
    }
    reread = hasKept ? read.indices.filter { !read[$0].isKept } : []
    let readings = read.map(\.reading)
    let (course, found) = resolveCourse(readings.map(\.chapter), settings: courseSettings, references: references)
    self.course = course
    let authored = AuthoredItems.placed(readings.map(\.items), in: course)
    var quiz = quizSettings.options
    quiz.authored = authored.items
    self.authored = contentHash(Array(authored.items.map { String(describing: $0) }.joined().utf8))
    items = CourseQuiz(course, options: quiz, jobs: jobs)
    diagnostics += authored.diagnostics + quizSettings.blueprint.diagnostics(for: course)
    changed =
      (files.map(\.path)
      + ["course.yml", "references.yml", "references.json", "references.bib", "quiz.yml"].map { "Content/" + $0 })
      .compactMap { FileStamp(folder.root + "/" + $0).map { Int($0.modified / 1_000_000_000) } }.max() ?? 0
    ignored = IgnoredRules(
      everywhere: courseSettings.ignored,
      byFile: Dictionary(readings.map { ($0.chapter.file, $0.chapter.settings.ignored) }) { first, _ in first })
    self.diagnostics = ignored.filter(diagnostics + found)
  }

  /// Pages alone are asked for.
  mutating func leaveOutFiles() {
    site.sheets = []
    site.banks = []
    site.downloads = []
  }

  /// The text of a file that diagnostics and records point into; nil when it has gone.
  package var source: @Sendable (String) -> SourceText? { folder.source }

  /// The age of the course in seconds since 1970, or what `SOURCE_DATE_EPOCH` says: a clock of its own would make no two builds alike.
  package func date(_ environment: [String: String]) -> Int {
    if let given = environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }), given > 0 { return given }
    return max(0, changed)
  }

  /// Pass two: every chapter read again, on `jobs` threads; `body` gets each with its records in place, and its results come in the
  /// chapters' order. Findings are kept here.
  ///
  /// - Parameters:
  ///   - marker: of the course.
  ///   - firstDone: called when the chapters that changed since the build before, which come first, have been through `body`; not called
  ///     where there was none before.
  ///   - standing: what `body` gave of a chapter in an earlier build, where it would give the same again; it is not read then.
  package mutating func markChapters<Value: Sendable>(
    with marker: ChapterMarker, jobs: Int, console: Console, firstDone: (@Sendable () -> Void)? = nil,
    standing: @escaping @Sendable (_ index: Int) throws -> Value? = { _ in nil },
    _ body: @escaping @Sendable (ChapterAgain) throws -> Value
  ) throws -> [Value] {
    let isFirst = Set(reread)
    func run(_ indices: [Int]) throws -> [(index: Int, value: Value, named: LocalFiles.Findings)] {
      try concurrentMap(count: indices.count, jobs: jobs) { [folder, files, course] turn in
        let index = indices[turn]
        if let value = try standing(index) { return (index: index, value: value, named: ([], false)) }
        console.step(Wording(thai: "เขียนหน้า", english: "writing pages"), index + 1, of: files.count)
        guard let text = try folder.text(files[index].path) else { throw FileReading.unreadable(files[index].path, 2) }
        let marked = marker.mark(text, chapter: course.chapters[index].id)
        let named = LocalFiles.check(marked.document, text: text, folder: folder)
        return (
          index: index, value: try body(.init(index: index, marked: marked, text: text, isSound: named.diagnostics.isEmpty)),
          named: named
        )
      }
    }
    var results = try run(reread)
    if !reread.isEmpty { firstDone?() }
    results += try run(files.indices.filter { !isFirst.contains($0) })
    results.sort { $0.index < $1.index }
    diagnostics += ignored.filter(results.flatMap(\.named.diagnostics))
    looksElsewhere = results.contains(where: \.named.isElsewhere)
    return results.map(\.value)
  }
}

/// A chapter in pass two.
package struct ChapterAgain: Sendable {
  /// In `course.chapters`.
  package let index: Int
  package let marked: MarkedChapter
  package let text: SourceText
  /// Every file it names is there.
  package let isSound: Bool
}

/// Which findings the author switched off, and where.
private struct IgnoredRules: Sendable {
  var everywhere: Set<String>
  var byFile: [String: Set<String>]

  func filter(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !everywhere.isEmpty || byFile.contains(where: { !$0.value.isEmpty }) else { return diagnostics }
    return diagnostics.filter { diagnostic in
      !everywhere.contains(diagnostic.id) && !(diagnostic.span.flatMap { byFile[$0.file] }?.contains(diagnostic.id) ?? false)
    }
  }
}

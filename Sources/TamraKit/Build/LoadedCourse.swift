import ChapterMarkdown
import CourseModel
import CourseReader
import Diagnostics
import QuizGenerator
import SheetExporter
import SiteExporter

/// A course folder after pass one: its records, its settings, and what was found wrong.
package struct LoadedCourse: Sendable {
  package let folder: CourseFolder
  /// In the order of `course.chapters`.
  package let files: [CourseFolder.ChapterFile]
  package let course: Course
  package let site: SiteSettings
  package let quiz: QuizOptions
  /// The head of exam papers.
  package let cover: Exam.Cover
  /// Without those that `ignore:` switches off.
  package private(set) var diagnostics: [Diagnostic]
  private let ignored: IgnoredRules

  /// Reads every chapter once, on `jobs` threads.
  ///
  /// - Throws: `Failure` when a file or folder cannot be read.
  package init(_ folder: CourseFolder, jobs: Int, console: Console) throws {
    self.folder = folder
    var diagnostics: [Diagnostic] = []
    func settings<Value>(_ path: String, _ empty: Value, _ read: (SourceText) -> (Value, [Diagnostic])) throws -> Value {
      guard let text = try folder.text(path) else { return empty }
      let (value, found) = read(text)
      diagnostics += found
      return value
    }
    let courseSettings = try settings("Content/course.yml", CourseSettings()) { CourseSettings.read($0) }
    let references = try settings("Content/references.yml", References()) { References.read($0) }
    site = try settings("Site/site.yml", SiteSettings()) { SettingsFiles.site($0) }
    quiz = try settings("Content/quiz.yml", QuizOptions()) { SettingsFiles.quiz($0) }
    cover = try settings("Content/quiz.yml", Exam.Cover()) { SettingsFiles.cover($0) }

    let (files, obstacles) = try folder.chapters()
    diagnostics += obstacles
    if files.isEmpty {
      diagnostics.append(
        Diagnostic(
          "no-chapters", .error, thai: "ไม่มีบทใน Content", english: "there is no chapter in Content", at: nil,
          repair: Wording(thai: "สร้าง Content/01-ชื่อบท/chapter.md", english: "make Content/01-name/chapter.md")))
    }
    self.files = files
    let readings = try concurrentMap(count: files.count, jobs: jobs) { index in
      let file = files[index]
      console.step(Wording(thai: "อ่านบท", english: "reading chapters"), index + 1, of: files.count)
      guard let text = try folder.text(file.path) else { throw FileReading.unreadable(file.path, 2) }
      return readChapter(text, name: file.name, settings: courseSettings)
    }
    let (course, found) = resolveCourse(readings, settings: courseSettings, references: references)
    self.course = course
    ignored = IgnoredRules(
      everywhere: courseSettings.ignored,
      byFile: Dictionary(readings.map { ($0.file, $0.settings.ignored) }) { first, _ in first })
    self.diagnostics = ignored.filter(diagnostics + found)
  }

  /// The text of a file that diagnostics and records point into; nil when it has gone.
  package var source: @Sendable (String) -> SourceText? {
    { [folder] path in (try? folder.text(path)).flatMap { $0 } }
  }

  /// Pass two: every chapter read again, on `jobs` threads; `body` gets each, by its index in `course.chapters`, with its records in
  /// place, and its results come in the chapters' order. Findings are kept here.
  package mutating func markChapters<Value: Sendable>(
    jobs: Int, console: Console,
    _ body: @escaping @Sendable (_ index: Int, _ marked: MarkedChapter, _ text: SourceText) throws -> Value
  ) throws -> [Value] {
    let marker = ChapterMarker(course)
    let results = try concurrentMap(count: files.count, jobs: jobs) { [folder, files, course] index in
      console.step(Wording(thai: "เขียนหน้า", english: "writing pages"), index + 1, of: files.count)
      guard let text = try folder.text(files[index].path) else { throw FileReading.unreadable(files[index].path, 2) }
      let marked = marker.mark(text, chapter: course.chapters[index].id)
      let missing = LocalFiles.diagnostics(marked.document, text: text, folder: folder)
      return (value: try body(index, marked, text), diagnostics: missing)
    }
    diagnostics += ignored.filter(results.flatMap(\.diagnostics))
    return results.map(\.value)
  }
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

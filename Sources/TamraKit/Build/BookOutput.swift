import CourseModel
import CourseReader
import Diagnostics
import Foundation
import QuizGenerator
import Rendering
import SheetExporter

/// The course as an e-book and, where it has several chapters, each chapter as one.
struct BookOutput: Sendable {
  /// What `site.yml` and `tamra print` call it.
  static let kind = "book"
  static let title = Wording(thai: "หนังสืออิเล็กทรอนิกส์ (EPUB)", english: "E-book (EPUB)")

  let sheets: SheetOutput
  private var loaded: LoadedCourse { sheets.loaded }

  init(_ sheets: SheetOutput) { self.sheets = sheets }

  /// Below `public`, without an extension: `sheets/network`.
  ///
  /// - Parameter chaptersToo: each chapter of a longer course as a book of its own.
  func make(chaptersToo: Bool) throws -> [(chapter: ChapterID?, stem: String, bytes: [UInt8])] {
    let exporter = sheets.exporter
    let course = loaded.course
    let style = sheets.resources.templates["sheets/book.css"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let parts = try self.parts()
    let fonts = try self.fonts()
    let modified = try self.modified()
    var books = [(chapter: ChapterID?.none, stem: "sheets/\(course.id)-book", parts: parts)]
    if chaptersToo, parts.count > 1 { books += parts.map { ($0.chapter, "sheets/\($0.chapter.text)-book", [$0]) } }
    return try concurrentMap(count: books.count, jobs: sheets.jobs) { [books] index in
      let book = Book(exporter, parts: books[index].parts, style: style, fonts: fonts, modified: modified)
      return (chapter: books[index].chapter, stem: books[index].stem, bytes: book.epub())
    }
  }

  private func parts() throws -> [Book.Part] {
    let marker = ChapterMarker(loaded.course)
    var options = loaded.quiz
    options.pools = [.practice]
    let quiz = QuizGenerator(course: loaded.course, options: options)
    return try concurrentMap(count: loaded.files.count, jobs: sheets.jobs) { [loaded] index in
      let chapter = loaded.course.chapters[index].id
      let file = try loaded.folder.text(loaded.files[index].path) ?? SourceText(file: loaded.files[index].path, "")
      let marked = marker.mark(file, chapter: chapter)
      let items = quiz.items(of: chapter)?.items ?? []
      return Book.Part(
        chapter: chapter, text: ChapterText(document: marked.document, marks: marked.marks),
        questions: Exam.selection(of: items, limit: 30))
    }
  }

  private func fonts() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = sheets.toolbox.webFonts else { return [] }
    return try FileReading.names(in: folder).filter { $0.hasSuffix(".woff2") }.map {
      ($0, try FileReading.bytes(at: folder + "/" + $0))
    }
  }

  /// When a chapter was last changed: a course that stays as it is makes the same book.
  private func modified() throws -> String {
    let dates = loaded.files.compactMap {
      (try? FileManager.default.attributesOfItem(atPath: loaded.folder.root + "/" + $0.path))?[.modificationDate] as? Date
    }
    let seconds = Int((dates.max() ?? Date(timeIntervalSince1970: 0)).timeIntervalSince1970)
    return Date(timeIntervalSince1970: Double(max(0, seconds))).formatted(.iso8601)
  }
}

import CourseModel
import CourseReader
import Diagnostics
import Foundation
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
    let fonts = try sheets.toolbox.webFontFiles()
    let modified = Date(timeIntervalSince1970: Double(loaded.date(sheets.environment))).formatted(.iso8601)
    var books = [(chapter: ChapterID?.none, stem: "sheets/\(course.id)-book", parts: parts)]
    if chaptersToo, parts.count > 1 { books += parts.map { ($0.chapter, "sheets/\($0.chapter.text)-book", [$0]) } }
    return concurrentMap(count: books.count, jobs: sheets.jobs) { [books] index in
      let book = Book(exporter, parts: books[index].parts, style: style, fonts: fonts, modified: modified)
      return (chapter: books[index].chapter, stem: books[index].stem, bytes: book.epub())
    }
  }

  private func parts() throws -> [Book.Part] {
    let marker = ChapterMarker(loaded.course)
    return try concurrentMap(count: loaded.files.count, jobs: sheets.jobs) { [loaded] index in
      let chapter = loaded.course.chapters[index].id
      let file = try loaded.folder.text(loaded.files[index].path) ?? SourceText(file: loaded.files[index].path, "")
      let marked = marker.mark(file, chapter: chapter)
      let items = loaded.items.items(of: chapter, pools: [.practice])?.items ?? []
      return Book.Part(
        chapter: chapter, text: IllustratedChapters(folder: loaded.folder).text(marked, file: file.file),
        questions: Exam.selection(of: items, limit: 30))
    }
  }
}

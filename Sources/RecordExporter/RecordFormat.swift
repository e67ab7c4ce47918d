import CourseModel
import Diagnostics

/// One way of writing the records of a course for other programs.
package protocol RecordFormat: Sendable {
  /// What `--format` takes.
  var name: String { get }
  /// The files, by name; a format of one file names it `records` with its ending.
  func write(_ course: Course, texts: RecordTexts) -> [RecordFile]
}

package struct RecordFile: Hashable, Sendable {
  package var name: String
  package var bytes: [UInt8]
}

/// The formats `tamra records` knows: a new one is a file and a line here.
package enum RecordFormats {
  package static let all: [any RecordFormat] = [JSONRecords(), CSVRecords(), CSLRecords(), BibTeXRecords()]
}

/// Turns byte ranges of the course's files into lines and columns, reading each file once.
///
/// A value holding the texts it was given: records of a file that is not among them are printed with offsets alone.
package struct RecordTexts: Sendable {
  private let indices: [String: LineIndex]

  package init(_ texts: [SourceText]) {
    indices = Dictionary(texts.map { ($0.file, LineIndex($0)) }) { first, _ in first }
  }

  func locations(of span: SourceSpan) -> (start: SourceLocation, end: SourceLocation)? {
    guard let index = indices[span.file] else { return nil }
    return (index.location(of: span.range.lowerBound), index.location(of: span.range.upperBound))
  }
}

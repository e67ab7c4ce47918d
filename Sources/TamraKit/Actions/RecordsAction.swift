import CourseModel
import CourseReader
import Diagnostics
import RecordExporter

/// `tamra records`: the records for other programs, or explained for the author.
package struct RecordsAction: Sendable {
  private let request: CourseRequest
  private let format: String
  private let output: String?
  private let explains: Bool

  /// - Parameters:
  ///   - output: a file, for `csv` a folder; nil for standard output.
  ///   - explains: prints each record with its passage, its rule and how sure it is, and the mark that overrules it.
  package init(_ request: CourseRequest, format: String = "json", output: String? = nil, explains: Bool = false) {
    self.request = request
    self.format = format
    self.output = output
    self.explains = explains
  }

  package func run(_ console: Console) throws -> Int32 {
    guard let format = RecordFormats.all.first(where: { $0.name == format }) else {
      throw Failure.unknownFormat(format, known: RecordFormats.all.map(\.name))
    }
    var loaded = try LoadedCourse(request.folder(), jobs: request.threads, console: console)
    let marked = try loaded.markChapters(with: ChapterMarker(loaded.course), jobs: request.threads, console: console) {
      (text: $0.text, occurrences: $0.marked.occurrences)
    }
    console.endProgress()
    let course = loaded.course.adding(marked.map { ($0.text.file, $0.occurrences) })
    let texts = marked.map(\.text)
    if explains {
      console.print(Array(RecordExplanation(course, texts: texts, language: console.language).text().utf8))
    } else {
      try write(format.write(course, texts: RecordTexts(texts)), console)
    }
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    console.say(errors, source: loaded.source)
    return errors.isEmpty ? 0 : 1
  }

  private func write(_ files: [RecordFile], _ console: Console) throws {
    switch (output, files.count) {
    case (nil, 1): console.print(files[0].bytes)
    case (nil, _):
      throw Failure(
        .usage, thai: "รูปแบบนี้มีหลายไฟล์: ระบุโฟลเดอร์ด้วย --output", english: "this format is several files: name a folder with --output"
      )
    case (let output?, 1): try NewFile.replace(output, files[0].bytes)
    case (let output?, _): for file in files { try NewFile.replace(output + "/" + file.name, file.bytes) }
    }
  }
}

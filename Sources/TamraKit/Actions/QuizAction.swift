import CourseModel
import Diagnostics
import QuizExporter
import QuizGenerator

/// `tamra quiz`: a bank of the course in one of the formats.
package struct QuizAction: Sendable {
  private let request: CourseRequest
  private let format: String
  private let pools: Set<QuizPool>
  private let output: String?

  package init(_ request: CourseRequest, format: String, pools: Set<QuizPool> = [.practice], output: String? = nil) {
    self.request = request
    self.format = format
    self.pools = pools
    self.output = output
  }

  package func run(_ console: Console) throws -> Int32 {
    guard let format = QuizFormats.named(format) else {
      throw Failure.unknownFormat(format, known: QuizFormats.all.map(\.name))
    }
    guard format.isText || output != nil else {
      throw Failure(
        .usage, thai: "รูปแบบนี้ไม่ใช่ข้อความ: ระบุไฟล์ด้วย --output ชื่อ.\(format.fileExtension)",
        english: "this format is no text: name a file with --output name.\(format.fileExtension)")
    }
    let loaded = try LoadedCourse(request.folder(), jobs: request.threads, console: console)
    console.endProgress()
    var options = loaded.quiz
    options.pools = pools
    let (bank, found) = generateQuiz(loaded.course, options: options)
    let written = try format.write(bank, QuizWritingOptions(link: BankOutput(loaded: loaded).links))
    if let output { try NewFile.replace(output, written.bytes) } else { console.print(written.bytes) }
    for omission in written.omitted {
      console.say(
        Wording(
          thai: "ไม่ได้เขียน \(omission.count) ข้อ: \(omission.reason.thai)",
          english: "\(omission.count) items left out: \(omission.reason.english)"))
    }
    let errors = (loaded.diagnostics + found).filter { $0.severity == .error }
    console.say(errors, source: loaded.source)
    console.say(Wording(thai: "เขียน \(written.written) ข้อ", english: "\(written.written) items written"))
    return errors.isEmpty ? 0 : 1
  }
}

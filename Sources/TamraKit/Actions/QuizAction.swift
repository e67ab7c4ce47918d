import CourseModel
import Diagnostics
import QuizExporter
import QuizGenerator

/// `tamra quiz`: a bank of the course in one of the formats, or parallel forms of a test.
package struct QuizAction: Sendable {
  private let request: CourseRequest
  private let format: String
  private let pools: Set<QuizPool>?
  private let output: String?
  private let since: String?
  private let forms: FormRequest?
  /// `YYYY-MM-DD` in the Buddhist era, for a delivery of changes.
  private let today: String

  /// - Parameters:
  ///   - pools: nil for what `quiz.yml` says.
  ///   - since: a bank delivered before, as JSON: only what is new or changed is written.
  ///   - forms: nil for the whole bank; an empty blueprint for that of `quiz.yml`.
  package init(
    _ request: CourseRequest, format: String, pools: Set<QuizPool>? = nil, output: String? = nil, since: String? = nil,
    forms: FormRequest? = nil, today: String = ""
  ) {
    self.request = request
    self.format = format
    self.pools = pools
    self.output = output
    self.since = since
    self.forms = forms
    self.today = today
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
    let old = try since.map(Self.bank)
    let loaded = try LoadedCourse(request.folder(), jobs: request.threads, console: console)
    console.endProgress()
    let (bank, found) = loaded.items.bank(pools: pools ?? loaded.quizSettings.pools)
    let banks = BankOutput(loaded: loaded, environment: request.environment)
    var writing = QuizWritingOptions(link: banks.links, date: banks.date)
    var errors = (loaded.diagnostics + found).filter { $0.severity == .error }
    if let forms {
      errors += try write(forms, of: bank, loaded, format, writing, console)
    } else {
      var delivered = bank
      if let old {
        let changes = QuizChanges(from: old, to: bank)
        delivered = changes.bank
        writing.topCategory = today
        report(changes, console)
      }
      try write(delivered, format, writing, console)
    }
    console.say(errors, source: loaded.source)
    return errors.isEmpty ? 0 : 1
  }

  private func write(_ bank: QuizBank, _ format: any QuizFormat, _ options: QuizWritingOptions, _ console: Console) throws {
    let written = try format.write(bank, options)
    if let output { try NewFile.replace(output, written.bytes) } else { console.print(written.bytes) }
    say(written.omitted, console)
    console.say(Wording(thai: "เขียน \(written.written) ข้อ", english: "\(written.written) items written"))
  }

  private func say(_ omissions: [ExportedQuiz.Omission], _ console: Console) {
    for omission in omissions {
      console.say(
        Wording(
          thai: "ไม่ได้เขียน \(omission.count) ข้อ: \(omission.reason.thai)",
          english: "\(omission.count) items left out: \(omission.reason.english)"))
    }
  }

  // MARK: Since

  private static func bank(at path: String) throws -> QuizBank {
    let bytes = try FileReading.bytes(at: path)
    do { return try BankReader.read(bytes) } catch { throw Failure.noBank(path, error) }
  }

  private func report(_ changes: QuizChanges, _ console: Console) {
    console.say(
      Wording(
        thai: "ข้อใหม่ \(changes.new.count) ข้อที่แก้ \(changes.changed.count) อยู่ในหมวด \(today)",
        english: "\(changes.new.count) new and \(changes.changed.count) changed items, in category \(today)"))
    for id in changes.retired { console.say(Wording(thai: "เลิกใช้: \(id)", english: "to be retired: \(id)")) }
  }

  // MARK: Forms

  /// `form-1.xml` …, `key.csv` and `specification.csv` in the folder `--output` names.
  private func write(
    _ request: FormRequest, of bank: QuizBank, _ loaded: LoadedCourse, _ format: any QuizFormat, _ options: QuizWritingOptions,
    _ console: Console
  ) throws -> [Diagnostic] {
    guard let output else {
      throw Failure(.usage, thai: "ระบุโฟลเดอร์ของชุดข้อสอบด้วย --output", english: "name a folder for the forms with --output")
    }
    var request = request
    if request.blueprint.rows.isEmpty { request.blueprint = loaded.quizSettings.blueprint }
    guard request.items != nil || request.blueprint.total > 0 else {
      throw Failure(
        .usage, thai: "ระบุจำนวนข้อด้วย --items หรือผังข้อสอบ (blueprint) ใน Content/quiz.yml",
        english: "say how many with --items, or with a blueprint in Content/quiz.yml")
    }
    let made = assembleForms(bank, course: loaded.course, request: request)
    for form in made.forms {
      let title = Wording(thai: "\(bank.title) ชุดที่ \(form.number)", english: "\(bank.title), form \(form.number)")
      let written = try format.write(FormTables.bank(form, of: bank, title: title.text(in: bank.language)), options)
      try NewFile.replace("\(output)/form-\(form.number).\(format.fileExtension)", written.bytes)
      say(written.omitted, console)
      console.say(
        Wording(thai: "ชุดที่ \(form.number): \(written.written) ข้อ", english: "form \(form.number): \(written.written) items"))
    }
    try NewFile.replace(output + "/key.csv", FormTables.key(made, language: bank.language))
    try NewFile.replace(output + "/specification.csv", FormTables.specification(made, language: bank.language))
    if made.shared > 0 {
      console.say(
        Wording(thai: "มี \(made.shared) ข้อที่ใช้มากกว่าหนึ่งชุด", english: "\(made.shared) items stand in more than one form"))
    }
    // Rows of quiz.yml have been reported with the course.
    return made.diagnostics.filter { $0.id != "unknown-blueprint-row" || $0.span == nil }
  }
}

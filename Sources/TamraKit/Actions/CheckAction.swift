import CourseReader
import Diagnostics

/// `tamra check`: what is wrong, what will look wrong, what is only odd. Writes nothing but what `--fix` asks for.
package struct CheckAction: Sendable {
  /// What to do with findings whose repair is certain.
  package enum Mending: Sendable { case none, show, apply }

  private let request: CourseRequest
  private let format: DiagnosticFormat
  private let isStrict: Bool
  private let mending: Mending

  /// - Parameters:
  ///   - isStrict: warnings fail too; notes never do.
  ///   - mending: `show` prints what would change, `apply` prints it and changes the chapters; what is left is reported.
  package init(_ request: CourseRequest, format: DiagnosticFormat = .text, isStrict: Bool = false, mending: Mending = .none) {
    self.mending = mending
    self.request = request
    self.format = format
    self.isStrict = isStrict
  }

  package func run(_ console: Console) throws -> Int32 {
    var loaded = try LoadedCourse(request.folder(), jobs: request.threads, console: console)
    _ = try loaded.markChapters(with: ChapterMarker(loaded.course), jobs: request.threads, console: console) { _ in true }
    console.endProgress()
    let diagnostics = loaded.diagnostics
    // Places are those of the files as they were: what is left is found anew.
    if mending != .none, try mend(diagnostics, loaded.folder, console) {
      return try CheckAction(request, format: format, isStrict: isStrict).run(console)
    }
    let report = DiagnosticReport(diagnostics, language: console.language, source: loaded.source)
    switch format {
    case .text:
      let text = report.text(colour: console.isColoured)
      if !text.isEmpty { console.print(Array(text.utf8)) }
      let count = { (severity: Severity) in diagnostics.count { $0.severity == severity } }
      console.say(
        Wording(
          thai: "ผิด \(count(.error)) เตือน \(count(.warning)) ข้อสังเกต \(count(.note))",
          english: "errors: \(count(.error)), warnings: \(count(.warning)), notes: \(count(.note))"))
    case .json: console.print(report.json())
    case .sarif: console.print(report.sarif())
    }
    return diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) } ? 1 : 0
  }

  /// Prints the difference, then writes it where that was asked for; true where it was.
  private func mend(_ diagnostics: [Diagnostic], _ folder: CourseFolder, _ console: Console) throws -> Bool {
    let work = try CourseMending(diagnostics) { try folder.text($0) }
    guard !work.files.isEmpty else {
      console.say(Wording(thai: "ไม่มีสิ่งที่แก้ได้แน่นอน", english: "nothing can be mended for certain"))
      return false
    }
    // The difference is for people; other formats keep standard output to themselves.
    if format == .text { console.print(Array(work.difference().utf8)) } else { console.say(work.difference()) }
    let (count, files) = (work.count, work.files.count)
    guard mending == .apply else {
      console.say(
        Wording(
          thai: "จะแก้ \(count) แห่งใน \(files) ไฟล์ (ยังไม่ได้เขียน): ใช้ --fix โดยไม่มี --dry-run เพื่อแก้จริง",
          english: "\(count) places in \(files) files would change (nothing written): use --fix without --dry-run to change them"))
      return false
    }
    for file in work.files {
      guard let path = FileReading.resolved(folder.root + "/" + file.path), path.hasPrefix(folder.root + "/"),
        try FileReading.bytes(at: path) == file.before
      else {
        throw Failure(
          .io, thai: "\(file.path) เปลี่ยนไประหว่างตรวจ จึงไม่เขียน: สั่งใหม่อีกครั้ง",
          english: "\(file.path) changed while it was checked and was not written: run it again")
      }
      try NewFile.replace(path, file.after)
    }
    console.say(Wording(thai: "แก้แล้ว \(count) แห่งใน \(files) ไฟล์", english: "mended \(count) places in \(files) files"))
    return true
  }
}

import Diagnostics

/// `tamra check`: what is wrong, what will look wrong, what is only odd. Writes nothing.
package struct CheckAction: Sendable {
  private let request: CourseRequest
  private let format: DiagnosticFormat
  private let isStrict: Bool

  /// - Parameter isStrict: warnings fail too; notes never do.
  package init(_ request: CourseRequest, format: DiagnosticFormat = .text, isStrict: Bool = false) {
    self.request = request
    self.format = format
    self.isStrict = isStrict
  }

  package func run(_ console: Console) throws -> Int32 {
    var loaded = try LoadedCourse(request.folder(), jobs: request.threads, console: console)
    _ = try loaded.markChapters(jobs: request.threads, console: console) { _, _, _ in true }
    console.endProgress()
    let diagnostics = loaded.diagnostics
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
}

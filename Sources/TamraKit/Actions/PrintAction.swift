import CourseModel
import Diagnostics
import SheetExporter

/// `tamra print`: sheets of the course as PDF or as print pages, into a folder.
package struct PrintAction: Sendable {
  package enum Format: String, Sendable, CaseIterable { case pdf, html }

  private let request: CourseRequest
  private let kinds: [String]
  private let format: Format
  private let output: String?

  /// - Parameters:
  ///   - kinds: ids of sheets; empty for all.
  ///   - output: the folder; nil for `sheets` in the working folder.
  package init(_ request: CourseRequest, kinds: [String] = [], format: Format = .pdf, output: String? = nil) {
    self.request = request
    self.kinds = kinds
    self.format = format
    self.output = output
  }

  package func run(_ console: Console) throws -> Int32 {
    let folder = try request.folder()
    let loaded = try LoadedCourse(folder, jobs: request.threads, console: console)
    let sheets = SheetOutput(
      loaded: loaded, resources: try Resources(course: folder), toolbox: request.toolbox(folder))
    var diagnostics = loaded.diagnostics.filter { $0.severity == .error }
    let planned = sheets.plan(kinds: kinds, fontPath: nil, &diagnostics)
    let base = (output ?? request.workingFolder + "/sheets") + "/"
    func put(_ sheet: PlannedSheet, _ bytes: [UInt8]) throws {
      let path = base + (sheet.stem.split(separator: "/").last ?? "sheet") + "." + format.rawValue
      try NewFile.replace(path, bytes)
      console.print(path)
    }
    console.endProgress()
    switch format {
    case .html: for sheet in planned { try put(sheet, sheet.html()) }
    case .pdf: for (sheet, bytes) in try sheets.pdfs(of: planned, &diagnostics) ?? [] { try put(sheet, bytes) }
    }
    console.say(diagnostics, source: loaded.source)
    return diagnostics.hasErrors ? 1 : 0
  }
}

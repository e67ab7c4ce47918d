import Diagnostics
import SheetExporter

/// Makes Word documents of sheets through pandoc, one Python process a batch.
package struct DocumentMaker: Sendable {
  private let batch: PythonBatch
  private let pandoc: String
  private let language: Language

  /// A document, or why there is none.
  struct Made: Sendable {
    /// Without an extension.
    var path: String
    var bytes: [UInt8]?
    var finding: Diagnostic?
  }

  /// nil where Python, pandoc or the script is missing.
  ///
  /// - Parameter courseRoot: whose `.tamra` keeps what has been made; nil keeps nothing.
  init?(toolbox: Toolbox, script: SourceText?, language: Language, courseRoot: String? = nil) {
    guard let python = toolbox.python ?? toolbox.program("python3"), let pandoc = toolbox.program("pandoc"), let script else {
      return nil
    }
    let text = String(decoding: script.bytes, as: UTF8.self)
    let made = MadeFiles(
      courseRoot: courseRoot, fileExtension: "docx", parts: [text, language.rawValue, Self.typefaces(toolbox)], program: pandoc)
    batch = PythonBatch(python: python, script: text, fileExtension: "docx", secondsEach: 10, made: made)
    self.pandoc = pandoc
    self.language = language
  }

  /// The installed typefaces by whose names the script chooses one.
  private static func typefaces(_ toolbox: Toolbox) -> String {
    guard let list = toolbox.program("fc-list"), let output = try? ToolProcess(list, [":", "family"]).run(input: [], limit: 20)
    else {
      return ""
    }
    let names = output.standardOutput.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return Set(names.filter { $0.contains("Sarabun") }).sorted().joined(separator: ",")
  }

  /// Forgets what was made long ago.
  func prune() { batch.prune() }

  /// - Throws: `Failure` when the program cannot be run.
  func make(_ sheets: [PlannedSheet]) throws -> [Made] {
    let outcomes = try batch.run(
      sheets.map { $0.wordSource() },
      common: {
        $0.field("pandoc", pandoc)
        $0.field("language", language.rawValue)
      },
      broken: { reason in
        Failure(
          .io, thai: "ทำเอกสาร .docx ไม่ได้ (\(reason)): ตรวจว่า \(pandoc) ใช้งานได้",
          english: ".docx could not be made (\(reason)): check that \(pandoc) works")
      })
    return zip(sheets, outcomes).map { sheet, outcome in
      switch outcome {
      case .success(let bytes): return Made(path: sheet.stem, bytes: bytes)
      case .failure(let refusal):
        return Made(
          path: sheet.stem,
          finding: Diagnostic(
            "sheet-not-set", .error, thai: "ทำ \(sheet.stem) เป็น .docx ไม่ได้: \(refusal.reason)",
            english: "\(sheet.stem) could not be made a .docx: \(refusal.reason)", at: nil))
      }
    }
  }
}

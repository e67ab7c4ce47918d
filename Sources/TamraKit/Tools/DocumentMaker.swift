import Diagnostics
import SheetExporter

/// Makes Word documents of sheets through pandoc, one Python process a batch.
package struct DocumentMaker: Sendable {
  private let python: String
  private let pandoc: String
  private let script: String
  private let language: Language

  /// A document, or why there is none.
  struct Made: Sendable {
    /// Without an extension.
    var path: String
    var bytes: [UInt8]?
    var finding: Diagnostic?
  }

  /// nil where Python, pandoc or the script is missing.
  init?(toolbox: Toolbox, script: SourceText?, language: Language) {
    guard let python = toolbox.python ?? toolbox.program("python3"), let pandoc = toolbox.program("pandoc"), let script else {
      return nil
    }
    self.python = python
    self.pandoc = pandoc
    self.script = String(decoding: script.bytes, as: UTF8.self)
    self.language = language
  }

  /// - Throws: `Failure` when the program cannot be run.
  func make(_ sheets: [PlannedSheet]) throws -> [Made] {
    let batch = PythonBatch(python: python, script: script, fileExtension: "docx", secondsEach: 10)
    let outcomes = try batch.run(
      count: sheets.count,
      common: {
        $0.field("pandoc", pandoc)
        $0.field("language", language.rawValue)
      },
      file: { $1.field("source", sheets[$0].wordSource()) },
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

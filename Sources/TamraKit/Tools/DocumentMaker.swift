import Diagnostics
import Foundation
import Rendering
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
    guard !sheets.isEmpty else { return [] }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("tamra-docx-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try NewFile.replace(scratch + "/docx.py", Array(script.utf8))
    var first = JSONBuffer(isPretty: false)
    first.object {
      $0.field("pandoc", pandoc)
      $0.field("language", language.rawValue)
    }
    var lines = first.bytes
    for (index, sheet) in sheets.enumerated() {
      var line = JSONBuffer(isPretty: false)
      line.object {
        $0.field("output", "\(scratch)/\(index).docx")
        $0.field("source", sheet.wordSource())
      }
      lines += [0x0A] + line.bytes
    }
    let output = try ToolProcess(python, ["-I", scratch + "/docx.py"]).run(
      input: lines + [0x0A], limit: 60 + 10 * Double(sheets.count))
    guard output.status == 0 || output.status == 1, !output.timedOut else {
      let reason = output.timedOut ? "time" : output.standardError.split(separator: "\n").last.map(String.init) ?? "?"
      throw Failure(
        .io, thai: "ทำเอกสาร .docx ไม่ได้ (\(reason)): ตรวจว่า \(pandoc) ใช้งานได้",
        english: ".docx could not be made (\(reason)): check that \(pandoc) works")
    }
    struct Answer: Decodable {
      var ok: Bool
      var error: String?
    }
    let answers = output.standardOutput.split(separator: 0x0A)
    return sheets.enumerated().map { index, sheet in
      let answer = index < answers.count ? try? JSONDecoder().decode(Answer.self, from: Data(answers[index])) : nil
      if answer?.ok == true, let bytes = try? FileReading.bytes(at: "\(scratch)/\(index).docx") {
        return Made(path: sheet.stem, bytes: bytes)
      }
      let reason = answer?.error ?? "no answer"
      return Made(
        path: sheet.stem,
        finding: Diagnostic(
          "sheet-not-set", .error, thai: "ทำ \(sheet.stem) เป็น .docx ไม่ได้: \(reason)",
          english: "\(sheet.stem) could not be made a .docx: \(reason)", at: nil))
    }
  }
}

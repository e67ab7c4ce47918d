import CourseModel
import Diagnostics
import Foundation
import Rendering

/// Sets Typst sheets as PDF, or as pictures, through the Python module `typst`, one process a batch.
package struct Typesetter: Sendable {
  private let python: String
  private let script: String
  private let fonts: String
  private let cache: TypesetCache?

  package enum Form: String, Sendable {
    case pdf
    /// A page of one picture, a pixel a point.
    case png
  }

  package struct Sheet: Sendable {
    package var path: String
    package var source: String

    package init(path: String, source: String) {
      self.path = path
      self.source = source
    }
  }

  /// nil where Python, the fonts or the script is missing.
  ///
  /// - Parameter courseRoot: whose `.tamra` keeps what has been set; nil keeps nothing.
  package init?(toolbox: Toolbox, script: SourceText?, courseRoot: String? = nil) {
    guard let python = toolbox.python, let fonts = toolbox.printFonts, let script else { return nil }
    self.python = python
    self.fonts = fonts
    self.script = String(decoding: script.bytes, as: UTF8.self)
    // Without a word about which Typst it is, nothing is kept: a newer one sets differently.
    if let courseRoot, let engine = toolbox.wheels {
      cache = TypesetCache(courseRoot: courseRoot, fonts: fonts, script: self.script, engine: engine)
    } else {
      cache = nil
    }
  }

  /// Forgets what was set long ago.
  package func prune() { cache?.prune(now: Date()) }

  /// Each sheet that could be set, and a sentence for each that could not.
  ///
  /// - Throws: `Failure` when the program cannot be run or has no `typst` module.
  package func set(
    _ sheets: [Sheet], as form: Form = .pdf
  ) throws -> (made: [(path: String, bytes: [UInt8])], failures: [(path: String, reason: String)]) {
    var kept: [Int: [UInt8]] = [:]
    for (index, sheet) in sheets.enumerated() { kept[index] = cache?.entry(of: sheet.source, as: form) }
    let missing = sheets.indices.filter { kept[$0] == nil }
    let (fresh, failures) = try setAnew(missing.map { sheets[$0] }, as: form)
    for (index, made) in zip(missing, fresh) {
      guard let made else { continue }
      kept[index] = made
      cache?.keep(made, of: sheets[index].source, as: form)
    }
    return (sheets.indices.compactMap { index in kept[index].map { (sheets[index].path, $0) } }, failures)
  }

  /// In the order of the sheets, nil for one that could not be set.
  private func setAnew(
    _ sheets: [Sheet], as form: Form
  ) throws -> (made: [[UInt8]?], failures: [(path: String, reason: String)]) {
    let batch = PythonBatch(python: python, script: script, fileExtension: form.rawValue, secondsEach: 5)
    let outcomes = try batch.run(
      count: sheets.count, common: { $0.field("fonts", fonts) },
      file: { index, json in
        json.field("source", sheets[index].source)
        json.field("format", form.rawValue)
        json.array("standards", form == .pdf ? ["ua-1"] : []) { $0.element($1) }
      },
      broken: { reason in
        Failure(
          .io, thai: "จัดหน้า PDF ไม่ได้ (\(reason)): สั่ง make ใหม่เพื่อติดตั้ง typst",
          english: "PDFs could not be set (\(reason)): run make to install typst")
      })
    var made: [[UInt8]?] = []
    var failures: [(path: String, reason: String)] = []
    for (sheet, outcome) in zip(sheets, outcomes) {
      made.append(try? outcome.get())
      if case .failure(let refusal) = outcome { failures.append((sheet.path, refusal.reason)) }
    }
    return (made, failures)
  }
}

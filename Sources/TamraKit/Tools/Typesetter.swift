import Diagnostics
import Rendering

/// Sets Typst sheets as PDF, or as pictures, through the Python module `typst`, one process a batch.
package struct Typesetter: Sendable {
  private let batch: PythonBatch
  private let fonts: String
  private let form: Form

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
  package init?(toolbox: Toolbox, script: SourceText?, courseRoot: String? = nil, form: Form = .pdf) {
    guard let python = toolbox.python, let fonts = toolbox.printFonts, let script else { return nil }
    self.fonts = fonts
    self.form = form
    let text = String(decoding: script.bytes, as: UTF8.self)
    // Without a word about which Typst it is, nothing is kept: a newer one sets differently.
    let made = toolbox.wheels.flatMap {
      MadeFiles(courseRoot: courseRoot, fileExtension: form.rawValue, parts: [text, $0], fonts: fonts)
    }
    batch = PythonBatch(python: python, script: text, fileExtension: form.rawValue, secondsEach: 5, made: made)
  }

  /// Forgets what was set long ago.
  package func prune() { batch.prune() }

  /// Each sheet that could be set, and a sentence for each that could not.
  ///
  /// - Throws: `Failure` when the program cannot be run or has no `typst` module.
  package func set(_ sheets: [Sheet]) throws -> (made: [(path: String, bytes: [UInt8])], failures: [(path: String, reason: String)])
  {
    let outcomes = try batch.run(
      sheets.map(\.source), common: { $0.field("fonts", fonts) },
      file: {
        $0.field("format", form.rawValue)
        $0.array("standards", form == .pdf ? ["ua-1"] : []) { $0.element($1) }
      },
      broken: { reason in
        Failure(
          .io, thai: "จัดหน้า PDF ไม่ได้ (\(reason)): สั่ง make ใหม่เพื่อติดตั้ง typst",
          english: "PDFs could not be set (\(reason)): run make to install typst")
      })
    var made: [(path: String, bytes: [UInt8])] = []
    var failures: [(path: String, reason: String)] = []
    for (sheet, outcome) in zip(sheets, outcomes) {
      switch outcome {
      case .success(let bytes): made.append((sheet.path, bytes))
      case .failure(let refusal): failures.append((sheet.path, refusal.reason))
      }
    }
    return (made, failures)
  }
}

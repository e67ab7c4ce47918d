import Foundation
import TestSupport

@testable import QuizExporter

/// Importers and schema checkers outside this package, run where they are installed.
enum RealReader {
  static func python(with module: String) -> String? { Python.with(module) }
  static func run(_ command: [String]) -> Python.Outcome? { Python.run(command) }

  /// Runs a checker from `../shared/accept/quiz` over the files; nil when it, its Python or its module is not there.
  static func check(_ script: String, module: String, arguments: [String] = [], files: [(name: String, bytes: [UInt8])]) throws
    -> Python.Outcome?
  {
    guard let folder = SharedInputs.folder, SharedInputs.has("accept/quiz/\(script)"), let python = python(with: module) else {
      return nil
    }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var paths: [String] = []
    for file in files {
      let url = scratch.appendingPathComponent(file.name)
      try Data(file.bytes).write(to: url)
      paths.append(url.path)
    }
    return run([python, folder.appendingPathComponent("accept/quiz/\(script)").path] + arguments + paths)
  }

  static func has(_ script: String, module: String) -> Bool {
    SharedInputs.has("accept/quiz/\(script)") && python(with: module) != nil
  }
}

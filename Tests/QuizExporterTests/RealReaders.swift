import Foundation
import TestSupport

@testable import QuizExporter

/// Importers and schema checkers outside this package, run where they are installed.
enum RealReader {
  /// A Python that has `module`: `TAMRA_PYTHON`, the project's `.tools`, then `python3`. nil when none has it.
  static func python(with module: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let candidates: [String?] = [
      environment["TAMRA_PYTHON"], packageRoot.appendingPathComponent(".tools/venv/bin/python").path, "/usr/bin/python3",
    ]
    return candidates.compactMap { $0 }.first { path in
      FileManager.default.isExecutableFile(atPath: path) && run([path, "-c", "import \(module)"])?.status == 0
    }
  }

  struct Outcome {
    let status: Int32
    let output: String
  }

  static func run(_ command: [String]) -> Outcome? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }

  /// Runs a checker from `../shared/accept/quiz` over the files; nil when it, its Python or its module is not there.
  static func check(_ script: String, module: String, arguments: [String] = [], files: [(name: String, bytes: [UInt8])]) throws
    -> Outcome?
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

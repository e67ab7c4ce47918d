import Foundation

/// Programs outside this package that tests ask for a second opinion.
public enum Python {
  public struct Outcome {
    public let status: Int32
    public let output: String
  }

  /// A Python that has `module`: `TAMRA_PYTHON`, the project's `.tools`, then `python3`. nil when none has it.
  public static func with(_ module: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let candidates: [String?] = [
      environment["TAMRA_PYTHON"], packageRoot.appendingPathComponent(".tools/venv/bin/python").path, "/usr/bin/python3",
    ]
    return candidates.compactMap { $0 }.first { path in
      FileManager.default.isExecutableFile(atPath: path) && run([path, "-c", "import \(module)"])?.status == 0
    }
  }

  public static func run(_ command: [String]) -> Outcome? {
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
}

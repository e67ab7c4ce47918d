import Foundation
import Synchronization

/// Runs another program to its end, fed on standard input, with a time limit and nothing inherited it does not need.
package struct ToolProcess: Sendable {
  package struct Output: Sendable {
    package var standardOutput: [UInt8]
    package var standardError: String
    package var status: Int32
    package var timedOut: Bool
  }

  package var program: String
  package var arguments: [String]
  package var environment: [String: String]

  package init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// - Parameter limit: seconds after which the program is killed.
  /// - Throws: `Failure` when the program cannot be started.
  package func run(input: [UInt8] = [], limit: Double) throws -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var variables = ["LC_ALL": "C.UTF-8", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    if let home = ProcessInfo.processInfo.environment["HOME"] { variables["HOME"] = home }
    process.environment = variables.merging(environment) { $1 }
    let standardInput = Pipe()
    let standardOutput = Pipe()
    let standardError = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    do { try process.run() } catch {
      throw Failure(
        .io, thai: "เรียก \(program) ไม่ได้: ตรวจว่ามีโปรแกรมนี้ และค่า TAMRA_PYTHON หากตั้งไว้",
        english: "cannot run \(program): check that it exists, and TAMRA_PYTHON if it is set")
    }

    let collected = Mutex((output: [UInt8](), error: [UInt8]()))
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "tamra.tool", attributes: .concurrent)
    queue.async(group: group) {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(input))
      try? standardInput.fileHandleForWriting.close()
    }
    queue.async(group: group) {
      let data = standardOutput.fileHandleForReading.readDataToEndOfFile()
      collected.withLock { $0.output = [UInt8](data) }
    }
    queue.async(group: group) {
      let data = standardError.fileHandleForReading.readDataToEndOfFile()
      collected.withLock { $0.error = [UInt8](data) }
    }
    let timedOut = group.wait(timeout: .now() + limit) == .timedOut
    if timedOut {
      kill(process.processIdentifier, SIGKILL)
      group.wait()
    }
    process.waitUntilExit()
    return collected.withLock {
      Output(
        standardOutput: $0.output, standardError: String(decoding: $0.error, as: UTF8.self), status: process.terminationStatus,
        timedOut: timedOut)
    }
  }
}

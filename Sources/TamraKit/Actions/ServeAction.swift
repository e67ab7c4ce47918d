import Diagnostics
import Foundation
import Synchronization

/// `tamra serve`: builds into a folder of its own, shows it on loopback, and builds again when a file is saved.
package struct ServeAction: Sendable {
  private let request: CourseRequest
  private let port: UInt16

  /// - Parameter port: 0 for any free one.
  package init(_ request: CourseRequest, port: UInt16 = 0) {
    self.request = request
    self.port = port
  }

  /// Runs until the process is told to stop.
  package func run(_ console: Console) async throws -> Int32 {
    let folder = try request.folder()
    let output = folder.root + "/.tamra/preview"
    let build = BuildAction(request, output: output)
    var watch = FolderWatch(CourseFolder.sources.map { folder.root + "/" + $0 })
    _ = try build.run(console)
    let version = Mutex(1)
    let server = PreviewServer(publicFolder: FileReading.resolved(output + "/public") ?? output + "/public") {
      version.withLock { $0 }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run(port: port) { address in
            console.say(Wording(thai: "เปิด \(address) (กด Ctrl-C เพื่อหยุด)", english: "open \(address) (Ctrl-C stops)"))
          }
        } catch let error as Failure {
          throw error
        } catch {
          throw Failure(
            .io, thai: "ใช้พอร์ต \(port) ไม่ได้: เลือกพอร์ตอื่นด้วย --port",
            english: "port \(port) cannot be used: choose another with --port")
        }
      }
      while !Task.isCancelled {
        try await Task.sleep(for: .milliseconds(100))
        guard !watch.changes().isEmpty else { continue }
        do {
          _ = try build.run(console)
        } catch let failure as Failure {
          console.say("tamra: " + failure.message.text(in: console.language))
          continue
        }
        version.withLock { $0 += 1 }
      }
      group.cancelAll()
    }
    return 0
  }
}

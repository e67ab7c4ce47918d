import Diagnostics
import Foundation
import Synchronization

/// `tamra serve`: builds into a folder of its own, shows it on loopback, and builds again when a file is saved.
package struct ServeAction: Sendable {
  private let request: CourseRequest
  private let port: UInt16
  private let makesAll: Bool

  /// - Parameters:
  ///   - port: 0 for any free one.
  ///   - makesAll: sheets, banks and downloads too, which take longer than a writer will wait.
  package init(_ request: CourseRequest, port: UInt16 = 0, makesAll: Bool = false) {
    self.request = request
    self.port = port
    self.makesAll = makesAll
  }

  /// Runs until the process is told to stop.
  package func run(_ console: Console) async throws -> Int32 {
    let folder = try request.folder()
    let output = try folder.own(".tamra/preview")
    _ = try folder.own(".tamra/preview/public")
    let build = BuildAction(request, output: output, leavesOutFiles: !makesAll)
    var watch = FolderWatch(CourseFolder.sources.map { folder.root + "/" + $0 })
    let state = PreviewState()
    let kept = KeptReadings()
    let events = FolderEvents(CourseFolder.sources.map { folder.root + "/" + $0 })
    var early = rebuild(build, kept, state, console)
    var shown: Set<String> = []
    let server = PreviewServer(publicFolder: FileReading.resolved(output + "/public") ?? output + "/public", state: state)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await serve(server, console) }
      while !Task.isCancelled {
        // A tenth of the time for looking, at most: ten thousand folders take a while.
        let start = ContinuousClock.now
        let changed = await watch.settledChanges()
        guard changed.isEmpty else {
          show(changed.filter { !shown.contains($0) }, early, state)
          shown = []
          early = rebuild(build, kept, state, console)
          continue
        }
        shown = try await Self.told(by: events, within: max(.milliseconds(5), (ContinuousClock.now - start) * 9))
        show(shown, early, state)
      }
      group.cancelAll()
    }
    return 0
  }

  /// What the system tells of, once it has been silent for a moment; nothing where it says nothing for so long.
  private static func told(by events: FolderEvents?, within time: Duration) async throws -> Set<String> {
    guard let events else {
      try await Task.sleep(for: time)
      return []
    }
    let start = ContinuousClock.now
    var told: Set<String> = []
    while ContinuousClock.now - start < (told.isEmpty ? time : time + .milliseconds(500)) {
      let more = events.read()
      if more.isEmpty, !told.isEmpty { break }
      told.formUnion(more)
      try await Task.sleep(for: .milliseconds(5))
    }
    return told
  }

  /// What cannot be shown early is shown when it is built.
  private func show(_ paths: some Collection<String>, _ early: EarlyPages?, _ state: PreviewState) {
    if let early, (try? early.write(paths)) == true { state.show() }
  }

  /// - Returns: what can be shown of the next save before it is built.
  private func rebuild(
    _ build: BuildAction, _ kept: KeptReadings, _ state: PreviewState, _ console: Console
  ) -> EarlyPages? {
    do {
      let result = try build.build(
        console, kept: kept,
        firstDone: {
          state.show()
          // The browser needs the cores now; the pages that follow can wait for it.
          if state.isWatched { Thread.sleep(forTimeInterval: 0.15) }
        })
      build.report(result, console)
      state.publish(result.diagnostics, language: console.language, source: result.source)
      return result.early
    } catch {
      let reason = (error as? Failure)?.message.text(in: console.language) ?? "\(error)"
      console.endProgress()
      console.say("tamra: " + reason)
      state.publish([], failure: reason, language: console.language)
      return nil
    }
  }

  /// On the port asked for, or on a free one where that is taken.
  private func serve(_ server: PreviewServer, _ console: Console) async throws {
    let isOpen = Mutex(false)
    func run(_ port: UInt16) async throws {
      try await server.run(port: port) { address in
        isOpen.withLock { $0 = true }
        console.say(Wording(thai: "เปิด \(address) (กด Ctrl-C เพื่อหยุด)", english: "open \(address) (Ctrl-C stops)"))
      }
    }
    do {
      try await run(port)
    } catch {
      guard port != 0, !isOpen.withLock({ $0 }), !Task.isCancelled else { throw error }
      console.say(
        Wording(thai: "พอร์ต \(port) มีโปรแกรมอื่นใช้อยู่ จึงใช้พอร์ตอื่น", english: "port \(port) is taken: using another"))
      try await run(0)
    }
  }
}

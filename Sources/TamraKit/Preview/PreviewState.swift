import Diagnostics
import Rendering
import Synchronization

/// What the preview knows of its last build: open pages ask for it, the watcher tells it.
package final class PreviewState: Sendable {
  private struct Held {
    var version = 1
    var findings: [UInt8] = Array(#"{"diagnostics":[],"summary":""}"#.utf8)
    /// Those who want to know of the next version, by ticket.
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var tickets = 0

    mutating func rise() -> [CheckedContinuation<Void, Never>] {
      version += 1
      defer { waiting = [:] }
      return Array(waiting.values)
    }
  }
  private let held = Mutex(Held())
  private let patience: Duration

  /// - Parameter patience: how long who asks for the next version is kept waiting when there is none.
  package init(patience: Duration = .seconds(10)) { self.patience = patience }

  /// Grows when pages have changed: as soon as those somebody waits for are there, and when a build has ended.
  package var version: Int { held.withLock { $0.version } }
  /// Whether anybody has asked for versions: a page is open, or was.
  package var isWatched: Bool { held.withLock { $0.tickets > 0 } }
  /// `{summary, diagnostics: [{severity, message, file, line, column, repair}]}`, in the language of the terminal.
  package var findings: [UInt8] { held.withLock { $0.findings } }

  /// The pages of what was saved are there; the others follow.
  package func show() { for one in held.withLock({ $0.rise() }) { one.resume() } }

  /// A build has ended.
  ///
  /// - Parameter failure: why it could not be done at all.
  package func publish(
    _ diagnostics: [Diagnostic], failure: String? = nil, language: Language, source: (String) -> SourceText? = { _ in nil }
  ) {
    let findings = Self.json(diagnostics, failure, language, source)
    let waiting = held.withLock {
      $0.findings = findings
      return $0.rise()
    }
    for one in waiting { one.resume() }
  }

  /// The version as soon as it is another than `known`, and when `patience` is over or the asking task is cancelled in any case.
  package func version(after known: Int?) async -> Int {
    let ticket = held.withLock { state in
      state.tickets += 1
      return state.tickets
    }
    let clock = Task {
      try? await Task.sleep(for: patience)
      release(ticket)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { one in
        let mustWait = held.withLock { state in
          guard state.version == known, !Task.isCancelled else { return false }
          state.waiting[ticket] = one
          return true
        }
        if !mustWait { one.resume() }
      }
    } onCancel: {
      release(ticket)
    }
    clock.cancel()
    return version
  }

  private func release(_ ticket: Int) { held.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume() }

  private static func json(
    _ diagnostics: [Diagnostic], _ failure: String?, _ language: Language, _ source: (String) -> SourceText?
  ) -> [UInt8] {
    // Notes stand in the terminal; a page has room for what needs mending, worst first.
    let told = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity == .warning }
    let errors = told.count { $0.severity == .error } + (failure == nil ? 0 : 1)
    let warnings = told.count { $0.severity == .warning }
    let summary = Wording(
      thai: "ผิด \(errors) แห่ง ควรแก้ \(warnings) แห่ง",
      english: "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")")
    var lines: [String: LineIndex] = [:]
    var json = JSONBuffer(isPretty: false, isScriptSafe: true)
    json.object { json in
      json.field("summary", summary.text(in: language))
      json.array("diagnostics", [failure].compactMap { $0 }.map { ($0, nil as Diagnostic?) } + told.prefix(100).map { ("", $0) }) {
        json, row in
        json.object { json in
          json.field("severity", row.1?.severity.rawValue ?? Severity.error.rawValue)
          json.field("message", row.1?.message.text(in: language) ?? row.0)
          json.field("repair", row.1?.repair?.text(in: language))
          guard let span = row.1?.span else { return }
          json.field("file", span.file)
          if lines[span.file] == nil { lines[span.file] = source(span.file).map { LineIndex($0) } }
          guard let place = lines[span.file]?.location(of: span.range.lowerBound) else { return }
          json.field("line", place.line)
          json.field("column", place.column)
        }
      }
    }
    return json.bytes
  }
}

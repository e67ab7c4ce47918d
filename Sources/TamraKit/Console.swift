import Diagnostics
import Foundation
import Glibc
import Synchronization

/// The terminal, or whatever stands for it: where results, messages and progress go, and in which language.
package struct Console: Sendable {
  package var language: Language
  /// True when messages may be coloured: a terminal that has not asked for none.
  package var isColoured: Bool
  private let output: @Sendable ([UInt8]) -> Void
  private let messages: @Sendable (String) -> Void
  private let progress: Progress?

  package init(
    language: Language, isColoured: Bool = false, output: @escaping @Sendable ([UInt8]) -> Void,
    messages: @escaping @Sendable (String) -> Void
  ) {
    self.language = language
    self.isColoured = isColoured
    self.output = output
    self.messages = messages
    self.progress = nil
  }

  /// The process's own standard output and error.
  ///
  /// - Parameter language: nil takes `LC_ALL`, `LC_MESSAGES` or `LANG`: Thai when it starts with `th`, else English.
  package static func standard(language: Language?, environment: [String: String]) -> Console {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isTerminal = isatty(2) == 1
    return Console(
      language: language ?? (locale.hasPrefix("th") ? .thai : .english),
      isColoured: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb",
      progress: isTerminal ? Progress() : nil)
  }

  private init(language: Language, isColoured: Bool, progress: Progress?) {
    self.language = language
    self.isColoured = isColoured
    self.progress = progress
    output = { bytes in
      var start = 0
      while start < bytes.count {
        let wrote = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.map { $0 + start }, bytes.count - start) }
        if wrote > 0 { start += wrote } else if errno != EINTR { return }
      }
    }
    messages = { text in
      progress?.clear()
      FileHandle.standardError.write(Data((text + "\n").utf8))
    }
  }

  /// A result, on standard output.
  package func print(_ bytes: [UInt8]) { output(bytes) }
  package func print(_ text: String) { output(Array((text + "\n").utf8)) }

  /// A message, on standard error.
  package func say(_ wording: Wording) { messages(wording.text(in: language)) }
  package func say(_ text: String) { messages(text) }

  /// How far a long piece of work is; shown on a terminal once it has taken a second, never in a pipe.
  package func step(_ wording: Wording, _ done: Int, of total: Int) {
    progress?.show("\(wording.text(in: language)) \(done)/\(total)")
  }

  package func endProgress() { progress?.clear() }
}

/// The one line that is rewritten in place: a class because all threads share it and its clock.
private final class Progress: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var last = ContinuousClock.now
    var isShown = false
  }
  private let state = Mutex(State())

  func show(_ text: String) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.start > .seconds(1), now - state.last > .milliseconds(100) else { return }
      state.last = now
      state.isShown = true
      FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
  }

  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
  }
}

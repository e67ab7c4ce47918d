import CourseReader
import Diagnostics
import Packing
import Synchronization

/// What pass one made of each chapter, kept between the builds of one process: a save then reads one chapter anew, not all.
///
/// A reading depends on the chapter's bytes, its file and the settings of the course, and on nothing else; it is given out again only where all
/// three are the same. A class because the builds of a preview share it, and the threads of one build fill it.
package final class KeptReadings: Sendable {
  struct Reading: Sendable {
    var chapter: ChapterReading
    var items: (drafts: [AuthoredItems.Draft], diagnostics: [Diagnostic])
  }

  private struct Held: Sendable {
    var name: String
    /// Of the chapter's bytes.
    var hash: UInt64
    var reading: Reading
  }
  private struct State: Sendable {
    var settings: CourseSettings?
    var held: [String: Held] = [:]
  }
  private let state = Mutex(State())

  package init() {}

  /// Lets go of all that was read under other settings, and of chapters that are no more.
  ///
  /// - Returns: whether anything is left.
  func prepare(_ settings: CourseSettings, files: [CourseFolder.ChapterFile]) -> Bool {
    let paths = Set(files.map(\.path))
    return state.withLock { state in
      if state.settings != settings { state.held = [:] }
      state.settings = settings
      state.held = state.held.filter { paths.contains($0.key) }
      return !state.held.isEmpty
    }
  }

  /// As it was read before; nil for a chapter that is new or has changed.
  ///
  /// - Parameter hash: `contentHash` of its bytes.
  func reading(of file: CourseFolder.ChapterFile, hash: UInt64) -> Reading? {
    guard let held = state.withLock({ $0.held[file.path] }), held.name == file.name, held.hash == hash else { return nil }
    return held.reading
  }

  func keep(_ reading: Reading, of file: CourseFolder.ChapterFile, hash: UInt64) {
    state.withLock { $0.held[file.path] = Held(name: file.name, hash: hash, reading: reading) }
  }
}

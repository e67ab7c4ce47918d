import CourseReader
import Diagnostics
import Packing
import Synchronization

/// What pass one made of each chapter, kept between builds, in one process or by a file: a save then reads one chapter anew, not all.
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
    /// nil until it is asked for, where it was kept in a file.
    var reading: Reading?
    /// nil for a chapter with items of its author's, which are read again by every process.
    var packed: [UInt8]?
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
      if let known = state.settings, known != settings { state.held = [:] }
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
    if let reading = held.reading { return reading }
    guard let packed = held.packed else { return nil }
    var reader = PackReader(packed)
    guard let chapter = try? ChapterReading(unpacking: &reader), reader.isAtEnd, chapter.file == file.path else { return nil }
    let reading = Reading(chapter: chapter, items: ([], []))
    state.withLock { $0.held[file.path]?.reading = reading }
    return reading
  }

  func keep(_ reading: Reading, of file: CourseFolder.ChapterFile, hash: UInt64) {
    var packed: PackWriter?
    if reading.items.drafts.isEmpty, reading.items.diagnostics.isEmpty {
      packed = PackWriter()
      packed?.add(reading.chapter)
    }
    let held = Held(name: file.name, hash: hash, reading: reading, packed: packed?.bytes)
    state.withLock { $0.held[file.path] = held }
  }

  // MARK: In a file

  private static let header = Array("tamra readings 1\n".utf8)

  var isEmpty: Bool { state.withLock(\.held.isEmpty) }

  /// Takes over what another process kept of the same course under the same settings; nothing of bytes that are something else.
  func take(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.header) else { return }
    var reader = PackReader(bytes, from: Self.header.count)
    let read = try? reader.list { reader in
      (file: try reader.next() as String, name: try reader.next() as String, hash: try reader.hash(), packed: try reader.data())
    }
    guard let read, reader.isAtEnd else { return }
    state.withLock { state in
      for held in read { state.held[held.file] = Held(name: held.name, hash: held.hash, reading: nil, packed: held.packed) }
    }
  }

  /// For `take`. O(bytes).
  func packed() -> [UInt8] {
    let held = state.withLock { $0.held }.filter { $0.value.packed != nil }.sorted { $0.key < $1.key }
    let room = held.reduce(16) { $0 + $1.key.utf8.count + $1.value.name.utf8.count + ($1.value.packed?.count ?? 0) + 24 }
    var out = PackWriter(Self.header, capacity: room)
    out.add(held) { out, held in
      out.add(held.key)
      out.add(held.value.name)
      out.add(held.value.hash)
      out.add(held.value.packed ?? [])
    }
    return out.bytes
  }
}

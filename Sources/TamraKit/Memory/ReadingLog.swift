import CourseReader
import Diagnostics
import Foundation
import Glibc
import Packing
import Synchronization

/// Readings of chapters on disk, so that a build in another process reads only those that changed: pass one's own memory.
///
/// A reading depends on the chapter's bytes, its file and folder, the settings of the course and the reader, and on nothing else: whatever is
/// found under the same of all of them is good, whoever left it. The file only grows, an entry with its own hash at a time, so that a killed build
/// leaves the entries it had written; when half of it is of no use any more, it is written anew. Entries are read where they are asked for:
/// memory holds where they stand. A class because the threads of one build fill it. Whatever goes wrong with it costs time alone.
final class ReadingLog: Sendable {
  private struct Entry: Sendable {
    var name: String
    /// Of the chapter's bytes.
    var text: UInt64
    /// Of the whole entry, from its head on.
    var offset: Int
    var count: Int
  }
  private struct State: Sendable {
    var entries: [String: Entry] = [:]
    var size = 0
  }

  private let path: String
  private let descriptor: Int32
  private let state: Mutex<State>
  /// Of entries that nobody asks for any more, the least that is worth writing the file anew for.
  private static let leastWaste = 1 << 20
  /// The length of what follows and a hash of it.
  private static let headSize = 16

  /// nil where the file can neither be read nor made.
  ///
  /// - Parameter key: what readings depend on beside their chapters; a file with another is begun anew.
  init?(_ path: String, key: UInt64) {
    self.path = path
    try? FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return nil }
    let header = Self.header(key)
    if Self.read(descriptor, at: 0, count: header.count) != header {
      guard ftruncate(descriptor, 0) == 0, NewFile.put(header, descriptor) else {
        close(descriptor)
        return nil
      }
    }
    state = Mutex(Self.scan(descriptor, from: header.count))
  }

  deinit { close(descriptor) }

  private static func header(_ key: UInt64) -> [UInt8] {
    var out = PackWriter(Array("tamra readings 1\n".utf8))
    out.add(key)
    return out.bytes
  }

  /// As it was read before; nil for a chapter that is new or has changed.
  ///
  /// - Parameter text: `contentHash` of its bytes.
  func reading(of file: CourseFolder.ChapterFile, text: UInt64) -> ChapterReading? {
    guard let entry = state.withLock({ $0.entries[file.path] }), entry.name == file.name, entry.text == text,
      let bytes = Self.read(descriptor, at: entry.offset, count: entry.count), let body = Self.body(bytes)
    else { return nil }
    var reader = PackReader(body)
    guard let known = try? Self.names(&reader), known == (file.path, file.name, text),
      let reading = try? reader.next() as ChapterReading, reader.isAtEnd
    else { return nil }
    return reading
  }

  func keep(_ reading: ChapterReading, of file: CourseFolder.ChapterFile, text: UInt64) {
    var body = PackWriter()
    body.add(file.path)
    body.add(file.name)
    body.add(text)
    body.add(reading)
    var entry = PackWriter(capacity: body.bytes.count + Self.headSize)
    entry.add(UInt64(body.bytes.count))
    entry.add(contentHash(body.bytes))
    let bytes = entry.bytes + body.bytes
    state.withLock { state in
      guard NewFile.put(bytes, descriptor) else { return }
      // Where it went is where the file ended: another process may have written meanwhile.
      let end = Int(lseek(descriptor, 0, SEEK_END))
      state.entries[file.path] = Entry(name: file.name, text: text, offset: end - bytes.count, count: bytes.count)
      state.size = end
    }
  }

  /// Writes the file anew without what none of these chapters has any more, where that is most of it.
  func tidy(_ files: [CourseFolder.ChapterFile]) {
    let state = state.withLock { $0 }
    let live = files.compactMap { state.entries[$0.path] }
    guard state.size > 2 * live.reduce(0, { $0 + $1.count }) + Self.leastWaste,
      let header = Self.read(descriptor, at: 0, count: Self.header(0).count)
    else { return }
    let bytes = live.reduce(into: header) { $0 += Self.read(descriptor, at: $1.offset, count: $1.count) ?? [] }
    try? NewFile.replace(path, bytes)
  }

  // MARK: The file

  /// The entries of the file, the last of each chapter; what follows a damaged one is none.
  private static func scan(_ descriptor: Int32, from start: Int) -> State {
    var state = State(size: Int(lseek(descriptor, 0, SEEK_END)))
    var offset = start
    while offset + headSize < state.size {
      // Names of a file and its folder fit into what is read at once, or the entry is left out.
      guard let bytes = read(descriptor, at: offset, count: min(2048, state.size - offset)) else { break }
      var reader = PackReader(bytes)
      guard let length = try? reader.hash(), (try? reader.hash()) != nil, length < UInt64(state.size - offset - headSize + 1) else {
        break
      }
      let count = headSize + Int(length)
      if let known = try? names(&reader) {
        state.entries[known.file] = Entry(name: known.name, text: known.text, offset: offset, count: count)
      }
      offset += count
    }
    return state
  }

  private static func names(_ reader: inout PackReader) throws -> (file: String, name: String, text: UInt64) {
    (file: try reader.next(), name: try reader.next(), text: try reader.hash())
  }

  /// What an entry holds; nil where it is not what was written.
  private static func body(_ entry: [UInt8]) -> [UInt8]? {
    var reader = PackReader(entry)
    guard let length = try? reader.hash(), let hash = try? reader.hash(), length == UInt64(entry.count - headSize) else {
      return nil
    }
    let body = Array(entry[headSize...])
    return contentHash(body) == hash ? body : nil
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      while got < count {
        let part = pread(descriptor, buffer.baseAddress.map { $0 + got }, count - got, off_t(offset + got))
        if part > 0 { got += part } else if part == 0 || errno != EINTR { break }
      }
    }
    return bytes.count == count ? bytes : nil
  }
}

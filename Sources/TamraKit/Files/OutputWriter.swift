import Diagnostics
import Foundation
import Glibc
import Synchronization

/// The only thing that writes a generated folder.
///
/// It changes files whose bytes change and no others, puts each into place whole (a temporary file, then a rename), and
/// deletes only what its own manifest lists. The manifest grows before each new file is written, so that a run killed at any
/// moment leaves nothing the next run does not know. A class because one folder has one writer, shared by all threads.
package final class OutputWriter: Sendable {
  package struct Summary: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var deleted = 0

    static func += (a: inout Summary, b: Summary) {
      a.written += b.written
      a.unchanged += b.unchanged
      a.deleted += b.deleted
    }
  }

  static let manifestName = ".tamra-manifest"
  private static let header = "tamra output 1"
  private static let temporaryPrefix = ".tamra-part-"

  private struct State {
    var folders: Set<String> = []
    var known: Set<String>
    var current: Set<String> = []
    var summary = Summary()
    var serial = 0
  }

  package let folder: String
  private let lock: Int32
  private let journal: Int32
  private let state: Mutex<State>

  /// Takes the folder: creates it, or finds it empty or its own.
  ///
  /// - Throws: `Failure` when the folder holds anything the manifest does not vouch for, is being written by another
  ///   process, or cannot be written.
  package init(folder: String) throws {
    self.folder = folder
    try Self.makeFolders(folder)
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw Self.unwritable(folder, errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw Failure(
        .io, thai: "มี tamra อีกตัวกำลังเขียน \(folder): รอให้เสร็จแล้วสั่งใหม่",
        english: "another tamra is writing \(folder): wait for it, then run again")
    }
    do {
      let manifest = folder + "/" + Self.manifestName
      let known = try Self.readManifest(manifest, folder: folder)
      let journal = open(manifest, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard journal >= 0 else { throw Self.unwritable(manifest, errno) }
      if known == nil { try Self.writeAll(journal, Array((Self.header + "\n").utf8), manifest) }
      self.journal = journal
      self.state = Mutex(State(known: known ?? []))
    } catch {
      Self.release(lock)
      throw error
    }
    self.lock = lock
    removeTemporaries()
  }

  /// What a killed run left beside the files it was writing: in the folder itself, and where the manifest has files.
  private func removeTemporaries() {
    let parents = state.withLock { Set($0.known.map(Self.parent(of:))) }
    for parent in parents.union([""]) where Self.isOwn(parent, in: folder) {
      let path = parent.isEmpty ? folder : folder + "/" + parent
      for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name.hasPrefix(Self.temporaryPrefix) {
        unlink(path + "/" + name)
      }
    }
  }

  private static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  deinit {
    close(journal)
    Self.release(lock)
  }

  /// Closing alone would leave the lock to a program that another thread is just starting, until that program runs.
  private static func release(_ lock: Int32) {
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// Puts a file into the folder; a file that has these bytes already is not touched. Safe from any thread.
  ///
  /// - Throws: `Failure` when the path would leave the folder or the system refuses.
  package func write(_ path: String, _ bytes: [UInt8]) throws {
    guard Self.isInside(path) else {
      throw Failure(.io, thai: "ชื่อไฟล์ \(path) ออกนอกโฟลเดอร์ผลลัพธ์", english: "\(path) would leave the output folder")
    }
    let target = folder + "/" + path
    let temporary = try state.withLock { state -> String in
      state.current.insert(path)
      if state.known.insert(path).inserted { try Self.writeAll(journal, Array((path + "\n").utf8), Self.manifestName) }
      let parent = Self.parent(of: path)
      if !parent.isEmpty { try Self.prepare(parent, in: folder, &state.folders) }
      state.serial += 1
      // Beside its target: file systems keep the files of one folder together.
      return (parent.isEmpty ? folder : folder + "/" + parent) + "/" + Self.temporaryPrefix + String(state.serial)
    }
    if Self.holds(target, bytes) {
      state.withLock { $0.summary.unchanged += 1 }
      return
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw Self.unwritable(temporary, errno) }
    do {
      defer { close(descriptor) }
      try Self.writeAll(descriptor, bytes, target)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw Self.unwritable(target, code)
    }
    state.withLock { $0.summary.written += 1 }
  }

  /// Keeps a file of an earlier run that this run did not need to make again.
  package func keep(_ path: String) {
    state.withLock { state in
      guard state.known.contains(path), state.current.insert(path).inserted else { return }
      state.summary.unchanged += 1
    }
  }

  /// Puts newer bytes into a file that the last run wrote, between two runs: the next makes it anew and knows it by its stamp.
  ///
  /// - Returns: false where no such file stands, or another process writes the folder.
  static func replace(_ path: String, with bytes: [UInt8], in folder: String) throws -> Bool {
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { return false }
    defer { release(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0, isInside(path), isOwn(parent(of: path), in: folder),
      FileReading.kind(of: folder + "/" + path) == .file
    else { return false }
    try NewFile.replace(folder + "/" + path, bytes)
    return true
  }

  /// The paths of this run so far, from the folder.
  package var paths: [String] { state.withLock { Array($0.current) } }

  /// Absolute paths of all that this run wrote or left as it was, in order.
  package var outputs: [String] { state.withLock { $0.current.sorted() }.map { folder + "/" + $0 } }

  /// Deletes what earlier runs wrote and this one did not, and settles the manifest.
  package func finish() throws -> Summary {
    try state.withLock { state in
      for path in state.known.subtracting(state.current).sorted() where Self.isInside(path) {
        let target = folder + "/" + path
        // A manifest that somebody else wrote may name files behind a link: what is not below the folder is nobody's to delete.
        guard Self.isOwn(Self.parent(of: path), in: folder), FileReading.kind(of: target) == .file, unlink(target) == 0 else {
          continue
        }
        state.summary.deleted += 1
        var parent = Self.parent(of: path)
        while !parent.isEmpty, rmdir(folder + "/" + parent) == 0 { parent = Self.parent(of: parent) }
      }
      let text = ([Self.header] + state.current.sorted()).joined(separator: "\n") + "\n"
      let manifest = folder + "/" + Self.manifestName
      if !Self.holds(manifest, Array(text.utf8)) {
        let temporary = folder + "/" + Self.temporaryPrefix + "manifest"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw Self.unwritable(temporary, errno) }
        defer { close(descriptor) }
        try Self.writeAll(descriptor, Array(text.utf8), manifest)
        guard rename(temporary, manifest) == 0 else { throw Self.unwritable(manifest, errno) }
      }
      return state.summary
    }
  }

  // MARK: The manifest

  /// The paths an earlier run vouched for; nil for a folder that is empty.
  private static func readManifest(_ manifest: String, folder: String) throws -> Set<String>? {
    guard let kind = FileReading.kind(of: manifest) else {
      let strangers = try FileManager.default.contentsOfDirectory(atPath: folder)
      guard strangers.isEmpty else { throw foreign(folder, strangers.sorted()[0]) }
      return nil
    }
    guard kind == .file else { throw foreign(folder, manifestName) }
    let lines = String(decoding: try FileReading.bytes(at: manifest), as: UTF8.self).split(separator: "\n")
    guard let first = lines.first else { return nil }
    guard first == header else { throw foreign(folder, manifestName) }
    return Set(lines.dropFirst().map(String.init).filter(isInside))
  }

  private static func foreign(_ folder: String, _ name: String) -> Failure {
    Failure(
      .io, thai: "\(folder) มีไฟล์อยู่แล้ว (เช่น \(name)) และไม่ใช่โฟลเดอร์ที่ tamra สร้าง: เลือกโฟลเดอร์ว่าง หรือย้ายไฟล์ออกก่อน",
      english: "\(folder) holds files tamra did not write (\(name) for one): choose an empty folder, or move them away")
  }

  /// Whether a folder below `folder`, or itself where the path is empty, is reached through folders alone, none a link.
  private static func isOwn(_ path: String, in folder: String) -> Bool {
    var path = path
    while !path.isEmpty {
      guard FileReading.kind(of: folder + "/" + path) == .folder else { return false }
      path = parent(of: path)
    }
    return true
  }

  /// A relative path of plain names.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.count < 4096
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) && !$0.utf8.contains(0x0A) && $0.utf8.count < 256
      } && path != manifestName
  }

  // MARK: The system

  private static func prepare(_ path: String, in folder: String, _ made: inout Set<String>) throws {
    guard !made.contains(path) else { return }
    var built = ""
    for name in path.split(separator: "/") {
      built += built.isEmpty ? String(name) : "/" + name
      guard made.insert(built).inserted else { continue }
      let target = folder + "/" + built
      switch FileReading.kind(of: target) {
      case .folder: continue
      case nil:
        guard mkdir(target, 0o755) == 0 || errno == EEXIST else { throw unwritable(target, errno) }
      default: throw unwritable(target, ENOTDIR)
      }
    }
  }

  private static func makeFolders(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw unwritable(path, errno == 0 ? EACCES : errno)
    }
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return false }
    return (try? FileReading.bytes(at: path)) == bytes
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws {
    guard NewFile.put(bytes, descriptor) else { throw unwritable(path, errno) }
  }

  private static func unwritable(_ path: String, _ code: Int32) -> Failure {
    let reason = String(cString: strerror(code))
    return Failure(
      .io, thai: "เขียน \(path) ไม่ได้ (\(reason)): ตรวจสิทธิ์และเนื้อที่ว่าง หรือใช้ --output กับโฟลเดอร์อื่น",
      english: "cannot write \(path) (\(reason)): check permissions and free space, or give another folder with --output")
  }
}

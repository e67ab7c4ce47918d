import Glibc

/// Is told by the system that something below some folders changed, to look at once and not when its turn comes: a hint, since events are lost
/// and folders moved. `FolderWatch` says what changed in truth.
///
/// A class because it owns a descriptor. nil where the system tells nobody, or has no room for as many folders.
final class FolderEvents {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_DONT_FOLLOW)

  init?(_ folders: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for folder in folders where !add(folder) { return nil }
  }

  deinit { close(descriptor) }

  /// A folder and all below it. False where there is no room for them.
  private func add(_ folder: String) -> Bool {
    guard FileReading.kind(of: folder) == .folder else { return true }
    let watch = inotify_add_watch(descriptor, folder, Self.mask)
    guard watch >= 0 else { return errno == ENOENT || errno == ENOTDIR }
    folders[watch] = folder
    for name in (try? FileReading.names(in: folder)) ?? [] where !add(folder + "/" + name) { return false }
    return true
  }

  /// Paths of which something was told since the last call, without waiting.
  func read() -> Set<String> {
    var paths: Set<String> = []
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: MemoryLayout<inotify_event>.alignment) { room in
      while true {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        guard count > 0 else { return }
        var i = 0
        let head = MemoryLayout<inotify_event>.size
        while i + head <= count {
          let event = room.loadUnaligned(fromByteOffset: i, as: inotify_event.self)
          let length = Int(event.len)
          guard i + head + length <= count else { return }
          let name = String(decoding: room[i + head..<i + head + length].prefix { $0 != 0 }, as: UTF8.self)
          i += head + length
          guard let folder = folders[event.wd], !name.isEmpty, !name.hasPrefix(".") else { continue }
          let path = folder + "/" + name
          paths.insert(path)
          if event.mask & UInt32(IN_ISDIR) != 0, event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { _ = add(path) }
        }
      }
    }
    return paths
  }
}

import Foundation
import Glibc

/// Sees that files below some folders changed, by looking: editors save in too many ways (rename, truncate, swap files) to
/// rely on being told, and a look at a course of a few thousand files costs milliseconds.
package struct FolderWatch: Sendable {
  private let folders: [String]
  private var seen: [String: Stamp]

  private struct Stamp: Equatable {
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
  }

  package init(_ folders: [String]) {
    self.folders = folders
    self.seen = Self.look(folders)
  }

  /// The paths that came, went or changed since the last look, in order.
  package mutating func changes() -> [String] {
    let now = Self.look(folders)
    let changed = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] }
    seen = now
    return changed.sorted()
  }

  private static func look(_ folders: [String]) -> [String: Stamp] {
    var found: [String: Stamp] = [:]
    var waiting = folders
    while let path = waiting.popLast() {
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        waiting += ((try? FileReading.names(in: path)) ?? []).map { path + "/" + $0 }
      } else {
        found[path] = Stamp(
          inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
          nanoseconds: status.st_mtim.tv_nsec)
      }
    }
    return found
  }
}

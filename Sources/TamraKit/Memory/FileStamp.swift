import Glibc

/// What the file system says of a file without opening it. A file whose stamp is the same has the same bytes, unless it was changed
/// again within the grain of the clock: who must be sure then reads it.
struct FileStamp: Hashable, Sendable {
  var inode: UInt64
  var size: Int64
  /// Nanoseconds since 1970.
  var modified: Int64
  /// As `modified`, of the last change of anything about the file: nobody can set it back.
  var changed: Int64
}

extension FileStamp {
  /// Of the file itself, or of what a link leads to; nil where nothing stands.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
  }

  /// Every file at or below some paths, links to files followed, links to folders not; names that start with a dot are nobody's.
  static func below(_ paths: [String]) -> (files: [String: FileStamp], hasLinkedFolder: Bool) {
    var found: [String: FileStamp] = [:]
    var hasLinkedFolder = false
    var waiting = paths
    while let path = waiting.popLast() {
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: waiting += ((try? FileReading.names(in: path)) ?? []).map { path + "/" + $0 }
      case S_IFLNK:
        var target = stat()
        let leads = stat(path, &target) == 0
        if leads, target.st_mode & S_IFMT == S_IFDIR { hasLinkedFolder = true }
        found[path] = FileStamp(leads ? target : status)
      default: found[path] = FileStamp(status)
      }
    }
    return (found, hasLinkedFolder)
  }
}

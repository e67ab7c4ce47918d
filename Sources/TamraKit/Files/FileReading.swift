import Diagnostics
import Foundation
import Glibc

/// Reads files without following anything out of the folder they belong to.
package enum FileReading {
  /// The bytes of a regular file, at most `limit` of them: one more than a limit tells the caller that the file is over it.
  ///
  /// - Throws: `Failure` with the path and the system's reason.
  package static func bytes(at path: String, limit: Int = .max) throws -> [UInt8] {
    try reading(path) { descriptor, size in
      let wanted = min(size, limit)
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        failure = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, &count)
      }
      if failure != 0 { throw unreadable(path, failure) }
      return bytes
    }
  }

  /// The bytes of a regular file, `size` at a time but for the last, which may be empty.
  ///
  /// - Throws: `Failure`, as `bytes(at:limit:)`.
  static func pieces(at path: String, size: Int, _ body: (UnsafeRawBufferPointer) -> Void) throws {
    try reading(path) { descriptor, _ in
      try withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
        var count = size
        while count == size {
          count = 0
          let failure = fill(buffer, from: descriptor, &count)
          if failure != 0 { throw unreadable(path, failure) }
          body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
      }
    }
  }

  private static func reading<Value>(_ path: String, _ body: (_ descriptor: Int32, _ size: Int) throws -> Value) throws -> Value {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL) }
    return try body(descriptor, Int(status.st_size))
  }

  /// Reads until the buffer is full or the file ends; the system's reason where it cannot, else 0.
  private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, _ count: inout Int) -> Int32 {
    while count < buffer.count {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if got > 0 {
        count += got
      } else if got == 0 {
        return 0
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// The names in a folder in byte order, without those that start with a dot.
  package static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw unreadable(folder, errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  package enum Kind { case file, folder, link, other }

  /// What stands at a path, links not followed; nil for nothing.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path with every link resolved; nil when it leads nowhere or round in a loop.
  package static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func unreadable(_ path: String, _ code: Int32) -> Failure {
    let reason = String(cString: strerror(code))
    return Failure(
      .io, thai: "อ่าน \(path) ไม่ได้ (\(reason)): ตรวจว่ามีไฟล์นี้และมีสิทธิ์อ่าน",
      english: "cannot read \(path) (\(reason)): check that it exists and that you may read it")
  }
}

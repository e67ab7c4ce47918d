import Diagnostics
import Foundation

/// Writes files that are the author's from then on: made whole, never over something that is there.
package enum NewFile {
  /// - Throws: `Failure` when the path is taken or cannot be written.
  package static func write(_ path: String, _ bytes: [UInt8]) throws {
    guard FileReading.kind(of: path) == nil else {
      throw Failure(.io, thai: "มีไฟล์ \(path) อยู่แล้ว จึงไม่เขียนทับ", english: "\(path) exists already and was not overwritten")
    }
    try replace(path, bytes)
  }

  /// Puts a file in place whole, over an earlier one: for `--output FILE`, where the user named it.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws {
    try folder(of: path)
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch { throw unwritable(path) }
  }

  /// As `replace(_:_:)`, part after part.
  static func replace(_ path: String, _ parts: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
    try folder(of: path)
    let temporary = path + ".part"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw unwritable(path) }
    do {
      defer { close(descriptor) }
      try parts { part in
        guard Self.put(part, descriptor) else { throw unwritable(path) }
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      unlink(temporary)
      throw unwritable(path)
    }
  }

  /// Whether all bytes went into the file, at its end.
  static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let wrote = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress.map { $0 + start }, bytes.count - start) }
      if wrote > 0 { start += wrote } else if wrote == 0 || errno != EINTR { return false }
    }
    return true
  }

  private static func folder(of path: String) throws {
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw unwritable(path) }
  }

  private static func unwritable(_ path: String) -> Failure {
    Failure(
      .io, thai: "เขียน \(path) ไม่ได้: ตรวจสิทธิ์และเนื้อที่ว่าง", english: "cannot write \(path): check permissions and free space")
  }
}

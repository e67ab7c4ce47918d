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
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.withUnsafeBytes { raw in
        // Without a copy: what builds remember is large.
        guard let start = raw.baseAddress else { return try Data().write(to: url, options: .atomic) }
        let data = Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: raw.count, deallocator: .none)
        try data.write(to: url, options: .atomic)
      }
    } catch {
      throw Failure(
        .io, thai: "เขียน \(path) ไม่ได้: ตรวจสิทธิ์และเนื้อที่ว่าง", english: "cannot write \(path): check permissions and free space")
    }
  }
}

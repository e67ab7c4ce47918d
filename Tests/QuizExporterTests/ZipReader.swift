import Rendering
import Foundation

/// Reads stored zips by their central directory, checking sizes and checksums.
enum ZipReader {
  struct Broken: Error { let reason: String }

  static func names(_ zip: [UInt8]) throws -> [String] { try entries(zip).map(\.name) }

  static func files(_ zip: [UInt8]) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try entries(zip) { files[entry.name] = entry.bytes }
    return files
  }

  private static func entries(_ zip: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    func u16(_ at: Int) -> Int { Int(zip[at]) | Int(zip[at + 1]) << 8 }
    func u32(_ at: Int) -> Int { u16(at) | u16(at + 2) << 16 }
    guard zip.count >= 22, u32(zip.count - 22) == 0x0605_4B50 else { throw Broken(reason: "no end record") }
    var at = u32(zip.count - 6)
    var found: [(String, [UInt8])] = []
    for _ in 0..<u16(zip.count - 12) {
      guard u32(at) == 0x0201_4B50 else { throw Broken(reason: "no directory entry") }
      let nameLength = u16(at + 28)
      let name = String(decoding: zip[at + 46..<at + 46 + nameLength], as: UTF8.self)
      let local = u32(at + 42)
      guard u32(local) == 0x0403_4B50, u16(local + 8) == 0 else { throw Broken(reason: "\(name): not stored") }
      let start = local + 30 + u16(local + 26) + u16(local + 28)
      let bytes = Array(zip[start..<start + u32(at + 24)])
      guard CRC32Check.of(bytes) == UInt32(u32(at + 16)) else { throw Broken(reason: "\(name): checksum") }
      found.append((name, bytes))
      at += 46 + nameLength + u16(at + 30) + u16(at + 32)
    }
    return found
  }
}

/// Bit by bit, without the table of the code under test.
enum CRC32Check {
  static func of(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// A zip with the same bytes for the same files: stored, in the order given, dated 1 January 1980, names in UTF-8.
///
/// Stored, because the importers unpack at once and a deterministic deflate would tie us to one release of zlib.
package struct ZipArchive: Sendable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private var names: Set<String> = []

  package init() {}

  /// A second file of one name is left out: readers disagree about which counts.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    guard names.insert(name).inserted else { return }
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    let name = Array(name.utf8)
    let checksum = CRC32.of(content)
    let size = UInt32(truncatingIfNeeded: content.count)
    // Version 2.0; bit 11: the name is UTF-8; method 0; time 0; date 1980-01-01.
    var header: [UInt8] = []
    header.append16(20)
    header.append16(0x0800)
    header.append16(0)
    header.append16(0)
    header.append16(0x0021)
    header.append32(checksum)
    header.append32(size)
    header.append32(size)
    header.append16(UInt16(truncatingIfNeeded: name.count))
    header.append16(0)
    bytes.append32(0x0403_4B50)
    bytes += header
    bytes += name
    bytes += content
    directory.append32(0x0201_4B50)
    directory.append16(20)
    directory += header
    // Comment length, disk, internal attributes.
    directory.append16(0)
    directory.append16(0)
    directory.append16(0)
    directory.append32(0)
    directory.append32(offset)
    directory += name
    count += 1
  }

  package mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  package func finished() -> [UInt8] {
    var out = bytes
    let offset = UInt32(truncatingIfNeeded: out.count)
    out += directory
    out.append32(0x0605_4B50)
    out.append16(0)
    out.append16(0)
    out.append16(UInt16(truncatingIfNeeded: count))
    out.append16(UInt16(truncatingIfNeeded: count))
    out.append32(UInt32(truncatingIfNeeded: directory.count))
    out.append32(offset)
    out.append16(0)
    return out
  }
}

/// The checksum of zip (ISO 3309, polynomial EDB88320).
package enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { i in
    (0..<8).reduce(UInt32(i)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  package static func of(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    return ~crc
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append32(_ value: UInt32) {
    append16(UInt16(truncatingIfNeeded: value))
    append16(UInt16(truncatingIfNeeded: value >> 16))
  }
}

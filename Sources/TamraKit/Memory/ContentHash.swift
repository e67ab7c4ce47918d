/// Bytes as one number: a change of content changes it but once in 2⁶⁴. Not for anybody who means harm.
struct ContentHash {
  private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var count = 0

  /// - Precondition: all pieces but the last are whole words of eight bytes.
  mutating func add(_ raw: UnsafeRawBufferPointer) {
    var i = 0
    while i + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    guard i < raw.count else { return count += raw.count }
    var rest: UInt64 = 0
    for k in i..<raw.count { rest = rest << 8 | UInt64(raw[k]) }
    mix(rest)
    count += raw.count
  }

  var value: UInt64 {
    var last = self
    last.mix(UInt64(count))
    return last.hash
  }

  private mutating func mix(_ word: UInt64) {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    hash = (high ^ low) &+ 0xE703_7ED1_A0B4_28DB
  }
}

func contentHash(_ bytes: [UInt8]) -> UInt64 {
  var hash = ContentHash()
  bytes.withUnsafeBytes { hash.add($0) }
  return hash.value
}

/// A file is read a mebibyte at a time: a program may be larger than all else a build holds.
func contentHash(ofFile path: String) throws -> UInt64 {
  var hash = ContentHash()
  try FileReading.pieces(at: path, size: 1 << 20) { hash.add($0) }
  return hash.value
}

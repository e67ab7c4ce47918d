import Packing

/// A file is read a mebibyte at a time: a program may be larger than all else a build holds.
func contentHash(ofFile path: String) throws -> UInt64 {
  var hash = ContentHash()
  try FileReading.pieces(at: path, size: 1 << 20) { hash.add($0) }
  return hash.value
}

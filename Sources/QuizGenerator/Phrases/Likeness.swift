/// How much two Thai phrases say the same, told from their letters alone.
///
/// A phrase is the set of its three-letter runs, hashed into 512 bits: marks and spaces are left out, so spelling variants
/// and line breaks weigh little. Making one costs one pass over the bytes, comparing two costs eight words.
struct Likeness: Hashable, Sendable {
  private var bits: SIMD8<UInt64> = .zero
  private var count = 0

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { Likeness($0) }
  }

  init(_ bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBufferPointer { Likeness($0) } }

  private init(_ source: UnsafeBufferPointer<UInt8>) {
    var words = InlineArray<8, UInt64>(repeating: 0)
    var a: UInt32 = 0
    var b: UInt32 = 0
    var seen = 0
    var i = 0
    while i < source.count {
      let byte = source[i]
      var letter = UInt32(byte)
      if byte == 0xE0, i + 2 < source.count {
        if Letters.isMark(source[i + 1], source[i + 2]) {
          i += 3
          continue
        }
        letter = UInt32(source[i + 1]) << 8 | UInt32(source[i + 2])
        i += 3
      } else {
        i += 1
        if byte == 0x20 || byte == 0x28 || byte == 0x29 || byte >= 0x80 { continue }
        if byte >= 0x41 && byte <= 0x5A { letter |= 0x20 }
      }
      seen += 1
      if seen >= 3 {
        var hash = (a &* 0x9E37_79B1) ^ (b &* 0x85EB_CA77) ^ (letter &* 0xC2B2_AE3D)
        hash ^= hash >> 15
        words[Int(hash & 7)] |= 1 &<< UInt64((hash >> 8) & 63)
      }
      a = b
      b = letter
    }
    for i in 0..<8 { bits[i] = words[i] }
    count = Self.count(bits)
  }

  /// The larger share of one phrase's runs that the other has too, 0 to 1: containment, not mere overlap, because a
  /// short distractor inside a long key is also right.
  func containment(with other: Likeness) -> Double {
    let mine = count
    let theirs = other.count
    guard mine > 0, theirs > 0 else { return 0 }
    let both = Self.count(bits & other.bits)
    return Double(both) / Double(min(mine, theirs))
  }

  /// The share of this phrase's runs that the other has too, 0 to 1.
  func share(in other: Likeness) -> Double { count == 0 ? 0 : Double(Self.count(bits & other.bits)) / Double(count) }

  private static func count(_ bits: SIMD8<UInt64>) -> Int {
    var count = 0
    for i in 0..<8 { count += bits[i].nonzeroBitCount }
    return count
  }
}

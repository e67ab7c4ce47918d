/// Numbers and orders that depend on a text alone, the same in every process and on every machine.
enum StableOrder {
  /// FNV-1a over the bytes, for identifiers: they are ASCII and need no normalising.
  ///
  /// - Parameter salt: tells independent decisions about one record apart.
  static func hash(_ text: String, _ salt: UInt64 = 0) -> UInt64 {
    var h = 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15)
    var text = text
    text.withUTF8 { for byte in $0 { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 } }
    h = (h ^ (h >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return h ^ (h >> 29)
  }

  /// The elements in an order fixed by `seed` (Fisher and Yates, SplitMix64).
  static func shuffled<T>(_ elements: [T], seed: UInt64) -> [T] {
    guard elements.count > 1 else { return elements }
    var elements = elements
    var state = seed
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      z ^= z >> 31
      elements.swapAt(i, Int(z % UInt64(i + 1)))
    }
    return elements
  }
}

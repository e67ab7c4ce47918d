/// Names and numbers made from a record's identifier, the same in every build.
enum StableID {
  /// FNV-1a, 64 bits, stirred.
  static func number(_ text: String, _ salt: UInt64 = 0) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15)
    var text = text
    text.withUTF8 { for byte in $0 { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 } }
    h = (h ^ (h >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return h ^ (h >> 29)
  }

  /// Eight letters of base 32.
  static func short(_ text: String) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let n = number(text)
    return String(decoding: (0..<8).map { letters[Int((n >> UInt64($0 * 5)) & 31)] }, as: UTF8.self)
  }
}

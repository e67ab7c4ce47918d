import ThaiText

/// Names and numbers made from a record's identifier, the same in every build.
enum StableID {
  static func number(_ text: String, _ salt: UInt64 = 0) -> UInt64 {
    let mixed = (stableHash64(text) ^ (salt &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 29)
  }

  /// Ten ASCII letters and digits, a letter first.
  static func short(_ text: String) -> String { stableHash(text) }
}

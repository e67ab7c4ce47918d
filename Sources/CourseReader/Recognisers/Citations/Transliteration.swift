extension ReadingText {
  /// Whether a Thai run is the sound of a Latin name: «แมคคีลลแลนด์» of «McClelland».
  ///
  /// Compares the strong consonants of both, alike ones as one, by their longest common subsequence. Both are cut to 24 letters.
  func soundsLike(thai: Range<Int>, latin: Range<Int>) -> Bool {
    let a = thaiSounds(thai)
    let b = latinSounds(latin)
    guard let first = a.first, let other = b.first, Self.alike(first, other) else { return false }
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = Self.alike(x, y) ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return 10 * 2 * (row.last ?? 0) >= 6 * (a.count + b.count)
  }

  private static func alike(_ a: UInt8, _ b: UInt8) -> Bool {
    if a == b { return true }
    // k ~ j, j ~ s, f ~ p: letters that Thai hears either way.
    let pair = (min(a, b), max(a, b))
    return pair == (6, 7) || pair == (7, 8) || pair == (3, 4) || pair == (2, 8)
  }

  /// ห as the sound h: not silenced, not leading another consonant.
  private func isSoundedH(at i: Int) -> Bool {
    guard let next = thai(at: i + 3) else { return true }
    switch next {
    case 0x4C, 0x07, 0x0D, 0x19, 0x21, 0x22, 0x23, 0x25, 0x27: return false
    default: return true
    }
  }

  // 10 h, 1 m, 2 t, 3 p, 4 f v w, 5 l r, 6 k g, 7 j ch, 8 s, 9 n; 0 parts them, so that only letters side by side count once.
  private func thaiSounds(_ range: Range<Int>) -> [UInt8] {
    var sounds: [UInt8] = []
    var last: UInt8 = 0
    var i = range.lowerBound
    while i < range.upperBound, sounds.count < 24 {
      defer { i = after(i) }
      guard let c = thai(at: i) else { continue }
      let sound: UInt8
      switch c {
      case 0x01...0x06: sound = 6
      case 0x07, 0x0D, 0x13, 0x19: sound = 9
      case 0x08, 0x09, 0x0A, 0x0C: sound = 7
      case 0x0B, 0x28, 0x29, 0x2A: sound = 8
      case 0x0E...0x12, 0x14...0x18: sound = 2
      case 0x1A, 0x1B, 0x1C, 0x1E, 0x20: sound = 3
      case 0x1D, 0x1F, 0x27: sound = 4
      case 0x21: sound = 1
      case 0x2E: sound = 10
      case 0x2B: sound = isSoundedH(at: i) ? 10 : 0
      case 0x23, 0x25, 0x2C: sound = 5
      default: sound = 0
      }
      if sound != 0, last != sound { sounds.append(sound) }
      last = sound
    }
    return sounds
  }

  private func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75 || byte == 0x79 || byte > 0x7F || byte == 0x20
      || byte == 0x2D
  }

  private func latinSounds(_ range: Range<Int>) -> [UInt8] {
    var sounds: [UInt8] = []
    var last: UInt8 = 0
    var i = range.lowerBound
    while i < range.upperBound, sounds.count < 24 {
      defer { i = after(i) }
      guard bytes[i] < 0x80 else { continue }
      let next = i + 1 < range.upperBound ? bytes[i + 1] | 0x20 : 0
      let previous = i > range.lowerBound ? bytes[i - 1] | 0x20 : 0x61
      let sound: UInt8
      switch bytes[i] | 0x20 {
      case 0x68: sound = isVowel(next) && (isVowel(previous) || i == range.lowerBound) ? 10 : 0  // h between vowels
      case 0x6D: sound = 1  // m
      case 0x64, 0x74: sound = 2  // d t
      case 0x62: sound = 3  // b
      case 0x70: sound = next == 0x68 ? 4 : 3  // p, ph
      case 0x66, 0x76, 0x77: sound = 4  // f v w
      case 0x6C, 0x72: sound = 5  // l r
      case 0x63: sound = next == 0x65 || next == 0x69 ? 8 : next == 0x68 ? 7 : 6  // ce ci, ch, c
      case 0x6B, 0x71, 0x67, 0x78: sound = 6  // k q g x
      case 0x6A: sound = 7  // j
      case 0x73, 0x7A: sound = 8  // s z
      case 0x6E: sound = 9  // n
      default: sound = 0
      }
      if sound != 0, last != sound { sounds.append(sound) }
      last = sound
    }
    return sounds
  }
}

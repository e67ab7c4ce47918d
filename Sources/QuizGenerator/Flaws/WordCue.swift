/// Six graphemes of the stem that only the key repeats: a test-wise student picks it unread.
struct WordCue: Sendable {
  static let length = 6
  private let filter: [UInt64]
  private let stem: [UInt16]

  init(stem: String) {
    self.stem = Self.letters(stem)
    filter = self.stem.withUnsafeBufferPointer { stem in
      [UInt64](unsafeUninitializedCapacity: 64) { filter, count in
        filter.initialize(repeating: 0)
        count = 64
        for start in 0..<max(0, stem.count - Self.length + 1) {
          let hash = Self.hash(stem, start)
          filter[Int(hash >> 6) & 63] |= 1 << UInt64(hash & 63)
        }
      }
    }
  }

  /// True when the key shares a run with the stem that none of the others has, or lacks one that all the others share.
  func gives(away key: String, others: [String]) -> Bool {
    let (key, others) = (OptionShape(key), others.map(OptionShape.init))
    return isAlone(runs(of: key.letters), among: others) || runMissing(in: key, others: others) != nil
  }

  /// A run of the stem that every other option repeats and the key alone does not.
  func runMissing(in key: OptionShape, others: [OptionShape]) -> String? {
    guard others.count >= 2 else { return nil }
    // The shortest of them has the fewest runs, and what all share it has too.
    let first = others.min { $0.letters.count < $1.letters.count }?.letters ?? []
    guard first.count >= Self.length else { return nil }
    for run in runs(of: first) {
      if !Self.contains(key.letters, run), others.allSatisfy({ Self.contains($0.letters, run) }) {
        return String(decoding: run, as: UTF16.self)
      }
    }
    return nil
  }

  private func mayHold(_ hash: UInt32) -> Bool { filter[Int(hash >> 6) & 63] & (1 << UInt64(hash & 63)) != 0 }

  /// The run, as letters without marks, for a message.
  func run(of key: String, others: [String]) -> String? {
    firstAlone(runs(of: Self.letters(key)), among: others.map(OptionShape.init)).map { String(decoding: $0, as: UTF16.self) }
  }

  /// The runs of the stem that a text repeats.
  func runs(of letters: [UInt16]) -> [ArraySlice<UInt16>] {
    var starts: [Int] = []
    letters.withUnsafeBufferPointer { letters in
      for start in 0..<max(0, letters.count - Self.length + 1) where mayHold(Self.hash(letters, start)) { starts.append(start) }
    }
    return starts.map { letters[$0..<$0 + Self.length] }.filter { Self.contains(stem, $0) }
  }

  /// True when one of the key's `runs` is in none of the others.
  func isAlone(_ runs: [ArraySlice<UInt16>], among others: [OptionShape]) -> Bool { firstAlone(runs, among: others) != nil }

  private func firstAlone(_ runs: [ArraySlice<UInt16>], among others: [OptionShape]) -> ArraySlice<UInt16>? {
    // A run that others have but for its first or last letter is chance at the edge of a shared word.
    runs.first { run in
      !others.contains { Self.contains($0.letters, run.dropFirst()) || Self.contains($0.letters, run.dropLast()) }
    }
  }

  /// Letters without marks, spaces and punctuation; Latin in lower case.
  static func letters(_ text: String) -> [UInt16] {
    var text = text
    return text.withUTF8 { bytes in
      var out: [UInt16] = []
      out.reserveCapacity(bytes.count / 3 + 8)
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte == 0xE0, i + 2 < bytes.count, bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9 {
          if !Letters.isMark(bytes[i + 1], bytes[i + 2]) {
            out.append(0x0E00 | UInt16(bytes[i + 1] & 1) << 6 | UInt16(bytes[i + 2] & 0x3F))
          }
          i += 3
        } else {
          if byte >= 0x41 && byte <= 0x5A {
            out.append(UInt16(byte | 0x20))
          } else if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0xC3 && byte < 0xE0) {
            out.append(UInt16(byte))
          }
          i += 1
        }
      }
      return out
    }
  }

  /// Of the run at `start`.
  private static func hash(_ letters: UnsafeBufferPointer<UInt16>, _ start: Int) -> UInt32 {
    var h: UInt32 = 0x811C_9DC5
    for i in start..<start + length { h = (h ^ UInt32(letters[i])) &* 0x0100_0193 }
    return h ^ (h >> 13)
  }

  private static func contains(_ text: [UInt16], _ run: ArraySlice<UInt16>) -> Bool {
    text.withUnsafeBufferPointer { text in
      run.withUnsafeBufferPointer { run in
        guard let first = run.first, text.count >= run.count else { return false }
        for start in 0...(text.count - run.count) where text[start] == first {
          var i = 1
          while i < run.count, text[start + i] == run[i] { i += 1 }
          if i == run.count { return true }
        }
        return false
      }
    }
  }
}

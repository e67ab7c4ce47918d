/// What the phrases of a set begin with. Who looks for them everywhere in a text passes over most letters in a few steps.
///
/// May say yes where no phrase begins, never no where one does. 6.4 kB.
struct PhraseBeginnings: Sendable {
  /// A bit for every two Thai letters.
  private var pairs = [UInt64](repeating: 0, count: 256)
  /// Of those, the ones of phrases that do not begin with four Thai letters.
  private var shortPairs = [UInt64](repeating: 0, count: 256)
  /// A bit for every four Thai letters, by a hash of 14 bits.
  private var fours = [UInt64](repeating: 0, count: 256)
  /// By first byte, of what is not Thai.
  private var others = [Bool](repeating: false, count: 256)

  init(_ phrases: some Sequence<[UInt8]>) {
    for phrase in phrases {
      let text = ReadingText(phrase)
      guard let first = text.thai(at: 0) else {
        if let byte = phrase.first { others[Int(byte)] = true }
        continue
      }
      for second in text.thai(at: 3).map({ $0...$0 }) ?? 0...127 {
        let start = pair(first, second)
        Self.set(start, in: &pairs)
        if let third = text.thai(at: 6), let fourth = text.thai(at: 9) {
          Self.set(four(start, pair(third, fourth)), in: &fours)
        } else {
          Self.set(start, in: &shortPairs)
        }
      }
    }
  }

  /// Calls `body` with tables that look without checks of bounds.
  @inline(__always)
  func withLook<Result>(_ body: (Look) -> Result) -> Result {
    pairs.withUnsafeBufferPointer { pairs in
      shortPairs.withUnsafeBufferPointer { shortPairs in
        fours.withUnsafeBufferPointer { fours in
          others.withUnsafeBufferPointer { body(Look(pairs: pairs, shortPairs: shortPairs, fours: fours, others: $0)) }
        }
      }
    }
  }

  struct Look {
    fileprivate let pairs, shortPairs, fours: UnsafeBufferPointer<UInt64>
    fileprivate let others: UnsafeBufferPointer<Bool>

    /// Whether a phrase may begin at `i`, which is inside the text. A letter beside something that is not Thai is always looked at.
    @inline(__always)
    func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
      guard bytes[i] == 0xE0 else { return others[Int(bytes[i])] }
      guard i + 5 < bytes.count, bytes[i + 3] == 0xE0 else { return true }
      let start = letters(bytes, i)
      guard has(start, pairs) else { return false }
      if has(start, shortPairs) { return true }
      return i + 11 < bytes.count && bytes[i + 6] == 0xE0 && bytes[i + 9] == 0xE0 && has(four(start, letters(bytes, i + 6)), fours)
    }

    /// Two letters; of another script's something that fits the tables.
    @inline(__always)
    private func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
      pair((bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F), (bytes[i + 4] & 1) << 6 | (bytes[i + 5] & 0x3F))
    }

    @inline(__always)
    private func has(_ bit: Int, _ table: UnsafeBufferPointer<UInt64>) -> Bool { table[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }
  }

  private static func set(_ bit: Int, in table: inout [UInt64]) { table[bit >> 6] |= 1 << UInt64(bit & 63) }
}

/// 14 bits for two letters, each its distance from U+0E00.
@inline(__always)
private func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 7 | Int(second) }

/// 14 bits for two pairs.
@inline(__always)
private func four(_ first: Int, _ second: Int) -> Int {
  Int((UInt32(truncatingIfNeeded: first << 14 | second) &* 0x9E37_79B1) >> 18)
}

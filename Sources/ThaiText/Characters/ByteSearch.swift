extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on; nil when there is none.
  ///
  /// Eight bytes at a time: in a word with what is looked for taken away by exclusive or, the lowest byte that is zero is where
  /// subtracting one from each borrows first.
  package func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let sought = UInt64(byte) &* ones
    let raw = UnsafeRawBufferPointer(self)
    var i = Swift.max(0, start)
    while i + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) ^ sought
      let zeros = (word &- ones) & ~word & (ones << 7)
      if zeros != 0 { return i + zeros.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < count {
      if self[i] == byte { return i }
      i += 1
    }
    return nil
  }
}

extension String {
  package func holds(byte: UInt8) -> Bool { utf8Span.span.withUnsafeBufferPointer { $0.first(byte) != nil } }
}

/// Three letters in a row, the units that search looks up.
///
/// Letters are folded: Thai as it is, Latin in lower case, Thai digits as Arabic, white space as if it were not there. Each becomes a
/// symbol of seven bits; every other character ends a run. A gram is its three symbols, `a << 14 | b << 7 | c`, where `c` is 0 for the
/// last two letters of a run, so that two letters alone can be looked up too.
package enum LetterGrams {
  static let symbolCount = 128
  static let gramCount = 1 << 21

  /// The different grams of a text, the lowest first. O(bytes), and a pass over 4 KiB of bits that say which of 256 KiB are set: an index of
  /// bits gives order and difference at once, where a sort or a hash table would cost more than the reading.
  package static func distinct(in text: [UInt8]) -> PackedNumbers {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: gramCount / 64 + gramCount / 4096) { room in
      let words = gramCount / 64
      let used = UnsafeMutableBufferPointer(rebasing: room[words...])
      used.initialize(repeating: 0)
      let bits = UnsafeMutableBufferPointer(rebasing: room[..<words])
      text.withUnsafeBufferPointer { mark($0, in: bits, used) }
      var out = PackedNumbers(capacity: text.count / 3)
      for (block, set) in used.enumerated() where set != 0 {
        var blocks = set
        while blocks != 0 {
          let i = block << 6 | blocks.trailingZeroBitCount
          blocks &= blocks &- 1
          var rest = bits[i]
          while rest != 0 {
            out.append(UInt32(truncatingIfNeeded: i << 6 | rest.trailingZeroBitCount))
            rest &= rest &- 1
          }
        }
      }
      return out
    }
  }

  /// - Parameter used: which words of `bits` hold something; the others are not initialised.
  private static func mark(
    _ text: UnsafeBufferPointer<UInt8>, in bits: UnsafeMutableBufferPointer<UInt64>, _ used: UnsafeMutableBufferPointer<UInt64>
  ) {
    var a: UInt32 = 0
    var b: UInt32 = 0
    var i = 0
    let end = text.count
    while i <= end {
      var symbol: UInt32 = 0
      if i == end {
        i += 1
      } else {
        let byte = text[i]
        i += 1
        if byte == 0xE0, i + 1 < end, text[i] & 0xFE == 0xB8 {
          symbol = thaiSymbol(UInt32(text[i] & 1) << 6 | UInt32(text[i + 1] & 0x3F))
          i += 2
        } else if byte == 0x20 || byte & 0xC0 == 0x80 {
          continue
        } else if byte < 0x80 {
          symbol = asciiSymbol(byte)
        }
      }
      if a != 0 {
        let gram = a << 14 | b << 7 | symbol
        let word = Int(gram >> 6)
        let flag: UInt64 = 1 << UInt64(word & 63)
        let old = used[word >> 6] & flag == 0 ? 0 : bits[word]
        used[word >> 6] |= flag
        bits[word] = old | 1 << UInt64(gram & 63)
      }
      a = symbol == 0 ? 0 : b
      b = symbol
    }
  }

  /// `offset` counts from U+0E00: letters, marks, ฯ and ๆ 1…78, digits as Arabic, the rest of the block no letters.
  @inline(__always)
  private static func thaiSymbol(_ offset: UInt32) -> UInt32 {
    if offset <= 0x4E { return offset }
    return offset >= 0x50 && offset <= 0x59 ? 80 + offset - 0x50 : 0
  }

  @inline(__always)
  private static func asciiSymbol(_ byte: UInt8) -> UInt32 {
    let lower = byte | 0x20
    if lower >= 0x61 && lower <= 0x7A { return 90 + UInt32(lower - 0x61) }
    return byte >= 0x30 && byte <= 0x39 ? 80 + UInt32(byte - 0x30) : 0
  }
}

/// Ascending numbers, each kept as its distance from the one before in seven bits a byte: a page's grams in a third of their size.
package struct PackedNumbers: Sequence, Sendable {
  /// As they are kept in memory and on disk.
  package private(set) var bytes: [UInt8] = []
  private var last: UInt32 = 0
  package private(set) var count = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// - Parameter bytes: of other packed numbers, as many as `count`; nothing can be appended to them.
  package init(bytes: [UInt8], count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// - Precondition: not below the number before.
  mutating func append(_ number: UInt32) {
    var rest = number &- last
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
    last = number
    count += 1
  }

  package func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  package struct Iterator: IteratorProtocol {
    let bytes: [UInt8]
    private var i = 0
    private var last: UInt32 = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    package mutating func next() -> UInt32? {
      guard i < bytes.count else { return nil }
      var distance: UInt32 = 0
      var shift: UInt32 = 0
      while i < bytes.count {
        let byte = bytes[i]
        i += 1
        distance |= UInt32(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      last &+= distance
      return last
    }
  }
}

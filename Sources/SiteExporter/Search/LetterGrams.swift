/// Three letters in a row, the units that search looks up.
///
/// Letters are folded: Thai as it is, Latin in lower case, Thai digits as Arabic, white space as if it were not there. Each becomes a
/// symbol of seven bits; every other character ends a run. A gram is its three symbols, `a << 14 | b << 7 | c`, where `c` is 0 for the
/// last two letters of a run, so that two letters alone can be looked up too.
package enum LetterGrams {
  static let symbolCount = 128
  static let gramCount = 1 << 21

  /// The different grams of a text, in no order that means anything. O(bytes).
  package static func distinct(in text: [UInt8]) -> [UInt32] {
    // Room for twice as many as there can be: no gram without a letter of its own, no more grams than exist.
    let letters = text.withUnsafeBufferPointer { text in
      var letters = 0
      for byte in text { letters &+= byte & 0xC0 == 0x80 ? 0 : 1 }
      return letters
    }
    var size = 64
    while size < 2 * min(letters, gramCount) { size *= 2 }
    var found = 0
    let table = [UInt32](unsafeUninitializedCapacity: size) { table, count in
      table.initialize(repeating: 0)
      count = size
      found = text.withUnsafeBufferPointer { collect($0, in: table) }
    }
    return [UInt32](unsafeUninitializedCapacity: found) { out, count in
      for gram in table where gram != 0 && count < found {
        out.initializeElement(at: count, to: gram)
        count += 1
      }
    }
  }

  /// Puts every gram into its slot or the next free one; returns how many there are.
  private static func collect(_ text: UnsafeBufferPointer<UInt8>, in table: UnsafeMutableBufferPointer<UInt32>) -> Int {
    let mask = UInt32(truncatingIfNeeded: table.count - 1)
    var found = 0
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
        var slot = (gram &* 0x9E37_79B1) >> 11 & mask
        while table[Int(slot)] != gram {
          if table[Int(slot)] == 0 {
            table[Int(slot)] = gram
            found += 1
            break
          }
          slot = (slot &+ 1) & mask
        }
      }
      a = symbol == 0 ? 0 : b
      b = symbol
    }
    return found
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

/// Finds lines and columns of byte offsets in one text.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. Making it costs one pass over the bytes; a look-up costs O(log lines) and at most 4 KiB of
/// the text, however long its lines are.
package struct LineIndex: Sendable {
  private let text: SourceText
  private let starts: [Int32]
  /// How many scalars begin before each block of `blockSize` bytes.
  private let scalarsBefore: [Int32]

  private static let blockSize = 4096

  package init(_ text: SourceText) {
    self.text = text
    var starts: [Int32] = [0]
    var scalarsBefore: [Int32] = []
    text.bytes.withUnsafeBytes { bytes in
      var scalars = 0
      for block in stride(from: 0, to: bytes.count, by: Self.blockSize) {
        scalarsBefore.append(Int32(clamping: scalars))
        scalars += scalarCount(bytes, block..<min(block + Self.blockSize, bytes.count))
      }
      var i = 0
      while i < bytes.count {
        if i + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          if !holds(word, 0x0A), !holds(word, 0x0D) {
            i += 8
            continue
          }
        }
        for k in i..<min(i + 8, bytes.count) where bytes[k] == 0x0A || bytes[k] == 0x0D {
          if bytes[k] == 0x0A || k + 1 >= bytes.count || bytes[k + 1] != 0x0A { starts.append(Int32(clamping: k + 1)) }
        }
        i += 8
      }
    }
    self.starts = starts
    self.scalarsBefore = scalarsBefore
  }

  package var lineCount: Int { starts.count }

  /// The location of a byte offset; past the end, the end. Inside a scalar, the column after it.
  package func location(of offset: Int) -> SourceLocation {
    let offset = min(max(0, offset), text.bytes.count)
    let line = lineNumber(of: offset)
    return SourceLocation(line: line, column: 1 + scalars(before: offset) - scalars(before: Int(starts[line - 1])))
  }

  /// The bytes of a line, counted from 1, without its ending; empty past the last.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 1, line <= starts.count else { return ByteRange(text.bytes.count, text.bytes.count) }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : text.bytes.count
    while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
  }

  private func scalars(before offset: Int) -> Int {
    guard !scalarsBefore.isEmpty else { return 0 }
    let block = min(offset / Self.blockSize, scalarsBefore.count - 1)
    return Int(scalarsBefore[block]) + text.bytes.withUnsafeBytes { scalarCount($0, block * Self.blockSize..<offset) }
  }

  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}

/// How many scalars begin in a range, eight bytes at a time: bytes that go on with one have bit 7 and not bit 6.
private func scalarCount(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
  var count = range.count
  var i = range.lowerBound
  while i + 8 <= range.upperBound {
    let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
    count -= ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
    i += 8
  }
  while i < range.upperBound {
    if bytes[i] & 0xC0 == 0x80 { count -= 1 }
    i += 1
  }
  return count
}

/// Whether one of a word's eight bytes is `byte`.
@inline(__always)
private func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
  let word = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
}

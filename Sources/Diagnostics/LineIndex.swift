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
    let bytes = text.bytes.span
    var scalars = 0
    var block = 0
    while block < bytes.count {
      scalarsBefore.append(Int32(clamping: scalars))
      let end = min(block + Self.blockSize, bytes.count)
      for i in block..<end {
        let byte = bytes[i]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == 0x0A || byte == 0x0D, byte == 0x0A || i + 1 >= bytes.count || bytes[i + 1] != 0x0A {
          starts.append(Int32(clamping: i + 1))
        }
      }
      block = end
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
    var count = Int(scalarsBefore[block])
    for i in block * Self.blockSize..<offset where text.bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
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

/// The bytes of one file as read, with the name records print for it.
package struct SourceText: Sendable {
  package let file: String
  package let bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  package init(file: String, _ text: String) { self.init(file: file, bytes: Array(text.utf8)) }

  /// The text of a range, cut to the file; a half character at either end becomes U+FFFD.
  package func slice(_ range: ByteRange) -> String {
    let lower = min(range.lowerBound, bytes.count)
    let upper = min(range.upperBound, bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  package func span(_ range: ByteRange) -> SourceSpan { SourceSpan(file: file, range: range) }
}

/// A place in a file as people and other programs count: lines and columns from 1, columns in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Finds lines and columns of byte offsets in one text.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. Making it costs one pass over the bytes; a look-up costs O(log lines) and
/// one pass over the line before the offset.
package struct LineIndex: Sendable {
  private let text: SourceText
  private let starts: [Int32]

  package init(_ text: SourceText) {
    self.text = text
    var starts: [Int32] = [0]
    let bytes = text.bytes
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A)) {
        starts.append(Int32(clamping: i + 1))
      }
      i += 1
    }
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// The location of a byte offset; past the end, the end.
  package func location(of offset: Int) -> SourceLocation {
    let offset = min(max(0, offset), text.bytes.count)
    let line = lineNumber(of: offset)
    var column = 1
    for i in Int(starts[line - 1])..<offset where text.bytes[i] & 0xC0 != 0x80 { column += 1 }
    return SourceLocation(line: line, column: column)
  }

  /// The bytes of a line, counted from 1, without its ending; empty past the last.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 1, line <= starts.count else { return ByteRange(text.bytes.count, text.bytes.count) }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : text.bytes.count
    while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
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

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

/// Cuts the line of a table row into cells where cmark does: at each `|` that no backslash stands before.
struct RowSplitter {
  private let source: UnsafeBufferPointer<UInt8>
  private var cursor: Int
  private let end: Int

  /// `range` is the row without container markers and line ending.
  init(_ source: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.source = source
    cursor = range.lowerBound
    end = range.upperBound
    skipPipe()
  }

  /// The bytes of the next cell, blanks at its ends taken off; nil behind the last.
  mutating func next() -> Range<Int>? {
    guard cursor < end else { return nil }
    let start = cursor
    while cursor < end, source[cursor] != UInt8(ascii: "|") || (cursor > start && source[cursor - 1] == UInt8(ascii: "\\")) {
      cursor += 1
    }
    var from = start
    var to = cursor
    skipPipe()
    while from < to, source[from].isSpace { from += 1 }
    while to > from, source[to - 1].isSpace { to -= 1 }
    return from..<to
  }

  private mutating func skipPipe() {
    guard cursor < end, source[cursor] == UInt8(ascii: "|") else { return }
    cursor += 1
    while cursor < end, source[cursor].isSpace { cursor += 1 }
  }

  /// Where the content of a cell stands, its `|` having been `\|`; nil when it is not what stands in `place`.
  func map(_ content: UnsafeBufferPointer<UInt8>, in place: Range<Int>) -> ContentMap? {
    var stretches = [ContentMap.Stretch(content: 0, source: place.lowerBound)]
    var read = 0
    var at = place.lowerBound
    while read < content.count {
      guard at < place.upperBound else { return nil }
      if source[at] == UInt8(ascii: "\\"), at + 1 < place.upperBound, source[at + 1] == UInt8(ascii: "|") {
        at += 1
        if read == 0 { stretches.removeLast() }
        stretches.append(ContentMap.Stretch(content: read, source: at))
      }
      guard source[at] == content[read] else { return nil }
      at += 1
      read += 1
    }
    return at == place.upperBound ? ContentMap(content, stretches: stretches) : nil
  }
}

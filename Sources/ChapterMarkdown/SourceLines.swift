/// Where each line of the text handed to cmark stands in the file. Lines are counted from 1, as cmark counts them, and
/// end at `\n`, `\r\n` or a lone `\r`.
struct SourceLines {
  private let starts: [Int32]
  /// Of the first line handed to cmark, in `starts`.
  private let first: Int
  private let source: UnsafeBufferPointer<UInt8>

  /// `starts` are those of all lines of the text; `base`, the start of one of them, is where cmark begins.
  init(_ source: UnsafeBufferPointer<UInt8>, starts: [Int32], from base: Int) {
    self.source = source
    self.starts = starts
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= base { low = middle } else { high = middle }
    }
    first = low
    self.base = base
  }

  private let base: Int

  var count: Int { starts.count - first }

  /// The bytes of a line without its ending; past the last line, the empty end.
  func line(_ number: Int) -> Range<Int> {
    let index = first + number - 1
    guard number >= 1, index < starts.count else { return source.count..<source.count }
    let start = number == 1 ? base : Int(starts[index])
    var end = index + 1 < starts.count ? Int(starts[index + 1]) : source.count
    if end > start, source[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The number of the line a byte stands on. O(log lines).
  func number(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return max(1, low + 1 - first)
  }

  /// The byte at a column counted from 1, kept within its line.
  func offset(line number: Int, column: Int) -> Int {
    let line = line(number)
    return min(line.upperBound, line.lowerBound + max(0, column - 1))
  }

  /// The end of a line without trailing blanks.
  func trimmedEnd(of number: Int) -> Int {
    let line = line(number)
    var end = line.upperBound
    while end > line.lowerBound, source[end - 1].isBlank { end -= 1 }
    return end
  }
}

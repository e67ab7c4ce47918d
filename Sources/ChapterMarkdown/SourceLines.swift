/// Where each line of the text handed to cmark stands in the file. Lines are counted from 1, as cmark counts them, and
/// end at `\n`, `\r\n` or a lone `\r`.
struct SourceLines {
  private var starts: [Int32] = []
  private let source: UnsafeBufferPointer<UInt8>

  /// One pass over the bytes from `base` on.
  init(_ source: UnsafeBufferPointer<UInt8>, from base: Int) {
    self.source = source
    starts.reserveCapacity((source.count - base) / 64 + 2)
    starts.append(Int32(truncatingIfNeeded: base))
    var i = base
    while i < source.count {
      let byte = source[i]
      i += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(Int32(truncatingIfNeeded: i))
      } else if byte == UInt8(ascii: "\r"), i >= source.count || source[i] != UInt8(ascii: "\n") {
        starts.append(Int32(truncatingIfNeeded: i))
      }
    }
  }

  var count: Int { starts.count }

  /// The bytes of a line without its ending; past the last line, the empty end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return source.count..<source.count }
    let start = Int(starts[number - 1])
    var end = number < starts.count ? Int(starts[number]) : source.count
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
    return low + 1
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

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// What cmark calls a space: blanks, line endings, vertical tab, form feed.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

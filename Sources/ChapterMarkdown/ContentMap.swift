import Diagnostics

/// The bytes a block's inlines were read from, container markers and indentation taken away, and where each byte stands
/// in the file.
///
/// Content is a sequence of stretches that are contiguous in the file: one a line, more where a table cell drops the
/// backslash of `\|`.
struct ContentMap {
  struct Stretch {
    var content: Int
    var source: Int
  }
  let content: UnsafeBufferPointer<UInt8>
  private var first: Stretch
  private var rest: [Stretch] = []

  /// Content that stands in the file as it is, from `source` on.
  init(_ content: UnsafeBufferPointer<UInt8>, at source: Int) {
    self.content = content
    first = Stretch(content: 0, source: source)
  }

  init(_ content: UnsafeBufferPointer<UInt8>, stretches: [Stretch]) {
    self.content = content
    first = stretches.first ?? Stretch(content: 0, source: 0)
    rest = Array(stretches.dropFirst())
  }

  var isContiguous: Bool { rest.isEmpty }

  /// Where a byte of the content stands. O(log stretches).
  func source(of offset: Int) -> Int {
    let stretch = stretch(at: offset)
    return max(0, stretch.source + offset - stretch.content)
  }

  /// The range of the file from one byte of the content to before another.
  func range(_ from: Int, _ to: Int) -> ByteRange {
    guard to > from else {
      let at = source(of: from)
      return ByteRange(at, at)
    }
    return ByteRange(source(of: from), source(of: to - 1) + 1)
  }

  /// Where the stretch that holds `offset` ends, in the content.
  func endOfStretch(at offset: Int) -> Int {
    let next = index(after: offset)
    return next < rest.count ? rest[next].content : content.count
  }

  /// The place in the content of a byte of the file that belongs to it. O(log stretches).
  func contentOffset(of source: Int) -> Int {
    var low = 0
    var high = rest.count
    while low < high {
      let middle = (low + high) / 2
      if rest[middle].source <= source { low = middle + 1 } else { high = middle }
    }
    let stretch = low == 0 ? first : rest[low - 1]
    return min(content.count, max(0, stretch.content + source - stretch.source))
  }

  private func stretch(at offset: Int) -> Stretch {
    if rest.isEmpty { return first }
    let next = index(after: offset)
    return next == 0 ? first : rest[next - 1]
  }

  /// The first of `rest` that starts after `offset`.
  private func index(after offset: Int) -> Int {
    var low = 0
    var high = rest.count
    while low < high {
      let middle = (low + high) / 2
      if rest[middle].content <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

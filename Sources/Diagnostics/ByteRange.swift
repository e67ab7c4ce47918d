/// A run of UTF-8 bytes of one source file, counted from its first byte; `upperBound` is not in it.
///
/// Positions are bytes everywhere inside tamra. Only `LineIndex` turns them into lines and columns, and only
/// `DisplayWidth` into terminal cells. Four bytes a bound: a chapter is at most 8 MiB, a course has millions of ranges.
package struct ByteRange: Hashable, Codable, Sendable, Comparable {
  private var lower: Int32
  private var upper: Int32

  package var lowerBound: Int { Int(lower) }
  package var upperBound: Int { Int(upper) }
  package var count: Int { Int(upper) - Int(lower) }
  package var isEmpty: Bool { lower == upper }
  package var indices: Range<Int> { lowerBound..<upperBound }

  /// Bounds are clamped to 0…2³¹−1 and put in order, so that arithmetic on hostile text cannot trap.
  package init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(clamping: max(0, lower))
    self.upper = Int32(clamping: max(0, max(lower, upper)))
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  package func contains(_ offset: Int) -> Bool { offset >= lowerBound && offset < upperBound }
  package func contains(_ other: ByteRange) -> Bool { other.lower >= lower && other.upper <= upper }
  package func overlaps(_ other: ByteRange) -> Bool { lower < other.upper && other.lower < upper }
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
  package func shifted(by offset: Int) -> ByteRange { ByteRange(lowerBound + offset, upperBound + offset) }

  /// By start, then the longer first: the order in which nested marks open.
  package static func < (a: ByteRange, b: ByteRange) -> Bool { a.lower != b.lower ? a.lower < b.lower : a.upper > b.upper }
}

/// A range of a named file: where a record's words stand, or what a diagnostic is about.
package struct SourceSpan: Hashable, Codable, Sendable, Comparable {
  /// Path from the course folder, with `/`, as records and diagnostics print it.
  package var file: String
  package var range: ByteRange

  package init(file: String, range: ByteRange) {
    self.file = file
    self.range = range
  }

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool { a.file != b.file ? a.file < b.file : a.range < b.range }
}

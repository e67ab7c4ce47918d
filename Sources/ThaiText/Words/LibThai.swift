import CLibThai

/// libthai's word breaker with its dictionary, opened once and shared by all threads: it is read-only after opening.
///
/// A class because the C object has to be given back exactly once, when the last user lets go.
final class LibThai: @unchecked Sendable {
  private let handle: OpaquePointer

  /// libthai's own dictionary, read once: that takes longer than reading a short chapter.
  static let own = LibThai(dictionary: nil)

  /// nil where the dictionary is missing or unreadable; without a path, libthai's own.
  init?(dictionary: String?) {
    guard let handle = dictionary.map({ th_brk_new($0) }) ?? th_brk_new(nil) else { return nil }
    self.handle = handle
  }

  deinit { th_brk_delete(handle) }

  /// Calls `body` with each place inside a run of TIS-620 letters where a word ends and another begins, ascending.
  ///
  /// Long runs are read in pieces of 1,500 letters, the last words of a piece again with the next: libthai's time grows faster than a
  /// run that it has no words for.
  func forEachBreak(in letters: inout [UInt8], scratch: inout [Int32], _ body: (Int) -> Void) {
    let piece = 1500
    if scratch.count < piece { scratch = Array(repeating: 0, count: piece) }
    var start = 0
    while start < letters.count {
      let end = min(start + piece, letters.count)
      let isLast = end == letters.count
      let found = breaks(in: &letters, start..<end, into: &scratch)
      // The last words before a cut may be broken wrongly: they are read again, unless that would bring us nowhere.
      let kept = isLast || found < 8 ? found : found - 4
      for k in 0..<kept { body(start + Int(scratch[k])) }
      if isLast { return }
      let last = kept > 0 ? start + Int(scratch[kept - 1]) : end
      if found < 8 {
        body(end)
        start = end
      } else {
        start = last
      }
    }
  }

  private func breaks(in letters: inout [UInt8], _ range: Range<Int>, into positions: inout [Int32]) -> Int {
    // libthai reads to a NUL: the letter after the piece gives way to one and comes back.
    if range.upperBound == letters.count {
      letters.append(0)
      defer { letters.removeLast() }
      return find(in: letters, from: range.lowerBound, into: &positions)
    }
    let after = letters[range.upperBound]
    letters[range.upperBound] = 0
    defer { letters[range.upperBound] = after }
    return find(in: letters, from: range.lowerBound, into: &positions)
  }

  private func find(in letters: [UInt8], from start: Int, into positions: inout [Int32]) -> Int {
    letters.withUnsafeBufferPointer { text in
      positions.withUnsafeMutableBufferPointer { places in
        guard let text = text.baseAddress, let first = places.baseAddress else { return 0 }
        return max(0, Int(th_brk_find_breaks(handle, text + start, first, places.count)))
      }
    }
  }
}

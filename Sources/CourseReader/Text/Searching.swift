extension RandomAccessCollection where Index == Int {
  /// The first index from which on `belongs` holds, where it holds from some index on. O(log count).
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ReadingText {
  /// The first place inside a range where one of the phrases begins, between letters that can part. O(range).
  func firstPlace(of phrases: PhraseTable<Void>, in range: Range<Int>) -> Int? {
    var i = range.lowerBound
    while i < range.upperBound {
      if canBreak(at: i), phrases.match(self, at: i, end: range.upperBound) != nil { return i }
      i = after(i)
    }
    return nil
  }

  /// As `firstPlace(of:in:)`, the last.
  func lastPlace(of phrases: PhraseTable<Void>, in range: Range<Int>) -> Int? {
    var last: Int?
    var i = range.lowerBound
    while let place = firstPlace(of: phrases, in: i..<range.upperBound) {
      last = place
      i = after(place)
    }
    return last
  }
}

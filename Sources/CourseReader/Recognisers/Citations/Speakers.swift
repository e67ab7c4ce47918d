/// Whose words stand where in a passage, by its citations.
struct Speakers {
  let citations: [CitationDraft]
  /// By citation: the last one up to it that names its subject.
  private let lastSubject: [Int?]
  /// Where the chapter itself speaks again, ascending.
  private let ownVoice: [Int]

  init(citations: [CitationDraft], cues: [Cue]) {
    self.citations = citations
    var last: Int?
    lastSubject = citations.indices.map { index in
      if citations[index].isSubject { last = index }
      return last
    }
    ownVoice = cues.filter { $0.kind == .ownVoice }.map(\.start)
  }

  /// How many citations begin at or before `i`. O(log citations).
  func count(upTo i: Int) -> Int {
    var low = 0
    var high = citations.count
    while low < high {
      let middle = (low + high) / 2
      if citations[middle].range.lowerBound <= i { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isInside(_ i: Int) -> Bool {
    let count = count(upTo: i)
    return count > 0 && citations[count - 1].range.contains(i)
  }

  /// The end of the last citation before `i`: no term reaches back over it.
  func floor(before i: Int) -> Int {
    let count = count(upTo: i)
    return count > 0 ? min(i, citations[count - 1].range.upperBound) : 0
  }

  /// The citation that speaks at `i`: the last one before it that names its subject, unless the chapter has taken the word again.
  func speaker(before i: Int) -> Int? {
    let count = count(upTo: i)
    guard count > 0, let index = lastSubject[count - 1], citations[index].range.upperBound <= i else { return nil }
    var low = 0
    var high = ownVoice.count
    while low < high {
      let middle = (low + high) / 2
      if ownVoice[middle] <= i { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ownVoice[low - 1] >= citations[index].range.upperBound ? nil : index
  }

  /// The citation in brackets that closes what ends at `i`, only spaces between.
  func closing(after i: Int, in text: ReadingText) -> Int? {
    let index = count(upTo: i)
    guard index < citations.count, !citations[index].isSubject else { return nil }
    let bracket = text.bracketStart(before: citations[index].range.lowerBound)
    return bracket <= i || text.trimmed(i..<bracket).isEmpty ? index : nil
  }
}

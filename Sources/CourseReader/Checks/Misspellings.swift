import Diagnostics

/// Common misspellings of academic Thai, each with what is meant.
func misspellings(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.outline.units.indices.flatMap { unit -> [Diagnostic] in
    guard checked.isRead(unit) else { return [] }
    let text = checked.outline.units[unit].passage.text
    var found: [Diagnostic] = []
    var i = 0
    while true {
      i = misspelt.placeToLook(in: text, from: i)
      guard i < text.count else { break }
      guard let match = misspelt.match(text, at: i, end: text.count), text.canBreak(at: i), !text.isThaiTail(at: i + match.length)
      else {
        i = text.after(i)
        continue
      }
      // «จำนงค์» in a name is how the family writes it.
      if !checked.readings[unit].citations.covers(i), let span = checked.span(i..<i + match.length, in: unit) {
        found.append(
          Diagnostic(
            "misspelling", .note, thai: "“\(text.string(i..<i + match.length))” น่าจะสะกดว่า “\(match.value)”",
            english: "“\(text.string(i..<i + match.length))” is usually spelt “\(match.value)”", at: span,
            repair: Wording(thai: "แก้เป็น “\(match.value)”", english: "write “\(match.value)”"), replacement: match.value))
      }
      i += match.length
    }
    return found
  }
}

extension [CitationDraft] {
  /// Whether a place stands inside a citation. They are in source order: O(log citations).
  fileprivate func covers(_ i: Int) -> Bool {
    let index = partitioningIndex { $0.range.upperBound > i }
    return index < count && self[index].range.lowerBound <= i
  }
}

private let misspelt = PhraseTable(misspeltWords.map { ($0.wrong, $0.right) })

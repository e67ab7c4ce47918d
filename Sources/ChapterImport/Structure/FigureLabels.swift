import ThaiText

/// The words inside a figure, which «save as text» sweeps to the end of the file, and the caption they belong under.
///
/// Three short lines at least after the last question or paragraph, none of them a heading or an item. They are given to the caption in whose
/// neighbourhood most of their words stand; without a caption that shares half of them they stay where they are.
struct FigureLabels {
  /// Indices of the passages that are labels, to the end of the text.
  let passages: Range<Int>
  /// Index of the caption; nil where none fits.
  let caption: Int?

  /// nil where the text does not end in labels.
  init?(_ passages: [Passage], breaker: WordBreaker) {
    var start = passages.count
    while start > 0, Self.isLabel(passages[start - 1]) { start -= 1 }
    // The lines right below a heading are its content.
    if start > 0, passages[start - 1].standing != nil { return nil }
    guard passages.count - start >= 3, start > 0 else { return nil }
    self.passages = start..<passages.count
    let words = Set(passages[start...].flatMap { breaker.contentWords($0.text.asText) })
    guard !words.isEmpty else { return nil }
    var best: (index: Int, shared: Int)?
    for index in 0..<start where passages[index].caption?.isTable == false {
      let near = passages[max(0, index - 2)..<min(start, index + 3)]
      let shared = words.intersection(near.flatMap { breaker.contentWords($0.text.asText) }).count
      if shared * 2 >= words.count, shared > best?.shared ?? 0 { best = (index, shared) }
    }
    caption = best?.index
  }

  private static func isLabel(_ passage: Passage) -> Bool {
    passage.width <= HeadingCues.widest && passage.style == .plain && passage.marker == nil && passage.standing == nil
      && passage.caption == nil
      && passage.part == nil && passage.text.last != 0x3F
      && !HeadingCues.announces(passage.text)
  }
}

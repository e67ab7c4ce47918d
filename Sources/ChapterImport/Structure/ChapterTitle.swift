import ThaiText

/// How a chapter opens: its number and title, and what stood before them.
struct ChapterTitle {
  var number: String?
  /// What the chapter is called, with its notes; no text where it names itself nowhere.
  var heading = ChapterBlock.Prose(text: [])
  /// Normalised.
  var title: [UInt8] { heading.text }
  /// The passages that say number and title.
  var passages: Range<Int> = 0..<0
  /// Passages before the opening, which belong to something else.
  var before: Range<Int> = 0..<0
  /// The words that number it, «บทที่ 6»; empty without a number.
  var marker: [UInt8] = []

  /// Looks for «บทที่ …» among the first passages; else the first passage is the title if it reads as one.
  init(_ passages: [Passage]) {
    let near = passages.prefix(12)
    if let index = near.firstIndex(where: { ChapterMarker($0.text) != nil }), let marker = ChapterMarker(passages[index].text),
      near[..<index].allSatisfy({ $0.width <= 160 }), passages[index].canCut(at: marker.titleStart)
    {
      number = marker.number
      before = 0..<index
      let text = passages[index].text
      self.marker = Array(text[..<marker.length])
      heading = passages[index].prose(from: marker.titleStart)
      var end = index + 1
      if title.isEmpty, end < passages.count, Self.isTitle(passages, end) {
        heading = passages[end].prose()
        end += 1
      }
      // A title over two lines: the first ends in a colon.
      if title.last == 0x3A, end < passages.count, Self.isTitle(passages, end) {
        heading = Self.joined(heading, passages[end].prose())
        end += 1
      }
      self.passages = index..<end
    } else if passages.count > 2, passages[0].part?.hasTitle == false, Self.isTitle(passages, 1) {
      heading = Self.joined(passages[0].prose(), passages[1].prose())
      self.passages = 0..<2
    } else if passages.count > 1, Self.isTitle(passages, 0), passages[0].standing == nil, passages[0].marker == nil {
      heading = passages[0].prose()
      self.passages = 0..<1
    }
  }

  /// A title known from elsewhere; the first passage is it, where it says the same.
  init(named title: [UInt8], _ passages: [Passage]) {
    heading.text = title
    if let first = passages.first, comparisonKey(first.text) == comparisonKey(title) {
      heading = first.prose()
      self.passages = 0..<1
    }
  }

  private static func joined(_ first: ChapterBlock.Prose, _ second: ChapterBlock.Prose) -> ChapterBlock.Prose {
    let hasMarkup = first.markdown != nil || second.markdown != nil
    return ChapterBlock.Prose(
      text: first.text + [0x20] + second.text,
      markdown: hasMarkup ? (first.markdown ?? first.text) + [0x20] + (second.markdown ?? second.text) : nil)
  }

  private static func isTitle(_ passages: [Passage], _ index: Int) -> Bool {
    let passage = passages[index]
    return passage.width <= 110 && HeadingCues.isTitleLike(passage.text, width: min(passage.width, HeadingCues.widest))
      && passage.standing == nil
  }
}

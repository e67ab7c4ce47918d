/// How a chapter opens: its number and title, and what stood before them.
struct ChapterTitle {
  var number: String?
  /// Normalised; empty where the text names itself nowhere.
  var title: [UInt8] = []
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
      near[..<index].allSatisfy({ $0.width <= 160 })
    {
      number = marker.number
      before = 0..<index
      let text = passages[index].text
      self.marker = Array(text[..<marker.length])
      title = Array(text[marker.titleStart...])
      var end = index + 1
      if title.isEmpty, end < passages.count, Self.isTitle(passages, end) {
        title = passages[end].text
        end += 1
      }
      // A title over two lines: the first ends in a colon.
      if title.last == 0x3A, end < passages.count, Self.isTitle(passages, end) {
        title += [0x20] + passages[end].text
        end += 1
      }
      self.passages = index..<end
    } else if passages.count > 2, passages[0].part?.hasTitle == false, Self.isTitle(passages, 1) {
      title = passages[0].text + [0x20] + passages[1].text
      self.passages = 0..<2
    } else if passages.count > 1, Self.isTitle(passages, 0), passages[0].standing == nil, passages[0].marker == nil {
      title = passages[0].text
      self.passages = 0..<1
    }
  }

  private static func isTitle(_ passages: [Passage], _ index: Int) -> Bool {
    let passage = passages[index]
    return passage.width <= 110 && HeadingCues.isTitleLike(passage.text, width: min(passage.width, HeadingCues.widest))
      && passage.standing == nil
  }
}

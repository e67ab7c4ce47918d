import ThaiText

extension Outline {
  /// Reads a set of items that begins at `i`, as headings where paragraphs stand between its items, else as a list. A mark that counts nothing is text.
  mutating func readSet(_ i: Int, limit: Int) -> Int {
    guard let set = ItemSet(passages, from: i, limit: limit, isHeading: { isBoundary($0, limit: limit) }) else {
      addParagraph(passages[i])
      return i + 1
    }
    let isNumbered =
      set.members[0].marker.style != .bullet && (!isStyled || set.members.allSatisfy { passages[$0.passage].isSetOff })
    if isNumbered, set.hasBodies(passages), set.allHaveTitles {
      markAsHeadings(set)
      return i
    }
    let list = list(set)
    for member in set.members {
      let text = passages[member.passage].text[member.marker.textStart...]
      if let title = member.title { announce(text.prefix(title)) }
    }
    add(.list(list))
    return set.end
  }

  private func isBoundary(_ i: Int, limit: Int) -> Bool {
    passages[i].standing != nil || passages[i].part != nil || isPlainHeading(i, limit: limit)
  }

  /// The set as a list, with titles told apart where every item has one.
  func list(_ set: ItemSet, attributes: (ArraySlice<UInt8>) -> String = { _ in "" }) -> ChapterBlock.ListBlock {
    let hasTitles = set.allHaveTitles && !set.allAreTitles
    let items = set.members.map { member in
      let passage = passages[member.passage]
      let text = passage.text[member.marker.textStart...]
      var prose = passage.prose(from: member.marker.textStart)
      if hasTitles, !member.isTitleAlone, let title = member.title { prose.title = title }
      // Markdown counts in numbers alone: a letter stays with its text.
      if case .letter = member.marker.style { prose = passage.prose() }
      return ChapterBlock.Item(blocks: [.paragraph(prose)] + body(member.body), attributes: attributes(text))
    }
    return ChapterBlock.ListBlock(marker: Self.marker(set.members[0].marker.style), items: items)
  }

  /// The passages inside an item: lists in it and paragraphs.
  private func body(_ range: Range<Int>) -> [ChapterBlock] {
    var out: [ChapterBlock] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let set = ItemSet(passages, from: i, limit: range.upperBound, isHeading: { _ in false }) {
        out.append(.list(list(set)))
        i = max(i + 1, set.end)
      } else {
        out.append(passages[i].block)
        i += 1
      }
    }
    return out
  }

  private static func marker(_ style: ItemMarker.Style) -> ChapterBlock.ListBlock.Marker {
    switch style {
    case .numberDot, .section: .ordered(start: 1, close: 0x2E)
    case .numberBracket, .numberBrackets: .ordered(start: 1, close: 0x29)
    case .letter, .bullet: .bullet
    }
  }

  // MARK: Lists whose marks were lost

  /// The lines below «… ดังนี้» that are its items, though no mark is left: as many as it states, else up to the line that says the first
  /// again, else the row of title-like lines if they are three or more, or come again later as headings.
  func announcedRun(_ start: Int, limit: Int) -> Range<Int>? {
    guard let leadIn, HeadingCues.announces(leadIn) else { return nil }
    var end = start
    var keys: [[UInt8]] = []
    var repeats = false
    while end < limit, isLine(end), keys.count < 60 {
      let key = folded(passages[end].text)
      if keys.contains(key) {
        repeats = true
        break
      }
      keys.append(key)
      end += 1
    }
    let count = end - start
    guard count > 1 else { return nil }
    if repeats { return start..<end }
    if let stated = HeadingCues.statedCount(leadIn), stated <= count {
      return start..<start + stated
    }
    guard (start..<end).allSatisfy({ passages[$0].isTitleLike }) else { return nil }
    if end < limit, count > 2, standsApart(end - 1, from: start..<end - 1) { return start..<end - 1 }
    let comeAgain = (start..<end).allSatisfy { comesAgain($0, from: end) }
    return count > 2 || comeAgain ? start..<end : nil
  }

  private func isLine(_ i: Int) -> Bool {
    let passage = passages[i]
    return passage.width <= 120 && passage.style == .plain && passage.marker == nil && passage.standing == nil
      && passage.part == nil
      && passage.caption == nil && !HeadingCues.announces(passage.text)
  }

  /// Whether a line is set apart from those before it by blank lines or indent.
  private func standsApart(_ i: Int, from range: Range<Int>) -> Bool {
    let inner = range.dropFirst()
    guard let first = range.first, !inner.isEmpty else { return false }
    return inner.allSatisfy { passages[$0].blankLinesBefore < passages[i].blankLinesBefore }
      || range.allSatisfy { passages[$0].indent == passages[first].indent && passages[$0].indent > passages[i].indent }
  }

  mutating func addList(of run: Range<Int>) {
    for i in run { announce(passages[i].text) }
    add(.list(.init(marker: .bullet, items: run.map { .init(blocks: [.paragraph(passages[$0].prose())]) })))
  }
}

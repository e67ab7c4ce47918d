import CourseModel

/// What the items of a set say of each other: whether they are one, and where their titles end.
extension ChapterSets {
  /// «- ก (2556) : … หมายถึง …», «- ผู้นำ หมายถึง … (ก, 2556)»: who said what of one thing, no set.
  func tellsWhoSaid(_ items: [SetDraft.Item]) -> Bool {
    let byAuthors = items.count { item in
      readings[item.unit].citations.contains {
        [.narrative, .organisation, .secondary].contains($0.form) && (0...6).contains($0.range.lowerBound - item.range.lowerBound)
      }
    }
    if byAuthors >= 2, byAuthors * 3 >= items.count * 2 { return true }
    let defined = items.map { item in
      readings[item.unit].definitions.first { (0...6).contains($0.term.lowerBound - item.range.lowerBound) }
        .map { outline.units[item.unit].passage.text.foldedString($0.term) }
    }
    return defined[0] != nil && defined.allSatisfy { $0 == defined[0] }
  }

  /// «3) การเลือกตั้ง ผู้บริหารต้องมาจากประชาชน» beside items that have a title and more: the first words are its title too.
  func shortened(_ items: [SetDraft.Item]) -> [SetDraft.Item] {
    let told = items.count { !$0.text.isEmpty }
    guard told * 2 >= items.count, told < items.count else { return items }
    return items.map { item in
      let text = outline.units[item.unit].passage.text
      guard item.text.isEmpty, item.title.upperBound == item.range.upperBound,
        let space = item.title.first(where: { text.spaceLength(at: $0) > 0 })
      else { return item }
      let rest = text.trimmed(space..<item.range.upperBound)
      guard text.scalarCount(item.title.lowerBound..<space) >= 3, text.scalarCount(rest) >= 12,
        text.isThaiLetter(at: rest.lowerBound)
      else { return item }
      var item = item
      item.title = item.title.lowerBound..<space
      item.text = text.string(rest)
      return item
    }
  }
}

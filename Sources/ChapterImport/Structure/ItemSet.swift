import ThaiText

/// Items that count from one in one style, and the passages between them.
struct ItemSet {
  struct Member {
    /// Index of the passage with the mark.
    var passage: Int
    var marker: ItemMarker
    /// Passages after it that are its own, marks of other styles included.
    var body: Range<Int>
    /// Bytes of the title at the head of its text; nil where it has none, the whole text where that is the title.
    var title: Int?
    var isTitleAlone: Bool
  }
  var members: [Member]
  var end: Int { members.last?.body.upperBound ?? 0 }

  /// The set that begins with the passage at `start`: the next number of the same style, and so on, before `limit` and before any
  /// other heading. nil for a single item.
  init?(_ passages: [Passage], from start: Int, limit: Int, isHeading: (Int) -> Bool, allowsSingle: Bool = false) {
    guard let first = passages[start].marker, first.style == .bullet || first.ordinal == 1 else { return nil }
    if case .section = first.style { return nil }
    var found: [(passage: Int, marker: ItemMarker)] = [(start, first)]
    var i = start + 1
    var nested: Set<ItemMarker.Style> = []
    var bodyLength = 0
    while i < limit {
      if let marker = passages[i].marker {
        if marker.style == first.style {
          if first.style == .bullet {
            if bodyLength > 0 { break }
          } else if marker.ordinal != found.count + 1 {
            break
          }
          found.append((i, marker))
          bodyLength = 0
          nested = []
        } else {
          // Another count begins inside this one; one that goes on from outside ends it.
          if marker.style != .bullet, marker.ordinal != 1, !nested.contains(marker.style) { break }
          nested.insert(marker.style)
        }
      } else {
        if isHeading(i) || bodyLength >= 60 { break }
        bodyLength += 1
      }
      i += 1
    }
    guard found.count > 1 || allowsSingle else { return nil }
    members = []
    for (k, item) in found.enumerated() {
      let bodyEnd: Int
      if k + 1 < found.count {
        bodyEnd = found[k + 1].passage
      } else {
        // What follows the last item may be anyone's; only a count that begins at once is surely its own.
        var end = item.passage + 1
        while end < limit, let marker = passages[end].marker, marker.style != first.style,
          end > item.passage + 1 || marker.style == .bullet || marker.ordinal == 1
        {
          end += 1
        }
        bodyEnd = end
      }
      let text = passages[item.passage].text[item.marker.textStart...]
      let title = RunInTitle.end(in: text).flatMap { passages[item.passage].canCut(at: item.marker.textStart + $0 + 1) ? $0 : nil }
      let isTitleAlone = title == nil && HeadingCues.isTitleLike(text, width: passages[item.passage].width)
      members.append(
        Member(
          passage: item.passage, marker: item.marker, body: item.passage + 1..<bodyEnd, title: isTitleAlone ? text.count : title,
          isTitleAlone: isTitleAlone))
    }
    // «1. ความรู้ ความสามารถ … 2. ความรู้ ความคิด …»: what two items begin with is the title of neither.
    let titles = members.compactMap { member in
      member.title.map { passages[member.passage].text[member.marker.textStart...].prefix($0) }
    }
    if Set(titles).count < titles.count {
      for index in members.indices where !members[index].isTitleAlone { members[index].title = nil }
    }
  }

  /// Whether paragraphs stand between most of its items: then each item is a part of the chapter, not a line of a list.
  func hasBodies(_ passages: [Passage]) -> Bool {
    let withBody = members.dropLast().filter { member in
      member.body.contains { index in
        guard let marker = passages[index].marker else { return true }
        if case .section = marker.style { return true }
        return false
      }
    }
    return withBody.count * 2 >= members.count - 1 && !withBody.isEmpty
  }

  var allHaveTitles: Bool { members.allSatisfy { $0.title != nil } }
  var allAreTitles: Bool { members.allSatisfy(\.isTitleAlone) }
}

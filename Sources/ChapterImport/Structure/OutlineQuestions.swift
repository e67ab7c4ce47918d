import ThaiText

extension Outline {
  /// Reads questions under their heading: numbered, with bullets, or one a line. Each gets an identifier made of its words.
  mutating func readQuestions(_ i: Int, limit: Int) -> Int {
    if var list = passages[i].list {
      for k in list.items.indices {
        if case .paragraph(let prose) = list.items[k].blocks.first {
          list.items[k].attributes = questionAttributes(prose.text[...])
        }
      }
      addQuestions(list)
      return i + 1
    }
    if passages[i].marker != nil {
      let set = ItemSet(
        passages, from: i, limit: limit, isHeading: { passages[$0].standing != nil || passages[$0].part != nil }, allowsSingle: true
      )
      guard let set else {
        addParagraph(passages[i])
        return i + 1
      }
      if case .letter = set.members[0].marker.style {
        add(.list(list(set)))
      } else {
        addQuestions(list(set, attributes: questionAttributes))
      }
      return set.end
    }
    var end = i
    while end < limit, isQuestionLine(end) { end += 1 }
    guard end > i else {
      addParagraph(passages[i])
      return i + 1
    }
    let items = (i..<end).map { index in
      ChapterBlock.Item(
        blocks: [.paragraph(passages[index].prose())], attributes: questionAttributes(passages[index].text[...]))
    }
    addQuestions(.init(marker: .bullet, items: items))
    return end
  }

  /// A line that asks or sets a task; an instruction to what follows («จงตอบคำถามต่อไปนี้») is none.
  private func isQuestionLine(_ i: Int) -> Bool {
    let text = passages[i].text
    guard passages[i].style != .opaque, passages[i].marker == nil, passages[i].standing == nil, passages[i].part == nil,
      !HeadingCues.announces(text)
    else {
      return false
    }
    return text.last == 0x3F || Self.askingEnds.contains { text.ends(with: $0) } || Self.tasks.contains { text.begins(with: $0) }
  }

  private static let askingEnds = [
    "อะไร", "อะไรบ้าง", "อย่างไร", "อย่างไรบ้าง", "หรือไม่", "หรือไม่ เพราะเหตุใด", "เพราะเหตุใด", "เหตุใด", "ใด", "ใดบ้าง", "ไหน", "ใคร",
    "ใครบ้าง", "เท่าใด", "เท่าไร", "ทำไม", "จงอธิบาย", "จงอภิปราย",
  ]
  private static let tasks = [
    "จง", "ให้นักศึกษา", "ให้นักเรียน", "ให้ผู้เรียน", "อธิบาย", "อภิปราย", "วิเคราะห์", "เปรียบเทียบ", "ยกตัวอย่าง", "แบ่งกลุ่ม", "เพราะเหตุใด", "เหตุใด",
    "ทำไม",
  ]
}

/// `#q-…`, and `.activity` for what is done in class.
func questionAttributes(_ text: ArraySlice<UInt8>) -> String {
  let isActivity = ["ในชั้นเรียน", "แบ่งกลุ่ม", "กลุ่มย่อย", "บทบาทสมมติ", "หน้าชั้น"].contains { text.has($0) }
  return "#q-" + stableHash(text.asText) + (isActivity ? " .activity" : "")
}

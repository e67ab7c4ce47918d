import CourseModel
import Diagnostics
import Prose

/// A figure and its caption.
struct FigureDraft {
  var number: String?
  var title: String
  var span: ByteRange
  var alternative: String?
  var graph: String?
  var id: String?
  /// The unit its caption is, and the citation in it.
  var unit: Int?
  var citation: Int?
  var section: Int?
  var rule: String
  var certainty: Certainty
}

/// Captions («แผนภาพที่ 12 องค์ประกอบ…»), `dot` blocks and pictures, each with the words that belong to it.
struct FigureRecogniser {
  let outline: Outline
  let source: SourceText

  func read() -> [FigureDraft] {
    var captions: [Int: (number: String?, title: Range<Int>)] = [:]
    for (index, unit) in outline.units.enumerated() where unit.role == .paragraph && unit.list == nil && !unit.isNote {
      if let caption = unit.passage.text.caption() { captions[index] = caption }
    }
    var found: [(position: Int, draft: FigureDraft)] = []
    var used: Set<Int> = []
    for figure in outline.figures {
      if let draft = attributed(figure) {
        found.append((figure.position, draft))
        continue
      }
      // The caption stands under the figure, in some books above it.
      let unit = [figure.position, figure.position - 1].first { captions[$0] != nil && !used.contains($0) }
      if let unit, let caption = captions[unit], var draft = captioned(unit, caption) {
        used.insert(unit)
        draft.graph = figure.graph
        draft.alternative = figure.attributes["alt"] ?? figure.alternative
        draft.id = figure.attributes.id ?? draft.id
        draft.certainty = .sure
        found.append((figure.position, draft))
      }
    }
    for (unit, caption) in captions where !used.contains(unit) {
      if let draft = captioned(unit, caption) { found.append((unit, draft)) }
    }
    return found.sorted { ($0.position, $0.draft.span) < ($1.position, $1.draft.span) }.map(\.draft)
  }

  private func captioned(_ unit: Int, _ caption: (number: String?, title: Range<Int>)) -> FigureDraft? {
    let passage = outline.units[unit].passage
    let title = passage.narrowed(caption.title)
    guard let span = passage.source(of: title) else { return nil }
    return FigureDraft(
      number: caption.number, title: passage.text.string(title), span: span, id: outline.units[unit].attributes.id, unit: unit,
      section: outline.units[unit].section, rule: "figure.caption", certainty: .sure)
  }

  /// `{#fig-12 caption="แผนภาพที่ 12 …" alt="…"}`
  private func attributed(_ figure: OutlineFigure) -> FigureDraft? {
    guard let written = figure.attributes["caption"], let range = figure.attributes.range else { return nil }
    let text = ReadingText(written)
    let caption = text.caption() ?? (nil, text.trimmed(text.all))
    let words = Array(text.bytes[caption.title])
    let bytes = source.bytes
    guard !words.isEmpty, range.upperBound <= bytes.count, words.count <= range.count else { return nil }
    for start in range.lowerBound...(range.upperBound - words.count) where bytes[start] == words[0] {
      guard bytes[start..<start + words.count].elementsEqual(words) else { continue }
      return FigureDraft(
        number: caption.number, title: text.string(caption.title), span: ByteRange(start, start + words.count),
        alternative: figure.attributes["alt"],
        graph: figure.graph, id: figure.attributes.id, section: figure.section, rule: "figure.attributes", certainty: .marked)
    }
    return nil
  }
}

extension ReadingText {
  /// The number and title of a caption that is all of the text: «แผนภาพที่ 12  องค์ประกอบ…», «ภาพที่ 2.1: …», «Figure 3. …».
  func caption() -> (number: String?, title: Range<Int>)? {
    let whole = trimmed(all)
    guard !whole.isEmpty, whole.count <= 750, let label = captionLabels.match(self, at: whole.lowerBound, end: whole.upperBound)
    else { return nil }
    let start = skippingSpaces(from: whole.lowerBound + label.length, to: whole.upperBound)
    var end = start
    while end < whole.upperBound, let digit = digit(at: end) {
      end += digit.length
      if end + 1 < whole.upperBound, bytes[end] == 0x2E || bytes[end] == 0x2D, self.digit(at: end + 1) != nil { end += 1 }
    }
    guard end > start, end - start <= 15 else { return nil }
    let title = trimmed(end..<whole.upperBound, also: ":.-")
    // «แผนภาพที่ 12 แสดงให้เห็นว่า …» is a sentence about a figure; «จากแผนภาพ…» never begins so.
    guard !title.isEmpty, scalarCount(title) <= 200, captionVerbs.match(self, at: title.lowerBound, end: title.upperBound) == nil,
      spaceLength(at: end) > 0 || bytes[end] == 0x3A || bytes[end] == 0x2E
    else { return nil }
    return (string(start..<end), title)
  }
}

private let captionLabels = PhraseTable(
  wordList("แผนภาพที่ แผนภาพ ภาพที่ ภาพประกอบที่ ภาพประกอบ รูปที่ รูปภาพที่ แผนภูมิที่ แผนภูมิ แผนผังที่ แผนที่ที่ กราฟที่ ไดอะแกรมที่ Figure Fig. Diagram"))
private let captionVerbs = PhraseTable(
  wordList("แสดงให้เห็นว่า พบว่า จะเห็นได้ว่า จะเห็นว่า ชี้ให้เห็น อธิบายได้ว่า เห็นได้ว่า เป็นการแสดง ข้างต้น ดังกล่าว ต่อไปนี้"))

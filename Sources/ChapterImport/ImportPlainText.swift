import Diagnostics
import ThaiText

/// Makes a Markdown chapter of a text file: its headings, run-in headings, lists, captions and questions become structure, its words stay as
/// they are and, but for the blocks reported as moved, in their order.
///
/// Never fails: what is not understood stays a paragraph. Marks that Markdown would read are escaped. O(bytes).
package func importPlainText(file: String, bytes: [UInt8], breaker: WordBreaker = WordBreaker()) -> ImportedChapter {
  importPlainText(DecodedText(file: file, bytes: bytes), breaker: breaker)
}

/// As `importPlainText(file:bytes:breaker:)` with a text that is already UTF-8.
package func importPlainText(_ text: SourceText, breaker: WordBreaker = WordBreaker()) -> ImportedChapter {
  importPlainText(DecodedText(file: text.file, bytes: text.bytes), breaker: breaker)
}

private func importPlainText(_ decoded: DecodedText, breaker: WordBreaker) -> ImportedChapter {
  let source = decoded.text
  var counts = CleaningCounts()
  let lines = sourceLines(source, &counts)
  let furniture = PageFurniture(lines)
  let passages = passages(lines, without: furniture, &counts)
  let title = ChapterTitle(passages)
  let labels = FigureLabels(passages, breaker: breaker)
  var moved: [MovedBlock] = []

  var end = passages.count
  var figure: (caption: Int, texts: [[UInt8]])?
  if let labels, let caption = labels.caption, labels.passages.lowerBound >= title.passages.upperBound,
    caption >= title.passages.upperBound
  {
    end = labels.passages.lowerBound
    figure = (caption, passages[labels.passages].map(\.text))
    moved += passages[labels.passages].map { MovedBlock(text: $0.text.asText, source: $0.source, to: .figure) }
  }
  let start = min(title.passages.upperBound, end)
  let outline = Outline(passages, in: start..<end, chapterNumber: title.number, labels: figure, breaker: breaker)
  var blocks = outline.blocks

  for passage in passages[title.before] {
    let place = append(passage, to: &blocks, questions: outline.lastQuestions)
    moved.append(MovedBlock(text: passage.text.asText, source: passage.source, to: place))
  }
  if let opening = title.passages.first, title.number != nil {
    moved.append(MovedBlock(text: title.marker.asText, source: passages[opening].source, to: .frontMatter))
  }
  let aside = furniture.lines.map { MovedBlock(text: lines[$0].text.asText, source: lines[$0].source, to: .nowhere) }

  var writer = ChapterWriter()
  writer.write(title)
  writer.write(blocks)
  moved.sort { $0.source < $1.source }
  let findings = ImportFindings(source: source, decoded: decoded, counts: counts, moved: moved, furniture: aside)
  return ImportedChapter(
    markdown: writer.out.asText, title: title.title.asText, number: title.number, moved: moved, furniture: aside,
    encoding: decoded.encoding, diagnostics: findings.diagnostics.inSourceOrder(), source: source)
}

/// Puts what stood before the chapter's opening at its end: as the next question where it counts on from the last, else as text.
func append(_ passage: Passage, to blocks: inout [ChapterBlock], questions: Int?) -> MovedBlock.Place {
  if let questions, blocks.indices.contains(questions), case .list(var list) = blocks[questions], let marker = passage.marker,
    case .ordered(let start, _) = list.marker, marker.isNumber, marker.ordinal == start + list.items.count
  {
    let text = passage.text[marker.textStart...]
    list.items.append(.init(blocks: [.paragraph(.init(text: Array(text)))], attributes: questionAttributes(text)))
    blocks[questions] = .list(list)
    return .questions
  }
  blocks.append(passage.block)
  return .end
}

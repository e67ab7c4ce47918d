import ChapterMarkdown
import Diagnostics
import Prose
import ThaiText

/// The blocks of pandoc's Markdown as passages to be read, with the Markdown of each kept for writing.
struct PandocPassages {
  private(set) var passages: [Passage] = []
  /// The definitions of footnotes, which go to the end.
  private(set) var footnotes: [[UInt8]] = []
  private let source: SourceText

  init(_ document: Document, in source: SourceText) {
    self.source = source
    for block in document.blocks { read(block) }
  }

  private mutating func read(_ block: Block) {
    switch block.content {
    case .heading(let level, let inlines):
      let text = Self.cleaned(inlines.plainText)
      let markup = InlineMarkup(inlines, in: source)
      guard !text.isEmpty || markup.isRich else { break }
      passages.append(
        Passage(
          text: text, source: block.range, width: cells(text), blankLinesBefore: 1, style: .heading(level: level),
          markup: markup.isRich ? markup : nil))
    case .paragraph(let inlines): readParagraph(inlines, block)
    case .list(let list):
      if list.items.count == 1, case .ordered(let start, let close) = list.marker, let paragraph = Self.onlyParagraph(list.items[0])
      {
        // A list that Word numbers on over paragraphs comes as one list an item: read it as it was printed.
        let number = "\(start)" + String(Unicode.Scalar(close)) + " "
        readParagraph(paragraph, block, marker: Array(number.utf8))
      } else if let converted = converted(list) {
        passages.append(Passage(list: converted, source: block.range))
      } else {
        addOpaque(block)
      }
    case .footnote: footnotes.append(bytes(block.range))
    case .html(let html): if !Array(html.utf8).begins(with: "<!--") { addOpaque(block) }
    case .table, .code, .quote, .callout, .thematicBreak: addOpaque(block)
    }
  }

  private mutating func readParagraph(_ inlines: [Inline], _ block: Block, marker: [UInt8] = []) {
    let markup = InlineMarkup(inlines, prefix: marker, in: source)
    let text = Self.cleaned(markup.text.asText)
    if text.isEmpty, !markup.isRich { return }
    if text.isEmpty || inlines.allSatisfy({ if case .image = $0.content { true } else { false } }) {
      addOpaque(block)
      return
    }
    let isStrong = inlines.allSatisfy {
      switch $0.content {
      case .strong: true
      case .text(let text): text.utf8.allSatisfy { $0 == 0x20 }
      default: false
      }
    }
    passages.append(
      Passage(
        text: text, source: block.range, width: cells(text), blankLinesBefore: 1, style: isStrong ? .strong : .plain,
        markup: markup.text == text ? markup : InlineMarkup(whole: markup.markdown, isRich: markup.isRich)))
  }

  private mutating func addOpaque(_ block: Block) {
    passages.append(
      Passage(
        text: [0x2A], source: block.range, width: 400, style: .opaque, markup: InlineMarkup(whole: bytes(block.range), isRich: true)
      ))
  }

  private static func onlyParagraph(_ item: ListItem) -> [Inline]? {
    guard item.isDone == nil, item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].content else { return nil }
    return inlines
  }

  /// A list of paragraphs and lists; nil for one with anything else in it.
  private func converted(_ list: List) -> ChapterBlock.ListBlock? {
    var items: [ChapterBlock.Item] = []
    for item in list.items {
      guard item.isDone == nil, let first = item.blocks.first, case .paragraph = first.content else { return nil }
      var blocks: [ChapterBlock] = []
      for block in item.blocks {
        switch block.content {
        case .paragraph(let inlines):
          let markup = InlineMarkup(inlines, in: source)
          // A line end inside would need the item's indent.
          guard !markup.markdown.contains(0x0A) else { return nil }
          blocks.append(.paragraph(.init(text: Self.cleaned(markup.text.asText), markdown: markup.markdown)))
        case .list(let inner):
          guard let converted = converted(inner) else { return nil }
          blocks.append(.list(converted))
        default: return nil
        }
      }
      items.append(.init(blocks: blocks))
    }
    switch list.marker {
    case .bullet: return .init(marker: .bullet, items: items)
    case .ordered(let start, let delimiter): return .init(marker: .ordered(start: start, close: delimiter), items: items)
    }
  }

  private func bytes(_ range: ByteRange) -> [UInt8] {
    var slice = source.bytes[range.indices.clamped(to: 0..<source.bytes.count)]
    while let last = slice.last, last == 0x0A || last == 0x20 || last == 0x0D { slice.removeLast() }
    return Array(slice)
  }

  /// As the lines of a text file are cleaned.
  private static func cleaned(_ text: String) -> [UInt8] {
    var counts = CleaningCounts()
    let line = SourceText(
      file: "", text.utf8.contains(0x0A) ? String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self) : text)
    return sourceLines(line, &counts).first?.text ?? []
  }
}

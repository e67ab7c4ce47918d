import CCMarkGFM
import Diagnostics
import Prose

/// Turns cmark's blocks into `Block`s, with places taken from the lines of the file.
///
/// cmark knows where a block begins; where it ends it often says wrongly (the line after, blank lines included). So a
/// block of text ends where its text does, a container where its last child does.
struct BlockReader {
  let source: UnsafeBufferPointer<UInt8>
  let lines: SourceLines
  let options: MarkdownOptions
  let file: String
  var diagnostics: [Diagnostic] = []
  /// Attributes on a line outside the container whose last paragraph took the line in, on their way out to it.
  var lazyAttributes: (owner: CMarkNode, attributes: Attributes)?

  init(source: UnsafeBufferPointer<UInt8>, lines: SourceLines, options: MarkdownOptions, file: String) {
    self.source = source
    self.lines = lines
    self.options = options
    self.file = file
  }

  /// The blocks inside a container. Recurses as deep as containers nest, which `Limits` bounds before parsing.
  mutating func blocks(under parent: CMarkNode, from first: CMarkNode? = nil) -> [Block] {
    var out: [Block] = []
    var footnotes = 0
    for node in CMarkChildren(first: first ?? parent.pointee.first_child) {
      if node.kind == .footnote { footnotes += 1 }
      append(node, footnoteNumber: footnotes, to: &out)
      if let lazy = lazyAttributes, lazy.owner == node {
        lazyAttributes = nil
        if let last = out.indices.last { out[last].attributes.merge(lazy.attributes) }
      }
    }
    return out
  }

  private mutating func append(_ node: CMarkNode, footnoteNumber: Int, to out: inout [Block]) {
    let line = Int(node.pointee.start_line)
    let start = lines.offset(line: line, column: Int(node.pointee.start_column))
    switch node.kind {
    case .paragraph: paragraph(node, to: &out)
    case .heading: out.append(heading(node, start: start))
    case .thematicBreak: out.append(Block(.thematicBreak, range: ByteRange(start, lines.trimmedEnd(of: line))))
    case .code: out.append(code(node, start: start))
    case .html:
      let end = lines.trimmedEnd(of: lastLine(of: node.literal, from: line))
      out.append(Block(.html(node.pointee.as.literal.string), range: ByteRange(start, end)))
    case .list:
      let list = list(node)
      out.append(Block(.list(list), range: ByteRange(start, list.items.last?.range.upperBound ?? start)))
    case .quote: out.append(quote(node, start: start))
    case .footnote:
      // cmark's column is that of the text behind the marker.
      let marker = max(lines.line(line).lowerBound, start - Int(node.pointee.internal_offset))
      let blocks = blocks(under: node)
      let end = max(blocks.last?.range.upperBound ?? 0, min(start, lines.trimmedEnd(of: line)))
      out.append(
        Block(
          .footnote(label: node.pointee.as.literal.string, number: footnoteNumber, blocks), range: ByteRange(marker, end)))
    case .table: table(node, to: &out)
    default: break
    }
  }

  // MARK: Containers

  private mutating func list(_ node: CMarkNode) -> List {
    let data = node.pointee.as.list
    let delimiter = data.delimiter == CMARK_PAREN_DELIM ? UInt8(ascii: ")") : UInt8(ascii: ".")
    var items: [ListItem] = []
    for item in node.children where item.kind == .item { items.append(listItem(item)) }
    return List(
      marker: data.list_type == CMARK_ORDERED_LIST ? .ordered(start: Int(data.start), delimiter: delimiter) : .bullet,
      isTight: data.tight, items: items)
  }

  private mutating func listItem(_ node: CMarkNode) -> ListItem {
    let line = Int(node.pointee.start_line)
    let start = lines.offset(line: line, column: Int(node.pointee.start_column))
    let stop = lines.line(line).upperBound
    var end = start
    while end < stop, source[end].isDigit { end += 1 }
    end = min(stop, end + 1)
    // cmark's own flag looks for `[x]` anywhere on the line.
    var isDone: Bool?
    if node.pointee.extension != nil {
      let box = source[end..<stop].firstIndex(of: UInt8(ascii: "["))
      isDone = box.map { $0 + 1 < stop && source[$0 + 1] | 0x20 == UInt8(ascii: "x") } ?? false
      if let box { end = min(stop, box + 3) }
    }
    let blocks = blocks(under: node)
    return ListItem(blocks: blocks, range: ByteRange(start, max(end, blocks.last?.range.upperBound ?? 0)), isDone: isDone)
  }

  private mutating func quote(_ node: CMarkNode, start: Int) -> Block {
    if options.ownSyntax, let callout = callout(node, start: start) { return callout }
    let blocks = blocks(under: node)
    return Block(.quote(blocks), range: ByteRange(start, max(start + 1, blocks.last?.range.upperBound ?? 0)))
  }

  // MARK: Leaves

  private mutating func paragraph(_ node: CMarkNode, to out: inout [Block]) {
    let reading = readParagraph(node)
    if let attributes = reading.attributes, reading.inlines.isEmpty, reading.owner == nil {
      if let last = out.indices.last {
        out[last].attributes.merge(attributes)
        return
      }
      // Nothing they could belong to: they stay text.
      diagnostics.append(attributesWithoutBlock(reading.range))
      let text = reading.map.map { InlineAligner(map: $0, source: source).asWritten() } ?? []
      out.append(Block(.paragraph(text), range: reading.range))
      return
    }
    var block = Block(.paragraph(reading.inlines), range: reading.range)
    if let attributes = reading.attributes {
      if let owner = reading.owner { lazyAttributes = (owner, attributes) } else { block.attributes = attributes }
    }
    out.append(block)
  }

  /// A paragraph and the attributes on its last line.
  struct ParagraphReading {
    /// Without the attributes.
    var inlines: [Inline]
    var range: ByteRange
    var map: ContentMap?
    var attributes: Attributes?
    /// The container the attributes stand behind; nil when they are the paragraph's own.
    var owner: CMarkNode?
  }

  mutating func readParagraph(_ node: CMarkNode) -> ParagraphReading {
    let (map, range) = paragraphMap(node)
    guard let map else { return ParagraphReading(inlines: unaligned(range), range: range) }
    var reading = ParagraphReading(inlines: inlines(of: node, map: map, range: range), range: range, map: map)
    guard options.ownSyntax, map.content.last == UInt8(ascii: "}"), let line = AttributeSyntax(map).lastLine() else {
      return reading
    }
    let start = map.source(of: line.start)
    guard reading.inlines.cut(from: start) else { return reading }
    reading.attributes = line.attributes
    guard !line.isWhole else { return reading }
    reading.owner = owner(ofLineAt: start, paragraph: node)
    if reading.owner != nil {
      reading.range = ByteRange(range.lowerBound, reading.inlines.last?.range.upperBound ?? range.upperBound)
    }
    return reading
  }

  /// The outermost list, quote or footnote around a paragraph that the line at `offset` does not stand in: the line was
  /// taken in as a lazy continuation. nil when the line is the paragraph's own.
  private func owner(ofLineAt offset: Int, paragraph: CMarkNode) -> CMarkNode? {
    var ancestors: [CMarkNode] = []
    var next = paragraph.pointee.parent
    while let node = next {
      ancestors.append(node)
      next = node.pointee.parent
    }
    let line = lines.line(lines.number(of: offset))
    let prefix = source[line.lowerBound..<max(line.lowerBound, offset)]
    var quotes = prefix.reduce(0) { $0 + ($1 == UInt8(ascii: ">") ? 1 : 0) }
    for node in ancestors.reversed() {
      switch node.kind {
      case .quote:
        quotes -= 1
        if quotes < 0 { return node }
      case .item:
        let column = Int(node.pointee.start_column) - 1 + Int(node.pointee.as.list.padding)
        if prefix.count < column { return node.pointee.parent }
      case .footnote: if prefix.count < 4 { return node }
      default: break
      }
    }
    return nil
  }

  private mutating func heading(_ node: CMarkNode, start: Int) -> Block {
    let level = min(6, max(1, Int(node.pointee.as.heading.level)))
    let (map, range) = node.pointee.as.heading.setext ? setextMap(node) : headingMap(node, start: start)
    guard let map else { return Block(.heading(level: level, unaligned(range)), range: range) }
    var inlines = inlines(of: node, map: map, range: range)
    var attributes = Attributes()
    if options.ownSyntax, map.content.last == UInt8(ascii: "}"),
      let trailing = AttributeSyntax(map).trailing(before: map.content.count),
      inlines.cut(from: map.source(of: trailing.start))
    {
      attributes = trailing.attributes
    }
    return Block(.heading(level: level, inlines), range: range, attributes: attributes)
  }

  private func code(_ node: CMarkNode, start: Int) -> Block {
    let code = node.pointee.as.code
    let startLine = Int(node.pointee.start_line)
    var last = startLine
    if code.fenced != 0 {
      if code.literal.len > 0 { last = lastLine(of: code.literal.bytes, from: startLine + 1) }
      if isClosingFence(last + 1, of: node) { last += 1 }
    } else {
      last = lastLine(of: code.literal.bytes, from: startLine)
    }
    return Block(
      .code(info: code.info.string, text: code.literal.string),
      range: ByteRange(start, max(start, lines.trimmedEnd(of: last))))
  }

  private func isClosingFence(_ line: Int, of node: CMarkNode) -> Bool {
    guard line <= Int(node.pointee.end_line), line <= lines.count else { return false }
    // A fence that opens the next block closes none.
    guard lineOfNextBlock(after: node) > line else { return false }
    let fence = node.pointee.as.code.fence_char
    var start = lines.line(line).lowerBound
    let end = lines.trimmedEnd(of: line)
    while start < end, source[start].isBlank || source[start] == UInt8(ascii: ">") { start += 1 }
    let run = source[start..<max(start, end)]
    return run.count >= Int(node.pointee.as.code.fence_length) && run.allSatisfy { $0 == fence }
  }

  /// The number of the line on which text of whole lines, begun on `first`, ends.
  private func lastLine(of text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    var line = first
    for byte in text.dropLast() where byte == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  // MARK: Inlines

  /// The inlines of a block, exact.
  ///
  /// Where cmark's tree and the file disagree (it loses text in malformed footnotes) or inlines nest too deep, the block
  /// is shown as it is written and a diagnostic says so: no text is lost and no range is wrong.
  mutating func inlines(of node: CMarkNode, map: ContentMap, range: ByteRange) -> [Inline] {
    var aligner = InlineAligner(map: map, source: source)
    do {
      let inlines = try aligner.inlines(of: node)
      guard options.ownSyntax, map.content.first(UInt8(ascii: "[")) != nil else { return inlines }
      return OwnInlines.read(inlines, map: map, source: source)
    } catch {
      diagnostics.append(error == .tooDeep ? inlinesTooDeep(range) : markupNotFollowed(range))
      return aligner.asWritten()
    }
  }

  /// The lines of a block whose content could not be found in the file, as they are written.
  mutating func unaligned(_ range: ByteRange) -> [Inline] {
    diagnostics.append(markupNotFollowed(range))
    let end = min(range.upperBound, source.count)
    let bytes = UnsafeBufferPointer(rebasing: source[min(range.lowerBound, end)..<end])
    return InlineAligner(map: ContentMap(bytes, at: range.lowerBound), source: source).asWritten()
  }
}

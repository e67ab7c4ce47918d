import Diagnostics
import Prose

/// A text with U+FFFD in the place of each NUL, as CommonMark asks for, and the way back to places of the file.
struct NULSubstitution {
  let bytes: [UInt8]
  /// Where each U+FFFD stands in `bytes`, in order.
  private let places: [Int]

  init(_ source: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    var places: [Int] = []
    bytes.reserveCapacity(source.count + 64)
    for byte in source {
      if byte == 0 {
        places.append(bytes.count)
        bytes += [0xEF, 0xBF, 0xBD]
      } else {
        bytes.append(byte)
      }
    }
    self.bytes = bytes
    self.places = places
  }

  func restore(_ parsed: inout ParsedMarkdown) {
    parsed.document.blocks = parsed.document.blocks.map(restored)
    if let range = parsed.document.frontMatter?.range { parsed.document.frontMatter?.range = restored(range) }
    for i in parsed.diagnostics.indices {
      guard let span = parsed.diagnostics[i].span else { continue }
      parsed.diagnostics[i].span = SourceSpan(file: span.file, range: restored(span.range))
    }
  }

  /// The number of substitutes that begin before `offset`. O(log n).
  private func count(before offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func restored(_ offset: Int) -> Int {
    let before = count(before: offset)
    // An offset inside a substitute is that of its NUL.
    if before > 0, offset < places[before - 1] + 3 { return places[before - 1] - 2 * (before - 1) }
    return offset - 2 * before
  }

  private func restored(_ range: ByteRange) -> ByteRange { ByteRange(restored(range.lowerBound), restored(range.upperBound)) }

  private func restored(_ attributes: Attributes) -> Attributes {
    var attributes = attributes
    attributes.range = attributes.range.map(restored)
    return attributes
  }

  private func restored(_ block: Block) -> Block {
    let content: BlockContent
    switch block.content {
    case .paragraph(let inlines): content = .paragraph(restored(inlines))
    case .heading(let level, let inlines): content = .heading(level: level, restored(inlines))
    case .list(var list):
      list.items = list.items.map {
        ListItem(blocks: $0.blocks.map(restored), range: restored($0.range), isDone: $0.isDone)
      }
      content = .list(list)
    case .quote(let blocks): content = .quote(blocks.map(restored))
    case .callout(let callout):
      content = .callout(
        Callout(kind: callout.kind, title: restored(callout.title), blocks: callout.blocks.map(restored)))
    case .table(var table):
      table.rows = table.rows.map { $0.map { TableCell(inlines: restored($0.inlines), range: restored($0.range)) } }
      content = .table(table)
    case .footnote(let label, let number, let blocks): content = .footnote(label: label, number: number, blocks.map(restored))
    case .code, .html, .thematicBreak: content = block.content
    }
    return Block(content, range: restored(block.range), attributes: restored(block.attributes))
  }

  private func restored(_ inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    for inline in inlines {
      let content: InlineContent
      switch inline.content {
      case .text(let text):
        restore(text, inline.range, to: &out)
        continue
      case .emphasis(let children): content = .emphasis(restored(children))
      case .strong(let children): content = .strong(restored(children))
      case .strikethrough(let children): content = .strikethrough(restored(children))
      case .link(let destination, let title, let children):
        content = .link(destination: destination, title: title, restored(children))
      case .image(let source, let title, let children): content = .image(source: source, title: title, restored(children))
      case .span(let children, let attributes): content = .span(restored(children), restored(attributes))
      case .citation(let keys):
        content = .citation(keys.map { CitationKey(key: $0.key, locator: $0.locator, range: restored($0.range)) })
      case .code, .softBreak, .lineBreak, .html, .footnoteReference: content = inline.content
      }
      out.append(Inline(content, range: restored(inline.range)))
    }
    return out
  }

  /// A substitute is a text of its own: three bytes that stand for one.
  private func restore(_ text: String, _ range: ByteRange, to out: inout [Inline]) {
    let bytes = Array(text.utf8)
    guard bytes.count == range.count else {
      out.append(Inline(.text(text), range: restored(range)))
      return
    }
    var start = range.lowerBound
    var index = count(before: range.lowerBound)
    func append(_ from: Int, _ to: Int) {
      guard to > from else { return }
      let piece = bytes[(from - range.lowerBound)..<(to - range.lowerBound)]
      out.append(Inline(.text(String(decoding: piece, as: UTF8.self)), range: restored(ByteRange(from, to))))
    }
    while index < places.count, places[index] < range.upperBound {
      append(start, places[index])
      append(places[index], places[index] + 3)
      start = places[index] + 3
      index += 1
    }
    append(start, range.upperBound)
  }
}

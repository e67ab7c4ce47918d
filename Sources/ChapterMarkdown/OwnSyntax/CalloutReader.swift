import CCMarkGFM
import Diagnostics
import Prose

extension BlockReader {
  /// A quote whose first line is `[!kind] title`; nil for any other. A `+` or `-` behind the bracket (folding, in
  /// Obsidian) is passed over; attributes may end the line.
  mutating func callout(_ node: CMarkNode, start: Int) -> Block? {
    guard let first = node.pointee.first_child, first.kind == .paragraph, let marker = CalloutMarker(first.content) else {
      return nil
    }
    let reading = readParagraph(first)
    // With link definitions before it the marker would not stand on the quote's first line.
    let place = lines.offset(line: Int(first.pointee.start_line), column: Int(first.pointee.start_column))
    var title = reading.inlines
    guard let map = reading.map, reading.range.lowerBound == place,
      title.cut(upTo: map.source(of: marker.length - 1) + 1)
    else { return nil }
    var body: [Inline] = []
    let firstLine = map.content.firstIndex(of: UInt8(ascii: "\n")) ?? map.content.count
    let titleEnd = map.range(0, firstLine).upperBound
    if let next = title.firstIndex(where: { $0.range.lowerBound > titleEnd || $0.isBreak }) {
      body = Array(title[next...].drop { $0.isBreak })
      title.removeSubrange(next...)
    }
    var attributes = Attributes()
    var end = firstLine
    while end > 0, map.content[end - 1].isSpace { end -= 1 }
    if let trailing = AttributeSyntax(map).trailing(before: end), title.cut(from: map.source(of: trailing.start)) {
      attributes = trailing.attributes
    }
    var blocks: [Block] = []
    if let from = body.first, let to = body.last {
      blocks.append(Block(.paragraph(body), range: from.range.union(to.range)))
    }
    if let last = reading.attributes {
      if let owner = reading.owner, owner != node {
        lazyAttributes = (owner, last)
      } else if reading.owner == nil, !blocks.isEmpty {
        blocks[0].attributes = last
      } else {
        attributes.merge(last)
      }
    }
    if let second = first.pointee.next { blocks += self.blocks(under: node, from: second) }
    return Block(
      .callout(Callout(kind: marker.kind, title: title, blocks: blocks)),
      range: ByteRange(start, max(reading.range.upperBound, blocks.last?.range.upperBound ?? 0)), attributes: attributes)
  }
}

extension Inline {
  fileprivate var isBreak: Bool { content == .softBreak || content == .lineBreak }
}

/// `[!kind]` at the start of a text.
struct CalloutMarker {
  /// Lower case; Thai is welcome.
  let kind: String
  /// With the brackets and the sign for folding.
  let length: Int

  init?(_ content: UnsafeBufferPointer<UInt8>) {
    guard content.count > 3, content[0] == UInt8(ascii: "["), content[1] == UInt8(ascii: "!") else { return nil }
    var i = 2
    var kind: [UInt8] = []
    while i < content.count, Self.isKind(content[i]) {
      kind.append(content[i] >= 0x41 && content[i] <= 0x5A ? content[i] | 0x20 : content[i])
      i += 1
    }
    guard !kind.isEmpty, i < content.count, content[i] == UInt8(ascii: "]") else { return nil }
    i += 1
    if i < content.count, content[i] == UInt8(ascii: "-") || content[i] == UInt8(ascii: "+") { i += 1 }
    guard i >= content.count || content[i].isSpace else { return nil }
    self.kind = String(decoding: kind, as: UTF8.self)
    length = i
  }

  private static func isKind(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}

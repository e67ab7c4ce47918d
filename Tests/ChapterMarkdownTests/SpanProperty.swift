import Diagnostics
import Prose

/// What is wrong with the ranges of a document; empty when every range is what it claims to be.
///
/// Blocks and inlines lie inside their parents, in order and apart; a text equals its slice or differs from it in length; a
/// delimited inline begins and ends with its delimiters; a citation key slices to `@key`.
struct SpanProperty {
  let bytes: [UInt8]
  private(set) var violations: [String] = []

  init(_ document: Document, of text: SourceText) {
    bytes = text.bytes
    let whole = ByteRange(0, bytes.count)
    // Footnotes come last, wherever they stand.
    let footnotes = document.blocks.filter { $0.isFootnote }
    blocks(document.blocks.filter { !$0.isFootnote }, in: whole, "document")
    for footnote in footnotes { blocks([footnote], in: whole, "document") }
    if let frontMatter = document.frontMatter, frontMatter.yaml != text.slice(frontMatter.range) {
      violations.append("front matter is not its slice")
    }
  }

  private func slice(_ range: ByteRange) -> ArraySlice<UInt8> {
    bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)]
  }

  private mutating func nest(_ range: ByteRange, in parent: ByteRange, after: Int, _ what: String) {
    if !parent.contains(range) { violations.append("\(what) \(range) leaves its parent \(parent)") }
    if range.lowerBound < after { violations.append("\(what) \(range) begins before \(after)") }
    if range.upperBound > bytes.count { violations.append("\(what) \(range) leaves the file") }
  }

  private mutating func blocks(_ blocks: [Block], in parent: ByteRange, _ what: String) {
    var after = parent.lowerBound
    for block in blocks {
      nest(block.range, in: parent, after: after, what)
      after = block.range.upperBound
      if block.range.isEmpty { violations.append("\(what): an empty block \(block.range)") }
      switch block.content {
      case .paragraph(let children): inlines(children, in: block.range, "paragraph")
      case .heading(_, let children): inlines(children, in: block.range, "heading")
      case .quote(let children): self.blocks(children, in: block.range, "quote")
      case .callout(let callout):
        inlines(callout.title, in: block.range, "callout")
        self.blocks(callout.blocks, in: block.range, "callout")
      case .footnote(_, _, let children): self.blocks(children, in: block.range, "footnote")
      case .list(let list):
        var after = block.range.lowerBound
        for item in list.items {
          nest(item.range, in: block.range, after: after, "item")
          after = item.range.upperBound
          self.blocks(item.blocks, in: item.range, "item")
        }
      case .table(let table):
        var after = block.range.lowerBound
        for cell in table.rows.joined() {
          nest(cell.range, in: block.range, after: after, "cell")
          after = cell.range.upperBound
          inlines(cell.inlines, in: cell.range, "cell")
        }
      case .code(let info, let text):
        if !info.isEmpty, slice(block.range).first.map({ $0 != 0x60 && $0 != 0x7E }) ?? true {
          violations.append("code \(block.range) does not begin with its fence")
        }
        _ = text
      case .html: if slice(block.range).first != 0x3C { violations.append("HTML \(block.range) does not begin with <") }
      case .thematicBreak: break
      }
    }
  }

  private mutating func inlines(_ inlines: [Inline], in parent: ByteRange, _ what: String) {
    var after = parent.lowerBound
    for inline in inlines {
      nest(inline.range, in: parent, after: after, what)
      after = inline.range.upperBound
      let slice = slice(inline.range)
      switch inline.content {
      case .text(let text):
        // A page break is read as a space.
        let read = slice.lazy.map { $0 == 0x0B || $0 == 0x0C ? 0x20 : $0 }
        if text.utf8.count == inline.range.count, !read.elementsEqual(text.utf8) {
          violations.append("text «\(text)» at \(inline.range) is «\(String(decoding: slice, as: UTF8.self))»")
        } else if text.utf8.count != inline.range.count, !inline.range.isEmpty, slice.first != 0x26, text != "\u{FFFD}" {
          violations.append("text «\(text)» stands for «\(String(decoding: slice, as: UTF8.self))»")
        }
      case .code: delimiters(inline.range, [0x60])
      case .emphasis, .strong: delimiters(inline.range, [0x2A, 0x5F])
      case .strikethrough: delimiters(inline.range, [0x7E])
      case .html: if slice.first != 0x3C || slice.last != 0x3E { violations.append("HTML at \(inline.range)") }
      case .citation(let keys):
        if slice.first != 0x5B || slice.last != 0x5D { violations.append("citation at \(inline.range)") }
        for key in keys where !self.slice(key.range).elementsEqual(("@" + key.key).utf8) {
          violations.append("key \(key.key) at \(key.range)")
        }
      case .span(_, let attributes):
        if slice.first != 0x5B || slice.last != 0x7D { violations.append("span at \(inline.range)") }
        if let range = attributes.range, self.slice(range).first != 0x7B || self.slice(range).last != 0x7D {
          violations.append("attributes at \(range)")
        }
      case .footnoteReference: if slice.first != 0x5B || slice.last != 0x5D { violations.append("footnote at \(inline.range)") }
      case .image: if slice.first != 0x21 { violations.append("image at \(inline.range)") }
      case .softBreak, .lineBreak:
        if slice.last != 0x0A && slice.last != 0x0D { violations.append("break at \(inline.range)") }
      case .link: break
      }
      self.inlines(inline.content.children, in: inline.range, what)
    }
  }

  private mutating func delimiters(_ range: ByteRange, _ allowed: [UInt8]) {
    let slice = slice(range)
    guard let first = slice.first, let last = slice.last, allowed.contains(first), first == last else {
      violations.append("delimiters at \(range): «\(String(decoding: slice, as: UTF8.self))»")
      return
    }
  }
}

extension Block {
  var isFootnote: Bool { if case .footnote = content { return true } else { return false } }
}

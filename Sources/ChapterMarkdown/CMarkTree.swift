import CCMarkGFM

typealias CMarkNode = UnsafeMutablePointer<cmark_node>

/// What a cmark node is.
enum CMarkKind {
  case document, quote, list, item, code, html, paragraph, heading, thematicBreak, footnote, table, row, cell
  case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image, footnoteReference, strikethrough
  case other
}

extension CMarkNode {
  var kind: CMarkKind {
    switch UInt32(pointee.type) {
    case CMARK_NODE_TEXT.rawValue: return .text
    case CMARK_NODE_SOFTBREAK.rawValue: return .softBreak
    case CMARK_NODE_PARAGRAPH.rawValue: return .paragraph
    case CMARK_NODE_EMPH.rawValue: return .emphasis
    case CMARK_NODE_STRONG.rawValue: return .strong
    case CMARK_NODE_LINK.rawValue: return .link
    case CMARK_NODE_CODE.rawValue: return .inlineCode
    case CMARK_NODE_LINEBREAK.rawValue: return .lineBreak
    case CMARK_NODE_HTML_INLINE.rawValue: return .inlineHTML
    case CMARK_NODE_IMAGE.rawValue: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: return .footnoteReference
    case CMARK_NODE_HEADING.rawValue: return .heading
    case CMARK_NODE_LIST.rawValue: return .list
    case CMARK_NODE_ITEM.rawValue: return .item
    case CMARK_NODE_BLOCK_QUOTE.rawValue: return .quote
    case CMARK_NODE_CODE_BLOCK.rawValue: return .code
    case CMARK_NODE_HTML_BLOCK.rawValue: return .html
    case CMARK_NODE_THEMATIC_BREAK.rawValue: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: return .footnote
    case CMARK_NODE_DOCUMENT.rawValue: return .document
    default:
      if pointee.type == tamra_node_table() { return .table }
      if pointee.type == tamra_node_table_row() { return .row }
      if pointee.type == tamra_node_table_cell() { return .cell }
      if pointee.type == tamra_node_strikethrough() { return .strikethrough }
      return .other
    }
  }

  var children: CMarkChildren { CMarkChildren(first: pointee.first_child) }

  var literal: UnsafeBufferPointer<UInt8> { pointee.as.literal.bytes }

  /// The text inlines are read from, as cmark gathered it from the lines of the block.
  var content: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointee.content.ptr, count: Int(pointee.content.size))
  }
}

extension cmark_chunk {
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: data, count: Int(len)) }
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

struct CMarkChildren: Sequence, IteratorProtocol {
  private var upcoming: CMarkNode?

  init(first: CMarkNode?) { upcoming = first }

  mutating func next() -> CMarkNode? {
    guard let node = upcoming else { return nil }
    upcoming = node.pointee.next
    return node
  }
}

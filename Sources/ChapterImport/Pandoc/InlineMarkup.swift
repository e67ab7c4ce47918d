import Diagnostics
import Prose

/// The Markdown of a paragraph, with a way to take it apart where its words are: «**1. การดูแล** เป็น…» after «1. » is «**การดูแล** เป็น…».
///
/// Braces and `[@` that pandoc leaves bare are escaped: in a chapter they are our own syntax.
struct InlineMarkup: Hashable, Sendable {
  private struct Piece: Hashable {
    /// In the text.
    var start: Int
    var end: Int
    /// What stands before the text's own bytes and after them: `**`.
    var open: [UInt8]
    var markdown: [UInt8]
    var close: [UInt8]
    /// Whether `markdown` is the text itself, so that it may be cut.
    var isText: Bool
  }
  /// The words alone.
  private(set) var text: [UInt8] = []
  /// Whether it holds what words alone would lose: a picture, a link, a footnote, code.
  private(set) var isRich = false
  private var pieces: [Piece] = []

  var markdown: [UInt8] { pieces.flatMap { $0.open + $0.markdown + $0.close } }

  /// Markdown that is not to be taken apart.
  init(whole markdown: [UInt8], isRich: Bool) {
    self.isRich = isRich
    pieces = [Piece(start: 0, end: 0, open: [], markdown: markdown, close: [], isText: false)]
  }

  /// `prefix` is text before the inlines: a list's number.
  init(_ inlines: [Inline], prefix: [UInt8] = [], in source: SourceText) {
    if !prefix.isEmpty { append(prefix, markdown: prefix, open: [], close: [], isText: true) }
    for inline in inlines {
      let bytes = Array(source.bytes[inline.range.indices.clamped(to: 0..<source.bytes.count)])
      switch inline.content {
      case .text(let text): append(Array(text.utf8), markdown: bytes, open: [], close: [], isText: text.utf8.elementsEqual(bytes))
      case .strong(let children) where Self.isOneText(children, in: source):
        let mark = Array(bytes.prefix(2))
        append(Array(children.plainText.utf8), markdown: Array(children.plainText.utf8), open: mark, close: mark, isText: true)
      case .softBreak: append([0x20], markdown: [0x20], open: [], close: [], isText: true)
      case .lineBreak: append([0x20], markdown: bytes, open: [], close: [], isText: false)
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        append(Array(children.plainText.utf8), markdown: bytes, open: [], close: [], isText: false)
        if Self.areRich(children) { isRich = true }
      case .link, .image, .code, .html, .footnoteReference, .span, .citation:
        append(Array([inline].plainText.utf8), markdown: bytes, open: [], close: [], isText: false)
        isRich = true
      }
    }
  }

  /// The Markdown of the text from an offset on; nil where that lies inside something that cannot be cut.
  func markdown(from offset: Int) -> [UInt8]? {
    if offset <= 0 { return markdown }
    var out: [UInt8] = []
    for piece in pieces where piece.end > offset || (piece.start == piece.end && piece.start >= offset) {
      if piece.start >= offset {
        out += piece.open + piece.markdown + piece.close
        continue
      }
      guard piece.isText else { return nil }
      let cut = Self.escaped(text[offset..<piece.end])
      let kept = cut.drop { $0 == 0x20 }
      if !kept.isEmpty { out += piece.open + kept + piece.close }
    }
    return Array(out.drop { $0 == 0x20 })
  }

  private mutating func append(_ words: [UInt8], markdown: [UInt8], open: [UInt8], close: [UInt8], isText: Bool) {
    let start = text.count
    text += words
    pieces.append(
      Piece(
        start: start, end: text.count, open: open, markdown: isText ? Self.escaped(markdown[...]) : markdown, close: close,
        isText: isText))
  }

  /// An address is closed off as well: bare, it would take in what follows.
  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array(text)
    var out: [UInt8] = []
    var i = 0
    while i < text.count {
      let address = addressLength(text, at: i)
      if address > 0 {
        out += [0x3C] + text[i..<i + address] + [0x3E]
        i += address
        continue
      }
      let isCitation = text[i] == 0x5B && i + 1 < text.count && text[i + 1] == 0x40
      if text[i] == 0x7B || isCitation { out.append(0x5C) }
      out.append(text[i])
      i += 1
    }
    return out
  }

  private static func isOneText(_ children: [Inline], in source: SourceText) -> Bool {
    guard children.count == 1, case .text(let text) = children[0].content else { return false }
    return text.utf8.count == children[0].range.count
  }

  private static func areRich(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline.content {
      case .text, .softBreak, .lineBreak: false
      case .emphasis(let children), .strong(let children), .strikethrough(let children): areRich(children)
      default: true
      }
    }
  }
}

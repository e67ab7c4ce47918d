import Diagnostics
import Prose

/// Finds `[@key]` and `[text]{attributes}` among the inlines of a block.
///
/// Brackets count where cmark left them as text: not in code, not escaped, not those of a link. A pair must stand among the
/// same inlines (both in one emphasis, or both outside). Linear: each inline is moved once for each span around it, spans
/// nest at most as deep as `inlineDepthLimit` allows, and braces are read at most `AttributeSyntax.limit` far.
struct OwnInlines {
  private let map: ContentMap
  private let source: UnsafeBufferPointer<UInt8>
  private let depth: Int
  private let inlines: [Inline]
  private var out: [Inline] = []
  /// How deep the inlines in `out` are.
  private var heights: [Int] = []
  private var openers: [Opener] = []
  /// Everything before this byte of the file belongs to attributes already read.
  private var skipUntil = 0

  private struct Opener {
    /// Of the `[` in `out`.
    var index: Int
    /// In the content.
    var offset: Int
  }

  static func read(_ inlines: [Inline], map: ContentMap, source: UnsafeBufferPointer<UInt8>) -> [Inline] {
    var reading = OwnInlines(map: map, source: source, inlines: inlines, depth: 0)
    return reading.read().inlines
  }

  private init(map: ContentMap, source: UnsafeBufferPointer<UInt8>, inlines: [Inline], depth: Int) {
    self.map = map
    self.source = source
    self.inlines = inlines
    self.depth = depth
  }

  private mutating func read() -> (inlines: [Inline], height: Int) {
    for index in inlines.indices {
      let inline = inlines[index]
      guard inline.range.upperBound > skipUntil || inline.range.lowerBound >= skipUntil else { continue }
      switch inline.content {
      case .text(let text):
        if text.utf8.count == inline.range.count { self.text(at: index) } else { append(inline, height: 0) }
      case .emphasis(let children): container(inline.range, children) { .emphasis($0) }
      case .strong(let children): container(inline.range, children) { .strong($0) }
      case .strikethrough(let children): container(inline.range, children) { .strikethrough($0) }
      case .span(let children, let attributes): container(inline.range, children) { .span($0, attributes) }
      case .link(let destination, let title, let children):
        container(inline.range, children) { .link(destination: destination, title: title, $0) }
      case .image, .code, .softBreak, .lineBreak, .html, .footnoteReference, .citation: append(inline, height: 0)
      }
    }
    return (joined(out[...]), heights.max() ?? 0)
  }

  private mutating func container(_ range: ByteRange, _ children: [Inline], _ make: ([Inline]) -> InlineContent) {
    var inner = OwnInlines(map: map, source: source, inlines: children, depth: depth + 1)
    let (inside, height) = inner.read()
    append(Inline(make(inside), range: range), height: height + 1)
  }

  private mutating func append(_ inline: Inline, height: Int) {
    out.append(inline)
    heights.append(height)
  }

  /// A text that equals its range: only the range matters, the bytes are the file's.
  private mutating func text(at index: Int) {
    let range = inlines[index].range
    var start = max(range.lowerBound, skipUntil)
    var i = start
    let isEscaped = isEscaped(range, before: index > 0 ? inlines[index - 1] : nil)
    while i < range.upperBound {
      let byte = source[i]
      guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]"), !(i == range.lowerBound && isEscaped) else {
        i += 1
        continue
      }
      if byte == UInt8(ascii: "[") {
        piece(start, i)
        openers.append(Opener(index: out.count, offset: map.contentOffset(of: i)))
        start = i
        piece(start, i + 1)
      } else {
        piece(start, i)
        start = i
        if let end = close(at: i, in: index) {
          skipUntil = end
          i = end
          start = i
          continue
        }
        piece(start, i + 1)
      }
      i += 1
      start = i
    }
    piece(start, range.upperBound)
  }

  /// Stands for text until `joined` reads it.
  private mutating func piece(_ start: Int, _ end: Int) {
    guard end > start else { return }
    append(Inline(.text(""), range: ByteRange(start, end)), height: 0)
  }

  /// Only the first byte of a text can be an escaped one: the backslash before it is in no inline.
  private func isEscaped(_ range: ByteRange, before: Inline?) -> Bool {
    let at = map.contentOffset(of: range.lowerBound)
    guard at > 0, map.content[at - 1] == UInt8(ascii: "\\") else { return false }
    return before?.range.upperBound != range.lowerBound
  }

  /// A `]`: makes a citation or a span of what stands behind its `[`, and returns the byte of the file it ends at.
  private mutating func close(at source: Int, in index: Int) -> Int? {
    guard let opener = openers.popLast() else { return nil }
    let offset = map.contentOffset(of: source)
    let start = out[opener.index].range.lowerBound
    if let keys = CitationSyntax(map).keys(between: opener.offset, and: offset) {
      removeLast(from: opener.index)
      append(Inline(.citation(keys), range: ByteRange(start, source + 1)), height: 0)
      return source + 1
    }
    guard let braces = AttributeSyntax(map).read(at: offset + 1), let range = braces.attributes.range,
      isBoundary(range.upperBound, from: index)
    else { return nil }
    let height = (heights[(opener.index + 1)...].max() ?? 0) + 1
    guard depth + height < inlineDepthLimit else { return nil }
    let inside = joined(out[(opener.index + 1)...])
    removeLast(from: opener.index)
    append(Inline(.span(inside, braces.attributes), range: ByteRange(start, range.upperBound)), height: height)
    return range.upperBound
  }

  private mutating func removeLast(from index: Int) {
    out.removeSubrange(index...)
    heights.removeSubrange(index...)
  }

  /// Whether the inlines can be cut at this byte of the file: between two, or in a text.
  private func isBoundary(_ end: Int, from index: Int) -> Bool {
    guard let straddling = inlines[index...].first(where: { $0.range.upperBound > end }) else {
      // Braces that begin in a link or an emphasis must end in it.
      return inlines.last?.range.upperBound == end
    }
    guard straddling.range.lowerBound < end else { return true }
    guard case .text(let text) = straddling.content else { return false }
    return text.utf8.count == straddling.range.count
  }

  /// Texts that follow each other in the file without a gap become one.
  private func joined(_ inlines: ArraySlice<Inline>) -> [Inline] {
    var joined: [Inline] = []
    var pending: ByteRange?
    func flush() {
      guard let range = pending else { return }
      joined.append(Inline(.text(source.string(range.indices)), range: range))
      pending = nil
    }
    for inline in inlines {
      if case .text(let text) = inline.content, text.isEmpty, !inline.range.isEmpty {
        if let range = pending, range.upperBound == inline.range.lowerBound {
          pending = range.union(inline.range)
        } else {
          flush()
          pending = inline.range
        }
      } else {
        flush()
        joined.append(inline)
      }
    }
    flush()
    return joined
  }
}

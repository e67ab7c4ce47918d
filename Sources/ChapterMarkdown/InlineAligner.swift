import CCMarkGFM
import Diagnostics
import Prose

/// Why the place of an inline in the file could not be found.
enum AlignmentFailure: Error {
  /// cmark's tree and the bytes do not agree.
  case mismatch
  /// Inlines stand deeper in one another than `inlineDepthLimit`.
  case tooDeep
}

/// How deep inlines may stand in one another. Every walk over `Inline` recurses, so the depth must be bounded; no reader
/// can tell ten levels apart.
let inlineDepthLimit = 100

/// Turns the inlines of one block into `Inline`s with exact ranges.
///
/// cmark gives structure and text but no trustworthy places. The structure is known, so the place of everything follows
/// from reading the content once from left to right: what a node must look like at the cursor is checked, and the cursor
/// moved behind it. Whatever does not agree is thrown, never guessed; cost is linear in the content.
struct InlineAligner {
  let map: ContentMap
  let source: UnsafeBufferPointer<UInt8>
  let content: UnsafeBufferPointer<UInt8>
  private var cursor = 0

  init(map: ContentMap, source: UnsafeBufferPointer<UInt8>) {
    self.map = map
    self.source = source
    self.content = map.content
  }

  /// The inlines under a block whose content is `map`'s.
  mutating func inlines(of block: CMarkNode) throws(AlignmentFailure) -> [Inline] {
    cursor = 0
    let inlines = try children(of: block, depth: 0)
    // Only what cmark itself drops may be left over: spaces at the end.
    while cursor < content.count, content[cursor].isSpace { cursor += 1 }
    guard cursor == content.count else { throw .mismatch }
    return inlines
  }

  /// The content as it is written, a text and a break for each line.
  func asWritten() -> [Inline] {
    var out: [Inline] = []
    var start = 0
    while start < content.count {
      var end = start
      while end < content.count, content[end] != UInt8(ascii: "\n"), content[end] != UInt8(ascii: "\r") { end += 1 }
      var from = start
      while from < end {
        let stop = min(end, map.endOfStretch(at: from))
        let at = map.source(of: from)
        // Only blanks at the front of a line can differ from the file (a tab that was taken in part).
        if at + stop - from <= source.count, equal(content, from, source, at, count: stop - from) {
          out.append(Inline(.text(source.string(at..<at + stop - from)), range: ByteRange(at, at + stop - from)))
        }
        from = max(stop, from + 1)
      }
      start = end
      if end < content.count {
        start =
          end + (content[end] == UInt8(ascii: "\r") && end + 1 < content.count && content[end + 1] == UInt8(ascii: "\n") ? 2 : 1)
        let at = map.source(of: end)
        out.append(Inline(.softBreak, range: ByteRange(at, at + 1)))
      }
    }
    return out
  }

  private mutating func children(of node: CMarkNode, depth: Int) throws(AlignmentFailure) -> [Inline] {
    guard depth < inlineDepthLimit else { throw .tooDeep }
    var out: [Inline] = []
    var next = node.pointee.first_child
    while let child = next {
      try append(child, depth: depth, to: &out)
      next = child.pointee.next
    }
    return out
  }

  private mutating func append(_ node: CMarkNode, depth: Int, to out: inout [Inline]) throws(AlignmentFailure) {
    let start = cursor
    switch node.kind {
    case .text: try text(node.literal, to: &out)
    case .softBreak, .lineBreak: try lineBreak(isHard: node.kind == .lineBreak, to: &out)
    case .emphasis: try delimited(node, count: 1, depth: depth, to: &out) { .emphasis($0) }
    case .strong: try delimited(node, count: 2, depth: depth, to: &out) { .strong($0) }
    case .strikethrough:
      let count = run(of: UInt8(ascii: "~"), at: cursor)
      guard count == 1 || count == 2 else { throw .mismatch }
      try delimited(node, count: count, depth: depth, to: &out) { .strikethrough($0) }
    case .inlineCode:
      let count = run(of: UInt8(ascii: "`"), at: cursor)
      guard count > 0 else { throw .mismatch }
      cursor += count
      try skipToClosingBackticks(count)
      out.append(Inline(.code(node.pointee.as.literal.string), range: map.range(start, cursor)))
    case .inlineHTML:
      let literal = node.literal
      guard matches(literal, at: cursor) else { throw .mismatch }
      cursor += literal.count
      out.append(Inline(.html(node.pointee.as.literal.string), range: map.range(start, cursor)))
    case .link, .image: try link(node, isImage: node.kind == .image, depth: depth, to: &out)
    case .footnoteReference: try footnoteReference(node, to: &out)
    default: throw .mismatch
    }
  }

  // MARK: Text

  private mutating func text(_ literal: UnsafeBufferPointer<UInt8>, to out: inout [Inline]) throws(AlignmentFailure) {
    guard !literal.isEmpty else { return }
    // cmark points into the content where it changed nothing: then the place is the pointer.
    if let data = literal.baseAddress, let base = content.baseAddress, data == base + cursor,
      cursor + literal.count <= content.count
    {
      let start = cursor
      cursor += literal.count
      return try verbatim(start, cursor, to: &out)
    }
    try escapedText(literal, to: &out)
  }

  /// Text with backslash escapes and character references, or put together by cmark from several pieces.
  private mutating func escapedText(
    _ literal: UnsafeBufferPointer<UInt8>, escapes: Bool = true, to out: inout [Inline]
  ) throws(AlignmentFailure) {
    var start = cursor
    var read = 0
    while read < literal.count {
      guard cursor < content.count else { throw .mismatch }
      let byte = content[cursor]
      if escapes, byte == UInt8(ascii: "\\"), cursor + 1 < content.count, content[cursor + 1].isPunctuation {
        guard literal[read] == content[cursor + 1] else { throw .mismatch }
        try verbatim(start, cursor, to: &out)
        start = cursor + 1
        cursor += 2
        read += 1
      } else if byte == UInt8(ascii: "&"), let reference = CharacterReference(in: content, at: cursor) {
        guard reference.isPrefix(of: literal, from: read) else { throw .mismatch }
        try verbatim(start, cursor, to: &out)
        reference.append(at: map.range(cursor, cursor + reference.length), to: &out)
        cursor += reference.length
        read += reference.text.count
        start = cursor
      } else {
        guard byte == literal[read] else { throw .mismatch }
        cursor += 1
        read += 1
      }
    }
    try verbatim(start, cursor, to: &out)
  }

  /// Text that equals the content from `start` to `end`: one node a stretch, each checked against the file.
  private func verbatim(_ start: Int, _ end: Int, to out: inout [Inline]) throws(AlignmentFailure) {
    var start = start
    while start < end {
      let stop = map.isContiguous ? end : min(end, map.endOfStretch(at: start))
      let at = map.source(of: start)
      guard stop > start, at + stop - start <= source.count,
        equal(content, start, source, at, count: stop - start)
      else { throw .mismatch }
      out.append(Inline(.text(source.string(at..<at + stop - start)), range: ByteRange(at, at + stop - start)))
      start = stop
    }
  }

  private mutating func lineBreak(isHard: Bool, to out: inout [Inline]) throws(AlignmentFailure) {
    let start = cursor
    let isBackslash = isHard && cursor < content.count && content[cursor] == UInt8(ascii: "\\")
    if isBackslash { cursor += 1 }
    while !isBackslash, cursor < content.count, content[cursor].isSpace, content[cursor] != UInt8(ascii: "\n") { cursor += 1 }
    guard cursor < content.count, content[cursor] == UInt8(ascii: "\n") else { throw .mismatch }
    var end = map.source(of: cursor)
    if end < source.count, source[end] == UInt8(ascii: "\r") { end += 1 }
    if end < source.count, source[end] == UInt8(ascii: "\n") { end += 1 }
    out.append(Inline(isHard ? .lineBreak : .softBreak, range: ByteRange(map.source(of: start), end)))
    cursor += 1
    while !isBackslash, cursor < content.count, content[cursor].isBlank { cursor += 1 }
  }

  // MARK: Containers

  private mutating func delimited(
    _ node: CMarkNode, count: Int, depth: Int, to out: inout [Inline], _ make: ([Inline]) -> InlineContent
  ) throws(AlignmentFailure) {
    let start = cursor
    guard cursor < content.count else { throw .mismatch }
    let delimiter = content[cursor]
    guard delimiter == UInt8(ascii: "*") || delimiter == UInt8(ascii: "_") || delimiter == UInt8(ascii: "~"),
      run(of: delimiter, at: cursor) >= count
    else { throw .mismatch }
    cursor += count
    let inside = try children(of: node, depth: depth + 1)
    guard run(of: delimiter, at: cursor) >= count else { throw .mismatch }
    cursor += count
    out.append(Inline(make(inside), range: map.range(start, cursor)))
  }

  private mutating func link(_ node: CMarkNode, isImage: Bool, depth: Int, to out: inout [Inline]) throws(AlignmentFailure) {
    let start = cursor
    guard cursor < content.count else { throw .mismatch }
    let inside: [Inline]
    if content[cursor] == UInt8(ascii: "<") {
      cursor += 1
      guard depth + 1 < inlineDepthLimit else { throw .tooDeep }
      var text: [Inline] = []
      for child in node.children { try escapedText(child.literal, escapes: false, to: &text) }
      guard cursor < content.count, content[cursor] == UInt8(ascii: ">") else { throw .mismatch }
      cursor += 1
      inside = text
    } else if content[cursor] == UInt8(ascii: "[") || (isImage && content[cursor] == UInt8(ascii: "!")) {
      if isImage { cursor += 1 }
      guard cursor < content.count, content[cursor] == UInt8(ascii: "[") else { throw .mismatch }
      cursor += 1
      inside = try children(of: node, depth: depth + 1)
      guard cursor < content.count, content[cursor] == UInt8(ascii: "]") else { throw .mismatch }
      cursor = LinkSyntax(content).end(after: cursor + 1)
    } else {
      // A bare address: its text is what stands in the content, or, for e-mail, text like any other.
      guard depth + 1 < inlineDepthLimit else { throw .tooDeep }
      var text: [Inline] = []
      for child in node.children {
        let literal = child.literal
        if matches(literal, at: cursor) {
          let from = cursor
          cursor += literal.count
          try verbatim(from, cursor, to: &text)
        } else {
          try escapedText(literal, to: &text)
        }
      }
      inside = text
    }
    let destination = node.pointee.as.link.url.string
    let title = node.pointee.as.link.title.string
    out.append(
      Inline(
        isImage ? .image(source: destination, title: title, inside) : .link(destination: destination, title: title, inside),
        range: map.range(start, cursor)))
  }

  private mutating func footnoteReference(_ node: CMarkNode, to out: inout [Inline]) throws(AlignmentFailure) {
    let start = cursor
    guard cursor + 1 < content.count, content[cursor] == UInt8(ascii: "["), content[cursor + 1] == UInt8(ascii: "^") else {
      throw .mismatch
    }
    cursor += 2
    while cursor < content.count, content[cursor] != UInt8(ascii: "]"), !content[cursor].isSpace { cursor += 1 }
    guard cursor < content.count, content[cursor] == UInt8(ascii: "]"), let definition = node.pointee.parent_footnote_def else {
      throw .mismatch
    }
    cursor += 1
    var number = 0
    for byte in node.literal where byte.isDigit { number = number &* 10 &+ Int(byte - 0x30) }
    out.append(
      Inline(
        .footnoteReference(
          label: definition.pointee.as.literal.string, number: number, occurrence: Int(node.pointee.footnote.ref_ix)),
        range: map.range(start, cursor)))
  }

  // MARK: Bytes

  private mutating func skipToClosingBackticks(_ count: Int) throws(AlignmentFailure) {
    while cursor < content.count {
      guard content[cursor] == UInt8(ascii: "`") else {
        cursor += 1
        continue
      }
      let run = run(of: UInt8(ascii: "`"), at: cursor)
      cursor += run
      if run == count { return }
    }
    throw .mismatch
  }

  private func run(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while end < content.count, content[end] == byte { end += 1 }
    return end - start
  }

  private func matches(_ literal: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    start + literal.count <= content.count && equal(literal, 0, content, start, count: literal.count)
  }
}

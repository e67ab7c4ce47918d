import Diagnostics
import Prose
import ThaiText

/// One block's text as recognisers read it, with the way back into the file.
struct Passage: Sendable {
  let text: ReadingText
  /// Starts of lines after the first, as offsets of `text`: breaks of the source, read as one space.
  let lineStarts: [Int]
  /// Words between markup: `**คำ**`, `[คำ]{…}`, a link's text. Outer before inner.
  let containers: [Container]
  /// Text that says nothing: `[…]{.plain}`.
  let closed: [Range<Int>]
  /// `[@key]`, by where its words stand.
  let keys: [(range: Range<Int>, keys: [CitationKey])]
  private let segments: [Segment]
  private let normal: NormalisedText?
  /// Nothing but one text, already normal: positions differ by a constant.
  private let base: Int?

  struct Container: Sendable {
    enum Kind: Hashable, Sendable { case strong, emphasis, code, other, span(Attributes) }
    var kind: Kind
    /// In the reading text.
    var range: Range<Int>
    /// In the file, markup included.
    var source: Range<Int>
    /// The container around it; -1 for none.
    var parent: Int
  }

  private struct Segment: Sendable {
    var flat: Int
    var source: Int
    /// Bytes of the source; equal to those of the text where it stands byte for byte.
    var sourceCount: Int
    var count: Int
  }

  init(_ inlines: [Inline], in source: SourceText) {
    // Most paragraphs are one run of plain text.
    if inlines.count == 1, case .text(let string) = inlines[0].content, string.utf8.count == inlines[0].range.count,
      inlines[0].range.upperBound <= source.bytes.count
    {
      let normal = NormalisedText(source.bytes, in: inlines[0].range.indices)
      text = ReadingText(normal.bytes)
      self.normal = normal.isIdentity ? nil : normal
      base = inlines[0].range.lowerBound
      lineStarts = []
      containers = []
      closed = []
      keys = []
      segments = []
      return
    }
    var flattening = Flattening()
    flattening.append(inlines)
    let normal = NormalisedText(flattening.bytes)
    text = ReadingText(normal.bytes)
    self.normal = normal.isIdentity ? nil : normal
    base = nil
    segments = flattening.segments
    let back = normal.isIdentity ? nil : Self.forward(normal, flattening.offsets())
    func place(_ offset: Int) -> Int { back?[offset] ?? offset }
    func place(_ range: Range<Int>) -> Range<Int> {
      place(range.lowerBound)..<max(place(range.lowerBound), place(range.upperBound))
    }
    lineStarts = flattening.lineStarts.map(place)
    containers = flattening.containers.map {
      Container(kind: $0.kind, range: place($0.range), source: $0.source, parent: $0.parent)
    }
    closed = flattening.closed.map(place)
    keys = flattening.keys.map { (place($0.range), $0.keys) }
  }

  /// Where flat offsets went when the text was normalised.
  private static func forward(_ normal: NormalisedText, _ offsets: [Int]) -> [Int: Int] {
    var forward: [Int: Int] = [:]
    var sorted = offsets.sorted()[...]
    var i = 0
    while let offset = sorted.first {
      while i < normal.bytes.count, normal.sourceOffset(of: i) < offset { i += 1 }
      forward[offset] = i
      sorted = sorted.dropFirst()
    }
    return forward
  }

  /// Whether a range has words of `{.plain}` in it. O(log closed).
  func isClosed(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = closed.count
    while low < high {
      let middle = (low + high) / 2
      if closed[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < closed.count && closed[low].lowerBound < range.upperBound
  }

  /// Whether a range has words of a code span in it.
  func isCode(_ range: Range<Int>) -> Bool {
    var found = false
    forEachContainer(touching: range) { if $0.kind == .code { found = true } }
    return found
  }

  // MARK: Back into the file

  /// The bytes of the file that a range of the text stands for, markup at its edges taken in or left out so that what is cut out
  /// reads as the same words; nil where the range cuts markup open. Costs O(log segments + containers).
  func source(of range: Range<Int>) -> ByteRange? {
    guard !range.isEmpty, range.upperBound <= text.count else { return nil }
    if let base {
      if let normal {
        let found = normal.sourceRange(of: range)
        return ByteRange(found)
      }
      return ByteRange(base + range.lowerBound, base + range.upperBound)
    }
    let flat = normal?.sourceRange(of: range) ?? range
    guard let first = segment(at: flat.lowerBound), let last = segment(at: flat.upperBound - 1) else { return nil }
    var lower = first.sourceCount == first.count ? first.source + flat.lowerBound - first.flat : first.source
    var upper = last.sourceCount == last.count ? last.source + flat.upperBound - last.flat : last.source + last.sourceCount
    var isCut = false
    forEachContainer(touching: range) { container in
      let holds = container.range.lowerBound <= range.lowerBound && range.upperBound <= container.range.upperBound
      if holds && container.range != range { return }
      // Inside or equal: with its markup. Across: cut open.
      if range.lowerBound <= container.range.lowerBound, container.range.upperBound <= range.upperBound {
        lower = min(lower, container.source.lowerBound)
        upper = max(upper, container.source.upperBound)
      } else {
        isCut = true
      }
    }
    if isCut { return nil }
    return lower < upper ? ByteRange(lower, upper) : nil
  }

  /// A range narrowed to whole markup: the greater part of one that cuts a container open.
  func narrowed(_ range: Range<Int>) -> Range<Int> {
    var narrow = range
    forEachContainer(touching: range) { container in
      let c = container.range
      guard c.overlaps(narrow) else { return }
      if c.lowerBound < narrow.lowerBound, c.upperBound < narrow.upperBound {
        let inside = c.upperBound - narrow.lowerBound
        narrow = inside > narrow.upperBound - c.upperBound ? narrow.lowerBound..<c.upperBound : c.upperBound..<narrow.upperBound
      } else if c.lowerBound > narrow.lowerBound, c.upperBound > narrow.upperBound {
        let inside = narrow.upperBound - c.lowerBound
        narrow = inside > c.lowerBound - narrow.lowerBound ? c.lowerBound..<narrow.upperBound : narrow.lowerBound..<c.lowerBound
      }
    }
    return text.trimmed(narrow)
  }

  /// The containers that a range has bytes in common with, outer before inner: those that begin in it and those around its start.
  /// Containers are properly nested, so the latter are the last one that begins before it and what is around that.
  private func forEachContainer(touching range: Range<Int>, _ body: (Container) -> Void) {
    guard !containers.isEmpty else { return }
    var low = 0
    var high = containers.count
    while low < high {
      let middle = (low + high) / 2
      if containers[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var around: [Int] = []
    var index = low - 1
    while index >= 0 {
      if containers[index].range.upperBound > range.lowerBound { around.append(index) }
      index = containers[index].parent
    }
    for index in around.reversed() { body(containers[index]) }
    while low < containers.count, containers[low].range.lowerBound < range.upperBound {
      if !containers[low].range.isEmpty { body(containers[low]) }
      low += 1
    }
  }

  private func segment(at flat: Int) -> Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].flat <= flat { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : segments[low - 1]
  }

  // MARK: Taking a block's inlines apart

  private struct Flattening {
    var bytes: [UInt8] = []
    var segments: [Segment] = []
    var lineStarts: [Int] = []
    var containers: [Container] = []
    var closed: [Range<Int>] = []
    var keys: [(range: Range<Int>, keys: [CitationKey])] = []
    var parent = -1

    func offsets() -> [Int] {
      lineStarts + containers.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
        + closed.flatMap { [$0.lowerBound, $0.upperBound] }
        + keys.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    }

    mutating func append(_ inlines: [Inline]) {
      for inline in inlines { append(inline) }
    }

    private mutating func append(_ inline: Inline) {
      switch inline.content {
      case .text(let text): append(text, inline.range)
      case .code(let text):
        let start = bytes.count
        append(text, inline.range)
        containers.append(Container(kind: .code, range: start..<bytes.count, source: inline.range.indices, parent: parent))
      case .softBreak, .lineBreak:
        append(" ", inline.range)
        lineStarts.append(bytes.count)
      case .html, .footnoteReference: break
      case .citation(let cited):
        let start = bytes.count
        append("[" + cited.map { "@" + $0.key }.joined(separator: "; ") + "]", inline.range)
        containers.append(Container(kind: .other, range: start..<bytes.count, source: inline.range.indices, parent: parent))
        keys.append((start..<bytes.count, cited))
      case .emphasis(let children): enclose(children, .emphasis, inline)
      case .strong(let children): enclose(children, .strong, inline)
      case .strikethrough(let children), .link(_, _, let children), .image(_, _, let children): enclose(children, .other, inline)
      case .span(let children, let attributes):
        let start = bytes.count
        enclose(children, .span(attributes), inline)
        if attributes.has("plain") { closed.append(start..<bytes.count) }
      }
    }

    private mutating func enclose(_ children: [Inline], _ kind: Container.Kind, _ inline: Inline) {
      let index = containers.count
      let start = bytes.count
      containers.append(Container(kind: kind, range: start..<start, source: inline.range.indices, parent: parent))
      let outer = parent
      parent = index
      append(children)
      parent = outer
      containers[index].range = start..<bytes.count
    }

    private mutating func append(_ text: String, _ range: ByteRange) {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      segments.append(Segment(flat: start, source: range.lowerBound, sourceCount: range.count, count: bytes.count - start))
    }
  }
}

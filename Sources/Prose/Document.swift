import Diagnostics

/// A chapter's text as values: what cmark-gfm read, with our own syntax understood and every range exact.
///
/// Ranges are bytes of the file. A block's range runs from its first to its last byte, list and quote markers of its own
/// included, those of its parents excluded.
package struct Document: Hashable, Sendable {
  package var blocks: [Block]
  package var frontMatter: FrontMatter?

  package init(blocks: [Block] = [], frontMatter: FrontMatter? = nil) {
    self.blocks = blocks
    self.frontMatter = frontMatter
  }
}

/// The YAML between `---` lines at the top of a chapter, not yet read.
package struct FrontMatter: Hashable, Sendable {
  package var yaml: String
  /// The YAML alone, without the fences.
  package var range: ByteRange

  package init(yaml: String, range: ByteRange) {
    self.yaml = yaml
    self.range = range
  }
}

package struct Block: Hashable, Sendable {
  package var content: BlockContent
  package var range: ByteRange
  /// `{#id .class key="value"}` at the end of a heading, or on a line of its own after any other block.
  package var attributes: Attributes

  package init(_ content: BlockContent, range: ByteRange, attributes: Attributes = Attributes()) {
    self.content = content
    self.range = range
    self.attributes = attributes
  }
}

package indirect enum BlockContent: Hashable, Sendable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  case list(List)
  case quote([Block])
  case callout(Callout)
  case code(info: String, text: String)
  case html(String)
  case table(Table)
  case thematicBreak
  /// What `[^label]` points to; `number` counts from 1 in order of first use.
  case footnote(label: String, number: Int, [Block])
}

package struct List: Hashable, Sendable {
  package enum Marker: Hashable, Sendable {
    case bullet
    case ordered(start: Int, delimiter: UInt8)
  }
  package var marker: Marker
  package var isTight: Bool
  package var items: [ListItem]

  package init(marker: Marker, isTight: Bool, items: [ListItem]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

package struct ListItem: Hashable, Sendable {
  package var blocks: [Block]
  /// From the marker to the end of the item.
  package var range: ByteRange
  /// `[ ]` and `[x]`; nil for an ordinary item.
  package var isDone: Bool?

  package init(blocks: [Block], range: ByteRange, isDone: Bool? = nil) {
    self.blocks = blocks
    self.range = range
    self.isDone = isDone
  }
}

/// `> [!kind] title` and the blocks after it.
package struct Callout: Hashable, Sendable {
  /// Lower case: `definition`, `question`, `quiz`, `plain`, `note` …
  package var kind: String
  package var title: [Inline]
  package var blocks: [Block]

  package init(kind: String, title: [Inline], blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case none, left, center, right }
  package var alignments: [Alignment]
  /// The first row is the heading.
  package var rows: [[TableCell]]

  package init(alignments: [Alignment], rows: [[TableCell]]) {
    self.alignments = alignments
    self.rows = rows
  }
}

package struct TableCell: Hashable, Sendable {
  package var inlines: [Inline]
  package var range: ByteRange

  package init(inlines: [Inline], range: ByteRange) {
    self.inlines = inlines
    self.range = range
  }
}

import Diagnostics

/// What import found a passage to be: Markdown's blocks before they are written.
indirect enum ChapterBlock: Hashable, Sendable {
  /// `level` 1 to 6.
  case heading(level: Int, Prose)
  case paragraph(Prose)
  case list(ListBlock)
  /// The caption of a figure or table with the words that stood in it.
  case caption([UInt8], labels: [[UInt8]])

  /// A table, picture or the like, as it was.
  case verbatim([UInt8])

  /// Running text; the first `title` bytes are its run-in title.
  struct Prose: Hashable, Sendable {
    var text: [UInt8]
    var title = 0
    /// What is written instead of the text, escaped already; nil for plain text.
    var markdown: [UInt8]?
  }

  struct ListBlock: Hashable, Sendable {
    enum Marker: Hashable, Sendable {
      case bullet
      /// `close` is `.` or `)`.
      case ordered(start: Int, close: UInt8)
    }
    var marker: Marker
    var items: [Item]
  }

  struct Item: Hashable, Sendable {
    var blocks: [ChapterBlock]
    /// What is written as `{#id .class}` under the item's text; empty for none.
    var attributes = ""
  }
}

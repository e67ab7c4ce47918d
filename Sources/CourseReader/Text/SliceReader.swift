import ChapterMarkdown
import Diagnostics
import Prose
import ThaiText

/// Checks that a slice of the file, read as inline Markdown and normalised, is a record's text (records.md, «source»).
struct SliceReader {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  /// Most slices have no byte that could be markup and are compared as they are; the others are parsed.
  func reads(_ range: ByteRange, as text: String) -> Bool {
    guard range.upperBound <= source.bytes.count, !range.isEmpty else { return false }
    let slice = Array(source.bytes[range.indices])
    if !slice.contains(where: Self.isMarkup) {
      let words = Array(text.utf8)
      return slice == words || normalised(slice) == words
    }
    // A letter and a space before keep the slice from being a list, heading or quote.
    let parsed = parseMarkdown(SourceText(file: "", bytes: Array("x ".utf8) + slice)).document
    guard let words = Self.words(of: parsed.blocks) else { return false }
    return words.hasPrefix("x ") && normalised(String(words.dropFirst(2))) == text
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    switch byte {
    case 0x5C, 0x2A, 0x5F, 0x60, 0x5B, 0x5D, 0x3C, 0x3E, 0x26, 0x7E, 0x0A, 0x0D, 0x00, 0x09: return true
    default: return false
    }
  }

  /// The words of paragraphs and the quotes that go on from them; nil where the slice is anything else.
  private static func words(of blocks: [Block]) -> String? {
    var words: [String] = []
    for block in blocks {
      switch block.content {
      case .paragraph(let inlines): words.append(inlines.plainText)
      case .quote(let inner):
        guard let more = self.words(of: inner) else { return nil }
        words.append(more)
      default: return nil
      }
    }
    return words.joined(separator: " ")
  }
}

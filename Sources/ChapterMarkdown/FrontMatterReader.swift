import Diagnostics
import Prose

/// Finds the YAML between `---` lines at the very top of a chapter.
///
/// As in Pandoc, a blank line behind the first `---` makes it a rule and no front matter. The closing line is `---` or `...`.
enum FrontMatterReader {
  struct Reading {
    var frontMatter: FrontMatter?
    /// Where Markdown begins.
    var end: Int
    /// The opening line, where it looks like front matter that is never closed.
    var unclosed: ByteRange?
  }

  static func read(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Reading {
    let none = Reading(end: start)
    let opening = line(source, from: start)
    guard isFence(source, opening.text, closing: false) else { return none }
    let second = line(source, from: opening.next)
    guard opening.next < source.count, !source[second.text].allSatisfy(\.isBlank) else { return none }
    var next = opening.next
    while next < source.count {
      let current = line(source, from: next)
      if isFence(source, current.text, closing: true) {
        let range = opening.next..<max(opening.next, next)
        let yaml = String(decoding: UnsafeBufferPointer(rebasing: source[range]), as: UTF8.self)
        return Reading(frontMatter: FrontMatter(yaml: yaml, range: ByteRange(range)), end: current.next)
      }
      next = current.next
    }
    return looksLikeYAML(source, second.text) ? Reading(end: start, unclosed: ByteRange(opening.text)) : none
  }

  private static func isFence(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, closing: Bool) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, source[end - 1].isBlank { end -= 1 }
    guard end - line.lowerBound == 3 else { return false }
    let mark = source[line.lowerBound]
    guard mark == UInt8(ascii: "-") || (closing && mark == UInt8(ascii: ".")) else { return false }
    return source[line.lowerBound..<end].allSatisfy { $0 == mark }
  }

  /// `key:` or a comment.
  private static func looksLikeYAML(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = source[line].first else { return false }
    if first == UInt8(ascii: "#") { return true }
    guard let colon = source[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound else { return false }
    return !source[line.lowerBound..<colon].contains { $0.isBlank }
      && (colon + 1 == line.upperBound || source[colon + 1].isBlank)
  }

  private static func line(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> (text: Range<Int>, next: Int) {
    var end = start
    while end < source.count, source[end] != UInt8(ascii: "\n"), source[end] != UInt8(ascii: "\r") { end += 1 }
    var next = end
    if next < source.count, source[next] == UInt8(ascii: "\r") { next += 1 }
    if next < source.count, source[next] == UInt8(ascii: "\n") { next += 1 }
    return (start..<end, next)
  }
}

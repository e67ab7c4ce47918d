import CCMarkGFM
import Diagnostics

// Where the content of a block of text stands in the file. A line of a paragraph's content is the end of a line of the
// file: cmark takes container markers and indentation off its front and nothing else.
extension BlockReader {
  func paragraphMap(_ node: CMarkNode) -> (ContentMap?, ByteRange) {
    let content = trimmed(node.content)
    let first = Int(node.pointee.start_line)
    if first == 0 { return headerParagraphMap(node, content) }
    if content.isEmpty {
      // Nothing but a form feed or a vertical tab, in conformance mode.
      let start = lines.offset(line: first, column: Int(node.pointee.start_column))
      return (ContentMap(content, at: start), ByteRange(start, lines.trimmedEnd(of: first)))
    }
    // Link definitions at its front are taken off, so count from the end.
    if let map = contentMap(content, lastLine: Int(node.pointee.end_line) - emptyLines(node, behind: content)) {
      return (map, ByteRange(map.source(of: 0), map.range(0, content.count).upperBound))
    }
    let start = lines.offset(line: first, column: Int(node.pointee.start_column))
    return (nil, ByteRange(start, max(start, lines.trimmedEnd(of: Int(node.pointee.end_line)))))
  }

  func headingMap(_ node: CMarkNode, start: Int) -> (ContentMap?, ByteRange) {
    let content = trimmed(node.content)
    let line = lines.line(Int(node.pointee.start_line))
    let at = min(line.upperBound, start + Int(node.pointee.internal_offset))
    let range = ByteRange(start, lines.trimmedEnd(of: Int(node.pointee.start_line)))
    guard at + content.count <= line.upperBound, equal(content, 0, source, at, count: content.count) else { return (nil, range) }
    return (ContentMap(content, at: at), range)
  }

  /// With the underline in the range.
  func setextMap(_ node: CMarkNode) -> (ContentMap?, ByteRange) {
    // cmark gives the line of the underline, or the one after it when that closed the heading.
    let given = Int(node.pointee.end_line)
    let content = trimmed(node.content)
    let isNextBlock = lineOfNextBlock(after: node) <= given
    for underline in isNextBlock ? [given - 1] : [given, given - 1] where isUnderline(underline) {
      guard let map = contentMap(content, lastLine: underline - 1 - emptyLines(node, behind: content)) else { continue }
      return (map, ByteRange(map.source(of: 0), lines.trimmedEnd(of: underline)))
    }
    let start = lines.offset(line: Int(node.pointee.start_line), column: Int(node.pointee.start_column))
    return (nil, ByteRange(start, max(start, lines.trimmedEnd(of: given))))
  }

  /// Lines of nothing but form feeds and vertical tabs, which are no blank lines to cmark but text it then trims.
  private func emptyLines(_ node: CMarkNode, behind content: UnsafeBufferPointer<UInt8>) -> Int {
    guard node.content.count > content.count + 1 else { return 0 }
    var newlines = 0
    for byte in node.content[content.count...].dropLast() where byte == UInt8(ascii: "\n") { newlines += 1 }
    return newlines
  }

  private func isUnderline(_ line: Int) -> Bool {
    let end = lines.trimmedEnd(of: line)
    var start = lines.line(line).lowerBound
    while start < end, source[start].isBlank || source[start] == UInt8(ascii: ">") { start += 1 }
    guard start < end, source[start] == UInt8(ascii: "=") || source[start] == UInt8(ascii: "-") else { return false }
    return source[start..<end].allSatisfy { $0 == source[start] }
  }

  /// Where the block behind this one begins, by line; footnotes stand at the end whatever their place.
  func lineOfNextBlock(after node: CMarkNode) -> Int {
    var ancestor: CMarkNode? = node
    while let current = ancestor {
      if let next = current.pointee.next, next.kind != .footnote { return Int(next.pointee.start_line) }
      ancestor = current.pointee.parent
    }
    return Int.max
  }

  /// Content whose last line is line `lastLine` of the file; nil when a line is not the end of its line there.
  func contentMap(_ content: UnsafeBufferPointer<UInt8>, lastLine: Int) -> ContentMap? {
    guard var newline = content.first(UInt8(ascii: "\n")) else {
      guard let at = tail(content, 0, content.count, of: lastLine) else { return nil }
      return ContentMap(content, at: at.source - at.content)
    }
    var starts: [Int] = [0]
    while true {
      starts.append(newline + 1)
      guard let next = content.first(UInt8(ascii: "\n"), from: newline + 1) else { break }
      newline = next
    }
    var stretches: [ContentMap.Stretch] = []
    stretches.reserveCapacity(starts.count)
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] - 1 : content.count
      guard let stretch = tail(content, start, end, of: lastLine - (starts.count - 1 - i)) else { return nil }
      stretches.append(stretch)
    }
    return ContentMap(content, stretches: stretches)
  }

  /// Where one line of content, blanks at its front aside, stands at the end of a line of the file.
  private func tail(_ content: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, of line: Int) -> ContentMap.Stretch? {
    guard line >= 1, line <= lines.count else { return nil }
    let lineStart = start
    var start = start
    while start < end, content[start].isBlank { start += 1 }
    let range = lines.line(line)
    // The last line of content has lost its trailing spaces.
    var stop = range.upperBound
    if end == content.count {
      while stop > range.lowerBound, source[stop - 1].isSpace { stop -= 1 }
    }
    var at = stop - (end - start)
    guard at >= range.lowerBound, equal(content, start, source, at, count: end - start) else { return nil }
    // Behind a backslash break the blanks are text.
    while start > lineStart, at > range.lowerBound, content[start - 1] == source[at - 1] {
      start -= 1
      at -= 1
    }
    return ContentMap.Stretch(content: start, source: at)
  }

  func trimmed(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = content.count
    while end > 0, content[end - 1].isSpace { end -= 1 }
    return UnsafeBufferPointer(rebasing: content[0..<end])
  }
}

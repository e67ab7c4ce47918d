import CCMarkGFM
import Diagnostics
import Prose

extension BlockReader {
  mutating func table(_ node: CMarkNode, to out: inout [Block]) {
    var alignments: [Table.Alignment] = []
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    if let codes = cmark_gfm_extensions_get_table_alignments(node) {
      for column in 0..<columns {
        switch codes[column] {
        case UInt8(ascii: "l"): alignments.append(.left)
        case UInt8(ascii: "c"): alignments.append(.center)
        case UInt8(ascii: "r"): alignments.append(.right)
        default: alignments.append(.none)
        }
      }
    }
    let headingLine = headingLine(of: node)
    var rows: [[TableCell]] = []
    var last = headingLine + 1
    for (index, row) in node.children.enumerated() {
      let line = index == 0 ? headingLine : Int(row.pointee.start_line)
      last = max(last, line)
      let end = lines.line(line).upperBound
      rows.append(cells(of: row, line: line, from: index == 0 ? headingStart(node, end: end) : rowStart(line)))
    }
    var begin = headingStart(node, end: lines.line(headingLine).upperBound)
    while begin < source.count, source[begin].isBlank { begin += 1 }
    let range = ByteRange(begin, lines.trimmedEnd(of: last))
    var attributes = Attributes()
    if options.ownSyntax, rows.count > 1, let read = attributeRow(line: last) {
      rows.removeLast()
      attributes = read
    }
    out.append(Block(.table(Table(alignments: alignments, rows: rows)), range: range, attributes: attributes))
  }

  /// The paragraph cmark splits off above a table's heading comes without a place, and with `\|` made `|`.
  func headerParagraphMap(_ node: CMarkNode, _ content: UnsafeBufferPointer<UInt8>) -> (ContentMap?, ByteRange) {
    guard let table = node.pointee.next else { return (nil, ByteRange(0, 0)) }
    var newlines = 0
    for byte in content where byte == UInt8(ascii: "\n") { newlines += 1 }
    var line = headingLine(of: table) - 1 - newlines
    let firstLine = line
    var stretches: [ContentMap.Stretch] = []
    var start = 0
    for i in 0...content.count where i == content.count || content[i] == UInt8(ascii: "\n") {
      var from = start
      while from < i, content[from].isBlank { from += 1 }
      guard appendStretches(content, from, i, line: line, to: &stretches) else {
        return (nil, ByteRange(rowStart(firstLine), lines.trimmedEnd(of: firstLine + newlines)))
      }
      start = i + 1
      line += 1
    }
    let map = ContentMap(content, stretches: stretches)
    return (map, map.range(0, content.count))
  }

  /// The line of a table's heading: two above its first row, one above its last line where there is no row. cmark's own
  /// place is that of the paragraph the table was made of, link definitions and all.
  private func headingLine(of table: CMarkNode) -> Int {
    if let row = table.pointee.first_child?.pointee.next { return Int(row.pointee.start_line) - 2 }
    return Int(table.pointee.end_line) - 1
  }

  /// Finds content at the end of a line, `|` standing for `\|` too.
  private func appendStretches(
    _ content: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, line: Int, to stretches: inout [ContentMap.Stretch]
  ) -> Bool {
    let range = lines.line(line)
    var at = end == content.count ? lines.trimmedEnd(of: line) : range.upperBound
    var found: [ContentMap.Stretch] = []
    var i = end
    while i > start {
      guard at > range.lowerBound, source[at - 1] == content[i - 1] else { return false }
      at -= 1
      i -= 1
      if content[i] == UInt8(ascii: "|"), at > range.lowerBound, source[at - 1] == UInt8(ascii: "\\") {
        found.append(ContentMap.Stretch(content: i, source: at))
        at -= 1
      }
    }
    if found.last?.content != start { found.append(ContentMap.Stretch(content: start, source: at)) }
    stretches.append(contentsOf: found.reversed())
    return true
  }

  /// A last line that is attributes and nothing else.
  private func attributeRow(line: Int) -> Attributes? {
    let start = rowStart(line)
    let end = lines.trimmedEnd(of: line)
    guard end > start, source[start] == UInt8(ascii: "{"), source[end - 1] == UInt8(ascii: "}") else { return nil }
    let map = ContentMap(UnsafeBufferPointer(rebasing: source[start..<end]), at: start)
    guard let read = AttributeSyntax(map).lastLine(), read.isWhole else { return nil }
    return read.attributes
  }

  /// Behind the container markers; a row itself never begins with one of these.
  private func rowStart(_ line: Int) -> Int {
    let range = lines.line(line)
    var start = range.lowerBound
    while start < range.upperBound, source[start].isBlank || source[start] == UInt8(ascii: ">") { start += 1 }
    return start
  }

  /// The table was a paragraph: its content ends with the heading's line.
  private func headingStart(_ table: CMarkNode, end: Int) -> Int {
    var length = 0
    for byte in table.content.dropLast().reversed() {
      if byte == UInt8(ascii: "\n") { break }
      length += 1
    }
    return max(0, end - length)
  }

  private mutating func cells(of row: CMarkNode, line: Int, from start: Int) -> [TableCell] {
    var out: [TableCell] = []
    let stop = lines.line(line).upperBound
    var splitter = RowSplitter(source, in: min(start, stop)..<stop)
    for cell in row.children {
      let content = trimmed(cell.content)
      // Cells cmark adds where a row is short have no column.
      guard cell.pointee.start_column != 0, let place = splitter.next() else {
        let end = lines.trimmedEnd(of: line)
        out.append(TableCell(inlines: [], range: ByteRange(end, end)))
        continue
      }
      let range = ByteRange(place)
      if let map = splitter.map(content, in: place) {
        out.append(TableCell(inlines: inlines(of: cell, map: map, range: range), range: range))
      } else {
        out.append(TableCell(inlines: unaligned(range), range: range))
      }
    }
    return out
  }
}

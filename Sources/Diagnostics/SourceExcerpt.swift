/// One line of a source as a terminal can show it: what of it fits, and which cells of that are meant.
///
/// Costs no more than what is shown, however long the line is.
package struct SourceExcerpt: Hashable, Sendable {
  /// The line, or the part of it around the place with «…» where it was cut; tabs are spaces, control characters are drawn («␛»).
  package var text: String
  /// The cells to underline, counted from 0; never empty.
  package var underline: Range<Int>

  /// A character with the marks drawn on it.
  private struct Cluster {
    var start: Int
    var end: Int
    var cells: Int
  }

  /// `line` is a line of `source` without its ending, `range` what is meant: its part on this line is underlined, or the
  /// place where it would be. A bound inside a cluster means the whole cluster.
  package init(_ source: SourceText, line: ByteRange, range: ByteRange, width: Int = 100) {
    let bytes = source.bytes
    let lineStart = min(line.lowerBound, bytes.count)
    let lineEnd = min(line.upperBound, bytes.count)
    let place = Self.clusterStart(bytes, at: min(max(range.lowerBound, lineStart), lineEnd), from: lineStart, to: lineEnd)
    let target = min(max(range.upperBound, place), lineEnd)

    // Two thirds of the room for what comes after: the reader wants to see what is meant.
    var after: [Cluster] = []
    var cellsAfter = 0
    var next = place
    while next < lineEnd, cellsAfter < width {
      let cluster = Self.cluster(bytes, at: next, to: lineEnd)
      after.append(cluster)
      cellsAfter += cluster.cells
      next = cluster.end
    }
    var before: [Cluster] = []
    var cellsBefore = 0
    let roomBefore = max(width / 3, width - cellsAfter)
    var previous = place
    while previous > lineStart {
      let start = Self.clusterStart(bytes, at: previous - 1, from: lineStart, to: lineEnd)
      let cluster = Self.cluster(bytes, at: start, to: previous)
      if cellsBefore + cluster.cells > roomBefore { break }
      before.append(cluster)
      cellsBefore += cluster.cells
      previous = start
    }
    let isCutBefore = previous > lineStart
    if isCutBefore { Self.trimToSpace(&before, &cellsBefore, bytes) }

    var room = width - cellsBefore - (isCutBefore ? 1 : 0)
    let isCutAfter = next < lineEnd || cellsAfter > room
    if isCutAfter {
      room = max(room, 2)
      while let last = after.last, after.count > 1, cellsAfter > room - 1 {
        after.removeLast()
        cellsAfter -= last.cells
      }
    }

    var out = isCutBefore ? "…" : ""
    var cell = isCutBefore ? 1 : 0
    for cluster in before.reversed() { Self.append(cluster, bytes, to: &out, &cell) }
    let underlineStart = cell
    var underlineEnd = cell
    for cluster in after {
      Self.append(cluster, bytes, to: &out, &cell)
      if cluster.start < target { underlineEnd = cell }
    }
    if isCutAfter {
      out += "…"
      cell += 1
      if (after.last?.end ?? place) < target { underlineEnd = cell }
    }
    text = out
    underline = underlineStart..<max(underlineStart + 1, underlineEnd)
  }

  /// Back to a character that is drawn, from one that may be a mark on it or half a character.
  private static func clusterStart(_ bytes: [UInt8], at offset: Int, from lineStart: Int, to lineEnd: Int) -> Int {
    var i = offset
    var steps = 0
    while i > lineStart, i < lineEnd, steps < 64 {
      if bytes[i] & 0xC0 != 0x80, scalar(bytes, at: i, to: lineEnd).cells > 0 { break }
      i -= 1
      steps += 1
    }
    while i > lineStart, i < lineEnd, bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return i
  }

  private static func cluster(_ bytes: [UInt8], at start: Int, to end: Int) -> Cluster {
    var (cells, length) = scalar(bytes, at: start, to: end)
    var next = start + length
    while next < end, next - start < 64 {
      let following = scalar(bytes, at: next, to: end)
      if following.cells > 0 { break }
      next += following.length
    }
    length = next - start
    if bytes[start] == 0x09 { cells = 4 }
    return Cluster(start: start, end: next, cells: max(1, cells))
  }

  /// Cells as shown, where controls are drawn.
  private static func scalar(_ bytes: [UInt8], at i: Int, to end: Int) -> (cells: Int, length: Int) {
    let lead = bytes[i]
    if lead < 0x80 { return (1, 1) }
    let wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var length = 1
    while length < wanted, i + length < end, bytes[i + length] & 0xC0 == 0x80 { length += 1 }
    let decoded = String(decoding: bytes[i..<i + length], as: UTF8.self).unicodeScalars
    return (decoded.reduce(0) { $0 + DisplayWidth.cells(of: Drawn.scalar($1)) }, length)
  }

  private static func append(_ cluster: Cluster, _ bytes: [UInt8], to out: inout String, _ cell: inout Int) {
    cell += cluster.cells
    if bytes[cluster.start] == 0x09 {
      out += "    "
      return
    }
    var hasBase = false
    for scalar in String(decoding: bytes[cluster.start..<cluster.end], as: UTF8.self).unicodeScalars {
      let drawn = Drawn.scalar(scalar)
      // A mark with nothing under it needs something to stand on.
      if !hasBase, DisplayWidth.cells(of: drawn) == 0 { out += "◌" }
      hasBase = true
      out.unicodeScalars.append(drawn)
    }
  }

  /// Begins the shown part after a space, where one is near.
  private static func trimToSpace(_ clusters: inout [Cluster], _ cells: inout Int, _ bytes: [UInt8]) {
    guard let space = clusters.suffix(12).lastIndex(where: { bytes[$0.start] == 0x20 }), space > 0 else {
      if let last = clusters.popLast() { cells -= last.cells }
      return
    }
    for cluster in clusters[space...] { cells -= cluster.cells }
    clusters.removeSubrange(space...)
  }
}

/// Characters as they may go to a terminal.
enum Drawn {
  /// Controls become pictures, so that no text of a chapter commands the terminal; characters that turn the direction of text become U+FFFD.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// A message on one line.
  static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for character in text.unicodeScalars {
      out.append(character == "\n" || character == "\r" || character == "\t" ? " " : scalar(character))
    }
    return String(out)
  }
}

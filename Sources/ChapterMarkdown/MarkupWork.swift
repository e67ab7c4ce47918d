import Diagnostics

/// Counts while the text is surveyed what makes cmark-gfm 0.29.0.gfm.6 take more than linear time or very much memory, so
/// that such a text is refused before it is parsed.
///
/// Counts are upper bounds: paragraphs are taken to run from blank line to blank line. What a chapter written for readers has
/// of each is thousands of times less than the limits.
struct MarkupWork {
  /// Containers in one another.
  static let nesting = 200
  /// Columns of a table.
  static let columns = 200
  /// Cells of all tables, those cmark adds to short rows with them: each takes a node.
  static let cells = 500_000
  /// Bytes that begin or end something, lines with them: each can take a node of 150 bytes, and one of ours.
  static let marks = 1_000_000
  /// Steps of one of cmark's loops inside a loop; about a second.
  static let steps = 300_000_000
  /// Bytes of link addresses: cmark writes a named one out again for each link that names it.
  static let named = 50_000_000

  /// A limit that was passed, and where.
  struct Excess {
    enum Kind { case nesting, columns, cells, marks, steps, addresses, named }
    var kind: Kind
    var offset: Int
    /// What was counted.
    var count: Int
  }
  /// The first of each kind.
  private(set) var excesses: [Excess] = []

  // Of the line.
  var pipes = 0
  var addresses = 0
  private var lineStart = 0
  /// Of the first byte that is neither a blank nor a container's marker.
  private var textStart = 0
  private var isBlankLine = true
  private var declarations = 0
  private var declarationPlaces = 0

  // Of the chunk between blank lines.
  private var chunkStart = 0
  private var delimiters = 0
  private var closers = 0
  private var images = 0
  private var unclosed = 0
  private var unclosedPlaces = 0
  private var tableColumns = 0
  private var followsText = false

  // Of the text.
  var specials = 0
  private var stepsTaken = 0
  private var addressSteps = 0
  private var depthSteps = 0
  private var cellCount = 0
  private var links = 0
  private var longestDefinition = 0
  private var definitionStart: Int?
  private var lineCount = 0
  /// Where the text of each open list item begins, in columns.
  private var items: [Int] = []

  private mutating func exceed(_ kind: Excess.Kind, at offset: Int, count: Int) {
    if !excesses.contains(where: { $0.kind == kind }) { excesses.append(Excess(kind: kind, offset: offset, count: count)) }
  }

  // MARK: Marks

  mutating func delimiter(isFirst: Bool) {
    specials += 1
    if isFirst { delimiters += 1 }
  }

  /// Behind `]:` may stand an address that links name, on its line or the next.
  mutating func closingBracket(next: UInt8, at offset: Int) {
    specials += 1
    closers += 1
    links += 1
    if next == UInt8(ascii: ":") {
      endDefinition(at: offset)
      definitionStart = offset
    }
  }

  private mutating func endDefinition(at end: Int) {
    if let definitionStart { longestDefinition = max(longestDefinition, end - definitionStart) }
    definitionStart = nil
  }

  mutating func openImage() {
    specials += 1
    images += 1
  }

  /// `<?`, `<!A` and `<![CDATA[` are looked for to the end of the paragraph, each time they stand there.
  mutating func openTag(next: UInt8, afterNext: UInt8, at offset: Int) {
    specials += 1
    guard next == UInt8(ascii: "?") || (next == UInt8(ascii: "!") && afterNext != UInt8(ascii: "-")) else { return }
    declarations += 1
    declarationPlaces += offset
  }

  /// What was opened on this line is closed: it is found without going on.
  mutating func closeTag(before: UInt8, _ beforeThat: UInt8) {
    declarations = 0
    declarationPlaces = 0
  }

  // MARK: Lines

  mutating func beginLine(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    lineStart = start
    pipes = 0
    addresses = 0
    declarations = 0
    declarationPlaces = 0
    lineCount += 1
    guard start < text.count, Self.mayBegin(text[start]) else {
      textStart = start
      isBlankLine = start >= text.count
      if !followsText { items.removeAll(keepingCapacity: true) }
      return
    }
    container(text)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isSpace || byte.isDigit || byte == 0x2A || byte == 0x2B || byte == 0x2D || byte == 0x3E
  }

  /// Goes through the markers at the front of a line and keeps count of what is open.
  private mutating func container(_ text: UnsafeBufferPointer<UInt8>) {
    var i = lineStart
    var column = 0
    var markers = 0
    var quotes = 0
    var begun: [Int] = []
    while i < text.count {
      let byte = text[i]
      if byte == 0x20 {
        column += 1
        i += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
        i += 1
      } else if byte == UInt8(ascii: ">") {
        quotes += 1
        column += 1
        i += 1
      } else if let end = Self.endOfMarker(text, at: i) {
        if markers == 0 {
          let at = column
          while let last = items.last, last > at { items.removeLast() }
        }
        markers += 1
        column += end - i + 1
        i = end
        begun.append(column)
        if quotes + markers + items.count > Self.nesting { break }
      } else {
        break
      }
    }
    if markers > 0, quotes + markers + items.count > Self.nesting {
      // A line of nothing but markers is a rule.
      if isRule(text) { begun = [] } else { exceed(.nesting, at: i, count: quotes + markers + items.count) }
    }
    textStart = i
    isBlankLine = i >= text.count || text[i] == 0x0A || text[i] == 0x0D
    if quotes > Self.nesting { exceed(.nesting, at: lineStart, count: quotes) }
    if !isBlankLine, markers == 0, !followsText {
      while let last = items.last, last > column { items.removeLast() }
    }
    items.append(contentsOf: begun)
    specials += 2 * markers + quotes
    depthSteps += items.count + quotes
    if items.count + quotes > Self.nesting { exceed(.nesting, at: textStart, count: items.count + quotes) }
    if depthSteps > Self.steps { exceed(.nesting, at: lineStart, count: items.count + quotes) }
  }

  private static func endOfMarker(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var i = start
    switch text[i] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): i += 1
    case 0x30...0x39:
      while i < text.count, i - start < 9, text[i].isDigit { i += 1 }
      guard i < text.count, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ")") else { return nil }
      i += 1
    default: return nil
    }
    guard i >= text.count || text[i].isSpace else { return nil }
    return i
  }

  /// `- - -`: only asked of lines with more markers than may nest.
  private func isRule(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var mark: UInt8?
    var i = lineStart
    while i < text.count, text[i] != 0x0A, text[i] != 0x0D {
      let byte = text[i]
      i += 1
      if byte.isBlank { continue }
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"), mark == nil || mark == byte else { return false }
      mark = byte
    }
    return true
  }

  mutating func endLine(_ text: UnsafeBufferPointer<UInt8>, at end: Int) {
    defer { followsText = !isBlankLine }
    guard !isBlankLine else { return endChunk(at: end) }
    unclosed += declarations
    unclosedPlaces += declarationPlaces
    specials += pipes
    if pipes > 0 { row(text, end) }
    if tableColumns > 0 {
      cellCount += tableColumns
      if cellCount > Self.cells { exceed(.cells, at: lineStart, count: cellCount) }
    }
    if addresses > 0 { address(text, end) }
    if lineCount + specials > Self.marks { exceed(.marks, at: lineStart, count: lineCount + specials) }
  }

  private mutating func row(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    if pipes > 10 * Self.columns {
      // Cells are appended to a list by walking it, in any line that might be a row.
      stepsTaken += pipes * pipes / 2
      if stepsTaken > Self.steps { exceed(.columns, at: textStart, count: pipes) }
    }
    guard isDelimiterRow(text, end) else { return }
    let first = text[textStart] == UInt8(ascii: "|") ? 1 : 0
    var last = end
    while last > textStart, text[last - 1].isSpace { last -= 1 }
    let columns = max(1, pipes + 1 - first - (last > textStart + 1 && text[last - 1] == UInt8(ascii: "|") ? 1 : 0))
    tableColumns = max(tableColumns, columns)
    if columns > Self.columns { exceed(.columns, at: textStart, count: columns) }
  }

  private func isDelimiterRow(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    for i in textStart..<end {
      switch text[i] {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x09, 0x0B, 0x0C, 0x0D, 0x20: continue
      default: return false
      }
    }
    return true
  }

  /// A bare address is looked for to the end of the line, and a closing bracket at its end counted again for each one.
  private mutating func address(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    var count = addresses
    if end - lineStart > 4096 {
      for i in lineStart..<end where text[i] == UInt8(ascii: ")") || text[i] == UInt8(ascii: ";") { count += 1 }
    }
    addressSteps += count * (end - lineStart)
    if addressSteps > Self.steps / 10 { exceed(.addresses, at: lineStart, count: addresses) }
  }

  /// A blank line, or the end.
  mutating func endChunk(at end: Int) {
    if definitionStart != nil || closers > 0 {
      endDefinition(at: end)
      let bytes = links * longestDefinition
      if bytes > Self.named { exceed(.named, at: chunkStart, count: bytes) }
    }
    if closers > 0 {
      // Every closing bracket of a link walks over the emphasis marks and images before it.
      stepsTaken += closers * (delimiters + images)
    }
    if unclosed > 0 { stepsTaken += max(0, unclosed * end - unclosedPlaces) }
    if stepsTaken > Self.steps { exceed(.steps, at: chunkStart, count: closers + unclosed) }
    chunkStart = end
    delimiters = 0
    closers = 0
    images = 0
    unclosed = 0
    unclosedPlaces = 0
    tableColumns = 0
    declarations = 0
    declarationPlaces = 0
  }
}

/// Writes blocks as Markdown: one blank line between them, one line a paragraph.
struct ChapterWriter {
  private(set) var out: [UInt8] = []
  private var used: [String: Int] = [:]

  /// Front matter with the number and the title, and the title as the first heading. The printed words of the number («บทที่ 6») stay beside it.
  mutating func write(_ title: ChapterTitle) {
    guard title.number != nil || !title.title.isEmpty else { return }
    line("---")
    if let number = title.number { line("number: \(Self.quoted(number.utf8)) # " + title.marker.asText) }
    if !title.title.isEmpty { line("title: " + Self.quoted(title.title)) }
    line("---")
    if !title.title.isEmpty { write([.heading(level: 1, title.heading)]) }
  }

  mutating func write(_ blocks: [ChapterBlock]) {
    if !out.isEmpty, !blocks.isEmpty { out.append(0x0A) }
    write(blocks, indent: 0, first: nil)
  }

  /// `first` is what stands on the first line before the blocks: a list mark.
  private mutating func write(_ blocks: [ChapterBlock], indent: Int, first: [UInt8]?) {
    /// The mark of the list right before: a list with the same mark would go on with it.
    var before: [UInt8]?
    for (n, block) in blocks.enumerated() {
      if n > 0 { out.append(0x0A) }
      let lead = n == 0 ? first : nil
      var mark: [UInt8]?
      switch block {
      case .heading(let level, let prose):
        start(indent, lead)
        out += [UInt8](repeating: 0x23, count: level) + [0x20] + Self.heading(prose)
        out.append(0x0A)
      case .paragraph(let prose):
        start(indent, lead)
        out += Self.prose(prose)
        out.append(0x0A)
      case .verbatim(let markdown):
        start(indent, lead)
        out += markdown
        out.append(0x0A)
      case .list(let list): mark = write(list, indent: indent, first: lead, unlike: before)
      case .caption(let text, let labels):
        start(indent, lead)
        out += escapedMarkdown(text, startsBlock: true)
        out.append(0x0A)
        start(indent, nil)
        line("{.figure}")
        if !labels.isEmpty {
          out.append(0x0A)
          let items = labels.map { ChapterBlock.Item(blocks: [.paragraph(.init(text: $0))]) }
          mark = write(.init(marker: .bullet, items: items), indent: indent, first: nil, unlike: nil)
        }
      }
      before = mark
    }
  }

  /// Returns the list's mark: `-` or `*`, `.` or `)`.
  private mutating func write(_ list: ChapterBlock.ListBlock, indent: Int, first: [UInt8]?, unlike before: [UInt8]?) -> [UInt8] {
    let isTight = list.items.allSatisfy { item in
      guard item.blocks.count == 1, case .paragraph(let prose) = item.blocks[0] else { return false }
      return prose.text.count <= 400
    }
    let mark: [UInt8]
    switch list.marker {
    case .bullet: mark = before == [0x2D] ? [0x2A] : [0x2D]
    case .ordered(_, let close): mark = before == [close] ? [close == 0x2E ? 0x29 : 0x2E] : [close]
    }
    var lead = first
    for (k, item) in list.items.enumerated() {
      if k > 0, !isTight { out.append(0x0A) }
      var opening = mark
      if case .ordered(let start, _) = list.marker { opening = Array("\(start + k)".utf8) + mark }
      start(indent, lead)
      lead = nil
      out += opening + [0x20]
      let inner = indent + opening.count + 1
      guard let text = item.blocks.first else { continue }
      write([text], indent: inner, first: [])
      if !item.attributes.isEmpty {
        start(inner, nil)
        line("{" + unique(item.attributes) + "}")
      }
      if item.blocks.count > 1 {
        out.append(0x0A)
        write(Array(item.blocks.dropFirst()), indent: inner, first: nil)
      }
    }
    return mark
  }

  /// The same question twice gets two identifiers.
  private mutating func unique(_ attributes: String) -> String {
    let count = used[attributes, default: 0] + 1
    used[attributes] = count
    guard count > 1, let end = attributes.firstIndex(of: " ") ?? attributes.indices.last.map({ attributes.index(after: $0) }) else {
      return attributes
    }
    return attributes[..<end] + "-\(count)" + attributes[end...]
  }

  /// The white space before a line, or what stands there instead.
  private mutating func start(_ indent: Int, _ first: [UInt8]?) {
    if let first { out += first } else { out += [UInt8](repeating: 0x20, count: indent) }
  }

  private mutating func line(_ text: String) {
    out += Array(text.utf8)
    out.append(0x0A)
  }

  private static func prose(_ prose: ChapterBlock.Prose) -> [UInt8] {
    if let markdown = prose.markdown { return markdown }
    let title = prose.text.prefix(prose.title)
    guard !title.isEmpty else { return escapedMarkdown(prose.text, startsBlock: true) }
    let stars: [UInt8] = [0x2A, 0x2A]
    return stars + escapedMarkdown(title, startsBlock: false) + stars
      + escapedMarkdown(prose.text.dropFirst(prose.title), startsBlock: false)
  }

  /// A heading's own end: number signs there would be taken for its closing.
  private static func heading(_ prose: ChapterBlock.Prose) -> [UInt8] {
    if let markdown = prose.markdown { return markdown }
    var out = escapedMarkdown(prose.text, startsBlock: false)
    if out.last == 0x23 { out.insert(0x5C, at: out.count - 1) }
    return out
  }

  /// A YAML string in double quotes.
  static func quoted(_ text: some Sequence<UInt8>) -> String {
    var out: [UInt8] = [0x22]
    for byte in text {
      if byte == 0x22 || byte == 0x5C { out.append(0x5C) }
      out.append(byte)
    }
    return out.asText + "\""
  }
}

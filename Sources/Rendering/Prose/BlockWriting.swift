import Prose

extension ProseWriter {
  /// `isTight`: paragraphs of a tight list have no element of their own.
  mutating func blocks(_ blocks: [Block], isTight: Bool) {
    for block in blocks {
      if case .footnote = block.content {
        pendingFootnotes.append(block)
        continue
      }
      self.block(block, isTight: isTight)
    }
  }

  private mutating func block(_ block: Block, isTight: Bool) {
    guard isPage else { return write(block, isTight: isTight, hasElement: true) }
    switch hooks.begin(block, in: place, html: &html) {
    case .asUsual: write(block, isTight: isTight, hasElement: true)
    case .contentOnly: write(block, isTight: isTight, hasElement: false)
    case .omit: break
    }
    hooks.end(block, in: place, html: &html)
  }

  private mutating func write(_ block: Block, isTight: Bool, hasElement: Bool) {
    switch block.content {
    case .paragraph(let inlines):
      // A tight paragraph with a name needs an element to bear it.
      let isBare = isTight && !(isPage && hooks.identifier(of: block) != nil)
      if hasElement, !isBare { start("<p", of: block) }
      self.inlines(inlines)
      if hasElement, !isBare { html.markup("</p>\n") }
    case .heading(let level, let inlines): heading(level, inlines, block, hasElement: hasElement)
    case .thematicBreak:
      guard hasElement else { return }
      if isPage { start("<hr", of: block) } else { start("<hr /", of: block) }
      html.markup("\n")
    case .code(let info, let text): code(info, text, block, hasElement: hasElement)
    case .html(let text): rawBlock(text, block, hasElement: hasElement)
    case .quote(let blocks):
      if hasElement { start("<blockquote", of: block, newline: true) }
      inside(blocks, isTight: false)
      if hasElement {
        freshLine()
        html.markup("</blockquote>\n")
      }
    case .list(let list): self.list(list, block, hasElement: hasElement)
    case .callout(let callout): self.callout(callout, block, hasElement: hasElement)
    case .table(let table): self.table(table, block, hasElement: hasElement)
    case .footnote: pendingFootnotes.append(block)
    }
  }

  private mutating func inside(_ blocks: [Block], isTight: Bool) {
    place.depth += 1
    self.blocks(blocks, isTight: isTight)
    place.depth -= 1
  }

  /// A start tag on a line of its own; `tag` is what stands before the attributes.
  private mutating func start(_ tag: StaticString, of block: Block, classes: [String] = [], newline: Bool = false) {
    freshLine()
    html.markup(tag)
    attributes(of: block, classes: classes)
    html.markup(">")
    if newline { html.markup("\n") }
  }

  private mutating func attributes(of block: Block, classes: [String] = []) {
    guard isPage else { return }
    identifier(hooks.identifier(of: block))
    let classes = classes + block.attributes.classes
    if !classes.isEmpty { html.attribute("class", classes.joined(separator: " ")) }
    if let language = block.attributes["lang"] { html.attribute("lang", language) }
    hooks.attributes(of: block, in: place, html: &html)
  }

  // MARK: Leaves

  private mutating func heading(_ level: Int, _ inlines: [Inline], _ block: Block, hasElement: Bool) {
    let level = isPage ? min(6, max(1, level + options.headingShift)) : min(6, max(1, level))
    if hasElement {
      freshLine()
      html.markup("<h")
      html.number(level)
      attributes(of: block)
      html.markup(">")
    }
    place.isInHeading = true
    self.inlines(inlines)
    place.isInHeading = false
    if hasElement {
      html.markup("</h")
      html.number(level)
      html.markup(">\n")
    }
  }

  private mutating func code(_ info: String, _ text: String, _ block: Block, hasElement: Bool) {
    if hasElement { start("<pre", of: block) }
    html.markup("<code")
    let language = String(decoding: info.utf8.prefix { $0 > 0x20 }, as: UTF8.self)
    if !info.isEmpty { html.attribute("class", "language-" + language) }
    html.markup(">")
    html.text(text)
    html.markup("</code>")
    if hasElement { html.markup("</pre>\n") }
  }

  private mutating func rawBlock(_ text: String, _ block: Block, hasElement: Bool) {
    if options.allowsRawHTML {
      freshLine()
      if options.filtersTags { html.filteredHTML(text) } else { html.html(Array(text.utf8)) }
      freshLine()
    } else {
      if hasElement { start("<p", of: block, classes: ["raw"]) }
      var shown = text
      while shown.utf8.last == UInt8(ascii: "\n") { shown.unicodeScalars.removeLast() }
      html.text(shown)
      if hasElement { html.markup("</p>\n") }
    }
  }

  // MARK: Containers

  private mutating func list(_ list: List, _ block: Block, hasElement: Bool) {
    if hasElement {
      freshLine()
      switch list.marker {
      case .bullet: html.markup("<ul")
      case .ordered(let start, _):
        html.markup("<ol")
        if start != 1 {
          html.markup(" start=\"")
          html.number(start)
          html.markup("\"")
        }
      }
      attributes(of: block, classes: isPage && list.items.contains { $0.isDone != nil } ? ["tasks"] : [])
      html.markup(">\n")
    }
    for item in list.items {
      freshLine()
      html.markup("<li>")
      if let isDone = item.isDone { checkbox(isDone) }
      inside(item.blocks, isTight: list.isTight)
      html.markup("</li>\n")
    }
    if hasElement { if case .bullet = list.marker { html.markup("</ul>\n") } else { html.markup("</ol>\n") } }
  }

  private mutating func checkbox(_ isDone: Bool) {
    if isPage {
      html.markup("<input type=\"checkbox\"")
      if isDone { html.markup(" checked") }
      html.markup(" disabled")
      html.attribute("aria-label", word(isDone ? ProseWording.done : ProseWording.notDone))
      html.markup("> ")
    } else if isDone {
      html.markup("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    } else {
      html.markup("<input type=\"checkbox\" disabled=\"\" /> ")
    }
  }

  private mutating func callout(_ callout: Callout, _ block: Block, hasElement: Bool) {
    // `plain` only says that nothing is to be read from the passage.
    let hasElement = hasElement && callout.kind != "plain"
    if hasElement {
      start("<aside", of: block, classes: ["callout", "callout-" + Self.className(callout.kind)], newline: true)
    }
    let ownTitle = ProseWording.callout(callout.kind)
    if !callout.title.isEmpty || (hasElement && ownTitle != nil) {
      html.markup("<p class=\"callout-title\">")
      if callout.title.isEmpty, let ownTitle { html.text(word(ownTitle)) } else { inlines(callout.title) }
      html.markup("</p>\n")
    }
    inside(callout.blocks, isTight: false)
    if hasElement {
      freshLine()
      html.markup("</aside>\n")
    }
  }

  /// ASCII letters, digits and hyphens; anything else is `other`.
  private static func className(_ kind: String) -> String {
    let isPlain = kind.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    return isPlain ? kind : "other"
  }

  private mutating func table(_ table: Table, _ block: Block, hasElement: Bool) {
    if hasElement { start("<table", of: block, newline: true) }
    for (index, row) in table.rows.enumerated() {
      if index == 0 { html.markup("<thead>\n") }
      if index == 1 { html.markup("<tbody>\n") }
      html.markup("<tr>\n")
      for (column, cell) in row.enumerated() {
        html.markup(index == 0 ? "<th" : "<td")
        if isPage, index == 0 { html.markup(" scope=\"col\"") }
        align(column < table.alignments.count ? table.alignments[column] : .none)
        html.markup(">")
        inlines(cell.inlines)
        html.markup(index == 0 ? "</th>\n" : "</td>\n")
      }
      html.markup("</tr>\n")
      if index == 0 { html.markup("</thead>\n") }
    }
    if table.rows.count > 1 { html.markup("</tbody>\n") }
    if hasElement { html.markup("</table>\n") }
  }

  /// The attribute is obsolete and a style would break a strict content policy: a page gets a class.
  private mutating func align(_ alignment: Table.Alignment) {
    let name: String
    switch alignment {
    case .none: return
    case .left: name = "left"
    case .center: name = "center"
    case .right: name = "right"
    }
    if isPage { html.attribute("class", "align-" + name) } else { html.attribute("align", name) }
  }
}

import Rendering

/// Sets a sheet as plain HTML for pandoc, which makes a Word document of it: headings, lists with real numbers, tables, and our paragraph
/// styles by name (`data-custom-style`), which `docx.py` defines.
///
/// What is drawn on paper (cards, bubbles, figures) stands as a table or as words: a document is for editing.
struct WordSourceWriter {
  private var out = HTMLBuffer(capacity: 16_384)
  private var notes: [SheetText] = []

  mutating func write(_ sheet: Sheet) -> [UInt8] {
    let words = SheetWords(sheet.language)
    out.markup("<!DOCTYPE html>\n<html")
    out.attribute("lang", sheet.language.rawValue)
    out.markup("><head><meta charset=\"utf-8\"><title>")
    out.text(sheet.documentTitle)
    out.markup("</title></head><body>\n")
    styled("Kicker") { $0.out.text(sheet.kicker) }
    element("<h1>", "</h1>\n") { $0.out.text(sheet.title) }
    if sheet.isNamed { fields([.init(words.name), .init(words.studentNumber)]) }
    blocks(sheet.blocks)
    if !notes.isEmpty {
      let all = notes
      element("<h2>", "</h2>\n<ol>\n") { $0.out.text(words.footnotes) }
      for note in all { element("<li>", "</li>\n") { $0.text(note) } }
      out.markup("</ol>\n")
    }
    out.markup("</body></html>\n")
    return out.bytes
  }

  private mutating func element(_ open: StaticString, _ close: StaticString, _ body: (inout Self) -> Void) {
    out.markup(open)
    body(&self)
    out.markup(close)
  }

  /// A paragraph in one of our styles.
  private mutating func styled(_ style: String, _ body: (inout Self) -> Void) {
    out.markup("<div")
    out.attribute("data-custom-style", style)
    element("><p>", "</p></div>\n", body)
  }

  // MARK: Text

  private mutating func text(_ text: SheetText) {
    for inline in text {
      switch inline {
      case .text(let string), .accent(let string), .code(let string): out.text(string)
      case .strong(let string), .term(let string): element("<strong>", "</strong>") { $0.out.text(string) }
      case .soft(let string):
        out.markup("<span")
        out.attribute("data-custom-style", "Quiet")
        element(">", "</span>") { $0.out.text(string) }
      case .emphasis(let string): element("<em>", "</em>") { $0.out.text(string) }
      case .gap(let width, let number):
        if let number { out.text("(\(number)) ") }
        dots(width)
      case .lineBreak: out.markup("<br>")
      case .footnote(let note):
        notes.append(note)
        out.markup("<sup>")
        out.number(notes.count)
        out.markup("</sup>")
      }
    }
  }

  /// Thai forms are filled in on dots; an ellipsis is about an em.
  private mutating func dots(_ width: Double) {
    let count = width.isFinite ? min(60, max(3, Int(width))) : 3
    out.text(String(repeating: "…", count: count))
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [SheetBlock]) {
    for (i, block) in blocks.enumerated() {
      if case .examItem(let item) = block {
        // Items that follow each other are one list, so that Word numbers them on.
        let isFirst = i == 0 || !blocks[i - 1].isExamItem
        let isLast = i + 1 == blocks.count || !blocks[i + 1].isExamItem
        if isFirst {
          out.markup("<ol type=\"1\"")
          out.attribute("start", item.number)
          out.markup(">\n")
        }
        self.item(item)
        if isLast { out.markup("</ol>\n") }
      } else {
        self.block(block)
      }
    }
  }

  private mutating func block(_ block: SheetBlock) {
    switch block {
    case .heading(let level, let text):
      switch level {
      case ...2: element("<h2>", "</h2>\n") { $0.text(text) }
      case 3: element("<h3>", "</h3>\n") { $0.text(text) }
      default: element("<h4>", "</h4>\n") { $0.text(text) }
      }
    case .paragraph(let text): element("<p>", "</p>\n") { $0.text(text) }
    case .note(let text): styled("Note") { $0.text(text) }
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .glossary(let entries): glossary(entries)
    case .set(let set):
      for member in set.members {
        element("<p>", "</p>\n") {
          $0.out.text(member.mark + ". ")
          $0.text(member.title)
          if !member.text.isEmpty { $0.out.text(" ") }
          $0.text(member.text)
        }
        lines(member.lines)
      }
    case .lines(let count): lines(count)
    case .question(let number, let text):
      element("<p><strong>", "</strong></p>\n") {
        if let number { $0.out.text(number + ". ") }
        $0.text(text)
      }
    case .passage(let text, let source):
      styled("Passage") { $0.text(text) }
      styled("Note") { $0.text(source) }
    case .box(let title, let blocks):
      if let title { element("<p><strong>", "</strong></p>\n") { $0.out.text(title) } }
      self.blocks(blocks)
    case .columns(_, let blocks), .together(let blocks): self.blocks(blocks)
    case .quote(let blocks): element("<blockquote>", "</blockquote>\n") { $0.blocks(blocks) }
    case .noted(let blocks, let notes):
      self.blocks(blocks)
      for note in notes { styled("Note") { $0.text(note) } }
    case .cards(let deck):
      element("<table>\n", "</table>\n") { page in
        for card in deck.cards { page.row([card.front, card.back]) }
      }
    case .examItem(let item): self.item(item)
    case .bubbles: break
    case .signatures(let labels):
      for label in labels {
        styled("Centered") {
          $0.dots(24)
          $0.out.markup("<br>")
          $0.out.text(label)
        }
      }
    case .centered(let lines): for line in lines { styled("Centered") { $0.text(line) } }
    case .fields(let fields): self.fields(fields)
    case .figure(let figure): self.figure(figure)
    case .code(let source): for line in source.split(separator: "\n") { element("<p>", "</p>\n") { $0.out.text(String(line)) } }
    case .pageBreak: styled("Page break") { $0.out.text("\u{A0}") }
    }
  }

  /// Word shows no SVG that pandoc can give it.
  private mutating func figure(_ figure: SheetFigure) {
    if case .picture(let picture) = figure.content, picture.format != .svg {
      styled("Centered") { $0.out.picture(picture, alternative: figure.alternative, at: nil) }
      if !figure.caption.isEmpty { styled("Centered") { $0.text(figure.caption) } }
    } else {
      styled("Note") { $0.text(figure.caption.isEmpty ? [.text(figure.alternative)] : figure.caption) }
    }
  }

  private mutating func lines(_ count: Int) {
    for _ in 0..<max(0, count) { styled("Writing line") { $0.out.text("\u{A0}") } }
  }

  private mutating func item(_ item: ExamItem) {
    element("<li>", "</li>\n") { page in
      page.styled("Stem") { $0.text(item.stem) }
      if !item.options.isEmpty {
        // Short options side by side: the script sets what is of these styles in columns, one list as before.
        let columns = item.optionColumns
        if columns > 1 {
          page.out.markup("<div")
          page.out.attribute("data-custom-style", columns == 2 ? "Options 2" : "Options 4")
          page.out.markup(">")
        }
        page.element("<ol type=\"a\">\n", "</ol>\n") { list in
          for option in item.options {
            if columns > 1 {
              list.element("<li><p>", "</p></li>\n") { $0.text(option) }
            } else {
              list.element("<li>", "</li>\n") { $0.text(option) }
            }
          }
        }
        if columns > 1 { page.out.markup("</div>\n") }
      }
      page.blocks(item.answer)
    }
  }

  private mutating func list(_ list: SheetList) {
    let isOrdered = list.marker == .number || list.marker == .letter
    out.markup(isOrdered ? "<ol" : "<ul")
    if isOrdered { out.attribute("type", list.marker == .letter ? "a" : "1") }
    if list.start != 1 { out.attribute("start", String(list.start)) }
    out.markup(">\n")
    for item in list.items { element("<li>", "</li>\n") { $0.blocks(item) } }
    out.markup(isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func table(_ table: SheetTable) {
    out.markup("<table>\n")
    let shares = table.columns.map { column -> Double in
      switch column.width {
      case .content: 4
      case .em(let width): max(2, width)
      case .share(let share): Double(share) * 8
      }
    }
    let total = shares.reduce(0, +)
    out.markup("<colgroup>")
    for share in shares {
      out.markup("<col style=\"width:")
      out.number(max(1, Int(100 * share / max(1, total))))
      out.markup("%\">")
    }
    out.markup("</colgroup>\n")
    if table.hasHeads {
      out.markup("<thead><tr>")
      for column in table.columns { element("<th>", "</th>") { $0.out.text(column.title) } }
      out.markup("</tr></thead>\n")
    }
    for row in table.rows { self.row(table.columns.indices.map { row.cells.indices.contains($0) ? row.cells[$0] : [] }) }
    out.markup("</table>\n")
  }

  private mutating func row(_ cells: [SheetText]) {
    element("<tr>", "</tr>\n") { row in
      for cell in cells { row.element("<td>", "</td>") { $0.text(cell) } }
    }
  }

  private mutating func glossary(_ entries: [GlossaryEntry]) {
    element("<dl>\n", "</dl>\n") { page in
      for entry in entries {
        page.element("<dt>", "</dt>\n") { $0.out.text(([entry.term] + entry.english).joined(separator: " · ")) }
        for meaning in entry.meanings {
          page.element("<dd><p>", "</p></dd>\n") {
            $0.out.text(meaning.statement + (meaning.source.isEmpty ? "" : " (\(meaning.source))"))
          }
        }
        if entry.meanings.isEmpty || !entry.see.isEmpty { page.element("<dd><p>", "</p></dd>\n") { $0.text(entry.see) } }
      }
    }
  }

  /// Two a row.
  private mutating func fields(_ fields: [SheetField]) {
    element("<table>\n", "</table>\n") { page in
      for start in stride(from: 0, to: fields.count, by: 2) {
        page.element("<tr>", "</tr>\n") { row in
          for k in start..<start + 2 {
            row.element("<td>", "</td>") {
              guard fields.indices.contains(k) else { return }
              $0.out.text(fields[k].label + "\u{A0}")
              if let value = fields[k].value { $0.out.text(value) } else { $0.dots(12) }
            }
          }
        }
      }
    }
  }
}

extension SheetBlock {
  fileprivate var isExamItem: Bool { if case .examItem = self { true } else { false } }
}

import Rendering
import ThaiText

/// Sets a sheet as Typst: calls of the prelude's functions, one a block, all text in string literals.
struct TypstWriter {
  var setting: LineSetting
  var out = TypstBuffer()
  private var termColumn = 13.2
  private var hasMargin = false

  init(setting: LineSetting) { self.setting = setting }

  mutating func write(_ sheet: Sheet, _ settings: SheetSettings, prelude: String) -> String {
    let words = SheetWords(sheet.language)
    termColumn = settings.isTight ? 0 : settings.nameColumn
    hasMargin = sheet.hasMargin
    out.code(template: prelude)
    out.code("\n#sheet(")
    argument("paper", settings.paper.rawValue)
    out.code("base: ")
    out.number(settings.size.points)
    out.code("pt, ")
    argument("lang", sheet.language.rawValue)
    argument("document-title", sheet.documentTitle)
    out.code("kicker: ")
    text([.text(sheet.kicker)])
    out.code(", title: ")
    text([.text(sheet.title)])
    out.code(", footer: ")
    text([.text(sheet.footer)])
    out.code(", running: ")
    let line = WritingRoom(settings: settings).lineWidth - (sheet.hasMargin ? SheetSettings.marginWidth : 0)
    // One line: it is printed at four fifths of the size of the text.
    text([.text(setting.fitted(sheet.kicker + " · " + sheet.title, em: line / 0.8 - 1))])
    out.code(sheet.isBare ? ", bare: true" : ", bare: false")
    if sheet.hasMargin {
      out.code(", margin: ")
      out.number(SheetSettings.marginWidth)
      out.code("em")
    }
    if sheet.isNamed {
      out.code(", named: (")
      for label in [words.name, words.studentNumber] {
        out.string(label)
        out.code(", ")
      }
      out.code(")")
    }
    out.code(", {\n")
    blocks(sheet.blocks)
    out.code("})\n")
    return out.text
  }

  mutating func argument(_ name: StaticString, _ value: String) {
    out.code(name)
    out.code(": ")
    out.string(value)
    out.code(", ")
  }

  // MARK: Text

  /// `t("…", k("…"), …)`
  mutating func text(_ text: SheetText) {
    out.code("t(")
    for (i, inline) in text.enumerated() {
      switch inline {
      case .text(let string): pieces(string)
      case .strong(let string): wrapped("b", string)
      case .term(let string): wrapped("term", string)
      case .soft(let string): wrapped("soft", string)
      case .accent(let string): wrapped("acc", string)
      case .emphasis(let string): wrapped("em", string)
      case .code(let string):
        out.code("mono(")
        out.string(string)
        out.code(")")
      case .footnote(let note):
        out.code("note-at-foot(")
        self.text(note)
        out.code(")")
      case .gap(let width, let number):
        out.code("gap(")
        out.number(width)
        if let number {
          out.code(", number: ")
          out.number(number)
        }
        out.code(text.clings(after: i) ? ", closed: true)" : ")")
      case .lineBreak: out.code("linebreak()")
      }
      out.code(",")
    }
    out.code(")")
  }

  mutating func wrapped(_ function: StaticString, _ string: String) {
    out.code(function)
    out.code("(t(")
    pieces(string)
    out.code("))")
  }

  mutating func pieces(_ string: String) {
    var isFirst = true
    for piece in setting.pieces(string) {
      if !isFirst { out.code(",") }
      isFirst = false
      out.code(piece.isKept ? "k(" : "")
      out.string(piece.text)
      out.code(piece.isKept ? ")" : "")
    }
    if isFirst { out.code("\"\"") }
  }

  mutating func texts(_ texts: [SheetText]) {
    out.code("(")
    for item in texts {
      text(item)
      out.code(", ")
    }
    out.code(")")
  }

  // MARK: Blocks

  mutating func body(_ blocks: [SheetBlock]) {
    out.code("{\n")
    self.blocks(blocks)
    out.code("}")
  }

  mutating func blocks(_ blocks: [SheetBlock]) {
    for (index, block) in blocks.enumerated() {
      // «**ชวนคิด**» over a list is its heading, whatever it is written as.
      if case .paragraph(let text) = block, text.count == 1, case .strong? = text.first, index + 1 < blocks.count,
        case .list = blocks[index + 1]
      {
        call("over") { $0.text(text) }
      } else {
        self.block(block)
      }
      out.code("\n")
    }
  }

  mutating func block(_ block: SheetBlock) {
    switch block {
    case .heading(let level, let text):
      call("head") {
        $0.out.number(min(max(level, 2), 4)); $0.out.code(", "); $0.text(text)
      }
    case .paragraph(let text): call("p") { $0.text(text) }
    case .note(let text): call("note") { $0.text(text) }
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .glossary(let entries): glossary(entries)
    case .set(let set): self.set(set)
    case .lines(let count): call("lines") { $0.out.number(max(0, count)) }
    case .question(let number, let text):
      call("question") {
        $0.number(number)
        $0.out.code(", ")
        $0.text(text)
      }
    case .passage(let text, let source):
      call("passage") {
        $0.text(text)
        $0.out.code(", ")
        $0.text(source)
      }
    case .box(let title, let blocks):
      call("panel") {
        if let title { $0.text([.text(title)]) } else { $0.out.code("none") }
        $0.out.code(", ")
        $0.body(blocks)
      }
    case .columns(let count, let blocks):
      call("side") {
        $0.out.number(max(1, count))
        $0.out.code(", ")
        $0.body(blocks)
      }
    case .together(let blocks): call("together") { $0.body(blocks) }
    case .cards(let deck): cards(deck)
    case .examItem(let item): examItem(item)
    case .bubbles(let grid): bubbles(grid)
    case .signatures(let labels): call("signatures") { $0.texts(labels.map { [.text($0)] }) }
    case .centered(let lines): call("centered") { $0.texts(lines) }
    case .fields(let fields):
      call("fields") {
        for field in fields {
          $0.out.code("(")
          $0.text([.text(field.label)])
          $0.out.code(", ")
          if let value = field.value { $0.text([.text(value)]) } else { $0.out.code("none") }
          $0.out.code("), ")
        }
      }
    case .figure(let figure): self.figure(figure)
    case .noted(let blocks, let notes):
      call("noted") {
        $0.out.code($0.hasMargin ? "true, " : "false, ")
        $0.body(blocks)
        $0.out.code(", ")
        $0.texts(notes)
      }
    case .quote(let blocks): call("quoted") { $0.body(blocks) }
    case .code(let source):
      call("listing") {
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
          $0.out.string(String(line))
          $0.out.code(", ")
        }
      }
    case .pageBreak: out.code("pagebreak(weak: true)")
    }
  }

  mutating func call(_ function: StaticString, _ arguments: (inout Self) -> Void) {
    out.code(function)
    out.code("(")
    arguments(&self)
    out.code(")")
  }

  mutating func number(_ number: String?) {
    if let number { out.string(number) } else { out.code("none") }
  }

  mutating func list(_ list: SheetList) {
    call("points") {
      $0.out.string(list.marker.name)
      $0.out.code(", ")
      $0.out.number(list.start)
      $0.out.code(", (")
      for item in list.items {
        // What is to be written stays with the lines to write it on.
        let isKept = item.contains { if case .lines(let count) = $0 { count < 12 } else { false } }
        if isKept { $0.out.code("block(width: 100%, breakable: false, ") }
        $0.body(item)
        if isKept { $0.out.code(")") }
        $0.out.code(", ")
      }
      $0.out.code(")")
    }
  }

  mutating func table(_ table: SheetTable) {
    call("matrix") {
      $0.out.code("columns: (")
      for column in table.columns {
        switch column.width {
        case .content: $0.out.code("auto")
        case .em(let width):
          $0.out.number(width)
          $0.out.code("em")
        case .share(let share):
          $0.out.number(max(1, share))
          $0.out.code("fr")
        }
        $0.out.code(", ")
      }
      $0.out.code("), align: (")
      for column in table.columns {
        switch column.alignment {
        case .start: $0.out.code("left, ")
        case .center: $0.out.code("center, ")
        case .end: $0.out.code("right, ")
        }
      }
      $0.out.code(table.isRuled ? "), ruled: true, extra: " : "), ruled: false, extra: ")
      $0.out.number(table.extraHeight)
      $0.out.code(", heads: ")
      // A grid of numbers and letters has no heads.
      $0.texts(table.hasHeads ? table.columns.map { [.text($0.title)] } : [])
      $0.out.code(", rows: (")
      for row in table.rows {
        $0.out.code(row.isStrong ? "\n(strong: true, cells: " : "\n(strong: false, cells: ")
        $0.texts(table.columns.indices.map { row.cells.indices.contains($0) ? row.cells[$0] : [] })
        $0.out.code("), ")
      }
      $0.out.code(")")
    }
  }

  mutating func glossary(_ entries: [GlossaryEntry]) {
    let width = termColumn
    call("glossary") {
      $0.out.number(width)
      $0.out.code("em, ")
      for entry in entries {
        $0.out.code("\n(letter: ")
        $0.number(entry.letter)
        $0.out.code(", term: ")
        $0.text([.text(entry.term)])
        $0.out.code(", english: ")
        if entry.english.isEmpty { $0.out.code("none") } else { $0.text([.text(entry.english.joined(separator: ", "))]) }
        $0.out.code(", meanings: (")
        for meaning in entry.meanings {
          $0.out.code("(")
          $0.text([.text(meaning.statement)])
          $0.out.code(", ")
          if meaning.source.isEmpty { $0.out.code("none") } else { $0.text([.text(meaning.source)]) }
          $0.out.code("), ")
        }
        $0.out.code("), see: ")
        if entry.see.isEmpty { $0.out.code("none") } else { $0.text(entry.see) }
        $0.out.code("), ")
      }
    }
  }

  mutating func set(_ set: SheetSet) {
    call("members") {
      $0.out.number(max(1, set.columns))
      for member in set.members {
        $0.out.code(", (mark: ")
        $0.out.string(member.mark)
        $0.out.code(", title: ")
        $0.text(member.title)
        $0.out.code(", text: ")
        if member.text.isEmpty { $0.out.code("none") } else { $0.text(member.text) }
        $0.out.code(", lines: ")
        $0.out.number(max(0, member.lines))
        $0.out.code(")")
      }
    }
  }

  mutating func cards(_ deck: CardDeck) {
    call("cards") {
      $0.out.number(deck.columns)
      $0.out.code(", ")
      $0.out.number(deck.rows)
      for card in deck.cards {
        $0.out.code(",\n(")
        $0.text(card.front)
        $0.out.code(", ")
        $0.text(card.back)
        $0.out.code(", ")
        $0.text([.text(card.foot)])
        $0.out.code(")")
      }
    }
  }

  mutating func examItem(_ item: ExamItem) {
    call("item") {
      $0.out.string(item.number)
      $0.out.code(", ")
      $0.text(item.stem)
      $0.out.code(", ")
      $0.out.number(item.optionColumns)
      $0.out.code(", ")
      $0.texts(item.options)
      $0.out.code(", ")
      if item.answer.isEmpty { $0.out.code("none") } else { $0.body(item.answer) }
    }
  }

  mutating func bubbles(_ grid: BubbleGrid) {
    call("bubbles") {
      $0.out.number(grid.digits)
      $0.out.code(", ")
      $0.out.number(grid.items)
      $0.out.code(", ")
      $0.out.number(grid.options)
    }
  }
}

extension SheetList.Marker {
  /// What the prelude and the style sheet call it.
  var name: String {
    switch self {
    case .dash: return "dash"
    case .number: return "number"
    case .letter: return "letter"
    case .checkbox: return "checkbox"
    }
  }
}

import Diagnostics
import Rendering
import ThaiText

/// Sets a sheet as a page that looks on screen as it prints: one file with its style inside, nothing fetched but the fonts and the
/// script that asks for them early.
struct SheetPageWriter {
  var setting: LineSetting
  var out = HTMLBuffer(capacity: 32_768)
  private var rules: [(name: String, declaration: String)] = []
  private var ruleNames: [String: String] = [:]
  /// Met so far, for the end of the page.
  private var notes: [SheetText] = []
  var figures = 0

  init(setting: LineSetting) { self.setting = setting }

  /// A page and the style it needs: inside it, or linked to at `stylesheet`, as a site that allows no inline style wants it.
  mutating func write(_ sheet: Sheet, _ settings: SheetSettings, style: String, stylesheet: String? = nil) -> (
    page: [UInt8], style: [UInt8]
  ) {
    let words = SheetWords(sheet.language)
    out.markup("<body")
    out.attribute("class", sheet.isBare ? "bare" : sheet.hasMargin ? "sheet margin" : "sheet")
    out.markup(">\n<main>\n")
    if sheet.isBare {
      // Cards to be cut have no room for a title; a reader that reads aloud begins with it.
      out.markup("<h1 class=\"unseen\">")
      pieces(sheet.title)
      out.markup("</h1>\n")
    } else {
      out.markup("<header>\n<p class=\"kicker\">")
      pieces(sheet.kicker)
      out.markup("</p>\n<h1>")
      pieces(sheet.title)
      out.markup("</h1>\n</header>\n")
      if sheet.isNamed {
        out.markup("<p class=\"names\">")
        for label in [words.name, words.studentNumber] {
          out.markup("<span class=\"name\"><span>")
          out.text(label)
          out.markup("</span><i></i></span>")
        }
        out.markup("</p>\n")
      }
    }
    blocks(sheet.blocks)
    footnotes(words)
    out.markup("</main>\n</body>\n</html>\n")
    var css = PageRules(sheet: sheet, settings: settings).css + Array(style.utf8)
    for (name, declaration) in rules { css += Array(".\(name) { \(declaration) }\n".utf8) }

    var page = HTMLBuffer(capacity: out.count + css.count + 1024)
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", sheet.language.rawValue)
    page.markup(
      ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.text(sheet.documentTitle)
    page.markup("</title>\n")
    if let path = settings.assetsPath {
      page.markup("<script")
      page.attribute("src", path + "/letters.js")
      // Without an icon of its own a browser asks the server for one that is not there.
      page.markup("></script>\n<link rel=\"icon\" type=\"image/svg+xml\"")
      page.attribute("href", path + "/icon.svg")
      page.markup(">\n")
    }
    if let stylesheet {
      page.markup("<link rel=\"stylesheet\"")
      page.attribute("href", stylesheet)
      page.markup(">\n")
    } else {
      page.markup("<style>\n")
      page.html(css)
      page.markup("</style>\n")
    }
    page.markup("</head>\n")
    page.html(out)
    return (page.bytes, css)
  }

  /// A class for what is measured and so differs from place to place; attributes of style would break a strict content policy.
  mutating func rule(_ declaration: String) -> String {
    if let known = ruleNames[declaration] { return known }
    let name = "r\(rules.count + 1)"
    rules.append((name, declaration))
    ruleNames[declaration] = name
    return name
  }

  // MARK: Text

  mutating func text(_ text: SheetText) {
    for (i, inline) in text.enumerated() {
      switch inline {
      case .text(let string): pieces(string)
      case .strong(let string):
        out.markup("<strong>")
        pieces(string)
        out.markup("</strong>")
      case .term(let string):
        out.markup("<strong class=\"term\">")
        pieces(string)
        out.markup("</strong>")
      case .soft(let string): span("soft", string)
      case .accent(let string): span("accent", string)
      case .emphasis(let string):
        out.markup("<em>")
        pieces(string)
        out.markup("</em>")
      case .code(let string):
        out.markup("<code>")
        out.text(string)
        out.markup("</code>")
      case .footnote(let note):
        notes.append(note)
        out.markup("<sup class=\"accent\">")
        out.number(notes.count)
        out.markup("</sup>")
      case .gap(let width, let number):
        if let number {
          out.markup("<sup class=\"accent\">")
          out.number(number)
          out.markup("</sup>")
        }
        out.markup("<span")
        out.attribute("class", "gap " + rule("--gap: \(tenths(width))em"))
        out.markup("></span>")
        if text.clings(after: i) { out.text("\u{2060}") }
      case .lineBreak: out.markup("<br>")
      }
    }
  }

  mutating func span(_ name: String, _ string: String) {
    out.markup("<span")
    out.attribute("class", name)
    out.markup(">")
    pieces(string)
    out.markup("</span>")
  }

  mutating func pieces(_ string: String) {
    for piece in setting.pieces(string) {
      out.markup(piece.isKept ? "<span class=\"k\">" : "")
      out.text(piece.text)
      out.markup(piece.isKept ? "</span>" : "")
    }
  }

  func tenths(_ value: Double) -> String {
    let clamped = Int(((value.isFinite ? min(max(value, 0), 1000) : 0) * 10).rounded())
    return "\(clamped / 10).\(clamped % 10)"
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [SheetBlock]) {
    for block in blocks { self.block(block) }
  }

  mutating func element(_ open: StaticString, _ close: StaticString, _ body: (inout Self) -> Void) {
    out.markup(open)
    body(&self)
    out.markup(close)
  }

  mutating func block(_ block: SheetBlock) {
    switch block {
    case .heading(let level, let text):
      switch level {
      case ...2: element("<h2>", "</h2>\n") { $0.text(text) }
      case 3: element("<h3>", "</h3>\n") { $0.text(text) }
      default: element("<h4>", "</h4>\n") { $0.text(text) }
      }
    case .paragraph(let text): element("<p>", "</p>\n") { $0.text(text) }
    case .note(let text): element("<p class=\"note\">", "</p>\n") { $0.text(text) }
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .glossary(let entries): glossary(entries)
    case .set(let set): self.set(set)
    case .lines(let count): lines(count, "<div class=\"lines\">")
    case .question(let number, let text):
      element("<div class=\"question\">", "</div>\n") {
        if let number {
          $0.out.markup("<b class=\"number\">")
          $0.out.text(number)
          $0.out.markup(".</b> ")
        }
        $0.text(text)
      }
    case .passage(let text, let source):
      element("<blockquote>", "</blockquote>\n") {
        $0.element("<p>", "</p>") { $0.text(text) }
        $0.element("<p class=\"soft\">", "</p>") { $0.text(source) }
      }
    case .box(let title, let blocks):
      element("<section class=\"box\">", "</section>\n") {
        if let title { $0.element("<p class=\"box-title\">", "</p>\n") { $0.pieces(title) } }
        $0.blocks(blocks)
      }
    case .columns(let count, let blocks):
      out.markup("<div")
      out.attribute("class", "columns " + rule("column-count: \(max(1, count))"))
      element(">", "</div>\n") { $0.blocks(blocks) }
    case .together(let blocks): element("<div class=\"together\">", "</div>\n") { $0.blocks(blocks) }
    case .cards(let deck): cards(deck)
    case .examItem(let item): examItem(item)
    case .bubbles(let grid): bubbles(grid)
    case .signatures(let labels):
      element("<div class=\"signatures\">", "</div>\n") { page in
        for label in labels { page.element("<p><i></i>", "</p>") { $0.pieces(label) } }
      }
    case .centered(let lines):
      element("<div class=\"centered\">", "</div>\n") { page in
        for line in lines { page.element("<p>", "</p>") { $0.text(line) } }
      }
    case .fields(let fields):
      element("<div class=\"fields\">", "</div>\n") { page in
        for field in fields {
          page.element("<p><span class=\"soft\">", "</p>") {
            $0.pieces(field.label)
            $0.out.markup(field.value == nil ? "</span><i></i>" : "</span> <span>")
            if let value = field.value { $0.pieces(value) }
            $0.out.markup(field.value == nil ? "" : "</span>")
          }
        }
      }
    case .figure(let figure): self.figure(figure)
    case .noted(let blocks, let notes):
      element("<div class=\"noted\"><div>", "</div>\n") { page in
        page.blocks(blocks)
        page.element("</div><aside role=\"note\">", "</aside>") { aside in
          for note in notes { aside.element("<p>", "</p>") { $0.text(note) } }
        }
      }
    case .quote(let blocks): element("<blockquote>", "</blockquote>\n") { $0.blocks(blocks) }
    case .code(let source): element("<pre>", "</pre>\n") { $0.out.text(source) }
    case .pageBreak: out.markup("<div class=\"page-break\"></div>\n")
    }
  }

  mutating func figure(_ figure: SheetFigure) {
    figures += 1
    let id = "figure-\(figures)"
    element("<figure>", "</figure>\n") { page in
      switch figure.content {
      case .drawing(let drawing):
        GraphDrawing(drawing, id: id, title: figure.alternative, description: nil).render(into: &page.out)
      case .picture(let picture): page.out.picture(picture, alternative: figure.alternative, at: picture.address)
      }
      if !figure.caption.isEmpty { page.element("<figcaption>", "</figcaption>") { $0.text(figure.caption) } }
    }
  }

  /// Chromium sets no footnotes: they stand at the end.
  mutating func footnotes(_ words: SheetWords) {
    guard !notes.isEmpty else { return }
    let all = notes
    element("<section class=\"footnotes\"><h2>", "</section>\n") { page in
      page.out.text(words.footnotes)
      page.element("</h2>\n<ol class=\"number\">\n", "</ol>\n") { list in
        for note in all { list.element("<li>", "</li>\n") { $0.text(note) } }
      }
    }
  }

  mutating func lines(_ count: Int, _ open: StaticString) {
    element(open, "</div>\n") { page in
      for _ in 0..<max(0, count) { page.out.markup("<i></i>") }
    }
  }

  mutating func list(_ list: SheetList) {
    out.markup(list.marker == .number || list.marker == .letter ? "<ol" : "<ul")
    out.attribute("class", list.marker.name)
    if list.start != 1 { out.attribute("start", String(list.start)) }
    out.markup(">\n")
    for item in list.items {
      element("<li>", "</li>\n") { page in
        // A single paragraph needs no element of its own.
        if item.count == 1, case .paragraph(let text)? = item.first { page.text(text) } else { page.blocks(item) }
      }
    }
    out.markup(list.marker == .number || list.marker == .letter ? "</ol>\n" : "</ul>\n")
  }

  mutating func cards(_ deck: CardDeck) {
    let each = deck.columns * deck.rows
    var start = 0
    while start < deck.cards.count {
      let some = Array(deck.cards[start..<min(start + each, deck.cards.count)])
      start += each
      face(deck, (0..<each).map { some.indices.contains($0) ? some[$0] : nil }, isBack: false)
      let mirrored = (0..<deck.rows).flatMap { row in (0..<deck.columns).reversed().map { row * deck.columns + $0 } }
      face(deck, mirrored.map { some.indices.contains($0) ? some[$0] : nil }, isBack: true)
    }
  }

  mutating func face(_ deck: CardDeck, _ cards: [CardDeck.Card?], isBack: Bool) {
    out.markup("<div")
    let shape = rule("--columns: \(deck.columns); --rows: \(deck.rows)")
    out.attribute("class", (isBack ? "cards back " : "cards front ") + shape)
    element(">\n", "</div>\n") { page in
      for card in cards {
        page.element("<div class=\"card\">", "</div>\n") {
          guard let card else { return }
          $0.element("<p>", "</p>") { $0.text(isBack ? card.back : card.front) }
          if isBack { $0.element("<small>", "</small>") { $0.pieces(card.foot) } }
        }
      }
    }
  }

  mutating func examItem(_ item: ExamItem) {
    element("<div class=\"item\"><b>", "</div>\n") { page in
      page.out.text(item.number)
      page.element(".</b><div><p>", "</p>\n") { $0.text(item.stem) }
      if !item.options.isEmpty {
        page.out.markup("<ol")
        page.out.attribute("class", "letter options " + page.rule("--columns: \(max(1, item.optionColumns))"))
        page.element(">", "</ol>\n") { list in
          for option in item.options { list.element("<li>", "</li>") { $0.text(option) } }
        }
      }
      page.blocks(item.answer)
      page.out.markup("</div>")
    }
  }

  mutating func bubbles(_ grid: BubbleGrid) {
    element(
      "<div class=\"bubbles\"><i class=\"corner\"></i><i class=\"corner\"></i><i class=\"corner\"></i><i class=\"corner\"></i>\n",
      "</div>\n"
    ) { page in
      if grid.digits > 0 {
        page.out.markup("<div")
        page.out.attribute("class", "digits " + page.rule("--columns: \(grid.digits)"))
        page.element(">", "</div>\n") {
          for _ in 0..<grid.digits { $0.out.markup("<span class=\"digit\"></span>") }
          for digit in 0..<10 {
            for _ in 0..<grid.digits {
              $0.out.markup("<span class=\"ring\">")
              $0.out.number(digit)
              $0.out.markup("</span>")
            }
          }
        }
      }
      page.element("<div class=\"rows\">", "</div>\n") { rows in
        for number in 1...max(1, grid.items) {
          rows.element("<p><b>", "</p>") {
            $0.out.number(number)
            $0.out.markup("</b>")
            for option in 0..<grid.options {
              $0.out.markup("<span class=\"ring\">")
              $0.out.text(SheetWords.optionLetter(option))
              $0.out.markup("</span>")
            }
          }
        }
      }
    }
  }
}

import Diagnostics
import Rendering
import ThaiText

/// Sets blocks as a page of an e-book: XHTML, every element closed, notes at the end of the page and linked both ways.
struct BookPageWriter {
  /// A heading of the page, for the table of contents.
  struct Heading: Hashable {
    var level: Int
    var title: String
    var id: String
  }
  /// A place where a printed page would begin.
  struct Page: Hashable {
    var number: Int
    var id: String
  }
  private(set) var headings: [Heading] = []
  private(set) var pages: [Page] = []
  /// Drawn in the page itself.
  private(set) var hasDrawings = false
  /// Shown from beside the page, by name.
  private(set) var pictures: [String: SheetPicture] = [:]
  /// Some figure says no more than its caption.
  private(set) var hasBareFigures = false

  private let setting: LineSetting
  private let words: SheetWords
  private let prefix: String
  private var out = HTMLBuffer(capacity: 32_768)
  private var notes: [SheetText] = []
  private var firstPage: Int
  /// Letters since the last page began.
  private var letters = 0
  /// Letters on a page of print, near enough.
  private static let pageLetters = 1_900

  /// - Parameter prefix: begins every identifier of the page.
  init(setting: LineSetting, words: SheetWords, prefix: String, firstPage: Int) {
    self.setting = setting
    self.words = words
    self.prefix = prefix
    self.firstPage = firstPage
  }

  /// A whole page; `role` is an EPUB type («chapter», «glossary»).
  mutating func write(title: String, kicker: String?, role: StaticString, language: Language, _ body: (inout Self) -> Void)
    -> [UInt8]
  {
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"")
    out.markup(" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
    attribute("lang", language.rawValue)
    attribute("xml:lang", language.rawValue)
    out.markup(">\n<head>\n<title>")
    plain(title)
    out.markup("</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n<section epub:type=\"")
    out.markup(role)
    out.markup("\" role=\"doc-")
    out.markup(role)
    out.markup("\"")
    attribute("aria-label", title)
    out.markup(">\n")
    if let kicker { element("<p class=\"kicker\">", "</p>\n") { $0.pieces(kicker) } }
    element("<h1>", "</h1>\n") { $0.pieces(title) }
    beginPage()
    body(&self)
    endnotes()
    out.markup("</section>\n</body>\n</html>\n")
    return out.bytes
  }

  // MARK: Parts

  private mutating func element(_ open: StaticString, _ close: StaticString, _ body: (inout Self) -> Void) {
    out.markup(open)
    body(&self)
    out.markup(close)
  }

  private mutating func attribute(_ name: StaticString, _ value: String) { out.attribute(name, Self.cleaned(value)) }

  private mutating func plain(_ text: String) { out.text(Self.cleaned(text)) }

  /// Without the two characters of Unicode's first plane that XML forbids; controls are the buffer's business.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }))
  }

  private mutating func pieces(_ text: String) {
    letters += text.unicodeScalars.count
    for piece in setting.pieces(text) {
      out.markup(piece.isKept ? "<span class=\"k\">" : "")
      plain(piece.text)
      out.markup(piece.isKept ? "</span>" : "")
    }
  }

  private mutating func tagged(_ open: StaticString, _ close: StaticString, _ text: String) {
    element(open, close) { $0.pieces(text) }
  }

  mutating func text(_ text: SheetText) {
    for inline in text {
      switch inline {
      case .text(let string): pieces(string)
      case .strong(let string): tagged("<strong>", "</strong>", string)
      case .term(let string): tagged("<dfn>", "</dfn>", string)
      case .soft(let string): tagged("<span class=\"soft\">", "</span>", string)
      case .accent(let string): tagged("<b>", "</b>", string)
      case .emphasis(let string): tagged("<em>", "</em>", string)
      case .code(let string): element("<code>", "</code>") { $0.plain(string) }
      case .gap: out.markup("<span class=\"gap\">…………</span>")
      case .lineBreak: out.markup("<br/>")
      case .footnote(let note):
        notes.append(note)
        out.markup("<a epub:type=\"noteref\" role=\"doc-noteref\"")
        attribute("id", "\(prefix)-r\(notes.count)")
        attribute("href", "#\(prefix)-n\(notes.count)")
        out.markup(">")
        out.number(notes.count)
        out.markup("</a>")
      }
    }
  }

  private mutating func endnotes() {
    guard !notes.isEmpty else { return }
    let all = notes
    element("<section class=\"notes\">\n<h2>", "</section>\n") { page in
      page.plain(page.words.footnotes)
      page.out.markup("</h2>\n")
      for (i, note) in all.enumerated() {
        page.out.markup("<aside epub:type=\"footnote\" role=\"doc-footnote\"")
        page.attribute("id", "\(page.prefix)-n\(i + 1)")
        page.out.markup("><p><a")
        page.attribute("href", "#\(page.prefix)-r\(i + 1)")
        page.out.markup(">")
        page.out.number(i + 1)
        page.out.markup("</a> ")
        page.text(note)
        page.out.markup("</p></aside>\n")
      }
    }
  }

  private mutating func beginPage() {
    let page = Page(number: firstPage + pages.count, id: "\(prefix)-p\(firstPage + pages.count)")
    pages.append(page)
    letters = 0
    out.markup("<div epub:type=\"pagebreak\" role=\"doc-pagebreak\"")
    attribute("id", page.id)
    attribute("aria-label", String(page.number))
    out.markup("></div>\n")
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [SheetBlock], isTop: Bool = false) {
    for block in blocks {
      if isTop, letters > Self.pageLetters { beginPage() }
      self.block(block)
    }
  }

  mutating func heading(_ level: Int, _ text: SheetText) {
    let heading = Heading(level: level, title: text.plainText, id: "\(prefix)-h\(headings.count + 1)")
    headings.append(heading)
    let tags: (StaticString, StaticString) =
      switch level {
      case ...2: ("<h2", "</h2>\n")
      case 3: ("<h3", "</h3>\n")
      default: ("<h4", "</h4>\n")
      }
    out.markup(tags.0)
    attribute("id", heading.id)
    out.markup(">")
    self.text(text)
    out.markup(tags.1)
  }

  private mutating func block(_ block: SheetBlock) {
    switch block {
    case .heading(let level, let text): heading(level, text)
    case .paragraph(let text): element("<p>", "</p>\n") { $0.text(text) }
    case .note(let text): element("<p class=\"soft\">", "</p>\n") { $0.text(text) }
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .glossary(let entries): glossary(entries)
    case .set(let set):
      for member in set.members { element("<p>", "</p>\n") { $0.text([.accent(member.mark + " ")] + member.title + member.text) } }
    case .question(let number, let text):
      element("<p class=\"question\">", "</p>\n") { $0.text((number.map { [.accent($0 + ". ")] } ?? []) + text) }
    case .passage(let text, let source):
      element("<blockquote>", "</blockquote>\n") {
        $0.element("<p>", "</p>") { $0.text(text) }
        $0.element("<p class=\"soft\">", "</p>") { $0.text(source) }
      }
    case .box(let title, let blocks):
      element("<section class=\"box\">", "</section>\n") {
        if let title { $0.tagged("<p><strong>", "</strong></p>", title) }
        $0.blocks(blocks)
      }
    case .columns(_, let blocks), .together(let blocks): self.blocks(blocks)
    case .quote(let blocks): element("<blockquote>", "</blockquote>\n") { $0.blocks(blocks) }
    case .noted(let blocks, let notes):
      self.blocks(blocks)
      element("<aside class=\"margin\">", "</aside>\n") { aside in
        for note in notes { aside.element("<p>", "</p>") { $0.text(note) } }
      }
    case .figure(let figure): self.figure(figure)
    case .code(let source): element("<pre>", "</pre>\n") { $0.plain(source) }
    case .examItem(let item): self.item(item)
    case .centered(let lines): for line in lines { element("<p>", "</p>\n") { $0.text(line) } }
    case .fields(let fields):
      for field in fields { element("<p>", "</p>\n") { $0.pieces(field.label + " " + (field.value ?? "…………")) } }
    // What is written, cut or filled in on paper has no place on a screen.
    case .lines, .cards, .bubbles, .signatures, .pageBreak: break
    }
  }

  private mutating func figure(_ figure: SheetFigure) {
    if figure.alternative.isEmpty || figure.alternative == figure.caption.plainText { hasBareFigures = true }
    let id = "\(prefix)-f\(out.count)"
    element("<figure>\n", "</figure>\n") { page in
      switch figure.content {
      case .drawing(let drawing):
        page.hasDrawings = true
        GraphDrawing(drawing, id: id, title: Self.cleaned(figure.alternative), description: nil).render(into: &page.out)
      case .picture(let picture):
        let name = BookPicture.name(of: picture)
        page.pictures[name] = picture
        page.out.picture(picture, alternative: Self.cleaned(figure.alternative), at: "media/" + name, isXML: true)
      }
      if !figure.caption.isEmpty { page.element("<figcaption>", "</figcaption>\n") { $0.text(figure.caption) } }
    }
  }

  private mutating func list(_ list: SheetList) {
    let isOrdered = list.marker == .number || list.marker == .letter
    out.markup(isOrdered ? "<ol" : "<ul")
    if isOrdered, list.start != 1 { attribute("start", String(list.start)) }
    out.markup(">\n")
    for item in list.items { element("<li>", "</li>\n") { $0.blocks(item) } }
    out.markup(isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func table(_ table: SheetTable) {
    element("<table>\n", "</table>\n") { page in
      if table.hasHeads {
        page.out.markup("<thead><tr>")
        for column in table.columns { page.tagged("<th scope=\"col\">", "</th>", column.title) }
        page.out.markup("</tr></thead>\n")
      }
      page.out.markup("<tbody>\n")
      for row in table.rows {
        page.out.markup("<tr>")
        for i in table.columns.indices {
          page.element("<td>", "</td>") { if row.cells.indices.contains(i) { $0.text(row.cells[i]) } }
        }
        page.out.markup("</tr>\n")
      }
      page.out.markup("</tbody>\n")
    }
  }

  private mutating func glossary(_ entries: [GlossaryEntry]) {
    guard !entries.isEmpty else { return }
    element("<dl epub:type=\"glossary\">\n", "</dl>\n") { page in
      for entry in entries {
        page.element("<dt epub:type=\"glossterm\">", "</dt>\n") {
          $0.tagged("<dfn>", "</dfn>", entry.term)
          if !entry.english.isEmpty {
            $0.tagged(" <span class=\"soft\" lang=\"en\" xml:lang=\"en\">", "</span>", entry.english.joined(separator: ", "))
          }
        }
        for meaning in entry.meanings {
          page.element("<dd epub:type=\"glossdef\">", "</dd>\n") {
            $0.pieces(meaning.statement)
            if !meaning.source.isEmpty { $0.tagged(" <span class=\"soft\">(", ")</span>", meaning.source) }
          }
        }
        if entry.meanings.isEmpty || !entry.see.isEmpty {
          page.element("<dd epub:type=\"glossdef\">", "</dd>\n") { $0.text(entry.see) }
        }
      }
    }
  }

  // MARK: Questions

  private mutating func item(_ item: ExamItem) {
    element("<div class=\"item\">", "</div>\n") { page in
      page.element("<p>", "</p>\n") { $0.text([.accent(item.number + ". ")] + item.stem) }
      page.options(item.options)
      page.blocks(item.answer)
    }
  }

  private mutating func options(_ options: [SheetText]) {
    guard !options.isEmpty else { return }
    element("<ul class=\"options\">\n", "</ul>\n") { list in
      for (i, option) in options.enumerated() {
        list.element("<li>", "</li>\n") { $0.text([.text(SheetWords.optionLetter(i) + ". ")] + option) }
      }
    }
  }

  /// A question with a link to its answer on another page.
  mutating func question(_ item: ExamItem, id: String, answer: String) {
    if letters > Self.pageLetters { beginPage() }
    out.markup("<div class=\"item\"")
    attribute("id", id)
    out.markup(">")
    element("<p>", "</p>\n") { $0.text([.accent(item.number + ". ")] + item.stem) }
    options(item.options)
    blocks(item.answer)
    link(answer, words.answer)
    out.markup("</div>\n")
  }

  mutating func answer(_ blocks: [SheetBlock], id: String, question: String) {
    if letters > Self.pageLetters { beginPage() }
    out.markup("<div class=\"item\"")
    attribute("id", id)
    out.markup(">")
    self.blocks(blocks)
    link(question, words.backToQuestion)
    out.markup("</div>\n")
  }

  private mutating func link(_ address: String, _ label: String) {
    out.markup("<p class=\"go\"><a")
    attribute("href", address)
    out.markup(">")
    plain(label)
    out.markup("</a></p>\n")
  }
}

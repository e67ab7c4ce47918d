import CourseModel
import Diagnostics
import Prose
import Rendering

/// A chapter's text as blocks of a sheet: terms set off where they are first met, with notes beside them, citations with the source at
/// the foot of the page.
struct ChapterProse {
  let context: SheetContext
  let settings: Settings
  private let marks: [Mark]
  private let references: ReferenceFormatter
  private let workOfKey: [String: Work]
  private var footnotes: [Int: [Block]] = [:]
  private var noted: Set<ConceptID> = []
  private var sourced: Set<WorkID> = []
  private var isTitleSeen = false

  struct Settings {
    /// Terms have notes.
    var hasNotes = true
  }

  init(_ context: SheetContext, _ text: ChapterText, settings: Settings = Settings()) {
    self.context = context
    self.settings = settings
    marks = text.marks
    references = ReferenceFormatter(context.course)
    workOfKey = Dictionary(context.course.works.compactMap { work in work.key.map { ($0, work) } }) { first, _ in first }
    collect(text.document.blocks)
  }

  private mutating func collect(_ blocks: [Block]) {
    for case .footnote(_, let number, let inner) in blocks.map(\.content) { footnotes[number] = inner }
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [Block]) -> [SheetBlock] {
    var out: [SheetBlock] = []
    for block in blocks {
      let made = self.block(block)
      guard settings.hasNotes, !made.isEmpty, Self.bearsNotes(block) else {
        out += made
        continue
      }
      let notes = self.notes(in: block.range)
      if notes.isEmpty { out += made } else { out.append(.noted(made, notes: notes)) }
    }
    return out
  }

  private static func bearsNotes(_ block: Block) -> Bool {
    switch block.content {
    case .paragraph, .list, .quote, .callout: return true
    case .heading, .code, .html, .table, .thematicBreak, .footnote: return false
    }
  }

  private mutating func inner(_ blocks: [Block]) -> [SheetBlock] {
    var out: [SheetBlock] = []
    for block in blocks { out += self.block(block) }
    return out
  }

  private mutating func block(_ block: Block) -> [SheetBlock] {
    switch block.content {
    case .paragraph(let inlines): return paragraph(inlines, block)
    case .heading(let level, let inlines):
      if level == 1, !isTitleSeen {
        isTitleSeen = true
        return []
      }
      return [.heading(level: min(4, max(2, level)), text(inlines))]
    case .list(let list): return [.list(self.list(list))]
    case .quote(let blocks): return [.quote(inner(blocks))]
    case .callout(let callout): return self.callout(callout)
    case .code(let info, let source):
      if let figure = graph(info, block) { return [.figure(figure)] }
      return [.code(source)]
    case .html(let source): return source.hasPrefix("<!--") ? [] : [.code(source)]
    case .table(let table): return [.table(self.table(table))]
    case .thematicBreak, .footnote: return []
    }
  }

  private mutating func paragraph(_ inlines: [Inline], _ block: Block) -> [SheetBlock] {
    if inlines.count == 1, case .image(let source, _, let alternative) = inlines[0].content {
      let words = alternative.plainText.isEmpty ? block.attributes["alt"] ?? "" : alternative.plainText
      let caption = block.attributes["caption"] ?? ""
      if let picture = context.text?.pictures[source] {
        return [
          .figure(
            SheetFigure(
              picture: picture, caption: caption.isEmpty ? [] : [.text(caption)], alternative: words.isEmpty ? caption : words))
        ]
      }
      return [.box(title: caption.isEmpty ? nil : caption, [.paragraph([.soft(context.words.picture(words))])])]
    }
    let text = text(inlines)
    return text.isEmpty ? [] : [.paragraph(text)]
  }

  private mutating func list(_ list: List) -> SheetList {
    var marker = SheetList.Marker.dash
    var start = 1
    if case .ordered(let first, _) = list.marker { (marker, start) = (.number, first) }
    if list.items.contains(where: { $0.isDone != nil }) { marker = .checkbox }
    var items: [[SheetBlock]] = []
    for item in list.items { items.append(inner(item.blocks)) }
    return SheetList(marker, start: start, items)
  }

  private mutating func callout(_ callout: Callout) -> [SheetBlock] {
    if ["question", "activity", "exercise"].contains(callout.kind) {
      let title = text(callout.title)
      return (title.isEmpty ? [] : [.question(number: nil, title)]) + inner(callout.blocks)
    }
    if callout.kind == "plain" { return inner(callout.blocks) }
    let title = callout.title.plainText
    return [.box(title: title.isEmpty ? nil : title, inner(callout.blocks))]
  }

  private func graph(_ info: String, _ block: Block) -> SheetFigure? {
    let name = info.utf8.prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
    guard name.elementsEqual("dot".utf8) || name.elementsEqual("graphviz".utf8) else { return nil }
    var range = block.range
    if let attributes = block.attributes.range { range = range.union(attributes) }
    var id = block.attributes.id.map { FigureID($0) }
    for case .figure(let marked) in marks(in: range).map(\.record) { id = marked }
    guard let id, let drawing = context.drawings.figures[id] else { return nil }
    let figure = context.course[id]
    let caption = block.attributes["caption"] ?? figure?.title ?? ""
    let alternative = figure?.alternative ?? block.attributes["alt"] ?? caption
    return SheetFigure(drawing: drawing, caption: caption.isEmpty ? [] : [.text(caption)], alternative: alternative)
  }

  private mutating func table(_ table: Table) -> SheetTable {
    let width = table.rows.map(\.count).max() ?? 0
    var rows: [[SheetText]] = []
    for row in table.rows {
      var cells: [SheetText] = []
      for cell in row { cells.append(text(cell.inlines)) }
      rows.append(cells)
    }
    let columns = (0..<width).map { column -> SheetTable.Column in
      let longest = rows.map { $0.indices.contains(column) ? $0[column].plainText.unicodeScalars.count : 0 }.max() ?? 0
      let alignment: SheetTable.Column.Alignment =
        switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
        case .center: .center
        case .right: .end
        case .none, .left: .start
        }
      let head = rows.first.flatMap { $0.indices.contains(column) ? $0[column].plainText : nil } ?? ""
      return .init(head, .share(min(8, max(2, longest / 10))), alignment)
    }
    return SheetTable(columns: columns, rows: rows.dropFirst().map { .init($0) })
  }

  // MARK: Notes

  /// The terms first met in a block, with what they mean where the block does not say so itself.
  private mutating func notes(in range: ByteRange) -> [SheetText] {
    var notes: [SheetText] = []
    let found = marks(in: range)
    var defined: Set<ConceptID> = []
    for case .definition(let id) in found.map(\.record) { if let concept = context.course[id]?.concept { defined.insert(concept) } }
    for case .concept(let id) in found.map(\.record) {
      guard let concept = context.course[id], !(concept.definitions.isEmpty && concept.english.isEmpty) else { continue }
      guard noted.insert(id).inserted else { continue }
      var note: SheetText = [.term(concept.term)]
      if let english = concept.english.first { note.append(.text(" " + english)) }
      if !defined.contains(id), let definition = meaning(of: concept) {
        let source = context.sources.short(definition)
        note += [.lineBreak, .text(context.setting.fitted(definition.statement, em: 34) + (source.isEmpty ? "" : " (\(source))"))]
      }
      // The term alone says nothing that the block does not.
      if note.count > 1 { notes.append(note) }
    }
    return notes
  }

  private func meaning(of concept: Concept) -> Definition? {
    concept.definitions.lazy.compactMap { context.course[$0] }.first(where: \.isForPaper)
  }

  /// The marks that begin in a range. O(log marks + found).
  private func marks(in range: ByteRange) -> ArraySlice<Mark> {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, marks.count)
      while low < high {
        let middle = (low + high) / 2
        if marks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: range.lowerBound)
    return marks[start..<max(start, first(from: range.upperBound))]
  }

  // MARK: Text

  private enum Style { case plain, strong, emphasis }

  private mutating func text(_ inlines: [Inline]) -> SheetText {
    var out: SheetText = []
    append(inlines, .plain, to: &out)
    return out
  }

  private mutating func append(_ inlines: [Inline], _ style: Style, to out: inout SheetText) {
    for inline in inlines {
      switch inline.content {
      case .text(let text): append(text, inline.range, style, to: &out)
      case .code(let text): out.append(.code(text))
      case .emphasis(let inner): append(inner, style == .plain ? .emphasis : style, to: &out)
      case .strong(let inner): append(inner, .strong, to: &out)
      case .strikethrough(let inner), .span(let inner, _): append(inner, style, to: &out)
      case .link(let destination, _, let inner):
        append(inner, style, to: &out)
        let isAddress = destination.hasPrefix("https://") || destination.hasPrefix("http://")
        if isAddress, inner.plainText != destination { out.append(.footnote([.text(destination)])) }
      case .image(_, _, let inner): add(context.words.picture(inner.plainText), style, to: &out)
      case .softBreak: add(" ", style, to: &out)
      case .lineBreak: out.append(.lineBreak)
      case .html(let text): if !text.hasPrefix("<!--") { out.append(.code(text)) }
      case .footnoteReference(_, let number, _): if let note = footnote(number) { out.append(.footnote(note)) }
      case .citation(let keys): append(keys, style, to: &out)
      }
      // A citation read from prose may end with any kind of inline.
      if case .text = inline.content { continue }
      for mark in marks(in: inline.range) where mark.range.upperBound <= inline.range.upperBound { source(mark, to: &out) }
    }
  }

  /// Text with its marks: terms first met are set off, citations get their source behind them.
  private mutating func append(_ text: String, _ range: ByteRange, _ style: Style, to out: inout SheetText) {
    let bytes = Array(text.utf8)
    // What stands for its source as a whole has no place within it.
    guard bytes.count == range.count else {
      add(text, style, to: &out)
      for mark in marks(in: range) { source(mark, to: &out) }
      return
    }
    var written = 0
    func upTo(_ place: Int) -> String {
      defer { written = max(written, place) }
      return place > written ? String(decoding: bytes[written..<place], as: UTF8.self) : ""
    }
    for mark in marks(in: range) {
      let start = mark.range.lowerBound - range.lowerBound
      let end = min(mark.range.upperBound - range.lowerBound, bytes.count)
      guard start >= written, end > start else { continue }
      switch mark.record {
      case .concept(let id):
        guard style == .plain, !noted.contains(id), shownTerms.insert(id).inserted else { continue }
        add(upTo(start), style, to: &out)
        out.append(.term(upTo(end)))
      case .citation:
        add(upTo(end), style, to: &out)
        source(mark, to: &out)
      case .definition, .enumeration, .figure, .question, .section: continue
      }
    }
    add(upTo(bytes.count), style, to: &out)
  }

  /// Terms that have been set off once.
  private var shownTerms: Set<ConceptID> = []

  private func add(_ text: String, _ style: Style, to out: inout SheetText) {
    guard !text.isEmpty else { return }
    switch style {
    case .plain: if case .text(let last)? = out.last { out[out.count - 1] = .text(last + text) } else { out.append(.text(text)) }
    case .strong: out.append(.strong(text))
    case .emphasis: out.append(.emphasis(text))
    }
  }

  private mutating func append(_ keys: [CitationKey], _ style: Style, to out: inout SheetText) {
    let labels = keys.map { key in workOfKey[key.key].map { references.parenthetical($0, locator: key.locator) } ?? "@" + key.key }
    add("(" + labels.joined(separator: "; ") + ")", style, to: &out)
    for key in keys { if let work = workOfKey[key.key] { source(work, to: &out) } }
  }

  private mutating func source(_ mark: Mark, to out: inout SheetText) {
    guard case .citation(let id) = mark.record, let work = context.course[id]?.work.flatMap({ context.course[$0] }) else { return }
    source(work, to: &out)
  }

  /// Once a work: where it is cited again, its name and year lead back.
  private mutating func source(_ work: Work, to out: inout SheetText) {
    guard sourced.insert(work.id).inserted else { return }
    let entry = references.entry(work).map { part -> SheetInline in part.isTitle ? .emphasis(part.text) : .text(part.text) }
    out.append(.footnote(entry))
  }

  private mutating func footnote(_ number: Int) -> SheetText? {
    guard let blocks = footnotes[number] else { return nil }
    // A note in a note has no place on paper: once met, it is only text.
    footnotes[number] = nil
    var out: SheetText = []
    for case .paragraph(let inlines) in blocks.map(\.content) {
      if !out.isEmpty { out.append(.lineBreak) }
      out += text(inlines).filter { if case .footnote = $0 { false } else { true } }
    }
    return out
  }
}

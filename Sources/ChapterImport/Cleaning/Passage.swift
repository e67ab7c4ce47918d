import Diagnostics
import ThaiText

/// A paragraph, heading or item as the author thought of it, and what its words alone say it may be.
struct Passage: Sendable {
  /// How the document itself sets a passage off, where it says so.
  enum Style: Hashable, Sendable {
    case plain
    /// Bold throughout.
    case strong
    /// Set as a heading, 1 to 6.
    case heading(level: Int)
    /// A table, picture or the like, taken over as it is: no words of it are read.
    case opaque
  }
  /// Normalised, single spaces, never empty.
  let text: [UInt8]
  /// From its first to its last byte in the file.
  let source: ByteRange
  let indent: Int
  /// Terminal cells.
  let width: Int
  let blankLinesBefore: Int
  let style: Style
  /// The passage with its pictures, notes and emphasis; nil for plain text.
  let markup: InlineMarkup?
  /// A list as the document has it; then there is no text to read.
  let list: ChapterBlock.ListBlock?

  let marker: ItemMarker?
  let caption: CaptionMarker?
  let part: PartMarker?
  /// A heading every chapter may have, by itself on its line; with a number only where it cannot be an item of a list.
  let standing: HeadingCues.Standing?
  let isTitleLike: Bool

  init(
    text: [UInt8], source: ByteRange, indent: Int = 0, width: Int, blankLinesBefore: Int = 0, style: Style = .plain,
    markup: InlineMarkup? = nil, list: ChapterBlock.ListBlock? = nil
  ) {
    self.text = text
    self.source = source
    self.indent = indent
    self.width = width
    self.blankLinesBefore = blankLinesBefore
    self.style = style
    self.markup = markup
    self.list = list
    let marker = style == .opaque ? nil : ItemMarker(text)
    let isRich = markup?.isRich == true
    // What cannot be cut after its mark keeps it as text.
    let isWhole = isRich && marker.map { markup?.markdown(from: $0.textStart) == nil } ?? false
    guard style != .opaque, !isWhole else {
      self.marker = nil
      caption = nil
      part = nil
      standing = nil
      isTitleLike = false
      return
    }
    let standing = width <= HeadingCues.widest ? HeadingCues.standing(text) : nil
    self.marker = marker
    caption = isRich ? nil : CaptionMarker(text, width: width)
    part = width <= HeadingCues.widest ? PartMarker(text) : nil
    self.standing = standing == .other && marker != nil ? nil : standing
    // A heading would lose its notes and pictures.
    isTitleLike = !isRich && HeadingCues.isTitleLike(text, width: width)
  }

  /// The level of a heading by the document's own style; nil for any other passage.
  var headingLevel: Int? { if case .heading(let level) = style { level } else { nil } }
  /// Whether the document sets it off as a heading, by style or by bold type.
  var isSetOff: Bool { headingLevel != nil || (style == .strong && isTitleLike) }

  init(list: ChapterBlock.ListBlock, source: ByteRange) {
    self.init(text: [0x2A], source: source, width: 400, style: .opaque, list: list)
  }

  /// The text from an offset on, with its markup. Ask `canCut(at:)` first.
  func prose(from offset: Int = 0) -> ChapterBlock.Prose {
    ChapterBlock.Prose(text: Array(text.dropFirst(offset)), markdown: markup.flatMap { $0.markdown(from: offset) })
  }

  /// The passage as it is, as a block of its own.
  var block: ChapterBlock {
    if let list { return .list(list) }
    return style == .opaque ? .verbatim(markup?.markdown ?? text) : .paragraph(prose())
  }

  /// Whether the text may be parted at an offset and lose nothing but emphasis.
  func canCut(at offset: Int) -> Bool { markup.map { !$0.isRich || $0.markdown(from: offset) != nil } ?? true }

  /// Whether it could be a heading by its words, with nothing that says it is something else.
  var isPlainTitle: Bool { isTitleLike && width <= HeadingCues.widestPlain && marker == nil && caption == nil }
}

/// Joins the lines of a text that was cut to a width; in any other each line is a passage.
///
/// Thai lines join without a space, since a cut need not stand between phrases; lines that ended in a space, and lines with Latin or a
/// bracket at the seam, with one. A word cut by a hyphen («commu-», «nity») is made whole.
func passages(_ lines: [SourceLine], without furniture: PageFurniture, _ counts: inout CleaningCounts) -> [Passage] {
  let aside = Set(furniture.lines)
  let kept = lines.indices.filter { !aside.contains($0) }
  let measure = LineMeasure(kept.map { lines[$0] })
  var drafts: [(text: [UInt8], source: ByteRange, indent: Int, width: Int, blank: Int)] = []
  var blank = 0
  /// The line before, unless a blank line that ends a paragraph stood between.
  var previous: SourceLine?
  for (place, index) in kept.enumerated() {
    let line = lines[index]
    if line.isBlank {
      // A blank line at a page's edge ends nothing when the line before it is full: the page did.
      let isPageEdge =
        (place > 0 && kept[place - 1] != index - 1) || place + 1 < kept.count && kept[place + 1] != index + 1 || line.startsPage
      if !(isPageEdge && measure.isWrapped) { previous = nil }
      blank += 1
      continue
    }
    if let before = previous, var draft = drafts.last, measure.joins(before, line), !standsByItself(line) {
      counts.joinedLines.add(line.source)
      if join(&draft.text, line.text, before.ending) { counts.joinedWords.add(line.source) }
      draft.source = draft.source.union(line.source)
      draft.width += line.width
      drafts[drafts.count - 1] = draft
    } else {
      drafts.append((line.text, line.source, line.indent, line.width, blank))
    }
    blank = 0
    previous = line
  }
  return drafts.map {
    Passage(text: normalised($0.text), source: $0.source, indent: $0.indent, width: $0.width, blankLinesBefore: $0.blank)
  }
}

/// Whether a text's lines were cut to a width, and which of them were.
struct LineMeasure {
  /// The cells of a full line; nil where each line is a paragraph.
  private let full: Int?

  init(_ lines: [SourceLine]) {
    let widths = lines.filter { !$0.isBlank }.map { $0.width + $0.indent }.sorted()
    guard widths.count >= 6 else {
      full = nil
      return
    }
    let wide = widths[widths.count * 9 / 10]
    let widest = widths[(widths.count - 1) * 49 / 50]
    guard wide >= 30, widest <= 110 else {
      full = nil
      return
    }
    // Cut lines end within a word of one width; paragraphs that happen to be short do not.
    var followed = 0
    var even = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.isBlank && !next.isBlank && line.width + line.indent >= wide * 7 / 10 {
      followed += 1
      if line.width + line.indent >= wide - 14 { even += 1 }
    }
    full = followed >= 3 && even * 3 >= followed * 2 ? wide : nil
  }

  var isWrapped: Bool { full != nil }

  /// Whether `line` goes on with the paragraph of the line `before` it.
  func joins(_ before: SourceLine, _ line: SourceLine) -> Bool {
    guard let full else { return false }
    if endsInCutWord(before.text, line.text) { return true }
    let isFull = before.width + before.indent >= full * 7 / 10
    return isFull && line.indent <= before.indent + 1
  }
}

/// Appends a line to a passage. Returns whether a cut word was made whole.
private func join(_ text: inout [UInt8], _ line: [UInt8], _ ending: SourceLine.Ending) -> Bool {
  guard !text.isEmpty, !line.isEmpty else { return false }
  if ending == .softHyphen {
    text += line
    return true
  }
  if endsInCutWord(text, line) {
    text.removeLast()
    text += line
    return true
  }
  let isThaiSeam = isThai(text.suffix(3)) && isThai(line.prefix(3))
  if ending == .space || !isThaiSeam { text.append(0x20) }
  text += line
  return false
}

/// «commu-» before «nity».
private func endsInCutWord(_ text: [UInt8], _ line: [UInt8]) -> Bool {
  guard text.count > 1, text[text.count - 1] == 0x2D, let first = line.first else { return false }
  return isLatinLetter(text[text.count - 2]) && first >= 0x61 && first <= 0x7A
}

/// Whether a line is something of its own, however full the line before it is.
private func standsByItself(_ line: SourceLine) -> Bool {
  ItemMarker(line.text) != nil || (line.width <= HeadingCues.widest && HeadingCues.standing(line.text) != nil)
    || PartMarker(line.text) != nil
    || CaptionMarker(line.text, width: line.width) != nil
}

private func isLatinLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

private func isThai(_ bytes: ArraySlice<UInt8>) -> Bool {
  let bytes = Array(bytes)
  guard bytes.count == 3, bytes[0] == 0xE0, bytes[1] == 0xB8 || bytes[1] == 0xB9 else { return false }
  let offset = (bytes[1] & 1) << 6 | (bytes[2] & 0x3F)
  return offset != 0x46 && offset != 0x2F && !(offset >= 0x50 && offset <= 0x59)
}

import ChapterMarkdown
import Diagnostics
import Prose
import ThaiText

@testable import ChapterImport

/// An outline as a reader of the Markdown sees it: one line a block.
///
/// «# …» headings by level, «1. …» and «- …» items by depth, «fig …» captions; paragraphs as «p» unless `paragraphs` asks for their first words.
func outline(_ chapter: ImportedChapter, paragraphs: Int = 0) -> [String] {
  let parsed = parseMarkdown(SourceText(file: "chapter.md", chapter.markdown))
  return parsed.document.blocks.flatMap { outline($0, depth: 0, paragraphs) }
}

private func outline(_ block: Block, depth: Int, _ paragraphs: Int) -> [String] {
  let indent = String(repeating: "  ", count: depth)
  switch block.content {
  case .heading(let level, let inlines): return [indent + String(repeating: "#", count: level) + " " + inlines.plainText]
  case .paragraph(let inlines):
    let text = inlines.plainText
    if block.attributes.has("figure") { return [indent + "fig " + text] }
    return [indent + "p" + (paragraphs > 0 ? " " + text.unicodeScalars.prefix(paragraphs).map(String.init).joined() : "")]
  case .list(let list):
    var out: [String] = []
    for (k, item) in list.items.enumerated() {
      var mark = "-"
      if case .ordered(let start, let delimiter) = list.marker { mark = "\(start + k)" + String(Unicode.Scalar(delimiter)) }
      guard let first = item.blocks.first, case .paragraph(let inlines) = first.content else { continue }
      var title = inlines.plainText
      if case .strong(let strong) = inlines.first?.content { title = "*" + strong.plainText + "*" }
      out.append(indent + mark + " " + String(title.prefix(60)) + (first.attributes.id == nil ? "" : " #"))
      out += item.blocks.dropFirst().flatMap { outline($0, depth: depth + 1, paragraphs) }
    }
    return out
  default: return [indent + "?"]
  }
}

/// The letters and digits of a text in order: what import may not lose, change or shuffle. White space, punctuation and layout characters
/// are left out, Thai digits are Arabic, Thai is normalised.
func wording(_ text: String) -> [UInt8] {
  let text = String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { ![0xAD, 0x200B, 0x2060, 0xFEFF].contains($0.value) && ($0.value >= 0x20 || $0 == "\n") }))
  var out: [UInt8] = []
  for scalar in arabicDigits(normalised(text)).unicodeScalars
  where scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isThai(scalar) || scalar == "\u{FFFD}" {
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  // Without what stood between them, marks may meet that did not before.
  return normalised(out)
}

private func isThai(_ scalar: Unicode.Scalar) -> Bool { (0xE01...0xE4E).contains(scalar.value) }

/// The wording of a chapter's text as Markdown reads it, list numbers included, front matter not.
func wording(_ chapter: ImportedChapter) -> [UInt8] {
  let parsed = parseMarkdown(SourceText(file: "chapter.md", chapter.markdown))
  var text = ""
  for block in parsed.document.blocks { append(block, to: &text) }
  return wording(text)
}

private func append(_ block: Block, to text: inout String) {
  switch block.content {
  case .heading(_, let inlines), .paragraph(let inlines): text += inlines.plainText + "\n"
  case .list(let list):
    for (k, item) in list.items.enumerated() {
      if case .ordered(let start, _) = list.marker { text += "\(start + k) " }
      for block in item.blocks { append(block, to: &text) }
    }
  case .quote(let blocks): for block in blocks { append(block, to: &text) }
  case .callout(let callout):
    text += "[!" + callout.kind + "]" + callout.title.plainText + "\n"
    for block in callout.blocks { append(block, to: &text) }
  case .code(let info, let code): text += info + code
  case .html(let html): text += html
  case .table(let table): for row in table.rows { for cell in row { text += cell.inlines.plainText + "\n" } }
  case .thematicBreak: break
  case .footnote(let label, _, let blocks):
    text += label
    for block in blocks { append(block, to: &text) }
  }
}

/// Takes the first or last occurrence of a wording away; false where it does not stand there.
private func remove(_ part: [UInt8], from text: inout [UInt8], last: Bool = false) -> Bool {
  if part.isEmpty { return true }
  var place: Int?
  var next = text.offset(of: part.asText)
  while let found = next {
    place = found
    next = last ? text.offset(of: part.asText, from: found + 1) : nil
  }
  guard let place else { return false }
  text.removeSubrange(place..<place + part.count)
  return true
}

/// Compares the wording of a chapter with that of its source, in order, but for what is reported as moved or left out: nil when nothing is lost
/// or changed, else what differs.
func lostWording(_ chapter: ImportedChapter) -> String? {
  var kept: [UInt8] = []
  var place = 0
  let bytes = chapter.source.bytes
  let away = chapter.moved.filter { $0.to != .frontMatter } + chapter.furniture
  for range in away.map(\.source).sorted() {
    kept += bytes[place..<max(place, range.lowerBound)] + [0x0A]
    place = max(place, range.upperBound)
  }
  kept += bytes[place...]
  var source = wording(String(decoding: kept, as: UTF8.self))
  var words = wording(chapter)
  for block in chapter.moved where block.to == .frontMatter {
    if !remove(wording(block.text), from: &source) { return "\(block.text) does not stand in the source" }
  }
  // Labels stand one after the other below their caption, the rest at the end.
  let labels = chapter.moved.filter { $0.to == .figure }.map(\.text).joined(separator: "\n")
  if !remove(wording(labels), from: &words) { return "the labels do not stand together: \(labels)" }
  for block in chapter.moved.reversed() where block.to == .end {
    if !remove(wording(block.text), from: &words, last: true) { return "«\(block.text)» is gone" }
  }
  if words == source { return nil }
  // Questions may say what stands elsewhere too: one of the places must be the one they were moved to.
  let questions = wording(chapter.moved.filter { $0.to == .questions }.map(\.text).joined(separator: "\n"))
  var next = questions.isEmpty ? nil : words.offset(of: questions.asText)
  while let place = next {
    var without = words
    without.removeSubrange(place..<place + questions.count)
    if without == source { return nil }
    next = words.offset(of: questions.asText, from: place + 1)
  }
  let same = zip(words, source).prefix { $0 == $1 }.count
  let from = max(0, same - 30)
  return
    "source: …\(source[from..<min(source.count, same + 60)].asText) — chapter: …\(words[from..<min(words.count, same + 60)].asText)"
}

private let breaker = WordBreaker()

func imported(_ text: String) -> ImportedChapter { importPlainText(file: "chapter.txt", bytes: Array(text.utf8), breaker: breaker) }

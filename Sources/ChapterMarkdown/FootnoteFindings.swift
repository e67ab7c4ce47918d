import Diagnostics
import Prose

/// Finds footnotes that are lost in silence: notes nothing refers to, which Markdown leaves out, and references without a note,
/// which stay text.
struct FootnoteFindings {
  private let source: UnsafeBufferPointer<UInt8>
  private let file: String
  private var noteStarts: Set<Int> = []
  private var codeRanges: [ByteRange] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `places` are those of `[^` in the text. O(inlines + places · log code blocks).
  init(_ blocks: [Block], places: [Int], source: UnsafeBufferPointer<UInt8>, file: String) {
    self.source = source
    self.file = file
    read(blocks)
    codeRanges.sort()
    for place in places {
      guard let end = endOfLabel(from: place), end < source.count else { continue }
      if source[end] == UInt8(ascii: ":"), isLineStart(place), !noteStarts.contains(place), !isInCode(place) {
        diagnostics.append(noteWithoutReference(ByteRange(place, end)))
      }
    }
  }

  private mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .footnote(_, _, let inner):
        noteStarts.insert(block.range.lowerBound)
        read(inner)
      case .code, .html: codeRanges.append(block.range)
      case .paragraph(let inlines), .heading(_, let inlines): read(inlines)
      case .quote(let inner): read(inner)
      case .callout(let callout):
        read(callout.title)
        read(callout.blocks)
      case .list(let list): for item in list.items { read(item.blocks) }
      case .table(let table): for cell in table.rows.joined() { read(cell.inlines) }
      case .thematicBreak: break
      }
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    for inline in inlines {
      guard case .text(let text) = inline.content else {
        read(inline.content.children)
        continue
      }
      guard text.utf8.count == inline.range.count else { continue }
      var next = inline.range.lowerBound
      while let bracket = source.first(UInt8(ascii: "["), from: next), bracket + 2 < inline.range.upperBound {
        next = bracket + 1
        guard source[bracket + 1] == UInt8(ascii: "^"), !(bracket > 0 && source[bracket - 1] == UInt8(ascii: "\\")),
          let end = endOfLabel(from: bracket), end <= inline.range.upperBound
        else { continue }
        diagnostics.append(referenceWithoutNote(ByteRange(bracket, end)))
      }
    }
  }

  /// Behind the `]` of `[^label]`; a label has no space and is of a length to be read.
  private func endOfLabel(from start: Int) -> Int? {
    var i = start + 2
    while i < source.count, i - start < 200, source[i] != UInt8(ascii: "]") {
      if source[i].isSpace || source[i] == UInt8(ascii: "[") { return nil }
      i += 1
    }
    return i > start + 2 && i < source.count && source[i] == UInt8(ascii: "]") ? i + 1 : nil
  }

  private func isLineStart(_ place: Int) -> Bool {
    var i = place
    while i > 0, place - i < 3, source[i - 1] == 0x20 { i -= 1 }
    return i == 0 || source[i - 1] == UInt8(ascii: "\n") || source[i - 1] == UInt8(ascii: "\r")
  }

  private func isInCode(_ place: Int) -> Bool {
    var low = 0
    var high = codeRanges.count
    while low < high {
      let middle = (low + high) / 2
      if codeRanges[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && codeRanges[low - 1].contains(place)
  }

  private func noteWithoutReference(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      "footnote-without-reference", .warning, thai: "ไม่มีที่ใดอ้างถึงเชิงอรรถนี้ หรือมีเชิงอรรถชื่อเดียวกันอยู่แล้ว จึงไม่แสดง",
      english: "nothing refers to this note, or another has its name; it is not shown", at: SourceSpan(file: file, range: range),
      repair: Wording(thai: "ใส่ [^ชื่อ] ในข้อความที่ต้องการ หรือลบเชิงอรรถ", english: "put [^name] where it belongs, or delete the note"))
  }

  private func referenceWithoutNote(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      "footnote-without-text", .warning, thai: "ไม่มีเชิงอรรถชื่อนี้ จึงแสดงตามที่พิมพ์ไว้",
      english: "there is no note of this name; it is shown as written", at: SourceSpan(file: file, range: range),
      repair: Wording(
        thai: "เพิ่มบรรทัด [^ชื่อ]: ข้อความ หรือใส่ \\ หน้า [ ถ้าไม่ใช่เชิงอรรถ",
        english: "add a line [^name]: text, or put \\ before [ if this is no note"))
  }
}

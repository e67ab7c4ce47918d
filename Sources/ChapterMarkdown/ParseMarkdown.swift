import Diagnostics
import Prose

/// A chapter as read, and what is wrong with how it is written.
package struct ParsedMarkdown: Sendable {
  package var document: Document
  package var diagnostics: [Diagnostic]

  package init(document: Document = Document(), diagnostics: [Diagnostic] = []) {
    self.document = document
    self.diagnostics = diagnostics
  }
}

/// Reads Markdown into values with exact ranges.
///
/// Never fails: text that cannot be read (too large, not UTF-8) gives an empty document and the reason. Time is linear in
/// the text; documents with `~` or bare addresses wait for each other (`ExtensionLock`).
package func parseMarkdown(_ text: SourceText, options: MarkdownOptions = .chapter) -> ParsedMarkdown {
  var limits = Limits(text)
  guard limits.allowsReading() else { return ParsedMarkdown(diagnostics: limits.diagnostics) }
  return text.bytes.withUnsafeBufferPointer { bytes in
    if let nul = NULSubstitution(bytes) {
      return nul.bytes.withUnsafeBufferPointer { substituted in
        var parsed = parse(substituted, file: text.file, options: options, limits: limits)
        nul.restore(&parsed)
        return parsed
      }
    }
    return parse(bytes, file: text.file, options: options, limits: limits)
  }
}

private func parse(
  _ source: UnsafeBufferPointer<UInt8>, file: String, options: MarkdownOptions, limits: Limits
) -> ParsedMarkdown {
  var limits = limits
  var start = 0
  if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF { start = 3 }
  var frontMatter: FrontMatter?
  if options.ownSyntax {
    let reading = FrontMatterReader.read(source, from: start)
    frontMatter = reading.frontMatter
    start = reading.end
    if let range = reading.unclosed { limits.diagnostics.append(unclosedFrontMatter(file: file, range)) }
  }
  var options = options
  guard limits.allowsParsing(source, from: start, options: &options) else {
    return ParsedMarkdown(document: Document(frontMatter: frontMatter), diagnostics: limits.diagnostics.inSourceOrder())
  }
  let lines = SourceLines(source, from: start)
  var reader = BlockReader(source: source, lines: lines, options: options, file: file)
  let blocks = withCMarkTree(of: UnsafeBufferPointer(rebasing: source[start...]), options: options) { tree in
    tree.map { reader.blocks(under: $0) } ?? []
  }
  let diagnostics = limits.diagnostics + reader.diagnostics
  return ParsedMarkdown(
    document: Document(blocks: blocks, frontMatter: frontMatter),
    diagnostics: diagnostics.isEmpty ? [] : diagnostics.inSourceOrder())
}

private func unclosedFrontMatter(file: String, _ range: ByteRange) -> Diagnostic {
  Diagnostic(
    "unclosed-front-matter", .error, thai: "ส่วนหัว YAML ที่เปิดด้วย --- ไม่มี --- ปิดท้าย",
    english: "the front matter opened by --- is never closed", at: SourceSpan(file: file, range: range),
    repair: Wording(
      thai: "เพิ่มบรรทัด --- ใต้บรรทัดสุดท้ายของส่วนหัว", english: "add a line --- below the last line of the front matter"))
}

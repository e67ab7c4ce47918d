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
  if let excess = Limits.excess(of: text) { return ParsedMarkdown(diagnostics: [excess]) }
  return text.bytes.withUnsafeBufferPointer { bytes in
    let survey = Survey(bytes)
    if let invalid = survey.invalid { return ParsedMarkdown(diagnostics: [Limits.notUTF8(text, at: invalid)]) }
    // A page break out of a word processor is a blank of one byte. To cmark it is text, trimmed away again where it stands alone, and
    // tables have no place for that.
    if survey.hasPageBreaks, options.ownSyntax {
      let blank = SourceText(file: text.file, bytes: bytes.map { $0 == 0x0B || $0 == 0x0C ? 0x20 : $0 })
      var parsed = parseMarkdown(blank, options: options)
      if let range = parsed.document.frontMatter?.range { parsed.document.frontMatter?.yaml = text.slice(range) }
      return parsed
    }
    guard let nul = survey.firstNUL else { return parse(bytes, survey, file: text.file, options: options) }
    let substitution = NULSubstitution(bytes)
    return substitution.bytes.withUnsafeBufferPointer { substituted in
      var parsed = parse(substituted, Survey(substituted), file: text.file, options: options)
      substitution.restore(&parsed)
      if let range = parsed.document.frontMatter?.range { parsed.document.frontMatter?.yaml = text.slice(range) }
      parsed.diagnostics = (parsed.diagnostics + [Limits.nulByte(text, at: nul)]).inSourceOrder()
      return parsed
    }
  }
}

private func parse(
  _ source: UnsafeBufferPointer<UInt8>, _ survey: Survey, file: String, options: MarkdownOptions
) -> ParsedMarkdown {
  var parsed = ParsedMarkdown()
  if survey.isEmpty { parsed.diagnostics.append(Limits.emptyChapter(file: file)) }
  // cmark passes over a byte order mark itself.
  var start = 0
  if options.ownSyntax {
    let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
    let reading = FrontMatterReader.read(source, from: hasMark ? 3 : 0)
    parsed.document.frontMatter = reading.frontMatter
    if reading.frontMatter != nil { start = reading.end }
    if let range = reading.unclosed { parsed.diagnostics.append(unclosedFrontMatter(file: file, range)) }
  }
  var options = options
  let limits = Limits(survey, source: source, file: file)
  let mayParse = limits.restrict(&options, report: &parsed.diagnostics)
  if mayParse {
    let lines = SourceLines(source, starts: survey.lineStarts, from: start)
    var reader = BlockReader(source: source, lines: lines, options: options, file: file)
    let markdown = UnsafeBufferPointer(rebasing: source[start...])
    parsed.document.blocks = withCMarkTree(of: markdown, options: options, locked: survey.lockedSyntax) { tree in
      tree.map { reader.blocks(under: $0) } ?? []
    }
    parsed.diagnostics += reader.diagnostics
    if options.footnotes, options.ownSyntax, !survey.footnotePlaces.isEmpty {
      let findings = FootnoteFindings(
        parsed.document.blocks, places: survey.footnotePlaces.filter { $0 >= start }, source: source, file: file)
      parsed.diagnostics += findings.diagnostics
    }
  }
  if parsed.diagnostics.count > 1 { parsed.diagnostics = parsed.diagnostics.inSourceOrder() }
  return parsed
}

private func unclosedFrontMatter(file: String, _ range: ByteRange) -> Diagnostic {
  Diagnostic(
    "unclosed-front-matter", .error, thai: "ส่วนหัว YAML ที่เปิดด้วย --- ไม่มี --- ปิดท้าย",
    english: "the front matter opened by --- is never closed", at: SourceSpan(file: file, range: range),
    repair: Wording(
      thai: "เพิ่มบรรทัด --- ใต้บรรทัดสุดท้ายของส่วนหัว", english: "add a line --- below the last line of the front matter"))
}

import ChapterMarkdown
import Diagnostics
import ThaiText

/// Makes a chapter of the Markdown that pandoc writes of a document (`pandoc --from docx --to gfm-raw_html --wrap none`).
///
/// Headings, lists, tables, notes, pictures and emphasis stay. Where the document sets its headings off, by style or by bold lines, these are the
/// headings; a document of plain paragraphs is read as a text file is. `title` is the document's own title, used where its text opens with none.
/// Positions count in `text`.
package func importPandocMarkdown(_ text: SourceText, title documentTitle: String? = nil, breaker: WordBreaker = WordBreaker())
  -> ImportedChapter
{
  let options = MarkdownOptions(tables: true, strikethrough: true, taskLists: true, footnotes: true)
  let parsed = parseMarkdown(text, options: options)
  let read = PandocPassages(parsed.document, in: text)
  let passages = read.passages
  var title = ChapterTitle(passages)
  if title.number == nil, let documentTitle, !documentTitle.isEmpty {
    title = ChapterTitle(named: Array(normalised(documentTitle).utf8), passages)
  }
  let outline = Outline(
    passages, in: title.passages.upperBound..<passages.count, chapterNumber: title.number, labels: nil, breaker: breaker)
  var blocks = outline.blocks
  var moved: [MovedBlock] = []
  for passage in passages[title.before] {
    let place = append(passage, to: &blocks, questions: outline.lastQuestions)
    moved.append(MovedBlock(text: text.slice(passage.source), source: passage.source, to: place))
  }
  if let opening = title.passages.first, title.number != nil {
    moved.append(MovedBlock(text: title.marker.asText, source: passages[opening].source, to: .frontMatter))
  }
  blocks += read.footnotes.map { .verbatim($0) }

  var writer = ChapterWriter()
  writer.write(title)
  writer.write(blocks)
  moved.sort { $0.source < $1.source }
  let decoded = DecodedText(file: text.file, bytes: text.bytes)
  let findings = ImportFindings(source: text, decoded: decoded, counts: CleaningCounts(), moved: moved, furniture: [])
  return ImportedChapter(
    markdown: writer.out.asText, title: title.title.asText, number: title.number, moved: moved, furniture: [], encoding: .utf8,
    diagnostics: findings.diagnostics.inSourceOrder(), source: text)
}

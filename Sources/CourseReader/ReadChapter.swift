import ChapterMarkdown
import CourseModel
import Diagnostics
import Prose
import ThaiText

/// Reads one chapter into its records: pass one. The text and its tree are forgotten.
///
/// Never fails: what cannot be read is missing and has a diagnostic. Time is linear in the text.
///
/// - Parameter name: the chapter's folder, from which its identifier is made where the author gives none.
package func readChapter(_ text: SourceText, name: String, settings: CourseSettings = CourseSettings()) -> ChapterReading {
  let parsed = parseMarkdown(text)
  let front = ChapterSettings.read(parsed.document.frontMatter, in: text)
  let outline = Outline(parsed.document, in: text)
  let ignored = front.settings.ignored.union(settings.ignored)
  let readings = outline.units.indices.map { unitReading(of: $0, in: outline) }
  var emission = Emission(source: text, outline: outline, readings: readings, ignored: ignored)
  var reading = emission.chapter(named: name, settings: front.settings)
  reading.answerQuestions()
  let checked = CheckedChapter(source: text, outline: outline, readings: readings, chapter: reading)
  reading.diagnostics = parsed.diagnostics + front.diagnostics + chapterChecks.flatMap { $0.findings(checked) }
  reading.diagnostics.removeAll { ignored.contains($0.id) }
  return reading
}

/// What is to be read in a unit by itself.
private func unitReading(of index: Int, in outline: Outline) -> UnitReading {
  var reading = UnitReading()
  let unit = outline.units[index]
  guard !unit.isNote, !unit.isQuiz, !outline.isPlain(index), !unit.attributes.has("plain"),
    unit.section.map({ outline.sections[$0].role != .bibliography }) ?? true
  else { return reading }
  reading.cues = CueScanner.standard.cues(in: unit.passage.text)
  guard !reading.cues.isEmpty || !unit.passage.keys.isEmpty || unit.passage.text.opensWithCopula() else { return reading }
  for recogniser in passageRecognisers { recogniser.read(unit.passage, index, &reading) }
  return reading
}

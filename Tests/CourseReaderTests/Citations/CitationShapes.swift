import CourseModel

@testable import CourseReader

/// Citations of a text in short: «narrative: [ดร.]สมชาย ใจดี + สมหญิง รักเรียน, 2560 <น. 5>».
func citations(in text: String) -> [String] {
  let reading = ReadingText(text)
  var recogniser = CitationRecogniser(text: reading, cues: CueScanner.standard.cues(in: reading))
  recogniser.read()
  return recogniser.found.map(short)
}

/// The words each citation prints.
func citationTexts(in text: String) -> [String] {
  let reading = ReadingText(text)
  var recogniser = CitationRecogniser(text: reading, cues: CueScanner.standard.cues(in: reading))
  recogniser.read()
  return recogniser.found.map { reading.string($0.range) }
}

private func short(_ draft: CitationDraft) -> String {
  func names(_ authors: [CitationDraft.Author], _ etAl: Bool) -> String {
    authors.map { ($0.honorific.map { "[\($0)]" } ?? "") + $0.name + ($0.role == .editor ? " (บ.ก.)" : "") }.joined(
      separator: " + ")
      + (etAl ? " + …" : "")
  }
  var out = "\(draft.form.rawValue): \(names(draft.authors, draft.etAl))"
  if let year = draft.year { out += ", \(year.printed)" }
  if let container = draft.container {
    out += " ใน \(names(container.authors, container.etAl))"
    if let year = container.year { out += ", \(year.printed)" }
    if container.role == .editor { out += " บ.ก." }
  }
  if let locator = draft.locator { out += " <\(locator)>" }
  return out
}

import CourseModel
import Diagnostics
import Rendering

/// One table a record kind, for spreadsheets: UTF-8 with a byte-order mark, commas, RFC 4180 quoting.
///
/// A cell that a spreadsheet would take for a formula is given a leading apostrophe.
package struct CSVRecords: RecordFormat {
  package let name = "csv"

  package init() {}

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    [
      table(
        "chapters", ["id", "number", "title"] + place,
        course.chapters.map { [$0.id.text, $0.number, $0.title] + cells($0.evidence, texts) }),
      table(
        "sections", ["id", "chapter", "parent", "level", "number", "title"] + place,
        course.sections.map {
          [$0.id.text, $0.chapter.text, $0.parent?.text, String($0.level), $0.number, $0.title] + cells($0.evidence, texts)
        }),
      table(
        "concepts", ["id", "term", "english", "aliases", "definitions"] + place,
        course.concepts.map {
          [$0.id.text, $0.term, list($0.english), list($0.aliases), list($0.definitions.map(\.text))] + cells($0.evidence, texts)
        }),
      table(
        "definitions", ["id", "kind", "concept", "term", "statement", "marker", "authors", "citation", "section"] + place,
        course.definitions.map {
          [
            $0.id.text, $0.kind.rawValue, $0.concept.text, $0.term, $0.statement, $0.marker, list($0.authors.map(\.name)),
            $0.citation?.text, $0.section?.text,
          ] + cells($0.evidence, texts)
        }),
      table(
        "citations",
        ["id", "form", "text", "authors", "year", "era", "gregorian", "locator", "citedIn", "work", "section"] + place,
        course.citations.map {
          let year = $0.year ?? $0.citedIn?.year
          return [
            $0.id.text, $0.form.rawValue, $0.text, list($0.authors.map(\.name)), year?.printed, year?.era?.rawValue,
            year?.gregorian.map { String($0) }, $0.locator, $0.citedIn.map { list($0.authors.map(\.name)) } ?? nil, $0.work?.text,
            $0.section?.text,
          ] + cells($0.evidence, texts)
        }),
      table(
        "works", ["id", "authors", "year", "title", "type", "knownThrough"],
        course.works.map {
          [$0.id.text, list($0.authors.map(\.name)), $0.year?.printed, $0.title, $0.type, $0.knownThrough?.text]
        }),
      table(
        "people", ["id", "name", "honorific", "display", "kind"],
        course.people.map { [$0.id.text, $0.name, $0.honorific, $0.display, $0.kind.rawValue] }),
      table(
        "lists", ["id", "title", "concept", "authors", "count", "ordered", "items", "section"] + place,
        course.enumerations.map {
          [
            $0.id.text, $0.title, $0.concept?.text, list($0.authors.map(\.name)), String($0.statedCount ?? $0.items.count),
            String($0.isOrdered), list($0.items.map(\.title)), $0.section?.text,
          ] + cells($0.evidence, texts)
        }),
      table(
        "figures", ["id", "number", "title", "alternative", "section"] + place,
        course.figures.map { [$0.id.text, $0.number, $0.title, $0.alternative, $0.section?.text] + cells($0.evidence, texts) }),
      table(
        "questions", ["id", "kind", "text", "answers", "section"] + place,
        course.questions.map {
          [$0.id.text, $0.kind.rawValue, $0.text, list($0.answers.map(\.record.text)), $0.section?.text] + cells($0.evidence, texts)
        }),
    ]
  }

  private let place = ["rule", "certainty", "file", "line", "column"]

  private func cells(_ evidence: Evidence, _ texts: RecordTexts) -> [String?] {
    let start = texts.locations(of: evidence.span)?.start
    return [
      evidence.rule, evidence.certainty.rawValue, evidence.span.file, start.map { String($0.line) },
      start.map { String($0.column) },
    ]
  }

  private func list(_ values: [String]) -> String { values.joined(separator: "; ") }

  private func table(_ name: String, _ head: [String], _ rows: [[String?]]) -> RecordFile {
    RecordFile(name: name + ".csv", bytes: CSVTable.bytes([head] + rows.map { $0.map { $0 ?? "" } }))
  }
}

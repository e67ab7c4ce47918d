import ChapterImport
import ChapterMarkdown
import CourseModel
import CourseReader
import Diagnostics
import Foundation
import Prose
import QuizAnalysis
import QuizExporter
import QuizGenerator
import Rendering
import TestSupport

/// One reader of strangers' bytes. What it promises beside not to trap is a `require` in its body.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void
}

/// A new target is a line here and a folder in Corpus/.
let fuzzTargets = [
  FuzzTarget(name: "markdown", run: markdown),
  FuzzTarget(name: "settings", run: settings),
  FuzzTarget(name: "import", run: plainTextImport),
  FuzzTarget(name: "reader", run: reader),
  FuzzTarget(name: "templates", run: templates),
  FuzzTarget(name: "banks", run: banks),
  FuzzTarget(name: "responses", run: responses),
]

/// The one that `FUZZ` names.
let askedTarget = fuzzTargets.first { $0.name == ProcessInfo.processInfo.environment["FUZZ"] }

func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  guard holds else { fatalError(what()) }
}

// MARK: Targets

@Sendable private func markdown(_ bytes: [UInt8]) {
  let text = SourceText(file: "chapter.md", bytes: bytes)
  let parsed = parseMarkdown(text)
  let bad = SpanProperty(parsed.document, of: text).violations
  require(bad.isEmpty, bad.first ?? "")
  for diagnostic in parsed.diagnostics {
    require((diagnostic.span?.range.upperBound ?? 0) <= bytes.count, "\(diagnostic.id) points behind the text")
  }
  require(foreignMarkup(in: ProseRenderer().render(parsed.document).bytes) == nil, "markup of the text's")
  _ = parseMarkdown(text, options: MarkdownOptions(tables: true, strikethrough: true, taskLists: true, footnotes: true))
}

@Sendable private func settings(_ bytes: [UInt8]) {
  let text = SourceText(file: "settings.yml", bytes: bytes)
  var found = CourseSettings.read(text).diagnostics + References.read(text).diagnostics + References.readBibTeX(text).diagnostics
  let chapter = SourceText(file: "chapter.md", bytes: Array("---\n".utf8) + bytes + Array("\n---\n# ก\n".utf8))
  found += readChapter(chapter, name: "chapter").diagnostics.filter { ($0.span?.range.upperBound ?? 0) > chapter.bytes.count }
  for diagnostic in found {
    require((diagnostic.span?.range.upperBound ?? 0) <= bytes.count, "\(diagnostic.id) points behind the text")
  }
}

@Sendable private func plainTextImport(_ bytes: [UInt8]) {
  let made = importPlainText(file: "chapter.txt", bytes: bytes)
  for diagnostic in made.diagnostics {
    require((diagnostic.span?.range.upperBound ?? 0) <= made.source.bytes.count, "\(diagnostic.id) points behind the text")
  }
  _ = parseMarkdown(SourceText(file: "chapter.md", made.markdown))
  _ = importPandocMarkdown(SourceText(file: "chapter.md", bytes: bytes))
}

@Sendable private func reader(_ bytes: [UInt8]) {
  let text = SourceText(file: "Content/a/chapter.md", bytes: bytes)
  let reading = readChapter(text, name: "a")
  let (course, diagnostics) = resolveCourse([reading], settings: CourseSettings(), references: References())
  for diagnostic in reading.diagnostics + diagnostics {
    require((diagnostic.span?.range.upperBound ?? 0) <= bytes.count, "\(diagnostic.id) points behind the text")
  }
  guard let chapter = course.chapters.first else { return }
  let marked = ChapterMarker(course).mark(text, chapter: chapter.id)
  require(
    foreignMarkup(in: ProseRenderer().render(marked.document, marks: marked.marks).bytes) == nil, "markup of the text's under marks"
  )
}

/// The first byte parts the template from its partial; a text of the template stands for every value.
@Sendable private func templates(_ bytes: [UInt8]) {
  let half = min(Int(bytes.first ?? 0), bytes.count)
  let sources = [
    "page": SourceText(file: "page.mustache", bytes: Array(bytes.dropFirst().prefix(half))),
    "head": SourceText(file: "head.mustache", bytes: Array(bytes.dropFirst().dropFirst(half))),
  ]
  let words = String(decoding: bytes, as: UTF8.self)
  let values: [String: TemplateValue] = [
    "siteTitle": .text(words), "isShown": .flag(true), "authors": .text("{{body}}"),
    "navigation": .list([["file": .text(words), "label": .text("{{{head}}}")], ["file": .text("b"), "label": .text("ข")]]),
  ]
  let (template, diagnostics) = PageTemplate.load("page", from: sources, values: values)
  require(template != nil || !diagnostics.isEmpty, "no template and no reason")
  _ = template?.render(title: words, kind: "chapter", root: "../", body: bytes)
}

@Sendable private func banks(_ bytes: [UInt8]) {
  if let bank = try? BankReader.read(bytes) {
    for format in QuizFormats.all where format.isText { _ = try? format.write(bank, .init()) }
  }
  let bank = bank(of: texts(bytes, apartBy: 0x0A))
  for format in QuizFormats.all where format.isText {
    guard let written = try? format.write(bank, .init()) else { fatalError("\(format.name) threw") }
    switch format.name {
    case "gift":
      let read = GIFTReader(String(decoding: written.bytes, as: UTF8.self))
      require(read.questions.count == written.written, "GIFT of \(written.written) items reads as \(read.questions.count)")
    case "json": require((try? BankReader.read(written.bytes))?.items.count == bank.items.count, "JSON reads back as another bank")
    case "moodle": require(foreignMarkup(in: written.bytes, allowed: nil) == nil, "XML is not well formed")
    default: break
    }
  }
}

@Sendable private func responses(_ bytes: [UInt8]) {
  let text = SourceText(file: "responses.csv", bytes: bytes)
  let bank = bank(of: ["เครือข่ายคืออะไร", "สายใย", "ตาข่าย", "ข้อใดถูก", "น้ำใจ", "ชุมทาง"])
  let (sheet, diagnostics) = ResponseReading.read(text, bank: bank)
  for diagnostic in diagnostics {
    require((diagnostic.span?.range.upperBound ?? 0) <= bytes.count, "\(diagnostic.id) points behind the text")
  }
  require(sheet != nil || !diagnostics.isEmpty, "no sheet and no reason")
  if let sheet {
    let page = AnalysisPage.html(ItemAnalysis(sheet), title: "ก", language: .thai) { _ in nil }
    require(foreignMarkup(in: page, allowed: nil) == nil, "markup of the file's in the analysis")
  }
  _ = ContentValidity.read(text)
}

// MARK: Banks

private func texts(_ bytes: [UInt8], apartBy separator: UInt8) -> [String] {
  bytes.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
}

/// One item of each interaction whose texts are `texts` by turns.
private func bank(of texts: [String]) -> QuizBank {
  var turn = 0
  func next() -> String {
    turn += 1
    return texts.isEmpty ? "ก" : texts[turn % texts.count]
  }
  let interactions: [Interaction] = [
    .choice(
      options: (0..<4).map { .init(text: next(), isKey: $0 == 1, feedback: next()) }, isMultiple: false, isFixedOrder: false),
    .choice(options: (0..<4).map { .init(text: next(), isKey: $0 < 2, feedback: next()) }, isMultiple: true, isFixedOrder: true),
    .trueFalse(isTrue: false, correction: next()),
    .match(pairs: (0..<3).map { _ in .init(left: next(), right: next()) }, extra: [next()]),
    .order((0..<3).map { _ in next() }),
    .shortAnswer(accepted: [next(), next()]),
    .gaps(text: [next(), next()], gaps: [.init(accepted: [next()], distractors: [next()])]),
    .essay(
      .init(outline: [.init(text: next(), details: [next()])], rubric: [.init(criterion: next(), points: 2)], prompts: [next()])),
  ]
  let items = interactions.enumerated().map { index, interaction in
    QuizItem(
      id: "item.\(index)", kind: "test", level: .remember, difficulty: 0.5, stem: next(), interaction: interaction,
      explanation: next(), passage: nil, records: [], chapter: .init("a"), section: nil)
  }
  let category = QuizCategory(id: "a", title: next(), subject: .chapter(.init("a")), items: items.map(\.id))
  return QuizBank(title: next(), language: .thai, categories: [category], items: items)
}

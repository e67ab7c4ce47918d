import CourseModel
import Diagnostics
import Rendering

/// A paper to be printed: the cover, then the items as they are asked, without a key. One page of HTML that needs nothing else.
package struct ExamPaper: QuizFormat {
  package let name = "paper"
  package let fileExtension = "html"
  package let isText = true

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let markup = ItemMarkup(labels: labels, options: QuizWritingOptions())
    var omissions = Omissions()
    var html = HTMLBuffer(capacity: 1 << 16)
    html.markup("<!doctype html>\n<html")
    html.attribute("lang", bank.language.rawValue)
    html.markup("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
    html.text(PlainText.oneLine(bank.title))
    html.markup("</title>\n<style>")
    html.markup(Self.style)
    html.markup("</style></head><body>\n")
    cover(bank, options.cover, labels, &html)
    html.markup("<ol class=\"items\">\n")
    var written: Set<String> = []
    for item in bank.items where !written.contains(item.id) {
      guard item.isAnswerable else {
        omissions.add(.notAnswerable)
        continue
      }
      written.insert(item.id)
      html.markup("<li>")
      html.html(markup.stem(item))
      question(item, labels, &html)
      html.markup("</li>\n")
    }
    html.markup("</ol>\n</body></html>\n")
    return ExportedQuiz(bytes: html.bytes, written: written.count, omitted: omissions.list)
  }

  private func cover(_ bank: QuizBank, _ cover: ExamCover, _ labels: Labels, _ html: inout HTMLBuffer) {
    func line(_ tag: StaticString, _ end: StaticString, _ text: String) {
      guard !text.isEmpty else { return }
      html.markup(tag)
      html.text(PlainText.oneLine(text))
      html.markup(end)
    }
    html.markup("<header>")
    line("<p>", "</p>", cover.university)
    line("<p>", "</p>", cover.faculty)
    line("<h1>", "</h1>", bank.title)
    line("<p>", "</p>", [cover.courseCode, cover.courseTitle].filter { !$0.isEmpty }.joined(separator: " "))
    let facts = [(labels.term, cover.term), (labels.time, cover.time), (labels.marks, cover.marks)].filter { !$0.1.isEmpty }
    line("<p>", "</p>", facts.map { "\($0.0) \($0.1)" }.joined(separator: "   "))
    html.markup("</header>\n<p class=\"who\">")
    for label in [labels.studentName, labels.studentNumber] {
      html.text(label)
      html.markup(" <span></span> ")
    }
    html.markup("</p>\n")
    guard !cover.instructions.isEmpty else { return }
    html.markup("<section><h2>")
    html.text(labels.instructions)
    html.markup("</h2><ol>")
    for line in cover.instructions {
      html.markup("<li>")
      html.text(PlainText.oneLine(line))
      html.markup("</li>")
    }
    html.markup("</ol></section>\n")
  }

  private func question(_ item: QuizItem, _ labels: Labels, _ html: inout HTMLBuffer) {
    switch item.interaction {
    case .choice(let options, _, _): lettered(options.map(\.text), labels, &html)
    case .trueFalse: lettered([labels.right, labels.wrong], labels, &html)
    case .match(let pairs, let extra):
      let right = (pairs.map(\.right) + extra).sorted { StableID.number($0) < StableID.number($1) }
      html.markup("<div class=\"pairs\"><ul>")
      for pair in pairs { entry("____ " + pair.left, &html) }
      html.markup("</ul>")
      lettered(right, labels, &html)
      html.markup("</div>")
    case .order(let steps):
      html.markup("<ul class=\"steps\">")
      for step in steps.sorted(by: { StableID.number($0) < StableID.number($1) }) { entry("____ " + step, &html) }
      html.markup("</ul>")
    case .shortAnswer: html.markup("<p class=\"line\"></p>")
    case .gaps(let pieces, let gaps):
      html.markup("<p>")
      for (i, piece) in pieces.enumerated() {
        html.text(PlainText.oneLine(piece))
        if i < gaps.count { html.markup(" <span class=\"gap\"></span> ") }
      }
      html.markup("</p>")
      for gap in gaps where !gap.distractors.isEmpty {
        let words = (gap.accepted.prefix(1) + gap.distractors).sorted { StableID.number($0) < StableID.number($1) }
        lettered(words, labels, &html)
      }
    case .essay:
      for _ in 0..<10 { html.markup("<p class=\"line\"></p>") }
    }
  }

  private func lettered(_ texts: [String], _ labels: Labels, _ html: inout HTMLBuffer) {
    html.markup("<ul class=\"options\">")
    for (i, text) in texts.enumerated() { entry(labels.letter(i) + ". " + text, &html) }
    html.markup("</ul>")
  }

  private func entry(_ text: String, _ html: inout HTMLBuffer) {
    html.markup("<li>")
    html.text(PlainText.oneLine(text))
    html.markup("</li>")
  }

  private static let style: StaticString = """
    @page { size: A4; margin: 20mm 18mm; }
    body { font: 16px/1.6 Sarabun, "Noto Sans Thai", sans-serif; color: #111; background: #fff; max-width: 44em; margin: 2em auto; padding: 0 1em; }
    header { text-align: center; border-bottom: 1px solid #111; padding-bottom: .6em; }
    header p, header h1 { margin: .1em 0; }
    h1 { font-size: 1.25em; } h2 { font-size: 1em; margin: .8em 0 0; }
    section ol { margin: .2em 0 0; padding-left: 1.6em; }
    .who span { display: inline-block; min-width: 12em; border-bottom: 1px dotted #111; }
    .items { padding-left: 2.2em; } .items > li { margin: 0 0 1em; break-inside: avoid; }
    .items p { margin: 0 0 .2em; }
    .options, .steps, .pairs ul { list-style: none; margin: .2em 0 0; padding: 0; }
    .options li { padding-left: 1.8em; text-indent: -1.8em; }
    .pairs { display: grid; grid-template-columns: 1fr 1.4fr; gap: 1.5em; }
    .gap { display: inline-block; min-width: 8em; border-bottom: 1px solid #111; }
    .line { border-bottom: 1px dotted #111; height: 1.9em; }
    @media print { body { margin: 0; padding: 0; max-width: none; } }
    """
}

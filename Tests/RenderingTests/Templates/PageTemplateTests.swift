import Diagnostics
import Rendering
import Testing
import TestSupport

struct PageTemplateTests {
  private let values: [String: TemplateValue] = [
    "site": .text("ก & ข"), "on": .flag(true), "off": .flag(false),
    "links": .list([["label": .text("หนึ่ง")], ["label": .text("สอง")]]),
  ]

  private func load(_ template: String, partials: [String: String] = [:]) -> (template: PageTemplate?, diagnostics: [Diagnostic]) {
    var templates = partials.reduce(into: [String: SourceText]()) {
      $0[$1.key] = SourceText(file: "Templates/\($1.key).mustache", $1.value)
    }
    templates["page"] = SourceText(file: "Templates/page.mustache", template)
    return PageTemplate.load("page", from: templates, values: values)
  }

  private func render(_ template: PageTemplate?, title: String = "", body: String = "") -> String {
    String(decoding: template?.render(title: title, kind: "k", root: "../", body: Array(body.utf8)) ?? [], as: UTF8.self)
  }

  @Test func fillsSlotsAndEscapesAllButTheBody() {
    let (template, diagnostics) = load("<t>{{title}}</t>{{{body}}}{{root}}{{site}}")
    #expect(diagnostics.isEmpty)
    #expect(render(template, title: "<ก>\"&", body: "<p>ข</p>") == "<t>&lt;ก&gt;&quot;&amp;</t><p>ข</p>../ก &amp; ข")
  }

  @Test func rendersSectionsListsAndPartials() {
    let (template, _) = load(
      "{{#on}}a{{/on}}{{#off}}b{{/off}}{{^off}}c{{/off}}{{>nav}}", partials: ["nav": "{{#links}}[{{label}} {{root}}]{{/links}}"])
    #expect(render(template) == "ac[หนึ่ง ../][สอง ../]")
  }

  @Test(arguments: [
    ("ก {{1️⃣nothing}}", "unknown-template-key"), ("ก {{1️⃣>nothing}}", "unknown-partial"), ("ก {{1️⃣#on}}", "template-section"),
    ("{{#on}}{{1️⃣/off}}{{/on}}", "template-section"), ("ก {{1️⃣title", "template-syntax"), ("{{1️⃣=<% %>=}}", "template-tag"),
    ("{{1️⃣>page}}", "template-circle"),
  ])
  func findsFaultsWithTheirPlace(_ marked: String, _ id: String) throws {
    let input = MarkedText(marked)
    let (template, diagnostics) = load(input.text)
    #expect(template == nil)
    let found = try #require(diagnostics.first)
    #expect(found.id == id)
    #expect(found.severity == .error)
    #expect(found.span?.file == "Templates/page.mustache")
    #expect(found.span?.range.lowerBound == (input.marks[1] ?? 0) - 2)
  }

  @Test func knowsAListsKeysOnlyInside() {
    #expect(load("{{#links}}{{label}}{{/links}}").diagnostics.isEmpty)
    #expect(load("{{label}}").diagnostics.map(\.id) == ["unknown-template-key"])
  }

  @Test func saysThatATemplateIsMissing() {
    #expect(PageTemplate.load("page", from: [:], values: [:]).diagnostics.map(\.id) == ["unknown-partial"])
  }

  @Test func neverTrapsOnNoise() {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let tags = ["{{", "}}", "{{{", "}}}", "{{#on}}", "{{/on}}", "{{title}}", "{{>page}}", "{{!", "{{="]
      var text = ""
      for _ in 0..<12 {
        text += tags[Int(generator.next() % UInt64(tags.count))] + thaiNoise(pieces: 2, using: &generator)
      }
      let (template, diagnostics) = load(text)
      #expect((template == nil) == diagnostics.hasErrors, "seed \(seed)")
    }
  }
}

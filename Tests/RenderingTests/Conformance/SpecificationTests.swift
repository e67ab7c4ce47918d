import ChapterMarkdown
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rendering

/// The examples of the CommonMark and GFM specifications, through our one renderer.
@Suite struct SpecificationTests {
  struct Example: Decodable {
    var example: Int
    var markdown: String
    var html: String
    var extensions: [String]?
  }

  private func examples(_ file: String) throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(SharedInputs.bytes(file)))
  }

  private func render(_ example: Example) -> String {
    let extensions = example.extensions ?? []
    let options = MarkdownOptions.gfm(extensions: extensions)
    let parsed = parseMarkdown(SourceText(file: "example.md", example.markdown), options: options)
    let style = ProseOptions.specification(filtersTags: extensions.contains("tagfilter"))
    return renderFragment(parsed.document, options: style).string
  }

  /// The examples that differ, and for each that is no known exception what differs.
  private func differing(_ file: String, known: [Int: String]) throws -> [Int] {
    var differing: [Int] = []
    for example in try examples(file) {
      let html = render(example)
      if html == example.html { continue }
      differing.append(example.example)
      if known[example.example] == nil {
        Issue.record("\(file) \(example.example): \(example.markdown.debugDescription)\n\(html)\ninstead of\n\(example.html)")
      }
    }
    return differing
  }

  @Test(.enabled(if: SharedInputs.has("spec/gfm-0.29.json"))) func rendersGFMAsItsSpecificationSays() throws {
    let order = "cmark-gfm's own order of a checkbox's attributes; the specification prints another"
    let known = [279: order, 280: order]
    #expect(try examples("spec/gfm-0.29.json").count == 673)
    #expect(try differing("spec/gfm-0.29.json", known: known) == known.keys.sorted())
  }

  @Test(.enabled(if: SharedInputs.has("spec/commonmark-0.31.2.json"))) func rendersCommonMarkAsItsSpecificationSays() throws {
    let known = [
      28: "0.31 counts what looks like a character reference too long to be one as text",
      171: "textarea starts an HTML block since 0.30",
      354: "symbols count as punctuation beside delimiters since 0.31",
      625: "HTML comments are simpler since 0.31",
      626: "HTML comments are simpler since 0.31",
    ]
    #expect(try examples("spec/commonmark-0.31.2.json").count == 652)
    #expect(try differing("spec/commonmark-0.31.2.json", known: known) == known.keys.sorted())
  }
}

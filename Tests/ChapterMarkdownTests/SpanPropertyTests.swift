import Diagnostics
import Foundation
import Prose
import TestSupport
import Testing

@testable import ChapterMarkdown

/// Every range of the documents, and that no block had to be shown as written.
private func check(_ text: SourceText, _ options: MarkdownOptions, _ name: String) -> [String] {
  let parsed = parseMarkdown(text, options: options)
  return SpanProperty(parsed.document, of: text).violations
    + parsed.diagnostics.filter { $0.id == "markup-not-followed" }.map { "\(name): \($0.id) \($0.span?.range ?? ByteRange(0, 0))" }
}

@Suite struct SpanPropertyTests {
  @Test func holdsOnNoise() {
    for seed in 0..<10_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = SourceText(file: "noise.md", thaiNoise(pieces: 30, using: &generator))
      let violations = check(text, .chapter, "seed \(seed)")
      #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3)) in \(text.slice(ByteRange(0, 1000)).debugDescription)")
      if !violations.isEmpty { break }
    }
  }

  @Test(.enabled(if: SharedInputs.has("spec/gfm-0.29.json")), arguments: ["spec/gfm-0.29.json", "spec/commonmark-0.31.2.json"])
  func holdsOnSpecificationExamples(_ file: String) throws {
    struct Example: Decodable { var markdown: String; var example: Int; var extensions: [String]? }
    for example in try JSONDecoder().decode([Example].self, from: Data(SharedInputs.bytes(file))) {
      for options in [MarkdownOptions.gfm(extensions: example.extensions ?? []), .chapter] {
        let text = SourceText(file: "example", example.markdown)
        let violations = check(text, options, "\(example.example)")
        #expect(violations.isEmpty, "example \(example.example): \(violations) in \(example.markdown.debugDescription)")
      }
    }
  }

  @Test(.enabled(if: SharedInputs.has("seed/chapter-6.txt"))) func holdsOnTheSourceChapter() {
    let text = SourceText(file: "chapter.md", bytes: SharedInputs.bytes("seed/chapter-6.txt"))
    #expect(check(text, .chapter, "chapter").isEmpty)
  }
}

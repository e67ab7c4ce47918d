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

  @Test func holdsOnMarkdownNoise() {
    for seed in 0..<5_000 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 500_000)
      let text = SourceText(file: "noise.md", markdownNoise(pieces: 20, using: &generator))
      let violations = SpanProperty(parseMarkdown(text).document, of: text).violations
      #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3)) in \(text.slice(ByteRange(0, 1000)).debugDescription)")
      if !violations.isEmpty { break }
    }
  }

  @Test(.enabled(if: SharedInputs.has("spec/gfm-0.29.json")), arguments: ["spec/gfm-0.29.json", "spec/commonmark-0.31.2.json"])
  func holdsOnSpecificationExamples(_ file: String) throws {
    struct Example: Decodable {
      var markdown: String
      var example: Int
      var extensions: [String]?
    }
    for example in try JSONDecoder().decode([Example].self, from: Data(SharedInputs.bytes(file))) {
      for options in [MarkdownOptions.gfm(extensions: example.extensions ?? []), .chapter] {
        let text = SourceText(file: "example", example.markdown)
        let violations = check(text, options, "\(example.example)")
        #expect(violations.isEmpty, "example \(example.example): \(violations) in \(example.markdown.debugDescription)")
      }
    }
  }

  /// The source chapter, and the same in quotes, in a list, with CRLF, a line to a phrase.
  @Test(
    .enabled(if: SharedInputs.has("seed/chapter-6.txt")), arguments: [("", "\n", false), ("> ", "\n", false), ("- ", "\r\n", true)])
  func holdsOnTheSourceChapter(_ prefix: String, _ ending: String, _ breaksLines: Bool) {
    let chapter = String(decoding: SharedInputs.bytes("seed/chapter-6.txt"), as: UTF8.self)
    var markdown = ""
    for line in chapter.split(separator: "\n") {
      let text = breaksLines ? line.replacingOccurrences(of: " ", with: ending + "  ") : String(line)
      markdown += prefix + text + ending + (prefix == "> " ? ">" + ending : ending)
    }
    let text = SourceText(file: "chapter.md", markdown)
    #expect(check(text, .chapter, "chapter").isEmpty)
    var words = ""
    func collect(_ blocks: [Block]) {
      for block in blocks {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): words += inlines.plainText
        case .code(_, let text): words += text
        case .quote(let inner): collect(inner)
        case .list(let list): for item in list.items { collect(item.blocks) }
        default: break
        }
      }
    }
    collect(parseMarkdown(text).document.blocks)
    let letters = { (text: String) in text.unicodeScalars.filter { $0.value >= 0x0E01 && $0.value <= 0x0E5B }.count }
    #expect(letters(words) == letters(chapter))
  }

  @Test func noticesWrongRanges() {
    let text = SourceText(file: "a.md", "กข **ค**")
    var document = parseMarkdown(text).document
    #expect(SpanProperty(document, of: text).violations.isEmpty)
    document.blocks = [Block(.paragraph([Inline(.text("ก"), range: ByteRange(3, 6))]), range: ByteRange(0, 16))]
    #expect(!SpanProperty(document, of: text).violations.isEmpty)
    document.blocks = [Block(.paragraph([Inline(.strong([]), range: ByteRange(0, 5))]), range: ByteRange(0, 16))]
    #expect(!SpanProperty(document, of: text).violations.isEmpty)
  }
}

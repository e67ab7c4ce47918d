import CCMarkGFM
import Diagnostics
import TestSupport
import Testing

@testable import ChapterMarkdown
@testable import Rendering

/// The HTML cmark-gfm itself makes, all extensions but footnotes attached.
private func libraryHTML(_ text: String) -> String {
  cmark_gfm_core_extensions_ensure_registered()
  let parser = cmark_parser_new(CMARK_OPT_UNSAFE)
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink"] {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }
  cmark_parser_feed(parser, text, text.utf8.count)
  // Other tests parse at the same time.
  var tree: UnsafeMutablePointer<cmark_node>?
  ExtensionLock.withExclusive { tree = cmark_parser_finish(parser) }
  defer { cmark_node_free(tree) }
  guard let html = cmark_render_html(tree, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser)) else { return "" }
  let string = String(cString: html)
  cmark_get_default_mem_allocator().pointee.free(html)
  return string
}

@Suite struct LibraryComparisonTests {
  /// Two independent ways from one tree to HTML: a lost, doubled or moved piece of text shows.
  @Test func rendersNoiseAsTheLibraryDoes() {
    let options = MarkdownOptions(tables: true, strikethrough: true, autolinks: true)
    for seed in 0..<5_000 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 9_000_000)
      let text = markdownNoise(pieces: 25, using: &generator)
      let document = parseMarkdown(SourceText(file: "noise.md", text), options: options).document
      let ours = renderFragment(document, options: .specification()).string
      let theirs = libraryHTML(text)
      #expect(ours == theirs, "seed \(seed): \(text.debugDescription)")
      if ours != theirs { break }
    }
  }
}

import CourseModel
import Prose

/// The one way from prose to HTML: pages, sheets, banks and `tamra render` all go through it.
///
/// Output is well formed whatever the prose holds; cost is linear in it, with O(log marks) for each piece of text.
package struct ProseRenderer: Sendable {
  package var options: ProseOptions

  package init(_ options: ProseOptions = ProseOptions()) { self.options = options }

  /// A whole text, its footnotes at the end.
  package func render(_ document: Document, marks: [Mark] = []) -> HTMLBuffer {
    var hooks = PlainHooks()
    var html = HTMLBuffer(capacity: 4096)
    render(document.blocks, marks: marks, hooks: &hooks, into: &html)
    return html
  }

  /// Blocks, the footnotes among them at the end, with a page's own hooks.
  ///
  /// `marks` are in the places of the blocks' file, sorted and nested.
  package func render<Hooks: ProseHooks>(
    _ blocks: [Block], marks: [Mark] = [], hooks: inout Hooks, into html: inout HTMLBuffer
  ) {
    var writer = ProseWriter(options: options, marks: MarkIndex(marks), hooks: hooks, html: html)
    html = HTMLBuffer()
    writer.blocks(blocks, isTight: false)
    writer.footnotes()
    html = writer.html
    if let after = writer.hooks as? Hooks { hooks = after }
  }

  /// A run of text: a heading's words, a title, a table's cell.
  package func render<Hooks: ProseHooks>(
    _ inlines: [Inline], marks: [Mark] = [], place: ProsePlace = ProsePlace(), hooks: inout Hooks, into html: inout HTMLBuffer
  ) {
    var writer = ProseWriter(options: options, marks: MarkIndex(marks), hooks: hooks, html: html)
    html = HTMLBuffer()
    writer.place = place
    writer.inlines(inlines)
    html = writer.html
    if let after = writer.hooks as? Hooks { hooks = after }
  }

  package func render(_ inlines: [Inline]) -> HTMLBuffer {
    var hooks = PlainHooks()
    var html = HTMLBuffer()
    render(inlines, hooks: &hooks, into: &html)
    return html
  }
}

/// One Markdown text as an HTML fragment, as the site would show it: what `tamra render` prints.
package func renderFragment(_ document: Document, options: ProseOptions = ProseOptions()) -> HTMLBuffer {
  ProseRenderer(options).render(document)
}

/// Which syntax is read besides CommonMark's.
package struct MarkdownOptions: Hashable, Sendable {
  package var tables: Bool
  package var strikethrough: Bool
  /// Bare `www.…`, `https://…` and e-mail addresses.
  package var autolinks: Bool
  package var taskLists: Bool
  package var footnotes: Bool
  /// Front matter, attributes, citation keys, callouts.
  package var ownSyntax: Bool

  package init(
    tables: Bool = false, strikethrough: Bool = false, autolinks: Bool = false, taskLists: Bool = false, footnotes: Bool = false,
    ownSyntax: Bool = false
  ) {
    self.tables = tables
    self.strikethrough = strikethrough
    self.autolinks = autolinks
    self.taskLists = taskLists
    self.footnotes = footnotes
    self.ownSyntax = ownSyntax
  }

  /// How a chapter is read.
  package static let chapter = MarkdownOptions(
    tables: true, strikethrough: true, autolinks: true, taskLists: true, footnotes: true, ownSyntax: true)

  /// Bare CommonMark, as its specification reads it.
  package static let commonMark = MarkdownOptions()

  /// CommonMark with GitHub's extensions by the names the GFM specification gives its examples; `disabled` stands for
  /// task lists there, and `tagfilter` concerns only the renderer.
  package static func gfm(extensions: [String]) -> MarkdownOptions {
    MarkdownOptions(
      tables: extensions.contains("table"), strikethrough: extensions.contains("strikethrough"),
      autolinks: extensions.contains("autolink"),
      taskLists: extensions.contains("tasklist") || extensions.contains("disabled"))
  }
}

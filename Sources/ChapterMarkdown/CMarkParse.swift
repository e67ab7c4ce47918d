import CCMarkGFM

/// The library's extensions, registered and found once.
private struct CMarkExtensions: @unchecked Sendable {
  // Set by registration, only read after it: the lazy global makes sure of the order.
  let table: OpaquePointer?
  let strikethrough: OpaquePointer?
  let autolink: OpaquePointer?
  let taskList: OpaquePointer?

  static let all: CMarkExtensions = {
    cmark_gfm_core_extensions_ensure_registered()
    return CMarkExtensions(
      table: cmark_find_syntax_extension("table"), strikethrough: cmark_find_syntax_extension("strikethrough"),
      autolink: cmark_find_syntax_extension("autolink"), taskList: cmark_find_syntax_extension("tasklist"))
  }()
}

/// Parses `text` with cmark-gfm and hands its tree to `body`; the tree is freed after it.
///
/// Extensions that touch cmark's global tables are attached only where the text has something they react to, and such a
/// text is parsed alone (`ExtensionLock`); elsewhere the tree is the same without them.
func withCMarkTree<R>(
  of text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, locked: LockedSyntax, _ body: (CMarkNode?) -> R
) -> R {
  let extensions = CMarkExtensions.all
  let strikethrough = options.strikethrough && locked.strikethrough
  let autolinks = options.autolinks && locked.autolinks
  var tree: CMarkNode?
  let parse = {
    guard let parser = cmark_parser_new(options.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if options.tables { cmark_parser_attach_syntax_extension(parser, extensions.table) }
    if strikethrough { cmark_parser_attach_syntax_extension(parser, extensions.strikethrough) }
    if autolinks { cmark_parser_attach_syntax_extension(parser, extensions.autolink) }
    if options.taskLists { cmark_parser_attach_syntax_extension(parser, extensions.taskList) }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, text.count) }
    tree = cmark_parser_finish(parser)
  }
  if strikethrough || autolinks { ExtensionLock.withExclusive(parse) } else { ExtensionLock.withShared(parse) }
  defer { if let tree { cmark_node_free(tree) } }
  return body(tree)
}

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
func withCMarkTree<R>(of text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, _ body: (CMarkNode?) -> R) -> R {
  let extensions = CMarkExtensions.all
  let needed = LockedSyntax(in: text, options: options)
  var tree: CMarkNode?
  let parse = {
    guard let parser = cmark_parser_new(options.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if options.tables { cmark_parser_attach_syntax_extension(parser, extensions.table) }
    if needed.strikethrough { cmark_parser_attach_syntax_extension(parser, extensions.strikethrough) }
    if needed.autolinks { cmark_parser_attach_syntax_extension(parser, extensions.autolink) }
    if options.taskLists { cmark_parser_attach_syntax_extension(parser, extensions.taskList) }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, text.count) }
    tree = cmark_parser_finish(parser)
  }
  if needed.strikethrough || needed.autolinks { ExtensionLock.withExclusive(parse) } else { ExtensionLock.withShared(parse) }
  defer { if let tree { cmark_node_free(tree) } }
  return body(tree)
}

/// Which of the two extensions with global state a text can need.
///
/// Without a byte they react to, they change nothing: `strikethrough` acts on `~` alone; `autolink` on `://` after a letter,
/// on `www.`, and on an `@` after a character of an e-mail name. That character or the `@` may be written as a reference
/// or escaped, so `;`, `\` before it and the references that give `@` count too. `[@key]` needs neither.
struct LockedSyntax: Equatable {
  var strikethrough = false
  var autolinks = false

  /// One pass over the bytes.
  init(in text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) {
    guard options.strikethrough || options.autolinks else { return }
    for i in 0..<text.count {
      switch text[i] {
      case UInt8(ascii: "~"): strikethrough = options.strikethrough
      case UInt8(ascii: ":"):
        guard i > 0, i + 2 < text.count, text[i + 1] == 0x2F, text[i + 2] == 0x2F, text[i - 1].isLetter else { continue }
        autolinks = options.autolinks
      case UInt8(ascii: "w"):
        guard i + 3 < text.count, text[i + 1] == 0x77, text[i + 2] == 0x77, text[i + 3] == 0x2E else { continue }
        autolinks = options.autolinks
      case UInt8(ascii: "@"):
        guard i > 0 else { continue }
        let before = text[i - 1]
        guard
          before.isLetter || before.isDigit || before == 0x2E || before == 0x2B || before == 0x2D || before == 0x5F
            || before == 0x5C || before == 0x3B
        else { continue }
        autolinks = options.autolinks
      case UInt8(ascii: "&"):
        guard i + 1 < text.count, text[i + 1] == 0x23 || Self.isCommat(text, at: i + 1) else { continue }
        autolinks = options.autolinks
      default: continue
      }
      if strikethrough == options.strikethrough, autolinks == options.autolinks { return }
    }
  }

  private static func isCommat(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let name: StaticString = "commat;"
    guard start + name.utf8CodeUnitCount <= text.count else { return false }
    return (0..<name.utf8CodeUnitCount).allSatisfy { text[start + $0] == name.utf8Start[$0] }
  }
}

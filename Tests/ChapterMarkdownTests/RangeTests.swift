import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterMarkdown

/// The inlines of the first paragraph or heading found anywhere, with their slices.
private func slices(_ markdown: String) -> [String] {
  let text = SourceText(file: "c.md", markdown)
  func first(_ blocks: [Block]) -> [Inline]? {
    for block in blocks {
      switch block.content {
      case .paragraph(let inlines), .heading(_, let inlines): return inlines
      case .quote(let inner): if let found = first(inner) { return found }
      case .list(let list): if let found = list.items.lazy.compactMap({ first($0.blocks) }).first { return found }
      default: break
      }
    }
    return nil
  }
  return (first(parseMarkdown(text).document.blocks) ?? []).map { text.slice($0.range) }
}

private func blockSlices(_ markdown: String) -> [String] {
  let text = SourceText(file: "c.md", markdown)
  return parseMarkdown(text).document.blocks.map { text.slice($0.range) }
}

@Suite struct InlineRangeTests {
  @Test(arguments: [
    ("ก **ข** *ค* `ง` ~~จ~~", ["ก ", "**ข**", " ", "*ค*", " ", "`ง`", " ", "~~จ~~"]),
    ("***ก** ข*", ["***ก** ข*"]),
    (#"ก\*ข\\ค"#, ["ก", "*ข", #"\ค"#]),
    ("ก&amp;ข&#x0E33;&unknown;", ["ก", "&amp;", "ข", "&#x0E33;", "&unknown;"]),
    ("ก\\\nข", ["ก", "\\\n", "ข"]),
    ("ก  \n   ข", ["ก", "  \n", "ข"]),
    ("> ก\nข", ["ก", "\n", "ข"]),
    ("> ก\n>   ข", ["ก", "\n", "ข"]),
    ("- ก\n  ข\r\n  ค", ["ก", "\n", "ข", "\r\n", "ค"]),
    ("1.\tก\n\tข", ["ก", "\n", "ข"]),
    ("[ก](/u \"a\nb\") ค", ["[ก](/u \"a\nb\")", " ค"]),
    ("[ก](<a b> 'c') ค", ["[ก](<a b> 'c')", " ค"]),
    ("[ก][r] [r][] [r] (ค)\n\n[r]: /u", ["[ก][r]", " ", "[r][]", " ", "[r]", " (ค)"]),
    ("[r]: /u\n[ก][r] ข", ["[ก][r]", " ข"]),
    ("![ก](a.png) ข", ["![ก](a.png)", " ข"]),
    ("ก <https://a.b?c&amp;d> ข", ["ก ", "<https://a.b?c&amp;d>", " ข"]),
    ("ก https://a.b/c_d_e. ข", ["ก ", "https://a.b/c_d_e", ". ข"]),
    ("ก a.b@c.d ข", ["ก ", "a.b@c.d", " ข"]),
    ("ก <b c=\"d\">ข</b>", ["ก ", "<b c=\"d\">", "ข", "</b>"]),
    ("`` ก`ข `` ค", ["`` ก`ข ``", " ค"]),
    ("ก [^1] ข\n\n[^1]: ค", ["ก ", "[^1]", " ข"]),
    ("\u{FEFF}ก *ข*", ["ก ", "*ข*"]),
    ("## ก `ข` ##", ["ก ", "`ข`"]),
    ("ก\n ข\n===", ["ก", "\n", "ข"]),
  ])
  func sliceToWhatIsWritten(_ markdown: String, _ expected: [String]) {
    #expect(slices(markdown) == expected)
  }

  @Test func cutsATextAtNUL() {
    let text = SourceText(file: "c.md", "ก\u{0}ข")
    let parsed = parseMarkdown(text)
    guard case .paragraph(let inlines)? = parsed.document.blocks.first?.content else {
      Issue.record("no paragraph")
      return
    }
    #expect(
      inlines == [
        Inline(.text("ก"), range: ByteRange(0, 3)), Inline(.text("\u{FFFD}"), range: ByteRange(3, 4)),
        Inline(.text("ข"), range: ByteRange(4, 7)),
      ])
    #expect(parsed.diagnostics.map(\.id) == ["nul-byte"])
  }

  @Test func tellsAReferenceAsLongAsItsTextApart() {
    let text = SourceText(file: "c.md", "&ngE;")
    guard case .paragraph(let inlines)? = parseMarkdown(text).document.blocks.first?.content else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.plainText == "\u{2267}\u{0338}")
    #expect(inlines.map(\.range) == [ByteRange(0, 5), ByteRange(5, 5)])
  }

  @Test func dropsTheBackslashOfAPipeInATable() {
    let text = SourceText(file: "c.md", "| ก\\|ข | `a\\|b` |\n|--|--|\n| \\| | |\n")
    guard case .table(let table)? = parseMarkdown(text).document.blocks.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0.map { $0.inlines.map { text.slice($0.range) } } } == [[["ก", "|ข"], ["`a\\|b`"]], [["|"], []]])
    #expect(table.rows.first?.last?.inlines.first?.content == .code("a|b"))
  }
}

@Suite struct BlockRangeTests {
  @Test(arguments: [
    ("ก\n\nข\n", ["ก", "ข"]),
    ("# ก #\n\nข\n===\n\nค", ["# ก #", "ข\n===", "ค"]),
    ("- ก\n\n- ข\n\n\nค", ["- ก\n\n- ข", "ค"]),
    ("> ก\n> ข\n>\n\nค", ["> ก\n> ข", "ค"]),
    ("```a\nข\n```\nค", ["```a\nข\n```", "ค"]),
    ("```\nข\n", ["```\nข"]),
    ("> ```\n> ก\n```\nข", ["> ```\n> ก", "```\nข"]),
    ("    ก\n\n    ข\n\nค", ["ก\n\n    ข", "ค"]),
    ("<div>\nก\n\nข", ["<div>\nก", "ข"]),
    ("|ก|\n|-|\n|ข|\n\nค", ["|ก|\n|-|\n|ข|", "ค"]),
    ("ก\n|ข|\n|-|\nค", ["ก", "|ข|\n|-|\nค"]),
    ("***\n\nก", ["***", "ก"]),
    ("[r]: /u\n\nก", ["ก"]),
    ("-\n\nก", ["-", "ก"]),
    ("- [ ] ก", ["- [ ] ก"]), ("> \u{0B}", [">"]), ("ก\n\u{0C}\n---\nข", ["ก", "---", "ข"]),
    ("\u{0C}\n\u{0C}\n\u{0C}-", ["-"]), ("\u{0C}\n\u{0C}-\n\u{0C} ", ["-"]), ("ก\n\u{0C}\nข", ["ก", "ข"]),
  ])
  func sliceToTheBlock(_ markdown: String, _ expected: [String]) {
    #expect(blockSlices(markdown) == expected)
  }

  @Test func readTheMarkOfATaskItself() {
    // cmark takes a `[x]` anywhere on the line for it.
    guard
      case .list(let list)? = parseMarkdown(SourceText(file: "c.md", "- [ ] ก [x]\n- [x] ข\n- ค")).document.blocks.first?.content
    else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map(\.isDone) == [false, true, nil])
  }
}

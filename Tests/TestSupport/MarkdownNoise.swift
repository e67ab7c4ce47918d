/// Random text out of what Markdown reacts to: delimiters, containers, references, tables, raw HTML, every line ending, NUL.
public func markdownNoise(pieces: Int, using generator: inout SeededGenerator) -> String {
  let stock = [
    "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](", "](/u)", "](<a b> 'c')", "][", "[]", "<", ">", "<a>",
    "</a>", "<a b=\"c\">", "<http://a.b>", "<a@b.c>", "\"", "'", "\\", "\\*", "\\\\", "\\[", "&amp;", "&ngE;", "&#42;", "&#0;",
    "&x;",
    "~", "~~", "|", "\\|", "|-|\n", "|:-|-:|\n", "| a | b |\n", "---\n", "===\n", "- ", "  ", "    ", "\t", "> ", "1. ", "10) ",
    "+ ",
    "# ", "## ", " ##", "\n", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\r", "www.a.b", "http://x.y/z_", "a@b.c", "- [ ] ", "- [x] ",
    "[a]: /u\n", "[a]: /u 'ti\ntle'\n", "[a]", "[a][a]", "![a]", "กข", "น้ำ", "é", "\u{A0}", "😀", "```\n", "~~~\n", "``` a b\n",
    "<div>\n", "<!-- ", "-->", "<?", "?>", "[^1]", "[^1]: ", "[^1]: x\n", "[^2]", ":", "a", "b", " ", " ", "{#id}", " {#id}\n",
    "{.a b=\"c d\"}", "[@k]", "[@k, น. 5; @l]", "[a]{.x}", "]{.x}", "> [!note] ", "\u{FEFF}", "\u{0}",
  ]
  var out = ""
  for _ in 0..<pieces { out += stock[Int(generator.next() % UInt64(stock.count))] }
  return out
}

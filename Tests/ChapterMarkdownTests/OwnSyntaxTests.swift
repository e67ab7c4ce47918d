import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterMarkdown

private func parse(_ markdown: String, _ options: MarkdownOptions = .chapter) -> ParsedMarkdown {
  parseMarkdown(SourceText(file: "c.md", markdown), options: options)
}

private func block(_ markdown: String, _ index: Int = 0) -> Block? {
  let blocks = parse(markdown).document.blocks
  return index < blocks.count ? blocks[index] : nil
}

extension Block {
  fileprivate var inlines: [Inline] {
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines): return inlines
    case .callout(let callout): return callout.title
    default: return []
    }
  }
  fileprivate var callout: Callout? { if case .callout(let callout) = content { return callout } else { return nil } }
}

@Suite struct AttributeTests {
  @Test func readsIdentifierClassesAndPairs() {
    let text = MarkedText(#"## หัวข้อ 1️⃣{#id-1 .a .b key=ค่า en="two words" t='"'}2️⃣"#)
    let heading = block(text.text)
    #expect(heading?.inlines.plainText == "หัวข้อ")
    #expect(heading?.attributes.id == "id-1")
    #expect(heading?.attributes.classes == ["a", "b"])
    #expect(heading?.attributes.pairs.map(\.key) == ["key", "en", "t"])
    #expect(heading?.attributes.pairs.map(\.value) == ["ค่า", "two words", "\""])
    #expect(heading?.attributes.range == ByteRange(text.range(1, 2)))
  }

  @Test func keepsOrderAndNothingTwice() {
    let attributes = block("# ก {.a #x .a k=1 #y k=2}")?.attributes
    #expect(
      attributes
        == Attributes(
          id: "x", classes: ["a"], pairs: [.init(key: "k", value: "1")], range: attributes?.range))
  }

  @Test func readsEscapesInQuotes() {
    #expect(block(#"# ก {a="b\"c\\d\e"}"#)?.attributes["a"] == #"b"c\d\e"#)
  }

  @Test(arguments: [
    "# เซต {a, b}", "# ก {}", "# ก {#}", "# ก {.}", "# ก {#a", "# ก{#a}", "# ก {a=}", "# ก {#a}x", #"# ก \{#a}"#, "# `ก {#a}`",
  ])
  func leavesOtherBracesText(_ markdown: String) {
    #expect(block(markdown)?.attributes.isEmpty == true)
    #expect(block(markdown)?.inlines.plainText.contains("{") == true)
  }

  @Test func readsThemAfterClosingHashesAndUnderlines() {
    #expect(block("## ก {#a} ##")?.attributes.id == "a")
    #expect(block("ก {#a}\n===")?.attributes.id == "a")
  }

  @Test func belongToTheBlockBefore() {
    #expect(block("ก\nข\n{#a}")?.attributes.id == "a")
    #expect(block("ก\nข\n{#a}")?.inlines.plainText == "ก ข")
    #expect(block("ก\n\n{#a}\n\nข")?.attributes.id == "a")
    #expect(block("```dot\nx\n```\n{#a}")?.attributes.id == "a")
    #expect(block("> ก\n\n{#a}")?.attributes.id == "a")
    #expect(block("|ก|\n|-|\n|ข|\n{#a}")?.attributes.id == "a")
    #expect(parse("ก\n\n{#a}\n\nข").document.blocks.count == 2)
  }

  @Test func belongToTheListOrQuoteTheyStandBehind() {
    let list = block("- ก\n- ข\n{#a}")
    #expect(list?.attributes.id == "a")
    #expect(list?.range == ByteRange(0, 11))
    #expect(block("> ก\n{#a}")?.attributes.id == "a")
    #expect(
      block("> - ก\n> {#a}").flatMap { if case .quote(let inner) = $0.content { inner.first?.attributes.id } else { nil } } == "a")
  }

  @Test func belongToTheItemsParagraphWhenIndented() {
    guard case .list(let list)? = block("1. ก?\n   {#q answers=\"#a #b\"}\n2. ข?")?.content else {
      Issue.record("no list")
      return
    }
    #expect(list.items.first?.blocks.first?.attributes.id == "q")
    #expect(list.items.first?.blocks.first?.attributes["answers"] == "#a #b")
  }

  @Test func areTextWithNothingBefore() {
    let parsed = parse("{#a}\n\nก")
    #expect(parsed.diagnostics.map(\.id) == ["attributes-without-block"])
    #expect(parsed.document.blocks.first?.inlines.plainText == "{#a}")
  }

  @Test func areTextWhereOurSyntaxIsOff() {
    #expect(parse("# ก {#a}", .commonMark).document.blocks.first?.inlines.plainText == "ก {#a}")
  }
}

@Suite struct SpanTests {
  @Test func holdsInlinesAndAttributes() {
    let text = MarkedText("ก 1️⃣[2️⃣ข **ค**3️⃣]{.concept en=\"a_b_c\"}4️⃣ ง")
    let inlines = block(text.text)?.inlines ?? []
    guard inlines.count == 3, case .span(let inside, let attributes) = inlines[1].content else {
      Issue.record("\(inlines)")
      return
    }
    #expect(inlines[1].range == ByteRange(text.range(1, 4)))
    #expect(inside.plainText == "ข ค")
    #expect(inside.first?.range.lowerBound == text.marks[2])
    #expect(inside.last?.range.upperBound == text.marks[3])
    #expect(attributes["en"] == "a_b_c")
  }

  @Test func nests() {
    #expect(block("[ก [ข]{.b} ค]{.a}")?.inlines.map(\.content.children.count) == [3])
  }

  @Test(arguments: ["`[ก]{.a}`", #"\[ก]{.a}"#, #"[ก\]{.a}"#, "[ก] {.a}", "[ก]{.a", "*[ก*]{.a}", "[ก](/u){.a}"])
  func isTextInCodeEscapedOrBroken(_ markdown: String) {
    func hasSpan(_ inlines: [Inline]) -> Bool {
      inlines.contains { if case .span = $0.content { true } else { hasSpan($0.content.children) } }
    }
    #expect(block(markdown).map { hasSpan($0.inlines) } == false)
  }

  @Test func keepsAnAddressInItsAttributes() {
    guard case .span(_, let attributes)? = block("[ก]{url=\"https://example.org/a_b\" m=\"a@b.c\"} ข")?.inlines.first?.content
    else {
      Issue.record("no span")
      return
    }
    #expect(attributes["url"] == "https://example.org/a_b")
    #expect(block("[ก]{url=\"https://example.org/a_b\"} ข")?.inlines.plainText == "ก ข")
  }

  @Test func endsInTheLinkItsBracketStandsIn() {
    let parsed = parse("www.a.b[c]{.a b=\"c d\"}")
    #expect(parsed.document.blocks.first?.inlines.plainText == "www.a.b[c]{.a b=\"c d\"}")
  }

  @Test func runsOverLines() {
    guard case .quote(let inner)? = block("> [ก\n> ข]{.a\n> .b} ค")?.content,
      case .span(let inside, let attributes)? = inner.first?.inlines.first?.content
    else {
      Issue.record("no span")
      return
    }
    #expect(inside.plainText == "ก ข")
    #expect(attributes.classes == ["a", "b"])
  }
}

@Suite struct CitationKeyTests {
  @Test func readsKeysLocatorsAndPlaces() {
    let text = MarkedText("ก 1️⃣[2️⃣@a-1_b3️⃣; 4️⃣@ข5️⃣, น. 5–6 ]6️⃣ ค")
    let inlines = block(text.text)?.inlines ?? []
    guard inlines.count == 3, case .citation(let keys) = inlines[1].content else {
      Issue.record("\(inlines)")
      return
    }
    #expect(inlines[1].range == ByteRange(text.range(1, 6)))
    #expect(
      keys == [
        CitationKey(key: "a-1_b", range: ByteRange(text.range(2, 3))),
        CitationKey(key: "ข", locator: "น. 5–6", range: ByteRange(text.range(4, 5))),
      ])
  }

  @Test(arguments: [
    "`[@a]`", #"\[@a]"#, "[@]", "[@ a]", "[@a b]", "[@a;]", "[@a; b]", "[a@b]", "[@a", "[@a{]", "[@a|b]", "[@\u{0}]",
  ])
  func leavesOtherBracketsText(_ markdown: String) {
    #expect(block(markdown)?.inlines.contains { if case .citation = $0.content { true } else { false } } == false)
  }

  @Test func mayStandAfterAWordAndOverALine() {
    #expect(block("ก[@a]")?.inlines.count == 2)
    #expect(
      block("[@a;\n@b, น.\n5]")?.inlines.first?.content
        == .citation([
          CitationKey(key: "a", range: ByteRange(1, 3)), CitationKey(key: "b", locator: "น. 5", range: ByteRange(5, 7)),
        ]))
  }

  @Test func isRecognisedInTablesAndEmphasis() {
    let text = MarkedText("|ก|\n|-|\n|*[1️⃣@a2️⃣]* \\| [3️⃣@b4️⃣]|")
    guard case .table(let table)? = block(text.text)?.content else {
      Issue.record("no table")
      return
    }
    let cell = table.rows.last?.first?.inlines ?? []
    let first = CitationKey(key: "a", range: ByteRange(text.range(1, 2)))
    let last = CitationKey(key: "b", range: ByteRange(text.range(3, 4)))
    #expect(cell.first?.content.children.first?.content == .citation([first]))
    #expect(cell.last?.content == .citation([last]))
  }
}

@Suite struct CalloutTests {
  @Test func readsKindTitleAndBody() {
    let text = MarkedText("> [!Definition] 1️⃣คำ *ก*2️⃣\n> 3️⃣คือ ข4️⃣\n>\n> - ค")
    let block = block(text.text)
    let callout = block?.callout
    #expect(callout?.kind == "definition")
    #expect(callout?.title.plainText == "คำ ก")
    #expect(callout?.title.first?.range.lowerBound == text.marks[1])
    #expect(callout?.title.last?.range.upperBound == text.marks[2])
    #expect(callout?.blocks.count == 2)
    #expect(callout?.blocks.first?.range == ByteRange(text.range(3, 4)))
    #expect(block?.range == ByteRange(0, text.text.utf8.count))
  }

  @Test func readsThaiKindsAndNoTitle() {
    #expect(block("> [!ข้อคิด]\n> ก")?.callout?.kind == "ข้อคิด")
    #expect(block("> [!note]")?.callout == Callout(kind: "note", title: [], blocks: []))
    #expect(block("> [!note]- ก")?.callout?.title.plainText == "ก")
  }

  @Test func takesAttributesFromItsFirstLineOrTheLineBelow() {
    #expect(block("> [!question] ก {#q}\n> ข")?.attributes.id == "q")
    #expect(block("> [!question] ก\n{#q}")?.attributes.id == "q")
    #expect(block("> [!question] ก\n> ข\n> {#q}")?.callout?.blocks.first?.attributes.id == "q")
    #expect(block("> [!question]\n> {#q}")?.attributes.id == "q")
  }

  @Test(arguments: ["> [!] ก", "> [! note] ก", "> ก [!note]", "> [!note]ก", "[!note] ก", #"> \[!note] ก"#, "> `[!note]` ก"])
  func isAQuoteOtherwise(_ markdown: String) {
    #expect(block(markdown)?.callout == nil)
  }

  @Test func nests() {
    guard let inner = block("> [!a] ก\n> > [!b] ข")?.callout?.blocks.first?.callout else {
      Issue.record("no inner callout")
      return
    }
    #expect(inner.kind == "b")
  }
}

@Suite struct FrontMatterTests {
  @Test func isSetApart() {
    let text = MarkedText("---\n1️⃣title: ก\nid: a\n2️⃣---\n\n3️⃣# ข4️⃣")
    let document = parse(text.text).document
    #expect(document.frontMatter == FrontMatter(yaml: "title: ก\nid: a\n", range: ByteRange(text.range(1, 2))))
    #expect(document.blocks.first?.range == ByteRange(text.range(3, 4)))
  }

  @Test func mayBeClosedByDotsAndFollowAByteOrderMark() {
    #expect(parse("---\na: 1\n...\nก").document.frontMatter?.yaml == "a: 1\n")
    #expect(parse("\u{FEFF}---\r\na: 1\r\n---\r\nก").document.frontMatter?.yaml == "a: 1\r\n")
    #expect(parse("---\na: ก\u{0B}ข\n---\nค").document.frontMatter?.yaml == "a: ก\u{0B}ข\n")
  }

  @Test func isReportedWhenNeverClosed() {
    let parsed = parse("---\ntitle: ก\n\n# ข")
    #expect(parsed.diagnostics.map(\.id) == ["unclosed-front-matter"])
    #expect(parsed.diagnostics.first?.span?.range == ByteRange(0, 3))
    #expect(parsed.document.frontMatter == nil)
  }

  @Test(arguments: ["---\n\nก\n\n---", "---\nก", "----\na: 1\n---", " ---\na: 1\n---", "ก\n---\na: 1\n---"])
  func isARuleOtherwise(_ markdown: String) {
    let parsed = parse(markdown)
    #expect(parsed.document.frontMatter == nil)
    #expect(parsed.diagnostics.isEmpty)
  }
}

@Suite struct FootnoteTests {
  @Test func numbersByFirstUse() {
    let document = parse("ก[^b] ข[^a] ค[^b]\n\n[^a]: หนึ่ง\n\n[^b]: สอง\n").document
    #expect(
      document.blocks.first?.inlines.compactMap { inline -> String? in
        guard case .footnoteReference(let label, let number, let occurrence) = inline.content else { return nil }
        return "\(label) \(number) \(occurrence)"
      } == ["b 1 1", "a 2 1", "b 1 2"])
    #expect(
      document.blocks.dropFirst().map { block -> String in
        guard case .footnote(let label, let number, let blocks) = block.content else { return "" }
        return "\(label) \(number) \(blocks.first?.inlines.plainText ?? "")"
      } == ["b 1 สอง", "a 2 หนึ่ง"])
  }

  @Test func reportsNotesAndReferencesWithoutTheOther() {
    let text = MarkedText("ก1️⃣[^x]2️⃣ \\[^z]\n\n3️⃣[^y]4️⃣: ข\n\n    [^w]: ค\n\n`[^v]`")
    let diagnostics = parse(text.text).diagnostics
    #expect(diagnostics.map(\.id) == ["footnote-without-text", "footnote-without-reference"])
    #expect(diagnostics.map(\.span?.range) == [ByteRange(text.range(1, 2)), ByteRange(text.range(3, 4))])
  }

  @Test func losesNoTextWhereTheLibraryDoes() {
    // cmark keeps nothing of a reference that runs over a line.
    let parsed = parse("ก [^ข\nค] ง")
    #expect(parsed.document.blocks.first?.inlines.plainText == "ก [^ข ค] ง")
    #expect(parsed.diagnostics.map(\.id).contains("markup-not-followed"))
  }

  @Test func staysAwayFromTheLibrarysFreedMemory() {
    let parsed = parse("ก [&Hat;abcdefgh] [^1]\n\n[^1]: ข")
    #expect(parsed.diagnostics.map(\.id) == ["caret-reference"])
    #expect(parsed.document.blocks.isEmpty)
    #expect(parse("ก [&amp;a] [^1]\n\n[^1]: ข").diagnostics.isEmpty)
  }
}

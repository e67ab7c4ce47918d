import Diagnostics
import Prose
import TestSupport
import Testing

@testable import ChapterMarkdown

private func parse(_ bytes: [UInt8]) -> ParsedMarkdown { parseMarkdown(SourceText(file: "c.md", bytes: bytes)) }
private func parse(_ markdown: String) -> ParsedMarkdown { parse(Array(markdown.utf8)) }

@Suite struct LimitTests {
  @Test func readsNoChapterOverEightMebibytes() {
    let parsed = parse([UInt8](repeating: 0x61, count: (8 << 20) + 1))
    #expect(parsed.diagnostics.map(\.id) == ["chapter-too-large"])
    #expect(parsed.document == Document())
    #expect(parse([UInt8](repeating: 0x61, count: 8 << 20)).diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 0), ([0x61, 0xFF], 1), ([0xE0, 0xB8], 0), ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0x80], 0), ([0xE0, 0xB8, 0x81, 0xE0, 0xB8, 0x41], 3), ([0xA1, 0xD2], 0),
    ] as [([UInt8], Int)])
  func namesTheFirstByteThatIsNotUTF8(_ bytes: [UInt8], _ offset: Int) {
    let parsed = parse(bytes)
    #expect(parsed.diagnostics.map(\.id) == ["not-utf8"])
    #expect(parsed.diagnostics.first?.span?.range.lowerBound == offset)
    #expect(parsed.document == Document())
  }

  @Test func agreesWithTheStandardLibraryOnUTF8() {
    for seed in 0..<2_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var bytes = Array(thaiNoise(pieces: 12, using: &generator).utf8)
      for _ in 0..<2 { bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next()) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(parse(bytes).diagnostics.contains { $0.id == "not-utf8" } == !isValid, "seed \(seed)")
    }
  }

  @Test func acceptsEveryLineEndingAndAByteOrderMark() {
    for text in ["ก\r\n\r\nข\r\n", "ก\r\rข", "\u{FEFF}ก\n\nข"] {
      #expect(parse(text).diagnostics.isEmpty)
      #expect(parse(text).document.blocks.count == 2)
    }
  }

  @Test func warnsOfAnEmptyChapter() {
    for text in ["", " \n\t\n", "\u{FEFF}"] { #expect(parse(text).diagnostics.map(\.id) == ["empty-chapter"]) }
  }

  @Test func leavesTablesOfTooManyColumnsText() {
    let row = { (cell: String, count: Int) in String(repeating: "|" + cell, count: count) + "|\n" }
    let wide = parse("ก\n\n" + row("a", 201) + row("-", 201) + row("b", 201))
    #expect(wide.diagnostics.map(\.id) == ["table-too-wide"])
    #expect(wide.diagnostics.first?.span?.range.lowerBound == 5 + 404)
    #expect(wide.diagnostics.first?.message.english.contains("201") == true)
    #expect(wide.document.blocks.count == 2)
    let allowed = parse(row("a", 200) + row("-", 200))
    #expect(allowed.diagnostics.isEmpty)
    if case .table(let table)? = allowed.document.blocks.first?.content {
      #expect(table.alignments.count == 200)
    } else {
      Issue.record("no table")
    }
  }

  @Test func boundsTheCellsShortRowsAreFilledUpWith() {
    let columns = 200
    let text = String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
    #expect(parse(text + String(repeating: "a\n", count: 2_400)).diagnostics.isEmpty)
    #expect(parse(text + String(repeating: "a\n", count: 2_600)).diagnostics.map(\.id) == ["table-too-long"])
  }

  @Test(arguments: [">", "> ", "- ", "1) ", "* > "])
  func refusesContainersNestedTooDeep(_ marker: String) {
    let depth = 201 / marker.filter { $0 != " " && $0 != ")" }.count
    let parsed = parse("ก\n\n" + String(repeating: marker, count: depth + 1) + "ข")
    #expect(parsed.diagnostics.map(\.id) == ["nesting-too-deep"])
    #expect(parsed.diagnostics.first.map { ($0.span?.range.lowerBound ?? 0) >= 5 } == true)
    #expect(parsed.document.blocks.isEmpty)
    #expect(parse(String(repeating: marker, count: depth / 2) + "ข").diagnostics.isEmpty)
  }

  @Test func refusesListsNestedTooDeepOverLines() {
    let lines = (0..<201).map { String(repeating: "  ", count: $0) + "- a\n" }
    #expect(parse(lines.joined()).diagnostics.map(\.id) == ["nesting-too-deep"])
    #expect(parse(lines.prefix(100).joined()).diagnostics.isEmpty)
  }

  @Test func takesARuleForNoNesting() {
    #expect(parse(String(repeating: "- ", count: 500) + "\n\nก").diagnostics.isEmpty)
    #expect(parse(String(repeating: "* * *\n", count: 500)).diagnostics.isEmpty)
  }

  @Test func showsInlinesNestedTooDeepAsWritten() {
    for (text, isDeep) in [
      (String(repeating: "*a **b ", count: 2_000) + "x" + String(repeating: "***", count: 2_000), true),
      (String(repeating: "*a **b ", count: 20) + "x" + String(repeating: "***", count: 20), false),
      (String(repeating: "*", count: 100_000) + "a" + String(repeating: "*", count: 100_000), true),
      (String(repeating: "[", count: 50_000) + "a" + String(repeating: "](b)", count: 50_000), false),
      (String(repeating: "![", count: 2_000) + "a" + String(repeating: "](b)", count: 2_000), true),
      (String(repeating: "[a ", count: 5_000) + String(repeating: "]{.b}", count: 5_000), false),
    ] {
      let parsed = parse(text)
      #expect(parsed.diagnostics.contains { $0.id == "inline-nesting-too-deep" } == isDeep, "\(text.prefix(20))")
      #expect(SpanProperty(parsed.document, of: SourceText(file: "c.md", text)).violations.isEmpty)
    }
  }

  /// Shapes on which cmark-gfm takes the square of their length: refused, or read without the extension that explodes.
  @Test(arguments: [
    ("a <?", "too-much-markup"), ("a <!A ", "too-much-markup"), ("a <![CDATA[", "too-much-markup"), ("![[]()", "too-much-markup"),
    ("*[a](b)", "too-much-markup"), ("a@", "too-many-addresses"), ("a@b.c ", "too-many-addresses"), ("www._", "too-many-addresses"),
    ("http://a.b)))))", "too-many-addresses"),
  ])
  func boundsQuadraticShapes(_ unit: String, _ id: String) {
    let text = String(repeating: unit, count: 400_000 / unit.utf8.count)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(parse(text).diagnostics.map(\.id) == [id])
    #expect(clock.now - start < .seconds(30))
    #expect(parse(String(repeating: unit, count: 20)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "[a]: \(String(repeating: "x", count: 50_000))\n\n", "[a\nb]:\n\(String(repeating: "x", count: 50_000))\n\n",
    "> [a]: x '\(String(repeating: "ก\n> ", count: 12_000))'\n\n",
  ])
  func refusesALongAddressNamedByManyLinks(_ definition: String) {
    for (links, ids) in [(20_000, ["address-too-long"]), (200, [])] {
      let text = String(repeating: "[a] ", count: links) + "\n\n" + definition + "ก"
      #expect(parse(text).diagnostics.map(\.id) == ids)
    }
    // Many short ones are as good as none.
    let short = String(repeating: "[a] ", count: 20_000) + "\n\n" + String(repeating: "[a]: /u\n", count: 20_000)
    #expect(parse(short).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "*a _", "a**b c* ", "[", "![", "[a](", "[a](<b", "](b \"", "`a ", "[x] ", "> ", "- a\n", "a\n=\n", "<a b=\"", "&amp;", "\\",
    "_a __b ",
    "[a]: /u\n", "[^1] ", "~~a ", "# a\n", "```\n", "|a|\n", "<!-- a\n",
  ])
  func readsRepetitionInLinearTime(_ unit: String) {
    let text = String(repeating: unit, count: 150_000 / unit.utf8.count)
    let clock = ContinuousClock()
    let start = clock.now
    let parsed = parse(text)
    #expect(clock.now - start < .seconds(30))
    #expect(parsed.diagnostics.allSatisfy { $0.id != "too-much-markup" })
  }

  @Test func saysEverythingInBothLanguages() {
    let texts = ["", "\u{0}", "---\na: 1", "{#a}", "[^a]", "[^a]: b", "[&Hat;a] [^1]", String(repeating: ">", count: 300)]
    for diagnostic in texts.flatMap({ parse($0).diagnostics }) {
      #expect(!diagnostic.message.thai.isEmpty && !diagnostic.message.english.isEmpty)
      #expect(diagnostic.repair != nil && diagnostic.span?.file == "c.md")
    }
  }
}

@Suite struct LockedSyntaxTests {
  private func needs(_ text: String) -> LockedSyntax { Array(text.utf8).withUnsafeBufferPointer { Survey($0).lockedSyntax } }

  @Test(arguments: ["ก [@key; @k2, น. 5]", "ก: ข", "ก @ ข", "เวลา 10:30 น.", "ww.a", "&amp;"])
  func isNotNeededByOrdinaryProse(_ text: String) { #expect(needs(text) == LockedSyntax()) }

  @Test func isNeededByWhatTheExtensionsReactTo() {
    #expect(needs("a ~ b") == LockedSyntax(strikethrough: true))
    for text in ["https://a.b", "www.a.b", "a@b.c", "a&#64;b.c", "a&commat;b.c", "a\\@b.c", "&#97;@b.c"] {
      #expect(needs(text).autolinks)
    }
  }

  /// The shortcut must not change what is read: with both extensions always attached the tree is the same.
  @Test func changesNothingWhereItIsLeftOut() {
    for seed in 0..<3_000 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 31)
      let bytes = Array(markdownNoise(pieces: 12, using: &generator).utf8).filter { $0 != 0 }
      bytes.withUnsafeBufferPointer { source in
        let survey = Survey(source)
        let read = { (locked: LockedSyntax) -> [Block] in
          let lines = SourceLines(source, starts: survey.lineStarts, from: 0)
          var reader = BlockReader(source: source, lines: lines, options: .chapter, file: "c.md")
          return withCMarkTree(of: source, options: .chapter, locked: locked) { tree in tree.map { reader.blocks(under: $0) } ?? []
          }
        }
        #expect(read(survey.lockedSyntax) == read(LockedSyntax(strikethrough: true, autolinks: true)), "seed \(seed)")
      }
    }
  }
}

@Suite struct ParallelTests {
  @Test func readsInParallelAsOneByOne() async {
    let texts = (0..<400).map { index -> SourceText in
      let unit = index % 2 == 0 ? "~~ก~~ https://a.b/\(index) a@b.c www.x.y **ข~~ค~~** " : "ก: w [@k] **ข** *ค* wwข "
      return SourceText(file: "\(index).md", String(repeating: unit, count: 40) + "\n\n- ~ก~\n")
    }
    let expected = texts.map { parseMarkdown($0).document }
    let differing = await withTaskGroup(of: (Int, Document).self) { group in
      for _ in 0..<3 {
        for index in texts.indices { group.addTask { (index, parseMarkdown(texts[index]).document) } }
      }
      var differing = 0
      for await (index, document) in group where document != expected[index] { differing += 1 }
      return differing
    }
    #expect(differing == 0)
  }
}

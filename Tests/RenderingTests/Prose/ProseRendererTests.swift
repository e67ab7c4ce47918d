import ChapterMarkdown
import CourseModel
import Diagnostics
import Prose
import TestSupport
import Testing
import ThaiText

@testable import Rendering

private func document(_ markdown: String) -> Document { parseMarkdown(SourceText(file: "c.md", markdown)).document }

private func html(_ markdown: String, _ options: ProseOptions = ProseOptions()) -> String {
  renderFragment(document(markdown), options: options).string
}

@Suite struct ProseRendererTests {
  @Test func writesAPageFragment() {
    #expect(
      html("# ก\n\nข **ค** `ง`\n\n- ๑\n- ๒") == """
        <h1>ก</h1>
        <p>ข <strong>ค</strong> <code>ง</code></p>
        <ul>
        <li>๑</li>
        <li>๒</li>
        </ul>

        """)
  }

  @Test func showsRawHTMLAsTextUnlessAllowed() {
    let markdown = "ก <b>ข</b>\n\n<div onclick=\"x\">\n"
    #expect(html(markdown) == "<p>ก &lt;b&gt;ข&lt;/b&gt;</p>\n<p class=\"raw\">&lt;div onclick=&quot;x&quot;&gt;</p>\n")
    #expect(html(markdown, ProseOptions(allowsRawHTML: true)) == "<p>ก <b>ข</b></p>\n<div onclick=\"x\">\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "&#106;avascript:x",
    "java&#10;script:x", "&#1;javascript:x", "javascript&colon;x", "jar:x", "blob:x", "ms-settings:x", "java\\script:x",
  ])
  func refusesAddressesThatCouldRun(_ address: String) {
    #expect(html("[ก](<\(address)>)") == "<p>ก</p>\n")
    #expect(!html("![ก](<\(address)>)").contains("<img"))
  }

  @Test(arguments: [
    ("https://example.org/ก", "https://example.org/%E0%B8%81"), ("#ข", "#%E0%B8%82"), ("../a/b.html?x=1", "../a/b.html?x=1"),
    ("mailto:a@b.c", "mailto:a@b.c"), ("tel:02", "tel:02"), ("a/b:c", "a/b:c"),
  ])
  func linksWhereAPageMayLead(_ address: String, _ written: String) {
    #expect(html("[ก](<\(address)>)") == "<p><a href=\"\(written)\">ก</a></p>\n")
  }

  @Test func showsAPictureOfTheCourseAndLinksToOneElsewhere() {
    #expect(html("![ภาพ](a.png \"ชื่อ\")") == "<p><img src=\"a.png\" alt=\"ภาพ\" title=\"ชื่อ\"></p>\n")
    #expect(html("![ภาพ](https://x.y/a.png)") == "<p><a href=\"https://x.y/a.png\">ภาพ</a></p>\n")
    #expect(html("![ภาพ](//x.y/a.png)") == "<p><a href=\"//x.y/a.png\">ภาพ</a></p>\n")
  }

  @Test func leavesNoLinkInALink() {
    #expect(html("[ก ![ข](https://x.y/a.png)](/b)") == "<p><a href=\"/b\">ก ข</a></p>\n")
  }

  @Test func writesCallouts() {
    #expect(
      html("> [!definition] เครือข่าย {#n}\n> คือ ก") == """
        <aside id="n" class="callout callout-definition">
        <p class="callout-title">เครือข่าย</p>
        <p>คือ ก</p>
        </aside>

        """)
    #expect(html("> [!question]\n> ก").contains("<p class=\"callout-title\">คำถาม</p>"))
    #expect(html("> [!ข้อคิด] ก").contains("callout-other"))
    #expect(html("> [!plain]\n> ก") == "<p>ก</p>\n")
  }

  @Test func writesFootnotesOnceAndTheWayBack() {
    let written = html("ก[^a] ข[^b] ค[^a]\n\n[^b]: สอง\n[^a]: หนึ่ง\n")
    #expect(written.contains("<a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a>"))
    #expect(written.contains("id=\"fnref-1-2\""))
    #expect(written.contains("<li id=\"fn-1\">\n<p>หนึ่ง <a href=\"#fnref-1\""))
    #expect(written.hasSuffix("</ol>\n</section>\n"))
  }

  @Test func keepsRepetitionMarksOnTheirLine() {
    #expect(html("ต่าง ๆ ก ฯลฯ ข") == "<p>ต่าง\u{A0}ๆ ก\u{A0}ฯลฯ ข</p>\n")
  }

  @Test func keepsTermsTogether() {
    let runs = UnbreakableRuns(terms: ["เครือข่ายทางสังคม"], names: [], breaker: WordBreaker())
    let options = ProseOptions(unbreakable: runs)
    #expect(html("คำว่า เครือข่ายทางสังคม นี้", options) == "<p>คำว่า <span class=\"nb\">เครือข่ายทางสังคม</span> นี้</p>\n")
  }

  @Test func keepsTheSignThatClosesWithTheTerm() {
    let runs = UnbreakableRuns(terms: ["เครือข่ายทางสังคม"], names: [], breaker: WordBreaker())
    let options = ProseOptions(unbreakable: runs)
    for sign in [",", ".", ":", ";", ")", "?", "!", "”", "’"] {
      #expect(
        html("ก เครือข่ายทางสังคม\(sign) ข", options).contains("<span class=\"nb\">เครือข่ายทางสังคม\(sign)</span> ข"), "\(sign)")
    }
    #expect(html("ก เครือข่ายทางสังคม“ข", options).contains("เครือข่ายทางสังคม</span>“ข"))
    #expect(html("เครือข่ายทางสังคม", options) == "<p><span class=\"nb\">เครือข่ายทางสังคม</span></p>\n")
  }

  @Test func saysWhichRunsMayBeWiderThanAPhonesLine() {
    let name = "ความสัมพันธ์ระหว่างองค์กร"
    let runs = UnbreakableRuns(terms: [name, "ความสัมพันธ์"], names: [], breaker: WordBreaker())
    let written = html("ก \(name) ข ความสัมพันธ์ ค", ProseOptions(unbreakable: runs))
    #expect(written.contains("<span class=\"nb long\">\(name)</span>") && written.contains("<span class=\"nb\">ความสัมพันธ์</span>"))
  }

  @Test func writesTasksTablesAndSpans() {
    #expect(
      html("- [x] ก\n- [ ] ข").contains(
        "<ul class=\"tasks\">\n<li><input type=\"checkbox\" checked disabled aria-label=\"ทำแล้ว\"> ก</li>"))
    #expect(html("|ก|\n|-:|\n|ข|").contains("<th scope=\"col\" class=\"align-right\">ก</th>"))
    #expect(html("[ก]{#x .c lang=\"en\"}") == "<p><span id=\"x\" class=\"c\" lang=\"en\">ก</span></p>\n")
  }

  @Test func writesAnIdentifierOnce() {
    #expect(html("# ก {#a}\n\n# ข {#a}\n\n[ค]{#a}") == "<h1 id=\"a\">ก</h1>\n<h1>ข</h1>\n<p><span>ค</span></p>\n")
  }

  @Test func shiftsHeadingsUnderAPagesTitle() {
    #expect(html("# ก {#a}\n\n###### ข", ProseOptions(headingShift: 1)) == "<h2 id=\"a\">ก</h2>\n<h6>ข</h6>\n")
  }
}

/// Prints marks as brackets, so that what stands where can be read.
private struct BracketHooks: ProseHooks {
  mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
    html.text((isFirst ? "⟦" : "⟨") + mark.record.text + ":")
  }
  mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer) { html.text(isLast ? "⟧" : "⟩") }
}

@Suite struct MarkTests {
  private func marked(_ input: String, _ marks: [(Int, Int, String)], _ options: ProseOptions = ProseOptions()) -> String {
    let text = MarkedText(input)
    var hooks = BracketHooks()
    var html = HTMLBuffer()
    ProseRenderer(options).render(
      document(text.text).blocks,
      marks: marks.map { Mark(range: ByteRange(text.range($0.0, $0.1)), record: .concept(ConceptID($0.2))) }, hooks: &hooks,
      into: &html)
    return html.string
  }

  @Test func opensAroundWords() {
    #expect(marked("ก 1️⃣ข2️⃣ ค", [(1, 2, "b")]) == "<p>ก ⟦b:ข⟧ ค</p>\n")
  }

  @Test func nestsInsideAnother() {
    #expect(marked("1️⃣ก 2️⃣ข3️⃣ ค4️⃣", [(1, 4, "a"), (2, 3, "b")]) == "<p>⟦a:ก ⟦b:ข⟧ ค⟧</p>\n")
  }

  @Test func goesAroundAnEmphasisItHolds() {
    #expect(marked("1️⃣ก **ข** ค2️⃣", [(1, 2, "a")]) == "<p>⟦a:ก <strong>ข</strong> ค⟧</p>\n")
  }

  @Test func isOpenedAgainWhereItLeavesAnEmphasis() {
    #expect(marked("**ก 1️⃣ข** ค2️⃣ ง", [(1, 2, "a")]) == "<p><strong>ก ⟦a:ข⟩</strong>⟨a: ค⟧ ง</p>\n")
    #expect(marked("ก1️⃣ข *ค2️⃣ง*", [(1, 2, "a")]) == "<p>ก⟦a:ข ⟩<em>⟨a:ค⟧ง</em></p>\n")
  }

  @Test func runsOverLinesOfAParagraph() {
    #expect(marked("> ก1️⃣ข\n> ค2️⃣ง", [(1, 2, "a")]) == "<blockquote>\n<p>ก⟦a:ข\nค⟧ง</p>\n</blockquote>\n")
  }

  @Test func runsOverEscapesReferencesAndCitations() {
    #expect(marked(#"1️⃣ก\*ข&amp;ค [@k]2️⃣ง"#, [(1, 2, "a")]) == "<p>⟦a:ก*ข&amp;ค [@k]⟧ง</p>\n")
  }

  @Test func opensOncePerBlock() {
    #expect(marked("ก1️⃣ข\n\nค2️⃣ง", [(1, 2, "a")]) == "<p>ก⟦a:ข⟩</p>\n<p>⟨a:ค⟧ง</p>\n")
  }

  @Test func leavesOutMarksThatCross() {
    #expect(marked("1️⃣ก2️⃣ข3️⃣ค4️⃣", [(1, 3, "a"), (2, 4, "b")]) == "<p>⟦a:กข⟧ค</p>\n")
  }

  @Test func keepsAnUnbreakableRunAroundTheMarkItHolds() {
    let runs = UnbreakableRuns(terms: ["เครือข่ายทางสังคม"], names: [], breaker: WordBreaker())
    let options = ProseOptions(unbreakable: runs)
    #expect(
      marked("1️⃣เครือข่าย2️⃣ทางสังคม", [(1, 2, "a")], options) == "<p><span class=\"nb\">⟦a:เครือข่าย⟧ทางสังคม</span></p>\n")
    #expect(
      marked("1️⃣เครือข่ายทางสังคม2️⃣", [(1, 2, "a")], options) == "<p>⟦a:<span class=\"nb\">เครือข่ายทางสังคม</span>⟧</p>\n")
    #expect(
      marked("1️⃣ก เครือข่าย2️⃣ทางสังคม", [(1, 2, "a")], options)
        == "<p>⟦a:ก <span class=\"nb\">เครือข่าย</span>⟧<span class=\"nb\">ทางสังคม</span></p>\n")
  }
}

/// Collects the marks of each paragraph and prints them as notes behind it.
private struct NoteHooks: ProseHooks {
  var notes: [String] = []
  var omitted = 0

  mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
    html.markup("<a class=\"term\"")
    if isFirst { html.attribute("id", mark.record.text) }
    html.markup(">")
    if isFirst { notes.append(mark.record.text) }
  }
  mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer) { html.markup("</a>") }
  mutating func begin(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) -> BlockTreatment {
    if case .code("dot", _) = block.content {
      html.markup("<figure></figure>\n")
      omitted += 1
      return .omit
    }
    if case .callout(let callout) = block.content, callout.kind == "question" {
      html.markup("<section>\n")
      return .contentOnly
    }
    return .asUsual
  }
  mutating func end(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) {
    if case .callout(let callout) = block.content, callout.kind == "question" { html.markup("</section>\n") }
    guard case .paragraph = block.content else { return }
    for note in notes {
      html.markup("<aside>")
      html.text(note)
      html.markup("</aside>\n")
    }
    notes = []
  }
  mutating func identifier(of block: Block) -> String? {
    if case .heading = block.content { return block.attributes.id ?? "h" }
    return nil
  }
  mutating func citation(_ keys: [CitationKey], html: inout HTMLBuffer) { html.text("(\(keys.map(\.key).joined(separator: "+")))") }
}

@Suite struct HookTests {
  @Test func buildAPageWithNotesFiguresAndQuestions() {
    let text = MarkedText("# ก\n\nข 1️⃣ค2️⃣ [@a; @b]\n\n```dot\ngraph {}\n```\n\n> [!question] ง\n> จ\n")
    var hooks = NoteHooks()
    var html = HTMLBuffer()
    let mark = Mark(range: ByteRange(text.range(1, 2)), record: .concept(ConceptID("c")))
    ProseRenderer().render(document(text.text).blocks, marks: [mark], hooks: &hooks, into: &html)
    #expect(hooks.omitted == 1)
    #expect(
      html.string == """
        <h1 id="h">ก</h1>
        <p>ข <a class="term" id="c">ค</a> (a+b)</p>
        <aside>c</aside>
        <figure></figure>
        <section>
        <p class="callout-title">ง</p>
        <p>จ</p>
        </section>

        """)
  }
}

@Suite struct WellFormednessTests {
  @Test func holdsOnNoiseWithMarksAndRuns() {
    let runs = UnbreakableRuns(terms: ["เครือข่าย", "การเรียนรู้"], names: [], breaker: WordBreaker())
    let renderer = ProseRenderer(ProseOptions(unbreakable: runs))
    for seed in 0..<3_000 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 77)
      let text = thaiNoise(pieces: 40, using: &generator)
      var marks: [Mark] = []
      for _ in 0..<6 {
        let start = Int(generator.next() % UInt64(text.utf8.count + 1))
        let end = min(text.utf8.count, start + Int(generator.next() % 60))
        let record = RecordID.concept(ConceptID("m\(marks.count)"))
        marks.append(Mark(range: ByteRange(start, end), record: record))
      }
      var hooks = SpanHooks()
      var html = HTMLBuffer()
      renderer.render(document(text).blocks, marks: marks, hooks: &hooks, into: &html)
      let fault = htmlFault(html.bytes)
      #expect(fault == nil, "seed \(seed): \(fault ?? "") in \(html.string) from \(text.debugDescription)")
      #expect(hooks.open == 0)
      if fault != nil { break }
    }
  }

  private struct SpanHooks: ProseHooks {
    var open = 0
    mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
      open += 1
      html.markup("<span>")
    }
    mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
      open -= 1
      html.markup("</span>")
    }
  }

  @Test func seesFaults() {
    for (html, isFaulty) in [
      ("<p>a</p>", false), ("<p>a", true), ("<p><em>a</p></em>", true), ("a & b", true), ("a < b", true),
      ("<a href=\"x\"><a href=\"y\">b</a></a>", true), ("<br><p id=\"a\"></p>", false), ("<i id=\"a\"></i><i id=\"a\"></i>", true),
    ] {
      #expect((htmlFault(Array(html.utf8)) != nil) == isFaulty, "\(html)")
    }
  }
}

@Suite struct EscapingTests {
  @Test func escapesWhatHTMLReactsToWhereverItStands() {
    for length in 0..<20 {
      let filling = String(repeating: "ก", count: length / 3) + String(repeating: "a", count: length % 3)
      var html = HTMLBuffer()
      html.text(filling + "<&>\"'" + filling + "\u{1}\u{7F}\t\n")
      #expect(html.string == filling + "&lt;&amp;&gt;&quot;'" + filling + "\u{FFFD}\u{FFFD}\t\n")
    }
  }
}

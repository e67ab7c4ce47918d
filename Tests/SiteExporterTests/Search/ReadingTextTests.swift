import TestSupport
import Testing

@testable import SiteExporter

private func reading(_ html: String) -> String { String(decoding: ReadingText(of: Array(html.utf8)).text, as: UTF8.self) }

private func places(_ page: ReadingText) -> [String] {
  page.anchors.map { "\($0.offset) \(String(decoding: $0.id, as: UTF8.self))" }
}

@Suite struct ReadingTextTests {
  @Test func keepsTheMainPartAndNothingAroundIt() {
    #expect(reading("<body><header>เมนู</header><main>นำ<article><p>เครือข่าย</p></article>ตาม</main>ท้าย") == "นำ เครือข่าย ตาม")
    #expect(reading("<body><header>เมนู</header><main><p>เครือข่าย</p></main>") == "เครือข่าย")
    #expect(reading("<head><title>ชื่อ</title></head><body><p>เครือข่าย</p></body>") == "เครือข่าย")
  }

  @Test func leavesOutWhatNobodyReads() {
    let html = "<main>ก<nav>ข<a href=\"x\">ค</a></nav><script>if (a<b) {}</script><svg><title>ง</title></svg><!-- จ -->ฉ</main>"
    #expect(reading(html) == "กฉ")
  }

  @Test func makesWhiteSpaceOneSpace() {
    #expect(reading("<main>\n<p>ก\n  ข&nbsp;ค\u{A0}ง</p>\n</main>") == "ก ข ค ง")
  }

  @Test func readsReferencesOnce() {
    #expect(reading("<main>&lt;b&gt; &amp;amp; &#x0E33; &#3635; &unknown; & ก</main>") == "<b> &amp; ำ ำ &unknown; & ก")
  }

  @Test func isNotLedAstrayByAttributesThatHoldMarkup() {
    #expect(reading("<main><p title=\"a > b <article>\">ก</p></main>ข") == "ก")
  }

  @Test func partsBlocksThatStandApart() {
    #expect(reading("<main><dl><dt>ก</dt><dd>ข</dd></dl><table><tr><td>ค</td><td>ง</td></tr></table></main>") == "ก ข ค ง")
  }

  @Test func joinsWhatMarksPart() {
    #expect(reading("<main>เครือ<b>ข่าย</b><wbr>ทาง</main>") == "เครือข่ายทาง")
  }

  @Test func countsAnchorsAsScriptsDo() {
    let page = ReadingText(of: Array("<main><h2 id=\"a\">😀ก</h2> <p id=\"b\">ข<span id=\"no\">ค</span></p></main>".utf8))
    #expect(places(page) == ["0 a", "4 b"])
  }

  @Test func keepsTheInnermostOfAnchorsAtOnePlace() {
    let page = ReadingText(of: Array("<main><section id=\"a\"><p id=\"b\">ก</p></section></main>".utf8))
    #expect(places(page) == ["0 b"])
  }

  @Test func doesNotLandOnWhatOpensOverThePage() {
    let page = ReadingText(of: Array("<main><p id=\"a\">ก</p><aside id=\"n\" popover>ข</aside></main>".utf8))
    #expect(places(page) == ["0 a"])
  }

  @Test func spellsThaiOneWayAndMovesAnchorsWithIt() {
    let page = ReadingText(of: Array("<main><p id=\"a\">น\u{0E4D}\u{0E49}า</p><p id=\"b\">ใจ</p></main>".utf8))
    #expect(String(decoding: page.text, as: UTF8.self) == "น้ำ ใจ")
    #expect(places(page) == ["0 a", "4 b"])
  }

  @Test func survivesNoise() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "<", ">", "<main>", "</main>", "<p id=\"", "\"", "&", "&#", ";", "<!--", "-->", "</", "<article", "ก", "\u{0E49}", " ", "'",
    ]
    for _ in 0..<3000 {
      var html: [UInt8] = []
      for _ in 0..<12 { html += pieces[Int(generator.next() % UInt64(pieces.count))].utf8 }
      if generator.next() % 4 == 0 { html.removeLast() }
      let page = ReadingText(of: html)
      #expect(page.anchors.map(\.offset) == page.anchors.map(\.offset).sorted())
    }
  }
}

import TestSupport
import Testing

@testable import ThaiText

@Suite struct TermMatcherTests {
  private func found(_ terms: [String], in text: String) -> [String] {
    let bytes = Array(normalised(text).utf8)
    return TermMatcher(terms).matches(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func takesTheLongestFromTheLeft() {
    let marked = MarkedText("ว่า1️⃣เครือข่ายทางสังคม2️⃣และ3️⃣เครือข่าย4️⃣")
    let matches = TermMatcher(["เครือข่าย", "เครือข่ายทางสังคม", "สังคม"]).matches(in: Array(marked.text.utf8))
    #expect(matches.map(\.range) == [marked.range(1, 2), marked.range(3, 4)])
    #expect(matches.map(\.term) == [1, 0])
  }

  @Test func fallsBackToTheShorterWhereTheLongerFails() {
    #expect(found(["เครือข่าย", "เครือข่ายสังคมไทย"], in: "เครือข่ายสังคมใหม่") == ["เครือข่าย"])
  }

  @Test(arguments: [
    ("ขา", "ข้าง"), ("กา", "กาะ"), ("ครู", "เครูบ"), ("น", "นี้"), ("จันท", "จันทร์"), ("พัน", "พันธุ์"), ("สิท", "สิทธิ์"), ("ศาส", "ศาสตร์"),
    ("นา", "นาง "), ("ฉัน", "ฉันท์"), ("กา", "กา่"),
  ])
  func partsNoSyllable(_ term: String, _ text: String) { #expect(found([term], in: text).isEmpty) }

  @Test(arguments: [("นคร", "กันคร"), ("อก", "มือก"), ("รู", "เรู")])
  func beginsNoMatchInsideASyllable(_ term: String, _ text: String) { #expect(found([term], in: text).isEmpty) }

  @Test(arguments: [("ครู", "ครูณ วัด"), ("ครู", "ครู น. 5"), ("เครือข่าย", "เครือข่ายๆ"), ("ครู", "ครูก.ข."), ("คน", "เป็นคนใหม่")])
  func endsBeforeWholeWords(_ term: String, _ text: String) { #expect(found([term], in: text) == [term]) }

  @Test func readsLatinAtWordEdgesInAnyCase() {
    #expect(found(["network"], in: "Network, networks NETWORK(เครือข่าย)network") == ["Network", "NETWORK", "network"])
    #expect(found(["net"], in: "internet néthique cafénet").isEmpty)
  }

  @Test func readsAnyWhiteSpaceAsOneSpace() {
    #expect(found(["social network"], in: "social\u{A0} \n network").count == 1)
    #expect(found(["ปาริชาติ สถาปิตานนท์"], in: "ปาริชาติ  สถาปิตานนท์").count == 1)
  }

  @Test func foldsDigitsAndMisspeltMarks() {
    #expect(found(["จส.100", "น\u{E4D}\u{E49}\u{E32}ใจ"], in: "จส.๑๐๐ มีน้ำใจ").count == 2)
  }

  @Test func findsWholeTextsByTheSameFolding() {
    let matcher = TermMatcher(["เครือข่าย", "Social network"])
    #expect(matcher.term(equalTo: "social  Network") == 1)
    #expect(matcher.term(equalTo: "social") == nil)
  }

  @Test func ignoresWhatCannotBeATerm() {
    #expect(TermMatcher(["", " ", "\u{E48}ก", "ะ", String(repeating: "ก", count: 300)]).isEmpty)
    #expect(found(["ก\u{0}ข"], in: "ก\u{0}ข").count == 1)
  }

  @Test func givesTheFirstOfEqualTerms() {
    #expect(TermMatcher(["Net", "net"]).matches(in: Array("net".utf8)).map(\.term) == [0])
  }

  @Test func agreesWithLookingAtEveryPlace() {
    let terms = ["เครือข่าย", "การเรียนรู้", "คือ", "และคณะ", "Schuler", "social network", "และ", "ดร.", "2546"]
    let matcher = TermMatcher(terms)
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let bytes = Array(normalised(thaiNoise(pieces: 40, using: &generator)).utf8)
      #expect(matcher.matches(in: bytes).map(\.range) == slowMatches(terms, bytes), "seed \(seed)")
    }
  }

  /// Every place, every term, the longest that ends well.
  private func slowMatches(_ terms: [String], _ bytes: [UInt8]) -> [Range<Int>] {
    let span = bytes.span
    var out: [Range<Int>] = []
    var i = 0
    while i < bytes.count {
      var best: Int?
      for term in terms.map({ Array($0.utf8).map(asciiLowercased) }) {
        var k = i
        var t = 0
        while t < term.count, k < bytes.count {
          let space = spaceLength(span, at: k)
          if term[t] == 0x20, space > 0 {
            while k < bytes.count, spaceLength(span, at: k) > 0 { k += spaceLength(span, at: k) }
          } else if let digit = thaiScalar(span, at: k), digit.isDigit, term[t] == 0x30 + digit.offset - 0x50 {
            k += 3
          } else if asciiLowercased(bytes[k]) == term[t] {
            k += 1
          } else {
            break
          }
          t += 1
        }
        if t == term.count, TermEdges.canBegin(span, at: i), TermEdges.canEnd(span, at: k) { best = max(best ?? 0, k) }
      }
      if let best {
        out.append(i..<best)
        i = best
      } else {
        i += scalarLength(span, at: i)
      }
    }
    return out
  }
}

import TestSupport
import Testing

@testable import ThaiText

@Suite struct UnbreakableRunsTests {
  private func kept(_ text: String, terms: [String] = [], names: [String] = []) -> [String] {
    let bytes = Array(text.utf8)
    return UnbreakableRuns(terms: terms, names: names, breaker: WordBreaker()).ranges(in: bytes)
      .map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func keepsNamesTermsAndCompounds() {
    #expect(
      kept("อนุชาติ พวงสาลี กล่าวถึงประชาสังคมว่ามีเป้าหมายร่วมกัน", terms: ["ประชาสังคม"], names: ["อนุชาติ พวงสาลี"])
        == ["อนุชาติ พวงสาลี", "ประชาสังคม", "เป้าหมาย"])
  }

  @Test func putsNoBoxAroundWhatCannotBreak() {
    #expect(kept("ครูใช้ web", terms: ["ครู", "web"]) == [])
    #expect(kept("social network", terms: ["social network"]) == ["social network"])
  }

  @Test func partsALongNameBetweenItsParts() {
    #expect(kept("เกรียงศักดิ์ เจริญวงศ์ศักดิ์ไพบูลย์", names: ["เกรียงศักดิ์ เจริญวงศ์ศักดิ์ไพบูลย์"]) == ["เกรียงศักดิ์", "เจริญวงศ์ศักดิ์ไพบูลย์"])
  }

  @Test func partsALongTermBetweenWholeWords() {
    let term = "การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง"
    let pieces = kept(term, terms: [term])
    #expect(pieces.joined() == term)
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { emWidth(Array($0.utf8).span) <= UnbreakableRuns.widest })
    #expect(pieces.contains { $0.contains("เครือข่าย") } && pieces.contains { $0.contains("กว้างขวาง") })
  }

  @Test("a term written with other spaces or digits is kept in whole letters")
  func partsNoLetterOfATermWrittenOtherwise() {
    let term = "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติฉบับที่ 12 ‹พ.ศ. 2560› ถึง ‹พ.ศ. 2564›"
    for written in [
      term, term.replacing("12", with: "๑๒"), term.replacing("ที่ 12", with: "ที่  \n 12"),
      term.replacing("2560", with: "๒๕๖๐").replacing(" ", with: "  "),
    ] {
      let bytes = Array(written.utf8)
      let ranges = UnbreakableRuns(terms: [term], names: [], breaker: WordBreaker()).ranges(in: bytes)
      #expect(ranges.count > 1)
      for range in ranges { #expect(String(validating: bytes[range], as: UTF8.self) != nil, "\(written)") }
      #expect(
        ranges.map { String(decoding: bytes[$0], as: UTF8.self) }.joined().filter { !$0.isWhitespace }
          == written.filter { !$0.isWhitespace })
    }
  }

  @Test func measuresAsTheFontDoes() {
    let body = Array("เครือข่าย".utf8)
    #expect((380...460).contains(emWidth(body.span)))
  }

  @Test func findsTheSpacesThatMustNotBreak() {
    let marked = MarkedText("สิ่งต่าง1️⃣ ๆ กิจกรรม2️⃣ ฯลฯ บทที่3️⃣ 6 มี 5 ข้อ พ.ศ.4️⃣ ๒๕๔๖ (25️⃣ คะแนน) (๑๒6️⃣ ข้อ) (2 ข้อ กับอีกหนึ่ง)")
    #expect(noBreakSpaces(in: marked.text.utf8.span) == [1, 2, 3, 4, 5, 6].compactMap { marked.marks[$0] })
  }

  @Test func overlapsNothingInNoise() {
    let runs = UnbreakableRuns(terms: ["เครือข่าย", "การเรียนรู้"], names: ["Schuler"], breaker: WordBreaker())
    for seed in UInt64(1)...100 {
      var generator = SeededGenerator(seed: seed)
      let bytes = Array(normalised(thaiNoise(pieces: 60, using: &generator)).utf8)
      let ranges = runs.ranges(in: bytes)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "seed \(seed)")
    }
  }
}

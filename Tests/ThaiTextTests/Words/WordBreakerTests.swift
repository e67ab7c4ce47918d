import TestSupport
import Testing

@testable import ThaiText

@Suite struct WordBreakerTests {
  private func words(_ text: String, terms: [String] = []) -> [String] {
    let bytes = Array(text.utf8)
    return WordBreaker(terms: terms).words(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func keepsTheWordsOfTheDictionaryWhole() {
    #expect(words("เครือข่ายคือสายใย (web) 3 ประการ") == ["เครือข่าย", "คือ", "สายใย", "web", "3", "ประการ"])
  }

  @Test func laysTheCoursesTermsOver() {
    #expect(words("แนวคิดของกัลยาณมิตรภาพ", terms: ["กัลยาณมิตรภาพ"]).last == "กัลยาณมิตรภาพ")
    #expect(words("ตามที่ปาริชาติเสนอ", terms: ["ปาริชาติ"]).contains("ปาริชาติ"))
  }

  @Test func laysNoTermOverPartOfALongerWord() {
    #expect(words("เครือข่ายสังคม", terms: ["ข่าย"]) == ["เครือข่าย", "สังคม"])
  }

  @Test func coversTheTextFromEndToEnd() {
    let breaker = WordBreaker(terms: ["เครือข่าย", "social network"])
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let bytes = Array(normalised(thaiNoise(pieces: 40, using: &generator)).utf8)
      let boundaries = breaker.wordBoundaries(in: bytes)
      #expect(boundaries.first == 0 && boundaries.last == bytes.count, "seed \(seed)")
      #expect(zip(boundaries, boundaries.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      #expect(boundaries.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }, "seed \(seed)")
    }
  }

  @Test func breaksALongRunAsItBreaksAShortOne() {
    let sentence = "เครือข่ายเป็นระบบความสัมพันธ์ในสังคมมนุษย์"
    let once = words(sentence)
    #expect(words(String(repeating: sentence, count: 200)).count == once.count * 200)
  }

  @Test func readsNothingInNothing() {
    #expect(WordBreaker().wordBoundaries(in: []).isEmpty)
    #expect(WordBreaker(dictionary: "/nowhere/thbrk.tri").hasDictionary == WordBreaker().hasDictionary)
  }

  @Test func agreesOnManyThreads() async {
    let breaker = WordBreaker()
    let bytes = Array(String(repeating: "การแลกเปลี่ยนเรียนรู้ของเครือข่าย ", count: 50).utf8)
    let expected = breaker.wordBoundaries(in: bytes)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { breaker.wordBoundaries(in: bytes) == expected } }
      for await same in group { #expect(same) }
    }
  }

  @Test func leavesFunctionWordsOutOfContent() {
    let content = WordBreaker().contentWords("เครือข่ายคือความสัมพันธ์ของสมาชิกในสังคม (Social Network) ๓ ประการ")
    #expect(content == ["เครือข่าย", "สัมพันธ์", "สมาชิก", "สังคม", "social", "network", "3"])
    #expect(isFunctionWord("ของ") && !isFunctionWord("เครือข่าย"))
  }
}

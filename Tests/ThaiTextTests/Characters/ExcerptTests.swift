import TestSupport
import Testing
import ThaiText

@Suite struct ExcerptTests {
  @Test("a text within the limit comes back whole, without dots")
  func whole() {
    #expect(excerpt("เครือข่าย", bytes: 27) == "เครือข่าย")
    #expect(excerpt("", bytes: 0) == "")
  }

  @Test("never between a letter and its vowel or tone mark, nor before ำ")
  func marks() {
    // น ้ ำ: nine bytes, one letter.
    for limit in 3..<9 { #expect(excerpt("น้ำใจ", bytes: limit) == "…", "limit \(limit)") }
    #expect(excerpt("น้ำใจ", bytes: 9) == "น้ำ…")
    #expect(excerpt("กี่ครั้ง", bytes: 12) == "กี่ค…")
  }

  @Test("never inside a scalar, an accented letter or a joined emoji")
  func others() {
    #expect(excerpt("e\u{301}a", bytes: 2) == "…")
    #expect(excerpt("e\u{301}ab", bytes: 4) == "e\u{301}a…")
    let family = "\u{1F468}\u{200D}\u{1F469}"
    for limit in 1..<family.utf8.count { #expect(excerpt(family + "ก", bytes: limit) == "…", "limit \(limit)") }
    #expect(excerpt("\u{1F44D}\u{1F3FD}ก", bytes: 6) == "…")
  }

  @Test("to the end of a phrase where one is near")
  func phrases() {
    #expect(excerpt("aaaa bbbb cccc dddd", bytes: 12, phrase: 6) == "aaaa bbbb…")
    #expect(excerpt("aaaa bbbb cccc dddd", bytes: 12, phrase: 11) == "aaaa bbbb cc…")
  }

  @Test("whatever the text and limit, the beginning of the text, and whole scalars")
  func noise() {
    for seed in UInt64(1)...2_000 {
      var generator = SeededGenerator(seed: seed)
      let text = thaiNoise(pieces: 6, using: &generator)
      let limit = Int(generator.next() % 40)
      let cut = excerpt(text, bytes: limit)
      guard text.utf8.count > limit else {
        #expect(cut == text)
        continue
      }
      let kept = String(decoding: Array(cut.utf8).dropLast("…".utf8.count), as: UTF8.self)
      #expect(Array(text.utf8).starts(with: Array(kept.utf8)) && kept.utf8.count <= limit, "seed \(seed)")
      #expect(
        text.utf8.index(text.startIndex, offsetBy: kept.utf8.count).samePosition(in: text.unicodeScalars) != nil, "seed \(seed)")
    }
  }
}

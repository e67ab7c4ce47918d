import TestSupport
import Testing
import ThaiText

@testable import CourseReader

@Suite struct PhraseBeginningsTests {
  private static let phrases = ["ก", "คือ", "น.", "ที่ 1", "หมายถึง", "การเรียนรู้", "ฯลฯ", "Ed.", "(", "“", "é"]

  @Test("never passes over a place where a phrase stands")
  func missesNothing() {
    let beginnings = PhraseBeginnings(Self.phrases.map { Array($0.utf8) })
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let text = ReadingText(thaiNoise(pieces: 200, using: &generator) + "คือ")
      for phrase in Self.phrases.map({ Array($0.utf8) }) {
        for i in 0..<text.count where text.bytes[i...].starts(with: phrase) {
          let isLooked = beginnings.withLook { look in text.bytes.withUnsafeBufferPointer { look.mayBegin($0, at: i) } }
          #expect(isLooked, "\(String(decoding: phrase, as: UTF8.self)) at \(i)")
        }
      }
    }
  }

  @Test("passes over letters that begin no phrase")
  func passesOver() {
    let table = PhraseTable(["หมายถึง", "เรียกว่า"])
    let text = ReadingText("เครือข่ายร่วมกันหมายถึงสายใย")
    let place = table.placeToLook(in: text, from: 0)
    #expect(text.string(place..<text.count) == "หมายถึงสายใย")
    // The last letter may begin anything.
    #expect(table.placeToLook(in: text, from: place + 3) == text.count - 3)
  }

  @Test("takes a range for a phrase only whole")
  func isPhrase() {
    let table = PhraseTable(["ไว้", "ไว้ดังนี้"])
    let text = ReadingText("ไว้ดังนี้ไว้")
    #expect(table.isPhrase(0..<9, of: text) && table.isPhrase(0..<27, of: text))
    #expect(!table.isPhrase(0..<12, of: text) && !table.isPhrase(0..<0, of: text) && !table.isPhrase(0..<36, of: text))
  }
}

@Suite struct TextKeyTests {
  @Test("is equal by bytes, so that two spellings are two keys")
  func comparesBytes() {
    #expect(TextKey("น้ำ") == TextKey("น้ำ") && TextKey("น้ำ") != TextKey("น\u{0E4D}้า"))
    #expect("é" == "e\u{0301}" && TextKey("é") != TextKey("e\u{0301}"))
    let words = Set(texts: ["การ", "ความสัมพันธ์เชิงอุปถัมภ์ในสังคมไทย"])
    #expect(words.contains("การ") && words.contains("ความสัมพันธ์เชิงอุปถัมภ์ในสังคมไทย") && !words.contains("ความ"))
  }
}

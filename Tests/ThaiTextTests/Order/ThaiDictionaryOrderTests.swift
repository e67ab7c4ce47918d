import Testing

@testable import ThaiText

@Suite struct ThaiDictionaryOrderTests {
  private func sorted(_ words: [String], _ scripts: ThaiDictionaryOrder.Scripts = .thaiFirst) -> [String] {
    words.sorted {
      ThaiDictionaryOrder.key($0, scripts: scripts).lexicographicallyPrecedes(ThaiDictionaryOrder.key($1, scripts: scripts))
    }
  }

  @Test(arguments: [
    ["กก", "กบ", "เก", "แก", "โก", "ใกล้", "ไก่", "ขา", "เขา", "คน", "ครู", "เครือข่าย", "เครือญาติ"],
    ["กะ", "กัน", "กา", "กาย", "กำ", "กิน", "กีฬา", "กุ้ง", "กู"],
    ["กา", "ก่า", "ก้า", "ก๊า", "ก๋า", "กาก", "ก้าง"],
    ["รส", "ฤดู", "ลา", "ฦๅ", "วัน"],
    ["ทิศ", "ที่", "ทุน", "เท่า", "แท้", "โทษ", "ไทย"],
    ["เกณฑ์", "เกม", "เกมส์", "เก่า", "แก้ว"],
  ])
  func ordersAsADictionaryDoes(_ expected: [String]) {
    #expect(sorted(expected.reversed()) == expected)
  }

  @Test func marksDecideAfterLetters() {
    #expect(sorted(["ก้าง", "กาก"]) == ["กาก", "ก้าง"])
  }

  @Test func doesNotCountSpacesAndPunctuation() {
    #expect(ThaiDictionaryOrder.key("ต่าง ๆ") == ThaiDictionaryOrder.key("ต่าง"))
    #expect(ThaiDictionaryOrder.key("“เครือข่าย”") == ThaiDictionaryOrder.key("เครือข่าย"))
  }

  @Test func readsMisspeltMarksAsTheirSpelling() {
    #expect(ThaiDictionaryOrder.key("น\u{E4D}\u{E49}\u{E32}") == ThaiDictionaryOrder.key("น้ำ"))
  }

  @Test func putsTheChosenScriptFirst() {
    #expect(sorted(["Schuler", "๓", "กาญจนา"]) == ["๓", "กาญจนา", "Schuler"])
    #expect(sorted(["กาญจนา", "Schuler", "3"], .latinFirst) == ["3", "Schuler", "กาญจนา"])
  }

  @Test func putsCaseAndAccentsLast() {
    #expect(sorted(["Étude", "etude", "Etude", "etudes"]) == ["etude", "Etude", "Étude", "etudes"])
    #expect(sorted(["10", "๑๐", "9"]) == ["10", "๑๐", "9"])
  }

  @Test(arguments: [
    ("เครือข่าย", "ค"), ("ใจ", "จ"), ("“แนวคิด”", "น"), ("ฤทธิ์", "ฤ"), ("network", "N"), ("été", "E"), ("๓ ประการ", "0–9"), ("", "#"),
    ("…", "#"),
  ])
  func filesUnderTheFirstConsonant(_ text: String, _ letter: String) { #expect(ThaiDictionaryOrder.initialLetter(text) == letter) }
}

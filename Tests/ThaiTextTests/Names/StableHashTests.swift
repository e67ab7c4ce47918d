import Testing

@testable import ThaiText

@Suite struct StableHashTests {
  @Test func isTheSameForeverAndForEverySpelling() {
    #expect(stableHash("เครือข่าย") == "kd0e3rvxnf")
    #expect(stableHash("น\u{E4D}\u{E49}\u{E32}ใจ") == stableHash("น้ำใจ"))
    #expect(stableHash("น้ำใจ") != stableHash("น้ำจิต"))
  }

  @Test func beginsWithALetterAndStaysShort() {
    var seen: Set<String> = []
    for n in 0..<20_000 {
      let name = stableHash("คำที่ \(n)")
      #expect(name.utf8.count == 10)
      #expect(name.utf8.first.map { $0 >= 0x61 } == true)
      seen.insert(name)
    }
    #expect(seen.count == 20_000)
  }

  @Test(arguments: [
    ("Social Network (SN)", "social-network-sn"), ("mutual interests/benefits", "mutual-interests-benefits"),
    ("Café  à la carte", "cafe-a-la-carte"),
    ("learner’s", "learners"),
  ])
  func slugsEnglishTerms(_ term: String, _ slug: String) { #expect(asciiSlug(term) == slug) }

  @Test(arguments: ["เครือข่าย", "", "2546", "…"])
  func slugsNothingElse(_ term: String) { #expect(asciiSlug(term) == nil) }

  @Test func countsAsPeopleDo() {
    #expect(graphemeCount("น้ำใจ") == 3)
    #expect(shortened("น้ำใจงาม", to: 3) == "น้ำใ…")
    #expect(shortened("น้ำใจ", to: 3) == "น้ำใจ")
  }
}

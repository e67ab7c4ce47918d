import Testing

@testable import ThaiText

@Suite struct NumberTests {
  @Test(arguments: [("๒๕๔๖", 2546), ("2๕46", 2546), ("007", 7)])
  func readsThaiAndArabicDigits(_ text: String, _ value: Int) { #expect(wholeNumber(text) == value) }

  @Test(arguments: ["", "๑.", "-1", "1234567890123456789", "one"])
  func readsNothingElse(_ text: String) { #expect(wholeNumber(text) == nil) }

  @Test func readsMarksOnlyWhereTheyAreMarks() {
    #expect(splitMarks("ครบ (3 คะแนน)") == ("ครบ", 3))
    #expect(splitMarks("ครบ (๓ คะแนน)").marks == 3)
    #expect(splitMarks("ครบ (2)").marks == 2)
    #expect(splitMarks("ครบ (อย่างน้อย 3 ข้อ)").marks == nil)
    #expect(splitMarks("ครบ (Schuler, 1996)").text == "ครบ (Schuler, 1996)")
    #expect(splitMarks(")").marks == nil)
  }

  @Test func turnsDigitsBothWays() {
    #expect(thaiDigits("พ.ศ. 2546") == "พ.ศ. ๒๕๔๖")
    #expect(arabicDigits("พ.ศ. ๒๕๔๖") == "พ.ศ. 2546")
  }

  @Test func tellsErasApart() {
    #expect(parseYear("๒๕๔๖") == CalendarYear(era: .buddhist, gregorian: 2003))
    #expect(parseYear("1996") == CalendarYear(era: .common, gregorian: 1996))
    #expect(parseYear("2546")?.buddhist == 2546)
    #expect(parseYear("2399") == nil)
    #expect(parseYear("02546") == nil)
    #expect(parseYear("100") == nil)
  }

  @Test func printsBothErasThePrintedFirst() {
    #expect(parseYear("2546")?.bothEras(inThai: true) == "พ.ศ. 2546 (ค.ศ. 2003)")
    #expect(parseYear("1996")?.bothEras(inThai: false) == "1996 CE (2539 BE)")
  }

  @Test func countsListsAsThaiTeachersDo() {
    #expect((0..<6).map(thaiListLetter) == ["ก", "ข", "ค", "ง", "จ", "ฉ"])
    #expect(thaiListLetter(400) == "401")
    #expect(thaiListLetter(-1) == "0")
  }
}

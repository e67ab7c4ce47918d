import CourseModel
import ThaiText

/// A year as it stands in a bracket.
struct PrintedYear: Hashable {
  /// With «พ.ศ.» before it and the letter after it.
  var range: Range<Int>
  /// The digits (and letter) alone.
  var printed: Range<Int>
  var year: CitedYear
  /// «พ.ศ.», «ปี» or «ค.ศ.» stood before it.
  var hasEraWord: Bool
  /// «ในปี», «ตั้งแต่», «เมื่อ» … stood before it: a time, not an edition.
  var isTime: Bool
}

extension ReadingText {
  /// Reads the year whose four digits are `digits`, with era word and letter; nil for a span of years («2540–2544»).
  func printedYear(digits: Range<Int>, in bounds: Range<Int>) -> PrintedYear? {
    let first = oldPrinting(before: digits.lowerBound, from: bounds.lowerBound) ?? digits.lowerBound
    var start = first
    var end = digits.upperBound
    var hasEraWord = false
    var isTime = false
    while true {
      let before = skippingSpaces(before: start, from: bounds.lowerBound)
      guard let word = yearWords.match(self, before: before, from: bounds.lowerBound) else { break }
      // «ปี» as the end of a name or longer word is none.
      if word.value == .year, before - word.length > bounds.lowerBound, !canBreak(at: before - word.length) { break }
      start = before - word.length
      hasEraWord = true
      if word.value == .time { isTime = true }
    }
    if let letterEnd = yearLetter(at: end, limit: bounds.upperBound) { end = letterEnd }
    // A reprint («1922/1978») or one year in both eras («2541/1998»).
    var last = digits
    let slash = skippingSpaces(from: end, to: bounds.upperBound)
    if slash < bounds.upperBound, bytes[slash] == 0x2F,
      let second = yearDigits(at: skippingSpaces(from: slash + 1, to: bounds.upperBound)), second.upperBound <= bounds.upperBound
    {
      last = second
      end = yearLetter(at: second.upperBound, limit: bounds.upperBound) ?? second.upperBound
    }
    if isSpanOfYears(from: end, to: bounds.upperBound) || isSpanOfYears(endingAt: start, from: bounds.lowerBound) { return nil }
    guard let calendar = parseYear(string(last)) else { return nil }
    let printed = first..<end
    return PrintedYear(
      range: start..<end, printed: printed,
      year: CitedYear(
        printed: foldedString(printed), era: calendar.era == .buddhist ? .buddhist : .common, gregorian: calendar.gregorian),
      hasEraWord: hasEraWord, isTime: isTime)
  }

  /// The start of the «1776/» of «1776/1976»: a year too old to stand alone, before the slash of a reprint.
  private func oldPrinting(before i: Int, from floor: Int) -> Int? {
    guard i - 5 >= floor, bytes[i - 1] == 0x2F, !isDigit(before: i - 5), bytes[i - 5] == 0x31,
      bytes[i - 5..<i - 1].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return i - 5
  }

  /// ม.ป.ป., n.d.
  func undatedYear(_ range: Range<Int>) -> PrintedYear {
    PrintedYear(
      range: range, printed: range, year: CitedYear(printed: string(range), era: nil, gregorian: nil), hasEraWord: false,
      isTime: false)
  }

  /// The end of a single letter after a year («2541ก», «1998a»).
  private func yearLetter(at i: Int, limit: Int) -> Int? {
    guard i < limit else { return nil }
    if bytes[i] >= 0x61, bytes[i] <= 0x7A, !isLatinLetter(at: i + 1) { return i + 1 }
    // One space may stand before a Thai letter: «2541 ก».
    let j = spaceLength(at: i) == 1 ? i + 1 : i
    guard let c = thai(at: j), c >= 0x01, c <= 0x2E, j + 3 <= limit, !isThaiLetter(at: j + 3) else { return nil }
    return hasPrefix(".", at: j + 3) ? nil : j + 3
  }

  private func isSpanOfYears(from i: Int, to end: Int) -> Bool {
    var i = skippingSpaces(from: i, to: end)
    if hasPrefix("-", at: i, end: end) {
      i += 1
    } else if hasPrefix("–", at: i, end: end) || hasPrefix("—", at: i, end: end) {
      i += 3
    } else if hasPrefix("ถึง", at: i, end: end) {
      i += 9
    } else {
      return false
    }
    i = skippingSpaces(from: i, to: end)
    if let word = eraWords.match(self, at: i, end: end) { i = skippingSpaces(from: i + word.length, to: end) }
    guard let digit = digit(at: i), i < end else { return hasPrefix("ปัจจุบัน", at: i, end: end) }
    return self.digit(at: i + digit.length) != nil
  }

  private func isSpanOfYears(endingAt i: Int, from start: Int) -> Bool {
    let i = skippingSpaces(before: i, from: start)
    let dash =
      hasSuffix("-", before: i, from: start)
      ? 1 : hasSuffix("–", before: i, from: start) ? 3 : hasSuffix("ถึง", before: i, from: start) ? 9 : 0
    return dash > 0 && isDigit(before: skippingSpaces(before: i - dash, from: start))
  }
}

enum YearWord { case era, year, time }

private let yearWords = SuffixTable<YearWord>([
  ("พ.ศ.", .era), ("พ.ศ", .era), ("ค.ศ.", .era), ("ค.ศ", .era), ("พุทธศักราช", .era), ("คริสต์ศักราช", .era), ("ปี", .year),
  ("ปีที่พิมพ์", .year),
  ("พิมพ์เมื่อ", .year), ("ในปี", .time), ("เมื่อปี", .time), ("เมื่อ", .time), ("ตั้งแต่ปี", .time), ("ตั้งแต่", .time), ("ใน", .time),
  ("จนถึงปี", .time), ("ภายในปี", .time), ("ช่วงปี", .time), ("ระหว่างปี", .time), ("ถึงปี", .time), ("ก่อนปี", .time), ("หลังปี", .time),
])

private let eraWords = PhraseTable(["พ.ศ.", "ค.ศ.", "ปี", "พ.ศ", "ค.ศ"])

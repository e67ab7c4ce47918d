/// What the items of a list inside a sentence are told by.
extension ReadingText {
  /// «(ก» before a closing bracket: the value of the letter and where the bracket opens.
  func bracketedLetter(before end: Int) -> (value: Int, start: Int)? {
    guard end >= 4, bytes[end - 4] == 0x28, let c = thai(at: end - 3), let value = letterValue(c), value <= 12 else { return nil }
    return (value, end - 4)
  }

  func wholeNumber(_ range: Range<Int>) -> Int? {
    var value = 0
    var i = range.lowerBound
    while i < range.upperBound {
      guard let digit = digit(at: i), value < 1000 else { return nil }
      value = value * 10 + digit.value
      i += digit.length
    }
    return range.isEmpty ? nil : value
  }

  /// «วางหลักไว้ 14 ข้อ ในที่นี้จะกล่าวเฉพาะ … ได้แก่»: not all that was counted is told.
  func restartsSelection(in range: Range<Int>) -> Bool {
    range.contains {
      bytes[$0] == 0xE0 && (hasPrefix("เฉพาะ", at: $0, end: range.upperBound) || hasPrefix("ในที่นี้", at: $0, end: range.upperBound))
    }
  }

  /// «สำนักต่าง ๆ», «คือสำนักดั้งเดิม»: no item of a list.
  func namesThing(_ range: Range<Int>) -> Bool {
    !hasSuffix("ต่าง ๆ", before: range.upperBound, from: range.lowerBound)
      && !hasSuffix("ด้วยกัน", before: range.upperBound, from: range.lowerBound)
      && ordinalPhrase(at: range.lowerBound, end: range.upperBound) == nil
      && !(hasPrefix("คือ", at: range.lowerBound) && isThaiLetter(at: range.lowerBound + 9))
  }

  func holdsOrdinal(in range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let space = spaceLength(at: i)
      i = space > 0 ? skippingSpaces(from: i, to: range.upperBound) : after(i)
      if space > 0, ordinalPhrase(at: i, end: range.upperBound) != nil { return true }
    }
    return false
  }

  /// «แบบใช้ปัญหาเป็นฐานและแบบบรรยาย»: two of one form in one run.
  func halves(from start: Int) -> [Range<Int>]? {
    var end = start
    while end < count, isThaiLetter(at: end), end - start <= 300 { end = after(end) }
    guard end - start >= 24 else { return nil }
    let form = Array(bytes[start..<start + 6])
    var i = start + 9
    while i + 18 <= end {
      if bytes[i] == 0xE0, let joiner = halfJoiners.match(self, at: i, end: end), canBreak(at: i), canBreak(at: i + joiner.length),
        matches(form, at: i + joiner.length)
      {
        return [start..<i, i + joiner.length..<end]
      }
      i = after(i)
    }
    return nil
  }

  /// The number that closes the words before a cue: «อริยสัจ ๔», «กฎ 3», «6 C’s».
  func trailingNumber(before i: Int) -> (value: Int, range: Range<Int>)? {
    let end = skippingSpaces(before: i, from: 0)
    var start = end
    // «4Ps», «6 C’s», «5ส»
    while start > 0, end - start <= 12, isLatinLetter(at: before(start)) || hasSuffix("’", before: start) { start = before(start) }
    if start == end, hasSuffix("ส", before: end), isDigit(before: end - 3) { start = end - 3 }
    if start < end {
      let digits = skippingSpaces(before: start, from: 0)
      var first = digits
      while first > 0, isDigit(before: first), digits - first <= 6 { first = before(first) }
      guard first < digits, let value = wholeNumber(first..<digits), (2...12).contains(value) else { return nil }
      return (value, first..<end)
    }
    while start > 0, isDigit(before: start), end - start <= 6 { start = before(start) }
    guard start < end, let value = wholeNumber(start..<end), (2...20).contains(value), start > 0,
      isThaiLetter(at: before(skippingSpaces(before: start, from: 0)))
    else { return nil }
    return (value, start..<end)
  }

  /// The end of the Thai words of an item that has English in brackets.
  func titleEnd(in range: Range<Int>) -> Int? {
    firstIndex(of: 0x28, in: range).map { max($0, range.lowerBound) } ?? range.upperBound
  }

  func matches(_ phrase: [UInt8], at i: Int) -> Bool {
    i + phrase.count <= count && bytes[i..<i + phrase.count].elementsEqual(phrase)
  }

  /// The counted word of «3 ส่วน», bare.
  func classifier(in range: Range<Int>) -> [UInt8] {
    var i = range.lowerBound
    while i < range.upperBound, digit(at: i) != nil || spaceLength(at: i) > 0 { i = after(i) }
    if i == range.lowerBound {
      // A numeral word before it.
      for word in ["สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"] where matches(Array(word.utf8), at: i) {
        i = skippingSpaces(from: i + word.utf8.count, to: range.upperBound)
        break
      }
    }
    return Array(bytes[i..<range.upperBound])
  }

  func holdsLast(from i: Int, to limit: Int) -> Bool {
    var i = i
    let end = min(limit, i + 400)
    while i < end {
      if bytes[i] == 0xE0, hasPrefix("และสุดท้าย", at: i, end: end) { return true }
      i = after(i)
    }
    return false
  }

  func skippingBracket(at i: Int, limit: Int) -> Int? {
    guard i < limit, bytes[i] == 0x28, let close = firstIndex(of: 0x29, in: i..<min(limit, i + 160)),
      englishTerms(trimmed(i + 1..<close)) != nil
    else { return nil }
    return close + 1
  }
}

private let halfJoiners = PhraseTable(wordList("และ กับ"))

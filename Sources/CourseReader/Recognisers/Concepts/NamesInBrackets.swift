/// Latin words in brackets that are no English of what stands before them: somebody, a place, a thing by its number.
extension ReadingText {
  /// «Prof. James Hill».
  func isTitled(_ words: String) -> Bool {
    let words = ReadingText(words)
    return words.endOfHonorifics(at: 0, limit: words.count).end > 0
  }

  /// A place by its sound: «รัฐ|โอไฮโอ» of Ohio, «วัดสุทัศน์» of Wat Suthat.
  func isPlace(_ english: String, thai: Range<Int>) -> Bool {
    let words = english.split(separator: " ")
    guard let head = places.match(self, at: thai.lowerBound, end: thai.upperBound), head.length < thai.count,
      words.allSatisfy(beginsWithCapital), let last = words.last, last.utf8.count > 3
    else { return false }
    return Self.sound(self, thai.lowerBound + head.length..<thai.upperBound, like: ReadingText(String(last)))
  }

  /// One word with a capital, of three letters or more.
  func isName(_ words: String) -> Bool { !words.utf8.contains(0x20) && words.utf8.count >= 3 && beginsWithCapital(words[...]) }

  /// «GE 1103», «TH-301», «LG-NAN-07»: a course, a standard, a file.
  func isCode(_ words: String) -> Bool {
    let text = words.utf8
    let letters = text.prefix { $0 >= 0x41 && $0 <= 0x5A }
    if text.count(where: { $0 == 0x2D }) > 1, text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      text.allSatisfy({ $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A })
    {
      return true
    }
    let rest = text.dropFirst(letters.count).drop { $0 == 0x20 || $0 == 0x2D }
    return letters.count <= 5 && rest.count >= 3 && rest.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E }
  }

  /// «A. G. Baumgarten» is somebody; «E. coli» is not.
  func startsWithInitials(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    guard let first = parts.first, let last = parts.last, parts.count >= 2 else { return false }
    return first.utf8.count == 2 && first.utf8.last == 0x2E && beginsWithCapital(first) && beginsWithCapital(last)
      && last.utf8.count > 2
  }

  private func beginsWithCapital(_ word: Substring) -> Bool { word.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }
}

private let places = PhraseTable(wordList("รัฐ เมือง ประเทศ แม่น้ำ เกาะ วัด จังหวัด มหาวิทยาลัย แคว้น มณฑล ตำบล อำเภอ หมู่บ้าน"))

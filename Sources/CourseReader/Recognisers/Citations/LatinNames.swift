extension ReadingText {
  /// A name in Latin letters whose last letter (or the dot of an initial) is before `end`: «Castells», «Manuel Castells», «J. R. Smith»,
  /// «Smith, J.», «van Dijk», «World Health Organization».
  func latinName(endingAt end: Int, from floor: Int) -> ReadName? {
    var start = end
    var words = 0
    var hasWord = false
    var i = end
    while words < 7 {
      guard let word = latinWord(endingAt: i, from: floor) else { break }
      let isCapital = isLatinCapital(at: word.lowerBound)
      if !isCapital {
        // «de», «van», «of the» only between capitals.
        guard particles.match(self, at: word.lowerBound, end: word.upperBound)?.length == word.count, start < end else { break }
        if nobility.match(self, at: word.lowerBound, end: word.upperBound)?.length != word.count {
          guard let before = latinWord(endingAt: skippingSpaces(before: word.lowerBound, from: floor), from: floor),
            isLatinCapital(at: before.lowerBound)
          else { break }
        }
        if joins(word), !latinOrganisation(word.lowerBound..<end) { break }
      } else if notNames.match(self, at: word.lowerBound, end: word.upperBound)?.length == word.count {
        break
      } else {
        hasWord = hasWord || word.count > 2 || bytes[word.upperBound - 1] != 0x2E
      }
      start = word.lowerBound
      words += 1
      let gap = skippingSpaces(before: start, from: floor)
      if gap == start && gap > floor {
        // «Smith,J.», or Thai glued in front.
        if bytes[gap - 1] == 0x2C, isInitials(start..<end) { i = gap - 1 } else { break }
      } else if gap > floor, bytes[gap - 1] == 0x2C, isInitials(start..<end) {
        i = skippingSpaces(before: gap - 1, from: floor)
      } else {
        i = gap
      }
    }
    // A particle cannot begin the name of an organisation.
    while start < end, !isLatinCapital(at: start), nobility.match(self, at: start, end: end) == nil {
      var next = start
      while next < end, spaceLength(at: next) == 0 { next = after(next) }
      start = skippingSpaces(from: next, to: end)
    }
    guard start < end, words > 0, hasWord else { return nil }
    // «คดี Pelletier (1873)», «ภาษา Python (2021)»
    if thingsBefore.match(self, before: skippingSpaces(before: start, from: floor), from: floor) != nil { return nil }
    let titles = endOfHonorifics(at: start, limit: end)
    let nameStart = titles.end > start ? skippingSpaces(from: titles.end, to: end) : start
    guard nameStart < end else { return nil }
    let isOrganisation = latinOrganisation(nameStart..<end)
    return ReadName(
      range: start..<end, name: nameStart..<end, honorific: nameStart > start ? trimmed(start..<nameStart) : nil,
      kind: isOrganisation ? .organisation : .person, isThai: false, isFull: words > 1, isLedIn: isAfterLeadIn(start, from: floor))
  }

  /// Letters, dots, hyphens and apostrophes before `end`.
  private func latinWord(endingAt end: Int, from floor: Int) -> Range<Int>? {
    var i = end
    while i > floor {
      let previous = before(i)
      let byte = bytes[previous]
      let isPart =
        isLatinLetter(at: previous) || byte == 0x2E || byte == 0x2D || byte == 0x27
        || (byte == 0xE2 && (hasPrefix("’", at: previous) || hasPrefix("‐", at: previous)))
      guard isPart, previous >= floor else { break }
      i = previous
    }
    while i < end, !isLatinLetter(at: i) { i = after(i) }
    guard i < end, scalarCount(i..<end) <= 30 else { return nil }
    return i..<end
  }

  /// «J.», «J. K.», «J.K.»
  func isInitials(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    var count = 0
    while i < range.upperBound {
      // «Kanuk, L. L, 1994»: the last stop forgotten.
      if count > 0, i + 1 == range.upperBound, isLatinCapital(at: i) { return count < 4 }
      guard isLatinCapital(at: i), i + 1 < range.upperBound, bytes[i + 1] == 0x2E else { return false }
      count += 1
      i = skippingSpaces(from: i + 2, to: range.upperBound)
      if i < range.upperBound, bytes[i] == 0x2D { i += 1 }
    }
    return count > 0 && count <= 4
  }

  /// «Kotler, Philip»: one name, turned round, where a single word and a comma stand before a given name; nil where they are two.
  func whole(family: ReadName, given: ReadName) -> ReadName? {
    guard !family.isThai, !given.isThai, family.kind == .person, given.kind == .person, family.honorific == nil,
      given.honorific == nil,
      !bytes[family.name].contains(0x20), family.name.upperBound < given.name.lowerBound,
      bytes[family.name.upperBound] == 0x2C,
      trimmed(family.name.upperBound..<given.name.lowerBound, also: ",").isEmpty,
      let first = givenNames.match(self, at: given.name.lowerBound, end: given.name.upperBound),
      given.name.count == first.length
        || isInitials(trimmed(given.name.lowerBound + first.length..<given.name.upperBound, also: ","))
    else { return nil }
    var whole = family
    whole.range = family.range.lowerBound..<given.range.upperBound
    whole.name = family.name.lowerBound..<given.name.upperBound
    whole.isFull = true
    return whole
  }

  private func joins(_ word: Range<Int>) -> Bool { hasPrefix("and", at: word.lowerBound, end: word.upperBound) && word.count == 3 }
}

private let particles = PhraseTable(
  wordList(
    """
    de van von der den di da la le du del dos bin al ten ter of for the and on in to
    """))
private let nobility = PhraseTable(
  wordList(
    """
    de van von der den di da la le du del dos bin al ten ter
    """))

/// Given names that are seldom the family name of an author: «(March, Simon, 1958)» are two.
private let givenNames = PhraseTable(
  wordList(
    """
    Adam Albert Alexander Alfred Alice Amanda Amy Andrea Andrew Angela Anita Ann Anna Anne Anthony Arthur Barbara Benjamin Bernard
    Brian Bruce Carl Carol Caroline Catherine Charles Christine Christopher Claire Daniel David Deborah Diana Diane Donald Dorothy Douglas Edgar
    Edward Eleanor Elizabeth Ellen Emily Eric Ernest Eugene Frank Frederick Gary Geoffrey George Gerald Geraldine Harold Harriet
    Helen Henry Herbert Howard Hugh Ian Irene Jacob James Jane Janet Jason Jean Jeffrey Jennifer Jeremy Jerome Jessica Joan Johann John
    Jonathan Joseph Judith Julia Julie Karen Karl Katherine Kathleen Keith Kenneth Kevin Kurt Larry Laura Linda Lisa
    Louise Lucy Malcolm Marc Margaret Maria Mark Martha Mary Matthew Max Melissa Michael Michelle Nancy Nathan Nicholas Nicole
    Oscar Pamela Patricia Paul Paula Peter Philip Phillip Pierre Rachel Ralph Raymond Rebecca Richard Robert Roger Roland Ronald
    Rosemary Samuel Sandra Sarah Sharon Sheila Sidney Sigmund Sophia Stephanie Stephen Steven Stuart Susan Sylvia
    Teresa Theodore Theresa Timothy Tony Ursula Vera Victor Victoria Virginia Walter Warren Wayne Wendy Wilhelm William
    """))

/// Words after which a Latin name is that of a thing.
private let thingsBefore = SuffixTable(
  wordList(
    "คดี โปรแกรม ภาษา ระบบปฏิบัติการ รุ่น ซอฟต์แวร์ มาตรฐาน เวอร์ชัน เวอร์ชั่น เว็บไซต์ เว็บ แอปพลิเคชัน แพลตฟอร์ม ยี่ห้อ ตราสินค้า พายุ เรือ ภาพยนตร์ บน เบราว์เซอร์ ไลบรารี"
  ))

/// Capital words that open an English clause or name a thing.
private let notNames = PhraseTable(
  wordList(
    """
    In The According As See However Also And But For From By Of On At To This That These When While Model Theory
    Method Test Scale Version Table Figure Study Windows Chapter Act Vol Vol. No. Page Part Phase Step Type Level
    Web Internet Index Report SPSS PISA SWOT COVID GDP LISREL AMOS ISO ICT AI IT STEM ONET
    """))

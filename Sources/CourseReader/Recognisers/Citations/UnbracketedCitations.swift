import CourseModel

/// Citations whose year no bracket holds: before the name, behind it, or behind the title of the work.
extension CitationRecogniser {
  /// nil where the year at `cue` dates something else.
  func unbracketed(_ cue: Cue, floor: Int) -> CitationDraft? {
    guard cue.start >= floor, !isClosed(cue.range),
      let year = text.printedYear(digits: cue.range, in: max(floor, cue.start - 90)..<min(text.count, cue.end + 24))
    else { return nil }
    return yearFirst(cue, year) ?? yearBetween(cue, year, floor: floor) ?? yearBehindComma(year, floor: floor)
      ?? namedWork(year, floor: floor)
  }

  // MARK: «ในปี พ.ศ. 2514 Barnes ได้เสนอ…»

  /// A year that tells when somebody wrote, the name after it and then what was said; an event has no such verb.
  private func yearFirst(_ cue: Cue, _ year: PrintedYear) -> CitationDraft? {
    guard text.spaceLength(at: cue.end) > 0, year.hasEraWord || year.isTime else { return nil }
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    guard let verb = text.scholarlyVerb(after: start),
      let authors = text.authors(before: verb.start, from: start, allowsSingle: false), authors.start == start,
      authors.names.allSatisfy({ $0.kind == .person && (!$0.isThai || $0.isFull && !isDoubtful($0) && verb.isOfAuthors) }),
      let last = authors.names.last
    else { return nil }
    return subject(
      authors, year, year.printed.lowerBound..<max(last.range.upperBound, text.skippingSpaces(before: verb.start, from: start)),
      rule: "citation.year-first")
  }

  // MARK: «สมพงศ์ เกษมสิน ในปี พ.ศ. 2514 มีความเห็นว่า …»

  /// Full names that open a passage, when they said it, and what they said.
  private func yearBetween(_ cue: Cue, _ year: PrintedYear, floor: Int) -> CitationDraft? {
    guard cue.start <= 240, year.isTime, text.startsStatement(at: cue.end) else { return nil }
    let end = text.skippingSpaces(before: year.range.lowerBound, from: floor)
    guard end > floor, let authors = text.authors(before: end, from: floor, allowsSingle: false),
      authors.start == text.firstWord(markWithin: 24),
      authors.names.allSatisfy({ $0.kind == .person && $0.isFull && !isDoubtful($0) })
    else { return nil }
    return subject(authors, year, authors.start..<cue.end, rule: "citation.year-between")
  }

  // MARK: «Bloom, 1956 ให้ความหมาย…»

  /// Names that open a passage, a comma and the year, and what they say.
  private func yearBehindComma(_ year: PrintedYear, floor: Int) -> CitationDraft? {
    guard year.range.lowerBound <= 160, text.startsStatement(at: year.range.upperBound) else { return nil }
    let comma = text.skippingSpaces(before: year.range.lowerBound, from: floor) - 1
    guard comma > floor, text.bytes[comma] == UInt8(ascii: ",") else { return nil }
    let end = text.skippingSpaces(before: comma, from: floor)
    guard let authors = text.authors(before: end, from: floor, allowsSingle: true), authors.start == text.firstWord(markWithin: 24),
      authors.names.allSatisfy({ $0.kind == .person && (!$0.isThai || $0.isFull && !isDoubtful($0)) })
    else { return nil }
    return subject(authors, year, authors.start..<year.range.upperBound, rule: "citation.year-comma")
  }

  /// People who are the subject of what follows.
  private func subject(_ authors: AuthorList, _ year: PrintedYear, _ range: Range<Int>, rule: String) -> CitationDraft {
    var draft = CitationDraft(
      form: .narrative, range: range, authors: text.drafts(of: authors), etAl: authors.etAl, year: year.year, locator: nil,
      rule: rule,
      certainty: .likely)
    draft.isSubject = true
    return draft
  }

  // MARK: «พจนานุกรมฉบับราชบัณฑิตยสถาน พ.ศ. 2542 ให้ความหมายว่า …»

  /// A dictionary or an act with its year and no bracket, where it says something.
  private func namedWork(_ year: PrintedYear, floor: Int) -> CitationDraft? {
    guard !year.isTime else { return nil }
    var end = year.range.upperBound
    var locator: Range<Int>?
    // «… พ.ศ. 2542 มาตรา 4 ให้ความหมายว่า»
    let section = text.skippingSpaces(from: end, to: min(text.count, end + 3))
    if text.hasPrefix("มาตรา", at: section) {
      var i = text.skippingSpaces(from: section + 15, to: text.count)
      while let digit = text.digit(at: i) { i += digit.length }
      (locator, end) = (section..<i, i)
    }
    let says = text.startsSpeech(at: end) || text.startsMarker(at: end) || text.startsMeaning(at: end)
    guard says || locator != nil,
      let authors = text.authors(
        before: text.skippingSpaces(before: year.range.lowerBound, from: floor), from: floor, allowsSingle: false),
      authors.names.count == 1, let name = authors.names.first, name.kind == .organisation
    else { return nil }
    // «จัดตั้งตามพระราชบัญญัติเทศบาล พ.ศ. 2496 มาตรา 7»
    let isFollowed = text.hasSuffix("ตาม", before: authors.start)
    guard says || isFollowed,
      let title = citedByTitle.match(text, at: name.name.lowerBound, end: name.name.upperBound),
      // «พจนานุกรมฉบับราชบัณฑิตยสถาน 2554 ให้ความหมายว่า»; of an act a bare number may be anything.
      year.hasEraWord || title.value && (text.startsStatement(at: end) || isFollowed)
    else { return nil }
    var draft = CitationDraft(
      form: .organisation, range: authors.start..<end, authors: text.drafts(of: authors), year: year.year,
      locator: locator.map(text.foldedString), rule: "citation.organisation", certainty: .sure)
    draft.isSubject = true
    return draft
  }
}

/// Works that are cited by their title and year.
///
/// True for books of words, whose edition is told by the year alone.
private let citedByTitle = PhraseTable<Bool>(
  wordList("พจนานุกรม ปทานุกรม สารานุกรม").map { ($0, true) }
    + wordList("พระราชบัญญัติ พระราชกฤษฎีกา พระราชกำหนด รัฐธรรมนูญ ประมวลกฎหมาย กฎกระทรวง ข้อบังคับ ระเบียบสำนัก").map { ($0, false) })

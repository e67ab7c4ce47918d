import CourseModel

/// Citations of a passage: years in brackets found first, names looked for from there backwards.
///
/// Never by word boundaries: every word breaker breaks names (thai.md, «Words»).
struct CitationRecogniser {
  let text: ReadingText
  let cues: [Cue]
  /// Ranges that are not to be read: `{.plain}`.
  let isClosed: (Range<Int>) -> Bool

  private(set) var found: [CitationDraft] = []
  /// Brackets that hold a year and could not be read.
  private(set) var unread: [Range<Int>] = []
  /// Cue of the opening bracket → cue of the closing one.
  private var closing: [Int: Int] = [:]
  /// Position after a closing bracket → position of its opening one.
  private var opening: [Int: Int] = [:]

  static let longestBracket = 800

  init(text: ReadingText, cues: [Cue], isClosed: @escaping (Range<Int>) -> Bool = { _ in false }) {
    self.text = text
    self.cues = cues
    self.isClosed = isClosed
    var stack: [Int] = []
    for (index, cue) in cues.enumerated() {
      if cue.kind == .open {
        stack.append(index)
      } else if cue.kind == .close, let open = stack.popLast() {
        closing[open] = index
        opening[cue.end] = cues[open].start
      }
    }
  }

  mutating func read() {
    var floor = 0
    var index = 0
    while index < cues.count {
      defer { index += 1 }
      if cues[index].kind == .year, let draft = unbracketed(cues[index], floor: floor) {
        found.append(draft)
        floor = draft.range.upperBound
        continue
      }
      guard cues[index].kind == .open, let close = closing[index] else { continue }
      let open = cues[index]
      let inner = open.end..<cues[close].start
      guard open.start >= floor, inner.count <= Self.longestBracket, close > index + 1, !isClosed(open.start..<cues[close].end)
      else { continue }
      guard let parts = text.bracketParts(inner, cues: cues[(index + 1)..<close]) else {
        if let year = cues[(index + 1)..<close].first(where: { $0.kind == .year }), looksLikeCitation(inner), !text.isLifetime(year)
        {
          unread.append(open.start..<cues[close].end)
        }
        continue
      }
      let before = found.count
      read(parts, open: open.start, close: cues[close].end, floor: floor)
      if found.count > before {
        floor = cues[close].end
        index = close
      } else if looksLikeCitation(inner) {
        unread.append(open.start..<cues[close].end)
      }
    }
    joinSecondary()
  }

  private mutating func read(_ parts: [BracketPart], open: Int, close: Int, floor: Int) {
    var carried: AuthorList?
    var isNarrative = false
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let end = isLast ? close : part.range.upperBound
      if index == 0 {
        if let draft = first(part, open: open, end: end, close: close, floor: floor) {
          found.append(contentsOf: draft.drafts)
          carried = draft.authors
          isNarrative = part.authors == nil && draft.drafts.first?.form == .narrative
        } else {
          return
        }
      } else if let authors = part.authors {
        found.append(
          contentsOf: drafts(of: part, authors: authors, range: authors.start..<end, form: .parenthetical, certainty: .sure))
        carried = authors
        isNarrative = false
      } else if let authors = carried {
        // «เอกวิทย์ ณ ถลาง (2540; 2544)»: each year is of who stands before.
        found.append(
          contentsOf: drafts(
            of: part, authors: authors, range: part.range.lowerBound..<end, form: isNarrative ? .narrative : .parenthetical,
            certainty: .sure))
      }
    }
  }

  /// The first part of a bracket: it may leave its authors to the words before.
  private func first(_ part: BracketPart, open: Int, end: Int, close: Int, floor: Int) -> (
    drafts: [CitationDraft], authors: AuthorList
  )? {
    if let inside = part.authors {
      if inside.isEditor, part.container == nil,
        let outer = narrative(before: open, close: close, part: part, floor: floor, isEdited: true)
      {
        return (
          edited(part, editors: inside, outer: outer.authors, range: outer.authors.start..<end, certainty: outer.certainty),
          outer.authors
        )
      }
      // «ก (ข, 2547: 38; อ้างอิงมาจาก ก, 2543: 11)»: the words of ก, found in ข, whichever stands first in the bracket.
      if let container = part.container, !part.dates.isEmpty,
        let start = sameWords(as: container.authors, before: open, floor: floor)
      {
        var turned = part
        turned.dates = container.dates
        turned.container = .init(authors: inside, dates: part.dates)
        return (
          drafts(of: turned, authors: container.authors, range: start..<end, form: .narrative, certainty: .sure), container.authors
        )
      }
      if let start = sameName(as: inside, before: open, floor: floor) {
        return (drafts(of: part, authors: inside, range: start..<end, form: .narrative, certainty: .sure), inside)
      }
      if let monk = monk(named: inside, before: open, floor: floor) {
        return (drafts(of: part, authors: monk, range: monk.start..<end, form: .narrative, certainty: .sure), monk)
      }
      var drafts = drafts(of: part, authors: inside, range: inside.start..<end, form: .parenthetical, certainty: .sure)
      // «พจนานุกรมพุทธศาสน์ (พระพรหมคุณาภรณ์, 2551) ให้ความหมายว่า …»
      if end == close, text.startsStatement(at: close) {
        for index in drafts.indices { drafts[index].isSubject = true }
      }
      return (drafts, inside)
    }
    guard let outer = narrative(before: open, close: close, part: part, floor: floor, isEdited: false) else {
      // «“…” (อ้างใน สนิท ศรีสำแดง, 2540)»: whoever said it, this is where it was read.
      guard let container = part.container, part.dates.isEmpty else { return nil }
      let citing = BracketPart(range: part.range, authors: container.authors, dates: container.dates)
      return (
        drafts(
          of: citing, authors: container.authors, range: container.authors.start..<end, form: .parenthetical, certainty: .likely),
        container.authors
      )
    }
    var authors = outer.authors
    if part.isEditorOnly { authors.isEditor = true }
    return (drafts(of: part, authors: authors, range: authors.start..<end, form: .narrative, certainty: outer.certainty), authors)
  }

  // MARK: Who stands before the bracket

  private func narrative(before open: Int, close: Int, part: BracketPart, floor: Int, isEdited: Bool) -> (
    authors: AuthorList, certainty: Certainty
  )? {
    var end = text.skippingSpaces(before: open, from: floor)
    guard end > floor, open - end <= 4 else { return nil }
    var isEditor = false
    var alias: Range<Int>?
    // «พระธรรมปิฎก (ป.อ. ปยุตฺโต) (2539)», «Smith (Ed.) (1999)», «องค์การอนามัยโลก (WHO) (2563)»
    if let aliasOpen = opening[end], aliasOpen >= floor, end - aliasOpen <= 120 {
      let inner = text.trimmed(aliasOpen + 1..<end - 1)
      isEditor = ["บรรณาธิการ", "บ.ก.", "บก.", "Ed.", "Eds."].contains(text.string(inner))
      if !isEditor { alias = inner }
      end = text.skippingSpaces(before: aliasOpen, from: floor)
    } else if text.bytes[end - 1] == 0x5D, let aliasOpen = text.bytes[max(floor, end - 60)..<end].lastIndex(of: 0x5B),
      aliasOpen > floor
    {
      // «องค์การอนามัยโลก [WHO] (2565)»
      alias = aliasOpen + 1..<end - 1
      end = text.skippingSpaces(before: aliasOpen, from: floor)
    }
    let hasSpeech = text.startsSpeech(at: close)
    let date = part.dates.first
    let isCommonEra = date?.year.year.era == .common
    let allowsSingle = isCommonEra || hasSpeech || part.container != nil || alias != nil
    guard var authors = text.authors(before: end, from: floor, allowsSingle: allowsSingle) else { return nil }
    authors.isEditor = authors.isEditor || isEditor
    guard let first = authors.names.first, let last = authors.names.last, !isClosed(authors.start..<end) else { return nil }
    let hasTitle = authors.names.contains { $0.honorific != nil }
    let isSupported =
      hasSpeech || first.isLedIn || hasTitle || authors.etAl || authors.names.count > 1 || part.container != nil || isEdited
    if let year = date?.year, year.hasEraWord, !(hasSpeech || hasTitle || authors.etAl) {
      // «… (พ.ศ. 2475)» dates an event more often than a book.
      guard !year.isTime, last.isFull, last.kind == .person, isSupported, !isDoubtful(last) else { return nil }
    }
    switch (last.kind, last.isThai) {
    case (.organisation, _):
      guard
        hasSpeech || first.isLedIn || part.container != nil || alias != nil
          || last.isThai && (text.startsDeed(at: close) || text.startsMeaning(at: close))
      else {
        return nil
      }
      return (authors, hasSpeech ? .sure : .likely)
    case (.person, true):
      if !last.isFull {
        guard !isDoubtful(last) || (isCommonEra && last.isLedIn && !text.holdsCommonWord(last.name)),
          (isCommonEra && (hasSpeech || last.isLedIn)) || (hasSpeech && last.isLedIn) || alias != nil || hasTitle
            || (part.container != nil && last.isLedIn)
        else { return nil }
        return (authors, hasSpeech && last.isLedIn ? .sure : .likely)
      }
      if isDoubtful(last) { guard hasSpeech || hasTitle || (first.isLedIn && !text.holdsCommonWord(last.name)) else { return nil } }
      return (authors, isSupported ? .sure : .likely)
    case (.person, false):
      // «ใน Sense and Sense (1811)»: a book.
      if authors.names.count == 2, text.endsWith("ใน", before: authors.start, from: floor),
        authors.names.allSatisfy({ !text.bytes[$0.name].contains(0x20) && !text.bytes[$0.name].contains(0x2E) })
      {
        return nil
      }
      return (authors, .sure)
    }
  }

  func isDoubtful(_ name: ReadName) -> Bool {
    guard name.isThai, name.kind == .person, name.honorific == nil, !text.isMonk(name.name) else { return false }
    return text.startsDoubtfulWord(at: name.name.lowerBound, end: name.name.upperBound) || text.holdsCommonWord(name.name)
  }

  /// Where the names of the bracket stand before it, letter by letter.
  private func sameWords(as inside: AuthorList, before open: Int, floor: Int) -> Int? {
    guard let last = inside.names.last else { return nil }
    let end = text.skippingSpaces(before: open, from: floor)
    let start = end - (last.name.upperBound - inside.start)
    guard start >= floor, text.bytes[start..<end].elementsEqual(text.bytes[inside.start..<last.name.upperBound]) else { return nil }
    return start
  }

  /// The start of the Thai spelling of the Latin names in the bracket: «โคเฮนและอัพฮอฟ (Cohen & Uphoff, 1980)».
  private func sameName(as inside: AuthorList, before open: Int, floor: Int) -> Int? {
    guard let latin = inside.names.last, !latin.isThai, latin.kind == .person, let leader = inside.names.first else { return nil }
    let end = text.skippingSpaces(before: open, from: floor)
    guard end > floor, text.isThaiLetter(at: text.before(end)) else { return nil }
    if let list = text.authors(before: end, from: floor, allowsSingle: true), let thai = list.names.last, thai.isThai,
      thai.kind == .person
    {
      let run = text.token(endingAt: thai.name.upperBound, from: thai.name.lowerBound)
      // «… จากพิธี ขณะที่สมาร์ต (Smart, 1989)»: no given name and family name.
      let led = text.endOfLeadIn(in: run)
      if led.isLedIn, run.upperBound - led.start >= 6, soundsLikeAny(led.start..<run.upperBound, of: latin) { return led.start }
      if !text.startsCommonWord(at: run.lowerBound, end: run.upperBound), !text.holdsCommonWord(run),
        // «ซัทเธอร์แลนด์ (Sutherland & Cressey, 1978)» names the first alone.
        soundsLikeAny(run, of: latin) || (!leader.isThai && leader.kind == .person && soundsLikeAny(run, of: leader))
      {
        // A two-word reading holds only where the first word is of the name too.
        if thai.isFull, run.lowerBound > thai.name.lowerBound {
          let given = text.trimmed(thai.name.lowerBound..<run.lowerBound)
          return soundsLikeAny(given, of: latin) || soundsLikeAny(given, of: leader) ? list.start : run.lowerBound
        }
        return list.start
      }
    }
    return nil
  }

  private func soundsLikeAny(_ run: Range<Int>, of latin: ReadName) -> Bool {
    var i = latin.name.lowerBound
    while i < latin.name.upperBound {
      let start = text.skippingSpaces(from: i, to: latin.name.upperBound)
      var end = start
      while end < latin.name.upperBound, text.spaceLength(at: end) == 0, text.bytes[end] != 0x2C { end = text.after(end) }
      if end - start > 2, text.soundsLike(thai: run, latin: start..<end) { return true }
      i = max(end, i + 1)
      if i < latin.name.upperBound, text.bytes[i] == 0x2C { i += 1 }
    }
    return false
  }

  /// «พระพรหมคุณาภรณ์ (ป.อ. ปยุตฺโต, 2549)»: the rank before the bracket is the name, what stands in it the monk's own.
  private func monk(named inside: AuthorList, before open: Int, floor: Int) -> AuthorList? {
    guard inside.names.count == 1 else { return nil }
    let end = text.skippingSpaces(before: open, from: floor)
    guard end > floor, let list = text.authors(before: end, from: floor, allowsSingle: true), let name = list.names.last,
      name.isThai,
      list.names.count == 1, text.isRankName(at: name.name.lowerBound, limit: name.name.upperBound)
    else { return nil }
    return list
  }

  /// Worth telling the author that it could not be read: a comma and a year, or nothing but a year after a word.
  private func looksLikeCitation(_ inner: Range<Int>) -> Bool {
    inner.count <= 240 && text.firstIndex(of: 0x2C, in: inner) != nil
      && (text.isThaiLetter(at: inner.lowerBound) || text.isLatinLetter(at: inner.lowerBound))
  }
}

extension ReadingText {
  /// «Michel Foucault, 1926-1984»: when somebody lived.
  fileprivate func isLifetime(_ year: Cue) -> Bool {
    let dash = skippingSpaces(from: year.end, to: count)
    guard dash < count, bytes[dash] == 0x2D || hasPrefix("–", at: dash) else { return false }
    return yearDigits(at: skippingSpaces(from: after(dash), to: count)) != nil
  }

  /// A word alone before `i`: at the start of a run.
  fileprivate func endsWith(_ word: StaticString, before i: Int, from floor: Int) -> Bool {
    let end = skippingSpaces(before: i, from: floor)
    let start = end - word.utf8CodeUnitCount
    return hasSuffix(word, before: end, from: floor) && (start == floor || spaceLength(before: start) > 0)
  }
}

// MARK: Drafts

extension CitationRecogniser {
  private func drafts(of part: BracketPart, authors: AuthorList, range: Range<Int>, form: CitationForm, certainty: Certainty)
    -> [CitationDraft]
  {
    let isOrganisation = authors.names.first?.kind == .organisation
    let subject = form == .narrative
    if let container = part.container {
      var draft = CitationDraft(
        form: .secondary, range: range, authors: text.drafts(of: authors), etAl: authors.etAl, year: part.dates.first?.year.year,
        locator: (container.dates.first?.locator ?? part.dates.first?.locator).map(text.foldedString), rule: "citation.secondary",
        certainty: certainty)
      draft.container = .init(
        authors: text.drafts(of: container.authors), etAl: container.authors.etAl, year: container.dates.first?.year.year,
        role: container.authors.isEditor ? .editor : .author)
      draft.isSubject = subject
      return [draft]
    }
    let form: CitationForm = authors.isEditor ? .edited : isOrganisation ? .organisation : form
    return part.dates.map { date in
      var draft = CitationDraft(
        form: form, range: range, authors: text.drafts(of: authors), etAl: authors.etAl, year: date.year.year,
        locator: date.locator.map(text.foldedString), rule: "citation.\(form.rawValue)", certainty: certainty)
      draft.isSubject = subject
      return draft
    }
  }

  private func edited(_ part: BracketPart, editors: AuthorList, outer: AuthorList, range: Range<Int>, certainty: Certainty)
    -> [CitationDraft]
  {
    var draft = CitationDraft(
      form: .edited, range: range, authors: text.drafts(of: outer), etAl: outer.etAl, year: nil,
      locator: part.dates.first?.locator.map(text.foldedString),
      rule: "citation.edited", certainty: certainty)
    draft.container = .init(authors: text.drafts(of: editors), etAl: editors.etAl, year: part.dates.first?.year.year, role: .editor)
    draft.isSubject = true
    return [draft]
  }

  /// Joins «Michel (1990) อ้างใน สมใจ โลหะพูนตระกูล (2539)»: two brackets, one citation.
  private mutating func joinSecondary() {
    var joined: [CitationDraft] = []
    var cue = 0
    for draft in found {
      guard let last = joined.last, last.container == nil, draft.container == nil, last.range.upperBound < draft.range.lowerBound,
        draft.range.lowerBound - last.range.upperBound <= 60
      else {
        joined.append(draft)
        continue
      }
      while cue < cues.count, cues[cue].start < last.range.upperBound { cue += 1 }
      guard cue < cues.count, cues[cue].kind == .citedIn || cues[cue].kind == .citing, cues[cue].end <= draft.range.lowerBound,
        text.trimmed(last.range.upperBound..<cues[cue].start, also: ",").isEmpty,
        text.trimmed(cues[cue].end..<draft.range.lowerBound, also: ",(").isEmpty
      else {
        joined.append(draft)
        continue
      }
      let (cited, containing) = cues[cue].kind == .citedIn ? (last, draft) : (draft, last)
      var whole = cited
      whole.form = .secondary
      whole.rule = "citation.secondary"
      whole.range = last.range.lowerBound..<draft.range.upperBound
      whole.locator = containing.locator ?? cited.locator
      whole.container = .init(
        authors: containing.authors, etAl: containing.etAl, year: containing.year,
        role: containing.form == .edited ? .editor : .author)
      whole.isSubject = last.isSubject
      joined[joined.count - 1] = whole
    }
    found = joined
  }
}

extension ReadingText {
  /// The authors as records name them.
  func drafts(of list: AuthorList) -> [CitationDraft.Author] {
    list.names.map { name in
      let kind = name.honorific.flatMap { endOfHonorifics(at: $0.lowerBound, limit: name.range.upperBound).kind }
      return CitationDraft.Author(
        name: foldedString(name.name), honorific: name.honorific.map { foldedString($0) },
        isMonasticOrRoyal: kind?.isPrinted ?? false,
        kind: name.kind == .organisation ? .organisation : .person, role: list.isEditor ? .editor : .author, isThai: name.isThai)
    }
  }
}

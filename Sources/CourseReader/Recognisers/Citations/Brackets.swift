/// What one part of a citing bracket says, `;` between parts.
struct BracketPart: Hashable {
  /// The part's own words, trimmed.
  var range: Range<Int>
  /// nil where the bracket leaves the authors to the words before it.
  var authors: AuthorList?
  /// «(บรรณาธิการ, 2540)»: the person named before edited the work.
  var isEditorOnly = false
  /// In order, each with its own pages; empty where only a container is dated.
  var dates: [Date] = []
  /// The work in which the cited words stand.
  var container: Container?

  struct Date: Hashable {
    var year: PrintedYear
    var locator: Range<Int>?
  }

  struct Container: Hashable {
    var authors: AuthorList
    var dates: [Date]
  }
}

extension ReadingText {
  /// Reads what stands between two brackets as citations; nil where it is an English term, an aside or a list marker.
  ///
  /// `cues` are those inside the bracket. Costs O(length), and callers give at most 800 bytes.
  func bracketParts(_ inner: Range<Int>, cues: ArraySlice<Cue>) -> [BracketPart]? {
    guard cues.contains(where: { $0.kind == .year || $0.kind == .undated || $0.kind == .citedIn }) else { return nil }
    var parts: [BracketPart] = []
    var isPartial = false
    var start = inner.lowerBound
    var cues = cues
    while start <= inner.upperBound {
      var end = firstIndex(of: 0x3B, in: start..<inner.upperBound) ?? inner.upperBound
      // «(2518, 2522; อ้างใน ปราณี ทินกร, 2545)»: what is cited and where, one part.
      if end < inner.upperBound, !trimmed(start..<end).isEmpty {
        let next = skippingSpaces(from: end + 1, to: inner.upperBound)
        if let cue = cues.first(where: { $0.start >= end }), cue.start == next, cue.kind == .citedIn || cue.kind == .citing {
          end = firstIndex(of: 0x3B, in: next..<inner.upperBound) ?? inner.upperBound
        }
      }
      var gap = 1
      if let joint = jointOfWorks(start..<end, cues: cues) { (end, gap) = (joint.lowerBound, joint.count) }
      let range = trimmed(start..<end, also: ",")
      let split = cues.firstIndex { $0.start >= end } ?? cues.endIndex
      if !range.isEmpty {
        if let part = bracketPart(range, cues: cues[cues.startIndex..<split]) {
          parts.append(part)
        } else {
          // One part of several that cannot be read leaves the others what they are.
          guard range.upperBound < inner.upperBound || !parts.isEmpty else { return nil }
          isPartial = true
        }
      }
      cues = cues[split...]
      start = end + gap
    }
    if isPartial, parts.first?.authors == nil || !parts.contains(where: { $0.authors != nil && !$0.dates.isEmpty }) { return nil }
    return parts.isEmpty ? nil : parts
  }

  /// «Johnson et al., 1995 และ Mano & Oliver, 1993»: the «และ» behind a year, before a name with a year of its own.
  private func jointOfWorks(_ range: Range<Int>, cues: ArraySlice<Cue>) -> Range<Int>? {
    let years = cues.filter { $0.kind == .year && range.contains($0.start) && $0.end <= range.upperBound }
    guard years.count > 1 else { return nil }
    for (year, next) in zip(years, years.dropFirst()) {
      guard let printed = date(year, in: range) else { continue }
      let end = locator(at: printed.range.upperBound, limit: range.upperBound)?.end ?? printed.range.upperBound
      let joint = skippingSpaces(from: end, to: range.upperBound)
      guard hasPrefix("และ", at: joint, end: range.upperBound) else { continue }
      let name = skippingSpaces(from: joint + 9, to: range.upperBound)
      if name < next.start, isThaiLetter(at: name) || isLatinLetter(at: name), let more = date(next, in: name..<range.upperBound),
        more.range.lowerBound > name
      {
        return joint..<joint + 9
      }
    }
    return nil
  }

  private func bracketPart(_ range: Range<Int>, cues: ArraySlice<Cue>) -> BracketPart? {
    if let cue = cues.first(where: { $0.kind == .citedIn || $0.kind == .citing }), range.contains(cue.start) {
      // «(Bobbitt. 1918: อ้างอิงใน สงัด อุทรานันท์. 2530: 70)»
      var left = trimmed(range.lowerBound..<cue.start, also: ",;:")
      var right = trimmed(cue.end..<range.upperBound, also: ",:")
      if cue.kind == .citing { swap(&left, &right) }
      // «(อ้างใน Lussier, 1996: 212 อ้างถึงใน ชัยเสฏฐ์ พรหมศรี, 2549)»: a word too many before the one that counts.
      if left.isEmpty, cues.contains(where: { $0.kind == cue.kind && $0.start > cue.start && $0.end <= range.upperBound }) {
        return bracketPart(right, cues: cues.drop { $0.start < right.lowerBound })
      }
      // «(Michel, อ้างใน สมใจ, 2539)», «(อ้างใน สมใจ, 2539)», «(1990, อ้างใน สมใจ, 2539)»
      guard let container = datedAuthors(right, cues: cues), let containerAuthors = container.authors else { return nil }
      var part = BracketPart(range: range, authors: nil)
      part.container = .init(authors: containerAuthors, dates: container.dates)
      if !left.isEmpty {
        if let dated = datedAuthors(left, cues: cues) {
          part.authors = dated.authors
          part.dates = dated.dates
        } else if let authors = authors(in: left, hasComma: true) {
          part.authors = authors
        } else {
          return nil
        }
      }
      return part
    }
    return datedAuthors(range, cues: cues)
  }

  /// Authors (or none), one or more years, a place in the work, and nothing else.
  private func datedAuthors(_ range: Range<Int>, cues: ArraySlice<Cue>) -> BracketPart? {
    guard
      let first = cues.first(where: {
        ($0.kind == .year || $0.kind == .undated) && range.contains($0.start) && $0.end <= range.upperBound
      }),
      let year = date(first, in: range)
    else { return nil }
    var part = BracketPart(range: range)
    let left = withoutQuotes(withoutStop(withoutDay(trimmed(range.lowerBound..<year.range.lowerBound, also: ","))))
    let comma = skippingSpaces(before: year.range.lowerBound, from: range.lowerBound)
    // What has no year is dated for being cited: «ปิยะนุช เงินคล้าย ม.ป.ป.».
    let hasComma =
      first.kind == .undated
      || comma > range.lowerBound && (bytes[comma - 1] == 0x2C || bytes[comma - 1] == 0x2E || bytes[comma - 1] == 0x29)
    // «(ตามพระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551)» names a law by its year.
    if !left.isEmpty, year.hasEraWord, !hasComma, holdsLaw(left),
      !namesSection(after: year.range.upperBound, limit: range.upperBound)
    {
      return nil
    }
    if !left.isEmpty, repeats.match(self, at: left.lowerBound, end: left.upperBound)?.length != left.count {
      if year.isTime { return nil }
      if isEditorWord(left) {
        part.isEditorOnly = true
      } else if let authors = authors(in: left, hasComma: hasComma) {
        part.authors = authors
      } else {
        return nil
      }
    }
    var next: PrintedYear? = year
    var end = year.range.upperBound
    while let year = next {
      end = year.range.upperBound
      var date = BracketPart.Date(year: year)
      if let locator = locator(at: end, limit: range.upperBound) {
        date.locator = locator.range
        end = locator.end
      }
      part.dates.append(date)
      next = nil
      var i = skippingSpaces(from: end, to: range.upperBound)
      if i < range.upperBound, bytes[i] == 0x2C || bytes[i] == 0x26 {
        i += 1
      } else if hasPrefix("และ", at: i, end: range.upperBound) {
        i += 9
      } else {
        break
      }
      i = skippingSpaces(from: i, to: range.upperBound)
      if let cue = cues.first(where: { $0.kind == .year && $0.start >= i && $0.end <= range.upperBound }),
        let more = self.date(cue, in: i..<range.upperBound), more.range.lowerBound == i
      {
        next = more
      }
    }
    let rest = trimmed(end..<range.upperBound, also: ",.")
    if !rest.isEmpty, !isDay(rest) {
      // «(Smith, 1999, Ed.)»
      guard isEditorWord(rest) else { return nil }
      part.authors?.isEditor = true
      if part.authors == nil { part.isEditorOnly = true }
    }
    return part
  }

  /// «Hoyer and MacInnis. 1997», «ปกรณ์ ปรียากร. 2538»: the stop before a year is no part of the name, but of initials and abbreviations it is.
  private func withoutStop(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 6, bytes[range.upperBound - 1] == 0x2E else { return range }
    let word = token(endingAt: range.upperBound - 1, from: range.lowerBound)
    guard scalarCount(word) >= 4, !bytes[word].contains(0x2E), !isThaiAcronym(word.lowerBound..<range.upperBound),
      !isEditorWord(word.lowerBound..<range.upperBound)
    else { return range }
    return trimmed(range.lowerBound..<range.upperBound - 1)
  }

  /// «ไซมอน (“Simon”, 1965)»
  private func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    guard let quoted = quotation(startingAt: range.lowerBound), quoted.end == range.upperBound else { return range }
    return quoted.inside
  }

  /// «…, สัมภาษณ์, 5 พฤษภาคม» before a year: a day and how it was said are not who said it.
  private func withoutDay(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if let comma = bytes[range].lastIndex(of: 0x2C), isDay(trimmed(comma + 1..<range.upperBound)) {
      range = trimmed(range.lowerBound..<comma, also: ",")
    }
    if let word = communications.match(self, before: range.upperBound, from: range.lowerBound) {
      range = trimmed(range.lowerBound..<range.upperBound - word.length, also: ",")
    }
    return range
  }

  /// «15 มกราคม», «มกราคม», «January 15»
  private func isDay(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    func skipNumber() { while i < range.upperBound, let digit = digit(at: i) { i += digit.length } }
    skipNumber()
    guard i - range.lowerBound <= 6,
      let month = months.match(self, at: skippingSpaces(from: i, to: range.upperBound), end: range.upperBound)
    else { return false }
    i = skippingSpaces(from: i, to: range.upperBound) + month.length
    i = skippingSpaces(from: i, to: range.upperBound)
    skipNumber()
    return i == range.upperBound
  }

  private func date(_ cue: Cue, in range: Range<Int>) -> PrintedYear? {
    cue.kind == .undated ? undatedYear(cue.range) : printedYear(digits: cue.range, in: range)
  }

  private func isEditorWord(_ range: Range<Int>) -> Bool { editorWords.isPhrase(range, of: self) }
}

extension ReadingText {
  /// «(พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542, มาตรา 6)» cites it by its section.
  fileprivate func namesSection(after i: Int, limit: Int) -> Bool {
    let start = trimmed(i..<limit, also: ",").lowerBound
    return lawParts.match(self, at: start, end: limit) != nil
  }

  fileprivate func holdsLaw(_ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] == 0xE0 && laws.match(self, at: $0, end: range.upperBound) != nil }
  }
}

let laws = PhraseTable(
  wordList("พระราชบัญญัติ พระราชกฤษฎีกา พระราชกำหนด รัฐธรรมนูญ ประมวลกฎหมาย กฎกระทรวง ระเบียบ ข้อบังคับ ประกาศ"))

/// «(อ้างแล้ว, 2537)»: whoever was named before.
private let repeats = PhraseTable(
  wordList("อ้างแล้ว อ้างถึงแล้ว เรื่องเดียวกัน เพิ่งอ้าง แหล่งเดิม งานเดิม ibid. Ibid. op._cit. op.cit. loc._cit."))

private let months = PhraseTable(
  wordList(
    """
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค.
    พ.ย. ธ.ค. January February March April May June July August September October November December
    """))

private let communications = SuffixTable(
  wordList("ออนไลน์ online Online สัมภาษณ์ การสัมภาษณ์ การสื่อสารส่วนบุคคล ผู้ให้สัมภาษณ์ personal_communication interview"))

private let lawParts = PhraseTable(wordList("มาตรา ข้อ หมวด"))
private let editorWords = PhraseTable(
  wordList("บรรณาธิการ บ.ก. บก. บ.ก Ed. Eds. Ed Eds ed. eds. Editor editor Editors เป็นบรรณาธิการ"))

import CourseModel

/// A Thai term with its English.
struct TermPairDraft: Hashable {
  /// The Thai term alone.
  var term: Range<Int>
  /// The whole run it was cut from, for a second look when other pairs of the chapter are known.
  var run: Range<Int>
  var english: [String]
  /// From the term to the end of the English.
  var range: Range<Int>
  var rule: String
  var certainty: Certainty
}

/// Thai terms with their English: «ชุมชนแห่งสำนึก (conscious community)», «“เครือข่าย” หรือ “network”», «link หรือการเชื่อมต่อ».
struct TermPairRecogniser {
  let text: ReadingText
  let cues: [Cue]
  let isClosed: (Range<Int>) -> Bool
  private(set) var found: [TermPairDraft] = []

  init(text: ReadingText, cues: [Cue], isClosed: @escaping (Range<Int>) -> Bool = { _ in false }) {
    self.text = text
    self.cues = cues
    self.isClosed = isClosed
  }

  mutating func read() {
    for (index, cue) in cues.enumerated() {
      switch cue.kind {
      case .open:
        guard index + 1 < cues.count, let close = closing(of: index) else { continue }
        readBracket(cue.start, inner: cue.end..<close.start, end: close.end)
      case .orLatin: readOr(cue)
      // «การสุ่มแบบลูกโซ่หรือที่เรียกว่า snowball sampling»
      case .called:
        if text.hasPrefix("หรือ", at: cue.start), text.isLatinLetter(at: text.skippingSpaces(from: cue.end, to: text.count)) {
          readOr(cue)
        }
      default: continue
      }
    }
  }

  /// The next bracket cue, where it closes this one.
  private func closing(of index: Int) -> Cue? {
    var k = index + 1
    while k < cues.count, cues[k].start - cues[index].end <= 200 {
      if cues[k].kind == .close { return cues[k] }
      if cues[k].kind == .open || cues[k].kind == .year { return nil }
      k += 1
    }
    return nil
  }

  // MARK: ไทย (english), english (ไทย)

  private mutating func readBracket(_ open: Int, inner: Range<Int>, end: Int) {
    let floor = found.last?.range.upperBound ?? 0
    let before = text.skippingSpaces(before: open, from: floor)
    guard before > floor, open - before <= 4, !isClosed(open..<end) else { return }
    let inside = text.trimmed(inner)
    if let english = text.englishTerms(inside) {
      // «… (Overall Equipment Effectiveness) หรือ OEE»
      let short = abbreviation(after: end)
      if let pair = thaiSide(
        before: before, from: floor, english: english + (short.map { [$0.text] } ?? []), end: short?.end ?? end)
      {
        found.append(pair)
      }
    } else if text.isLatinLetter(at: text.before(before)), let english = latinSide(before: before, from: floor),
      text.isThaiTerm(inside), !text.tracesWord(before: english.lowerBound)
    {
      found.append(
        TermPairDraft(
          term: inside, run: inside, english: [text.foldedString(english)], range: english.lowerBound..<end,
          rule: "concept.bracket", certainty: .sure))
    }
  }

  private func abbreviation(after end: Int) -> (text: String, end: Int)? {
    let or = text.skippingSpaces(from: end, to: min(text.count, end + 3))
    guard let word = abbreviationLeads.match(text, at: or, end: text.count) else { return nil }
    let start = text.skippingSpaces(from: or + word.length, to: text.count)
    var i = start
    while i < text.count, text.isLatinCapital(at: i) { i = text.after(i) }
    guard (2...8).contains(i - start), !text.isLatinLetter(at: i), !text.isThaiLetter(at: i), text.digit(at: i) == nil else {
      return nil
    }
    return (text.string(start..<i), i)
  }

  private func thaiSide(before end: Int, from floor: Int, english: [String], end pairEnd: Int) -> TermPairDraft? {
    if let quoted = text.quotation(endingAt: end, from: floor) {
      guard text.isThaiTerm(quoted) else { return nil }
      return TermPairDraft(
        term: quoted, run: quoted, english: english, range: quoted.lowerBound..<pairEnd, rule: "concept.quoted", certainty: .sure)
    }
    var run = text.numberedRun(endingAt: end, from: floor)
    // «กลุ่มต่าง ๆ (groups)»
    if text.string(run) == "ๆ" {
      run = text.run(endingAt: text.skippingSpaces(before: run.lowerBound, from: floor), from: floor).lowerBound..<run.upperBound
    }
    guard run.count >= 6, text.isThaiLetter(at: run.lowerBound),
      text.thai(before: run.upperBound) != nil || text.isDigit(before: run.upperBound)
    else { return nil }
    let meant = EnglishSide(english)
    var cut = text.startOfTerm(in: run, for: meant)
    cut.start = text.afterClause(in: cut.start..<run.upperBound, of: run.lowerBound, for: meant)
    if isHeadOfItem(run, cutAt: cut.start, end: pairEnd) || isCalledSo(run, meant) {
      cut = (run.lowerBound, true)
    } else if let called = startOfCalled(run, meant) {
      cut = (called, true)
    }
    let term = text.withoutClassNoun(cut.start..<run.upperBound, english: english)
    guard text.isThaiTerm(term), cut.start == run.lowerBound || !text.holdsVerbTail(term) else { return nil }
    // «อาจารย์ฮิลล์ (Prof. James Hill)», «รัฐโอไฮโอ (Ohio)», «ปีเตอร์ เซงเก (Peter Senge)» name somebody or a place.
    if let first = english.first, text.isTitled(first) || text.isPlace(first, thai: term) { return nil }
    if let first = english.first, isPerson(first, thai: term, from: floor, to: pairEnd) { return nil }
    // «… อย่างมีประสิทธิภาพ (Sergiovanni)» closes its passage with whose words it is.
    if !cut.isSure, english.count == 1, let only = english.first, text.skippingSpaces(from: pairEnd, to: text.count) >= text.count,
      only.utf8.first.map({ $0 >= 0x41 && $0 <= 0x5A }) ?? false, !only.utf8.contains(0x20)
    {
      return nil
    }
    return TermPairDraft(
      term: term, run: run, english: english, range: term.lowerBound..<pairEnd, rule: "concept.bracket",
      certainty: cut.isSure ? .sure : .likely)
  }

  /// «ที่เรียกว่า ภาวะสิ้นหวังจากการเรียนรู้ (learned helplessness)»: what it is called is all of it.
  private func isCalledSo(_ run: Range<Int>, _ english: EnglishSide) -> Bool {
    let end = text.skippingSpaces(before: run.lowerBound, from: max(0, run.lowerBound - 40))
    return callings.match(text, before: end, from: 0) != nil && text.startsNoun(at: run.lowerBound, end: run.upperBound)
      && text.scalarCount(run) <= english.weight
  }

  /// Where what it is called begins in a run: «ดังที่เรียกว่า|การครอบงำโดยชนชั้นนำ (elite capture)».
  private func startOfCalled(_ run: Range<Int>, _ english: EnglishSide) -> Int? {
    var i = text.after(run.lowerBound)
    while i < run.upperBound {
      if isCalledSo(i..<run.upperBound, english) { return i }
      i = text.after(i)
    }
    return nil
  }

  /// «2. ความผูกพันที่เกิดจากบรรทัดฐานทางสังคม (normative commitment) หมายถึง …»: what opens its passage and is defined at once keeps its clause.
  private func isHeadOfItem(_ run: Range<Int>, cutAt start: Int, end: Int) -> Bool {
    start > run.lowerBound && run.lowerBound == text.firstWord(markWithin: 24) && text.scalarCount(run) <= 45
      && text.startsMarker(at: end) && text.startsNoun(at: run.lowerBound, end: run.upperBound)
      && text.relative(in: run.lowerBound..<start) != nil && !text.hasSuffix("ว่า", before: start)
      && headsOnly.match(text, at: run.lowerBound, end: run.upperBound) == nil
  }

  /// Every English word a capital and sounding like the Thai before it: a name, where it has two words, is led in to or says something.
  private func isPerson(_ english: String, thai: Range<Int>, from floor: Int, to end: Int) -> Bool {
    let words = english.split(separator: " ")
    guard words.allSatisfy({ $0.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }), let last = words.last, words.count <= 4
    else { return false }
    let latin = ReadingText(String(last))
    // «ความรู้ชัดแจ้ง (Explicit Knowledge)» has the letters of «Knowledge» by chance.
    guard latin.count > 2, !text.startsNoun(at: thai.lowerBound, end: thai.upperBound), ReadingText.sound(text, thai, like: latin)
    else { return false }
    let next = text.skippingSpaces(from: end, to: text.count)
    // «รอนดิเนลลี (Rondinelli) ศึกษาเรื่องนี้»; «คลัสเตอร์ (Cluster) แบ่งเป็น …» is no scholar.
    if let verb = text.scholarlyVerb(after: end), verb.start == next, verb.isOfAuthors, !text.hasPrefix("แบ่ง", at: next),
      !text.hasPrefix("จำแนก", at: next)
    {
      return true
    }
    return words.count > 1 || text.endsLeadIn(at: thai.lowerBound, from: floor) || text.startsStatement(at: end)
      || text.hasPrefix("และคณะ", at: text.skippingSpaces(from: end, to: text.count))
  }

  /// The Latin words that end before `end`.
  private func latinSide(before end: Int, from floor: Int) -> Range<Int>? {
    var start = end
    while start > floor, end - start < 80 {
      let previous = text.before(start)
      let byte = text.bytes[previous]
      guard text.isLatinLetter(at: previous) || byte == 0x20 || byte == 0x2D || byte == 0x27 else { break }
      start = previous
    }
    let range = text.trimmed(start..<end)
    return range.isEmpty || text.scalarCount(range) < 2 ? nil : range
  }

  // MARK: ไทย หรือ english, english หรือ ไทย

  private mutating func readOr(_ cue: Cue) {
    let floor = found.last?.range.upperBound ?? 0
    guard cue.start >= floor, !isClosed(cue.range) else { return }
    let before = text.skippingSpaces(before: cue.start, from: floor)
    guard let english = latinAfter(cue.end) else {
      readLatinFirst(before: before, after: cue.end, from: floor)
      return
    }
    guard before > floor else { return }
    if let quoted = text.quotation(endingAt: before, from: floor) {
      guard text.isThaiTerm(quoted) else { return }
      found.append(
        TermPairDraft(
          term: quoted, run: quoted, english: [english.term], range: quoted.lowerBound..<english.end, rule: "concept.or",
          certainty: .sure))
      return
    }
    let run = text.run(endingAt: before, from: floor)
    guard run.count >= 6, text.isThaiLetter(at: run.lowerBound) else { return }
    let cut = text.startOfTerm(in: run, for: EnglishSide([english.term]))
    let term = cut.start..<run.upperBound
    guard text.isThaiTerm(term) else { return }
    found.append(
      TermPairDraft(
        term: term, run: run, english: [english.term], range: term.lowerBound..<english.end, rule: "concept.or", certainty: .sure))
  }

  /// «link หรือการเชื่อมต่อ»: the Thai goes up to the next space.
  private mutating func readLatinFirst(before: Int, after: Int, from floor: Int) {
    guard before > floor, let english = latinSide(before: before, from: floor), text.scalarCount(english) >= 3 else { return }
    let start = text.skippingSpaces(from: after, to: text.count)
    if let quoted = text.quotation(startingAt: start) {
      guard text.isThaiTerm(quoted.inside) else { return }
      found.append(
        TermPairDraft(
          term: quoted.inside, run: quoted.inside, english: [text.foldedString(english)], range: english.lowerBound..<quoted.end,
          rule: "concept.or",
          certainty: .sure))
      return
    }
    var end = start
    while end < text.count, text.isThaiLetter(at: end), end - start <= 120 { end = text.after(end) }
    let term = start..<end
    guard text.isThaiTerm(term), text.scalarCount(term) <= 30, text.startsNoun(at: start, end: end) else { return }
    found.append(
      TermPairDraft(
        term: term, run: term, english: [text.foldedString(english)], range: english.lowerBound..<end, rule: "concept.or",
        certainty: .sure))
  }

  private func latinAfter(_ i: Int) -> (term: String, end: Int)? {
    let start = text.skippingSpaces(from: i, to: text.count)
    if text.hasPrefix("“", at: start) || text.hasPrefix("\"", at: start) || text.hasPrefix("‘", at: start) {
      let inner = text.after(start)
      var end = inner
      while end < text.count, end - inner < 100, text.isLatinLetter(at: end) || text.bytes[end] == 0x20 || text.bytes[end] == 0x2D {
        end = text.after(end)
      }
      guard end > inner, text.hasPrefix("”", at: end) || text.hasPrefix("\"", at: end) || text.hasPrefix("’", at: end) else {
        return nil
      }
      return (text.foldedString(inner..<end), text.after(end))
    }
    var end = start
    while end < text.count, end - start < 80,
      text.isLatinLetter(at: end) || text.bytes[end] == 0x2D || (text.bytes[end] == 0x20 && text.isLatinLetter(at: end + 1))
    {
      end = text.after(end)
    }
    return end - start >= 2 ? (text.foldedString(start..<end), end) : nil
  }
}

extension ReadingText {
  /// The English terms of a bracket: one, or a term and its abbreviation («Human Resource Management: HRM»); nil for anything else.
  func englishTerms(_ range: Range<Int>) -> [String]? {
    var range = range
    if let word = englishLeads.match(self, at: range.lowerBound, end: range.upperBound) {
      range = trimmed(range.lowerBound + word.length..<range.upperBound, also: ":")
    }
    guard !range.isEmpty, range.count <= 120, isLatinLetter(at: range.lowerBound) || startsOrdinal(range) else { return nil }
    var terms: [String] = []
    var start = range.lowerBound
    var i = range.lowerBound
    var spaces = 0
    func close(_ end: Int) {
      let term = foldedString(trimmed(start..<end, also: ",:;-"))
      if !term.isEmpty { terms.append(term) }
    }
    while i < range.upperBound {
      let byte = bytes[i]
      if byte == 0x3A || byte == 0x3B || byte == 0x2C {
        close(i)
        start = i + 1
        spaces = 0
      } else if hasPrefix("หรือ", at: i, end: range.upperBound) {
        close(i)
        i += 12
        start = i
        continue
      } else if byte == 0x20 {
        spaces += 1
        if spaces > 7 { return nil }
      } else if !(isLatinLetter(at: i) || byte == 0x2D || byte == 0x27 || byte == 0x2F || byte == 0x26 || byte == 0x2E
        || (byte >= 0x30 && byte <= 0x39)
        || hasPrefix("’", at: i) || hasPrefix("–", at: i))
      {
        return nil
      }
      i = after(i)
    }
    close(range.upperBound)
    guard let first = terms.first, first.utf8.count >= 2, terms.count <= 3, !notTerms.contains(first.lowercased()),
      !first.hasPrefix("e.g"),
      !first.hasPrefix("i.e"), !isCode(first), !startsWithInitials(first),
      // «เป็นของต่างประเทศ (SAP, Oracle)»: things by name.
      terms.count < 2 || bytes[range].contains(0x3A) || !terms.allSatisfy({ isName($0) }),
      // «(Bourdieu, 1986: 248)»
      !terms.dropFirst().contains(where: { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else {
      return nil
    }
    return terms
  }

  /// «มาจากภาษากรีกสามคำ คือ epi (บน) …»: where a word comes from, no term.
  fileprivate func tracesWord(before i: Int) -> Bool {
    let range = max(0, i - 150)..<i
    return range.contains { bytes[$0] == 0xE0 && oldTongues.match(self, at: $0, end: range.upperBound) != nil }
  }

  /// «21st century skills», «3D printing»: a number that is part of the first word.
  private func startsOrdinal(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
    return i > range.lowerBound && i - range.lowerBound <= 2 && isLatinLetter(at: i) && range.upperBound - i >= 6
  }

  /// Thai letters (spaces allowed) of a length that a term has, not a pronoun or a count.
  func isThaiTerm(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, thai(at: range.lowerBound) != nil, !isThaiTail(at: range.lowerBound) else { return false }
    let length = scalarCount(range)
    guard length >= 2, length <= 70 else { return false }
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      guard
        isThaiLetter(at: i) || byte == 0x20 || byte == 0x2D || byte == 0x2F || thai(at: i) == 0x46 || thai(at: i) == 0x2F
          || byte == 0x2E || isLatinLetter(at: i) || digit(at: i) != nil
      else { return false }
      i = after(i)
    }
    return !pronouns.isPhrase(range, of: self)
  }

  /// «สร้าง|ความสัมพันธ์ขึ้นในสังคมมนุษย์»: what the verb in front goes on with, so that no name ends here.
  func holdsVerbTail(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xE0, canBreak(at: i), verbTails.match(self, at: i, end: range.upperBound) != nil { return true }
      i = after(i)
    }
    return false
  }

  /// Takes «แนวคิด» or «ทฤษฎี» off a term whose English says no such thing: «แนวคิดธรรมาภิบาล (good governance)».
  func withoutClassNoun(_ term: Range<Int>, english: [String]) -> Range<Int> {
    guard let match = classNouns.match(self, at: term.lowerBound, end: term.upperBound),
      canBreak(at: term.lowerBound + match.length),
      scalarCount(term.lowerBound + match.length..<term.upperBound) >= 4, isThaiLetter(at: term.lowerBound + match.length)
    else { return term }
    let words = english.joined(separator: " ").lowercased()
    return match.value.contains { words.contains($0) } ? term : term.lowerBound + match.length..<term.upperBound
  }

  static func sound(_ thai: ReadingText, _ range: Range<Int>, like latin: ReadingText) -> Bool {
    var joined = Array(thai.bytes[range])
    let split = joined.count
    joined += latin.bytes
    return ReadingText(joined).soundsLike(thai: 0..<split, latin: split..<joined.count)
  }
}

private let callings = SuffixTable(wordList("เรียกว่า คำว่า ชื่อว่า เรียกกันว่า"))
private let verbTails = PhraseTable(wordList("ขึ้นใน ขึ้นมา ขึ้นจาก ลงใน ไว้ใน ไว้กับ เข้าด้วยกัน ออกไปสู่"))
private let classNouns = PhraseTable<[String]>([
  ("แนวคิด", ["concept", "idea", "thinking", "thought", "approach", "notion", "conception"]), ("ทฤษฎี", ["theor"]),
  ("ปรากฏการณ์", ["phenomen", "effect"]),
  ("ทักษะ", ["skill", "competenc", "literacy", "abilit"]),
])
private let oldTongues = PhraseTable(wordList("ภาษากรีก ภาษาละติน ภาษาลาติน ภาษาสันสกฤต ภาษาบาลี รากศัพท์"))
private let abbreviationLeads = PhraseTable(wordList("หรือ หรือเรียกย่อว่า หรือเรียกย่อ_ๆ_ว่า เรียกย่อว่า หรือย่อว่า"))
private let englishLeads = PhraseTable(wordList("อังกฤษ: ภาษาอังกฤษ: ภาษาอังกฤษ อังกฤษ_: หรือ Eng: eng: English:"))
private let notTerms: Set<String> = [
  "ed.", "eds.", "ed", "eds", "n.d.", "et al.", "e.g.", "i.e.", "p.", "pp.", "vol.", "no.", "see", "ibid.", "op.cit.",
  "personal communication", "personal e-mail", "personal email", "personal interview", "personal correspondence", "online",
  "in thai",
]
private let pronouns = PhraseTable(
  wordList(
    """
    ทุกคน ทุกฝ่าย ได้ คน คนอื่น ผู้อื่น นี้ นั้น ดังกล่าว คำ คำนี้ เขา สิ่งนี้ สิ่งนั้น ดังนี้ อื่น_ๆ ต่าง_ๆ เป็นต้น ทั้งนี้ โดย ซึ่ง และ หรือ ส่วน แต่ ที่ อัน กัน ต้อง
    กันทุกประการ ทุกประการ เดิม เดิมที ก็
    """))
/// What speaks of a term rather than is one.
private let headsOnly = PhraseTable(wordList("แนวคิด สิ่ง คำ ความหมาย นิยาม ทฤษฎี หลักการ เรื่อง ประเด็น งาน การศึกษา การวิจัย"))

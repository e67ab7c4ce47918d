import CourseModel
import Prose

/// Sets of a chapter: numbered paragraphs, lists, headings that count, sets within a paragraph, and bullets that an import lost.
struct ChapterSets {
  let outline: Outline
  let readings: [UnitReading]
  private(set) var found: [SetDraft] = []
  /// By unit, the sets found within it.
  private var named: [Int: [Int]] = [:]
  /// Sets named in a lead-in and told item by item after it.
  private var told: Set<Int> = []

  private struct Key: Hashable {
    var dress: OrdinalMarker.Dress
    var list: Int?
    var item: Int
    var callout: Int?
    /// «5.3.» of «5.3.1»: what is numbered under another number counts by itself.
    var prefix = ""
  }
  private struct Member {
    var unit: Int
    var content: Range<Int>
    var value: Int
  }
  private struct Sequence {
    var members: [Member]
    /// The level of the section it began in; 7 for a sequence of headings of level 6, so that a sibling does not close it.
    var level: Int
    var isHeadings: Bool
  }

  init(outline: Outline, readings: [UnitReading]) {
    self.outline = outline
    self.readings = readings
  }

  mutating func read() {
    for (index, reading) in readings.enumerated() where isSubject(index) {
      for set in reading.sets {
        named[index, default: []].append(found.count)
        found.append(set)
      }
    }
    readSequences()
    readBullets()
    readLostBullets()
    found = found.indices.filter { !told.contains($0) }.map { found[$0] }
    mergeRepeated()
    for index in found.indices { found[index].acronym = acronym(of: found[index]) }
    found.sort { ($0.items[0].unit, $0.items[0].range.lowerBound) < ($1.items[0].unit, $1.items[0].range.lowerBound) }
  }

  /// Running text: no questions, references, objectives or notes.
  private func isSubject(_ unit: Int) -> Bool {
    let unit = outline.units[unit]
    if unit.isNote || unit.callout != nil || unit.role == .cell { return false }
    return unit.section.map { outline.sections[$0].role == .text } ?? true
  }

  // MARK: Numbers

  private mutating func readSequences() {
    var open: [Key: Sequence] = [:]
    for (index, unit) in outline.units.enumerated() {
      if case .heading(let level) = unit.role {
        // A heading ends what was counted in its own section and deeper ones; not its own sequence.
        for (key, sequence) in open where sequence.isHeadings ? level < sequence.level : level <= sequence.level {
          add(sequence, key)
          open[key] = nil
        }
      }
      guard isSubject(index) else { continue }
      for (key, member) in members(of: index) {
        if member.value == 1 {
          if let finished = open[key] { add(finished, key) }
          let level: Int
          if case .heading(let own) = unit.role {
            level = own
          } else {
            level = unit.section.map { outline.sections[$0].level } ?? 0
          }
          var isHeadings = false
          if case .heading = unit.role { isHeadings = true }
          // Lists in lists have keys of their own: nothing but a heading ends them, so there is a limit to how many wait.
          if open.count >= 1000 {
            for (key, sequence) in open { add(sequence, key) }
            open.removeAll()
          }
          open[key] = Sequence(members: [member], level: level, isHeadings: isHeadings)
        } else if let last = open[key]?.members.last, member.value == last.value + 1 {
          open[key]?.members.append(member)
        } else if let finished = open[key], finished.members.last?.value != member.value {
          add(finished, key)
          open[key] = nil
        }
      }
    }
    for (key, sequence) in open.sorted(by: { $0.value.members[0].unit < $1.value.members[0].unit }) { add(sequence, key) }
  }

  /// The numbered openings of a unit: its own, or those of its lines.
  private func members(of index: Int) -> [(Key, Member)] {
    let unit = outline.units[index]
    let text = unit.passage.text
    let parent = unit.list.flatMap { outline.lists[$0].parent }
    switch unit.role {
    case .heading(let level):
      guard let marker = text.ordinalMarker(at: 0, end: text.count), marker.dress != .latinParen else { return [] }
      let key = Key(dress: .heading(level), list: nil, item: 0, callout: nil)
      return [(key, Member(unit: index, content: text.trimmed(marker.end..<text.count), value: marker.value))]
    case .paragraph:
      var found: [(Key, Member)] = []
      if unit.opensItem, let list = unit.list, case .ordered(let start, let delimiter) = outline.lists[list].marker {
        let key = Key(dress: .list(delimiter), list: parent, item: 0, callout: unit.callout)
        found.append((key, Member(unit: index, content: text.all, value: start + unit.item)))
      }
      let starts = [0] + unit.passage.lineStarts
      for (line, start) in starts.enumerated() {
        let end = line + 1 < starts.count ? starts[line + 1] : text.count
        guard let marker = text.ordinalMarker(at: start, end: end),
          marker.dress != .word || line > 0 || text.scalarCount(start..<end) > 8
        else { continue }
        let prefix = marker.dress == .decimal ? String(marker.printed.reversed().drop { $0 != "." }.reversed()) : ""
        let key = Key(dress: marker.dress, list: unit.list, item: unit.item, callout: unit.callout, prefix: prefix)
        found.append((key, Member(unit: index, content: text.trimmed(marker.end..<end), value: marker.value)))
      }
      return found
    case .cell, .calloutTitle: return []
    }
  }

  private mutating func add(_ sequence: Sequence, _ key: Key) {
    guard sequence.members.count >= 2, let first = sequence.members.first else { return }
    var items: [SetDraft.Item] = []
    for member in sequence.members {
      let unit = outline.units[member.unit]
      let titleEnd = sequence.isHeadings ? member.content.upperBound : boldEnd(unit.passage, from: member.content.lowerBound)
      if let item = unit.passage.text.setItem(unit: member.unit, in: member.content, titleEnd: titleEnd) { items.append(item) }
    }
    guard items.count >= 2, !tellsWhoSaid(items) else { return }
    items = shortened(items)
    // What is counted within one paragraph was read there.
    if items.allSatisfy({ $0.unit == items[0].unit }), outline.units[items[0].unit].passage.lineStarts.isEmpty { return }
    if sequence.isHeadings, !countsHeadings(first.unit, items.count) { return }
    // «5.1 ความนำ» as a paragraph is a heading that was not marked, unless words before it count or lead in to it.
    if case .decimal = key.dress, !isLedTo(first.unit, items.count) { return }
    add(
      items, before: first.unit, at: first.content.lowerBound, rule: sequence.isHeadings ? "list.headings" : "list.numbered",
      certainty: .sure)
  }

  private func isLedTo(_ unit: Int, _ count: Int) -> Bool {
    guard let lead = leadIn(before: unit)?.reading else { return !outline.units[unit].passage.lineStarts.isEmpty }
    return lead.hasCue || lead.count == count
  }

  /// Numbered headings are the chapter's outline, unless they stand under another heading with numbers of their own («1.», not «6.2.1»), or the
  /// words before them count them or lead in to them.
  private func countsHeadings(_ first: Int, _ count: Int) -> Bool {
    if let lead = leadIn(before: first)?.reading, lead.count == count || (lead.hasCue && lead.count == nil) { return true }
    let text = outline.units[first].passage.text
    guard text.ordinalMarker(at: 0, end: text.count)?.dress != .decimal else { return false }
    return outline.units[first].section.flatMap { outline.sections[$0].parent } != nil
  }

  /// The end of a bold opening.
  private func boldEnd(_ passage: Passage, from start: Int) -> Int? {
    for container in passage.containers.prefix(4) where container.kind == .strong {
      // The number may stand inside: «**1. ด้านวิสัยทัศน์** ผู้นำ…».
      let text = passage.text
      let opens = text.skippingSpaces(from: start, to: text.count) == container.range.lowerBound
      let holds =
        container.range.contains(start) && text.ordinalMarker(at: container.range.lowerBound, end: text.count)?.end == start
      if opens || holds { return container.range.upperBound }
    }
    return nil
  }

  // MARK: Bullets

  private mutating func readBullets() {
    for list in outline.lists {
      guard list.marker == .bullet, list.items.count >= 2, let first = list.items.first(where: { !$0.isEmpty })?.lowerBound,
        isSubject(first)
      else { continue }
      let lead = leadIn(before: first)
      let isHeaded = first > 0 && { if case .heading = outline.units[first - 1].role { true } else { false } }()
      var items: [SetDraft.Item] = []
      for range in list.items {
        guard let unit = range.first, outline.units[unit].role == .paragraph else { continue }
        let passage = outline.units[unit].passage
        // «- ก. หลักนิติธรรม»: a letter of its own behind the bullet.
        let start = passage.text.ordinalMarker(at: 0, end: passage.text.count)?.end ?? 0
        let words = passage.text.trimmed(start..<passage.text.count)
        if let item = passage.text.setItem(unit: unit, in: words, titleEnd: boldEnd(passage, from: words.lowerBound)) {
          items.append(item)
        }
      }
      let isLed = lead.map { $0.reading.hasCue || $0.reading.count == items.count } ?? isHeaded
      guard items.count >= 2, !tellsWhoSaid(items), isLed || lead.map({ isTitle($0.unit) }) ?? false else { continue }
      add(items, before: first, at: 0, rule: "list.bullets", certainty: lead == nil || !isLed ? .likely : .sure)
    }
  }

  /// One short run of words before bullets names what they list.
  private func isTitle(_ unit: Int) -> Bool {
    let text = outline.units[unit].passage.text
    let words = text.trimmed(text.all)
    return (6...90).contains(text.scalarCount(words)) && !words.contains { text.spaceLength(at: $0) > 0 }
      && text.isThaiLetter(at: words.lowerBound)
  }

  /// Short paragraphs after «ดังนี้»: a list whose bullets an import lost.
  private mutating func readLostBullets() {
    var index = 0
    while index < outline.units.count {
      defer { index += 1 }
      let unit = outline.units[index]
      guard unit.role == .paragraph, unit.list == nil, isSubject(index), unit.passage.text.endsInListCue() else { continue }
      var items: [SetDraft.Item] = []
      var next = index + 1
      while next < outline.units.count {
        let other = outline.units[next]
        let text = other.passage.text
        guard other.role == .paragraph, other.list == nil, isSubject(next), other.section == unit.section, text.count <= 300,
          text.scalarCount(text.all) <= 90,
          text.ordinalMarker(at: 0, end: text.count) == nil, !text.endsInListCue(),
          let item = text.setItem(unit: next, in: text.all),
          // The first item again is a heading that an import left as a paragraph.
          items.first.map({ title($0) != text.foldedString(item.title) }) ?? true
        else { break }
        items.append(item)
        next += 1
      }
      let reading = unit.passage.text.setLeadIn(unit.passage.text.all)
      guard items.count >= 2, reading.count == nil || reading.count == items.count else { continue }
      add(items, before: index + 1, at: 0, rule: "list.unmarked", certainty: reading.count == nil ? .likely : .sure)
      index = next - 1
    }
  }

  // MARK: What leads in

  private func leadIn(before first: Int) -> (unit: Int, reading: SetLeadIn)? {
    guard first > 0 else { return nil }
    let unit = outline.units[first - 1]
    guard unit.role == .paragraph, isSubject(first - 1) else { return nil }
    // The last paragraph of another list leads in to nothing but its own sub-list.
    if let list = unit.list, let own = outline.units[first].list, list != own, outline.lists[own].parent != list { return nil }
    if unit.list != nil, unit.list == outline.units[first].list || outline.units[first].list == nil { return nil }
    let text = unit.passage.text
    return (first - 1, text.setLeadIn(text.all))
  }

  private mutating func add(_ items: [SetDraft.Item], before first: Int, at start: Int, rule: String, certainty: Certainty) {
    var set = SetDraft(section: outline.units[first].section, isOrdered: false, items: items, rule: rule, certainty: certainty)
    if rule == "list.headings" { set.section = outline.units[first].section.flatMap { outline.sections[$0].parent } }
    var lead = leadIn(before: first)
    // A line of the same paragraph leads in.
    if start > 3, outline.units[first].role == .paragraph,
      let line = outline.units[first].passage.lineStarts.last(where: { $0 <= start }), line > 0
    {
      let text = outline.units[first].passage.text
      lead = (first, text.setLeadIn(0..<line))
    }
    if let lead {
      let text = outline.units[lead.unit].passage.text
      let range = lead.unit == first ? 0..<start : text.all
      set.leadIn = (lead.unit, range)
      set.title = lead.reading.title.map { (lead.unit, $0) }
      set.isGeneric = lead.reading.isGeneric
      set.statedCount = lead.reading.count
      // «พรหมวิหารมีองค์ ๔ คือ»: the number closes the words that lead in.
      if set.statedCount == nil, let number = text.countedLast(in: range), number == items.count { set.statedCount = number }
      // «… 6 หลัก ประกอบด้วย ก ข ค …» counted its own items; fewer that follow are told of, not counted.
      if let stated = set.statedCount, stated != items.count,
        (named[lead.unit] ?? []).contains(where: { found[$0].items.count == stated })
      {
        set.statedCount = nil
        set.certainty = .likely
      }
      set.isOrdered = lead.reading.isOrdered
      let speakers = Speakers(citations: readings[lead.unit].citations, cues: readings[lead.unit].cues)
      set.citation = (speakers.speaker(before: range.upperBound) ?? citationInLead(lead.unit)).map { (lead.unit, $0) }
      // The lead-in names the items itself: one set, named there and told here.
      for index in named[lead.unit] ?? [] where found[index].items.count == items.count && !told.contains(index) {
        let inline = found[index]
        told.insert(index)
        set.title = inline.title ?? set.title
        set.isGeneric = inline.isGeneric
        set.statedCount = inline.statedCount ?? set.statedCount
        set.citation = inline.citation ?? set.citation
      }
    }
    found.append(set)
  }

  /// A citation in brackets near the end of a lead-in: «… 3 ส่วน (อภิชัย พันธเสน, 2539) ได้แก่».
  private func citationInLead(_ unit: Int) -> Int? {
    let citations = readings[unit].citations
    guard let last = citations.indices.last, !citations[last].isSubject else { return nil }
    return outline.units[unit].passage.text.count - citations[last].range.upperBound <= 60 ? last : nil
  }

  // MARK: One set told twice

  /// Drops a set whose items are those of one before it: headings that repeat a list.
  private mutating func mergeRepeated() {
    var kept: [SetDraft] = []
    var byFirst: [String: [Int]] = [:]
    for set in found.sorted(by: {
      ($0.items[0].unit, $0.items[0].range.lowerBound) < ($1.items[0].unit, $1.items[0].range.lowerBound)
    }) {
      let titles = set.items.map(title)
      var isRepeated = false
      for earlier in byFirst[titles[0]] ?? [] where kept[earlier].items.count == titles.count && set.citation == nil {
        let equal = zip(kept[earlier].items.map(title), titles).filter { $0 == $1 }.count
        if equal * 3 >= titles.count * 2 { isRepeated = true }
      }
      if isRepeated { continue }
      byFirst[titles[0], default: []].append(kept.count)
      kept.append(set)
    }
    found = kept
  }

  private func title(_ item: SetDraft.Item) -> String { outline.units[item.unit].passage.text.foldedString(item.title) }

  // MARK: LINK

  /// The word that the first letters of the items' English make, where the words before the set name it.
  private func acronym(of set: SetDraft) -> String? {
    let letters = set.items.compactMap { $0.english?.utf8.first.map { $0 | 0x20 } }
    guard letters.count == set.items.count, letters.count >= 3, let lead = set.leadIn else { return nil }
    let text = outline.units[lead.unit].passage.text
    var i = lead.range.lowerBound
    while i + letters.count <= lead.range.upperBound {
      if text.isLatinLetter(at: i), !text.isLatinLetter(at: i - 1), !text.isLatinLetter(at: i + letters.count),
        (0..<letters.count).allSatisfy({ text.bytes[i + $0] | 0x20 == letters[$0] })
      {
        return text.string(i..<i + letters.count).uppercased()
      }
      i += 1
    }
    return nil
  }
}

extension ReadingText {
  /// The number behind the noun before a cue at the end of a range: «มีองค์ ๔ คือ».
  fileprivate func countedLast(in range: Range<Int>) -> Int? {
    var end = skippingSpaces(before: range.upperBound, from: range.lowerBound)
    guard let cue = countCues.match(self, before: end, from: range.lowerBound) else { return nil }
    end -= cue.length
    return trailingNumber(before: end)?.value
  }

  /// «… ดังนี้», «… ดังต่อไปนี้», «…:»
  func endsInListCue() -> Bool {
    let end = skippingSpaces(before: count, from: 0)
    guard end > 0 else { return false }
    if bytes[end - 1] == 0x3A { return true }
    return listEnds.match(self, before: end, from: 0) != nil
  }
}

/// What stands between a count and the things counted.
let countCueWords = wordList("คือ ได้แก่ ดังนี้ ดังต่อไปนี้ ประกอบด้วย :")
private let countCues = SuffixTable(countCueWords)
private let listEnds = SuffixTable(wordList("ดังนี้ ดังต่อไปนี้ ต่อไปนี้ ได้แก่ ดังนี้คือ ประกอบด้วย"))

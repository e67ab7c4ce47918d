// «ชุบ กาญจนประกร กล่าวว่า การบริหาร หมายถึง …»: whose words they are, where no year makes a citation of the name.
extension DefinitionRecogniser {
  /// «Peter F. Drucker : คือ ศิลปะในการทำงาน …»: a name, a colon, and what its bearer takes the word of the heading to mean.
  mutating func readNamedBeforeColon() {
    guard let cue = cues.first(where: { $0.kind == .is || $0.kind == .means }), cue.start <= 200,
      speakers.count(upTo: cue.start) == 0
    else { return }
    let colon = text.skippingSpaces(before: cue.start, from: 0) - 1
    let start = text.firstWord(markWithin: 24)
    guard colon > start, text.bytes[colon] == UInt8(ascii: ":") else { return }
    let end = text.skippingSpaces(before: colon, from: start)
    guard let list = text.authors(before: end, from: start, allowsSingle: false), list.start == start, !list.isEditor,
      list.names.allSatisfy({ $0.kind == .person && isUndoubted($0) }),
      add(
        term: cue.range, statement: afterMarker(cue.end), marker: text.foldedString(cue.range), cue: cue, isTopical: true,
        rule: "definition.topic", certainty: .likely) != nil
    else { return }
    found[found.count - 1].speaker = text.drafts(of: list)
    found[found.count - 1].passage = start..<text.count
  }

  /// Gives what nobody is cited for to whoever the passage names first and lets speak: «ก ข กล่าวว่า …», «จอร์จ มิลเลอร์ (George Miller) ให้นิยามว่า …»,
  /// «Kotler ได้อธิบายว่า …».
  mutating func nameUndatedSpeakers() {
    guard found.contains(where: { $0.kind == .definition && $0.citation == nil }),
      let verb = cues.first(where: { $0.kind == .said || $0.kind == .frame }),
      let speaker = openingSpeaker(before: verb.start)
    else { return }
    let next = citations.first { $0.isSubject }?.range.lowerBound ?? text.count
    // Up to where the chapter, or somebody else who is only named, speaks.
    let own = cues.first { ($0.kind == .ownVoice || $0.kind == .said) && $0.start > verb.end }?.start ?? text.count
    for index in found.indices
    where found[index].citation == nil && found[index].statement.lowerBound > verb.end
      && found[index].statement.lowerBound < min(next, own)
      && found[index].statement.lowerBound - verb.end <= 450
    {
      found[index].speaker = speaker
      found[index].passage =
        min(found[index].passage.lowerBound, text.skippingSpaces(from: 0, to: verb.start))..<found[index].passage.upperBound
    }
  }

  /// The same within a passage, where the words leave no doubt of whose name it is: «… โดยธนาคารโลก (World Bank) เห็นว่า ก คือ …»,
  /// «งานของ ชูใจ รักเรียน ได้ให้ความหมายของ ก ไว้ว่า …».
  mutating func nameSpeakersWithin() {
    var floor = 0
    for index in found.indices {
      let draft = found[index]
      defer { floor = max(floor, draft.statement.lowerBound) }
      guard draft.kind == .definition, draft.speaker.isEmpty else { continue }
      // «ก (2546) ได้รวบรวมไว้ดังนี้ เดเนียล วิท (Daniel Wit) นิยามว่า …»: a name in both writings is heard over a citation before it.
      if let citation = draft.citation {
        floor = max(floor, citations[citation].range.upperBound)
        guard floor <= draft.term.lowerBound else { continue }
      }
      // The last verb before the term, and the term said at once.
      let before = cues.partitioningIndex { $0.start >= draft.term.lowerBound }
      let from = max(floor, draft.term.lowerBound - 120)
      guard var verb = cues[..<before].lastIndex(where: { $0.kind == .said || $0.kind == .frame || $0.start < from }),
        cues[verb].start >= from, (0...40).contains(draft.term.lowerBound - cues[verb].end),
        !cues[verb..<before].contains(where: { $0.kind == .ownVoice })
      else { continue }
      // «… กล่าวถึงนิยามของ …»: two verbs in a row.
      while verb > 0, cues[verb - 1].end == cues[verb].start, cues[verb - 1].kind == .frame || cues[verb - 1].kind == .said {
        verb -= 1
      }
      let limit = max(floor, cues[verb].start - 300)
      guard
        let speaker = transliterated(before: withoutParticles(cues[verb].start, from: limit), from: limit)
          ?? (draft.citation == nil ? namedSpeaker(before: cues[verb].start, from: limit) : nil)
      else { continue }
      found[index].citation = nil
      found[index].speaker = speaker.authors
      found[index].passage = min(draft.passage.lowerBound, speaker.start)..<draft.passage.upperBound
    }
  }

  /// An organisation, or a full name with a title («ศ.ดร.») or behind «ของ», directly before a verb.
  private func namedSpeaker(before verb: Int, from floor: Int) -> (authors: [CitationDraft.Author], start: Int)? {
    var end = withoutParticles(verb, from: floor)
    if end > floor, text.bytes[end - 1] == 0x29, let open = text.bytes[floor..<end].lastIndex(of: 0x28) {
      end = text.skippingSpaces(before: open, from: floor)
    }
    guard end > floor, let list = text.authors(before: end, from: floor, allowsSingle: false), list.names.count == 1,
      !list.isEditor,
      let name = list.names.first
    else { return nil }
    if name.kind == .organisation {
      return name.isThai && !text.isDigit(before: name.name.upperBound) ? (text.drafts(of: list), list.start) : nil
    }
    let before = text.skippingSpaces(before: list.start, from: floor)
    guard name.isFull, name.honorific != nil || isUndoubted(name) && text.hasSuffix("ของ", before: before, from: floor) else {
      return nil
    }
    return (text.drafts(of: list), list.start)
  }

  /// «จอร์จ เอ มิลเลอร์ (George A. Miller)» at `end`: the name in Latin, as citations are, and what stands in Thai between it and `start`.
  private func bracketed(before end: Int, from start: Int) -> (latin: AuthorList, spoken: Range<Int>)? {
    guard end > start, text.bytes[end - 1] == 0x29, let open = text.bytes[start..<end].lastIndex(of: 0x28) else { return nil }
    let spoken = text.trimmed(start..<open)
    guard (4...60).contains(text.scalarCount(spoken)),
      text.looksLikeThaiName(text.token(endingAt: spoken.upperBound, from: start)),
      let latin = text.authors(before: end - 1, from: open + 1, allowsSingle: true),
      latin.start == text.skippingSpaces(from: open + 1, to: end),
      latin.names.count == 1, latin.names.allSatisfy({ !$0.isThai })
    else { return nil }
    return (latin, spoken)
  }

  /// The same within a passage: a full name, and the last word of Thai before it sounds like its last.
  private func transliterated(before end: Int, from floor: Int) -> (authors: [CitationDraft.Author], start: Int)? {
    guard let open = text.bytes[floor..<max(floor, end)].lastIndex(of: 0x28) else { return nil }
    let family = text.token(endingAt: text.skippingSpaces(before: open, from: floor), from: floor)
    let given = text.token(endingAt: text.skippingSpaces(before: family.lowerBound, from: floor), from: floor)
    guard !family.isEmpty, !given.isEmpty, let (latin, _) = bracketed(before: end, from: given.lowerBound),
      let name = latin.names.first,
      name.kind == .person, name.isFull,
      text.soundsLike(thai: family, latin: text.token(endingAt: name.name.upperBound, from: name.name.lowerBound))
    else { return nil }
    return (text.drafts(of: latin), given.lowerBound)
  }

  /// Latin letters, or a full name of Thai without a word that is more often something else.
  private func isUndoubted(_ name: ReadName) -> Bool {
    !name.isThai
      || name.isFull && !text.startsDoubtfulWord(at: name.name.lowerBound, end: name.name.upperBound)
        && !text.holdsCommonWord(name.name)
  }

  /// Before «ได้», «ยัง» and the like, which stand between a name and its verb.
  private func withoutParticles(_ verb: Int, from start: Int) -> Int {
    var end = text.skippingSpaces(before: verb, from: start)
    while let particle = particles.match(text, before: end, from: start), end - particle.length > start {
      end = text.skippingSpaces(before: end - particle.length, from: start)
    }
    return end
  }

  /// Whether the passage begins with somebody without a year who is the subject of a verb at `verb`.
  func opensWithSpeaker(before verb: Int) -> Bool { openingSpeaker(before: verb) != nil }

  /// The same, or a name in both writings directly before the verb.
  func namesSpeaker(before verb: Int) -> Bool {
    let floor = max(speakers.floor(before: verb), verb - 300)
    return opensWithSpeaker(before: verb) || transliterated(before: withoutParticles(verb, from: floor), from: floor) != nil
  }

  private func openingSpeaker(before verb: Int) -> [CitationDraft.Author]? {
    verb <= 200 && speakers.count(upTo: verb) == 0 ? undatedSpeaker(before: verb) : nil
  }

  /// The name that is all that stands before a verb, a number of its item apart.
  private func undatedSpeaker(before verb: Int) -> [CitationDraft.Author]? {
    let start = min(text.firstWord(markWithin: 24), verb)
    let end = withoutParticles(verb, from: start)
    guard end > start else { return nil }
    if let (latin, spoken) = bracketed(before: end, from: start) {
      guard let name = latin.names.first,
        name.kind == .organisation
          ? text.startsOrganisation(at: spoken.lowerBound, end: spoken.upperBound)
          // «เบส (Best)»: one word, where the Thai one sounds like it.
          : name.isFull || text.soundsLike(thai: text.token(endingAt: spoken.upperBound, from: start), latin: name.name)
      else { return nil }
      return text.drafts(of: latin)
    }
    guard let list = text.authors(before: end, from: start, allowsSingle: false), list.start == start, !list.isEditor,
      list.names.allSatisfy({ $0.kind == .organisation || isUndoubted($0) })
    else { return nil }
    return text.drafts(of: list)
  }
}

private let particles = SuffixTable(wordList("ได้ ยัง ก็ จึง เคย ยังได้ ก็ได้ และคณะ"))

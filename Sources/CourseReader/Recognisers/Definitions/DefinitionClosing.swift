import CourseModel

// What can be said of definitions only when all of a passage have been read: where each ends, whose it is, and of what.
extension DefinitionRecogniser {
  /// Ends each statement, and gives one that nobody says to the citation in brackets that closes it.
  mutating func closeStatements() {
    // What something is in this place belongs to the statement it stands in; a further definition ends it.
    let definitions = found.filter { $0.kind == .definition && ($0.rule != Self.apposition || $0.marker == "ได้แก่") }
    let starts = definitions.map { definition in
      let start =
        definition.isTopical ? definition.passage.lowerBound : min(definition.term.lowerBound, definition.statement.lowerBound)
      // The statement of an anaphor begins behind its term: «คำนี้หมายถึง …».
      let words = definition.statement.lowerBound - start > 600 ? definition.statement.lowerBound : start
      return text.startOfSpeech(before: text.startOfClause(before: text.quotationMark(before: words)))
    }
    var nextStart = 0
    var kept: [DefinitionDraft] = []
    for var draft in found {
      let from = draft.statement.lowerBound
      var next = speakers.count(upTo: from)
      // A citation's clause can begin before its name.
      while next > 0, citationStops[next - 1] > from { next -= 1 }
      if draft.statement.upperBound == text.count {
        var stop = text.count
        while next < citations.count, citationStops[next] <= from { next += 1 }
        if next < citations.count { stop = citationStops[next] }
        while nextStart < starts.count, starts[nextStart] <= from { nextStart += 1 }
        if nextStart < starts.count { stop = min(stop, starts[nextStart]) }
        draft.statement = from..<max(from, text.endOfStatement(from: from, limit: stop, term: draft.isTopical ? nil : draft.term))
        draft.passage = min(draft.passage.lowerBound, from)..<draft.statement.upperBound
      }
      if draft.speaker.isEmpty, draft.citation.map({ isFar($0, from: draft) }) ?? true,
        let closing = speakers.closing(after: draft.statement.upperBound, in: text)
      {
        draft.citation = closing
        draft.passage = draft.passage.lowerBound..<citations[closing].range.upperBound
      }
      if draft.certainty == .sure, text.mayRunOn(draft.statement) {
        draft.certainty = .likely
        draft.mayRunOn = true
      }
      // «ก หมายถึง ความรู้สึกที่มีต่องาน คือ รู้สึกชอบ …»: what the statement begins with is said again, and defines nothing further.
      let place = kept.partitioningIndex { $0.statement.lowerBound >= draft.term.lowerBound }
      let isSaidAgain =
        draft.rule == "definition.is" && place < kept.count && kept[place].statement.lowerBound == draft.term.lowerBound
        && kept[place].statement.upperBound >= draft.statement.upperBound
      if text.scalarCount(draft.statement) >= 6, !isSaidAgain, !text.asks(draft.statement) { kept.append(draft) }
    }
    found = kept
  }

  /// Somebody who spoke sentences ago, where another citation closes the statement.
  private func isFar(_ citation: Int, from draft: DefinitionDraft) -> Bool {
    citations[citation].range.upperBound + 150 < draft.term.lowerBound
  }

  /// Gives each statement that names no term the topic named last before it in the passage: by a sentence that says several people defined it,
  /// by a definition of it, by the word the passage opens with.
  mutating func supplyTopics() {
    var next = 0
    var defined: Range<Int>?
    lazy var subject = openingSubject()
    for index in found.indices {
      while next < topics.count, topics[next].upperBound <= found[index].statement.lowerBound { next += 1 }
      guard found[index].isTopical else {
        if found[index].kind == .definition { defined = found[index].term }
        continue
      }
      guard let topic = (next > 0 ? topics[next - 1] : nil) ?? defined ?? subject,
        topic.upperBound <= found[index].statement.lowerBound
      else { continue }
      found[index].term = topic
      found[index].isTopical = false
    }
  }

  /// What the passage opens with, set off by English, quotation marks or «คำว่า».
  private func openingSubject() -> Range<Int>? {
    if let pair = pairs.first, pair.term.lowerBound <= 24 { return pair.term }
    guard let cue = cues.first(where: { $0.kind == .word }), cue.start <= 24 else { return nil }
    let start = text.skippingSpaces(from: cue.end, to: text.count)
    if let quoted = text.quotation(startingAt: start) { return quoted.inside }
    let word = wordAlone(at: start, limit: text.count)
    return (3...50).contains(text.scalarCount(word)) ? word : nil
  }
}

extension ReadingText {
  /// «… นักวิชาการได้ให้ความหมายอย่างไรบ้าง»: a question, no meaning.
  fileprivate func asks(_ range: Range<Int>) -> Bool {
    questions.match(self, before: range.upperBound, from: range.lowerBound) != nil
  }
}

private let questions = SuffixTable(wordList("อย่างไรบ้าง อะไรบ้าง ว่าอย่างไร คืออะไร หมายถึงอะไร"))

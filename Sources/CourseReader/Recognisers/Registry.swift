import CourseModel

/// A reader of one passage: sees what the readers before it found there.
struct PassageRecogniser: Sendable {
  var name: String
  var read: @Sendable (_ passage: Passage, _ unit: Int, _ reading: inout UnitReading) -> Void
}

/// The readers of passages, in the order they are asked. A new kind of record is a file and a line here.
let passageRecognisers: [PassageRecogniser] = [
  PassageRecogniser(name: "citation") { passage, _, reading in
    var recogniser = CitationRecogniser(text: passage.text, cues: reading.cues, isClosed: passage.isClosed)
    recogniser.read()
    reading.citations = recogniser.found
    reading.unread = recogniser.unread
  },
  PassageRecogniser(name: "citation.explicit") { passage, _, reading in readExplicitCitations(passage, into: &reading) },
  PassageRecogniser(name: "concept") { passage, _, reading in
    var recogniser = TermPairRecogniser(text: passage.text, cues: reading.cues, isClosed: passage.isClosed)
    recogniser.read()
    // «สหพันธ์เกษตรอินทรีย์นานาชาติ (IFOAM) (2551)» names who is cited.
    let citations = reading.citations
    reading.pairs = citations.isEmpty ? recogniser.found : recogniser.found.filter { !citations.overlap($0.range) }
  },
  PassageRecogniser(name: "definition") { passage, _, reading in
    var recogniser = DefinitionRecogniser(
      text: passage.text, cues: reading.cues, citations: reading.citations, pairs: reading.pairs, isClosed: passage.isClosed)
    recogniser.read()
    reading.definitions = recogniser.found
    reading.topics = recogniser.topics
  },
  PassageRecogniser(name: "list") { passage, unit, reading in
    var recogniser = InlineSetRecogniser(
      text: passage.text, cues: reading.cues, citations: reading.citations, unit: unit, lineStarts: passage.lineStarts,
      isClosed: passage.isClosed)
    recogniser.read()
    // «ได้แก่ ความปรารถนาที่จะทำ … แข่งขัน … และสบายใจ …» said what a term means.
    let meanings = Set(reading.definitions.lazy.filter { $0.rule == "definition.comprises" }.map(\.statement.lowerBound))
    reading.sets =
      meanings.isEmpty
      ? recogniser.found
      : recogniser.found.filter { set in
        !(set.statedCount == nil && set.items.first.map { meanings.contains($0.range.lowerBound) } ?? false)
      }
    // «… ให้ความหมายของสังคหวัตถุว่า ธรรมเครื่องยึดเหนี่ยวใจ ประกอบด้วย ทาน …»: what is defined has these parts.
    for definition in reading.definitions where definition.kind == .definition {
      for index in reading.sets.indices where reading.sets[index].title?.range.lowerBound == definition.statement.lowerBound {
        reading.sets[index].title = (definition.termUnit ?? unit, definition.term)
        reading.sets[index].isGeneric = false
      }
    }
  },
]

extension [CitationDraft] {
  /// Whether a citation stands in the range. They are in source order: O(log citations).
  fileprivate func overlap(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].range.lowerBound < range.upperBound
  }
}

/// `[@key]`: each key of a bracket a citation of its own, among the others in source order.
private func readExplicitCitations(_ passage: Passage, into reading: inout UnitReading) {
  guard !passage.keys.isEmpty else { return }
  for cited in passage.keys where !passage.isClosed(cited.range) {
    for key in cited.keys {
      var draft = CitationDraft(
        form: .explicit, range: cited.range, authors: [], year: nil, locator: key.locator.isEmpty ? nil : key.locator,
        rule: "citation.explicit",
        certainty: .marked)
      draft.key = key.key
      // One key owns its bracket; of several each owns its own words.
      if cited.keys.count > 1 { draft.keyRange = key.range }
      reading.citations.append(draft)
    }
  }
  reading.citations.sort { $0.range.lowerBound < $1.range.lowerBound }
}

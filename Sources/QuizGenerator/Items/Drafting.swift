import CourseModel
import Diagnostics
import ThaiText

/// An option before it is one: what it says and what is said of it afterwards.
///
/// Feedback is worded only for what is chosen: most candidates are not.
struct Distractor {
  let text: String
  let feedback: () -> String

  init(text: String, feedback: @autoclosure @escaping () -> String) {
    self.text = text
    self.feedback = feedback
  }
}

/// What all item writers share: wording, identifiers, options.
extension ChapterFacts {
  func say(_ thai: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    language == .thai ? thai() : english()
  }

  /// “…”, with quotes inside made single.
  func quoted(_ text: String) -> String {
    guard text.holds("“") || text.holds("”") else { return "“" + text + "”" }
    var bytes = Array(text.utf8)
    var i = 0
    while i + 2 < bytes.count {
      if bytes[i] == 0xE2, bytes[i + 1] == 0x80, bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D { bytes[i + 2] -= 4 }
      i += 1
    }
    return "“" + String(decoding: bytes, as: UTF8.self) + "”"
  }

  func record(of fact: Fact) -> RecordID {
    switch fact {
    case .definition(let i): return .definition(definitions[i].record.id)
    case .term(let i): return .concept(terms[i].record.id)
    case .set(let i): return .enumeration(sets[i].record.id)
    case .source(let i): return .citation(sources[i].record.id)
    case .figure(let i): return .figure(figures[i].record.id)
    }
  }

  func pool(of fact: Fact) -> QuizPool {
    switch fact {
    case .definition(let i): return definitions[i].pool
    case .term(let i): return terms[i].pool
    case .set(let i): return sets[i].pool
    case .source(let i): return sources[i].pool
    case .figure(let i): return figures[i].pool
    }
  }

  func section(of fact: Fact) -> SectionID? {
    switch fact {
    case .definition(let i): return definitions[i].record.section
    case .term(let i): return terms[i].record.sections.first
    case .set(let i): return sets[i].record.section
    case .source(let i): return sources[i].record.section
    case .figure(let i): return figures[i].record.section
    }
  }

  func concept(of fact: Fact) -> ConceptID? {
    switch fact {
    case .definition(let i): return definitions[i].record.concept
    case .term(let i): return terms[i].record.id
    case .set(let i): return sets[i].record.concept
    case .source, .figure: return nil
    }
  }

  /// The record's own words, quoted after the explanation.
  func passage(of fact: Fact) -> QuizItem.Passage {
    switch fact {
    case .definition(let i):
      let record = definitions[i].record
      return QuizItem.Passage(text: record.statement, record: .definition(record.id), span: record.passage)
    case .term(let i):
      let record = terms[i].record
      return QuizItem.Passage(
        text: "\(record.term) (\(terms[i].english))", record: .concept(record.id), span: record.evidence.span)
    case .set(let i):
      let record = sets[i].record
      return QuizItem.Passage(text: words(of: record), record: .enumeration(record.id), span: record.passage)
    case .source(let i):
      let record = sources[i].record
      return QuizItem.Passage(text: record.text, record: .citation(record.id), span: record.evidence.span)
    case .figure(let i):
      let record = figures[i].record
      let number = record.number.map { say("แผนภาพที่ \($0) ", "Figure \($0) ") } ?? ""
      return QuizItem.Passage(text: number + record.title, record: .figure(record.id), span: record.evidence.span)
    }
  }

  /// A set as it is counted out: its title, and each item on a line.
  private func words(of set: Enumeration) -> String {
    var out = set.title
    for (i, item) in set.items.enumerated() {
      out += "\n\(i + 1). \(item.title)"
      if let english = item.english { out += " (\(english))" }
    }
    return out
  }

  /// An item about `fact`; `distinct` tells items of one kind about one record apart.
  func item(
    _ kind: String, about fact: Fact, distinct: String = "", also: [Fact] = [], level: CognitiveLevel, difficulty: Double,
    stem: String, emphasis: [String] = [], _ interaction: Interaction, explanation: String, passage: QuizItem.Passage? = nil
  ) -> QuizItem {
    let concept = concept(of: fact)
    return QuizItem(
      id: identifier(kind, fact, distinct), kind: kind, pool: pool(of: fact), level: level, difficulty: difficulty, stem: stem,
      emphasis: emphasis, interaction: interaction, explanation: explanation, passage: passage ?? self.passage(of: fact),
      records: [record(of: fact)] + also.map { record(of: $0) }, chapter: chapter.id, section: section(of: fact), concept: concept,
      tags: [kind, level.rawValue])
  }

  /// False for what shows nothing: empty text, spaces, marks without a letter.
  static func isReadable(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  func identifier(_ kind: String, _ fact: Fact, _ distinct: String = "") -> String {
    let base = "\(kind).\(record(of: fact).text)"
    return distinct.isEmpty ? base : "\(base).\(distinct)"
  }

  /// The key among `distractors` (best first, at most three taken), in an order fixed by the item's identifier.
  ///
  /// nil when fewer than two distractors are left after those that read like the key, or when only the key takes up the
  /// stem's words.
  func choice(
    _ id: String, stem: String, key: String, why: @autoclosure () -> String, _ distractors: [Distractor],
    atLeast least: Int = 2
  ) -> Interaction? {
    guard let chosen = hiding(key, stem: stem, distractors, atLeast: least) else { return nil }
    var options = [Interaction.Option(text: key, isKey: true, feedback: why())]
    options += chosen.map { Interaction.Option(text: $0.text, isKey: false, feedback: $0.feedback()) }
    return .choice(options: StableOrder.shuffled(options, seed: StableOrder.hash(id)), isMultiple: false, isFixedOrder: false)
  }

  /// The best of `distractors`, at most three, among which the key is found by knowing it alone; nil when there are too few.
  func hiding(_ key: String, stem: String, _ distractors: [Distractor], atLeast least: Int = 2) -> [Distractor]? {
    var chosen: [Distractor] = []
    var seen = [key]
    var left = distractors.prefix(24)
    /// The next that can be read beside those before it: «network» beside «social network» would be an option inside another.
    func next() -> Distractor? {
      while let distractor = left.popFirst() {
        guard Self.isReadable(distractor.text), !seen.contains(where: { Self.isNested(distractor.text, $0) }) else { continue }
        seen.append(distractor.text)
        return distractor
      }
      return nil
    }
    while chosen.count < 3, let distractor = next() { chosen.append(distractor) }
    guard chosen.count >= least, Self.isReadable(key) else { return nil }
    let cover = KeyCover(stem: stem, key: key)
    let shapes = chosen.map { OptionShape($0.text) }
    if cover.holds(beside: shapes) { return chosen }
    // A key that is plainly the longest, or alone repeats the stem, is found without knowing anything: swap the last
    // distractor for one that hides it.
    for _ in 0..<8 {
      guard let candidate = next() else { break }
      let shape = OptionShape(candidate.text)
      for place in chosen.indices.reversed() {
        var trial = shapes
        trial[place] = shape
        guard cover.holds(beside: trial) else { continue }
        chosen[place] = candidate
        return chosen
      }
    }
    return nil
  }
}

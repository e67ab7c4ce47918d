import CourseModel
import ThaiText

/// Finds the concept whose meaning a question asks for: «จงอธิบายความหมายของการมีส่วนร่วม», «ทุนมนุษย์คืออะไร». Its definitions answer such a
/// question before any heading that fits does, and answer one that no heading fits when it only names the concept.
///
/// Made once a course, linear in its concepts; a question then costs its own length.
struct AskedConcepts {
  private let matcher: TermMatcher
  private let concepts: [ConceptID]

  /// Only concepts that somebody defines can answer.
  init(_ concepts: [Concept], definitions: [Definition]) {
    let defined = Set(definitions.lazy.filter { $0.kind == .definition }.map(\.concept))
    var terms: [String] = []
    var owners: [ConceptID] = []
    for concept in concepts where defined.contains(concept.id) {
      for name in [concept.term] + concept.aliases + concept.english where name.utf8.count >= 4 {
        terms.append(name)
        owners.append(concept.id)
      }
    }
    matcher = TermMatcher(terms)
    self.concepts = owners
  }

  /// `answers` with the concept asked for: in front with most of the weight where its meaning is asked, alone where nothing else answers.
  func adding(to answers: [Question.Answer], for question: String) -> [Question.Answer] {
    guard !matcher.isEmpty else { return answers }
    let text = ReadingText(normalised(question))
    let named = matcher.matches(in: text.bytes)
    if let match = named.first(where: { asksMeaning(text, of: $0.range) }) {
      let concept = Question.Answer(record: .concept(concepts[match.term]), weight: answers.isEmpty ? 1 : Self.share)
      return [concept] + answers.map { Question.Answer(record: $0.record, weight: $0.weight * (1 - Self.share)) }
    }
    guard answers.isEmpty, let match = named.first else { return answers }
    return [Question.Answer(record: .concept(concepts[match.term]), weight: 1)]
  }

  /// How much of the answer the definitions are, where headings and sets fit too.
  private static let share = 0.6

  /// «ความหมายของ X», «นิยามคำว่า X» just before the term, or «X คืออะไร», «X หมายถึงอะไร» with the term the first thing said.
  private func asksMeaning(_ text: ReadingText, of term: Range<Int>) -> Bool {
    var before = text.skippingSpaces(before: term.lowerBound, from: 0)
    while before > 0, text.hasSuffix("“", before: before) || text.hasSuffix("\"", before: before) {
      before = text.skippingSpaces(before: text.before(before), from: 0)
    }
    while let link = links.match(text, before: before, from: 0) {
      before = text.skippingSpaces(before: before - link.length, from: 0)
    }
    if meanings.match(text, before: before, from: 0) != nil { return true }
    guard isOpening(text, 0..<before) else { return false }
    var after = text.skippingSpaces(from: term.upperBound, to: text.count)
    while text.hasPrefix("”", at: after) || text.hasPrefix("\"", at: after) { after = text.after(after) }
    return asking.match(text, at: text.skippingSpaces(from: after, to: text.count), end: text.count) != nil
  }

  /// Nothing but words that open a question.
  private func isOpening(_ text: ReadingText, _ range: Range<Int>) -> Bool {
    var i = text.skippingSpaces(from: range.lowerBound, to: range.upperBound)
    while i < range.upperBound {
      guard let word = openings.match(text, at: i, end: range.upperBound) else { return false }
      i = text.skippingSpaces(from: i + word.length, to: range.upperBound)
    }
    return true
  }
}

private let meanings = SuffixTable(
  wordList(
    """
    ความหมาย คำจำกัดความ คำนิยาม นิยาม นิยามศัพท์ คำอธิบาย ความหมายและความสำคัญ ความหมายและลักษณะ ความหมายและองค์ประกอบ ความหมาย_ความสำคัญ
    ความหมายและขอบเขต ความหมายและประเภท definition meaning define
    """))

private let links = SuffixTable(wordList("ของ คำว่า ของคำว่า เกี่ยวกับ แห่ง ที่มีต่อ แนวคิดเรื่อง เรื่อง of the"))

private let asking = PhraseTable(
  wordList("คืออะไร หมายถึงอะไร หมายความว่าอย่างไร หมายถึงสิ่งใด คือสิ่งใด มีความหมายว่าอย่างไร มีความหมายอย่างไร มีความหมายว่า คือ_อะไร หมายถึง_อะไร")
)

private let openings = PhraseTable(
  wordList("จง ให้ นักศึกษา นิสิต ผู้เรียน ท่าน อธิบาย อภิปราย บอก ระบุ ว่า คำว่า สรุป ตอบ ข้อ 1 2 3 4 5 6 7 8 9 0 . ) “ \" :"))

import CourseModel

/// Matches Thai terms with their English ones; two English terms stay over.
struct MatchedTerms: GroupWriter {
  let kind = "matched-terms"
  let size = 4...5
  let parts: Range<UInt64> = 0..<4

  func accepts(_ fact: Fact, in facts: ChapterFacts) -> Bool {
    if case .term = fact { return true }
    return false
  }

  func item(about group: [Fact], in facts: ChapterFacts) -> QuizItem? {
    var pairs: [Interaction.Pair] = []
    var chosen: [Fact] = []
    for fact in group {
      guard case .term(let i) = fact else { continue }
      let term = facts.terms[i]
      let isAmbiguous = chosen.contains { other in
        guard case .term(let j) = other else { return false }
        return facts.terms[j].kin.isRelated(to: term.kin)
          || facts.terms[j].lowerEnglish == term.lowerEnglish
      }
      if isAmbiguous || !ChapterFacts.isReadable(term.record.term) || !ChapterFacts.isReadable(term.english) { continue }
      chosen.append(fact)
      pairs.append(Interaction.Pair(left: term.record.term, right: term.english))
    }
    guard pairs.count >= size.lowerBound, let first = chosen.first, case .term(let i) = first else { return nil }
    let used = Set(pairs.map { $0.right.lowercased() })
    let extra = facts.otherPairs(than: i, lengthOf: \.english).filter { other in
      !used.contains(other.lowerEnglish)
        && !chosen.contains { fact in
          guard case .term(let j) = fact else { return false }
          return facts.terms[j].kin.isRelated(to: other.kin)
        }
    }
    return facts.item(
      kind, about: first, distinct: facts.digest(of: chosen), also: Array(chosen.dropFirst()), level: .remember, difficulty: 0.65,
      stem: facts.say("จงจับคู่คำไทยกับคำภาษาอังกฤษที่บทเรียนใช้คู่กัน", "Match each term with its English name."),
      .match(pairs: pairs, extra: extra.first.map { [$0.english] } ?? []),
      explanation: facts.say(
        "คู่ที่ถูกต้องคือ \(pairs.map { "\($0.left) (\($0.right))" }.joined(separator: ", ")) ตัวอย่างข้อความในบทเรียน",
        "The pairs are \(pairs.map { "\($0.left) (\($0.right))" }.joined(separator: ", ")); from the chapter:"))
  }
}

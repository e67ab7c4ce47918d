import CourseModel

@testable import QuizGenerator

/// An item as an examiner reads it, for messages and for reading a sample aloud.
func readable(_ item: QuizItem) -> String {
  var out = "\n[\(item.pool) \(item.kind) \(item.level)] \(item.id)\n\(item.stem)\n"
  switch item.interaction {
  case .choice(let options, _, _):
    for (letter, option) in zip(["ก", "ข", "ค", "ง", "จ"], options) {
      out += " \(option.isKey ? "*" : " ")\(letter). \(option.text)   ⟨\(option.feedback)⟩\n"
    }
  case .trueFalse(let isTrue, let correction): out += "  \(isTrue) \(correction)\n"
  case .match(let pairs, let extra):
    for pair in pairs { out += "  \(pair.left) = \(pair.right)\n" }
    out += "  + \(extra)\n"
  case .order(let steps): out += "  \(steps)\n"
  case .shortAnswer(let accepted): out += "  = \(accepted)\n"
  case .gaps(let text, let gaps):
    for (i, piece) in text.enumerated() {
      out += i == 0 ? "  \(piece)" : "\(piece)"
      if i < gaps.count { out += "[\(gaps[i].accepted) / \(gaps[i].distractors)]" }
    }
    out += "\n"
  case .essay(let essay):
    for point in essay.outline { out += "  • \(point.text)\n" + point.details.map { "      - \($0)\n" }.joined() }
    out += "  \(essay.rubric.map { "\($0.criterion) (\($0.points))" })\n  \(essay.prompts)\n"
  }
  return out + " » \(item.explanation) | \(item.passage?.text ?? "-")\n"
}

extension Interaction {
  var options: [Option] {
    if case .choice(let options, _, _) = self { return options }
    return []
  }
  var key: String? { options.first { $0.isKey }?.text }
  var distractors: [Option] { options.filter { !$0.isKey } }
}

extension QuizBank {
  func items(_ kind: String) -> [QuizItem] { items.filter { $0.kind == kind } }
  func item(_ id: String) -> QuizItem? { items.first { $0.id == id } }
}

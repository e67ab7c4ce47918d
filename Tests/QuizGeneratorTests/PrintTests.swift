import CourseModel
import Testing
import Foundation
@testable import QuizGenerator

@Test func printAll() {
  let (bank, diagnostics) = generateQuiz(networkCourse)
  for item in bank.items { print(show(item)) }
  for c in bank.categories { print("##", c.id, c.title, c.items.count, c.items.joined(separator: " ")) }
  print(diagnostics.map(\.message.thai))
  print(Dictionary(grouping: bank.items, by: \.kind).mapValues(\.count), bank.items.count)
}

func show(_ item: QuizItem) -> String {
  var out = "\n[\(item.pool) \(item.kind) \(item.level)] \(item.id)\n\(item.stem)\n"
  switch item.interaction {
  case .choice(let options, _, _):
    for (l, o) in zip(["ก","ข","ค","ง","จ"], options) { out += " \(o.isKey ? "*" : " ")\(l). \(o.text)   ⟨\(o.feedback)⟩\n" }
  case .trueFalse(let t, let c): out += " \(t)  \(c)\n"
  case .match(let pairs, let extra): for p in pairs { out += "  \(p.left) = \(p.right)\n" }; out += "  + \(extra)\n"
  case .order(let o): out += "  \(o)\n"
  case .shortAnswer(let a): out += "  = \(a)\n"
  case .gaps(let t, let g): out += "  \(t[0])[\(g[0].accepted) / \(g[0].distractors)]\(t[1])\n"
  case .essay(let e): out += e.outline.map { "  • \($0.text)\n" + $0.details.map { "      - \($0)\n" }.joined() }.joined(); out += "  \(e.rubric)\n  \(e.prompts)\n"
  }
  out += " » \(item.explanation) | \(item.passage?.text.prefix(100) ?? "-")\n"
  return out
}

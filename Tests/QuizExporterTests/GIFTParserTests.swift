import CourseModel
import Foundation
import Testing

@testable import QuizExporter

/// What `pygiftparser`, a GIFT parser by others, made of a file.
private struct Parsed {
  struct Question {
    let kind: String
    let stem: String
    /// Answers with what each is worth, in the file's order.
    let answers: [(text: String, fraction: Double, feedback: String)]
    let isValid: Bool
  }
  var questions: [String: Question] = [:]
  var count = 0

  init(_ bank: QuizBank) throws {
    let python = try #require(RealReader.python(with: "pygiftparser"))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".gift")
    try Data(GIFT().write(bank, .init()).bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try #require(RealReader.run([python, "-c", Self.script, file.path]))
    try #require(outcome.status == 0, "\(outcome.output.suffix(1500))")
    for line in outcome.output.split(separator: "\n") where line.hasPrefix("{") {
      let json = try JSONValue(Array(line.utf8))
      count += 1
      questions[json["id"]?.string ?? ""] = Question(
        kind: json["kind"]?.string ?? "", stem: plain(json["stem"]?.string ?? ""),
        answers: (json["answers"]?.array ?? []).map {
          (plain($0["text"]?.string ?? ""), $0["fraction"]?.number ?? -1, plain($0["feedback"]?.string ?? ""))
        }, isValid: json["valid"]?.number == 1)
    }
  }

  private static let script = #"""
    import json, re, sys
    from pygiftparser import parser
    def words(text):
        return re.sub(r"\\(.)", r"\1", text)
    for q in parser.parseFile(open(sys.argv[1], encoding="utf-8", newline="\n")):
        found = re.search(r"\[id:([^\]]*)\]", q.full)
        given = q.answers
        answers = [
            {"text": words((a.question + " -> " + a.answer) if a.isMatching else a.answer), "fraction": a.fraction, "feedback": words(a.feedback)}
            for a in getattr(given, "answers", [])
        ]
        if type(given).__name__ == "TrueFalseSet":
            answers = [{"text": str(given.answer), "fraction": 100, "feedback": ""}]
        print(json.dumps({
            "id": found.group(1) if found else "", "kind": type(given).__name__, "stem": words(q.text), "answers": answers,
            "valid": 1 if q.valid and found else 0}))
    """#
}

/// Text as a reader sees it, spaces and line breaks one space.
private func shown(_ text: String) -> String {
  PlainText.cleaned(text).split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
}

/// Every sign GIFT takes for its own but the braces: this parser takes an escaped `}` for the end of the answers.
private let hurting: [QuizItem] = {
  let text = nastyText.filter { $0 != "{" && $0 != "}" }
  return [
    item(
      "hurt.a", choice([text, "ข " + text, "ค\nบรรทัดใหม่"]), stem: text + "\n\nบรรทัดหลังช่องว่าง", explanation: text, passage: text),
    item("hurt.b", .shortAnswer(accepted: [text, "a\n\nb"]), stem: "$CATEGORY: ก"),
    item(
      "hurt.c",
      .match(
        pairs: [.init(left: "ก " + text, right: "]]>"), .init(left: "::", right: "ข"), .init(left: "//", right: "%50%")],
        extra: ["*:/"])),
    item("hurt.d", .gaps(text: [text, "// =~"], gaps: [.init(accepted: ["a::b"], distractors: ["#", "~c", "d -> e"])])),
    item("hurt.e", .trueFalse(isTrue: false, correction: text), stem: "// " + text),
    item("hurt.f", .order(["=1+1", "@x", "-->"])),
    item(
      "hurt.g",
      .essay(.init(outline: [.init(text: text, details: [text])], rubric: [.init(criterion: text, points: 3)], prompts: [text]))),
  ]
}()

/// Every item arrives once, of its kind, with its options, keys and feedback.
private func expectWhole(_ bank: QuizBank) throws {
  let export = GIFT().write(bank, .init())
  let parsed = try Parsed(bank)
  #expect(parsed.questions.count == export.written && parsed.questions.values.allSatisfy(\.isValid))
  for item in bank.items {
    guard let question = parsed.questions[item.id] else { continue }
    switch item.interaction {
    case .choice(let options, false, _):
      #expect(question.kind == "SelectSet" && question.answers.map(\.text) == options.map { shown($0.text) }, "\(item.id)")
      #expect(question.answers.map { $0.fraction == 100 } == options.map(\.isKey), "\(item.id)")
      #expect(question.answers.map(\.feedback) == options.map { shown($0.feedback) }, "\(item.id)")
      if item.emphasis.isEmpty { #expect(question.stem == shown(item.stem), "\(item.id)") }
    case .choice(let options, true, _):
      #expect(question.answers.map(\.text) == options.map { shown($0.text) }, "\(item.id)")
    case .trueFalse(let isTrue, _):
      #expect(question.kind == "TrueFalseSet" && question.answers.map(\.text) == [isTrue ? "True" : "False"])
    case .match(let pairs, let extra):
      #expect(question.kind == "MatchingSet" && question.answers.count == pairs.count + extra.count, "\(item.id)")
    case .order(let steps): #expect(question.kind == "MatchingSet" && question.answers.count == steps.count, "\(item.id)")
    case .shortAnswer(let accepted):
      #expect(
        question.kind == "ShortSet"
          && question.answers.first?.text == plain(Wildcard.escaped(PlainText.cleaned(accepted[0])).replacing("->", with: "→")),
        "\(item.id)")
    case .gaps(_, let gaps):
      #expect(question.answers.first?.text == shown(gaps[0].accepted[0]), "\(item.id)")
      #expect(
        gaps[0].distractors.isEmpty || question.answers.dropFirst().map(\.text) == gaps[0].distractors.map(shown), "\(item.id)")
    case .essay: #expect(question.kind == "Essay", "\(item.id)")
    }
  }
}

@Test(
  "a GIFT parser by others reads our own bank item for item",
  .enabled(if: RealReader.python(with: "pygiftparser") != nil, "needs a Python with pygiftparser: make packages-test"))
func giftParserReadsOurBank() throws { try expectWhole(ours) }

@Test(
  "a GIFT parser by others reads text that hurts item for item",
  .enabled(if: RealReader.python(with: "pygiftparser") != nil, "needs a Python with pygiftparser: make packages-test"))
func giftParserReadsTextThatHurts() throws {
  try expectWhole(bank(everyInteraction.filter { $0.id != "nasty.a" } + hurting + monstrous.prefix(1)))
}

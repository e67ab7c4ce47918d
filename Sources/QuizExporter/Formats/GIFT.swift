import CourseModel
import Diagnostics

/// Moodle's light text format. Most systems read a part of it.
///
/// A blank line ends a question, so text is put on one line with `\n` for breaks; `->` cannot be escaped and is written `→`.
package struct GIFT: QuizFormat {
  package let name = "gift"
  package let fileExtension = "gift"
  package let isText = true

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let shelving = Shelving(bank, labels: labels)
    var out = ""
    var written: Set<String> = []
    var omissions = Omissions()
    var left: Set<String> = []
    let top = options.topCategory.map { [$0] } ?? []
    let shelves = shelving.shelves.map { (top + $0.path, $0.items) } + [(top + [bank.title], shelving.loose)]
    for (path, items) in shelves where !items.isEmpty {
      let titles = path.map { PlainText.oneLine($0).replacing("/", with: "//") }
      out += "$CATEGORY: $course$/top/\(titles.joined(separator: "/"))\n\n"
      for item in items {
        switch question(item, options, labels) {
        case .success(let text):
          written.insert(item.id)
          out += text + "\n"
        case .failure(let reason):
          if left.insert(item.id).inserted { omissions.add(reason.wording) }
        }
      }
    }
    return ExportedQuiz(bytes: Array(out.utf8), written: written.count, omitted: omissions.list)
  }

  struct Unwritable: Error {
    let wording: Wording
  }

  private func question(_ item: QuizItem, _ options: QuizWritingOptions, _ labels: Labels) -> Result<String, Unwritable> {
    guard item.isAnswerable else { return .failure(Unwritable(wording: .notAnswerable)) }
    let answers: String
    var stem = Self.escaped(item.plainStem)
    switch item.interaction {
    case .choice(let choices, let isMultiple, _):
      let keys = choices.filter(\.isKey).count
      guard let share = Fractions.share(of: keys) else { return .failure(Unwritable(wording: .notAnswerable)) }
      let wrong = Fractions.penalty(of: choices.count - keys)
      answers = choices.map { option in
        let mark = isMultiple ? "~%\(option.isKey ? share : wrong)%" : option.isKey ? "=" : "~"
        return "\t\(mark)\(Self.escaped(option.text))\(Self.feedback(option.feedback))\n"
      }.joined()
    case .trueFalse(let isTrue, let correction):
      // The first feedback is for a wrong answer, the second for a right one.
      answers = isTrue ? "\tTRUE\n" : "\tFALSE\(Self.feedback(correction))\n"
    case .match(let pairs, let extra):
      guard pairs.count >= 3 || (pairs.count == 2 && !extra.isEmpty) else { return .failure(Unwritable(wording: .noMatching)) }
      answers =
        pairs.map { "\t=\(Self.escaped($0.left)) -> \(Self.plain($0.right))\n" }.joined()
        + extra.map { "\t= -> \(Self.plain($0))\n" }.joined()
    case .order(let steps):
      guard steps.count >= 3 else { return .failure(Unwritable(wording: .noOrdering)) }
      answers = steps.enumerated().map { "\t=\(Self.escaped(labels.place($0 + 1))) -> \(Self.plain($1))\n" }.joined()
    case .shortAnswer(let accepted):
      answers = TypedAnswers.variants(of: accepted).map { "\t=%100%\(Self.plain(Wildcard.escaped($0)))\n" }.joined()
    case .gaps(let text, let gaps):
      // One gap: the answers stand in the middle of the text. GIFT has no second.
      guard gaps.count == 1 else { return .failure(Unwritable(wording: .noGaps)) }
      stem += "\\n" + Self.escaped(text[0])
      let choices =
        gaps[0].distractors.isEmpty
        ? TypedAnswers.variants(of: gaps[0].accepted).map { "=%100%\(Self.plain(Wildcard.escaped($0)))" }
        : ["=\(Self.escaped(gaps[0].accepted[0]))"] + gaps[0].distractors.map { "~\(Self.escaped($0))" }
      return .success(
        head(item, stem)
          + "{\n\t\(choices.joined(separator: "\n\t"))\n\(general(item, options, labels))} \(Self.escaped(text[1]))\n")
    case .essay: return .success(head(item, stem) + "{\n\(general(item, options, labels))}\n")
    }
    return .success(head(item, stem) + " {\n\(answers)\(general(item, options, labels))}\n")
  }

  private func head(_ item: QuizItem, _ stem: String) -> String {
    let tags = [item.kind, item.level.rawValue, item.pool.rawValue].map { " [tag:\(comment($0))]" }.joined()
    return
      "// [id:\(comment(item.id))]\(tags)\n::\(Self.escaped(PlainText.shortened(PlainText.oneLine(item.stem), to: 120)))::[html]\(stem)"
  }

  /// The explanation with its passage; the model outline for an essay.
  private func general(_ item: QuizItem, _ options: QuizWritingOptions, _ labels: Labels) -> String {
    var html = ItemMarkup(labels: labels, options: options).feedback(item)
    if case .essay(let essay) = item.interaction { html.html(ItemMarkup(labels: labels, options: options).graderNotes(essay)) }
    let text = html.string
    return text.isEmpty ? "" : "\t####\(Self.escapedMarkup(text))\n"
  }

  private static func feedback(_ text: String) -> String { text.isEmpty ? "" : "#" + escaped(text) }

  /// An identifier or tag inside `[…]` of a comment.
  private func comment(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in PlainText.oneLine(text).unicodeScalars { out.append(scalar == "]" ? "-" : scalar) }
    return String(out)
  }

  /// Typed answers and the right side of a pair are compared as they stand: no HTML. `->` would part another pair.
  static func plain(_ text: String) -> String { escapedMarkup(PlainText.oneLine(text)).replacing("->", with: "→") }

  /// Plain text as HTML, then as GIFT.
  static func escaped(_ text: String) -> String {
    var html = ""
    for scalar in PlainText.cleaned(text).unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return escapedMarkup(html.replacing("\n", with: "<br/>"))
  }

  private static func escapedMarkup(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "~", "=", "#", "{", "}", ":", "\\":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\n": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

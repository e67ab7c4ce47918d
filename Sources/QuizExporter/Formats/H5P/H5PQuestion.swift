import CourseModel
import Diagnostics
import Rendering

/// One item as a question of a set, in the library that holds it.
struct H5PQuestion {
  let labels: Labels
  let markup: ItemMarkup

  private enum Shape {
    case multiChoice([Interaction.Option], isMultiple: Bool, isFixed: Bool)
    case trueFalse(Bool, correction: String)
    /// Lines in H5P's own marks: `*answer/other*`.
    case blanks([String])
    case dragText(String, distractors: [String])
    case essay(Interaction.Essay, keywords: [String])
  }

  func reason(against item: QuizItem) -> Wording? {
    if case .failure(let reason) = shape(of: item) { return reason.wording }
    return nil
  }

  func write(_ item: QuizItem, _ json: inout JSONBuffer) {
    guard case .success(let shape) = shape(of: item) else { return }
    let say = H5PWords(language: labels.language)
    json.field("library", library(shape))
    json.field("subContentId", NamedUUID.of(item.id))
    json.object("metadata") { json in
      json.field("contentType", contentType(shape))
      json.field("license", "U")
      json.field("title", PlainText.shortened(PlainText.oneLine(item.plainStem), to: 200))
    }
    json.object("params") { json in
      switch shape {
      case .multiChoice(let options, let isMultiple, let isFixed):
        json.field("question", markup.stem(item).string)
        json.array("answers", options) { json, option in
          json.object { json in
            json.field("text", "<div>" + markup.inline(option.text).string + "</div>")
            json.field("correct", option.isKey)
            json.object("tipsAndFeedback") { $0.field("chosenFeedback", markup.inline(option.feedback).string) }
          }
        }
        json.object("behaviour") { json in
          json.field("type", isMultiple ? "multi" : "single")
          json.field("singlePoint", true)
          json.field("randomAnswers", !isFixed)
          json.field("enableRetry", true)
          json.field("enableSolutionsButton", true)
          json.field("enableCheckButton", true)
          json.field("showSolutionsRequiresInput", true)
          json.field("passPercentage", Int(100))
        }
        json.object("UI") { json in
          json.field("checkAnswerButton", say.check)
          json.field("submitAnswerButton", say.submit)
          json.field("showSolutionButton", say.solution)
          json.field("tryAgainButton", say.retry)
          json.field("correctAnswer", say.rightAnswer)
          json.field("wrongAnswer", say.wrongAnswer)
          json.field("scoreBarLabel", scoreBar)
        }
        overall(item, &json)
      case .trueFalse(let isTrue, let correction):
        json.field("question", markup.stem(item).string)
        json.field("correct", isTrue ? "true" : "false")
        json.object("behaviour") { json in
          json.field("enableRetry", true)
          json.field("enableSolutionsButton", true)
          json.field("enableCheckButton", true)
          json.field("feedbackOnCorrect", explanation(item))
          json.field("feedbackOnWrong", (correction.isEmpty ? "" : markup.inline(correction).string + " ") + explanation(item))
        }
        json.object("l10n") { json in
          json.field("trueText", labels.right)
          json.field("falseText", labels.wrong)
          json.field("checkAnswer", say.check)
          json.field("submitAnswer", say.submit)
          json.field("showSolutionButton", say.solution)
          json.field("tryAgain", say.retry)
          json.field("correctAnswerMessage", say.rightAnswer)
          json.field("wrongAnswerMessage", say.wrongAnswer)
          json.field("scoreBarLabel", scoreBar)
          json.field("score", say.scoreBar)
        }
      case .blanks(let lines):
        json.field("text", markup.stem(item).string)
        json.field("questions", lines.map { "<p>" + markup.inline($0).string + "</p>" })
        json.field("showSolutions", say.solution)
        json.field("tryAgain", say.retry)
        json.field("checkAnswer", say.check)
        json.field("submitAnswer", say.submit)
        json.field("scoreBarLabel", scoreBar)
        json.object("behaviour") { json in
          json.field("enableRetry", true)
          json.field("enableSolutionsButton", true)
          json.field("enableCheckButton", true)
          json.field("caseSensitive", false)
          json.field("showSolutionsRequiresInput", true)
          json.field("acceptSpellingErrors", false)
        }
        overall(item, &json)
      case .dragText(let text, let distractors):
        json.field("taskDescription", markup.stem(item).string)
        json.field("textField", text)
        json.field("distractors", distractors.map { "*\($0)*" }.joined(separator: " "))
        json.field("checkAnswer", say.check)
        json.field("submitAnswer", say.submit)
        json.field("tryAgain", say.retry)
        json.field("showSolution", say.solution)
        json.field("scoreBarLabel", scoreBar)
        json.object("behaviour") { json in
          json.field("enableRetry", true)
          json.field("enableSolutionsButton", true)
          json.field("enableCheckButton", true)
          json.field("instantFeedback", false)
        }
        overall(item, &json)
      case .essay(let essay, let keywords): write(essay, keywords, of: item, say, &json)
      }
    }
  }

  /// What the model answer names is looked for and said, but not scored: that is for a person with the rubric.
  private func write(_ essay: Interaction.Essay, _ keywords: [String], of item: QuizItem, _ say: H5PWords, _ json: inout JSONBuffer)
  {
    var task = markup.stem(item)
    task.html(markup.prompts(essay))
    json.field("taskDescription", task.string)
    json.object("solution") { json in
      json.field("introduction", "<p>" + markup.inline(item.explanation).string + "</p>")
      json.field("sample", sample(essay).string)
    }
    json.array("keywords", keywords) { json, keyword in
      json.object { json in
        json.field("keyword", keyword)
        json.object("options") { json in
          json.field("points", Int(1))
          json.field("occurrences", Int(1))
          json.field("caseSensitive", false)
          json.field("forgiveMistakes", false)
          json.field("feedbackIncluded", say.included)
          json.field("feedbackMissed", say.missed)
          json.field("feedbackIncludedWord", "keyword")
          json.field("feedbackMissedWord", "keyword")
        }
      }
    }
    json.object("behaviour") { json in
      json.field("inputFieldSize", "10")
      json.field("enableRetry", true)
      json.field("ignoreScoring", true)
      json.field("pointsHost", Int(1))
      json.field("linebreakReplacement", " ")
    }
    json.field("checkAnswer", say.check)
    json.field("submitAnswer", say.submit)
    json.field("tryAgain", say.retry)
    json.field("showSolution", say.solution)
    json.field("solutionTitle", labels.outline)
    overall(item, &json)
  }

  /// The outline and the rubric as lists: of tables H5P would keep the words alone.
  private func sample(_ essay: Interaction.Essay) -> HTMLBuffer {
    var html = markup.outline(essay)
    guard !essay.rubric.isEmpty else { return html }
    html.markup("<p>")
    html.text(labels.rubric)
    html.markup("</p><ul>")
    for row in essay.rubric {
      html.markup("<li>")
      html.html(markup.inline(row.criterion))
      html.text(" (\(row.points) \(labels.points))")
      html.markup("</li>")
    }
    html.markup("</ul>")
    return html
  }

  /// The names of what the outline tells: short, and without the signs that make a pattern or markup of a key word.
  private func keywords(of essay: Interaction.Essay) -> [String] {
    var keywords: [String] = []
    for point in essay.outline {
      for text in point.details.isEmpty ? [point.text] : point.details {
        let name = PlainText.oneLine(String(text.prefix { $0 != ":" })).trimmingSpaces
        guard !name.isEmpty, name.unicodeScalars.count <= 80, !Self.isMarked(name, "*/<>&"), !keywords.contains(name) else {
          continue
        }
        keywords.append(name)
      }
    }
    return Array(keywords.prefix(20))
  }

  private var scoreBar: String { labels.language == .thai ? "ได้ :num จาก :total คะแนน" : "You got :num out of :total points" }

  /// Said after every attempt.
  private func overall(_ item: QuizItem, _ json: inout JSONBuffer) {
    json.array("overallFeedback", [0]) { json, _ in
      json.object { json in
        json.field("from", Int(0))
        json.field("to", Int(100))
        json.field("feedback", explanation(item))
      }
    }
  }

  /// As text of HTML: a server escapes plain fields without escaping twice, a player without a server shows them as HTML.
  private func explanation(_ item: QuizItem) -> String {
    let passage = item.passage.map { $0.text.isEmpty ? "" : " “\(PlainText.oneLine($0.text))”" } ?? ""
    return markup.inline(PlainText.oneLine(item.explanation) + passage).string
  }

  private func library(_ shape: Shape) -> String {
    let name: String
    switch shape {
    case .multiChoice: name = "H5P.MultiChoice"
    case .trueFalse: name = "H5P.TrueFalse"
    case .blanks: name = "H5P.Blanks"
    case .dragText: name = "H5P.DragText"
    case .essay: name = "H5P.Essay"
    }
    let version = H5PQuestionSet.libraries.first { $0.0 == name } ?? (name, 1, 0)
    return "\(name) \(version.1).\(version.2)"
  }

  private func contentType(_ shape: Shape) -> String {
    switch shape {
    case .multiChoice: return "Multiple Choice"
    case .trueFalse: return "True/False Question"
    case .blanks: return "Fill in the Blanks"
    case .dragText: return "Drag the Words"
    case .essay: return "Essay"
    }
  }

  // MARK: Shapes

  private func shape(of item: QuizItem) -> Result<Shape, GIFT.Unwritable> {
    guard item.isAnswerable else { return .failure(.init(wording: .notAnswerable)) }
    switch item.interaction {
    case .choice(let options, let isMultiple, let isFixed):
      return .success(.multiChoice(options, isMultiple: isMultiple, isFixed: isFixed))
    case .trueFalse(let isTrue, let correction): return .success(.trueFalse(isTrue, correction: correction))
    case .shortAnswer(let accepted): return blanks(pieces: ["", ""], [.init(accepted: accepted)])
    case .gaps(let pieces, let gaps):
      if gaps.contains(where: \.distractors.isEmpty) { return blanks(pieces: pieces, gaps) }
      var text = ""
      for (i, piece) in pieces.enumerated() {
        text += PlainText.oneLine(piece)
        if i < gaps.count { text += " *\(PlainText.oneLine(gaps[i].accepted[0]))* " }
      }
      let words = gaps.flatMap { [$0.accepted[0]] + $0.distractors }
      return drag(text, pieces: pieces, words: words, distractors: gaps.flatMap(\.distractors))
    case .match(let pairs, let extra):
      let text = pairs.map { "\(PlainText.oneLine($0.left)) *\(PlainText.oneLine($0.right))*" }.joined(separator: "\n")
      return drag(text, pieces: pairs.map(\.left), words: pairs.map(\.right) + extra, distractors: extra)
    case .order(let steps):
      let text = steps.enumerated().map { "\(labels.place($0 + 1)) *\(PlainText.oneLine($1))*" }.joined(separator: "\n")
      return drag(text, pieces: [], words: steps, distractors: [])
    case .essay(let essay):
      let keywords = keywords(of: essay)
      guard !keywords.isEmpty else {
        return .failure(
          .init(
            wording: Wording(
              thai: "ข้อเขียนใน H5P ต้องมีเค้าโครงคำตอบ", english: "an essay in H5P needs a model outline to take key words from")))
      }
      return .success(.essay(essay, keywords: keywords))
    }
  }

  private func blanks(pieces: [String], _ gaps: [Interaction.Gap]) -> Result<Shape, GIFT.Unwritable> {
    let variants = gaps.map { TypedAnswers.variants(of: $0.accepted).map(PlainText.oneLine) }
    guard pieces.allSatisfy({ !$0.utf8.contains(0x2A) }), variants.joined().allSatisfy({ !Self.isMarked($0, "*/:") }) else {
      return .failure(.init(wording: Self.marks))
    }
    var line = ""
    for (i, piece) in pieces.enumerated() {
      line += PlainText.oneLine(piece)
      if i < variants.count { line += "*\(variants[i].joined(separator: "/"))*" }
    }
    return .success(.blanks([line]))
  }

  private func drag(_ text: String, pieces: [String], words: [String], distractors: [String]) -> Result<Shape, GIFT.Unwritable> {
    guard pieces.allSatisfy({ !$0.utf8.contains(0x2A) }), words.allSatisfy({ !Self.isMarked($0, "*:\\") }) else {
      return .failure(.init(wording: Self.marks))
    }
    let lines = PlainText.cleaned(text).split(separator: "\n").map { markup.inline(String($0)).string }
    let others = distractors.map { markup.inline(PlainText.oneLine($0)).string }
    return .success(.dragText(lines.joined(separator: "\n"), distractors: others))
  }

  private static func isMarked(_ text: String, _ marks: String) -> Bool { text.utf8.contains { marks.utf8.contains($0) } }

  private static let marks = Wording(
    thai: "คำตอบมีเครื่องหมายที่ H5P ใช้เอง (* / : \\)", english: "the answer holds a sign that H5P uses itself (* / : \\)")
}

extension String {
  /// Without spaces at either end.
  fileprivate var trimmingSpaces: String {
    var bytes = Substring(self)
    while bytes.utf8.first == 0x20 { bytes.removeFirst() }
    while bytes.utf8.last == 0x20 { bytes.removeLast() }
    return String(bytes)
  }
}

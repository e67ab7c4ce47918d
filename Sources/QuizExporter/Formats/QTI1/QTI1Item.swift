import CourseModel
import Diagnostics
import Rendering

/// An item as QTI 1.2 writes it, in the two habits that are read today: Canvas and Common Cartridge.
struct QTI1Item {
  enum Flavour { case canvas, cartridge }
  let flavour: Flavour
  let labels: Labels
  let markup: ItemMarkup

  /// What an item becomes; QTI 1.2 knows neither ordering nor feedback by gap.
  private enum Shape {
    case choice([Interaction.Option], isMultiple: Bool)
    case trueFalse(Bool, correction: String)
    case typed([String])
    case match([Interaction.Pair], extra: [String])
    case dropdowns([Interaction.Gap])
    case blanks([Interaction.Gap])
    case essay(Interaction.Essay)
  }

  /// Writes the item under `ident`; nil, or why it cannot be written. `bankIdent` names its twin in a question bank.
  func write(_ item: QuizItem, ident: String, bankIdent: String? = nil, category: String? = nil, _ xml: inout XMLBuffer) -> Wording?
  {
    let shape: Shape
    switch self.shape(of: item) {
    case .success(let found): shape = found
    case .failure(let reason): return reason.wording
    }
    let title = PlainText.shortened(PlainText.oneLine(item.stem), to: 120)
    xml.element("item", [.init("ident", ident), .init("title", title)]) { xml in
      xml.element("itemmetadata") { xml in
        xml.element("qtimetadata") { xml in
          for (label, entry) in metadata(item, shape, bankIdent: bankIdent, category: category) { Self.field(label, entry, &xml) }
        }
      }
      xml.element("presentation") { xml in
        xml.element("material") { material(text(of: item), &$0) }
        present(shape, ident, &xml)
      }
      process(shape, item, ident, &xml)
      feedback(shape, item, &xml)
    }
    return nil
  }

  /// The items that can be written, each once, and why the others cannot.
  func sorted(_ items: [QuizItem]) -> (writable: [QuizItem], omissions: Omissions) {
    var writable: [QuizItem] = []
    var omissions = Omissions()
    var met: Set<String> = []
    for item in items where met.insert(item.id).inserted {
      if case .failure(let reason) = shape(of: item) { omissions.add(reason.wording) } else { writable.append(item) }
    }
    return (writable, omissions)
  }

  /// A document of QTI 1.2.
  static func document(_ body: (inout XMLBuffer) -> Void) -> [UInt8] {
    var xml = XMLBuffer()
    xml.declaration()
    xml.element("questestinterop", [.init("xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")], body)
    return xml.bytes
  }

  static func field(_ label: String, _ entry: String, _ xml: inout XMLBuffer) {
    xml.element("qtimetadatafield") { xml in
      xml.element("fieldlabel", text: label)
      xml.element("fieldentry", text: entry)
    }
  }

  // MARK: Shapes

  private func shape(of item: QuizItem) -> Result<Shape, GIFT.Unwritable> {
    guard item.isAnswerable else { return .failure(.init(wording: .notAnswerable)) }
    let isCanvas = flavour == .canvas
    switch item.interaction {
    case .choice(let options, let isMultiple, _): return .success(.choice(options, isMultiple: isMultiple))
    case .trueFalse(let isTrue, let correction): return .success(.trueFalse(isTrue, correction: correction))
    case .shortAnswer(let accepted): return .success(.typed(accepted))
    case .match(let pairs, let extra):
      return isCanvas ? .success(.match(pairs, extra: extra)) : .failure(.init(wording: .noMatching))
    case .order(let steps):
      guard isCanvas else { return .failure(.init(wording: .noOrdering)) }
      return .success(.match(steps.enumerated().map { .init(left: labels.place($0 + 1), right: $1) }, extra: []))
    case .gaps(_, let gaps):
      guard isCanvas else { return .failure(.init(wording: .noGaps)) }
      return .success(gaps.allSatisfy { !$0.distractors.isEmpty } ? .dropdowns(gaps) : .blanks(gaps))
    case .essay(let essay): return .success(.essay(essay))
    }
  }

  private func metadata(_ item: QuizItem, _ shape: Shape, bankIdent: String?, category: String?) -> [(String, String)] {
    switch flavour {
    case .canvas:
      var fields = [("question_type", canvasType(shape)), ("points_possible", String(points(shape)))]
      let ids = answerIDs(shape)
      if !ids.isEmpty { fields.append(("original_answer_ids", ids.joined(separator: ","))) }
      if let bankIdent { fields.append(("assessment_question_identifierref", bankIdent)) }
      return fields
    case .cartridge:
      var fields = [("cc_profile", profile(shape)), ("cc_weighting", String(points(shape)))]
      if case .essay = shape { fields += [("qmd_scoringpermitted", "Yes"), ("qmd_computerscored", "No")] }
      if let category { fields.append(("cc_question_category", category)) }
      return fields
    }
  }

  private func canvasType(_ shape: Shape) -> String {
    switch shape {
    case .choice(_, let isMultiple): return isMultiple ? "multiple_answers_question" : "multiple_choice_question"
    case .trueFalse: return "true_false_question"
    case .typed: return "short_answer_question"
    case .match: return "matching_question"
    case .dropdowns: return "multiple_dropdowns_question"
    case .blanks: return "fill_in_multiple_blanks_question"
    case .essay: return "essay_question"
    }
  }

  private func profile(_ shape: Shape) -> String {
    switch shape {
    case .choice(_, let isMultiple): return isMultiple ? "cc.multiple_response.v0p1" : "cc.multiple_choice.v0p1"
    case .trueFalse: return "cc.true_false.v0p1"
    case .essay: return "cc.essay.v0p1"
    case .typed, .match, .dropdowns, .blanks: return "cc.fib.v0p1"
    }
  }

  private func points(_ shape: Shape) -> Int {
    if case .essay(let essay) = shape { return max(1, essay.rubric.reduce(0) { $0 + $1.points }) }
    return 1
  }

  // MARK: Identifiers. Canvas wants numbers, and one list of them in the order the answers are met.

  private func answerID(_ i: Int) -> String { String(1001 + i) }
  private func matchID(_ i: Int) -> String { String(5001 + i) }
  private func gapID(_ i: Int) -> String { "gap\(i + 1)" }

  private func answerIDs(_ shape: Shape) -> [String] {
    switch shape {
    case .choice(let options, _): return options.indices.map(answerID)
    case .trueFalse: return [answerID(0), answerID(1)]
    case .match(let pairs, _): return pairs.indices.map(answerID)
    case .typed, .dropdowns, .blanks, .essay: return []
    }
  }

  /// Identifiers of responses are unique in a cartridge's document.
  private func response(_ ident: String) -> String { flavour == .canvas ? "response1" : "response-" + ident }

  // MARK: Presentation

  private func text(of item: QuizItem) -> HTMLBuffer {
    var html = HTMLBuffer()
    html.markup("<div>")
    html.html(markup.stem(item))
    switch item.interaction {
    case .gaps(let pieces, let gaps):
      html.markup("<p>")
      for (i, piece) in pieces.enumerated() {
        html.text(PlainText.oneLine(piece))
        guard i < gaps.count else { continue }
        html.markup("[")
        html.text(gapID(i))
        html.markup("]")
      }
      html.markup("</p>")
    case .essay(let essay): html.html(markup.prompts(essay))
    case .choice, .trueFalse, .match, .order, .shortAnswer: break
    }
    html.markup("</div>")
    return html
  }

  private func material(_ html: HTMLBuffer, _ xml: inout XMLBuffer) {
    xml.element("mattext", [.init("texttype", "text/html")], escaping: html)
  }

  private func label(_ id: String, _ html: HTMLBuffer, _ xml: inout XMLBuffer) {
    xml.element("response_label", [.init("ident", id)]) { xml in xml.element("material") { material(html, &$0) } }
  }

  private func present(_ shape: Shape, _ ident: String, _ xml: inout XMLBuffer) {
    switch shape {
    case .choice(let options, let isMultiple):
      xml.element("response_lid", [.init("ident", response(ident)), .init("rcardinality", isMultiple ? "Multiple" : "Single")]) {
        xml in
        xml.element("render_choice") { xml in
          for (i, option) in options.enumerated() { label(answerID(i), markup.inline(option.text), &xml) }
        }
      }
    case .trueFalse:
      xml.element("response_lid", [.init("ident", response(ident)), .init("rcardinality", "Single")]) { xml in
        xml.element("render_choice") { xml in
          // Canvas tells true from false by these words, in whatever language the course is.
          label(answerID(0), markup.inline(flavour == .canvas ? "True" : labels.right), &xml)
          label(answerID(1), markup.inline(flavour == .canvas ? "False" : labels.wrong), &xml)
        }
      }
    case .typed, .essay:
      xml.element("response_str", [.init("ident", response(ident)), .init("rcardinality", "Single")]) { xml in
        xml.element("render_fib") { $0.empty("response_label", [.init("ident", "answer1"), .init("rshuffle", "No")]) }
      }
    case .match(let pairs, let extra):
      for (i, pair) in pairs.enumerated() {
        xml.element("response_lid", [.init("ident", "response_" + answerID(i))]) { xml in
          xml.element("material") { material(markup.inline(pair.left), &$0) }
          xml.element("render_choice") { xml in
            for (m, right) in (pairs.map(\.right) + extra).enumerated() {
              xml.element("response_label", [.init("ident", matchID(m))]) { xml in
                xml.element("material") { $0.element("mattext", text: PlainText.oneLine(right)) }
              }
            }
          }
        }
      }
    case .dropdowns(let gaps), .blanks(let gaps):
      for (g, gap) in gaps.enumerated() {
        xml.element("response_lid", [.init("ident", "response_" + gapID(g))]) { xml in
          xml.element("material") { $0.element("mattext", text: gapID(g)) }
          xml.element("render_choice") { xml in
            for (i, word) in words(of: gap).enumerated() {
              xml.element("response_label", [.init("ident", choiceID(g, i))]) { xml in
                xml.element("material") { $0.element("mattext", text: PlainText.oneLine(word)) }
              }
            }
          }
        }
      }
    }
  }

  /// The key first; where the answer is typed, every spelling of it.
  private func words(of gap: Interaction.Gap) -> [String] {
    gap.distractors.isEmpty ? TypedAnswers.variants(of: gap.accepted) : [gap.accepted[0]] + gap.distractors
  }
  private func choiceID(_ gap: Int, _ i: Int) -> String { String(1001 + gap * 100 + i) }

  // MARK: Response processing

  private func process(_ shape: Shape, _ item: QuizItem, _ ident: String, _ xml: inout XMLBuffer) {
    let response = response(ident)
    xml.element("resprocessing") { xml in
      xml.element("outcomes") { xml in
        xml.empty(
          "decvar",
          [.init("maxvalue", "100"), .init("minvalue", "0"), .init("varname", "SCORE"), .init("vartype", "Decimal")])
      }
      xml.element("respcondition", [.init("continue", "Yes")]) { xml in
        xml.element("conditionvar") { $0.empty("other") }
        xml.empty("displayfeedback", [.init("feedbacktype", "Response"), .init("linkrefid", "general_fb")])
      }
      for (i, text) in feedbacks(shape).enumerated() where !text.isEmpty {
        xml.element("respcondition", [.init("continue", "Yes")]) { xml in
          xml.element("conditionvar") { $0.element("varequal", [.init("respident", response)], text: answerID(i)) }
          xml.empty("displayfeedback", [.init("feedbacktype", "Response"), .init("linkrefid", answerID(i) + "_fb")])
        }
      }
      switch shape {
      case .choice(let options, false):
        let key = options.firstIndex { $0.isKey } ?? 0
        score(&xml) { $0.element("varequal", [.init("respident", response)], text: answerID(key)) }
      case .choice(let options, true):
        score(&xml) { xml in
          xml.element("and") { xml in
            for (i, option) in options.enumerated() {
              if option.isKey {
                xml.element("varequal", [.init("respident", response)], text: answerID(i))
              } else {
                xml.element("not") { $0.element("varequal", [.init("respident", response)], text: answerID(i)) }
              }
            }
          }
        }
      case .trueFalse(let isTrue, _):
        score(&xml) { $0.element("varequal", [.init("respident", response)], text: answerID(isTrue ? 0 : 1)) }
      case .typed(let accepted):
        score(&xml) { xml in
          for text in TypedAnswers.variants(of: accepted) {
            xml.element("varequal", [.init("respident", response), .init("case", "No")], text: PlainText.oneLine(text))
          }
        }
      case .match(let pairs, _):
        for i in pairs.indices { share(pairs.count, "response_" + answerID(i), [matchID(i)], &xml) }
      case .dropdowns(let gaps):
        for g in gaps.indices { share(gaps.count, "response_" + gapID(g), [choiceID(g, 0)], &xml) }
      case .blanks(let gaps):
        for (g, gap) in gaps.enumerated() {
          share(gaps.count, "response_" + gapID(g), words(of: gap).indices.map { choiceID(g, $0) }, &xml)
        }
      case .essay:
        // Marked by hand.
        if flavour == .canvas {
          xml.element("respcondition", [.init("continue", "No")]) { xml in xml.element("conditionvar") { $0.empty("other") } }
        }
      }
    }
  }

  private func score(_ xml: inout XMLBuffer, _ condition: (inout XMLBuffer) -> Void) {
    xml.element("respcondition", [.init("continue", "No")]) { xml in
      xml.element("conditionvar") { condition(&$0) }
      xml.element("setvar", [.init("action", "Set"), .init("varname", "SCORE")], text: "100")
    }
  }

  /// One part of several, each worth the same; a condition for each right answer, of which one can hold.
  private func share(_ count: Int, _ response: String, _ keys: [String], _ xml: inout XMLBuffer) {
    for key in keys {
      xml.element("respcondition") { xml in
        xml.element("conditionvar") { $0.element("varequal", [.init("respident", response)], text: key) }
        xml.element("setvar", [.init("varname", "SCORE"), .init("action", "Add")], text: Self.percent(of: count))
      }
    }
  }

  /// 100 divided by `count`, with two decimals.
  private static func percent(of count: Int) -> String {
    let hundredths = (10_000 + count / 2) / max(1, count)
    let fraction = String(hundredths % 100 + 100).dropFirst()
    return "\(hundredths / 100).\(fraction)"
  }

  // MARK: Feedback

  /// What is said of each answer, in the order of their identifiers.
  private func feedbacks(_ shape: Shape) -> [String] {
    switch shape {
    case .choice(let options, _): return options.map(\.feedback)
    case .trueFalse(let isTrue, let correction): return isTrue ? [] : [correction, ""]
    case .typed, .match, .dropdowns, .blanks, .essay: return []
    }
  }

  private func feedback(_ shape: Shape, _ item: QuizItem, _ xml: inout XMLBuffer) {
    var general = markup.feedback(item)
    if case .essay(let essay) = shape { general.html(markup.graderNotes(essay)) }
    say("general_fb", general, &xml)
    for (i, text) in feedbacks(shape).enumerated() where !text.isEmpty { say(answerID(i) + "_fb", markup.inline(text), &xml) }
  }

  private func say(_ ident: String, _ html: HTMLBuffer, _ xml: inout XMLBuffer) {
    xml.element("itemfeedback", [.init("ident", ident)]) { xml in
      xml.element("flow_mat") { xml in xml.element("material") { material(html, &$0) } }
    }
  }
}

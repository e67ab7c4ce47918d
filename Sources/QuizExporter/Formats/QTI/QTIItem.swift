import CourseModel
import Diagnostics
import Rendering

/// One item as a QTI document; nil with a reason when QTI's standard templates cannot score it.
struct QTIItem {
  let dialect: QTIDialect
  let labels: Labels
  let markup: ItemMarkup

  private typealias Attribute = XMLBuffer.Attribute

  func document(_ item: QuizItem, identifier: String) -> Result<[UInt8], GIFT.Unwritable> {
    guard item.isAnswerable else { return .failure(.init(wording: .notAnswerable)) }
    if case .gaps(_, let gaps) = item.interaction, gaps.count > 1, gaps.contains(where: { $0.distractors.isEmpty }) {
      return .failure(.init(wording: .noGaps))
    }
    var xml = XMLBuffer()
    xml.declaration()
    xml.element(
      dialect(.assessmentItem),
      [
        .init("xmlns", dialect.itemNamespace), .init("identifier", identifier),
        .init("title", PlainText.shortened(PlainText.oneLine(item.stem), to: 120)), .init("adaptive", "false"),
        .init(dialect(.timeDependent), "false"), .init("xml:lang", labels.language.rawValue),
      ]
    ) { xml in
      declareResponse(item, &xml)
      declareOutcomes(item, &xml)
      xml.element(dialect(.itemBody)) { xml in body(item, &xml) }
      if let template = template(item) { xml.empty(dialect(.responseProcessing), [.init("template", dialect.template(template))]) }
      feedback(item, &xml)
    }
    return .success(xml.bytes)
  }

  private func choiceID(_ i: Int) -> String { "C\(i + 1)" }
  private func leftID(_ i: Int) -> String { "L\(i + 1)" }
  private func rightID(_ i: Int) -> String { "R\(i + 1)" }
  private func gapID(_ i: Int) -> String { "G\(i + 1)" }

  private func template(_ item: QuizItem) -> String? {
    switch item.interaction {
    case .choice(_, let isMultiple, _): return isMultiple ? "map_response" : "match_correct"
    case .trueFalse, .match, .order: return "match_correct"
    case .gaps(_, let gaps): return gaps.allSatisfy { !$0.distractors.isEmpty } ? "match_correct" : "map_response"
    case .shortAnswer: return "map_response"
    case .essay: return nil
    }
  }

  // MARK: Declarations

  private func declareResponse(_ item: QuizItem, _ xml: inout XMLBuffer) {
    switch item.interaction {
    case .choice(let options, let isMultiple, _):
      let keys = options.indices.filter { options[$0].isKey }
      declare(isMultiple ? "multiple" : "single", "identifier", correct: keys.map(choiceID), &xml) { xml in
        guard isMultiple else { return }
        let share = 1 / Double(max(1, keys.count))
        let wrong = -1 / Double(max(1, options.count - keys.count))
        map(options.indices.map { (choiceID($0), options[$0].isKey ? share : wrong) }, isText: false, &xml)
      }
    case .trueFalse(let isTrue, _): declare("single", "identifier", correct: [isTrue ? "T" : "F"], &xml)
    case .match(let pairs, _):
      declare("multiple", "directedPair", correct: pairs.indices.map { "\(leftID($0)) \(rightID($0))" }, &xml)
    case .order(let steps): declare("ordered", "identifier", correct: steps.indices.map(choiceID), &xml)
    case .shortAnswer(let accepted): declareTyped(accepted, &xml)
    case .gaps(_, let gaps):
      if gaps.allSatisfy({ !$0.distractors.isEmpty }) {
        declare("multiple", "directedPair", correct: gaps.indices.map { "W\($0 + 1)_1 \(gapID($0))" }, &xml)
      } else {
        declareTyped(gaps[0].accepted, &xml)
      }
    case .essay: declare("single", "string", correct: [], &xml)
    }
  }

  private func declareTyped(_ accepted: [String], _ xml: inout XMLBuffer) {
    let variants = TypedAnswers.variants(of: accepted).map(PlainText.oneLine)
    declare("single", "string", correct: Array(variants.prefix(1)), &xml) { xml in map(variants.map { ($0, 1) }, isText: true, &xml)
    }
  }

  private func declare(
    _ cardinality: String, _ baseType: String, correct: [String], _ xml: inout XMLBuffer,
    _ mapping: (inout XMLBuffer) -> Void = { _ in }
  ) {
    let attributes: [Attribute] = [
      .init("identifier", "RESPONSE"), .init("cardinality", cardinality), .init(dialect(.baseType), baseType),
    ]
    xml.element(dialect(.responseDeclaration), attributes) { xml in
      if !correct.isEmpty {
        xml.element(dialect(.correctResponse)) { xml in for value in correct { xml.element(dialect(.value), text: value) } }
      }
      mapping(&xml)
    }
  }

  private func map(_ entries: [(key: String, value: Double)], isText: Bool, _ xml: inout XMLBuffer) {
    let bounds: [Attribute] = isText || dialect.isThree ? [] : [.init("lowerBound", "0"), .init("upperBound", "1")]
    let three: [Attribute] = !isText && dialect.isThree ? [.init("lower-bound", "0"), .init("upper-bound", "1")] : []
    xml.element(dialect(.mapping), bounds + three + [.init(dialect(.defaultMapped), "0")]) { xml in
      for entry in entries {
        xml.empty(
          dialect(.mapEntry),
          [.init(dialect(.mapKey), entry.key), .init(dialect(.mappedValue), number(entry.value))]
            + (isText ? [.init(dialect(.caseSensitive), "false")] : []))
      }
    }
  }

  /// At most five decimals, no exponent.
  private func number(_ value: Double) -> String {
    let scaled = Int((value * 100_000).rounded())
    if scaled % 100_000 == 0 { return String(scaled / 100_000) }
    let fraction = String(abs(scaled) % 100_000 + 100_000).dropFirst()
    return (scaled < 0 ? "-" : "") + "\(abs(scaled) / 100_000)." + fraction
  }

  private func declareOutcomes(_ item: QuizItem, _ xml: inout XMLBuffer) {
    var points = 1
    if case .essay(let essay) = item.interaction { points = max(1, essay.rubric.reduce(0) { $0 + $1.points }) }
    // Without normalMaximum Canvas shows no points.
    xml.element(
      dialect(.outcomeDeclaration),
      [
        .init("identifier", "SCORE"), .init("cardinality", "single"), .init(dialect(.baseType), "float"),
        .init(dialect(.normalMaximum), String(points)),
      ]
    ) { xml in xml.element(dialect(.defaultValue)) { $0.element(dialect(.value), text: "0") } }
    xml.empty(
      dialect(.outcomeDeclaration),
      [.init("identifier", "FEEDBACK"), .init("cardinality", "single"), .init(dialect(.baseType), "identifier")])
  }

  // MARK: Body

  private func body(_ item: QuizItem, _ xml: inout XMLBuffer) {
    let response = Attribute(dialect(.responseIdentifier), "RESPONSE")
    switch item.interaction {
    case .choice(let options, let isMultiple, let isFixed):
      stem(item, &xml)
      xml.element(
        dialect(.choiceInteraction),
        [response, .init("shuffle", isFixed ? "false" : "true"), .init(dialect(.maxChoices), isMultiple ? "0" : "1")]
      ) { xml in
        for (i, option) in options.enumerated() { choice(choiceID(i), option.text, &xml) }
      }
    case .trueFalse:
      stem(item, &xml)
      xml.element(dialect(.choiceInteraction), [response, .init("shuffle", "false"), .init(dialect(.maxChoices), "1")]) { xml in
        choice("T", labels.right, &xml)
        choice("F", labels.wrong, &xml)
      }
    case .order(let steps):
      stem(item, &xml)
      xml.element(dialect(.orderInteraction), [response, .init("shuffle", "true")]) { xml in
        for (i, step) in steps.enumerated() { choice(choiceID(i), step, &xml) }
      }
    case .match(let pairs, let extra):
      stem(item, &xml)
      xml.element(
        dialect(.matchInteraction), [response, .init("shuffle", "true"), .init(dialect(.maxAssociations), String(pairs.count))]
      ) { xml in
        xml.element(dialect(.simpleMatchSet)) { xml in
          for (i, pair) in pairs.enumerated() { associable(leftID(i), pair.left, &xml) }
        }
        xml.element(dialect(.simpleMatchSet)) { xml in
          for (i, right) in (pairs.map(\.right) + extra).enumerated() { associable(rightID(i), right, &xml) }
        }
      }
    case .shortAnswer(let accepted):
      stem(item, &xml)
      xml.element("p") { xml in entry(accepted, &xml) }
    case .gaps(let text, let gaps):
      stem(item, &xml)
      if gaps.allSatisfy({ !$0.distractors.isEmpty }) {
        xml.element(dialect(.gapMatchInteraction), [response, .init("shuffle", "true")]) { xml in
          for (g, gap) in gaps.enumerated() {
            for (w, word) in ([gap.accepted[0]] + gap.distractors).enumerated() {
              xml.element(
                dialect(.gapText), [.init("identifier", "W\(g + 1)_\(w + 1)"), .init(dialect(.matchMax), "1")],
                text: PlainText.oneLine(word))
            }
          }
          xml.element("p") { xml in
            for (i, piece) in text.enumerated() {
              if !piece.isEmpty { xml.element("span", text: PlainText.oneLine(piece)) }
              if i < gaps.count { xml.empty(dialect(.gap), [.init("identifier", gapID(i))]) }
            }
          }
        }
      } else {
        xml.element("p") { xml in
          xml.element("span", text: PlainText.oneLine(text[0]))
          entry(gaps[0].accepted, &xml)
          xml.element("span", text: PlainText.oneLine(text[1]))
        }
      }
    case .essay(let essay):
      stem(item, &xml)
      if !essay.prompts.isEmpty { xml.element("div", containing: markup.prompts(essay)) }
      xml.empty(dialect(.extendedTextInteraction), [response, .init(dialect(.expectedLines), "15")])
      let notes = markup.graderNotes(essay)
      if !notes.isEmpty {
        xml.element(dialect(.rubricBlock), [.init("view", "scorer")] + (dialect.isThree ? [.init("use", "scoring")] : [])) { xml in
          xml.element(dialect(.contentBody), containing: notes)
        }
      }
    }
  }

  private func stem(_ item: QuizItem, _ xml: inout XMLBuffer) { xml.element("div", containing: markup.stem(item)) }

  private func choice(_ id: String, _ text: String, _ xml: inout XMLBuffer) {
    xml.element(dialect(.simpleChoice), [.init("identifier", id)], containing: markup.inline(text))
  }

  private func associable(_ id: String, _ text: String, _ xml: inout XMLBuffer) {
    xml.element(
      dialect(.simpleAssociableChoice), [.init("identifier", id), .init(dialect(.matchMax), "1")], containing: markup.inline(text))
  }

  private func entry(_ accepted: [String], _ xml: inout XMLBuffer) {
    let length = max(10, accepted.map(\.unicodeScalars.count).max() ?? 10)
    xml.empty(
      dialect(.textEntryInteraction),
      [.init(dialect(.responseIdentifier), "RESPONSE"), .init(dialect(.expectedLength), String(length))])
  }

  /// Shown after every attempt: hidden only when FEEDBACK is `none`, which the standard templates never set.
  private func feedback(_ item: QuizItem, _ xml: inout XMLBuffer) {
    let html = markup.feedback(item)
    guard !html.isEmpty else { return }
    xml.element(
      dialect(.modalFeedback),
      [.init(dialect(.outcomeIdentifier), "FEEDBACK"), .init("identifier", "none"), .init(dialect(.showHide), "hide")]
    ) { xml in xml.element(dialect(.contentBody), containing: html) }
  }
}

import CourseModel
import Rendering
import ThaiText

/// One item as a form that can be answered by hand and looked up without a script. The script reads `data-kind`, `data-right` and
/// `data-accepted`.
struct PracticeItem {
  let context: PageContext
  let item: QuizItem
  /// From 1.
  let number: Int
  let total: Int
  let root: String

  init(context: PageContext, item: QuizItem, number: Int, of total: Int, root: String, heading: String? = nil) {
    self.heading = heading
    self.context = context
    self.item = item
    self.number = number
    self.total = total
    self.root = root
  }

  /// Said above the stem instead of the number: an item that stands alone in a chapter.
  var heading: String?
  /// Where it stands, as a query names it and as a reader does, on a page with items of several sections.
  var section: (key: String, title: String)?
  /// Names the item's controls; unique in the page.
  private var name: String { heading == nil ? "item-\(number)" : "try-\(number)" }

  func write(into out: inout HTMLBuffer) {
    out.markup("<section class=\"practice-item\"")
    out.attribute("id", name)
    out.attribute("data-item", item.id)
    out.attribute("data-kind", kind)
    if let concept = item.concept.flatMap({ context.course[$0] }) {
      out.attribute("data-concept", concept.id.text)
      out.attribute("data-term", concept.term)
    }
    if let section { out.attribute("data-section", section.key) }
    out.markup(">\n")
    out.element("p", class: "item-number") { out in
      out.text(heading ?? "\(context.words(.item)) \(number) / \(total)")
      guard let section else { return }
      out.text(" · ")
      context.thai(section.title, into: &out)
    }
    if case .gaps = item.interaction, item.stem.isEmpty {
    } else {
      out.markup("<p class=\"stem\"")
      out.attribute("id", "\(name)-stem")
      out.markup(">")
      stem(into: &out)
      out.markup("</p>\n")
    }
    form(into: &out)
    out.element("details", class: "answer") { out in
      out.element("summary") { $0.text(context.words(.showAnswer)) }
      answer(into: &out)
      explanation(into: &out)
    }
    out.markup("</section>\n")
  }

  /// The negative word set off, as the item asks.
  private func stem(into out: inout HTMLBuffer) {
    guard let word = item.emphasis.first(where: { !$0.isEmpty }), let range = item.stem.firstRange(of: word) else {
      context.thai(item.stem, into: &out)
      return
    }
    context.thai(String(item.stem[..<range.lowerBound]), into: &out)
    out.markup("<strong>")
    context.thai(word, into: &out)
    out.markup("</strong>")
    context.thai(String(item.stem[range.upperBound...]), into: &out)
  }

  private var kind: String {
    switch item.interaction {
    case .choice(_, let isMultiple, _): return isMultiple ? "choices" : "choice"
    case .trueFalse: return "choice"
    case .match, .order: return "selects"
    case .shortAnswer: return "typed"
    case .gaps: return "gaps"
    case .essay: return "essay"
    }
  }

  // MARK: Asking

  private func form(into out: inout HTMLBuffer) {
    switch item.interaction {
    case .choice(let options, let isMultiple, _):
      choices(options.map { ($0.text, $0.isKey, $0.feedback) }, isMultiple: isMultiple, into: &out)
    case .trueFalse(let isTrue, let correction):
      choices(
        [(context.words(.isTrue), isTrue, isTrue ? "" : correction), (context.words(.isFalse), !isTrue, isTrue ? "" : correction)],
        isMultiple: false, into: &out)
    case .match(let pairs, let extra):
      selects(pairs.map(\.left), rights: pairs.map(\.right), all: Self.inOrder(pairs.map(\.right) + extra), into: &out)
    case .order(let steps):
      let numbers = (1...max(1, steps.count)).map(String.init)
      let place = Dictionary(zip(steps, numbers), uniquingKeysWith: { first, _ in first })
      let shown = Self.inOrder(steps)
      selects(shown, rights: shown.map { place[$0] ?? "" }, all: numbers, into: &out)
    case .shortAnswer(let accepted): typed(accepted, label: context.words(.yourAnswer), into: &out)
    case .gaps(let text, let gaps): self.gaps(text, gaps, into: &out)
    case .essay(let essay):
      if !essay.prompts.isEmpty {
        out.element("ul") { out in for prompt in essay.prompts { out.element("li") { context.thai(prompt, into: &$0) } } }
      }
      out.markup("<textarea")
      out.attribute("aria-label", context.words(.writeHere))
      out.attribute("placeholder", context.words(.writeHere))
      out.markup("></textarea>\n")
    }
  }

  private func choices(_ options: [(text: String, isKey: Bool, feedback: String)], isMultiple: Bool, into out: inout HTMLBuffer) {
    out.markup("<ol class=\"options\"")
    out.attribute("aria-labelledby", "\(name)-stem")
    out.markup(isMultiple ? " role=\"group\">\n" : " role=\"radiogroup\">\n")
    for (i, option) in options.enumerated() {
      out.markup("<li role=\"none\"")
      if option.isKey { out.markup(" data-right") }
      out.markup("><label><input")
      out.attribute("type", isMultiple ? "checkbox" : "radio")
      out.attribute("name", name)
      out.attribute("value", String(i + 1))
      out.markup("><span class=\"letter\">")
      out.text(letter(i) + ".")
      out.markup("</span><span>")
      context.thai(option.text, into: &out)
      out.markup("</span></label>")
      if !option.feedback.isEmpty {
        out.markup("<p class=\"feedback\" hidden>")
        context.thai(option.feedback, into: &out)
        out.markup("</p>")
      }
      out.markup("</li>\n")
    }
    out.markup("</ol>\n")
  }

  private func selects(_ lefts: [String], rights: [String], all: [String], into out: inout HTMLBuffer) {
    out.element("table", class: "pairs") { out in
      for (left, right) in zip(lefts, rights) {
        out.markup("<tr><th scope=\"row\">")
        context.thai(left, into: &out)
        out.markup("</th><td>")
        select(all, right: right, label: left, into: &out)
        out.markup("</td></tr>\n")
      }
    }
  }

  private func select(_ options: [String], right: String, label: String, into out: inout HTMLBuffer) {
    out.markup("<select")
    out.attribute("aria-label", label)
    out.attribute("data-accepted", right)
    out.markup("><option value=\"\">…</option>")
    for option in options {
      out.markup("<option>")
      out.text(option)
      out.markup("</option>")
    }
    out.markup("</select>")
  }

  private func typed(_ accepted: [String], label: String, into out: inout HTMLBuffer) {
    out.markup("<input type=\"text\" autocomplete=\"off\" spellcheck=\"false\"")
    out.attribute("aria-label", label)
    out.attribute("data-accepted", accepted.map(answerKey).joined(separator: "\n"))
    out.markup(">\n")
  }

  private func gaps(_ text: [String], _ gaps: [Interaction.Gap], into out: inout HTMLBuffer) {
    out.element("div", class: "stem") { out in
      for (i, piece) in text.enumerated() {
        context.thai(piece, into: &out)
        guard i < gaps.count, i + 1 < text.count else { continue }
        let label = "\(context.words(.yourAnswer)) \(i + 1)"
        if gaps[i].distractors.isEmpty {
          typed(gaps[i].accepted, label: label, into: &out)
        } else {
          let right = gaps[i].accepted.first ?? ""
          select(Self.inOrder([right] + gaps[i].distractors), right: right, label: label, into: &out)
        }
      }
    }
  }

  /// Each once, in dictionary order: an order that tells nothing.
  private static func inOrder(_ texts: [String]) -> [String] {
    Set(texts).map { (ThaiDictionaryOrder.key($0), $0) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
      .map(\.1)
  }

  private func letter(_ index: Int) -> String {
    guard context.words.language == .english else { return thaiListLetter(index) }
    return index < 26 ? String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index))) : String(index + 1)
  }

  // MARK: Answering

  private func answer(into out: inout HTMLBuffer) {
    switch item.interaction {
    case .choice(let options, _, _):
      for (i, option) in options.enumerated() where option.isKey {
        line("\(letter(i)). \(option.text)", into: &out)
        if !option.feedback.isEmpty { out.element("p", class: "soft") { context.thai(option.feedback, into: &$0) } }
      }
    case .trueFalse(let isTrue, let correction):
      line(context.words(isTrue ? .isTrue : .isFalse), into: &out)
      if !isTrue, !correction.isEmpty { out.element("p") { context.thai(correction, into: &$0) } }
    case .match(let pairs, _):
      out.element("ul") { out in for pair in pairs { out.element("li") { context.thai("\(pair.left) – \(pair.right)", into: &$0) } }
      }
    case .order(let steps):
      out.element("ol") { out in for step in steps { out.element("li") { context.thai(step, into: &$0) } } }
    case .shortAnswer(let accepted): line(accepted.first ?? "", into: &out)
    case .gaps(_, let gaps): line(gaps.compactMap(\.accepted.first).joined(separator: " · "), into: &out)
    case .essay(let essay): self.essay(essay, into: &out)
    }
  }

  private func line(_ text: String, into out: inout HTMLBuffer) {
    out.element("p") { out in
      out.open("b")
      context.thai(text, into: &out)
      out.markup("</b>")
    }
  }

  private func essay(_ essay: Interaction.Essay, into out: inout HTMLBuffer) {
    let words = context.words
    if !essay.outline.isEmpty {
      out.element("h2") { $0.text(words(.outline)) }
      out.element("ol") { out in
        for point in essay.outline {
          out.element("li") { out in
            if let place = point.record.flatMap({ context.place(of: $0) }) {
              out.link(root + place) { context.thai(point.text, into: &$0) }
            } else {
              context.thai(point.text, into: &out)
            }
            guard !point.details.isEmpty else { return }
            out.element("ul") { out in for detail in point.details { out.element("li") { context.thai(detail, into: &$0) } } }
          }
        }
      }
    }
    guard !essay.rubric.isEmpty else { return }
    out.element("h2") { $0.text(words(.rubric)) }
    out.element("ul") { out in
      for row in essay.rubric {
        out.element("li") { context.thai("\(row.criterion) (\(row.points) \(words(.points)))", into: &$0) }
      }
    }
  }

  /// Why, the chapter's own words, and the way to them.
  private func explanation(into out: inout HTMLBuffer) {
    if !item.explanation.isEmpty { out.element("p") { context.thai(item.explanation, into: &$0) } }
    guard let passage = item.passage else { return }
    out.element("p") { out in
      out.text(context.words(.fromTheText) + ": ")
      out.markup("<span class=\"passage\">")
      context.thai(passage.text, into: &out)
      out.markup("</span>")
      if let place = context.place(of: passage.record) {
        out.markup(" ")
        out.link(root + place, context.words(.goToPassage))
      }
    }
  }
}

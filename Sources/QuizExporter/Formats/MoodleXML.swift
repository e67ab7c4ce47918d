import CourseModel
import Diagnostics
import Rendering
import ThaiText

/// Moodle's own XML, the primary bank: every kind of item, categories by chapter, concept and discussion question.
///
/// What Moodle 4.1's importer demands is in the comments; one wrong fraction stops a whole import.
package struct MoodleXML: QuizFormat {
  package let name = "moodle"
  package let fileExtension = "xml"
  package let isText = true

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    var writer = MoodleWriter(labels: labels, options: options, capacity: bank.items.count * 4096)
    let shelving = Shelving(bank, labels: labels)
    writer.xml.declaration()
    writer.xml.begin("quiz")
    let top = options.topCategory.map { [$0] } ?? []
    for shelf in shelving.shelves where !shelf.places.isEmpty {
      writer.category(top + shelf.path, id: shelf.category.id)
      for (i, place) in shelf.places.enumerated() {
        let item = bank.items[place]
        // Moodle sorts a category by name: the rung keeps the ladder in order. An identifier may stand only once in a bank.
        writer.question(
          item, prefix: shelf.isLadder ? Self.rung(i + 1, of: shelf.places.count) : "",
          idNumber: shelf.isLadder ? "\(item.id)@\(shelf.category.id)" : item.id)
      }
    }
    if !shelving.loose.isEmpty {
      writer.category(top + [bank.title], id: "bank")
      for item in shelving.loose { writer.question(item, prefix: "", idNumber: item.id) }
    }
    writer.xml.end("quiz")
    return ExportedQuiz(bytes: writer.xml.bytes, written: writer.written.count, omitted: writer.omissions.list)
  }

  private static func rung(_ number: Int, of count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits + ". "
  }
}

private struct MoodleWriter {
  var xml: XMLBuffer
  var omissions = Omissions()
  private(set) var written: Set<String> = []
  private var left: Set<String> = []
  private let parts: MoodleParts

  init(labels: Labels, options: QuizWritingOptions, capacity: Int) {
    parts = MoodleParts(labels: labels, markup: ItemMarkup(labels: labels, options: options))
    xml = XMLBuffer(capacity: min(capacity, 64 << 20))
  }

  /// A literal `/` in a title is doubled; `$course$/top` puts the categories into the course that imports.
  mutating func category(_ path: [String], id: String) {
    let titles = path.map { title in
      let title = PlainText.shortened(PlainText.oneLine(title), to: 250)
      guard title.holds(byte: UInt8(ascii: "/")) else { return title }
      return title.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "//")
    }
    let text = (["$course$", "top"] + titles).joined(separator: "/")
    xml.element("question", [.init("type", is: "category")]) { xml in
      xml.element("category") { $0.element("text", text: text) }
      xml.element("info", Self.asHTML) { $0.element("text", is: "") }
      xml.element("idnumber", text: Self.idNumber(id))
    }
  }

  private static let asHTML = MoodleParts.asHTML

  mutating func question(_ item: QuizItem, prefix: String, idNumber: String) {
    guard item.isAnswerable, let type = parts.type(of: item) else {
      if left.insert(item.id).inserted { omissions.add(.notAnswerable) }
      return
    }
    written.insert(item.id)
    let parts = parts
    xml.element("question", [.init("type", is: type)]) { xml in
      // <name> is required and cut at 255 characters.
      xml.element("name") { $0.element("text", text: prefix + PlainText.shortened(PlainText.oneLine(item.stem), to: 200)) }
      xml.element("questiontext", Self.asHTML) { $0.element("text", escaping: parts.text(of: item)) }
      xml.element("generalfeedback", Self.asHTML) { $0.element("text", escaping: parts.markup.feedback(item)) }
      if case .essay(let essay) = item.interaction {
        xml.element("defaultgrade", text: String(max(1, essay.rubric.reduce(0) { $0 + $1.points })))
      } else {
        xml.element("defaultgrade", is: "1")
      }
      xml.element("penalty", is: "0.3333333")
      xml.element("hidden", is: "0")
      xml.element("idnumber", text: Self.idNumber(idNumber))
      parts.answers(of: item, &xml)
      xml.element("tags") { xml in
        for tag in [item.kind, parts.labels.level(item.level), item.pool.rawValue, item.chapter.text] {
          xml.element("tag") { $0.element("text", text: PlainText.shortened(tag, to: 50)) }
        }
      }
    }
  }

  /// At most 100 characters; a longer one keeps its beginning and gets a hash of the whole.
  static func idNumber(_ id: String) -> String {
    guard id.utf8.count > 100, id.unicodeScalars.count > 100 else { return id }
    return PlainText.shortened(id, to: 80).dropLast() + "-" + StableID.short(id)
  }

}

/// The pieces of a question.
private struct MoodleParts {
  static let asHTML: [XMLBuffer.Attribute] = [.init("format", is: "html")]
  let labels: Labels
  let markup: ItemMarkup

  func type(of item: QuizItem) -> StaticString? {
    switch item.interaction {
    case .choice(let options, _, _): return Fractions.share(of: options.filter(\.isKey).count) == nil ? nil : "multichoice"
    case .trueFalse: return "truefalse"
    case .match, .order: return "matching"
    case .shortAnswer: return "shortanswer"
    case .gaps(_, let gaps): return gaps.allSatisfy { !$0.distractors.isEmpty } ? "gapselect" : "cloze"
    case .essay: return "essay"
    }
  }

  func text(of item: QuizItem) -> HTMLBuffer {
    var html = markup.stem(item)
    switch item.interaction {
    case .gaps(let pieces, let gaps):
      html.markup("<p>")
      if gaps.allSatisfy({ !$0.distractors.isEmpty }) {
        var next = 1
        for (i, piece) in pieces.enumerated() {
          brackets(piece, &html)
          guard i < gaps.count else { continue }
          html.markup("[[")
          html.number(next)
          html.markup("]]")
          next += 1 + gaps[i].distractors.count
        }
      } else {
        for (i, piece) in pieces.enumerated() {
          html.text(Cloze.escaped(PlainText.oneLine(piece)))
          if i < gaps.count { html.text(Cloze.gap(gaps[i])) }
        }
      }
      html.markup("</p>")
    case .essay(let essay): html.html(markup.prompts(essay))
    case .choice, .trueFalse, .match, .order, .shortAnswer: break
    }
    return html
  }

  /// `[[1]]` of the author's is not a gap.
  private func brackets(_ text: String, _ html: inout HTMLBuffer) {
    for (i, part) in PlainText.oneLine(text).split(separator: "[[", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { html.markup("&#91;&#91;") }
      html.text(String(part))
    }
  }

  func answers(of item: QuizItem, _ xml: inout XMLBuffer) {
    switch item.interaction {
    case .choice(let options, let isMultiple, let isFixed):
      let keys = options.filter(\.isKey).count
      xml.element("single", text: isMultiple ? "false" : "true")
      xml.element("shuffleanswers", text: isFixed ? "false" : "true")
      // There is no ก ข ค among Moodle's numberings.
      xml.element("answernumbering", is: "none")
      xml.element("showstandardinstruction", is: "0")
      let wrong = isMultiple ? Fractions.penalty(of: options.count - keys) : "0"
      for option in options {
        answer(option.text, option.isKey ? Fractions.share(of: keys) ?? "100" : wrong, option.feedback, &xml)
      }
    case .trueFalse(let isTrue, let correction):
      let why = isTrue ? "" : correction
      for value in [true, false] {
        let fraction = XMLBuffer.Attribute("fraction", is: value == isTrue ? "100" : "0")
        xml.element("answer", [fraction, .init("format", is: "moodle_auto_format")]) { xml in
          xml.element("text", text: value ? "true" : "false")
          xml.element("feedback", Self.asHTML) { $0.element("text", escaping: { markup.append(why, &$0) }) }
        }
      }
    case .match(let pairs, let extra):
      xml.element("shuffleanswers", is: "true")
      for pair in pairs { subquestion(pair.left, pair.right, &xml) }
      for wrong in extra { subquestion("", wrong, &xml) }
    case .order(let steps):
      xml.element("shuffleanswers", is: "true")
      for (i, step) in steps.enumerated() { subquestion(labels.place(i + 1), step, &xml) }
    case .shortAnswer(let accepted):
      xml.element("usecase", is: "0")
      for text in TypedAnswers.variants(of: accepted) {
        answer(Wildcard.escaped(text), "100", "", &xml, isHTML: false)
      }
    case .gaps(_, let gaps):
      guard gaps.allSatisfy({ !$0.distractors.isEmpty }) else { return }
      xml.element("shuffleanswers", is: "1")
      for (i, gap) in gaps.enumerated() {
        for text in [gap.accepted[0]] + gap.distractors {
          xml.element("selectoption") { xml in
            xml.element("text", text: PlainText.oneLine(text))
            // Groups are numbered from 1; a gap offers its own group alone.
            xml.element("group", text: String(i + 1))
          }
        }
      }
    case .essay(let essay):
      xml.element("responseformat", is: "editor")
      xml.element("responserequired", is: "1")
      xml.element("responsefieldlines", is: "15")
      xml.element("attachments", is: "0")
      xml.element("attachmentsrequired", is: "0")
      xml.element("graderinfo", Self.asHTML) { $0.element("text", escaping: markup.graderNotes(essay)) }
      xml.element("responsetemplate", Self.asHTML) { $0.element("text", is: "") }
    }
  }

  private func answer(_ text: String, _ fraction: String, _ feedback: String, _ xml: inout XMLBuffer, isHTML: Bool = true) {
    let format: XMLBuffer.Attribute = isHTML ? .init("format", is: "html") : .init("format", is: "moodle_auto_format")
    xml.element("answer", [.init("fraction", fraction), format]) { xml in
      if isHTML {
        xml.element("text", escaping: { markup.append(text, &$0) })
      } else {
        xml.element("text", text: PlainText.oneLine(text))
      }
      xml.element("feedback", Self.asHTML) { $0.element("text", escaping: { markup.append(feedback, &$0) }) }
    }
  }

  /// A wrong answer that matches nothing is a subquestion with empty text.
  private func subquestion(_ left: String, _ right: String, _ xml: inout XMLBuffer) {
    xml.element("subquestion", Self.asHTML) { xml in
      xml.element("text", escaping: { markup.append(left, &$0) })
      xml.element("answer") { $0.element("text", text: PlainText.oneLine(right)) }
    }
  }
}

/// Fractions on Moodle's list; another number stops the import.
enum Fractions {
  private static let parts = ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"]

  /// What each of `count` keys is worth; nil when the list has no such part.
  static func share(of count: Int) -> String? { (1...parts.count).contains(count) ? parts[count - 1] : nil }

  /// What a wrong choice takes away, so that ticking everything earns nothing.
  static func penalty(of count: Int) -> String { count == 0 ? "0" : "-" + parts[min(count, parts.count) - 1] }
}

/// A typed answer's `*` stands for anything unless it is escaped.
enum Wildcard {
  static func escaped(_ text: String) -> String { text.utf8.contains(0x2A) ? text.replacing("*", with: "\\*") : text }
}

/// Moodle's embedded answers: `{1:SHORTANSWER:=…}`.
enum Cloze {
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if "}#~/\"\\{".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  static func gap(_ gap: Interaction.Gap) -> String {
    if gap.distractors.isEmpty {
      return "{1:SHORTANSWER:"
        + TypedAnswers.variants(of: gap.accepted).map { "=" + escaped(PlainText.oneLine($0)) }.joined(separator: "~") + "}"
    }
    return "{1:MULTICHOICE:=" + escaped(PlainText.oneLine(gap.accepted[0]))
      + gap.distractors.map { "~" + escaped(PlainText.oneLine($0)) }.joined() + "}"
  }
}

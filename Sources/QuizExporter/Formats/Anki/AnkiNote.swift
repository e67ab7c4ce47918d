import CourseModel
import Rendering

/// An item as an Anki note: fields of HTML under one of our three note types.
struct AnkiNote {
  var type: AnkiNoteType
  /// In the note type's order.
  var fields: [String]
  /// How many cards it makes.
  var cards: Int
}

/// Note types are told by their number, and their fields by their order: neither ever changes, and a later need takes a spare.
struct AnkiNoteType: Sendable {
  let id: Int
  let name: String
  let isCloze: Bool
  let fields: [String]
  let question: String
  let answer: String

  private static let spares = ["Key", "Source", "Chapter", "Extra", "Image"]
  private static let reason = """
    {{#Explanation}}<div class="why">{{Explanation}}</div>{{/Explanation}}
    {{#Extra}}<div class="extra">{{Extra}}</div>{{/Extra}}
    {{#Source}}<div class="source">{{Source}}</div>{{/Source}}
    """

  static let basic = AnkiNoteType(
    id: 1_700_000_000_101, name: "tamra basic", isCloze: false, fields: ["Front", "Back", "Explanation"] + spares,
    question: "<div class=\"chapter\">{{Chapter}}</div><div class=\"ask\">{{Front}}</div>{{#Image}}<div>{{Image}}</div>{{/Image}}",
    answer: "{{FrontSide}}<hr id=answer><div class=\"key\">{{Back}}</div>" + reason)
  static let cloze = AnkiNoteType(
    id: 1_700_000_000_102, name: "tamra cloze", isCloze: true, fields: ["Text", "Explanation"] + spares,
    question:
      "<div class=\"chapter\">{{Chapter}}</div><div class=\"ask\">{{cloze:Text}}</div>{{#Image}}<div>{{Image}}</div>{{/Image}}",
    answer:
      "<div class=\"chapter\">{{Chapter}}</div><div class=\"ask\">{{cloze:Text}}</div>{{#Image}}<div>{{Image}}</div>{{/Image}}<hr id=answer>"
      + reason)
  static let choice = AnkiNoteType(
    id: 1_700_000_000_103, name: "tamra choice", isCloze: false,
    fields: ["Question", "Options", "Answer", "Why", "Explanation"] + spares,
    question:
      "<div class=\"chapter\">{{Chapter}}</div><div class=\"ask\">{{Question}}</div>{{#Image}}<div>{{Image}}</div>{{/Image}}{{Options}}",
    answer: "{{FrontSide}}<hr id=answer><div class=\"key\">{{Answer}}</div>{{#Why}}<div class=\"why\">{{Why}}</div>{{/Why}}"
      + reason)

  static let all = [basic, cloze, choice]

  static let style = """
    .card { font-family: Sarabun, "Noto Sans Thai", sans-serif; font-size: 20px; line-height: 1.6; text-align: left; max-width: 40em; margin: 0 auto; }
    .chapter, .source, .extra { font-size: 15px; opacity: .75; }
    .key { font-weight: 600; }
    blockquote { margin: .6em 0; padding-left: .8em; border-left: 3px solid currentColor; }
    .cloze { font-weight: 600; }
    """
}

/// Turns items into notes.
struct AnkiNoteWriter {
  let labels: Labels
  let options: QuizWritingOptions
  private let markup: ItemMarkup

  init(labels: Labels, options: QuizWritingOptions) {
    self.labels = labels
    self.options = options
    // The link has a field of its own.
    markup = ItemMarkup(labels: labels, options: QuizWritingOptions())
  }

  func note(_ item: QuizItem, chapter: String) -> AnkiNote? {
    guard item.isAnswerable else { return nil }
    let explanation = html(markup.feedback(item))
    let rest = [item.id, source(item), text(chapter), "", ""]
    let stem = html(markup.stem(item))
    func basic(_ front: String, _ back: String, _ explanation: String) -> AnkiNote {
      AnkiNote(type: .basic, fields: [front, back, explanation] + rest, cards: 1)
    }
    switch item.interaction {
    case .choice(let choices, _, _):
      let why = choices.enumerated().filter { !$0.element.feedback.isEmpty }.map { i, option in
        "<li>\(labels.letter(i)). \(text(option.feedback))</li>"
      }.joined()
      let keys = choices.enumerated().filter(\.element.isKey).map { "\(labels.letter($0)). \(text($1.text))" }.joined(
        separator: "<br>")
      let list = choices.enumerated().map { "<li>\(labels.letter($0)). \(text($1.text))</li>" }.joined()
      return AnkiNote(
        type: .choice,
        fields: [
          stem, "<ul style=\"list-style:none\">\(list)</ul>", keys, why.isEmpty ? "" : "<ul style=\"list-style:none\">\(why)</ul>",
        ]
          + [explanation] + rest, cards: 1)
    case .trueFalse(let isTrue, _):
      return basic(
        stem + "<p>\(text(labels.right)) / \(text(labels.wrong))</p>", text(isTrue ? labels.right : labels.wrong), explanation)
    case .shortAnswer(let accepted): return basic(stem, accepted.map(text).joined(separator: "<br>"), explanation)
    case .match(let pairs, let extra):
      let right = (pairs.map(\.right) + extra).sorted { StableID.number($0) < StableID.number($1) }
      let front = "<ul>\(items(pairs.map(\.left)))</ul><p>—</p><ul>\(items(right))</ul>"
      let back = pairs.map { "\(text($0.left)) = \(text($0.right))" }.joined(separator: "<br>")
      return basic(stem + front, back, explanation)
    case .order(let steps):
      let mixed = steps.sorted { StableID.number($0) < StableID.number($1) }
      return basic(stem + "<ul>\(items(mixed))</ul>", "<ol>\(items(steps))</ol>", explanation)
    case .gaps(let pieces, let gaps):
      var line = ""
      for (i, piece) in pieces.enumerated() {
        line += text(piece)
        if i < gaps.count { line += "{{c\(i + 1)::\(text(gaps[i].accepted[0]).replacing("::", with: "&#58;&#58;"))}}" }
      }
      return AnkiNote(type: .cloze, fields: [stem + "<p>\(line)</p>", explanation] + rest, cards: gaps.count)
    case .essay(let essay):
      return basic(stem + html(markup.prompts(essay)), html(markup.graderNotes(essay)), explanation)
    }
  }

  private func source(_ item: QuizItem) -> String {
    guard let link = options.link(item), !link.isEmpty else { return "" }
    var html = HTMLBuffer()
    html.markup("<a")
    html.attribute("href", link)
    html.markup(">")
    html.text(labels.openChapter)
    html.markup("</a>")
    return html.string
  }

  private func items(_ texts: [String]) -> String { texts.map { "<li>\(text($0))</li>" }.joined() }

  private func text(_ text: String) -> String { html(markup.inline(text)) }

  /// Braces, brackets and backslashes begin Anki's own fields, sounds and formulas: as references they are only text.
  private func html(_ buffer: HTMLBuffer) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(buffer.count)
    for byte in buffer.bytes {
      switch byte {
      case 0x7B: out += Array("&#123;".utf8)
      case 0x7D: out += Array("&#125;".utf8)
      case 0x5B: out += Array("&#91;".utf8)
      case 0x5C: out += Array("&#92;".utf8)
      case 0x1F: continue
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

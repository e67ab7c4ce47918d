import CourseModel
import Rendering

extension PageContext {
  /// The ways to the page before and the page after; nothing on a list of one page.
  func paging(page: Int, of count: Int, root: String, path: (Int) -> String, into out: inout HTMLBuffer) {
    guard count > 1 else { return }
    out.markup("<nav class=\"paging\"")
    out.attribute("aria-label", words(.page))
    out.markup(">\n")
    if page > 1 { out.link(root + path(page - 1), class: "button", "← " + words(.previous)) }
    out.span("span", class: "soft", "\(words(.page)) \(page) / \(count)")
    if page < count { out.link(root + path(page + 1), class: "button", words(.next) + " →") }
    out.markup("</nav>\n")
  }

  /// The letters of an index, each leading to the page where its entries begin. `letters` are those of all entries, in their order.
  func letterIndex(_ letters: some Sequence<String>, pageSize: Int, root: String, path: (Int) -> String, into out: inout HTMLBuffer)
  {
    var last: String?
    out.element("ul", class: "letters") { out in
      for (i, letter) in letters.enumerated() where letter != last {
        last = letter
        out.markup("<li>")
        out.link(root + path(i / pageSize + 1) + "#" + Self.anchor(ofLetter: letter), letter)
        out.markup("</li>")
      }
    }
  }

  /// An ASCII anchor of a letter: «ก» → `letter-e01`.
  static func anchor(ofLetter letter: String) -> String {
    "letter-" + letter.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  func question(_ question: Question, root: String, isLinked: Bool, into out: inout HTMLBuffer) {
    out.element("article", class: "question", id: question.id.text) { out in
      out.element("p", class: "kind") { $0.text(words(question.kind.word)) }
      out.element("h2") { out in
        if isLinked, let place = place(of: .question(question.id)) {
          out.link(root + place) { thai(question.text, into: &$0) }
        } else {
          thai(question.text, into: &out)
        }
      }
      if !question.prompts.isEmpty {
        out.element("ul") { out in
          for prompt in question.prompts { out.element("li") { thai(prompt, into: &$0) } }
        }
      }
      if settings.practice {
        out.element("p", class: "actions") {
          $0.link(root + SitePaths.practice(question.id), class: "button", words(.practiseThis))
        }
      }
    }
  }
}

extension Question.Kind {
  var word: Word {
    switch self {
    case .discussion: return .discussionQuestion
    case .activity: return .activity
    case .exercise: return .exercise
    }
  }
}

extension Relation.Kind {
  var word: Word {
    switch self {
    case .broader: return .broader
    case .narrower: return .narrower
    case .partOf: return .partOf
    case .hasPart: return .hasPart
    case .contrasts: return .contrasts
    case .seeAlso: return .seeAlso
    }
  }
}

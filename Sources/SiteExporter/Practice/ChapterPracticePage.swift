import CourseModel
import Rendering

/// The way into a chapter's practice: its sections with how many items each has, its questions, its flashcards, and what to look at again;
/// and the items themselves, where one page holds them.
struct ChapterPracticePage {
  let context: PageContext
  let chapter: Chapter
  let shelves: PracticeShelves

  var path: String { SitePaths.practice(chapter.id) }

  func render() -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    return context.plainPage(
      path, title: "\(words(.practice)) \(words.chapter(chapter.number))", description: chapter.title, kind: "practice-index",
      eyebrow: chapter.title, head: PageHead(scripts: (hasItems ? PracticePage.head.scripts : []) + ["practice-index.js"])
    ) { out in
      lead(root: root, into: &out)
      if hasItems { context.practiceList(shelves.shelves, total: shelves.count, path: path, root: root, into: &out) }
      if shelves.shelves.count > (hasItems ? 1 : 0) { sections(root: root, into: &out) }
      out.markup("<section class=\"weak\" hidden")
      out.attribute("data-root", root)
      out.attribute("data-title", words(.weak))
      out.attribute("data-right", words(.correct))
      out.attribute("data-again", words(.practiseAgain))
      out.markup("></section>\n")
      questions(root: root, into: &out)
      out.element("p", class: "actions") { out in
        if context.hasFlashcards(chapter.id) {
          out.link(root + SitePaths.flashcards(chapter.id), class: "button", words(.flashcards))
        }
        out.link(root + SitePaths.chapter(chapter.id), class: "button", "← " + words(.read))
      }
    }
  }

  private var hasItems: Bool { shelves.isOnePage && !shelves.shelves.isEmpty }

  private func lead(root: String, into out: inout HTMLBuffer) {
    let words = context.words
    guard let first = shelves.shelves.first else { return out.element("p", class: "lead") { $0.text(words(.noItems)) } }
    out.element("p", class: "lead") {
      $0.text(words.count(shelves.count, .item) + " · " + words(.practiceHelp))
    }
    if hasItems { return }
    out.element("p", class: "actions") {
      $0.link(root + shelves.path(of: first.section?.id), class: "button primary", words(.startPractice))
    }
  }

  private func sections(root: String, into out: inout HTMLBuffer) {
    let words = context.words
    out.element("h2") { $0.text(words(.bySection)) }
    out.element("ul", class: "plain-list practice-sections") { out in
      for shelf in shelves.shelves {
        out.markup("<li")
        out.attribute("data-items", shelf.items.map(\.id).joined(separator: " "))
        out.markup(">")
        out.link(root + shelves.link(to: shelf.section?.id)) { context.thai(shelf.section?.title ?? words(.atLarge), into: &$0) }
        out.markup(" ")
        out.span("span", class: "soft", words.count(shelf.items.count, .item))
        out.markup("</li>\n")
      }
    }
  }

  private func questions(root: String, into out: inout HTMLBuffer) {
    let questions = context.questions(of: chapter.id)
    guard !questions.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.questions)) }
    out.element("ul", class: "plain-list") { out in
      for question in questions {
        out.element("li") { $0.link(root + SitePaths.practice(question.id)) { context.thai(question.text, into: &$0) } }
      }
    }
  }
}

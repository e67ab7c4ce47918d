import CourseModel
import Rendering

/// The items of one shelf, a page of them: a list that can be read and a quiz that can be taken.
struct PracticePage {
  /// Items on one page: a screenful for a phone to load, an evening's work to answer.
  static let most = 20

  let context: PageContext
  let chapter: Chapter
  let shelf: PracticeShelves.Shelf
  /// From 1.
  let page: Int
  /// Where one goes from here: the next shelf of the chapter.
  let next: String?

  var path: String { path(page: page) }

  private func path(page: Int) -> String { SitePaths.practice(chapter.id, section: shelf.section?.id, page: page) }

  func render() -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    let items = Array(CourseIndex.slice(shelf.items, page: page, of: Self.most))
    let count = CourseIndex.pages(shelf.items.count, of: Self.most)
    let title = "\(words(.practice)): \(shelf.section?.title ?? chapter.title)" + (page > 1 ? " (\(page))" : "")
    return context.plainPage(
      path, title: title, description: chapter.title, kind: "practice", eyebrow: words.chapter(chapter.number),
      head: PracticePage.head
    ) { out in
      context.practiceList(
        [.init(items: items)], start: (page - 1) * Self.most, total: shelf.items.count, path: path, root: root, into: &out)
      context.paging(page: page, of: count, root: root, path: { path(page: $0) }, into: &out)
      out.element("p", class: "actions") { out in
        let place = SitePaths.chapter(chapter.id) + (shelf.section.map { "#" + $0.id.text } ?? "")
        out.link(root + place, class: "button", "← " + words(.read))
        out.link(root + SitePaths.practice(chapter.id), class: "button", words(.practiceOfChapter))
        if let next, page == count { out.link(root + next, class: "button primary", words(.nextSection) + " →") }
      }
    }
  }

  static let head = PageHead(scripts: ["fold.js", "practice.js"])
}

extension PageContext {
  /// Items one below the other, of several shelves each under the name of its section; `start` is how many come before them.
  func practiceList(
    _ shelves: [PracticeShelves.Shelf], start: Int = 0, total: Int, path: String, root: String, into out: inout HTMLBuffer
  ) {
    let count = shelves.reduce(0) { $0 + $1.items.count }
    guard count > 0 else { return }
    // The script's own, in its place from the start, so that nothing moves when it comes.
    out.element("div", class: "progress") { out in
      out.markup("<span aria-live=\"polite\">")
      out.text("\(words(.progress)) 0 / \(count) · \(words(.correct)) 0")
      out.markup("</span><progress value=\"0\"")
      out.attribute("max", String(count))
      out.attribute("aria-label", words(.progress))
      out.markup("></progress><button type=\"button\" class=\"button\">")
      out.text(words(.restart))
      out.markup("</button>")
    }
    out.markup("<div class=\"practice-list\"")
    out.attribute("data-page", path)
    practiceWords(into: &out)
    out.markup(">\n")
    var number = start
    for shelf in shelves {
      let section = shelves.count > 1 ? (PracticeShelves.key(shelf.section?.id), shelf.section?.title ?? words(.atLarge)) : nil
      for item in shelf.items {
        number += 1
        var shown = PracticeItem(context: self, item: item, number: number, of: total, root: root)
        shown.section = section
        shown.write(into: &out)
      }
    }
    out.markup("</div>\n")
  }

  /// What the script says, so that it holds no language of its own.
  func practiceWords(into out: inout HTMLBuffer) {
    out.attribute("data-check", words(.check))
    out.attribute("data-next", words(.nextItem))
    out.attribute("data-correct", words(.correct))
    out.attribute("data-wrong", words(.notCorrect))
    out.attribute("data-progress", words(.progress))
    out.attribute("data-finished", words(.finished))
    out.attribute("data-compare", words(.compareWithKey))
    out.attribute("data-keys", words(.keyboardHelp))
    out.attribute("data-all", words(.allItems))
  }
}

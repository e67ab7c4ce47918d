import CourseModel
import Diagnostics
import Prose
import Rendering

/// A chapter with its contents beside it. Made in the second pass, while its document is at hand.
struct ChapterPage {
  let context: PageContext
  let chapter: Chapter
  let document: Document
  let marks: [Mark]
  let layouts: [FigureID: GraphLayout]
  var practice: PracticeShelves?

  /// The page's bytes and the course paths of the pictures it shows.
  func render() -> (bytes: [UInt8], media: [String], passages: [ConceptPassage]) {
    let path = SitePaths.chapter(chapter.id)
    let root = SitePaths.root(from: path)
    let words = context.words

    var hooks = ChapterHooks(context, chapter: chapter, root: root, marks: marks, layouts: layouts, practice: practice)
    var text = HTMLBuffer(capacity: 65536)
    let options = ProseOptions(
      allowsRawHTML: context.settings.rawHTML, filtersTags: true, language: words.language, unbreakable: context.runs)
    ProseRenderer(options).render(document.blocks, marks: marks, hooks: &hooks, into: &text)
    hooks.endSection(into: &text)

    var out = HTMLBuffer(capacity: text.bytes.count + 16384)
    out.markup("<div class=\"page has-contents\">\n")
    contents(into: &out)
    out.markup("<main id=\"text\">\n")
    // Whatever could not bear its name in the text (a record read from front matter) has it here, so that no link leads nowhere.
    for id in context.anchors(of: chapter.id) where !hooks.used.contains(id) {
      out.markup("<span")
      out.attribute("id", id)
      out.markup("></span>\n")
    }
    out.element("p", class: "eyebrow") { $0.text(words.chapter(chapter.number)) }
    out.element("h1") { context.thai(chapter.title, into: &$0) }
    objectives(into: &out)
    out.html(text)
    neighbours(root: root, into: &out)
    out.markup("</main>\n</div>\n")
    let title = chapter.number.map { "\(words.chapter($0)) \(chapter.title)" } ?? chapter.title
    let bytes = context.page(
      path, title: title, description: chapter.objectives.first?.text ?? chapter.title, kind: "chapter",
      head: PageHead(
        scripts: hooks.hasTrials ? ["practice.js"] : [], isArticle: true, card: chapter.id,
        data: context.learningResource(chapter, path: path)),
      body: out)
    return (bytes, hooks.media, hooks.passages)
  }

  /// Second and third levels, one inside the other; folded behind a button on a narrow screen.
  private func contents(into out: inout HTMLBuffer) {
    let words = context.words
    out.markup("<details class=\"contents\">\n")
    out.element("summary") { $0.text(words(.contents)) }
    out.markup("<nav")
    out.attribute("aria-label", words(.contents))
    out.markup(">\n")
    out.element("p", class: "label") { $0.text(words.chapter(chapter.number)) }
    out.markup("<ol>\n")
    var isItemOpen = false
    var isInner = false
    for section in context.sections(of: chapter.id) where section.level == 2 || section.level == 3 {
      if section.level == 2 || !isItemOpen {
        if isInner { out.markup("</ol>\n") }
        if isItemOpen { out.markup("</li>\n") }
        (isItemOpen, isInner) = (true, false)
        out.markup("<li>")
      } else {
        out.markup(isInner ? "<li>" : "<ol>\n<li>")
        isInner = true
      }
      out.link("#" + section.id.text) { context.thai(section.title, into: &$0) }
      if isInner { out.markup("</li>\n") }
    }
    if isInner { out.markup("</ol>\n") }
    if isItemOpen { out.markup("</li>\n") }
    out.markup("</ol>\n</nav>\n</details>\n")
  }

  private func objectives(into out: inout HTMLBuffer) {
    guard !chapter.objectives.isEmpty else { return }
    out.element("section", class: "objectives") { out in
      out.element("h2") { $0.text(context.words(.objectives)) }
      out.element("ul") { out in
        for objective in chapter.objectives { out.element("li") { context.thai(objective.text, into: &$0) } }
      }
    }
  }

  private func neighbours(root: String, into out: inout HTMLBuffer) {
    let (before, after) = context.neighbours(of: chapter.id)
    out.markup("<nav class=\"paging\"")
    out.attribute("aria-label", context.words(.chapters))
    out.markup(">\n")
    if let before {
      out.link(root + SitePaths.chapter(before.id), class: "button", "← " + context.words.chapter(before.number))
    }
    if context.settings.practice {
      out.link(root + SitePaths.practice(chapter.id), class: "button primary", context.words(.practice))
    }
    context.handoutsLink(chapter.id, root: root, into: &out)
    if let after {
      out.link(root + SitePaths.chapter(after.id), class: "button", context.words.chapter(after.number) + " →")
    }
    out.markup("</nav>\n")
    guard context.settings.downloads.contains(.chapters) else { return }
    out.element("p", class: "actions") { out in
      out.markup("<a class=\"button\" download")
      out.attribute("href", root + SitePaths.single(chapter.id))
      out.markup(">")
      out.text(context.words(.wholeChapter))
      out.markup("</a>")
    }
  }
}

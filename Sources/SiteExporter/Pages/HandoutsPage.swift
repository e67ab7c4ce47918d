import CourseModel
import Rendering

/// Something to print or to keep, beside the site: a sheet as a page and as PDF, a book.
package struct Handout: Sendable {
  /// nil for one of the whole course.
  package var chapter: ChapterID?
  package var title: String
  /// Its forms, the one to open first; from the site's folder, with `/`.
  package var paths: [String]

  package init(chapter: ChapterID?, title: String, paths: [String]) {
    self.chapter = chapter
    self.title = title
    self.paths = paths
  }
}

/// All handouts by chapter, each form a link.
struct HandoutsPage: Page {
  var path: String { SitePaths.handouts }

  func render(_ context: PageContext) -> [UInt8] {
    context.plainPage(path, title: context.words(.sheetsToPrint), kind: "handouts") { out in
      list(context.handouts[nil] ?? [], context, into: &out)
      for chapter in context.course.all.chapters {
        guard let handouts = context.handouts[chapter.id] else { continue }
        out.element("h2", id: chapter.id.text) { out in
          if let number = chapter.number { out.text(context.words.chapter(number) + " ") }
          context.thai(chapter.title, into: &out)
        }
        list(handouts, context, into: &out)
      }
    }
  }

  private func list(_ handouts: [Handout], _ context: PageContext, into out: inout HTMLBuffer) {
    guard !handouts.isEmpty else { return }
    out.element("ul", class: "plain-list") { out in
      for handout in handouts {
        out.element("li") { out in
          for (i, path) in handout.paths.enumerated() {
            if i == 0 {
              out.link(path) { context.thai(handout.title, into: &$0) }
            } else {
              out.markup(" <span class=\"soft\">·</span> ")
              out.link(path) { out in
                out.text(Self.form(of: path))
                // Of many links called «PDF» each says whose it is.
                out.span("span", class: "visually-hidden", " " + handout.title)
              }
            }
          }
        }
      }
    }
  }

  /// «PDF», by the ending.
  private static func form(of path: String) -> String { path.split(separator: ".").last.map { $0.uppercased() } ?? path }
}

extension PageContext {
  /// The way to a chapter's handouts; nothing where it has none.
  func handoutsLink(_ chapter: ChapterID, root: String, into out: inout HTMLBuffer) {
    guard handouts[chapter] != nil else { return }
    out.link(root + SitePaths.handouts + "#" + chapter.text, class: "button", words(.sheetsToPrint))
  }
}

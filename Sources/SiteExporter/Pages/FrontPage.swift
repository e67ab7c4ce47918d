import CourseModel
import Rendering

/// The way in: the chapters with their sections, and what else the site holds.
package struct FrontPage: Page {
  package var path: String { SitePaths.front }

  /// Chapters listed with their sections; a longer course lists titles alone.
  private static let mostDetailed = 40

  package func render(_ context: PageContext) -> [UInt8] {
    let course = context.course.all
    let words = context.words
    return context.plainPage(path, title: context.siteTitle, kind: "front") { out in
      if !course.authors.isEmpty {
        out.element("p", class: "lead") { context.thai(course.authors.joined(separator: " · "), into: &$0) }
      }
      out.element("p", class: "lead") { out in
        let facts = [
          words.count(course.chapters.count, .chapter), words.count(course.concepts.count, .term),
          words.count(course.definitions.count, .definition),
          words.count(course.questions.count { $0.kind != .activity }, .question),
        ]
        // A number stays with what it counts.
        out.text(facts.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " · "))
      }
      out.element("ol", class: "cards") { out in
        for chapter in course.chapters { card(chapter, context, into: &out) }
      }
    }
  }

  private func card(_ chapter: Chapter, _ context: PageContext, into out: inout HTMLBuffer) {
    let words = context.words
    let path = SitePaths.chapter(chapter.id)
    out.element("li", class: "card") { out in
      out.element("p", class: "eyebrow") { $0.text(words.chapter(chapter.number)) }
      out.element("h2") { $0.link(path) { context.thai(chapter.title, into: &$0) } }
      let sections = context.sections(of: chapter.id).filter { $0.level == 2 }
      if context.course.all.chapters.count <= Self.mostDetailed, !sections.isEmpty {
        out.element("ul", class: "plain-list") { out in
          for section in sections {
            out.element("li") { $0.link("\(path)#\(section.id.text)") { context.thai(section.title, into: &$0) } }
          }
        }
      }
      out.element("p", class: "actions") { out in
        out.link(path, class: "button primary", words(.read))
        if context.settings.practice { out.link(SitePaths.practice(chapter.id), class: "button", words(.practice)) }
        if context.settings.practice, context.hasFlashcards(chapter.id) {
          out.link(SitePaths.flashcards(chapter.id), class: "button", words(.flashcards))
        }
        context.handoutsLink(chapter.id, root: "", into: &out)
      }
    }
  }
}

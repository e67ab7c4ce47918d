import CourseModel
import Rendering

/// The course's terms in Thai dictionary order, each with its English and its first definition.
package struct GlossaryPage: Page {
  /// From 1.
  let page: Int

  package var path: String { SitePaths.glossary(page: page) }

  static func all(_ course: Course) -> [any Page] {
    (1...CourseIndex.pages(course.concepts.count, of: CourseIndex.longPageSize)).map { GlossaryPage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let size = CourseIndex.longPageSize
    let entries = context.index.glossary
    return context.plainPage(path, title: words(.glossary), kind: "glossary") { out in
      if !context.index.englishGlossary.isEmpty {
        out.element("p", class: "actions") { $0.link(SitePaths.englishGlossary(), class: "button", words(.englishToThai)) }
      }
      context.letterIndex(
        entries.lazy.map(\.letter), pageSize: size, root: "", path: { SitePaths.glossary(page: $0) }, into: &out)
      // A letter's anchor stands where it begins, which may be on the page before.
      let start = (page - 1) * size
      var last = start > 0 && start <= entries.count ? entries[start - 1].letter : ""
      var isOpen = false
      for (letter, id) in CourseIndex.slice(entries, page: page, of: size) {
        guard let concept = context.course[id] else { continue }
        if letter != last || !isOpen {
          if isOpen { out.markup("</dl>\n") }
          out.element("h2", id: letter == last ? nil : PageContext.anchor(ofLetter: letter)) { $0.text(letter) }
          out.markup("<dl class=\"entries\">\n")
          isOpen = true
          last = letter
        }
        out.element("div") { entry(concept, context, into: &$0) }
      }
      if isOpen { out.markup("</dl>\n") }
      context.paging(
        page: page, of: CourseIndex.pages(entries.count, of: size), root: "", path: { SitePaths.glossary(page: $0) }, into: &out)
    }
  }

  private func entry(_ concept: Concept, _ context: PageContext, into out: inout HTMLBuffer) {
    out.element("dt", id: concept.id.text) { out in
      out.link(SitePaths.concept(concept.id), class: "term") { context.thai(concept.term, into: &$0) }
      if !concept.english.isEmpty {
        out.markup(" <span class=\"soft\" lang=\"en\">")
        out.text(concept.english.joined(separator: ", "))
        out.markup("</span>")
      }
    }
    out.element("dd") { out in
      if let definition = concept.definitions.first.flatMap({ context.course[$0] }) {
        context.thai(definition.statement, into: &out)
        let who = definition.authors.first.map { context.course[$0.person]?.display ?? $0.name }
        if let who {
          out.markup(" – ")
          context.thai(who, into: &out)
        }
        if concept.definitions.count > 1 {
          out.markup(" ")
          out.link(SitePaths.concept(concept.id), context.words.count(concept.definitions.count, .definition))
        }
      } else if let section = concept.sections.first.flatMap({ context.course[$0] }) {
        context.sectionLink(section.id, chapter: section.chapter, fragment: nil, root: "", into: &out)
      }
    }
  }
}

import CourseModel
import Rendering

/// The course's English terms in alphabetical order, each with the Thai term it stands for.
package struct EnglishGlossaryPage: Page {
  /// From 1.
  let page: Int

  package var path: String { SitePaths.englishGlossary(page: page) }

  /// None where no concept has an English term.
  static func all(_ course: Course) -> [any Page] {
    let terms = course.concepts.reduce(0) { $0 + $1.english.count }
    guard terms > 0 else { return [] }
    return (1...CourseIndex.pages(terms, of: CourseIndex.longPageSize)).map { EnglishGlossaryPage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let size = CourseIndex.longPageSize
    let entries = context.index.englishGlossary
    return context.plainPage(
      path, title: words(.glossary) + " " + words(.englishToThai), kind: "glossary"
    ) { out in
      out.element("p", class: "actions") { $0.link(SitePaths.glossary(), class: "button", words(.thaiToEnglish)) }
      context.letterIndex(
        entries.lazy.map(\.letter), pageSize: size, root: "", path: { SitePaths.englishGlossary(page: $0) }, into: &out)
      let shown = CourseIndex.slice(entries, page: page, of: size)
      // A letter's anchor stands where it begins, which may be on the page before.
      var last = shown.startIndex > 0 ? entries[shown.startIndex - 1].letter : ""
      var isOpen = false
      for entry in shown {
        guard let concept = context.course[entry.id] else { continue }
        if entry.letter != last || !isOpen {
          if isOpen { out.markup("</dl>\n") }
          out.element("h2", id: entry.letter == last ? nil : PageContext.anchor(ofLetter: entry.letter)) { $0.text(entry.letter) }
          out.markup("<dl class=\"entries\">\n")
          isOpen = true
          last = entry.letter
        }
        out.element("div") { out in
          out.markup("<dt lang=\"en\">")
          out.text(entry.name)
          out.markup("</dt>\n")
          out.element("dd") { out in
            out.link(SitePaths.concept(concept.id), class: "term") { context.thai(concept.term, into: &$0) }
          }
        }
      }
      if isOpen { out.markup("</dl>\n") }
      context.paging(
        page: page, of: CourseIndex.pages(entries.count, of: size), root: "",
        path: { SitePaths.englishGlossary(page: $0) }, into: &out)
    }
  }
}

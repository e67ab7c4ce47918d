import CourseModel
import Rendering

/// Who defined what, year by year, in both eras. Definitions without a year stand at the end.
package struct TimelinePage: Page {
  /// From 1.
  let page: Int

  package var path: String { SitePaths.timeline(page: page) }

  static func all(_ course: Course) -> [any Page] {
    let count = course.definitions.count { $0.kind == .definition && !$0.authors.isEmpty }
    return (1...CourseIndex.pages(count, of: CourseIndex.pageSize)).map { TimelinePage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let entries = context.index.timeline
    return context.plainPage(path, title: words(.timeline), kind: "timeline-page") { out in
      var year: Int?
      var isOpen = false
      for entry in CourseIndex.slice(entries, page: page, of: CourseIndex.pageSize) {
        guard let definition = context.course[entry.definition] else { continue }
        if !isOpen || entry.year != year {
          if isOpen { out.markup("</section>\n") }
          isOpen = true
          year = entry.year
          out.open("section", class: "timeline-year")
          out.element("h2") { out in
            guard let year else { return out.text(words(.undated)) }
            out.text(context.eras(CitedYear(printed: "", era: .buddhist, gregorian: year)) ?? "")
          }
        }
        context.statement(definition, showsTerm: true, root: "", into: &out)
      }
      if isOpen { out.markup("</section>\n") }
      context.paging(
        page: page, of: CourseIndex.pages(entries.count, of: CourseIndex.pageSize), root: "",
        path: { SitePaths.timeline(page: $0) }, into: &out)
    }
  }
}

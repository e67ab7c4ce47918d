import CourseModel
import Rendering

/// A scholar, monk or organisation: the definitions they gave, the works cited and where. Definitions and works are paged together.
package struct PersonPage: Page {
  let person: PersonID
  /// From 1.
  let page: Int

  package var path: String { SitePaths.person(person, page: page) }

  static func all(_ course: Course) -> [any Page] {
    course.people.flatMap { person -> [any Page] in
      let entries = max(person.definitions.count, person.works.count)
      return (1...CourseIndex.pages(entries, of: CourseIndex.pageSize)).map { PersonPage(person: person.id, page: $0) }
    }
  }

  package func input(_ context: PageContext) -> PageInput { .records(0) }

  package func render(_ context: PageContext) -> [UInt8] {
    guard let person = context.course[person] else { return [] }
    let words = context.words
    let root = SitePaths.root(from: path)
    return context.plainPage(
      path, title: person.display, description: person.display, kind: "person",
      eyebrow: words(person.kind == .organisation ? .organisation : .people)
    ) { out in
      let definitions = CourseIndex.slice(person.definitions, page: page, of: CourseIndex.pageSize).compactMap {
        context.course[$0]
      }
      if !definitions.isEmpty {
        out.element("h2") { $0.text(words(.definedBy)) }
        for definition in definitions { context.statement(definition, showsTerm: true, root: root, into: &out) }
      }
      let works = CourseIndex.slice(person.works, page: page, of: CourseIndex.pageSize).compactMap { context.course[$0] }
      if !works.isEmpty {
        out.element("h2") { $0.text(words(.works)) }
        out.element("ul", class: "references") { out in
          for work in works { context.reference(work, root: root, hasAnchor: false, into: &out) }
        }
      }
      let pages = CourseIndex.pages(max(person.definitions.count, person.works.count), of: CourseIndex.pageSize)
      context.paging(page: page, of: pages, root: root, path: { SitePaths.person(person.id, page: $0) }, into: &out)
    }
  }
}

extension PageContext {
  /// At most so many places are listed under one work.
  private static let mostPlaces = 20

  /// An entry of the bibliography and where it is cited.
  func reference(_ work: Work, root: String, hasAnchor: Bool, into out: inout HTMLBuffer) {
    out.element("li", id: hasAnchor ? work.id.text : nil) { out in
      if !references.isThai(work) { out.markup("<span lang=\"en\">") }
      for part in references.entry(work) {
        if part.isTitle {
          out.open("cite")
          thai(part.text, into: &out)
          out.markup("</cite>")
        } else {
          thai(part.text, into: &out)
        }
      }
      if !references.isThai(work) { out.markup("</span>") }
      places(of: work, root: root, into: &out)
      if hasAnchor { formats(of: work, into: &out) }
    }
  }

  private func places(of work: Work, root: String, into out: inout HTMLBuffer) {
    let citations = work.citations.prefix(Self.mostPlaces).compactMap { course[$0] }
    guard !citations.isEmpty else { return }
    out.markup("<span class=\"soft\">")
    out.text(words(.citedAt) + " ")
    for (i, citation) in citations.enumerated() {
      if i > 0 { out.markup(" · ") }
      sectionLink(citation.section, chapter: citation.chapter, fragment: citation.id.text, root: root, into: &out)
    }
    if work.citations.count > Self.mostPlaces { out.markup(" …") }
    out.markup("</span>")
  }

  /// The entry for reference programs, folded: to select and copy, with a button where scripts run.
  private func formats(of work: Work, into out: inout HTMLBuffer) {
    var json = JSONBuffer()
    json.array { CSLJSON.write(work, in: course.all, into: &$0) }
    out.element("details", class: "formats") { out in
      out.element("summary") { $0.text(words(.copy)) }
      for text in [BibTeX.entry(work, in: course.all), String(decoding: json.bytes, as: UTF8.self)] {
        out.element("pre") { $0.text(text) }
      }
    }
  }
}

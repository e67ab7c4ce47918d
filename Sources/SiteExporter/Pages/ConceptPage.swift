import CourseModel
import Rendering

/// A term: how it is called, who defines it how, what it belongs with, where it is spoken of. Definitions are paged.
package struct ConceptPage: Page {
  let concept: ConceptID
  /// From 1.
  let page: Int

  package var path: String { SitePaths.concept(concept, page: page) }

  static func all(_ course: Course) -> [any Page] {
    course.concepts.flatMap { concept -> [any Page] in
      (1...CourseIndex.pages(concept.definitions.count, of: CourseIndex.pageSize)).map {
        ConceptPage(concept: concept.id, page: $0)
      }
    }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    guard let concept = context.course[concept] else { return [] }
    let words = context.words
    let root = SitePaths.root(from: path)
    let first = concept.definitions.first.flatMap { context.course[$0]?.statement }
    return context.plainPage(
      path, title: concept.term, description: first ?? concept.term, kind: "concept", eyebrow: words(.term)
    ) { out in
      names(concept, words: words, context, into: &out)
      definitions(concept, root: root, context, into: &out)
      if page == 1 {
        enumerations(root: root, context, into: &out)
        relations(concept, root: root, context, into: &out)
        sections(concept, root: root, context, into: &out)
      }
      let pages = CourseIndex.pages(concept.definitions.count, of: CourseIndex.pageSize)
      context.paging(page: page, of: pages, root: root, path: { SitePaths.concept(concept.id, page: $0) }, into: &out)
    }
  }

  private func names(_ concept: Concept, words: Words, _ context: PageContext, into out: inout HTMLBuffer) {
    if !concept.english.isEmpty {
      out.element("p", class: "lead") { out in
        out.markup("<span lang=\"en\">")
        out.text(concept.english.joined(separator: ", "))
        out.markup("</span>")
      }
    }
    if !concept.aliases.isEmpty {
      out.element("p") { out in
        out.text(words(.alsoCalled) + " ")
        context.thai(concept.aliases.joined(separator: ", "), into: &out)
      }
    }
  }

  private func definitions(_ concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    let all = CourseIndex.slice(concept.definitions, page: page, of: CourseIndex.pageSize)
    guard !all.isEmpty else { return }
    out.element("h2") { $0.text(context.words.count(concept.definitions.count, .definition)) }
    for id in all {
      if let definition = context.course[id] { context.statement(definition, showsTerm: false, root: root, into: &out) }
    }
  }

  private func enumerations(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    for enumeration in context.index.enumerationsOfConcept[concept] ?? [] {
      out.element("h2") { context.thai(enumeration.title, into: &$0) }
      out.element("ol") { out in
        for item in enumeration.items {
          out.element("li") { out in
            out.open("b")
            context.thai(item.title, into: &out)
            out.markup("</b>")
            if let english = item.english {
              out.markup(" <span class=\"soft\" lang=\"en\">")
              out.text(english)
              out.markup("</span>")
            }
            if !item.text.isEmpty {
              out.markup(" ")
              context.thai(item.text, into: &out)
            }
          }
        }
      }
      if let place = context.place(of: .enumeration(enumeration.id)) {
        out.element("p") { $0.link(root + place, context.words(.goToPassage)) }
      }
    }
  }

  private func relations(_ concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    guard !concept.related.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.relations)) }
    out.element("ul", class: "plain-list") { out in
      for relation in concept.related {
        guard let other = context.course[relation.concept] else { continue }
        out.element("li") { out in
          out.span("span", class: "soft", context.words(relation.kind.word) + " ")
          out.link(root + SitePaths.concept(other.id), class: "term") { context.thai(other.term, into: &$0) }
        }
      }
    }
  }

  private func sections(_ concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    let sections = concept.sections.prefix(CourseIndex.pageSize).compactMap { context.course[$0] }
    guard !sections.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.sections)) }
    out.element("ul", class: "plain-list") { out in
      for section in sections {
        out.element("li") { context.sectionLink(section.id, chapter: section.chapter, fragment: nil, root: root, into: &$0) }
      }
    }
  }
}

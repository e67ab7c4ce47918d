import CourseModel
import Rendering

extension PageContext {
  /// Who says it and when, in both eras: «Schuler [ค.ศ. 1996 · พ.ศ. 2539]»; `isLinked`: and the way to its words in the chapter.
  func byline(_ definition: Definition, isLinked: Bool, root: String, into out: inout HTMLBuffer) {
    out.element("p", class: "byline") { out in
      if definition.authors.isEmpty { out.span("b", words(.chapterItself)) }
      for (i, author) in definition.authors.enumerated() {
        if i > 0 { out.markup(" ") }
        let display = course[author.person]?.display ?? author.name
        if course[author.person] != nil {
          out.link(root + SitePaths.person(author.person)) { thai(display, into: &$0) }
        } else {
          out.open("b")
          thai(display, into: &out)
          out.markup("</b>")
        }
      }
      let citation = definition.citation.flatMap { course[$0] }
      if let citation, let eras = eras(citation.year ?? citation.citedIn?.year) {
        if let place = citation.work.flatMap({ place(of: $0) }) {
          out.link(root + place, class: "era", eras)
        } else {
          out.span("span", class: "era", eras)
        }
      }
      if isLinked, let place = place(of: .definition(definition.id)) {
        out.link(root + place, class: "nb", words(.goToPassage))
      }
    }
  }

  /// A definition as its own words, whose they are, and the way to where they stand.
  func statement(_ definition: Definition, showsTerm: Bool, root: String, anchor: String? = nil, into out: inout HTMLBuffer) {
    out.element("div", class: "statement", id: anchor) { out in
      if showsTerm {
        out.element("p", class: "callout-title") { out in
          out.link(root + SitePaths.concept(definition.concept), class: "term") { thai(definition.term, into: &$0) }
        }
      }
      out.element("p") { thai(definition.statement, into: &$0) }
      byline(definition, isLinked: true, root: root, into: &out)
    }
  }

  /// The way to the chapter and section a record stands in.
  func sectionLink(_ section: SectionID?, chapter: ChapterID, fragment: String?, root: String, into out: inout HTMLBuffer) {
    let path = root + SitePaths.chapter(chapter)
    let record = course[chapter]
    out.link(path + (fragment ?? section?.text).map { "#" + $0 }.orEmpty) { out in
      // In a course of one chapter its number would say nothing.
      if !course.hasOneChapter || section == nil { out.text(words.chapter(record?.number) + " · ") }
      thai(section.flatMap { course[$0]?.title } ?? record?.title ?? chapter.text, into: &out)
    }
  }
}

extension Optional where Wrapped == String {
  var orEmpty: String { self ?? "" }
}

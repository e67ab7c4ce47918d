import CourseModel
import Rendering

/// The people and organisations of the course by name.
package struct PeoplePage: Page {
  let page: Int

  package var path: String { SitePaths.people(page: page) }

  static func all(_ course: Course) -> [any Page] {
    (1...CourseIndex.pages(course.people.count, of: CourseIndex.longPageSize)).map { PeoplePage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let entries = context.index.people
    let size = CourseIndex.longPageSize
    return context.plainPage(path, title: words(.people), kind: "people") { out in
      out.element("ul", class: "plain-list") { out in
        for (_, id) in CourseIndex.slice(entries, page: page, of: size) {
          guard let person = context.course[id] else { continue }
          out.element("li", id: person.id.text) { out in
            out.link(SitePaths.person(person.id)) { context.thai(person.display, into: &$0) }
            var facts: [String] = []
            if !person.definitions.isEmpty { facts.append(words.count(person.definitions.count, .definition)) }
            if !person.works.isEmpty { facts.append(words(.works) + "\u{A0}\(person.works.count)") }
            if !facts.isEmpty { out.span("span", class: "soft", "  " + facts.joined(separator: " · ")) }
          }
        }
      }
      context.paging(
        page: page, of: CourseIndex.pages(entries.count, of: size), root: "", path: { SitePaths.people(page: $0) }, into: &out)
    }
  }
}

/// Every work cited, in the order of a Thai bibliography.
package struct ReferencesPage: Page {
  let page: Int

  package var path: String { SitePaths.references(page: page) }

  static func all(_ course: Course) -> [any Page] {
    (1...CourseIndex.pages(course.works.count, of: CourseIndex.longPageSize)).map { ReferencesPage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let works = context.index.bibliography
    let size = CourseIndex.longPageSize
    return context.plainPage(
      path, title: context.words(.references), kind: "references-page", head: PageHead(scripts: ["copy.js"])
    ) { out in
      out.markup("<ul class=\"references\"")
      out.attribute("data-copy", context.words(.copy))
      out.attribute("data-copied", context.words(.copied))
      out.markup(">\n")
      for work in CourseIndex.slice(works, page: page, of: size) {
        context.reference(work, root: "", hasAnchor: true, into: &out)
      }
      out.markup("</ul>\n")
      context.paging(
        page: page, of: CourseIndex.pages(works.count, of: size), root: "", path: { SitePaths.references(page: $0) }, into: &out)
    }
  }
}

/// All questions and activities, chapter by chapter, each with the way to its own practice page.
package struct QuestionsPage: Page {
  let page: Int

  package var path: String { SitePaths.questions(page: page) }

  static func all(_ course: Course) -> [any Page] {
    (1...CourseIndex.pages(course.questions.count, of: CourseIndex.pageSize)).map { QuestionsPage(page: $0) }
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let questions = context.course.all.questions
    return context.plainPage(path, title: context.words(.questions), kind: "questions") { out in
      let shown = CourseIndex.slice(questions, page: page, of: CourseIndex.pageSize)
      var start = shown.startIndex
      while start < shown.endIndex {
        let chapter = shown[start].chapter
        let end = shown[start...].firstIndex { $0.chapter != chapter } ?? shown.endIndex
        group(shown[start..<end], of: chapter, isFolded: questions.count > Self.mostOpen, context, into: &out)
        start = end
      }
      context.paging(
        page: page, of: CourseIndex.pages(questions.count, of: CourseIndex.pageSize), root: "",
        path: { SitePaths.questions(page: $0) }, into: &out)
    }
  }
}

extension QuestionsPage {
  /// Of more questions one sees the chapters first.
  private static let mostOpen = 12

  private func group(
    _ questions: some Collection<Question>, of chapter: ChapterID, isFolded: Bool, _ context: PageContext,
    into out: inout HTMLBuffer
  ) {
    func title(_ out: inout HTMLBuffer) {
      guard let record = context.course[chapter] else { return }
      out.text(context.words.chapter(record.number) + " ")
      context.thai(record.title, into: &out)
    }
    guard isFolded else {
      out.element("p", class: "eyebrow", title)
      for question in questions { context.question(question, root: "", isLinked: true, into: &out) }
      return
    }
    out.element("details", class: "folded") { out in
      out.element("summary") { out in
        out.element("span", title)
        out.span("span", class: "soft", " " + context.words.count(questions.count { $0.kind != .activity }, .question))
      }
      for question in questions { context.question(question, root: "", isLinked: true, into: &out) }
    }
  }
}

/// What a server shows for an address that leads nowhere.
///
/// It may be shown for an address at any depth: where the site's own address is known a `base` makes its links hold, elsewhere they are
/// right for an address at the top.
package struct NotFoundPage: Page {
  package var path: String { SitePaths.notFound }

  package func render(_ context: PageContext) -> [UInt8] {
    context.plainPage(
      path, title: context.words(.notFound), kind: "not-found", head: PageHead(isIndexed: false)
    ) { out in
      out.element("p") { $0.text(context.words(.notFoundText)) }
      out.element("p") { $0.link(SitePaths.front, class: "button", context.words(.home)) }
    }
  }
}

import CourseModel
import Packing
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

  package func input(_ context: PageContext) -> PageInput {
    var hash = ContentHash()
    for place in context.practised[concept] ?? [] {
      hash.add(place.link)
      hash.add(place.count)
    }
    for passage in context.passages[concept] ?? [] {
      for text in [passage.chapter.text, passage.before, passage.match, passage.after] { hash.add(text) }
      hash.add(passage.section?.text)
      hash.add(passage.anchor)
    }
    return .records(hash.value)
  }

  package func render(_ context: PageContext) -> [UInt8] {
    guard let concept = context.course[concept] else { return [] }
    let words = context.words
    let root = SitePaths.root(from: path)
    let first = concept.definitions.first.flatMap { context.course[$0]?.statement }
    return context.plainPage(
      path, title: concept.term, description: first ?? concept.term, kind: "concept", eyebrow: words(.term),
      head: PageHead(data: page == 1 ? context.definedTerm(concept, description: first, path: path) : nil)
    ) { out in
      names(concept, words: words, context, into: &out)
      definitions(concept, root: root, context, into: &out)
      if page == 1 {
        enumerations(root: root, context, into: &out)
        memberships(root: root, context, into: &out)
        relations(concept, root: root, context, into: &out)
        practice(root: root, context, into: &out)
        passages(concept, root: root, context, into: &out)
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
    let definitions = inTime(all.compactMap { context.course[$0] }, context)
    guard definitions.count > 1, definitions.count <= DefinitionComparison.most else {
      for definition in definitions {
        context.statement(definition, showsTerm: false, root: root, anchor: "def-" + definition.id.text, into: &out)
      }
      return
    }
    compare(definitions, term: concept.term, root: root, context, into: &out)
  }

  /// The oldest first; those without a year stand last, in the order of the text.
  private func inTime(_ definitions: [Definition], _ context: PageContext) -> [Definition] {
    func year(_ definition: Definition) -> Int {
      let citation = definition.citation.flatMap { context.course[$0] }
      return (citation?.year ?? citation?.citedIn?.year)?.gregorian ?? .max
    }
    return definitions.enumerated().map { (year($0.element), $0.offset, $0.element) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(
      \.2)
  }

  /// Side by side: what they share is marked in each, what only one says is listed under it.
  private func compare(
    _ definitions: [Definition], term: String, root: String, _ context: PageContext, into out: inout HTMLBuffer
  ) {
    let words = context.words
    let comparison = DefinitionComparison(of: definitions.map(\.statement), term: term, breaker: context.breaker)
    if !comparison.common.isEmpty {
      out.element("p", class: "common-words") { out in
        out.markup("<span data-ui>")
        out.text(words(.shared))
        out.markup("</span> ")
        for (word, count) in comparison.common.prefix(12) {
          out.markup("<span class=\"common-word\"><mark>")
          out.text(word)
          out.markup("</mark> ")
          out.number(count)
          out.markup("</span> ")
        }
      }
    }
    out.element("div", class: "compare") { out in
      for (definition, statement) in zip(definitions, comparison.statements) {
        out.open("section", class: "statement", id: "def-" + definition.id.text)
        out.markup("\n")
        context.byline(definition, isLinked: false, root: root, into: &out)
        out.element("p", class: "said") { context.compared(statement, into: &$0) }
        if !statement.own.isEmpty {
          out.element("p", class: "own-words") { out in
            out.markup("<span data-ui>")
            out.text(words(.ownWords))
            out.markup("</span> ")
            context.thai(statement.own.prefix(8).joined(separator: " · "), into: &out)
          }
        }
        if let place = context.place(of: .definition(definition.id)) {
          out.element("p", class: "actions") { $0.link(root + place, words(.goToPassage)) }
        }
        out.markup("</section>\n")
      }
    }
  }

  private func enumerations(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    for enumeration in context.enumerations(of: concept).own {
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

  /// The sets this is an item of.
  private func memberships(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    let sets = context.enumerations(of: concept).with.prefix(CourseIndex.pageSize)
    guard !sets.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.belongsTo)) }
    out.element("ul", class: "plain-list") { out in
      for set in sets {
        guard let place = context.place(of: .enumeration(set.id)) else { continue }
        out.element("li") { out in
          out.link(root + place) { context.thai(set.title, into: &$0) }
          let number = (set.items.firstIndex { $0.concept == concept } ?? 0) + 1
          out.span("span", class: "soft", " \(context.words(.item)) \(number) / \(set.items.count)")
        }
      }
    }
  }

  private func relations(_ concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    guard !concept.related.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.relations)) }
    out.element("ul", class: "plain-list") { out in
      for relation in concept.related.prefix(CourseIndex.pageSize) {
        guard let other = context.course[relation.concept] else { continue }
        out.element("li") { out in
          out.span("span", class: "soft", context.words(relation.kind.word) + " ")
          out.link(root + SitePaths.concept(other.id), class: "term") { context.thai(other.term, into: &$0) }
          reason(relation, other, of: concept, root: root, context, into: &out)
        }
      }
    }
  }

  /// Why: the set that joins them, the words that say so, or the one term inside the other.
  private func reason(
    _ relation: Relation, _ other: Concept, of concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer
  ) {
    let (own, with) = context.enumerations(of: concept.id)
    let joining = (own + with).first { set in
      (set.concept == other.id || set.items.contains { $0.concept == other.id })
    }
    out.markup(" <span class=\"soft\">")
    defer { out.markup("</span>") }
    if let joining, let place = context.place(of: .enumeration(joining.id)) {
      out.text(context.words(.because) + " ")
      out.link(root + place) { context.thai(joining.title, into: &$0) }
    } else if let span = relation.evidence, let chapter = context.chapter(ofFile: span.file) {
      out.text(context.words(.because) + " ")
      let section = context.index.section(at: span.range.lowerBound, in: chapter)
      context.sectionLink(section, chapter: chapter, fragment: nil, root: root, into: &out)
    } else if other.term.utf8.count > concept.term.utf8.count,
      other.term.hasPrefix(concept.term) || other.term.hasSuffix(concept.term)
    {
      out.text(context.words(.termInside))
    }
  }

  private func practice(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    let places = (context.practised[concept] ?? []).prefix(12)
    guard !places.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.practiseConcept)) }
    out.element("ul", class: "plain-list") { out in
      for place in places {
        out.element("li") { out in
          let query = (place.link.contains("?") ? "&" : "?") + "concept=" + SitePaths.fileName(concept.text)
          out.link(root + place.link + query) {
            context.thai(place.section.flatMap { context.course[$0]?.title } ?? context.words(.atLarge), into: &$0)
          }
          out.span("span", class: "soft", " " + context.words.count(place.count, .item))
        }
      }
    }
  }

  /// Where it is spoken of, each opened at its words and marked.
  private func passages(_ concept: Concept, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    guard let passages = context.passages[concept.id], !passages.isEmpty else {
      return sections(concept, root: root, context, into: &out)
    }
    out.element("h2", id: "passages") { $0.text(context.words(.passages)) }
    out.element("ul", class: "plain-list passages") { out in
      for passage in passages {
        out.element("li") { out in
          let place = passage.anchor ?? passage.section?.text
          let query = "?q=" + Self.percentEncoded(passage.match)
          out.link(root + SitePaths.chapter(passage.chapter) + query + (place.map { "#" + $0 } ?? "")) { out in
            let chapter = context.course[passage.chapter]
            let title = passage.section.flatMap { context.course[$0]?.title } ?? chapter?.title ?? ""
            let number = !context.course.hasOneChapter ? context.words.chapter(chapter?.number) + " · " : ""
            context.thai(number + title, into: &out)
          }
          out.markup("<br>")
          context.thai(passage.before, into: &out)
          out.markup("<mark>")
          context.thai(passage.match, into: &out)
          out.markup("</mark>")
          context.thai(passage.after, into: &out)
        }
      }
    }
  }

  /// For a query of an address: ASCII letters and digits as they are.
  private static func percentEncoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
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

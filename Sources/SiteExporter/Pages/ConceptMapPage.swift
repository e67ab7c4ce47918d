import CourseModel
import Rendering
import ThaiText

/// Which concepts a map shows and how they hang together: those of a chapter, or of the course, that are related to another.
package struct ConceptMap: Sendable {
  /// A map of more could not be read.
  static let most = 36
  /// Courses with more chapters have their maps as lists alone: laying them out would cost more than the rest of the build.
  package static let mostChapters = 120

  struct Edge: Hashable, Sendable {
    var from: ConceptID
    var to: ConceptID
    /// True where the first is the wider one or the whole.
    var isDirected: Bool
    var kind: Relation.Kind
  }
  /// nil: the course.
  package let chapter: ChapterID?
  private(set) var concepts: [ConceptID] = []
  private(set) var edges: [Edge] = []

  /// O(concepts of the scope and their relations). `members` are the concepts in the order of the text.
  init(of chapter: ChapterID?, members: [Concept]) {
    self.chapter = chapter
    let scope = Set(members.map(\.id))
    var found: [Edge] = []
    var seen: Set<Edge> = []
    for concept in members {
      for relation in concept.related where scope.contains(relation.concept) && relation.concept != concept.id {
        let edge: Edge
        switch relation.kind {
        case .hasPart, .narrower: edge = Edge(from: concept.id, to: relation.concept, isDirected: true, kind: relation.kind)
        case .partOf: edge = Edge(from: relation.concept, to: concept.id, isDirected: true, kind: .hasPart)
        case .broader: edge = Edge(from: relation.concept, to: concept.id, isDirected: true, kind: .narrower)
        case .contrasts, .seeAlso:
          edge = Edge(
            from: min(concept.id, relation.concept), to: max(concept.id, relation.concept), isDirected: false, kind: relation.kind)
        }
        if seen.insert(edge).inserted { found.append(edge) }
      }
    }
    // The best connected first, so that a large map keeps its trunk.
    var degree: [ConceptID: Int] = [:]
    for edge in found {
      degree[edge.from, default: 0] += 1
      degree[edge.to, default: 0] += 1
    }
    let place = Dictionary(members.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let shown = degree.sorted { $0.value == $1.value ? place[$0.key, default: 0] < place[$1.key, default: 0] : $0.value > $1.value }
      .prefix(Self.most).map(\.key)
    let kept = Set(shown)
    concepts = shown.sorted { place[$0, default: 0] < place[$1, default: 0] }
    edges = found.filter { kept.contains($0.from) && kept.contains($0.to) }
  }

  /// For Graphviz; nil for a map of fewer than three concepts.
  func source(_ context: PageContext) -> String? {
    guard concepts.count > 2 else { return nil }
    let number = Dictionary(concepts.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var out =
      "digraph { rankdir=LR; ranksep=0.7; nodesep=0.12; node [fontsize=14, margin=\"0.12,0.05\"]; edge [tailport=e, headport=w];\n"
    for (i, id) in concepts.enumerated() {
      out += "n\(i) [label=\"\(lines(context.course[id]?.term ?? id.text, context).joined(separator: "\\n"))\"];\n"
    }
    for edge in edges {
      guard let from = number[edge.from], let to = number[edge.to] else { continue }
      out += "n\(from) -> n\(to)" + (edge.isDirected ? "" : " [dir=none, constraint=false]") + ";\n"
    }
    return out + "}\n"
  }

  /// A term in lines of some fourteen letters, parted between words; nothing in it can end a quoted string of Graphviz.
  private func lines(_ term: String, _ context: PageContext) -> [String] {
    let bytes = Array(normalised(term).utf8)
    var lines: [String] = [""]
    var width = 0
    var start = 0
    for end in context.breaker.wordBoundaries(in: bytes).dropFirst() + [bytes.count] where end > start {
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      let letters = word.count
      if width > 0, width + letters > 16 {
        lines.append("")
        width = 0
      }
      for scalar in word.unicodeScalars where scalar != "\"" && scalar != "\\" && scalar.value >= 0x20 {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
      width += letters
      start = end
    }
    return lines.map { line in line.first == " " ? String(line.dropFirst()) : line }
  }
}

/// The concepts of a chapter or of the course and how they hang together: as a drawing whose boxes lead to their pages, and as a list.
package struct ConceptMapPage: Page {
  let map: ConceptMap

  package var path: String { map.chapter.map { SitePaths.map($0) } ?? SitePaths.map }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    let chapter = map.chapter.flatMap { context.course[$0] }
    let title = words(.conceptMap) + (chapter.map { " " + words.chapter($0.number) } ?? "")
    return context.plainPage(
      path, title: title, description: chapter?.title ?? context.siteTitle, kind: "map", eyebrow: chapter?.title
    ) { out in
      drawing(title, root: root, context, into: &out)
      list(root: root, context, into: &out)
      if map.chapter == nil, context.course.chapters.count > 1 {
        out.element("h2") { $0.text(words(.chapters)) }
        out.element("ul", class: "plain-list") { out in
          for chapter in context.course.chapters {
            out.element("li") {
              $0.link(root + SitePaths.map(chapter.id)) {
                context.thai(words.chapter(chapter.number) + " " + chapter.title, into: &$0)
              }
            }
          }
        }
      }
    }
  }

  private func drawing(_ title: String, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    guard let layout = context.maps[map.chapter] else { return }
    var links: [String: String] = [:]
    for (i, id) in map.concepts.enumerated() { links["n\(i)"] = root + SitePaths.concept(id) }
    out.element("p", class: "lead") { $0.text(context.words(.mapHelp)) }
    // Where the letters stay large enough a drawing shrinks to a phone; a wider one is moved within its own box.
    out.markup(layout.width < 420 ? "<div class=\"drawing fits\">\n" : "<div class=\"drawing\" tabindex=\"0\">\n")
    GraphDrawing(layout, id: "map", title: title, description: context.words(.mapHelp), links: links).render(into: &out)
    out.markup("</div>\n")
  }

  private func list(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    let words = context.words
    guard !map.edges.isEmpty else { return out.element("p", class: "lead") { $0.text(words(.noRelations)) } }
    if context.maps[map.chapter] != nil { out.element("h2") { $0.text(words(.asList)) } }
    var byConcept: [ConceptID: [ConceptMap.Edge]] = [:]
    for edge in map.edges { byConcept[edge.from, default: []].append(edge) }
    out.element("ul", class: "plain-list map-list") { out in
      for id in map.concepts {
        guard let edges = byConcept[id], let concept = context.course[id] else { continue }
        out.element("li") { out in
          out.link(root + SitePaths.concept(id), class: "term") { context.thai(concept.term, into: &$0) }
          for kind in [Relation.Kind.hasPart, .narrower, .contrasts, .seeAlso] {
            let others = edges.filter { $0.kind == kind }.compactMap { context.course[$0.to] }
            guard !others.isEmpty else { continue }
            out.element("p") { out in
              out.span("span", class: "soft", words(kind.word) + " ")
              for (i, other) in others.enumerated() {
                if i > 0 { out.markup(" · ") }
                out.link(root + SitePaths.concept(other.id)) { context.thai(other.term, into: &$0) }
              }
            }
          }
        }
      }
    }
  }
}

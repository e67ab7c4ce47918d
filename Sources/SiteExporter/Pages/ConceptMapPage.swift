import CourseModel
import Packing
import Rendering

/// What a chapter or the course is about, drawn as a tree whose boxes lead on, and listed: both say the same.
package struct ConceptMapPage: Page {
  let map: ConceptMap
  private var tree: ConceptTree { map.tree }

  package var path: String { map.chapter.map { SitePaths.map($0) } ?? SitePaths.map }

  /// Drawn ones depend on how Graphviz measured what all chapters say.
  package func input(_ context: PageContext) -> PageInput {
    guard context.maps[map.chapter] == nil else { return .anything }
    var hash = ContentHash()
    func add(_ box: ConceptTree.Box) {
      hash.add(box.text)
      switch box.target {
      case .record(let record): hash.add(record.text)
      case .chapter(let chapter): hash.add("chapter " + chapter.text)
      case nil: hash.add(0)
      }
    }
    add(tree.root)
    for branch in tree.branches {
      add(branch.box)
      hash.add(branch.note)
      hash.add(branch.members.count)
      for member in branch.members { add(member) }
    }
    hash.add(tree.omitted)
    return .records(hash.value)
  }

  package func render(_ context: PageContext) -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    let chapter = map.chapter.flatMap { context.course[$0] }
    let title = words(.conceptMap) + (chapter.map { " " + words.chapter($0.number) } ?? "")
    return context.plainPage(
      path, title: title, description: chapter?.title ?? context.siteTitle, kind: "map", eyebrow: chapter?.title
    ) { out in
      guard !tree.branches.isEmpty else { return out.element("p", class: "lead") { $0.text(words(.noRelations)) } }
      let isDrawn = drawing(title, root: root, context, into: &out)
      // Of many chapters the list is first of all a contents.
      if map.chapter == nil, tree.branches.count > ConceptMap.mostBranches {
        folded(root: root, context, into: &out)
      } else if isDrawn {
        out.element("details", class: "folded") { out in
          out.markup("<summary><span data-ui>")
          out.text(words(.asList))
          out.markup("</span></summary>\n")
          list(root: root, context, into: &out)
        }
      } else {
        list(root: root, context, into: &out)
      }
      if tree.omitted > 0 { out.element("p", class: "soft") { $0.text(words(.mapOmits)) } }
      if let chapter {
        out.element("p", class: "actions") { out in
          out.link(root + SitePaths.chapter(chapter.id), class: "button", "← " + words(.read))
          out.link(root + SitePaths.map, class: "button", words(.conceptMap) + " – " + context.siteTitle)
        }
      }
    }
  }

  private func address(_ target: ConceptTree.Target, root: String, _ context: PageContext) -> String? {
    switch target {
    case .record(let record): context.place(of: record).map { root + $0 }
    // From the course's map one goes on to the chapter's, from there to the chapter.
    case .chapter(let id): root + (leadsToMaps(context) ? SitePaths.map(id) : SitePaths.chapter(id))
    }
  }

  private func leadsToMaps(_ context: PageContext) -> Bool { map.chapter == nil && ConceptMap.hasChapterMaps(context) }

  /// Wide for a screen and for paper, below each other for a phone; the style sheet shows one of them.
  private func drawing(_ title: String, root: String, _ context: PageContext, into out: inout HTMLBuffer) -> Bool {
    let isSmall = tree.memberCount < 9
    guard let measured = context.maps[map.chapter], let wide = tree.placed(measured, isSmall ? .oneSided : .twoSided),
      let narrow = tree.placed(measured, .stacked)
    else { return false }
    let links = tree.links { address($0, root: root, context) }
    let help = context.words(.mapHelp)
    out.element("p", class: "lead") { $0.text(help) }
    for (layout, name, id) in [(wide, "drawing wide", "map"), (narrow, "drawing tall", "map-tall")]
      as [(GraphLayout, StaticString, String)]
    {
      out.element("div", class: name) { out in
        GraphDrawing(layout, id: id, title: title, description: help, links: links).render(into: &out)
      }
    }
    return true
  }

  private func list(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    out.element("div", class: "map-list") { out in
      out.element("p", class: "map-root") { box(tree.root, root: root, context, into: &$0) }
      out.element("ul") { out in
        for branch in tree.branches {
          out.element("li") { out in
            box(branch.box, root: root, context, into: &out)
            if !branch.note.isEmpty {
              out.markup(" <span class=\"soft\">")
              context.thai(branch.note, into: &out)
              out.markup("</span>")
            }
            members(of: branch, root: root, context, into: &out)
          }
        }
      }
    }
  }

  private func folded(root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    for branch in tree.branches {
      out.element("details", class: "folded") { out in
        out.element("summary") { out in out.element("span") { context.thai(branch.box.text, into: &$0) } }
        members(of: branch, root: root, context, into: &out)
        if let place = branch.box.target.flatMap({ address($0, root: root, context) }) {
          out.element("p", class: "actions") { out in
            out.link(place, class: "button") { out in
              out.text(context.words(leadsToMaps(context) ? .conceptMap : .read))
              // Of many links called alike each says whose it is.
              out.span("span", class: "visually-hidden", " " + branch.box.text)
            }
          }
        }
      }
    }
  }

  private func members(of branch: ConceptTree.Branch, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    out.element("ul") { out in
      for member in branch.members { out.element("li") { box(member, root: root, context, into: &$0) } }
    }
  }

  private func box(_ box: ConceptTree.Box, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    guard let place = box.target.flatMap({ address($0, root: root, context) }) else { return context.thai(box.text, into: &out) }
    out.link(place) { context.thai(box.text, into: &$0) }
  }
}

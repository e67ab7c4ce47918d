import CourseModel
import Diagnostics
import Rendering

/// Sets of a chapter as a tree around its first concept, and which of its boxes are left blank.
struct ConceptMap {
  let tree: ConceptTree
  /// For Graphviz.
  let source: String
  /// Names of the boxes a student fills in, with what belongs there.
  let blanks: [(node: String, text: String)]

  /// Drawings a chapter's map may take; what would need more is left out.
  private static let mostParts = 6

  /// The chapter's sets in their order, as many to a part as a page holds; none where the chapter has too little for a map.
  static func parts(_ context: SheetContext) -> [ConceptMap] {
    var branches = context.enumerations.filter { $0.items.count > 2 }.map { set in
      ConceptTree.Branch(
        .init(context.setting.fitted(set.title, em: 20)), note: context.sources.authors(of: set),
        members: set.items.map { .init(context.setting.fitted($0.title, em: 30)) })
    }
    let root = ConceptTree.Box(context.definitionsByConcept.first?.concept.term ?? context.chapter.title)
    var parts: [ConceptMap] = []
    let room = context.settings.isNarrow ? 6 : 14
    while let next = branches.first, parts.count < mostParts {
      // A long set alone may be drawn a little smaller.
      let tree = ConceptTree(root: root, branches: branches, most: max(room, min(room * 3 / 2, next.members.count)))
      guard tree.memberCount > 2 else { break }
      branches.removeAll { tree.branches.contains($0) }
      parts.append(ConceptMap(tree, context))
    }
    return parts
  }

  private init(_ tree: ConceptTree, _ context: SheetContext) {
    self.tree = tree
    // Narrow boxes, so that the map may be drawn as large as the print around it.
    let widths =
      context.settings.isNarrow
      ? ConceptTree.Widths(root: 5, branch: 6.5, member: 8.5) : ConceptTree.Widths(root: 8, branch: 11, member: 17)
    source = tree.source(widths) { context.setting.balanced($0, em: $1) }
    // As in the fill-in notes: the first is given, every second left out.
    blanks = tree.branches.enumerated().flatMap { i, branch in
      branch.members.enumerated().filter { $0.offset % 2 == 1 }.map { k, member in
        (ConceptTree.name(branch: i, member: k), member.text)
      }
    }
  }
}

import CourseModel
import Diagnostics
import Rendering

/// The chapter's sets as a tree around its first concept, and which of its boxes are left blank.
struct ConceptMap {
  let tree: ConceptTree
  /// For Graphviz.
  let source: String
  /// Names of the boxes a student fills in, with what belongs there.
  let blanks: [(node: String, text: String)]

  /// nil where the chapter has too little for a map.
  init?(_ context: SheetContext) {
    let branches = context.enumerations.filter { $0.items.count > 2 }.map { set in
      ConceptTree.Branch(
        .init(context.setting.fitted(set.title, em: 20)), note: context.sources.authors(of: set),
        members: set.items.map { .init(context.setting.fitted($0.title, em: 30)) })
    }
    tree = ConceptTree(
      root: .init(context.definitionsByConcept.first?.concept.term ?? context.chapter.title), branches: branches,
      most: context.settings.isNarrow ? 6 : 14)
    guard tree.memberCount > 2 else { return nil }
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

import CourseModel
import Diagnostics
import Prose
import Rendering

/// The chapter's sets as a tree around its first concept: the graph that is laid out, and which of its boxes are left blank.
struct ConceptMap {
  /// For Graphviz. Text of the chapter stands in quoted strings alone.
  let source: String
  /// Names of the boxes a student fills in, with what belongs there.
  let blanks: [(node: String, text: String)]

  /// nil where the chapter has too little for a map.
  init?(_ context: SheetContext) {
    let most = context.settings.isNarrow ? 6 : 14
    var leaves = 0
    var sets: [Enumeration] = []
    for set in context.enumerations where set.items.count > 2 && leaves + set.items.count <= most {
      leaves += set.items.count
      sets.append(set)
    }
    guard leaves > 2 else { return nil }
    // Narrow boxes, so that the map may be drawn as large as the print around it.
    let widths: (root: Double, set: Double, leaf: Double) = context.settings.isNarrow ? (5, 6.5, 8.5) : (8, 11, 17)
    let root = context.definitionsByConcept.first?.concept.term ?? context.chapter.title
    var out = """
      digraph map {
      rankdir=LR
      graph [nodesep=0.13, ranksep=0.7]
      node [shape=box, margin="0.13,0.06"]

      """
    var blanks: [(String, String)] = []
    func node(_ name: String, _ text: String, em: Double) {
      let lines = context.setting.lines(of: text, em: em).map(Self.escaped).joined(separator: "\\n")
      out += "\(name) [label=\"\(lines)\"]\n"
    }
    node("root", root, em: widths.root)
    for (i, set) in sets.enumerated() {
      let author = context.sources.authors(of: set)
      node("s\(i)", context.setting.fitted(set.title, em: 20) + (author.isEmpty ? "" : " (\(author))"), em: widths.set)
      out += "root -> s\(i)\n"
      for (k, item) in set.items.enumerated() {
        let name = "s\(i)i\(k)"
        node(name, context.setting.fitted(item.title, em: 30), em: widths.leaf)
        out += "s\(i) -> \(name)\n"
        // As in the fill-in notes: the first is given, every second left out.
        if k % 2 == 1 { blanks.append((name, item.title)) }
      }
    }
    source = out + "}\n"
    self.blanks = blanks
  }

  /// For a quoted string of the dot language, in which a backslash would begin an escape.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return out
  }
}

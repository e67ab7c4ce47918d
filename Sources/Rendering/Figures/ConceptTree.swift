import CourseModel

/// What a chapter or a course is about as a tree of three levels: a middle, what is said of it, the members of that. Page, list and sheet show
/// the same tree; each chooses how many members there may be.
package struct ConceptTree: Hashable, Sendable {
  /// Where a box leads.
  package enum Target: Hashable, Sendable {
    case record(RecordID)
    case chapter(ChapterID)
  }

  package struct Box: Hashable, Sendable {
    package var text: String
    package var target: Target?
    package init(_ text: String, _ target: Target? = nil) {
      self.text = text
      self.target = target
    }
  }

  package struct Branch: Hashable, Sendable {
    package var box: Box
    /// Whose it is, or how the members belong to it; may be empty.
    package var note: String
    package var members: [Box]
    package init(_ box: Box, note: String = "", members: [Box]) {
      self.box = box
      self.note = note
      self.members = members
    }
  }

  package var root: Box
  package private(set) var branches: [Branch] = []
  /// Branches for which there was no room.
  package private(set) var omitted = 0

  /// Takes whole branches in their order while there is room; one with no members is left out without being counted.
  ///
  /// - Parameter most: members the map may have in all.
  package init(root: Box, branches: [Branch], most: Int) {
    self.root = root
    var members = 0
    for branch in branches where !branch.members.isEmpty {
      if members + branch.members.count <= most {
        members += branch.members.count
        self.branches.append(branch)
      } else {
        omitted += 1
      }
    }
  }

  package var memberCount: Int { branches.reduce(0) { $0 + $1.members.count } }

  // MARK: Names of the boxes in a drawing

  package static let rootName = "root"
  package static func name(branch: Int) -> String { "b\(branch)" }
  package static func name(branch: Int, member: Int) -> String { "b\(branch)m\(member)" }

  /// Where each box of a drawing leads, by its name.
  package func links(_ address: (Target) -> String?) -> [String: String] {
    var links: [String: String] = [:]
    links[Self.rootName] = root.target.flatMap(address)
    for (i, branch) in branches.enumerated() {
      links[Self.name(branch: i)] = branch.box.target.flatMap(address)
      for (k, member) in branch.members.enumerated() {
        links[Self.name(branch: i, member: k)] = member.target.flatMap(address)
      }
    }
    return links
  }

  /// How wide the boxes of each level may be, in em of the drawing's letters.
  package struct Widths: Hashable, Sendable {
    package var root: Double
    package var branch: Double
    package var member: Double
    package init(root: Double, branch: Double, member: Double) {
      self.root = root
      self.branch = branch
      self.member = member
    }
  }

  /// For Graphviz, which measures the boxes: each level's lines come from `lines`, which parts a text at a width in em.
  ///
  /// Where the boxes stand is `placed`'s to say, so that one measuring serves every shape.
  package func source(_ widths: Widths, lines: (String, Double) -> [String]) -> String {
    var out = "digraph map {\nnode [shape=box, margin=\"0.13,0.06\"]\n"
    func node(_ name: String, _ rows: [String]) {
      out += "\(name) [label=\"\(rows.map(Self.escaped).joined(separator: "\\n"))\"]\n"
    }
    node(Self.rootName, lines(root.text, widths.root))
    for (i, branch) in branches.enumerated() {
      let note = branch.note.isEmpty ? [] : lines("(\(branch.note))", widths.branch)
      node(Self.name(branch: i), lines(branch.box.text, widths.branch) + note)
      for (k, member) in branch.members.enumerated() { node(Self.name(branch: i, member: k), lines(member.text, widths.member)) }
    }
    return out + "}\n"
  }

  /// For a quoted string of the dot language, in which a backslash would begin an escape.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      // Graphviz reads «&lt;» in a label as one sign.
      case "&": out += "&amp;"
      default: out.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    return out
  }
}

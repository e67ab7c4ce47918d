import CourseModel
import Rendering
import Testing

struct ConceptTreeTests {
  private func branch(_ name: String, _ members: Int) -> ConceptTree.Branch {
    .init(.init(name), members: (0..<members).map { .init("\(name)\($0)") })
  }

  /// Every box as Graphviz would measure it, members 80 by 30.
  private func measured(_ tree: ConceptTree, _ height: Double = 30) -> GraphLayout {
    var nodes = [GraphLayout.Node(name: "root", center: .init(x: 0, y: 0), width: 100, height: 30, lines: ["r"])]
    for (i, branch) in tree.branches.enumerated() {
      nodes.append(.init(name: "b\(i)", center: .init(x: 7, y: 7), width: 90, height: 40, lines: ["b"]))
      for k in branch.members.indices {
        nodes.append(.init(name: "b\(i)m\(k)", center: .init(x: 3, y: 3), width: 80, height: height, lines: ["m"]))
      }
    }
    return GraphLayout(width: 1, height: 1, nodes: nodes)
  }

  private func overlaps(_ layout: GraphLayout) -> [(String, String)] {
    var found: [(String, String)] = []
    for (i, a) in layout.nodes.enumerated() {
      for b in layout.nodes[(i + 1)...]
      where abs(a.center.x - b.center.x) < (a.width + b.width) / 2 && abs(a.center.y - b.center.y) < (a.height + b.height) / 2 {
        found.append((a.name, b.name))
      }
    }
    return found
  }

  @Test("takes whole branches while there is room and counts the others")
  func takesWholeBranches() {
    let tree = ConceptTree(root: .init("r"), branches: [branch("a", 3), branch("b", 4), branch("c", 2), branch("d", 0)], most: 5)
    #expect(tree.branches.map(\.box.text) == ["a", "c"])
    #expect(tree.memberCount == 5 && tree.omitted == 1)
  }

  @Test("places every box within the drawing and none upon another", arguments: [ConceptTree.Shape.oneSided, .twoSided, .stacked])
  func placesBoxes(_ shape: ConceptTree.Shape) throws {
    for sizes in [[1], [3, 2], [1, 7, 2, 4], [12, 1, 1]] {
      let tree = ConceptTree(root: .init("r"), branches: sizes.enumerated().map { branch("x\($0.offset)", $0.element) }, most: 99)
      let layout = try #require(tree.placed(measured(tree), shape))
      #expect(overlaps(layout).isEmpty, "\(sizes) \(shape)")
      for node in layout.nodes {
        #expect(node.center.x - node.width / 2 > -0.001 && node.center.x + node.width / 2 < layout.width + 0.001)
        #expect(node.center.y - node.height / 2 > -0.001 && node.center.y + node.height / 2 < layout.height + 0.001)
      }
      #expect(layout.edges.count == sizes.count + sizes.reduce(0, +))
      #expect(layout.nodes.first?.level == .root && layout.nodes.last?.level == .member)
    }
  }

  @Test("reads from the middle outwards, a branch and then its members")
  func isInReadingOrder() throws {
    let tree = ConceptTree(root: .init("r"), branches: [branch("a", 1), branch("b", 2)], most: 9)
    let layout = try #require(tree.placed(measured(tree), .twoSided))
    #expect(layout.nodes.map(\.name) == ["root", "b0", "b0m0", "b1", "b1m0", "b1m1"])
  }

  @Test("puts half of what there is on each side of the middle")
  func balancesItsSides() throws {
    let tree = ConceptTree(root: .init("r"), branches: [branch("a", 4), branch("b", 2), branch("c", 2)], most: 9)
    let layout = try #require(tree.placed(measured(tree), .twoSided))
    let x = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.name, $0.center.x) })
    let root = x["root", default: 0]
    #expect(x["b0", default: root] < root && x["b0m3", default: root] < x["b0", default: 0])
    #expect(x["b1", default: root] > root && x["b2", default: root] > root)
  }

  @Test("is no wider than a phone where boxes stand below each other")
  func isNarrowWhereStacked() throws {
    let tree = ConceptTree(root: .init("r"), branches: [branch("a", 4), branch("b", 2)], most: 9)
    let layout = try #require(tree.placed(measured(tree), .stacked))
    #expect(layout.width == 44 + 80)
    let y = layout.nodes.map(\.center.y)
    #expect(y == y.sorted())
  }

  @Test("draws nothing where a box was not measured")
  func needsEveryBox() {
    let tree = ConceptTree(root: .init("r"), branches: [branch("a", 2)], most: 9)
    var layout = measured(tree)
    layout.nodes.removeLast()
    #expect(tree.placed(layout, .oneSided) == nil)
  }

  @Test("escapes what the dot language would read, and parts texts by the level's width")
  func writesASource() {
    let tree = ConceptTree(
      root: .init("a\"b\\N\nc"), branches: [.init(.init("s"), note: "n", members: [.init("m")])], most: 9)
    let source = tree.source(.init(root: 1, branch: 2, member: 3)) { text, em in [text, "\(Int(em))"] }
    #expect(source.contains("root [label=\"a\\\"b\\\\N c\\n1\"]"))
    #expect(source.contains("b0 [label=\"s\\n2\\n(n)\\n2\"]") && source.contains("b0m0 [label=\"m\\n3\"]"))
  }

  @Test("leads where its boxes lead")
  func linksBoxes() {
    let tree = ConceptTree(
      root: .init("r", .chapter(ChapterID("c"))),
      branches: [.init(.init("s"), members: [.init("m", .record(.concept(ConceptID("k"))))])], most: 9)
    let links = tree.links { target in
      switch target {
      case .chapter(let id): "chapter " + id.text
      case .record(.concept(let id)): "concept " + id.text
      case .record: nil
      }
    }
    #expect(links == ["root": "chapter c", "b0m0": "concept k"])
  }
}

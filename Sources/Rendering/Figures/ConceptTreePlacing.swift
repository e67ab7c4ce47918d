extension ConceptTree {
  /// How the boxes stand.
  package enum Shape: Hashable, Sendable {
    /// The middle on the left, its branches beside it, their members beside them.
    case oneSided
    /// The middle in the middle, the first branches to its left and the others to its right: half as high.
    case twoSided
    /// Everything below each other, members set in: for a phone.
    case stacked
  }

  /// The drawing of a tree whose boxes have been measured; nil where a box was not.
  ///
  /// - Parameter measured: what Graphviz made of `source`; its places are not looked at.
  package func placed(_ measured: GraphLayout, _ shape: Shape) -> GraphLayout? {
    var boxes: [String: GraphLayout.Node] = [:]
    for var node in measured.nodes {
      node.level = node.name == Self.rootName ? .root : node.name.utf8.contains(0x6D) ? .member : .branch
      boxes[node.name] = node
    }
    var drawing = TreeDrawing(boxes: boxes)
    guard drawing.has(Self.rootName),
      branches.indices.allSatisfy({ i in
        drawing.has(Self.name(branch: i))
          && branches[i].members.indices.allSatisfy { drawing.has(Self.name(branch: i, member: $0)) }
      })
    else { return nil }
    switch shape {
    case .stacked: stack(into: &drawing)
    case .oneSided: spread([], Array(branches.indices), into: &drawing)
    case .twoSided:
      let middle = split(drawing)
      spread(Array(branches.indices[..<middle]), Array(branches.indices[middle...]), into: &drawing)
    }
    return drawing.finished(inOrder: order)
  }

  /// Names of the boxes from the middle outwards, as they are read.
  private var order: [String] {
    [Self.rootName]
      + branches.indices.flatMap { i in
        [Self.name(branch: i)] + branches[i].members.indices.map { Self.name(branch: i, member: $0) }
      }
  }

  // MARK: Side by side

  private static let columnGap = 42.0
  private static let memberGap = 9.0
  private static let branchGap = 20.0

  /// Boxes below each other with a gap between.
  private func stacked(_ heights: [Double], gap: Double) -> Double {
    heights.reduce(0, +) + gap * Double(max(0, heights.count - 1))
  }

  private func membersHeight(of branch: Int, _ drawing: TreeDrawing) -> Double {
    stacked(
      branches[branch].members.indices.map { drawing.height(Self.name(branch: branch, member: $0)) }, gap: Self.memberGap)
  }

  private func height(of branch: Int, _ drawing: TreeDrawing) -> Double {
    max(membersHeight(of: branch, drawing), drawing.height(Self.name(branch: branch)))
  }

  /// How many branches stand on the left, so that both sides are as alike in height as the order allows.
  private func split(_ drawing: TreeDrawing) -> Int {
    let heights = branches.indices.map { height(of: $0, drawing) + Self.branchGap }
    let whole = heights.reduce(0, +)
    var best = (count: 0, difference: whole)
    var left = 0.0
    for (i, height) in heights.enumerated() {
      left += height
      let difference = abs(whole - 2 * left)
      if difference < best.difference { best = (i + 1, difference) }
    }
    return best.count
  }

  /// Each side is set around a line of its own and the middle between them.
  private func spread(_ left: [Int], _ right: [Int], into drawing: inout TreeDrawing) {
    func total(_ side: [Int]) -> Double { stacked(side.map { height(of: $0, drawing) }, gap: Self.branchGap) }
    let rootWidth = drawing.width(Self.rootName)
    let whole = max(total(left), total(right), drawing.height(Self.rootName))
    drawing.put(Self.rootName, x: 0, y: whole / 2)
    for (side, sign) in [(left, -1.0), (right, 1.0)] where !side.isEmpty {
      let branchWidth = side.map { drawing.width(Self.name(branch: $0)) }.max() ?? 0
      let branchStart = rootWidth / 2 + Self.columnGap
      let memberStart = branchStart + branchWidth + Self.columnGap
      var y = (whole - total(side)) / 2
      for i in side {
        let name = Self.name(branch: i)
        let own = height(of: i, drawing)
        let width = drawing.width(name)
        // Boxes of a column stand flush with the middle's side.
        drawing.put(name, x: sign * (branchStart + width / 2), y: y + own / 2)
        drawing.curve(from: Self.rootName, to: name, sign)
        var top = y + (own - membersHeight(of: i, drawing)) / 2
        for k in branches[i].members.indices {
          let member = Self.name(branch: i, member: k)
          let height = drawing.height(member)
          drawing.put(member, x: sign * (memberStart + drawing.width(member) / 2), y: top + height / 2)
          drawing.curve(from: name, to: member, sign)
          top += height + Self.memberGap
        }
        y += own + Self.branchGap
      }
    }
  }

  // MARK: Below each other

  private static let inset = 22.0

  private func stack(into drawing: inout TreeDrawing) {
    var y = 0.0
    func put(_ name: String, depth: Int, above: Double) {
      y += above
      let height = drawing.height(name)
      drawing.put(name, x: Double(depth) * Self.inset + drawing.width(name) / 2, y: y + height / 2)
      y += height
    }
    put(Self.rootName, depth: 0, above: 0)
    for i in branches.indices {
      let name = Self.name(branch: i)
      put(name, depth: 1, above: 16)
      drawing.elbow(from: Self.rootName, to: name)
      for k in branches[i].members.indices {
        let member = Self.name(branch: i, member: k)
        put(member, depth: 2, above: Self.memberGap)
        drawing.elbow(from: name, to: member)
      }
    }
  }
}

/// Boxes being put in their places, and the lines between them.
private struct TreeDrawing {
  private var boxes: [String: GraphLayout.Node]
  private var edges: [GraphLayout.Edge] = []

  init(boxes: [String: GraphLayout.Node]) { self.boxes = boxes }

  func has(_ name: String) -> Bool { boxes[name] != nil }
  func width(_ name: String) -> Double { boxes[name]?.width ?? 0 }
  func height(_ name: String) -> Double { boxes[name]?.height ?? 0 }

  /// `x` and `y` are of the box's centre.
  mutating func put(_ name: String, x: Double, y: Double) { boxes[name]?.center = .init(x: x, y: y) }

  /// From the side of one box to the near side of another; `sign` is -1 to the left.
  mutating func curve(from: String, to: String, _ sign: Double) {
    guard let a = boxes[from], let b = boxes[to] else { return }
    let start = GraphLayout.Point(x: a.center.x + sign * a.width / 2, y: a.center.y)
    let end = GraphLayout.Point(x: b.center.x - sign * b.width / 2, y: b.center.y)
    let middle = (start.x + end.x) / 2
    edges.append(.init(points: [start, .init(x: middle, y: start.y), .init(x: middle, y: end.y), end], hasArrow: false))
  }

  /// Down from under the left end of one box, then across to another that is set in.
  mutating func elbow(from: String, to: String) {
    guard let a = boxes[from], let b = boxes[to] else { return }
    let start = GraphLayout.Point(x: a.center.x - a.width / 2 + 11, y: a.center.y + a.height / 2)
    let end = GraphLayout.Point(x: b.center.x - b.width / 2, y: b.center.y)
    let corner = GraphLayout.Point(x: start.x, y: end.y)
    edges.append(.init(points: [start, start, corner, corner, corner, end, end], hasArrow: false))
  }

  /// Moved so that it begins at 0.
  func finished(inOrder names: [String]) -> GraphLayout {
    let nodes = names.compactMap { boxes[$0] }
    let left = nodes.map { $0.center.x - $0.width / 2 }.min() ?? 0
    let right = nodes.map { $0.center.x + $0.width / 2 }.max() ?? 0
    let top = nodes.map { $0.center.y - $0.height / 2 }.min() ?? 0
    let bottom = nodes.map { $0.center.y + $0.height / 2 }.max() ?? 0
    func moved(_ point: GraphLayout.Point) -> GraphLayout.Point { .init(x: point.x - left, y: point.y - top) }
    return GraphLayout(
      width: right - left, height: bottom - top,
      nodes: nodes.map { node in
        var node = node
        node.center = moved(node.center)
        return node
      },
      edges: edges.map { edge in
        var edge = edge
        edge.points = edge.points.map(moved)
        return edge
      })
  }
}

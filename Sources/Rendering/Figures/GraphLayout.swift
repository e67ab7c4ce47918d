/// Where the parts of a drawn graph stand, as a layout program gives it. Lengths are points, y grows downwards from the top.
package struct GraphLayout: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package struct Node: Hashable, Sendable {
    /// What a box is in a tree, for the style sheet alone.
    package enum Level: Hashable, Sendable { case plain, root, branch, member }
    package var name: String
    package var center: Point
    package var width: Double
    package var height: Double
    /// The label, a line each.
    package var lines: [String]
    package var level = Level.plain
    package init(name: String, center: Point, width: Double, height: Double, lines: [String]) {
      self.name = name
      self.center = center
      self.width = width
      self.height = height
      self.lines = lines
    }
  }

  package struct Edge: Hashable, Sendable {
    /// A start and then three points a Bézier segment.
    package var points: [Point]
    /// Drawn at the last point, `arrowTip`.
    package var hasArrow: Bool
    /// The arrow's tip; nil: the last point.
    package var arrowTip: Point?
    package var label: String?
    package var labelPlace: Point?
    package init(points: [Point], hasArrow: Bool, arrowTip: Point? = nil, label: String? = nil, labelPlace: Point? = nil) {
      self.points = points
      self.hasArrow = hasArrow
      self.arrowTip = arrowTip
      self.label = label
      self.labelPlace = labelPlace
    }
  }

  /// A frame around nodes («subgraph cluster»).
  package struct Group: Hashable, Sendable {
    package var topLeft: Point
    package var width: Double
    package var height: Double
    package var label: String?
    package init(topLeft: Point, width: Double, height: Double, label: String? = nil) {
      self.topLeft = topLeft
      self.width = width
      self.height = height
      self.label = label
    }
  }

  package var width: Double
  package var height: Double
  package var nodes: [Node]
  package var edges: [Edge]
  package var groups: [Group]

  package init(width: Double, height: Double, nodes: [Node], edges: [Edge] = [], groups: [Group] = []) {
    self.width = width
    self.height = height
    self.nodes = nodes
    self.edges = edges
    self.groups = groups
  }
}

extension GraphLayout.Edge {
  /// The corners of the arrow head, 9 points long, its tip first; none where the direction is unknown.
  package var arrow: [GraphLayout.Point] {
    guard let last = points.last, points.count >= 2 else { return [] }
    let tip = arrowTip ?? last
    let base = arrowTip == nil ? points[points.count - 2] : last
    let (dx, dy) = (tip.x - base.x, tip.y - base.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01, length.isFinite else { return [] }
    let (ux, uy) = (dx / length * 9, dy / length * 9)
    return [
      tip, .init(x: tip.x - ux - uy * 0.45, y: tip.y - uy + ux * 0.45), .init(x: tip.x - ux + uy * 0.45, y: tip.y - uy - ux * 0.45),
    ]
  }
}

/// Draws a laid-out graph as inline SVG whose colours are the page's (style sheet classes `graph`, `node`, `edge`, `arrow`, `group`).
///
/// `id` must be unique in the page: the drawing's own ids begin with it. Only text and numbers of the layout get through.
package struct GraphDrawing: Sendable {
  private let layout: GraphLayout
  private let id: String
  private let title: String
  private let description: String?
  /// Where a node leads, by its name.
  private let links: [String: String]

  package init(_ layout: GraphLayout, id: String, title: String, description: String?, links: [String: String] = [:]) {
    self.links = links
    self.layout = layout
    self.id = id
    self.title = title
    self.description = description
  }

  /// Between the lines of one label, in points.
  private static let lineHeight = 20.0

  package func render(into out: inout HTMLBuffer) {
    // What leads somewhere is no picture to a screen reader, but a group of links.
    out.markup(links.isEmpty ? "<svg class=\"graph\" role=\"img\"" : "<svg class=\"graph\" role=\"group\"")
    out.markup(" xmlns=\"http://www.w3.org/2000/svg\"")
    out.attribute("viewBox", "-4 -4 \(decimal(layout.width + 8)) \(decimal(layout.height + 8))")
    out.attribute("width", decimal(layout.width + 8))
    out.attribute("height", decimal(layout.height + 8))
    out.attribute("aria-labelledby", description == nil ? "\(id)-title" : "\(id)-title \(id)-desc")
    out.markup(">\n<title")
    out.attribute("id", "\(id)-title")
    out.markup(">")
    out.text(title)
    out.markup("</title>\n")
    if let description {
      out.markup("<desc")
      out.attribute("id", "\(id)-desc")
      out.markup(">")
      out.text(description)
      out.markup("</desc>\n")
    }
    for group in layout.groups { draw(group, into: &out) }
    for edge in layout.edges { draw(edge, into: &out) }
    for node in layout.nodes { draw(node, into: &out) }
    out.markup("</svg>\n")
  }

  private func draw(_ group: GraphLayout.Group, into out: inout HTMLBuffer) {
    out.markup("<g class=\"group\">")
    rectangle(x: group.topLeft.x, y: group.topLeft.y, width: group.width, height: group.height, into: &out)
    if let label = group.label { text(label, x: group.topLeft.x + group.width / 2, y: group.topLeft.y + 18, into: &out) }
    out.markup("</g>\n")
  }

  private func draw(_ node: GraphLayout.Node, into out: inout HTMLBuffer) {
    let link = links[node.name]
    if let link {
      out.markup("<a")
      out.attribute("href", link)
      out.markup(">")
    }
    defer { if link != nil { out.markup("</a>\n") } }
    switch node.level {
    case .plain: out.markup("<g class=\"node\">")
    case .root: out.markup("<g class=\"node root\">")
    case .branch: out.markup("<g class=\"node branch\">")
    case .member: out.markup("<g class=\"node member\">")
    }
    rectangle(
      x: node.center.x - node.width / 2, y: node.center.y - node.height / 2, width: node.width, height: node.height, into: &out)
    let top = node.center.y - Double(node.lines.count - 1) * Self.lineHeight / 2 + 5
    for (i, line) in node.lines.enumerated() { text(line, x: node.center.x, y: top + Double(i) * Self.lineHeight, into: &out) }
    out.markup("</g>\n")
  }

  private func draw(_ edge: GraphLayout.Edge, into out: inout HTMLBuffer) {
    guard let start = edge.points.first, edge.points.count >= 4 else { return }
    var path = "M\(pair(start))"
    for i in stride(from: 1, to: edge.points.count - 2, by: 3) {
      path += "C\(pair(edge.points[i])) \(pair(edge.points[i + 1])) \(pair(edge.points[i + 2]))"
    }
    out.markup("<path class=\"edge\"")
    out.attribute("d", path)
    out.markup("/>\n")
    let arrow = edge.arrow
    if edge.hasArrow, arrow.count == 3 {
      out.markup("<path class=\"arrow\"")
      out.attribute("d", "M\(pair(arrow[0]))L\(pair(arrow[1]))L\(pair(arrow[2]))Z")
      out.markup("/>\n")
    }
    if let label = edge.label, let place = edge.labelPlace {
      out.markup("<g class=\"edge-label\">")
      text(label, x: place.x, y: place.y + 4, into: &out)
      out.markup("</g>\n")
    }
  }

  private func rectangle(x: Double, y: Double, width: Double, height: Double, into out: inout HTMLBuffer) {
    out.markup("<rect rx=\"6\"")
    out.attribute("x", decimal(x))
    out.attribute("y", decimal(y))
    out.attribute("width", decimal(width))
    out.attribute("height", decimal(height))
    out.markup("/>")
  }

  private func text(_ line: String, x: Double, y: Double, into out: inout HTMLBuffer) {
    out.markup("<text")
    out.attribute("x", decimal(x))
    out.attribute("y", decimal(y))
    out.markup(">")
    out.text(line)
    out.markup("</text>")
  }

  private func pair(_ point: GraphLayout.Point) -> String { "\(decimal(point.x)) \(decimal(point.y))" }

  /// At most two decimals; 0 for what is no number, and cut to ±1,000,000, so that no layout can trap or break the attribute.
  private func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((max(-1e6, min(1e6, value)) * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

import Rendering
import Testing

struct GraphDrawingTests {
  private func draw(_ layout: GraphLayout, title: String = "ภาพ", description: String? = nil) -> String {
    var out = HTMLBuffer()
    GraphDrawing(layout, id: "fig-1", title: title, description: description).render(into: &out)
    return out.string
  }

  private let node = GraphLayout.Node(
    name: "a", center: .init(x: 50, y: 20), width: 80, height: 40, lines: ["การตีความ", "ความหมาย"])

  @Test func drawsNodesWithALineOfTextEach() {
    let svg = draw(GraphLayout(width: 100, height: 40, nodes: [node]))
    #expect(svg.contains("viewBox=\"-4 -4 108 48\""))
    #expect(svg.contains("<rect rx=\"6\" x=\"10\" y=\"0\" width=\"80\" height=\"40\"/>"))
    #expect(svg.contains("<text x=\"50\" y=\"15\">การตีความ</text><text x=\"50\" y=\"35\">ความหมาย</text>"))
  }

  @Test func drawsEdgesAsCurvesWithAnArrow() {
    let edge = GraphLayout.Edge(
      points: [.init(x: 0, y: 0), .init(x: 5, y: 0), .init(x: 10, y: 0), .init(x: 20, y: 0)], hasArrow: true,
      arrowTip: .init(x: 30, y: 0),
      label: "ไป", labelPlace: .init(x: 9, y: 9))
    let svg = draw(GraphLayout(width: 40, height: 10, nodes: [], edges: [edge]))
    #expect(svg.contains("<path class=\"edge\" d=\"M0 0C5 0 10 0 20 0\"/>"))
    #expect(svg.contains("<path class=\"arrow\" d=\"M30 0L21 4.05L21 -4.05Z\"/>"))
    #expect(svg.contains("<text x=\"9\" y=\"13\">ไป</text>"))
  }

  @Test func namesAndDescribesItselfWithIdentifiersOfItsOwn() {
    let svg = draw(GraphLayout(width: 1, height: 1, nodes: []), title: "<ก>", description: "ข")
    #expect(svg.contains("aria-labelledby=\"fig-1-title fig-1-desc\""))
    #expect(svg.contains("<title id=\"fig-1-title\">&lt;ก&gt;</title>"))
    #expect(svg.contains("<desc id=\"fig-1-desc\">ข</desc>"))
  }

  @Test func survivesNumbersThatAreNone() {
    let bad = GraphLayout.Node(name: "a", center: .init(x: .nan, y: .infinity), width: 1e300, height: -1e300, lines: ["ก"])
    let edge = GraphLayout.Edge(points: [.init(x: 1, y: 1)], hasArrow: true)
    let svg = draw(GraphLayout(width: .nan, height: 5, nodes: [bad], edges: [edge]))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }
}

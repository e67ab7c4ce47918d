import Rendering

// Figures of a sheet as Typst: pictures in the sheet's own source, drawings by their nodes and edges, else the words.

extension TypstWriter {
  /// Lengths in points; at most as wide as the text and as high as the page, which the prelude measures.
  mutating func figure(_ figure: SheetFigure) {
    switch figure.content {
    case .drawing(let drawing): self.drawing(drawing, of: figure)
    case .picture(let picture):
      call("picture") {
        $0.numbers(picture.width, picture.height)
        $0.out.string(Self.vector(picture))
        $0.out.code(", ")
        $0.words(of: figure)
      }
    }
  }

  /// Typst reads no file of a sheet: a picture comes in its source, and where its bytes cannot be read it stays empty instead of being an error.
  private static func vector(_ picture: SheetPicture) -> String {
    if picture.format == .svg { return String(decoding: picture.bytes, as: UTF8.self) }
    let size = "width=\"\(picture.width)\" height=\"\(picture.height)\""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)><image \(size) href=\"\(picture.dataAddress)\"/></svg>"
  }

  mutating func words(of figure: SheetFigure) {
    out.code("alt: ")
    out.string(figure.alternative)
    out.code(", caption: ")
    if figure.caption.isEmpty { out.code("none") } else { text(figure.caption) }
  }

  mutating func drawing(_ drawing: GraphLayout, of figure: SheetFigure) {
    call("drawing") {
      $0.numbers(drawing.width, drawing.height)
      $0.words(of: figure)
      $0.out.code(", groups: (")
      for group in drawing.groups {
        $0.out.code("(")
        $0.numbers(group.topLeft.x, group.topLeft.y, group.width, group.height)
        $0.out.string(group.label ?? "")
        $0.out.code("), ")
      }
      $0.out.code("), edges: (")
      for edge in drawing.edges { $0.edge(edge) }
      $0.out.code("), nodes: (")
      for node in drawing.nodes {
        $0.out.code("(")
        $0.numbers(node.center.x - node.width / 2, node.center.y - node.height / 2, node.width, node.height)
        $0.out.code("(")
        for line in node.lines {
          $0.out.string(line)
          $0.out.code(", ")
        }
        $0.out.code(")), ")
      }
      $0.out.code(")")
    }
  }

  mutating func edge(_ edge: GraphLayout.Edge) {
    guard edge.points.count >= 4 else { return }
    out.code("(points: (")
    for point in edge.points { self.point(point) }
    out.code("), tip: (")
    if edge.hasArrow { for point in edge.arrow { self.point(point) } }
    out.code("), label: ")
    out.string(edge.label ?? "")
    out.code(", at: ")
    point(edge.labelPlace ?? edge.points[0])
    out.code("), ")
  }

  mutating func point(_ point: GraphLayout.Point) {
    out.code("(")
    numbers(point.x, point.y)
    out.code("), ")
  }

  mutating func numbers(_ values: Double...) {
    for value in values {
      out.number(value)
      out.code(", ")
    }
  }
}

import CourseModel
import Diagnostics
import Rendering
import SiteExporter

/// The layouts of a course's `dot` figures, made before any page is written.
enum FigureLayouts {
  /// A figure without a layout is shown as its source; a diagnostic says why.
  static func make(
    for course: Course, with tool: GraphLayoutTool?
  ) throws -> (layouts: [FigureID: GraphLayout], diagnostics: [Diagnostic]) {
    let drawn = course.figures.filter { $0.graph != nil }
    guard let first = drawn.first else { return ([:], []) }
    guard let tool else {
      let missing = Diagnostic(
        "missing-tool", .note, thai: "ไม่มี Graphviz จึงแสดงรูปเป็นข้อความ", english: "Graphviz is missing: figures are shown as text",
        at: first.evidence.span, repair: Wording(thai: "apt-get install graphviz", english: "apt-get install graphviz"))
      return ([:], [missing])
    }
    let laidOut = try tool.layouts(of: drawn.map { $0.graph ?? "" })
    var layouts: [FigureID: GraphLayout] = [:]
    var diagnostics: [Diagnostic] = []
    for (figure, layout) in zip(drawn, laidOut) {
      if let layout {
        layouts[figure.id] = layout
      } else {
        diagnostics.append(
          Diagnostic(
            "unreadable-graph", .warning, thai: "Graphviz อ่านรูป “\(figure.title)” ไม่ได้ จึงแสดงเป็นข้อความ",
            english: "Graphviz cannot read the figure “\(figure.title)”: it is shown as text", at: figure.evidence.span,
            repair: Wording(thai: "ลองสั่ง dot -Tsvg กับรูปนี้เพื่อดูว่าผิดที่ใด", english: "run dot -Tsvg on it to see where it is wrong")))
      }
    }
    return (layouts, diagnostics)
  }

  /// The layouts of the concept maps, in one process; none where Graphviz is missing, as the note about figures says.
  static func maps(of exporter: SiteExporter, with tool: GraphLayoutTool?) throws -> [ChapterID?: GraphLayout] {
    let sources = exporter.mapSources()
    guard !sources.isEmpty, let tool else { return [:] }
    let laidOut = try tool.layouts(of: sources.map(\.source))
    tool.prune()
    var maps: [ChapterID?: GraphLayout] = [:]
    for (map, layout) in zip(sources, laidOut) { if let layout { maps[map.chapter] = layout } }
    return maps
  }
}

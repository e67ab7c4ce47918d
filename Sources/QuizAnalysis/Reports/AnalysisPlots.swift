import CourseModel
import Rendering

/// Plots as SVG, drawn in a box of 460 × 300.
enum AnalysisPlots {
  private static let left = 46.0
  private static let right = 436.0
  private static let top = 24.0
  private static let bottom = 260.0

  /// Items by difficulty (across) and discrimination (up); what is asked of an item is shaded.
  static func scatter(_ analysis: ItemAnalysis, _ words: AnalysisWords) -> HTMLBuffer {
    var svg = open(words.scatter)
    let low = min(-0.2, (analysis.items.map(\.discrimination).min() ?? 0) - 0.05)
    func x(_ p: Double) -> Double { left + p * (right - left) }
    func y(_ r: Double) -> Double { bottom - (r - low) / (1 - low) * (bottom - top) }
    rect("zone", x(0.2), y(1), x(0.8) - x(0.2), y(0.2) - y(1), &svg)
    for tick in 0...5 {
      let p = Double(tick) / 5
      line("grid", x(p), top, x(p), bottom, &svg)
      text(Figure.short(p), x(p), bottom + 18, "middle", &svg)
    }
    for r in [-1.0, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1] where r >= low {
      line(r == 0 ? "axis" : "grid", left, y(r), right, y(r), &svg)
      text(Figure.short(r), left - 5, y(r) + 4, "end", &svg)
    }
    text("p", right, bottom + 36, "end", &svg)
    text("r", left, 14, "middle", &svg)
    for item in analysis.items {
      svg.markup("<a")
      svg.attribute("href", "#item-\(item.number)")
      svg.markup("><circle")
      svg.attribute("class", item.flags.isEmpty ? "dot" : "dot flagged")
      svg.attribute("cx", number(x(item.difficulty)))
      svg.attribute("cy", number(y(item.discrimination)))
      svg.markup(" r=\"9\"><title>")
      svg.text(
        "\(item.number). \(item.item?.stem ?? item.name): p \(Figure.short(item.difficulty)), r \(Figure.short(item.discrimination))"
      )
      svg.markup("</title></circle>")
      text(String(item.number), x(item.difficulty), y(item.discrimination) + 4, "middle", &svg, class: "on")
      svg.markup("</a>")
    }
    svg.markup("</svg>")
    return svg
  }

  /// Students by total score, in at most twenty classes of whole points.
  static func histogram(_ analysis: ItemAnalysis, _ words: AnalysisWords) -> HTMLBuffer {
    var svg = open(words.histogram)
    let most = Double(analysis.items.count)
    let step = max(1, (most / 20).rounded(.up))
    let classes = Int((most / step).rounded(.down)) + 1
    var counts = [Int](repeating: 0, count: classes)
    for total in analysis.totals { counts[min(classes - 1, max(0, Int(total / step)))] += 1 }
    let tallest = max(1, counts.max() ?? 1)
    let width = (right - left) / Double(classes)
    let ticks = tallest <= 5 ? 1 : Int((Double(tallest) / 5).rounded(.up))
    for value in stride(from: 0, through: tallest, by: ticks) {
      let y = bottom - Double(value) / Double(tallest) * (bottom - top)
      line("grid", left, y, right, y, &svg)
      text(String(value), left - 5, y + 4, "end", &svg)
    }
    let every = max(1, Int((Double(classes) / 12).rounded(.up)))
    for (i, count) in counts.enumerated() {
      let height = Double(count) / Double(tallest) * (bottom - top)
      if count > 0 { rect("bar", left + Double(i) * width + 1, bottom - height, max(1, width - 2), height, &svg) }
      if i % every == 0 { text(String(i * Int(step)), left + (Double(i) + 0.5) * width, bottom + 18, "middle", &svg) }
    }
    line("axis", left, bottom, right, bottom, &svg)
    text(words.score, right, bottom + 36, "end", &svg)
    svg.markup("</svg>")
    return svg
  }

  private static func open(_ label: String) -> HTMLBuffer {
    var svg = HTMLBuffer()
    svg.markup("<svg viewBox=\"0 0 460 300\" role=\"img\"")
    svg.attribute("aria-label", label)
    svg.markup(">")
    return svg
  }

  private static func line(_ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ svg: inout HTMLBuffer) {
    svg.markup("<line")
    svg.attribute("class", name)
    svg.attribute("x1", number(x1))
    svg.attribute("y1", number(y1))
    svg.attribute("x2", number(x2))
    svg.attribute("y2", number(y2))
    svg.markup("/>")
  }

  private static func rect(_ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ svg: inout HTMLBuffer) {
    svg.markup("<rect")
    svg.attribute("class", name)
    svg.attribute("x", number(x))
    svg.attribute("y", number(y))
    svg.attribute("width", number(width))
    svg.attribute("height", number(height))
    svg.markup("/>")
  }

  private static func text(
    _ words: String, _ x: Double, _ y: Double, _ anchor: String, _ svg: inout HTMLBuffer, class name: String? = nil
  ) {
    svg.markup("<text")
    if let name { svg.attribute("class", name) }
    svg.attribute("x", number(x))
    svg.attribute("y", number(y))
    svg.attribute("text-anchor", anchor)
    svg.markup(">")
    svg.text(words)
    svg.markup("</text>")
  }

  /// One decimal.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10).\(abs(tenths % 10))"
  }
}

import Diagnostics
import Foundation
import Rendering

/// Lays graphs out with Graphviz's `dot`, one process for all that were not laid out before.
///
/// Graphviz reads nothing but its input: `GV_FILE_PATH` points at an empty folder, fonts are pinned to the course's own so that
/// two machines agree, and time is limited. Only coordinates are taken from it, never its drawing.
package struct GraphLayoutTool: Sendable {
  private let dot: String
  private let fonts: String?
  /// Seconds a batch may take; looking for the graphs that spoil it may take four times as long.
  private let limit: Double
  private let made: MadeFiles?

  /// - Parameters:
  ///   - fonts: the folder of the fonts that text is measured with; nil measures with what the machine has.
  ///   - courseRoot: whose `.tamra` keeps what Graphviz said; nil, or fonts of the machine's own, keep nothing.
  package init(dot: String, fonts: String?, limit: Double = 20, courseRoot: String? = nil) {
    self.dot = dot
    self.fonts = fonts
    self.limit = limit
    made = fonts.flatMap {
      MadeFiles(courseRoot: courseRoot, fileExtension: "json", parts: Self.arguments, program: dot, fonts: $0)
    }
  }

  /// With the Graphviz on PATH and the fonts of paper; nil where Graphviz is missing.
  init?(toolbox: Toolbox, courseRoot: String) {
    guard let dot = toolbox.program("dot") else { return nil }
    self.init(dot: dot, fonts: toolbox.printFonts, courseRoot: courseRoot)
  }

  /// A layout for each source that Graphviz accepts, nil for one it refuses; a bad graph spoils only itself.
  ///
  /// - Throws: `Failure` when the program cannot be run at all.
  package func layouts(of sources: [String]) throws -> [GraphLayout?] {
    var layouts = sources.map { made?.file(of: $0).flatMap { Self.decode($0).first?.layout } }
    let missing = sources.indices.filter { layouts[$0] == nil }
    for (index, answer) in zip(missing, try ask(missing.map { sources[$0] })) {
      layouts[index] = answer?.layout
      if let answer { made?.keep(answer.json, of: sources[index]) }
    }
    return layouts
  }

  /// Forgets what was laid out long ago.
  func prune() { made?.prune(now: Date()) }

  /// What Graphviz says of one graph, as it said it.
  private typealias Answer = (json: [UInt8], layout: GraphLayout)

  private func ask(_ sources: [String]) throws -> [Answer?] {
    guard !sources.isEmpty else { return [] }
    return try withScratchPlace("dot") { scratch in
      try FileManager.default.createDirectory(atPath: scratch + "/empty", withIntermediateDirectories: false)
      var environment = ["GV_FILE_PATH": scratch + "/empty"]
      if let fonts {
        let settings = """
          <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
          <fontconfig><dir>\(fonts)</dir><cachedir>\(scratch)/cache</cachedir></fontconfig>
          """
        try NewFile.replace(scratch + "/fonts.conf", Array(settings.utf8))
        environment["FONTCONFIG_FILE"] = scratch + "/fonts.conf"
      }
      return try ask(sources[...], environment, until: .now + .seconds(limit * 4))
    }
  }

  /// Tries all at once and, where that fails, each half; what time does not suffice for has no layout.
  private func ask(_ sources: ArraySlice<String>, _ environment: [String: String], until end: ContinuousClock.Instant) throws
    -> [Answer?]
  {
    guard .now < end else { return sources.map { _ in nil } }
    let output = try run(sources, environment)
    if output.status == 0, !output.timedOut {
      let graphs = Self.decode(output.standardOutput.map(Self.printed))
      if graphs.count == sources.count { return graphs }
    }
    guard sources.count > 1 else { return [nil] }
    let middle = sources.startIndex + sources.count / 2
    return try ask(sources[..<middle], environment, until: end) + ask(sources[middle...], environment, until: end)
  }

  private static let arguments = [
    "-Tjson", "-Nfontname=Sarabun", "-Efontname=Sarabun", "-Gfontname=Sarabun", "-Nfontsize=15", "-Efontsize=13", "-Nshape=box",
    "-Nmargin=0.18,0.1", "-Granksep=0.55", "-Gnodesep=0.35",
  ]

  private func run(_ sources: ArraySlice<String>, _ environment: [String: String]) throws -> ToolProcess.Output {
    do {
      return try ToolProcess(dot, Self.arguments, environment: environment)
        .run(input: Array(sources.joined(separator: "\n").utf8), limit: limit)
    } catch {
      throw Failure(.io, thai: "เรียก \(dot) ไม่ได้", english: "cannot run \(dot)")
    }
  }

  /// Graphviz copies control characters, also such as «&#1;» stands for, into its JSON as they are, where none may stand: one would cost the
  /// layout of a whole map.
  private static func printed(_ byte: UInt8) -> UInt8 { byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D ? byte : 0x20 }

  // MARK: Reading -Tjson

  private struct Drawing: Decodable {
    var op: String
    var points: [[Double]]?
    var text: String?
  }
  private struct Object: Decodable {
    var name: String?
    var pos: String?
    var width: String?
    var height: String?
    var bb: String?
    var label: String?
    var nodes: [Int]?
    var _ldraw_: [Drawing]?
  }
  private struct Edge: Decodable {
    var tail: Int
    var head: Int
    var label: String?
    var lp: String?
    var _draw_: [Drawing]?
    var _hdraw_: [Drawing]?
  }
  private struct Graph: Decodable {
    var bb: String
    var objects: [Object]?
    var edges: [Edge]?
  }

  /// Graphviz writes one JSON object after another; a line that is a lone `}` ends each.
  private static func decode(_ output: [UInt8]) -> [Answer] {
    var graphs: [Answer] = []
    var start = 0
    for end in output.indices where output[end] == 0x7D && (end == 0 || output[end - 1] == 0x0A) {
      guard let graph = try? JSONDecoder().decode(Graph.self, from: Data(output[start...end])), let laidOut = lay(graph) else {
        return graphs
      }
      graphs.append((Array(output[start...end]), laidOut))
      start = end + 1
    }
    return graphs
  }

  private static func numbers(_ text: String?) -> [Double] { (text ?? "").split(separator: ",").compactMap { Double($0) } }

  private static func lay(_ graph: Graph) -> GraphLayout? {
    let box = numbers(graph.bb)
    guard box.count == 4 else { return nil }
    func point(_ x: Double, _ y: Double) -> GraphLayout.Point { .init(x: x - box[0], y: box[3] - y) }
    let objects = graph.objects ?? []
    var layout = GraphLayout(width: box[2] - box[0], height: box[3] - box[1], nodes: [])
    for object in objects {
      let lines = (object._ldraw_ ?? []).filter { $0.op == "T" }.compactMap(\.text)
      let bounds = numbers(object.bb)
      let center = numbers(object.pos)
      if bounds.count == 4 {
        guard object.name?.hasPrefix("cluster") == true else { continue }
        layout.groups.append(
          .init(
            topLeft: point(bounds[0], bounds[3]), width: bounds[2] - bounds[0], height: bounds[3] - bounds[1],
            label: lines.isEmpty ? nil : lines.joined(separator: " ")))
      } else if center.count == 2 {
        layout.nodes.append(
          .init(
            name: object.name ?? "", center: point(center[0], center[1]), width: 72 * (Double(object.width ?? "") ?? 0),
            height: 72 * (Double(object.height ?? "") ?? 0), lines: lines))
      }
    }
    for edge in graph.edges ?? [] {
      let path = edge._draw_?.first { $0.op == "b" || $0.op == "B" }?.points ?? []
      let tip = edge._hdraw_?.first { $0.op == "P" || $0.op == "p" }?.points
      let at = numbers(edge.lp)
      layout.edges.append(
        .init(
          points: path.filter { $0.count == 2 }.map { point($0[0], $0[1]) }, hasArrow: edge._hdraw_ != nil,
          arrowTip: tip.flatMap { $0.count == 3 && $0[1].count == 2 ? point($0[1][0], $0[1][1]) : nil }, label: edge.label,
          labelPlace: at.count == 2 ? point(at[0], at[1]) : nil))
    }
    return layout
  }
}

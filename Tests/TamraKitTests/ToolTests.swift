import Foundation
import Glibc
import Rendering
import TestSupport
import Testing

@testable import TamraKit

private let dot = Toolbox(executable: "/usr/bin/tamra", environment: ProcessInfo.processInfo.environment).program(
  "dot")

@Suite struct GraphLayouts {
  private let tool = GraphLayoutTool(dot: dot ?? "", fonts: nil)

  @Test(.enabled(if: dot != nil, "Graphviz is not installed")) func placesNodesAndEdges() throws {
    let layout = try #require(try tool.layouts(of: ["digraph { a [label=\"การเรียนรู้\\nร่วมกัน\"]; a -> b }"])[0])
    #expect(layout.nodes.map(\.name) == ["a", "b"])
    #expect(layout.nodes[0].lines == ["การเรียนรู้", "ร่วมกัน"])
    #expect(layout.nodes[0].center.y < layout.nodes[1].center.y)
    #expect(layout.edges.count == 1 && layout.edges[0].hasArrow && layout.edges[0].points.count % 3 == 1)
    #expect(layout.width > layout.nodes[0].width - 1 && layout.height > 0)
  }

  @Test(.enabled(if: dot != nil, "Graphviz is not installed")) func losesOnlyTheGraphThatIsWrong() throws {
    let layouts = try tool.layouts(of: ["digraph { a -> b }", "digraph { a -> ", "graph { c -- d }", "digraph { x; y }"])
    #expect(layouts.map { $0 != nil } == [true, false, true, true])
    #expect(layouts[2]?.edges[0].hasArrow == false)
  }

  @Test("a control character in a label costs no layout", .enabled(if: dot != nil, "Graphviz is not installed"))
  func controlCharacters() throws {
    let layout = try #require(try tool.layouts(of: ["digraph { a [label=\"ก\u{1}ข\u{1F}&#1;\"]; a -> b }"])[0])
    #expect(layout.nodes.map(\.name) == ["a", "b"] && layout.nodes[0].lines == ["ก ข  "])
  }

  @Test(
    "a graph is laid out once: the next time Graphviz is not asked, and says what it said",
    .enabled(if: dot != nil, "Graphviz is not installed"))
  func keepsLayouts() throws {
    let folder = try ScratchFolder()
    try folder.put("fonts/a.ttf", "")
    // A dot that counts how often it is run.
    try folder.put("dot", "#!/bin/sh\necho x >>\(folder.path)/runs\nexec \(dot ?? "") \"$@\"\n")
    chmod(folder.path + "/dot", 0o755)
    func layouts(_ sources: [String]) throws -> [GraphLayout?] {
      try GraphLayoutTool(dot: folder.path + "/dot", fonts: folder.path + "/fonts", courseRoot: folder.path).layouts(of: sources)
    }
    func runs() -> Int { (try? FileReading.bytes(at: folder.path + "/runs"))?.count ?? 0 }
    let first = try layouts(["digraph { a -> b }", "graph { c -- d }"])
    #expect(first.allSatisfy { $0 != nil } && runs() == 2)
    #expect(try layouts(["graph { c -- d }", "digraph { a -> b }"]) == first.reversed() && runs() == 2)
    #expect(try layouts(["digraph { a -> b }", "digraph { new }"])[0] == first[0] && runs() == 4)
  }

  @Test(.enabled(if: dot != nil, "Graphviz is not installed")) func readsNoFileAGraphNames() throws {
    let folder = try ScratchFolder()
    try folder.put("secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>")
    let layouts = try tool.layouts(of: [
      "digraph { a [image=\"\(folder.path)/secret.svg\" label=\"\" URL=\"javascript:alert(1)\"] }"
    ])
    #expect(layouts.count == 1)
  }
}

@Suite struct ToolProcesses {
  @Test func passInputAndCollectBothOutputs() throws {
    let output = try ToolProcess("/bin/sh", ["-c", "cat; echo no >&2; exit 3"]).run(input: Array("ก".utf8), limit: 10)
    #expect(output.standardOutput == Array("ก".utf8) && output.standardError == "no\n" && output.status == 3 && !output.timedOut)
  }

  @Test func areStoppedAtTheirLimit() throws {
    let output = try ToolProcess("/bin/sh", ["-c", "exec sleep 30"]).run(limit: 0.2)
    #expect(output.timedOut)
  }

  @Test func moveMoreThanAPipeHolds() throws {
    let input = [UInt8](repeating: 65, count: 1 << 20)
    #expect(try ToolProcess("/bin/cat", []).run(input: input, limit: 20).standardOutput.count == input.count)
  }
}

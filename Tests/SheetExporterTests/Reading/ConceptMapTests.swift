import CourseModel
import Rendering
import Testing

@testable import SheetExporter

struct ConceptMapTests {
  private func source(_ settings: SheetSettings = SheetSettings()) -> String {
    NetworkChapter.exporter(settings).mapSource(of: NetworkChapter.chapter) ?? ""
  }

  @Test func drawsSetsAroundTheFirstConcept() {
    let source = source()
    #expect(source.hasPrefix("digraph map {") && source.hasSuffix("}\n"))
    #expect(source.contains("root [label=\"เครือข่าย\"]"))
    #expect(source.contains("root -> s0\n") && source.contains("s0 -> s0i2\n"))
  }

  @Test func drawsLessOnSmallPaper() {
    #expect(source(SheetSettings(paper: .a5)).utf8.count < source().utf8.count)
  }

  @Test func escapesWhatTheDotLanguageWouldRead() {
    #expect(ConceptMap.escaped("a\"b\\N\nc") == "a\\\"b\\\\N c")
  }

  @Test func blanksEverySecondMemberOnTheFrontAlone() throws {
    var exporter = NetworkChapter.exporter()
    let context = try #require(exporter.context(of: NetworkChapter.chapter))
    let map = try #require(ConceptMap(context))
    let nodes = ["root", "s0", "s0i0", "s0i1", "s0i2"].map {
      GraphLayout.Node(name: $0, center: .init(x: 50, y: 50), width: 80, height: 30, lines: [$0])
    }
    exporter.drawings.maps[NetworkChapter.chapter] = GraphLayout(width: 200, height: 200, nodes: nodes)
    let blocks = try #require(exporter.plan(NetworkChapter.chapter, kinds: ["concept-map"]).first).sheet.blocks
    let figures = blocks.compactMap { if case .figure(let figure) = $0 { figure.drawing } else { nil } }
    #expect(figures.map { $0.nodes.filter(\.lines.isEmpty).map(\.name) } == [["s0i1"], []])
    #expect(map.blanks.first?.node == "s0i1")
  }

  @Test func isLeftOutWithoutADrawing() {
    #expect(NetworkChapter.exporter().plan(NetworkChapter.chapter, kinds: ["concept-map"]).isEmpty)
  }

  @Test func wrapsLabelsBetweenWords() {
    let setting = LineSetting(terms: ["เครือข่าย"], names: [])
    let lines = setting.lines(of: "การมีส่วนร่วมของสมาชิกเครือข่าย", em: 9)
    #expect(lines.count > 1)
    #expect(lines.joined() == "การมีส่วนร่วมของสมาชิกเครือข่าย")
    #expect(lines.allSatisfy { !$0.hasPrefix(" ") && !$0.isEmpty })
  }
}

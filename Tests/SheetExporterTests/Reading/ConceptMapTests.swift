import CourseModel
import Rendering
import Testing
import ThaiText

@testable import SheetExporter

struct ConceptMapTests {
  private func source(_ settings: SheetSettings = SheetSettings()) -> String {
    NetworkChapter.exporter(settings).mapSources(of: NetworkChapter.chapter).first ?? ""
  }

  @Test func drawsSetsAroundTheFirstConcept() {
    let source = source()
    #expect(source.hasPrefix("digraph map {") && source.hasSuffix("}\n"))
    #expect(source.contains("root [label=\"เครือข่าย\"]"))
    #expect(source.contains("\nb0 [label=") && source.contains("\nb0m2 [label="))
  }

  @Test func drawsLessOnSmallPaper() {
    #expect(source(SheetSettings(paper: .a5)).utf8.count < source().utf8.count)
  }

  @Test func blanksEverySecondMemberOnTheFrontAlone() throws {
    var exporter = NetworkChapter.exporter()
    let context = try #require(exporter.context(of: NetworkChapter.chapter))
    let map = try #require(ConceptMap.parts(context).first)
    let names =
      ["root"]
      + map.tree.branches.enumerated().flatMap { i, branch in
        ["b\(i)"] + branch.members.indices.map { "b\(i)m\($0)" }
      }
    let nodes = names.enumerated().map {
      GraphLayout.Node(name: $0.element, center: .init(x: 0, y: 0), width: 80 + Double($0.offset), height: 30, lines: [$0.element])
    }
    exporter.drawings.maps[NetworkChapter.chapter] = [GraphLayout(width: 200, height: 200, nodes: nodes)]
    let blocks = try #require(exporter.plan(NetworkChapter.chapter, kinds: ["concept-map"]).first).sheet.blocks
    let figures = blocks.flatMap { block in if case .together(let inner) = block { inner } else { [block] } }.compactMap {
      if case .figure(let figure) = $0, case .drawing(let drawing) = figure.content { drawing } else { nil }
    }
    let blank = figures.map { $0.nodes.filter(\.lines.isEmpty) }
    #expect(blank.map { $0.map(\.name) } == [map.blanks.map(\.node), []])
    #expect(map.blanks.first?.node == "b0m1")
    // The room says nothing of what belongs there.
    #expect(Set(blank.first?.map(\.width) ?? []).count == 1)
  }

  @Test func goesOnOnTheNextPageUntilAllSetsAreDrawn() throws {
    let context = try #require(NetworkChapter.exporter(SheetSettings(paper: .a5)).context(of: NetworkChapter.chapter))
    let parts = ConceptMap.parts(context)
    let drawn = parts.flatMap { $0.tree.branches.map(\.box.text) }
    #expect(parts.count > 1 && parts.allSatisfy { $0.tree.memberCount <= 9 })
    #expect(drawn.count == context.enumerations.filter { (3...9).contains($0.items.count) }.count)
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

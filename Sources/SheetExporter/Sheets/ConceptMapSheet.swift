import CourseModel
import Diagnostics
import Rendering
import ThaiText

/// The chapter's sets drawn as a map: boxes to fill in on the front, the whole map on the back.
struct ConceptMapSheet: SheetKind {
  let id = "concept-map"
  let title = Wording(thai: "แผนผังมโนทัศน์", english: "Concept map")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    guard let measured = context.drawings.maps[context.chapter.id], let map = ConceptMap(context), !map.blanks.isEmpty,
      let drawing = map.tree.placed(measured, .oneSided)
    else { return [] }
    let words = context.words
    let missing = Set(map.blanks.map(\.node))
    // All as wide as the widest, so that the room says nothing.
    let width = drawing.nodes.filter { missing.contains($0.name) }.map(\.width).max() ?? 0
    var blank = drawing
    blank.nodes = drawing.nodes.map { node in
      var node = node
      if missing.contains(node.name) {
        node.lines = []
        node.center.x += (width - node.width) / 2
        node.width = width
      }
      return node
    }
    // In dictionary order, so that the order says nothing.
    let bank = map.blanks.map { (text: $0.text, key: ThaiDictionaryOrder.key($0.text)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
    let whole = drawing.nodes.map { $0.lines.joined(separator: "") }.joined(separator: ", ")
    return [
      context.sheet(
        self, isNamed: true,
        blocks: [
          .note([.text(words.mapHow)]), .figure(SheetFigure(drawing: blank, alternative: words.mapBlank)),
          .paragraph([.soft(words.mapBank), .text(bank.joined(separator: " · "))]), .pageBreak,
          .heading(level: 2, [.text(words.answers)]), .figure(SheetFigure(drawing: drawing, alternative: words.mapOf(whole))),
        ])
    ]
  }
}

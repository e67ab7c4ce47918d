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
    let maps = zip(ConceptMap.parts(context), context.drawings.maps[context.chapter.id] ?? []).compactMap { map, measured in
      measured.flatMap { map.tree.placed($0, .oneSided) }.map { (map: map, drawing: $0) }
    }
    guard maps.contains(where: { !$0.map.blanks.isEmpty }) else { return [] }
    let words = context.words
    var front: [SheetBlock] = [.note([.text(words.mapHow)])]
    var back: [SheetBlock] = [.heading(level: 2, [.text(words.answers)])]
    for part in maps {
      let whole = part.drawing.nodes.map { $0.lines.joined(separator: "") }.joined(separator: ", ")
      front.append(
        .together([
          .figure(SheetFigure(drawing: blank(part.drawing, part.map), alternative: words.mapBlank)),
          .paragraph([.soft(words.mapBank), .text(bank(part.map).joined(separator: " · "))]),
        ]))
      back.append(.figure(SheetFigure(drawing: part.drawing, alternative: words.mapOf(whole))))
    }
    return [context.sheet(self, isNamed: true, blocks: front + [.pageBreak] + back)]
  }

  /// The boxes to fill in all as wide as the widest, so that the room says nothing.
  private func blank(_ drawing: GraphLayout, _ map: ConceptMap) -> GraphLayout {
    let missing = Set(map.blanks.map(\.node))
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
    return blank
  }

  /// What belongs in the boxes, in dictionary order, so that the order says nothing.
  private func bank(_ map: ConceptMap) -> [String] {
    map.blanks.map { (text: $0.text, key: ThaiDictionaryOrder.key($0.text)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
  }
}

import ThaiText

/// The picture that a chat shows of a page: whose course it is, what the page is called, who wrote it.
package struct TitleCard: Hashable, Sendable {
  /// nil on the card of the course itself, whose title is the card's.
  package var course: String?
  /// «บทที่ 6».
  package var kicker: String?
  package var title: String
  package var authors: String?

  package init(course: String?, kicker: String?, title: String, authors: String?) {
    self.course = course
    self.kicker = kicker
    self.title = title
    self.authors = authors
  }

  /// In pixels, where a point is one.
  package static let width = 1200
  package static let height = 630

  /// A whole Typst document of one page that reads no other file. `template` is `card.typ`; text of the course stands in strings alone.
  package func typst(template: String, setting: LineSetting) -> String {
    var out = TypstBuffer()
    out.code(template: template)
    out.code("\n#card(")
    func field(_ name: StaticString, _ text: String?) {
      out.code(name)
      guard let text, !text.isEmpty else { return out.code("none, ") }
      out.code("t(")
      for piece in setting.pieces(text) {
        out.code(piece.isKept ? "k(" : "")
        out.string(piece.text)
        out.code(piece.isKept ? "), " : ", ")
      }
      out.code("), ")
    }
    field("course: ", course)
    field("kicker: ", kicker)
    field("title: ", title)
    field("authors: ", authors)
    out.code(")\n")
    return out.text
  }
}

import Prose

extension ProseWriter {
  /// The notes met so far, as a list at the end; a note in a note follows it.
  mutating func footnotes() {
    guard !pendingFootnotes.isEmpty else { return }
    freshLine()
    if isPage {
      html.markup("<section class=\"footnotes\" role=\"doc-endnotes\"")
      html.attribute("aria-label", word(ProseWording.footnotes))
      html.markup(">\n<ol>\n")
    } else {
      html.markup("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }
    place.isInFootnote = true
    var next = 0
    while next < pendingFootnotes.count {
      footnote(pendingFootnotes[next])
      next += 1
    }
    place.isInFootnote = false
    pendingFootnotes = []
    html.markup("</ol>\n</section>\n")
  }

  private mutating func footnote(_ block: Block) {
    guard case .footnote(_, let number, let blocks) = block.content else { return }
    html.markup("<li")
    html.attribute("id", noteID(number))
    html.markup(">\n")
    // The way back stands at the end of the last paragraph, if there is one.
    if let last = blocks.last, case .paragraph(let inlines) = last.content {
      self.blocks(Array(blocks.dropLast()), isTight: false)
      freshLine()
      html.markup("<p>")
      self.inlines(inlines)
      html.markup(" ")
      backReference(number)
      html.markup("</p>\n")
    } else {
      self.blocks(blocks, isTight: false)
      freshLine()
      html.markup("<p>")
      backReference(number)
      html.markup("</p>\n")
    }
    html.markup("</li>\n")
  }

  private mutating func backReference(_ number: Int) {
    html.markup("<a href=\"#")
    html.address(referenceID(number, 1))
    html.markup("\" class=\"footnote-back\" role=\"doc-backlink\"")
    html.attribute("aria-label", word(ProseWording.backToText))
    html.markup(">↩</a>")
  }

  mutating func footnoteReference(number: Int, occurrence: Int) {
    html.markup("<sup class=\"footnote-ref\">")
    if place.isInLink {
      html.number(number)
    } else {
      html.markup("<a href=\"#")
      html.address(noteID(number))
      html.markup("\"")
      html.attribute("id", referenceID(number, occurrence))
      html.markup(" role=\"doc-noteref\">")
      html.number(number)
      html.markup("</a>")
    }
    html.markup("</sup>")
  }

  private func noteID(_ number: Int) -> String { "\(options.identifierPrefix)fn-\(number)" }
  private func referenceID(_ number: Int, _ occurrence: Int) -> String {
    "\(options.identifierPrefix)fnref-\(number)" + (occurrence > 1 ? "-\(occurrence)" : "")
  }
}

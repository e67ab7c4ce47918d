import Diagnostics
import Prose

extension ProseWriter {
  /// A run of inlines, marks opened and closed around them. Marks open outside of them stay so.
  mutating func inlines(_ inlines: [Inline]) {
    let outer = openMarks.count
    for inline in inlines {
      write(inline, above: outer)
      position = inline.range.upperBound
    }
    closeMarks(downTo: outer)
  }

  private mutating func write(_ inline: Inline, above outer: Int) {
    if case .text(let text) = inline.content {
      self.text(text, inline.range, above: outer)
      return
    }
    if !marks.isEmpty { switchMarks(to: marks.chain(around: inline.range), above: outer) }
    switch inline.content {
    case .text: break
    case .code(let text):
      html.markup("<code>")
      html.text(text)
      html.markup("</code>")
    case .emphasis(let children):
      html.markup("<em>")
      inlines(children)
      html.markup("</em>")
    case .strong(let children):
      html.markup("<strong>")
      inlines(children)
      html.markup("</strong>")
    case .strikethrough(let children):
      html.markup("<del>")
      inlines(children)
      html.markup("</del>")
    case .softBreak: html.markup("\n")
    case .lineBreak: html.markup(isPage ? "<br>\n" : "<br />\n")
    case .html(let text): rawInline(text)
    case .link(let destination, let title, let children): link(destination, title, children)
    case .image(let source, let title, let children): image(source, title, children)
    case .footnoteReference(_, let number, let occurrence): footnoteReference(number: number, occurrence: occurrence)
    case .span(let children, let attributes): span(children, attributes)
    case .citation(let keys): hooks.citation(keys, html: &html)
    }
  }

  private mutating func rawInline(_ text: String) {
    if !options.allowsRawHTML {
      html.text(text)
    } else if options.filtersTags {
      html.filteredHTML(text)
    } else {
      html.html(Array(text.utf8))
    }
  }

  private mutating func span(_ children: [Inline], _ attributes: Attributes) {
    html.markup("<span")
    identifier(attributes.id)
    if !attributes.classes.isEmpty { html.attribute("class", attributes.classes.joined(separator: " ")) }
    if let language = attributes["lang"] { html.attribute("lang", language) }
    html.markup(">")
    inlines(children)
    html.markup("</span>")
  }

  private mutating func link(_ destination: String, _ title: String, _ children: [Inline]) {
    var address: String? = destination
    if isPage { address = !place.isInLink && LinkPolicy.allows(destination) ? hooks.address(of: destination) : nil }
    guard let address else { return inlines(children) }
    html.markup("<a href=\"")
    html.address(address)
    html.markup("\"")
    if !title.isEmpty { html.attribute("title", title) }
    html.markup(">")
    let wasInLink = place.isInLink
    place.isInLink = true
    inlines(children)
    place.isInLink = wasInLink
    html.markup("</a>")
  }

  private mutating func image(_ source: String, _ title: String, _ children: [Inline]) {
    var address: String? = source
    if isPage { address = LinkPolicy.isLocal(source) ? hooks.address(ofImage: source) : nil }
    let alternative = Self.alternative(children)
    guard let address else {
      // A picture elsewhere would be a request to another host: a link to it, or its words alone.
      return link(source, title, [Inline(.text(alternative.isEmpty ? source : alternative), range: ByteRange(0, 0))])
    }
    html.markup("<img src=\"")
    html.address(address)
    html.markup("\"")
    html.attribute("alt", alternative)
    if !title.isEmpty { html.attribute("title", title) }
    html.markup(isPage ? ">" : " />")
  }

  /// The words of an image's description, as the specification takes them: code and raw HTML as text, breaks as spaces.
  private static func alternative(_ inlines: [Inline]) -> String {
    var out = ""
    for inline in inlines {
      switch inline.content {
      case .text(let text), .code(let text), .html(let text): out += text
      case .softBreak, .lineBreak: out += " "
      case .citation, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link, .image, .span: out += alternative(inline.content.children)
      }
    }
    return out
  }
}

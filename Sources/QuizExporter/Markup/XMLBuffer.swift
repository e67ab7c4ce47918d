import Rendering

/// Collects XML as bytes over the one serialiser: names are ours, all text is cleaned and escaped.
struct XMLBuffer {
  private(set) var html: HTMLBuffer
  /// Where HTML is made before it is escaped, kept for its room.
  private var inner = HTMLBuffer()
  private var depth = 0

  init(capacity: Int = 4096) { html = HTMLBuffer(capacity: capacity) }

  var bytes: [UInt8] { html.bytes }

  mutating func declaration() { html.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// An element with others inside, on lines of their own.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout XMLBuffer) -> Void) {
    open(name, attributes)
    html.markup("\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    close(name)
  }

  /// The start of an element whose content is written by several calls; `end` closes it.
  mutating func begin(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    html.markup("\n")
    depth += 1
  }

  mutating func end(_ name: StaticString) {
    depth = max(0, depth - 1)
    indent()
    close(name)
  }

  /// An element with text alone.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    html.text(PlainText.cleaned(text))
    close(name)
  }

  /// An element with words of ours, which need no escaping.
  mutating func element(_ name: StaticString, is words: StaticString) {
    open(name, [])
    html.markup(words)
    close(name)
  }

  /// An element whose text is HTML, escaped: what reads it unescapes once and has the markup.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], escaping inner: HTMLBuffer) {
    open(name, attributes)
    html.text(inner)
    close(name)
  }

  /// The same for HTML that is made for it alone.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], escaping body: (inout HTMLBuffer) -> Void) {
    inner.clear()
    body(&inner)
    element(name, attributes, escaping: inner)
  }

  /// An element whose content is markup made by another buffer.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], containing inner: HTMLBuffer) {
    open(name, attributes)
    html.html(inner)
    close(name)
  }

  mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
    indent()
    html.markup("<")
    html.markup(name)
    for attribute in attributes { attribute.write(&html) }
    html.markup("/>\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    indent()
    html.markup("<")
    html.markup(name)
    for attribute in attributes { attribute.write(&html) }
    html.markup(">")
  }

  private mutating func close(_ name: StaticString) {
    html.markup("</")
    html.markup(name)
    html.markup(">\n")
  }

  private mutating func indent() { html.indent(by: depth) }

  struct Attribute {
    private let name: StaticString
    private let value: String
    /// A value of ours, which needs no escaping.
    private let fixed: StaticString?

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
      fixed = nil
    }

    init(_ name: StaticString, is value: StaticString) {
      self.name = name
      self.value = ""
      fixed = value
    }

    func write(_ html: inout HTMLBuffer) {
      guard let fixed else { return html.attribute(name, PlainText.cleaned(value)) }
      html.markup(" ")
      html.markup(name)
      html.markup("=\"")
      html.markup(fixed)
      html.markup("\"")
    }
  }
}

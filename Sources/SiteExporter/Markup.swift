import Rendering

/// Elements as pages write them. Names and classes are ours; whatever comes from a record goes through `text` and `attribute`.
extension HTMLBuffer {
  /// A block element on a line of its own.
  mutating func element(
    _ name: StaticString, class className: StaticString? = nil, id: String? = nil, _ body: (inout HTMLBuffer) -> Void
  ) {
    open(name, class: className, id: id)
    body(&self)
    markup("</")
    markup(name)
    markup(">\n")
  }

  mutating func open(_ name: StaticString, class className: StaticString? = nil, id: String? = nil) {
    markup("<")
    markup(name)
    if let id { attribute("id", id) }
    if let className {
      markup(" class=\"")
      markup(className)
      markup("\"")
    }
    markup(">")
  }

  /// An inline element.
  mutating func span(_ name: StaticString, class className: StaticString? = nil, _ text: String) {
    open(name, class: className)
    self.text(text)
    markup("</")
    markup(name)
    markup(">")
  }

  mutating func link(_ address: String, class className: StaticString? = nil, _ body: (inout HTMLBuffer) -> Void) {
    markup("<a")
    if let className {
      markup(" class=\"")
      markup(className)
      markup("\"")
    }
    attribute("href", address)
    markup(">")
    body(&self)
    markup("</a>")
  }

  mutating func link(_ address: String, class className: StaticString? = nil, _ text: String) {
    link(address, class: className) { $0.text(text) }
  }
}

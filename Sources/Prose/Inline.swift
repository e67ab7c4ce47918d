import Diagnostics

/// A piece of running text.
///
/// A `text` either equals its range of the source byte for byte, or stands for it as a whole (a character reference):
/// the two are told apart by length and never mixed in one node, so that any point of the text has a place in the file.
package struct Inline: Hashable, Sendable {
  package var content: InlineContent
  /// With the delimiters: `**คำ**` whole.
  package var range: ByteRange

  package init(_ content: InlineContent, range: ByteRange) {
    self.content = content
    self.range = range
  }
}

package indirect enum InlineContent: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, [Inline])
  case softBreak
  case lineBreak
  case html(String)
  case footnoteReference(label: String, number: Int, occurrence: Int)
  /// `[text]{#id .class key="value"}`
  case span([Inline], Attributes)
  /// `[@key]`, `[@a; @b, น. 5]`
  case citation([CitationKey])
}

/// One key of `[@key, locator]`.
package struct CitationKey: Hashable, Sendable {
  package var key: String
  /// What follows the comma, trimmed; empty when there is none.
  package var locator: String
  /// The key alone, with its `@`.
  package var range: ByteRange

  package init(key: String, locator: String = "", range: ByteRange) {
    self.key = key
    self.locator = locator
    self.range = range
  }
}

/// `{#id .class key="value"}`: order kept, nothing twice.
package struct Attributes: Hashable, Sendable {
  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: String
    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
  package var id: String?
  package var classes: [String]
  package var pairs: [Pair]
  /// Braces included; nil when nothing was written.
  package var range: ByteRange?

  package init(id: String? = nil, classes: [String] = [], pairs: [Pair] = [], range: ByteRange? = nil) {
    self.id = id
    self.classes = classes
    self.pairs = pairs
    self.range = range
  }

  package var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty }
  package subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }
  package func has(_ className: String) -> Bool { classes.contains(className) }

  /// Adds what is not there yet; an id, a value or a range already given stays.
  package mutating func merge(_ other: Attributes) {
    if id == nil { id = other.id }
    for name in other.classes where !has(name) { classes.append(name) }
    for pair in other.pairs where self[pair.key] == nil { pairs.append(pair) }
    if range == nil { range = other.range }
  }
}

extension InlineContent {
  /// The inlines inside; empty for a leaf.
  package var children: [Inline] {
    switch self {
    case .emphasis(let c), .strong(let c), .strikethrough(let c), .link(_, _, let c), .image(_, _, let c), .span(let c, _): return c
    case .text, .code, .softBreak, .lineBreak, .html, .footnoteReference, .citation: return []
    }
  }
}

extension [Inline] {
  /// The words a reader sees, marks taken away; a break is one space.
  package var plainText: String {
    var out = ""
    appendPlainText(to: &out)
    return out
  }

  private func appendPlainText(to out: inout String) {
    for inline in self {
      switch inline.content {
      case .text(let text), .code(let text): out += text
      case .softBreak, .lineBreak: out += " "
      case .html, .footnoteReference: break
      case .citation(let keys): out += "[" + keys.map { "@" + $0.key }.joined(separator: "; ") + "]"
      case .emphasis, .strong, .strikethrough, .link, .image, .span: inline.content.children.appendPlainText(to: &out)
      }
    }
  }
}

/// The elements of a page of ours, read more strictly than a browser reads: a stranger's markup in it is a fault or an element too many.
public struct MarkupReader {
  public struct Element: Hashable, Sendable {
    public var name: String
    public var attributes: [String: String]
  }
  public private(set) var elements: [Element] = []
  /// What is wrong with the markup, with the bytes around it; nil for none.
  public private(set) var fault: String?

  private let bytes: [UInt8]
  private var i = 0
  private var open: [String] = []

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while fault == nil, let start = bytes[min(i, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) {
      i = start
      tag()
    }
    if fault == nil, let last = open.last { fault = "<\(last)> is never closed" }
  }

  private mutating func fail(_ what: String) {
    let around = bytes[max(0, i - 60)..<min(bytes.count, i + 60)]
    fault = "\(what) at \(i): …\(String(decoding: around, as: UTF8.self))…"
  }

  private func starts(with word: String) -> Bool { bytes[i...].starts(with: word.utf8) }

  private mutating func tag() {
    if starts(with: "<!") || starts(with: "<?") {
      guard starts(with: "<!doctype ") || starts(with: "<!DOCTYPE ") || starts(with: "<?xml ") else {
        return fail("a comment, CDATA or instruction")
      }
      i = bytes[i...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      return
    }
    let isEnd = starts(with: "</")
    i += isEnd ? 2 : 1
    let name = word()
    guard !name.isEmpty else { return fail("< that opens no tag") }
    if isEnd {
      guard at(">") else { return fail("an end tag with more than its name") }
      guard open.popLast() == name else { return fail("</\(name)> closes nothing") }
      return
    }
    var attributes: [String: String] = [:]
    while at(" ") {
      i += 1
      if at("/") { break }
      let key = word()
      guard !key.isEmpty else { return fail("no name of an attribute") }
      var value = ""
      if at("=") {
        i += 1
        guard at("\""), let end = bytes[(i + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
          return fail("a value without quotes")
        }
        value = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
        i = end + 1
      }
      guard attributes.updateValue(value, forKey: key) == nil else { return fail("\(key) twice") }
    }
    let isWhole = at("/")
    if isWhole { i += 1 }
    guard at(">") else { return fail("a tag that does not end") }
    elements.append(Element(name: name, attributes: attributes))
    guard !isWhole, !Self.void.contains(name) else { return }
    open.append(name)
    guard name == "script" || name == "style" else { return }
    i += 1
    guard let end = bytes[min(i, bytes.count)...].firstRange(of: "</\(name)".utf8) else { return fail("<\(name)> is never closed") }
    i = end.lowerBound - 1
  }

  private func at(_ sign: Unicode.Scalar) -> Bool { i < bytes.count && bytes[i] == UInt8(ascii: sign) }

  /// A run of what names are made of.
  private mutating func word() -> String {
    let start = i
    while i < bytes.count {
      switch bytes[i] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3A, 0x5F, 0x2E: i += 1
      default: return String(decoding: bytes[start..<i], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}

/// What a page holds that none of ours does: broken markup, elements that run or fetch, handlers, addresses of other schemes. nil for none.
///
/// - Parameter allowed: the elements there may be; nil for all but those that run or fetch.
public func foreignMarkup(in page: [UInt8], allowed: Set<String>? = proseElements) -> String? {
  let read = MarkupReader(page)
  if let fault = read.fault { return fault }
  for element in read.elements {
    if let allowed, !allowed.contains(element.name) { return "<\(element.name)>" }
    if foreignElements.contains(element.name) { return "<\(element.name)>" }
    for (name, value) in element.attributes {
      let lower = name.lowercased()
      if lower.hasPrefix("on") || ["srcdoc", "formaction", "ping", "background", "action", "http-equiv"].contains(lower),
        value.hasPrefix("default-src") == false, element.attributes["http-equiv"] != "Content-Security-Policy"
      {
        return "\(element.name) \(name)=\(value)"
      }
      guard ["href", "src", "xlink:href", "poster", "data", "cite"].contains(lower) else { continue }
      if let scheme = scheme(of: value), !["http", "https", "mailto", "tel"].contains(scheme) {
        return "\(element.name) \(name)=\(value)"
      }
    }
  }
  return nil
}

/// What stands before the first colon as a browser sees it; nil for an address without a scheme.
private func scheme(of address: String) -> String? {
  var text = address
  for (reference, sign) in [("&#x27;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
    text = text.replacing(reference, with: sign)
  }
  let shown = text.unicodeScalars.filter { $0.value > 0x20 }
  guard let colon = shown.firstIndex(of: ":") else { return nil }
  let before = shown[..<colon]
  guard !before.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) else { return nil }
  return String(String.UnicodeScalarView(before)).lowercased()
}

private let foreignElements: Set<String> = [
  "applet", "audio", "base", "embed", "frame", "frameset", "iframe", "marquee", "math", "object", "portal", "video", "xmp",
]

/// What prose of a chapter becomes.
public let proseElements: Set<String> = [
  "a", "aside", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "ol", "p",
  "pre",
  "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
]

/// What is wrong with a fragment of HTML as we write it: tags that do not nest, attributes without quotes, bare `&` or `<`, an
/// identifier twice, a link in a link. nil when nothing is.
func htmlFault(_ html: [UInt8]) -> String? {
  let void: Set<String> = ["br", "hr", "img", "input"]
  var open: [String] = []
  var identifiers: Set<String> = []
  var i = 0
  func string(_ range: Range<Int>) -> String { String(decoding: html[range], as: UTF8.self) }
  while i < html.count {
    switch html[i] {
    case UInt8(ascii: "&"):
      guard let end = html[i...].firstIndex(of: UInt8(ascii: ";")), end - i < 10 else { return "bare & at \(i)" }
      i = end + 1
    case UInt8(ascii: ">"): return "bare > at \(i)"
    case UInt8(ascii: "<"):
      let isEnd = i + 1 < html.count && html[i + 1] == UInt8(ascii: "/")
      var at = i + (isEnd ? 2 : 1)
      let nameStart = at
      while at < html.count, html[at].isNameByte { at += 1 }
      let name = string(nameStart..<at)
      guard !name.isEmpty else { return "bare < at \(i)" }
      if isEnd {
        guard at < html.count, html[at] == UInt8(ascii: ">") else { return "</\(name) is not closed" }
        guard open.last == name else { return "</\(name)> closes <\(open.last ?? "")>" }
        open.removeLast()
        i = at + 1
        continue
      }
      while at < html.count, html[at] == 0x20 {
        at += 1
        let start = at
        while at < html.count, html[at].isNameByte { at += 1 }
        let attribute = string(start..<at)
        guard !attribute.isEmpty else { return "attribute without a name in <\(name)" }
        guard at + 1 < html.count, html[at] == UInt8(ascii: "="), html[at + 1] == UInt8(ascii: "\"") else { continue }
        guard let end = html[(at + 2)...].firstIndex(of: UInt8(ascii: "\"")) else { return "open quote in <\(name)" }
        let value = string(at + 2..<end)
        if value.contains("<") { return "< in \(attribute)" }
        if attribute == "id", !identifiers.insert(value).inserted { return "identifier «\(value)» twice" }
        at = end + 1
      }
      guard at < html.count, html[at] == UInt8(ascii: ">") else { return "<\(name) is not closed" }
      if name == "a", open.contains("a") { return "a link in a link" }
      if !void.contains(name) { open.append(name) }
      i = at + 1
    default: i += 1
    }
  }
  return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> left open"
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || (self >= 0x30 && self <= 0x39) || self == 0x2D
  }
}

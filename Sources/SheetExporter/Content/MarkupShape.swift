/// Whether markup is well-formed, near enough that no reader of XML stops at it, and what its root says. No document type: what is declared
/// there can make one line a gigabyte.
struct MarkupShape {
  private(set) var isWhole = false
  private(set) var root = ""
  private(set) var attributes: [String: String] = [:]
  private let bytes: [UInt8]
  private var i = 0
  private var prefixes: Set<String> = ["xml"]

  /// O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { return }
    isWhole = read()
  }

  private mutating func read() -> Bool {
    var open: [String] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "<") else {
        guard bytes[i] != UInt8(ascii: "&") || isReference() else { return false }
        guard !open.isEmpty || isSpace(bytes[i]) else { return false }
        i += 1
        continue
      }
      if skip("<!--", to: "-->") || skip("<?", to: "?>") { continue }
      if !open.isEmpty, skip("<![CDATA[", to: "]]>") { continue }
      i += 1
      if i < bytes.count, bytes[i] == UInt8(ascii: "/") {
        i += 1
        guard let name = name(), open.popLast() == name else { return false }
        spaces()
        guard take(UInt8(ascii: ">")) else { return false }
        continue
      }
      guard let name = name(), !open.isEmpty || root.isEmpty else { return false }
      guard let found = fields() else { return false }
      if root.isEmpty { (root, attributes) = (name, found) }
      for field in found.keys where field.hasPrefix("xmlns:") { prefixes.insert(String(field.dropFirst(6))) }
      guard ([name] + found.keys).allSatisfy(isKnown) else { return false }
      let isEmpty = take(UInt8(ascii: "/"))
      guard take(UInt8(ascii: ">")) else { return false }
      if !isEmpty { open.append(name) }
    }
    return open.isEmpty && !root.isEmpty
  }

  private func isKnown(_ name: String) -> Bool {
    guard let colon = name.firstIndex(of: ":") else { return true }
    return name.hasPrefix("xmlns:") || prefixes.contains(String(name[..<colon]))
  }

  private mutating func fields() -> [String: String]? {
    var found: [String: String] = [:]
    while true {
      let before = i
      spaces()
      guard i < bytes.count, bytes[i] != UInt8(ascii: "/"), bytes[i] != UInt8(ascii: ">") else { return found }
      guard i > before, let name = name() else { return nil }
      spaces()
      guard take(UInt8(ascii: "=")) else { return nil }
      spaces()
      guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else { return nil }
      let quote = bytes[i]
      i += 1
      let start = i
      while i < bytes.count, bytes[i] != quote {
        guard bytes[i] != UInt8(ascii: "<"), bytes[i] != UInt8(ascii: "&") || isReference() else { return nil }
        i += 1
      }
      guard i < bytes.count, found.updateValue(String(decoding: bytes[start..<i], as: UTF8.self), forKey: name) == nil else {
        return nil
      }
      i += 1
    }
  }

  /// `&amp;` and its like, `&#233;`; others would have to be declared.
  private func isReference() -> Bool {
    let rest = bytes[(i + 1)..<min(bytes.count, i + 10)]
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
    guard name.hasPrefix("#") else { return false }
    let isHex = name.hasPrefix("#x")
    guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10) else { return false }
    return value >= 0x20 && Unicode.Scalar(value) != nil
  }

  private mutating func name() -> String? {
    let start = i
    while i < bytes.count {
      switch bytes[i] {
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: i += 1
      case 0x30...0x39, 0x2D, 0x2E, 0x3A:
        guard i > start else { return nil }
        i += 1
      default: return i > start ? String(decoding: bytes[start..<i], as: UTF8.self) : nil
      }
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private mutating func spaces() { while i < bytes.count, isSpace(bytes[i]) { i += 1 } }
  private mutating func take(_ byte: UInt8) -> Bool {
    guard i < bytes.count, bytes[i] == byte else { return false }
    i += 1
    return true
  }

  private mutating func skip(_ opening: String, to closing: String) -> Bool {
    guard bytes[i...].starts(with: opening.utf8) else { return false }
    let rest = bytes[min(bytes.count, i + opening.utf8.count)...]
    i = rest.firstRange(of: Array(closing.utf8))?.upperBound ?? bytes.count
    return true
  }
}

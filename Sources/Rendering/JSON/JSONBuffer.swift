/// Collects JSON as bytes, keys in the order they are written, absent values left out.
///
/// Two spaces a level when `isPretty`, otherwise one line. Text is written as UTF-8; only what JSON demands is escaped, and
/// `<` where `isScriptSafe`, so that the result can stand in a script element.
package struct JSONBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private let isScriptSafe: Bool
  private var depth = 0
  private var needsComma = false
  private var isAfterName = false

  package init(isPretty: Bool = true, isScriptSafe: Bool = false) {
    self.isPretty = isPretty
    self.isScriptSafe = isScriptSafe
  }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func object(_ body: (inout JSONBuffer) -> Void) { enclose(0x7B, 0x7D, body) }
  package mutating func array(_ body: (inout JSONBuffer) -> Void) { enclose(0x5B, 0x5D, body) }

  package mutating func object(_ key: StaticString, _ body: (inout JSONBuffer) -> Void) {
    name(key)
    enclose(0x7B, 0x7D, body)
  }

  /// An object whose name is data.
  package mutating func object(named key: String, _ body: (inout JSONBuffer) -> Void) {
    separate()
    string(key)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
    isAfterName = true
    enclose(0x7B, 0x7D, body)
  }

  package mutating func array<S: Sequence>(_ key: StaticString, _ elements: S, _ body: (inout JSONBuffer, S.Element) -> Void) {
    name(key)
    enclose(0x5B, 0x5D) { json in for element in elements { body(&json, element) } }
  }

  /// Left out when nil or empty.
  package mutating func field(_ key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    name(key)
    string(value)
  }

  /// A field whose name is data; left out when the value is empty.
  package mutating func field(_ key: String, text value: String) {
    guard !value.isEmpty else { return }
    separate()
    string(key)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
    isAfterName = true
    string(value)
  }

  package mutating func field(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    name(key)
    raw(String(value))
  }

  package mutating func field(_ key: StaticString, _ value: Bool) {
    name(key)
    raw(value ? "true" : "false")
  }

  /// Written with the fewest digits that read back to the same number; not-a-number and infinities are left out.
  package mutating func field(_ key: StaticString, _ value: Double) {
    guard value.isFinite else { return }
    name(key)
    raw("\(value)")
  }

  /// Written when empty too: a list of nothing is not an absent value.
  package mutating func field(_ key: StaticString, _ values: [String]) {
    array(key, values) { $0.element($1) }
  }

  package mutating func element(_ value: String) {
    separate()
    string(value)
  }

  package mutating func element(_ value: Int) {
    separate()
    raw(String(value))
  }

  private mutating func name(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
    isAfterName = true
  }

  private mutating func separate() {
    if isAfterName {
      isAfterName = false
      return
    }
    if needsComma { bytes.append(0x2C) }
    if depth > 0 { newline() }
    needsComma = true
  }

  private mutating func newline() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ body: (inout JSONBuffer) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { newline() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    isAfterName = false
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func string(_ value: String) {
    isAfterName = false
    bytes.append(0x22)
    var value = value
    value.withUTF8 { source in
      var start = 0
      for i in 0..<source.count {
        let byte = source[i]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || (isScriptSafe && byte == 0x3C) else { continue }
        bytes.append(contentsOf: source[start..<i])
        start = i + 1
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x09: bytes += [0x5C, 0x74]
        default:
          let digits = Array("0123456789abcdef".utf8)
          bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
      bytes.append(contentsOf: source[start..<source.count])
    }
    bytes.append(0x22)
    needsComma = true
  }
}

/// Collects JSON as bytes, keys in the order they are written, absent values left out.
///
/// Two spaces a level when `isPretty`, otherwise one line. Text is written as UTF-8; only what JSON demands is escaped, and
/// `<` where `isScriptSafe`, so that the result can stand in a script element.
package struct JSONBuffer: Sendable {
  private var written = GrowingBytes()
  private let isPretty: Bool
  private let isScriptSafe: Bool
  private var depth = 0
  private var needsComma = false
  private var isAfterName = false

  package init(isPretty: Bool = true, isScriptSafe: Bool = false) {
    self.isPretty = isPretty
    self.isScriptSafe = isScriptSafe
  }

  /// O(count).
  package var bytes: [UInt8] { written.array }
  package var string: String { written.withBytes { String(decoding: $0, as: UTF8.self) } }

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
    written.append(0x3A)
    if isPretty { written.append(0x20) }
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
    written.append(0x3A)
    if isPretty { written.append(0x20) }
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
    written.append(0x22)
    written.append(literal: key)
    written.append(0x22)
    written.append(0x3A)
    if isPretty { written.append(0x20) }
    isAfterName = true
  }

  private mutating func separate() {
    if isAfterName {
      isAfterName = false
      return
    }
    if needsComma { written.append(0x2C) }
    if depth > 0 { newline() }
    needsComma = true
  }

  private mutating func newline() {
    guard isPretty else { return }
    written.append(0x0A)
    for _ in 0..<depth {
      written.append(0x20)
      written.append(0x20)
    }
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ body: (inout JSONBuffer) -> Void) {
    separate()
    written.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { newline() }
    written.append(close)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    isAfterName = false
    written.append(text)
    needsComma = true
  }

  private mutating func string(_ value: String) {
    isAfterName = false
    written.append(0x22)
    var value = value
    value.withUTF8 { source in
      var start = 0
      for i in 0..<source.count {
        let byte = source[i]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || (isScriptSafe && byte == 0x3C) else { continue }
        written.append(UnsafeBufferPointer(rebasing: source[start..<i]))
        start = i + 1
        switch byte {
        case 0x22: written.append(literal: "\\\"")
        case 0x5C: written.append(literal: "\\\\")
        case 0x0A: written.append(literal: "\\n")
        case 0x09: written.append(literal: "\\t")
        default: written.append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        }
      }
      written.append(UnsafeBufferPointer(rebasing: source[start..<source.count]))
    }
    written.append(0x22)
    needsComma = true
  }
}

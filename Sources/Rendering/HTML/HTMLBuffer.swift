/// Collects HTML as bytes. The only place where text becomes markup: every other part hands over plain text.
///
/// Appending costs O(bytes) and scans each byte once.
package struct HTMLBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Markup of ours, as written in the program.
  package mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Text of the author's or a record's, escaped for an element or a double-quoted attribute.
  package mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { text($0) }
  }

  package mutating func text(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for i in 0..<source.count {
      let entity: StaticString
      switch source[i] {
      case 0x26: entity = "&amp;"
      case 0x3C: entity = "&lt;"
      case 0x3E: entity = "&gt;"
      case 0x22: entity = "&quot;"
      default: continue
      }
      bytes.append(contentsOf: source[start..<i])
      markup(entity)
      start = i + 1
    }
    bytes.append(contentsOf: source[start..<source.count])
  }

  /// ` name="value"`, the value escaped.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  package mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// HTML made by another buffer or a trusted renderer.
  package mutating func html(_ other: HTMLBuffer) { bytes.append(contentsOf: other.bytes) }
  package mutating func html(_ trusted: [UInt8]) { bytes.append(contentsOf: trusted) }

  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

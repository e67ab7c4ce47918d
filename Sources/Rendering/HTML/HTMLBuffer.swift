/// Collects HTML as bytes. The only place where text becomes markup: every other part hands over plain text.
///
/// Appending costs O(bytes) and scans each byte once.
package struct HTMLBuffer: Sendable {
  private var written: GrowingBytes

  package init(capacity: Int = 0) { written = GrowingBytes(capacity: capacity) }

  /// O(count).
  package var bytes: [UInt8] { written.array }
  package var count: Int { written.count }
  package var isEmpty: Bool { written.isEmpty }
  package var last: UInt8? { written.last }

  /// Empty again, with its room.
  package mutating func clear() { written.clear() }

  /// Markup of ours, as written in the program.
  package mutating func markup(_ literal: StaticString) { written.append(literal: literal) }

  /// Two spaces a level.
  package mutating func indent(by depth: Int) { written.append(repeating: UInt8(ascii: " "), count: 2 * depth) }

  /// Text of the author's or a record's, escaped for an element or a double-quoted attribute. Control characters that HTML
  /// forbids become U+FFFD.
  package mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { text($0) }
  }

  /// The same for markup that is to be read as text.
  package mutating func text(_ source: HTMLBuffer) { source.written.withBytes { text($0) } }

  package mutating func text(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var i = 0
    while i < source.count {
      // Thai has no byte to escape: eight at a time.
      if let base = UnsafeRawPointer(source.baseAddress) {
        while i + 8 <= source.count, base.loadUnaligned(fromByteOffset: i, as: UInt64.self) & Self.highBits == Self.highBits {
          i += 8
        }
      }
      guard i < source.count else { break }
      let byte = source[i]
      i += 1
      guard byte < 0x80, Self.isEscaped(byte) else { continue }
      append(source, start, i - 1)
      start = i
      switch byte {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      default: markup("\u{FFFD}")
      }
    }
    append(source, start, source.count)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// `& < > "` and the control characters HTML forbids.
  @inline(__always) private static func isEscaped(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0xFFFF_D9FF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    return byte < 0x40 ? low >> UInt64(byte) & 1 != 0 : byte == 0x7F
  }

  private mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    if end > start { written.append(UnsafeBufferPointer(rebasing: source[start..<end])) }
  }

  /// ` name="value"`, the value escaped.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  package mutating func number(_ value: Int) { written.append(String(value)) }

  /// HTML made by another buffer or a trusted renderer.
  package mutating func html(_ other: HTMLBuffer) { written.append(other.written) }
  package mutating func html(_ trusted: [UInt8]) { written.append(trusted) }

  package var string: String { written.withBytes { String(decoding: $0, as: UTF8.self) } }
}

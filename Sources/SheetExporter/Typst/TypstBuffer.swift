/// Collects Typst as bytes. Text of a chapter enters only as string literals, in which Typst knows two special characters and nothing
/// of the course can become code; markup mode is never used for it.
struct TypstBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Code of ours, as written in the program.
  mutating func code(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Code read from a template.
  mutating func code(template: String) { bytes.append(contentsOf: template.utf8) }

  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// With two decimals; nothing that Typst could not read comes out.
  mutating func number(_ value: Double) {
    let clamped = value.isFinite ? min(max(value, -10_000), 10_000) : 0
    let hundredths = Int((clamped * 100).rounded())
    if hundredths < 0 { bytes.append(0x2D) }
    number(abs(hundredths) / 100)
    bytes.append(0x2E)
    let rest = abs(hundredths) % 100
    bytes.append(UInt8(0x30 + rest / 10))
    bytes.append(UInt8(0x30 + rest % 10))
  }

  /// `"…"`: quote and backslash escaped, control characters a space each.
  mutating func string(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { source in
      for byte in source {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0..<0x20, 0x7F: bytes.append(0x20)
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x22)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

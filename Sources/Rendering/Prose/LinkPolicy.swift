/// Which addresses a page of ours may lead to.
package enum LinkPolicy {
  /// Relative addresses, `#fragment`, and `http`, `https`, `mailto`, `tel`; nothing a browser could run or read from the machine.
  ///
  /// A colon before any `/`, `?` or `#` makes a scheme. Browsers drop tabs and line ends and skip blanks and control
  /// characters at the front, so an address with any of these is refused as a whole.
  package static func allows(_ destination: String) -> Bool {
    var scheme: [UInt8] = []
    var isInScheme = true
    for byte in destination.utf8 {
      guard byte > 0x20, byte != 0x7F else { return false }
      guard isInScheme else { continue }
      switch byte {
      case UInt8(ascii: ":"):
        guard allowed.contains(String(decoding: scheme, as: UTF8.self)) else { return false }
        isInScheme = false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): isInScheme = false
      case UInt8(ascii: "\\"), UInt8(ascii: "&"): return false
      default:
        if scheme.count < 16 { scheme.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      }
    }
    return true
  }

  /// Whether an address stays on the site: no scheme, no other host.
  package static func isLocal(_ destination: String) -> Bool {
    guard allows(destination), !destination.hasPrefix("//"), !destination.hasPrefix("/\\") else { return false }
    for byte in destination.utf8 {
      if byte == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return true }
    }
    return true
  }

  private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]
}

extension HTMLBuffer {
  /// An address inside a double-quoted attribute: what a URL cannot hold is percent-encoded, the rest escaped.
  mutating func address(_ destination: String) {
    var destination = destination
    destination.withUTF8 { source in
      var start = 0
      for i in 0..<source.count where !Self.isAddressByte(source[i]) {
        raw(source[start..<i])
        start = i + 1
        switch source[i] {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "'"): markup("&#x27;")
        default:
          let digits: StaticString = "0123456789ABCDEF"
          let encoded = [UInt8(ascii: "%"), digits.utf8Start[Int(source[i] >> 4)], digits.utf8Start[Int(source[i] & 15)]]
          html(encoded)
        }
      }
      raw(source[start..<source.count])
    }
  }

  private mutating func raw(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    if !bytes.isEmpty { text(UnsafeBufferPointer(rebasing: bytes)) }
  }

  /// Letters, digits and what has a meaning in a URL, `%` with them: an address may be encoded already.
  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
    default: return false
    }
  }
}

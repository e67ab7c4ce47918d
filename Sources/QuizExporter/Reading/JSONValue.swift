/// A JSON document as values, read without Foundation: banks we wrote are read back by `--since` and `analyze`.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue
  }

  /// Where and why a document is no JSON.
  package struct Malformed: Error, Hashable {
    /// Bytes from the start.
    package let offset: Int
  }

  /// - Throws: `Malformed`. Nesting deeper than 64 is refused.
  package init(_ bytes: [UInt8]) throws {
    var reader = Reader(bytes: bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.malformed }
  }

  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
  package var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }
  package var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }
  package var bool: Bool? {
    if case .bool(let bool) = self { return bool }
    return nil
  }
  package var array: [JSONValue] {
    if case .array(let values) = self { return values }
    return []
  }
  package var strings: [String] { array.compactMap(\.string) }

  private struct Reader {
    let bytes: [UInt8]
    var i = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
    }

    var isAtEnd: Bool { i >= bytes.count }
    var malformed: Malformed { Malformed(offset: i) }

    mutating func skipSpace() {
      while i < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[i]) { i += 1 }
    }

    mutating func value(depth: Int) throws -> JSONValue {
      skipSpace()
      guard i < bytes.count, depth < 64 else { throw malformed }
      switch bytes[i] {
      case 0x7B: return try object(depth)
      case 0x5B: return try array(depth)
      case 0x22: return .string(try text())
      case 0x74: return try word("true", .bool(true))
      case 0x66: return try word("false", .bool(false))
      case 0x6E: return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
      let expected = Array(word.utf8)
      guard i + expected.count <= bytes.count, bytes[i..<i + expected.count].elementsEqual(expected) else { throw malformed }
      i += expected.count
      return value
    }

    private mutating func number() throws -> JSONValue {
      let start = i
      while i < bytes.count, (bytes[i] >= 0x30 && bytes[i] <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[i]) { i += 1 }
      guard let number = Double(String(decoding: bytes[start..<i], as: UTF8.self)) else { throw malformed }
      return .number(number)
    }

    private mutating func object(_ depth: Int) throws -> JSONValue {
      i += 1
      var members: [Member] = []
      skipSpace()
      if i < bytes.count, bytes[i] == 0x7D {
        i += 1
        return .object(members)
      }
      while true {
        skipSpace()
        guard i < bytes.count, bytes[i] == 0x22 else { throw malformed }
        let name = try text()
        skipSpace()
        guard i < bytes.count, bytes[i] == 0x3A else { throw malformed }
        i += 1
        members.append(Member(name: name, value: try value(depth: depth + 1)))
        if try isClosed(by: 0x7D) { return .object(members) }
      }
    }

    private mutating func array(_ depth: Int) throws -> JSONValue {
      i += 1
      var values: [JSONValue] = []
      skipSpace()
      if i < bytes.count, bytes[i] == 0x5D {
        i += 1
        return .array(values)
      }
      while true {
        values.append(try value(depth: depth + 1))
        if try isClosed(by: 0x5D) { return .array(values) }
      }
    }

    /// Past the closing byte, or past a comma.
    private mutating func isClosed(by close: UInt8) throws -> Bool {
      skipSpace()
      guard i < bytes.count, bytes[i] == close || bytes[i] == 0x2C else { throw malformed }
      i += 1
      return bytes[i - 1] == close
    }

    private mutating func text() throws -> String {
      i += 1
      var out: [UInt8] = []
      while i < bytes.count, bytes[i] != 0x22 {
        if bytes[i] == 0x5C {
          i += 1
          guard i < bytes.count else { throw malformed }
          switch bytes[i] {
          case 0x22, 0x5C, 0x2F: out.append(bytes[i])
          case 0x62: out.append(0x08)
          case 0x66: out.append(0x0C)
          case 0x6E: out.append(0x0A)
          case 0x72: out.append(0x0D)
          case 0x74: out.append(0x09)
          case 0x75: out.append(contentsOf: String(try escapedScalar()).utf8)
          default: throw malformed
          }
          i += 1
        } else if bytes[i] < 0x20 {
          throw malformed
        } else {
          out.append(bytes[i])
          i += 1
        }
      }
      guard i < bytes.count else { throw malformed }
      i += 1
      return String(decoding: out, as: UTF8.self)
    }

    /// At the `u`; leaves `i` on the last hexadecimal digit. A lone surrogate becomes U+FFFD.
    private mutating func escapedScalar() throws -> Unicode.Scalar {
      let first = try hexadecimal()
      if (0xD800..<0xDC00).contains(first), i + 2 < bytes.count, bytes[i + 1] == 0x5C, bytes[i + 2] == 0x75 {
        let back = i
        i += 2
        let second = try hexadecimal()
        if (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
          return scalar
        }
        i = back
      }
      return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws -> UInt32 {
      guard i + 4 < bytes.count, let value = UInt32(String(decoding: bytes[i + 1...i + 4], as: UTF8.self), radix: 16) else {
        throw malformed
      }
      i += 4
      return value
    }
  }
}

import Prose

/// Reads `{#id .class key="value"}` in the content of a block.
///
/// Between the braces stand words apart by spaces: `#id`, `.class`, `key=value`, `key="value with spaces"` (or in single
/// quotes; `\` before a quote or a backslash keeps it). Anything else, and the braces are text.
struct AttributeSyntax {
  /// The longest attributes that are read, in bytes: what is tried again at every brace must be bounded.
  static let limit = 4000

  private let map: ContentMap
  private var content: UnsafeBufferPointer<UInt8> { map.content }

  init(_ map: ContentMap) { self.map = map }

  struct Reading {
    /// Of the brace, in the content.
    var start: Int
    /// Behind the closing brace.
    var end: Int
    var attributes: Attributes
    /// Nothing else stands in the content.
    var isWhole: Bool { start == 0 }
  }

  /// Attributes that are the last line of the content and all of it.
  func lastLine() -> Reading? {
    var start = content.count
    while start > 0, content[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < content.count, content[start].isBlank { start += 1 }
    guard let reading = read(at: start), reading.end == content.count else { return nil }
    return reading
  }

  /// Attributes that end before `end`, with a space before them.
  func trailing(before end: Int) -> Reading? {
    var start = end
    // A brace may stand in a quoted value, so the last one need not be the right one; a handful of tries is enough.
    var tries = 8
    while start > max(0, end - Self.limit), tries > 0 {
      start -= 1
      if content[start] == UInt8(ascii: "\n") { return nil }
      guard content[start] == UInt8(ascii: "{") else { continue }
      tries -= 1
      guard start == 0 || content[start - 1].isSpace, let reading = read(at: start), reading.end == end else { continue }
      return reading
    }
    return nil
  }

  /// Attributes whose opening brace is at `start`; nil where these are none, or empty.
  func read(at start: Int) -> Reading? {
    guard start < content.count, content[start] == UInt8(ascii: "{") else { return nil }
    var attributes = Attributes()
    let limit = min(content.count, start + Self.limit)
    var i = start + 1
    while true {
      while i < limit, content[i].isSpace { i += 1 }
      guard i < limit else { return nil }
      switch content[i] {
      case UInt8(ascii: "}"):
        guard !attributes.isEmpty else { return nil }
        attributes.range = map.range(start, i + 1)
        return Reading(start: start, end: i + 1, attributes: attributes)
      case UInt8(ascii: "#"):
        guard let word = word(from: i + 1) else { return nil }
        if attributes.id == nil { attributes.id = string(word) }
        i = word.upperBound
      case UInt8(ascii: "."):
        guard let word = word(from: i + 1) else { return nil }
        let name = string(word)
        if !attributes.has(name) { attributes.classes.append(name) }
        i = word.upperBound
      default:
        guard let (key, value, end) = pair(from: i) else { return nil }
        if attributes[key] == nil { attributes.pairs.append(Attributes.Pair(key: key, value: value)) }
        i = end
      }
      guard i < content.count, content[i].isSpace || content[i] == UInt8(ascii: "}") else { return nil }
    }
  }

  private func pair(from start: Int) -> (key: String, value: String, end: Int)? {
    guard let key = word(from: start), key.upperBound + 1 < content.count, content[key.upperBound] == UInt8(ascii: "=") else {
      return nil
    }
    let open = key.upperBound + 1
    let quote = content[open]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      guard let value = word(from: open) else { return nil }
      return (string(key), string(value), value.upperBound)
    }
    var value: [UInt8] = []
    var i = open + 1
    let limit = min(content.count, start + Self.limit)
    while i < limit, content[i] != quote {
      let isEscape =
        content[i] == UInt8(ascii: "\\") && i + 1 < content.count && (content[i + 1] == quote || content[i + 1] == 0x5C)
      if isEscape { i += 1 }
      value.append(content[i] == UInt8(ascii: "\n") ? 0x20 : content[i])
      i += 1
    }
    guard i < limit else { return nil }
    return (string(key), String(decoding: value, as: UTF8.self), i + 1)
  }

  /// A run of bytes that are no space and none of `{ } " ' = #`; nil when empty. Thai is welcome.
  private func word(from start: Int) -> Range<Int>? {
    var i = start
    let limit = min(content.count, start + Self.limit)
    loop: while i < limit {
      switch content[i] {
      case 0x00...0x20, 0x22, 0x23, 0x27, 0x3D, 0x7B, 0x7D: break loop
      default: i += 1
      }
    }
    return i > start ? start..<i : nil
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: content[range]), as: UTF8.self)
  }
}

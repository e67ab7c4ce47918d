import Prose

/// Reads `[@key]` and `[@a; @b, น. 5]` in the content of a block.
struct CitationSyntax {
  /// The longest bracket that is read, in bytes: brackets may stand in one another, and each is tried.
  static let limit = 4000

  private let map: ContentMap
  private var content: UnsafeBufferPointer<UInt8> { map.content }

  init(_ map: ContentMap) { self.map = map }

  /// The keys between the bracket at `open` and the one at `close`; nil when anything else stands there.
  func keys(between open: Int, and close: Int) -> [CitationKey]? {
    guard open + 2 < close, close - open <= Self.limit, close < content.count, content[open + 1] == UInt8(ascii: "@") else {
      return nil
    }
    var keys: [CitationKey] = []
    var i = open + 1
    while i < close {
      while i < close, content[i].isSpace { i += 1 }
      guard i < close, content[i] == UInt8(ascii: "@") else { return nil }
      let start = i
      i += 1
      while i < close, isKey(content[i]) { i += 1 }
      guard i > start + 1 else { return nil }
      let key = string(start + 1, i)
      // What stands for a NUL, or was lost before.
      guard !key.unicodeScalars.contains("\u{FFFD}") else { return nil }
      let range = map.range(start, i)
      while i < close, content[i].isSpace { i += 1 }
      var locator = ""
      if i < close, content[i] == UInt8(ascii: ",") {
        var from = i + 1
        while i < close, content[i] != UInt8(ascii: ";") { i += 1 }
        var to = i
        while from < to, content[from].isSpace { from += 1 }
        while to > from, content[to - 1].isSpace { to -= 1 }
        locator = string(from, to)
      }
      keys.append(CitationKey(key: key, locator: locator, range: range))
      guard i < close else { break }
      guard content[i] == UInt8(ascii: ";") else { return nil }
      i += 1
      guard i < close else { return nil }
    }
    return keys.isEmpty ? nil : keys
  }

  /// No space, and none of `" , ; < > @ [ \ ] { | }`.
  private func isKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x2C, 0x3B, 0x3C, 0x3E, 0x40, 0x5B...0x5D, 0x7B...0x7D: return false
    default: return true
    }
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var bytes = Array(content[start..<end])
    for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") { bytes[i] = 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

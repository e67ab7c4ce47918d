/// Wording looked for in a text of UTF-8 bytes.
extension [UInt8] {
  func begins(with text: String) -> Bool { isText(text.utf8.span, at: 0, of: span) }
  func ends(with text: String) -> Bool { isText(text.utf8.span, at: count - text.utf8.count, of: span) }
  func has(_ text: String) -> Bool { offset(of: text) != nil }

  /// The offset at which a wording first stands, looking from `start`; nil where it does not.
  func offset(of text: String, from start: Int = 0) -> Int? { offsetOf(text.utf8.span, in: span, from: start) }

  var asText: String { String(decoding: self, as: UTF8.self) }
}

/// As on arrays; offsets count from the start of the slice.
extension ArraySlice<UInt8> {
  func begins(with text: String) -> Bool { isText(text.utf8.span, at: 0, of: span) }
  func ends(with text: String) -> Bool { isText(text.utf8.span, at: count - text.utf8.count, of: span) }
  func has(_ text: String) -> Bool { offsetOf(text.utf8.span, in: span, from: 0) != nil }

  var asText: String { String(decoding: self, as: UTF8.self) }
}

private func isText(_ wanted: borrowing Span<UInt8>, at start: Int, of text: borrowing Span<UInt8>) -> Bool {
  guard start >= 0, start + wanted.count <= text.count else { return false }
  for k in 0..<wanted.count where text[start + k] != wanted[k] { return false }
  return true
}

private func offsetOf(_ wanted: borrowing Span<UInt8>, in text: borrowing Span<UInt8>, from start: Int) -> Int? {
  var i = max(0, start)
  while i + wanted.count <= text.count {
    if isText(wanted, at: i, of: text) { return i }
    i += 1
  }
  return nil
}

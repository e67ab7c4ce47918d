import Diagnostics

/// One `{{…}}` of a mustache template, with its place.
struct TemplateTag: Sendable {
  enum Kind: Sendable { case value, section, inverted, close, partial, comment, other }
  var kind: Kind
  var name: String
  /// Both pairs of braces included.
  var range: ByteRange
}

/// Finds the tags of a template, so that it can be checked before the mustache library, which keeps silent about what it does not know.
///
/// Returns the tags in order and the place of a tag that is never closed. One pass over the bytes.
func templateTags(in text: SourceText) -> (tags: [TemplateTag], unclosed: ByteRange?) {
  let bytes = text.bytes
  var tags: [TemplateTag] = []
  var i = 0
  while i + 1 < bytes.count {
    guard bytes[i] == brace, bytes[i + 1] == brace else {
      i += 1
      continue
    }
    let start = i
    let isTriple = i + 2 < bytes.count && bytes[i + 2] == brace
    var inner = i + (isTriple ? 3 : 2)
    var end = inner
    while end + 1 < bytes.count, !(bytes[end] == closingBrace && bytes[end + 1] == closingBrace) { end += 1 }
    guard end + 1 < bytes.count else { return (tags, ByteRange(start, bytes.count)) }
    var after = end + 2
    if isTriple {
      guard after < bytes.count, bytes[after] == closingBrace else { return (tags, ByteRange(start, after)) }
      after += 1
    }
    var kind = TemplateTag.Kind.value
    if !isTriple, inner < end, let sigil = sigils[bytes[inner]] {
      kind = sigil
      inner += 1
    }
    tags.append(TemplateTag(kind: kind, name: trimmed(bytes[inner..<end]), range: ByteRange(start, after)))
    i = after
  }
  return (tags, nil)
}

private let brace = UInt8(ascii: "{")
private let closingBrace = UInt8(ascii: "}")
private let sigils: [UInt8: TemplateTag.Kind] = [
  UInt8(ascii: "&"): .value, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
  UInt8(ascii: ">"): .partial, UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .other, UInt8(ascii: "<"): .other,
  UInt8(ascii: "$"): .other, UInt8(ascii: "%"): .other,
]

private func trimmed(_ slice: ArraySlice<UInt8>) -> String {
  let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  var slice = slice.drop(while: isSpace)
  while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
  return String(decoding: slice, as: UTF8.self)
}

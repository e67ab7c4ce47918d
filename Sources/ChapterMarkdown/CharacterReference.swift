import CCMarkGFM
import Diagnostics
import Prose

/// `&amp;`, `&#x0E33;`: decoded by cmark's own table, so that both always agree on what is one.
struct CharacterReference {
  /// UTF-8, one or two characters.
  let text: [UInt8]
  /// With `&` and `;`.
  let length: Int

  /// nil where the `&` at `offset` is just that.
  init?(in content: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset + 2 < content.count, let base = content.baseAddress else { return nil }
    var decoded = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &decoded, 0)
    defer { cmark_strbuf_free(&decoded) }
    let read = houdini_unescape_ent(&decoded, base + offset + 1, Int32(clamping: content.count - offset - 1))
    guard read > 0, decoded.size > 0 else { return nil }
    text = Array(UnsafeBufferPointer(start: decoded.ptr, count: Int(decoded.size)))
    length = Int(read) + 1
  }

  func isPrefix(of literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    start + text.count <= literal.count && literal[start..<start + text.count].elementsEqual(text)
  }

  /// A text that stands for `range` as a whole must differ from it in length. The few references of two characters that are
  /// as long as what they stand for (`&ngE;`) give two nodes: the first character stands for the reference, the second
  /// for nothing.
  func append(at range: ByteRange, to out: inout [Inline]) {
    let string = String(decoding: text, as: UTF8.self)
    guard text.count == range.count, let first = string.unicodeScalars.first else {
      out.append(Inline(.text(string), range: range))
      return
    }
    out.append(Inline(.text(String(first)), range: range))
    let rest = String(string.unicodeScalars.dropFirst())
    if !rest.isEmpty { out.append(Inline(.text(rest), range: ByteRange(range.upperBound, range.upperBound))) }
  }
}

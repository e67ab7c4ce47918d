/// Finds where a link ends, by the rules cmark goes by.
struct LinkSyntax {
  private let content: UnsafeBufferPointer<UInt8>

  init(_ content: UnsafeBufferPointer<UInt8>) { self.content = content }

  /// `offset` is behind the `]` of a text known to be a link's: behind its `(…)`, else behind its `[…]`, else `offset`.
  func end(after offset: Int) -> Int { inlineEnd(offset) ?? labelEnd(offset) ?? offset }

  private func inlineEnd(_ offset: Int) -> Int? {
    guard byte(offset) == UInt8(ascii: "("), let destination = destinationEnd(skipSpaces(offset + 1)) else { return nil }
    let titleStart = skipSpaces(destination)
    let titleEnd = titleStart == destination ? titleStart : titleEnd(titleStart) ?? titleStart
    let end = skipSpaces(titleEnd)
    return byte(end) == UInt8(ascii: ")") ? end + 1 : nil
  }

  private func destinationEnd(_ start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "<") else { return bareDestinationEnd(start) }
    var i = start + 1
    while i < content.count {
      switch content[i] {
      case UInt8(ascii: ">"): return i + 1 < content.count ? i + 1 : nil
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
      default: i += 1
      }
    }
    return nil
  }

  private func bareDestinationEnd(_ start: Int) -> Int? {
    var i = start
    var open = 0
    while i < content.count {
      let byte = content[i]
      if byte == UInt8(ascii: "\\"), i + 1 < content.count, content[i + 1].isPunctuation {
        i += 2
      } else if byte == UInt8(ascii: "(") {
        open += 1
        i += 1
        if open > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
        i += 1
      } else if byte.isSpace {
        if i == start { return nil }
        break
      } else {
        i += 1
      }
    }
    return i < content.count ? i : nil
  }

  /// The longest match of cmark's pattern: a quote behind a backslash may close the title or belong to it, the first
  /// other one closes it.
  private func titleEnd(_ start: Int) -> Int? {
    guard let open = byte(start) else { return nil }
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var last: Int?
    var i = start + 1
    while i < content.count {
      let isEscaped = i > start + 1 && content[i - 1] == UInt8(ascii: "\\")
      if content[i] == close {
        last = i + 1
        if !isEscaped { return last }
      } else if open == UInt8(ascii: "("), content[i] == open, !isEscaped {
        return last
      }
      i += 1
    }
    return last
  }

  private func labelEnd(_ start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "[") else { return nil }
    var i = start + 1
    while i < content.count, i - start - 1 <= 1000 {
      switch content[i] {
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return i + 1
      case UInt8(ascii: "\\"): i += i + 1 < content.count && content[i + 1].isPunctuation ? 2 : 1
      default: i += 1
      }
    }
    return nil
  }

  private func skipSpaces(_ start: Int) -> Int {
    var i = start
    while i < content.count, content[i].isSpace { i += 1 }
    return i
  }

  private func byte(_ offset: Int) -> UInt8? { offset < content.count ? content[offset] : nil }
}

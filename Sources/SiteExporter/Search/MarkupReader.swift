/// Walks over our own markup and keeps its text. Not a parser of the web's HTML: tags are told apart by name alone, and what
/// an author's raw HTML leaves open costs that page's text, never more.
///
/// Reads and writes through pointers: this runs over every byte of the site on every build. The text is never longer than the
/// markup, so the output has room for as many bytes as the input.
struct MarkupReader {
  enum Region {
    case main, body, heading

    var name: StaticString {
      switch self {
      case .main: "main"
      case .body: "body"
      case .heading: "h1"
      }
    }

    var startTag: StaticString {
      switch self {
      case .main: "<main"
      case .body: "<body"
      case .heading: "<h1"
      }
    }
  }

  /// An element's `id`, as bytes of the markup, and the bytes of text before it.
  struct Anchor {
    var offset: Int
    var id: Range<Int>
  }

  private let html: UnsafeBufferPointer<UInt8>
  private let region: Region
  private let out: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var anchors: [Anchor] = []
  /// Open elements of the region's kind.
  private var depth = 0
  private var i = 0

  /// - Parameter out: room for `html.count` bytes.
  init(_ html: UnsafeBufferPointer<UInt8>, within region: Region, into out: UnsafeMutablePointer<UInt8>) {
    self.html = html
    self.region = region
    self.out = out
  }

  /// Writes the text, white space one space and none at either end. O(bytes).
  mutating func read() {
    while i < html.count {
      if html[i] == 0x3C {
        tag()
        if region == .heading, depth == 0, count > 0 { break }
      } else if depth == 0 {
        i = html.firstOffset(of: "<", from: i) ?? html.count
      } else if html[i] == 0x26 {
        reference()
      } else {
        characters()
      }
    }
    if count > 0, out[count - 1] == 0x20 { count -= 1 }
    while let last = anchors.last, last.offset >= count { anchors.removeLast() }
  }

  private mutating func characters() {
    var k = i
    var n = count
    var isAfterSpace = n == 0 || out[n - 1] == 0x20
    let end = html.count
    while k < end {
      let byte = html[k]
      if byte > 0x20 {
        if byte == 0x3C || byte == 0x26 { break }
        if byte == 0xC2, k + 1 < end, html[k + 1] == 0xA0 {
          k += 2
        } else {
          out[n] = byte
          n += 1
          k += 1
          isAfterSpace = false
          continue
        }
      } else {
        k += 1
      }
      if !isAfterSpace {
        out[n] = 0x20
        n += 1
        isAfterSpace = true
      }
    }
    i = k
    count = n
  }

  private mutating func put(_ byte: UInt8) {
    out[count] = byte
    count += 1
  }

  /// `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&nbsp;` and numbers; anything else is text.
  private mutating func reference() {
    var end = i + 1
    while end < html.count, end - i <= 10, html[end] != 0x3B, html[end] > 0x20, html[end] != 0x3C, html[end] != 0x26 { end += 1 }
    guard end < html.count, html[end] == 0x3B else {
      put(0x26)
      i += 1
      return
    }
    let name = i + 1..<end
    i = end + 1
    switch name.count {
    case 3 where equals("amp", name): put(0x26)
    case 2 where equals("lt", name): put(0x3C)
    case 2 where equals("gt", name): put(0x3E)
    case 4 where equals("quot", name): put(0x22)
    case 4 where equals("nbsp", name):
      if count > 0, out[count - 1] != 0x20 { put(0x20) }
    default:
      if let scalar = numbered(name) {
        // A number is at least four bytes long with its `&` and `;`, and so no shorter than its character.
        for byte in String(scalar).utf8 { put(byte) }
      } else {
        for k in name.lowerBound - 1..<i { put(html[k]) }
      }
    }
  }

  private func numbered(_ name: Range<Int>) -> Unicode.Scalar? {
    guard name.count >= 2, html[name.lowerBound] == 0x23 else { return nil }
    let isHexadecimal = html[name.lowerBound + 1] | 0x20 == 0x78
    let digits = String(decoding: html[name.lowerBound + (isHexadecimal ? 2 : 1)..<name.upperBound], as: UTF8.self)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0x20 else { return nil }
    return Unicode.Scalar(value)
  }

  private mutating func tag() {
    let start = i
    guard start + 1 < html.count else {
      i = html.count
      return
    }
    let isEnd = html[start + 1] == 0x2F
    let nameStart = start + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < html.count, isNameByte(html[nameEnd]) { nameEnd += 1 }
    let name = nameStart..<nameEnd
    guard !name.isEmpty else {
      if html[start + 1] == 0x21 {
        let isComment = start + 3 < html.count && html[start + 2] == 0x2D && html[start + 3] == 0x2D
        i = isComment ? html.firstOffset(of: "-->", from: start + 4).map { $0 + 3 } ?? html.count : tagEnd(from: start + 2)
      } else {
        if depth > 0 { put(0x3C) }
        i = start + 1
      }
      return
    }
    let end = tagEnd(from: nameEnd)
    i = end
    if equals(region.name, name) { depth = max(0, depth + (isEnd ? -1 : 1)) }
    let isBlock = isBlock(name)
    // Blocks stand apart on the page; between them the markup need not say so.
    if isBlock, depth > 0, count > 0, out[count - 1] != 0x20 { put(0x20) }
    if isEnd { return }
    if let closing = skipped(name) {
      i = html.firstOffset(of: closing, from: end).map { tagEnd(from: $0) } ?? html.count
    } else if depth > 0, end > nameEnd + 1, isBlock, let id = identifier(nameEnd, end) {
      // Of several at one place the innermost: it is the one a reader should land on.
      if let last = anchors.last, last.offset == count { anchors.removeLast() }
      anchors.append(Anchor(offset: count, id: id))
    }
  }

  /// The offset behind the tag's `>`; quoted values may hold one.
  private func tagEnd(from start: Int) -> Int {
    var quote: UInt8 = 0
    var k = start
    while k < html.count {
      let byte = html[k]
      k += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return k
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return html.count
  }

  @inline(__always)
  private func equals(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == literal.utf8CodeUnitCount else { return false }
    for k in 0..<range.count where html[range.lowerBound + k] != literal.utf8Start[k] { return false }
    return true
  }

  private func isNameByte(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 }

  /// The end tag of an element whose text nobody reads.
  private func skipped(_ name: Range<Int>) -> StaticString? {
    switch name.count {
    case 3 where equals("nav", name): "</nav"
    case 4 where equals("head", name): "</head"
    case 5 where equals("style", name): "</style"
    case 5 where equals("title", name): "</title"
    case 6 where equals("script", name): "</script"
    case 8 where equals("template", name): "</template"
    case 8 where equals("noscript", name): "</noscript"
    default: nil
    }
  }

  /// Elements a link can lead to with sense: not the marks inside a line.
  private func isBlock(_ name: Range<Int>) -> Bool {
    switch html[name.lowerBound] {
    case 0x61: equals("article", name) || equals("aside", name)
    case 0x62: equals("blockquote", name) || equals("br", name)
    case 0x64, 0x6C: name.count == 2 || equals("div", name) || equals("details", name)
    case 0x66: equals("figure", name)
    case 0x68: name.count == 2 && html[name.lowerBound + 1] != 0x72
    case 0x6F, 0x75: name.count == 2
    case 0x70: name.count == 1
    case 0x73: equals("section", name) || equals("summary", name)
    case 0x74: name.count == 2 || equals("table", name)
    default: false
    }
  }

  /// The `id` of a start tag, as our serialiser writes it; nil for what opens on its own over the page.
  private func identifier(_ start: Int, _ end: Int) -> Range<Int>? {
    var k = start
    var id: Range<Int>?
    while k + 4 < end {
      guard html[k] == 0x20 else {
        k += 1
        continue
      }
      k += 1
      if html[k] == 0x69, html[k + 1] == 0x64, html[k + 2] == 0x3D, html[k + 3] == 0x22 {
        var close = k + 4
        while close < end, html[close] != 0x22 { close += 1 }
        id = k + 4..<close
        k = close
      } else if html[k] == 0x70, k + 7 < end, equals("popover", k..<k + 7) {
        return nil
      }
    }
    return id
  }
}

/// Running text with a backslash before whatever Markdown, or our own syntax, would read as a mark: it prints as it is written.
///
/// A web address stands between `<` and `>`, where nothing is a mark; one that begins with `www.` stays text.
func escapedMarkdown(_ text: some Collection<UInt8>, startsBlock: Bool) -> [UInt8] {
  let text = Array(text)
  var out: [UInt8] = []
  out.reserveCapacity(text.count + 8)
  var i = startsBlock ? appendBlockStart(text, to: &out) : 0
  while i < text.count {
    let address = addressLength(text, at: i)
    if address > 0 {
      out += [0x3C] + text[i..<i + address] + [0x3E]
      i += address
      continue
    }
    let byte = text[i]
    let next = i + 1 < text.count ? text[i + 1] : 0x20
    switch byte {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x7B, 0x7E: out.append(0x5C)
    case 0x3C where isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F: out.append(0x5C)
    case 0x26 where isLetter(next) || next == 0x23: out.append(0x5C)
    case 0x2E where i >= 3 && text[(i - 3)..<i].allSatisfy({ $0 | 0x20 == 0x77 }): out.append(0x5C)
    case 0x3A where next == 0x2F: out.append(0x5C)
    default: break
    }
    out.append(byte)
    i += 1
  }
  return out
}

/// The bytes of a web address at `i`, punctuation that ends a sentence not among them; 0 where there is none.
func addressLength(_ text: [UInt8], at i: Int) -> Int {
  guard text[i] | 0x20 == 0x68 || text[i] | 0x20 == 0x66 else { return 0 }
  let rest = text[i...]
  guard let scheme = ["https://", "http://", "ftp://"].first(where: { rest.begins(with: $0) }) else { return 0 }
  var end = i
  while end < text.count, text[end] > 0x20, text[end] < 0x7F, text[end] != 0x3C, text[end] != 0x3E { end += 1 }
  while end > i, !isLetter(text[end - 1]), !(0x30...0x39).contains(text[end - 1]), text[end - 1] != 0x2F { end -= 1 }
  return end - i > scheme.utf8.count ? end - i : 0
}

/// What only means something at the start of a block: `#`, `>`, a list mark, a rule. Returns how many bytes are done.
private func appendBlockStart(_ text: [UInt8], to out: inout [UInt8]) -> Int {
  guard let first = text.first else { return 0 }
  switch first {
  case 0x23, 0x3E, 0x3D, 0x7C, 0x3A:
    out += [0x5C, first]
    return 1
  case 0x2D, 0x2B:
    out += [0x5C, first]
    return 1
  case 0x30...0x39:
    let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits <= 9, digits < text.count, text[digits] == 0x2E || text[digits] == 0x29 else { return 0 }
    guard digits + 1 == text.count || text[digits + 1] == 0x20 else { return 0 }
    out += text[..<digits] + [0x5C, text[digits]]
    return digits + 1
  default: return 0
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

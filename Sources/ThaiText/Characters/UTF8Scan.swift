/// How many bytes the character that begins at `i` takes, at most to the end: a stray continuation byte counts as one.
@inline(__always)
func scalarLength(_ bytes: borrowing Span<UInt8>, at i: Int) -> Int {
  let lead = bytes[i]
  let wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var length = 1
  while length < wanted, i + length < bytes.count, bytes[i + length] & 0xC0 == 0x80 { length += 1 }
  return length
}

/// The scalar that begins at `i` and its length; U+FFFD for what is not UTF-8.
func decodeScalar(_ bytes: borrowing Span<UInt8>, at i: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let length = scalarLength(bytes, at: i)
  let lead = UInt32(bytes[i])
  var value: UInt32
  switch (lead, length) {
  case (0..<0x80, 1): value = lead
  case (0xC2..<0xE0, 2): value = lead & 0x1F
  case (0xE0..<0xF0, 3): value = lead & 0x0F
  case (0xF0..<0xF5, 4): value = lead & 0x07
  default: return ("\u{FFFD}", length)
  }
  for k in 1..<max(1, length) { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
  let isOverlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x1_0000)
  guard !isOverlong, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", length) }
  return (scalar, length)
}

/// The length of the white space at `i`: space, tab, line end, U+00A0, U+2000–200A, U+202F, U+3000; 0 where there is none.
@inline(__always)
func spaceLength(_ bytes: borrowing Span<UInt8>, at i: Int) -> Int {
  guard i < bytes.count else { return 0 }
  switch bytes[i] {
  case 0x20, 0x09...0x0D: return 1
  case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0xA0 ? 2 : 0
  case 0xE2:
    guard i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return 0 }
    return (0x80...0x8A).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF ? 3 : 0
  case 0xE3: return i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80 ? 3 : 0
  default: return 0
  }
}

/// The length of a character at `i` that is there for layout alone: U+200B–200D, U+2060, U+FEFF, U+00AD; 0 where there is none.
@inline(__always)
func invisibleLength(_ bytes: borrowing Span<UInt8>, at i: Int) -> Int {
  guard i < bytes.count else { return 0 }
  switch bytes[i] {
  case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0xAD ? 2 : 0
  case 0xE2:
    guard i + 2 < bytes.count else { return 0 }
    if bytes[i + 1] == 0x80 { return (0x8B...0x8D).contains(bytes[i + 2]) ? 3 : 0 }
    return bytes[i + 1] == 0x81 && bytes[i + 2] == 0xA0 ? 3 : 0
  case 0xEF: return i + 2 < bytes.count && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF ? 3 : 0
  default: return 0
  }
}

@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
@inline(__always) func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
@inline(__always) func asciiLowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

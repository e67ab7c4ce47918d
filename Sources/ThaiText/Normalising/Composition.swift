// The standard library composes text for its own comparisons and exports that, as Foundation uses it, under this name. There is
// no other NFC without Foundation's ICU, which core targets do not link.
@_spi(_Unicode) import Swift

/// NFC with the way back. Text that cannot change (ASCII, Latin-1, Thai, general punctuation, emoji) is copied untouched; only runs
/// around other characters are composed.
func composing(_ bytes: borrowing Span<UInt8>) -> (bytes: [UInt8], map: OffsetMap) {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var map = OffsetMap()
  var copied = 0
  var i = 0
  /// Where the last character of combining class 0 begins: the earliest one that a mark at `i` can change.
  var starter = 0
  while i < bytes.count {
    let (scalar, length) = decodeScalar(bytes, at: i)
    if isInert(scalar) {
      if !isThaiReorderable(scalar) { starter = i }
      i += length
      continue
    }
    var end = i + length
    while end < bytes.count {
      let (next, nextLength) = decodeScalar(bytes, at: end)
      let continues = next.properties.canonicalCombiningClass != .notReordered || composesBackwards(next)
      if !continues { break }
      end += nextLength
    }
    let start = scalar.properties.canonicalCombiningClass != .notReordered || composesBackwards(scalar) ? max(starter, copied) : i
    let composed = composedBytes(bytes, start..<end)
    if !equal(composed, bytes, start..<end) {
      out.append(contentsOf: bytes, copied..<start)
      map.replaces(output: out.count, source: start, count: end - start)
      out.append(contentsOf: composed)
      copied = end
      map.copies(output: out.count, source: end)
    }
    starter = start
    i = end
  }
  out.append(contentsOf: bytes, copied..<bytes.count)
  return (out, map)
}

/// Characters whose NFC is themselves and which, but for Thai marks, have combining class 0; bytes that are no UTF-8 read as U+FFFD.
private func isInert(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x300, 0xE00...0xE7F, 0x2002...0x206F, 0xFEFF, 0xFFFD, 0x1F000...0x1FAFF: true
  default: false
  }
}

private func isThaiReorderable(_ scalar: Unicode.Scalar) -> Bool {
  (0xE38...0xE3A).contains(scalar.value) || (0xE48...0xE4B).contains(scalar.value)
}

/// Characters of class 0 that may join the one before: conjoining jamo and vowel signs of Indic scripts. Too many is harmless.
private func composesBackwards(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x900...0xDFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1B00...0x1B7F, 0x11000...0x11FFF, 0x16100...0x16DFF: true
  default: false
  }
}

private func composedBytes(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
  let text = bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  var out: [UInt8] = []
  for scalar in text._nfc { out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
  return out
}

/// The base letter of a composed Latin letter and whether there was anything to take off: «é» is e.
func baseScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  for first in String(scalar)._nfd { return first }
  return scalar
}

private func equal(_ composed: [UInt8], _ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard composed.count == range.count else { return false }
  for k in 0..<composed.count where composed[k] != bytes[range.lowerBound + k] { return false }
  return true
}

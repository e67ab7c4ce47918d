/// The text in the one spelling that records use: NFC, ำ as one letter with its tone before it, แ as one letter, the marks of a
/// letter in the order they are typed, no zero-width spaces.
///
/// NFC alone leaves three of these apart: U+0E4D U+0E32, two U+0E40 in a row, and marks of combining class 0 in the wrong order.
/// A text that is already so comes back as it is, without a copy. O(bytes).
package func normalised(_ text: String) -> String {
  let need = normalisationNeed(text.utf8.span)
  guard need != .none else { return text }
  return String(decoding: rewritten(text.utf8.span, need).bytes, as: UTF8.self)
}

/// The normal text and the way back, from the last rewriting to the first.
private func rewritten(_ bytes: borrowing Span<UInt8>, _ need: NormalisationNeed) -> (bytes: [UInt8], maps: [OffsetMap]) {
  var out: [UInt8] = []
  let spelling = appendThaiSpelling(of: bytes, to: &out)
  var maps = spelling.isIdentity ? [] : [spelling]
  guard need == .canonical else { return (out, maps) }
  // A dropped U+200B lets a mark meet its letter, and composing lets Thai marks meet: rarely, and never more than twice.
  for _ in 0..<4 {
    let composed = composing(out.span)
    if composed.map.isIdentity { break }
    maps.insert(composed.map, at: 0)
    out.removeAll(keepingCapacity: true)
    let spelling = appendThaiSpelling(of: composed.bytes.span, to: &out)
    if spelling.isIdentity { break }
    maps.insert(spelling, at: 0)
  }
  return (out, maps)
}

/// As `normalised(_:)` on bytes; what is no UTF-8 stays as it is.
package func normalised(_ bytes: [UInt8]) -> [UInt8] { NormalisedText(bytes).bytes }

/// A normalised text that remembers where its bytes stood: recognisers read it, records point into the file.
///
/// Offsets in and out are bytes. Most Thai text is normal already; then the map is empty and every look-up is the identity.
package struct NormalisedText: Sendable {
  package let bytes: [UInt8]
  private let base: Int
  /// From the last rewriting to the first.
  private let maps: [OffsetMap]

  /// Source offsets count from the start of `bytes`.
  package init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

  /// Normalises a part of a file; source offsets count from the start of the file. The range is cut to the file.
  package init(_ source: [UInt8], in range: Range<Int>) {
    let range = range.clamped(to: 0..<source.count)
    base = range.lowerBound
    let span = source.span.extracting(range)
    let need = normalisationNeed(span)
    if need == .none {
      bytes = range == 0..<source.count ? source : Array(source[range])
      maps = []
    } else {
      (bytes, maps) = rewritten(span, need)
    }
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  /// True where normalised and source offsets differ only by where the part begins.
  package var isIdentity: Bool { maps.isEmpty }

  /// Where in the source the character begins that `offset` is in.
  package func sourceOffset(of offset: Int) -> Int { maps.reduce(offset) { $1.start(of: $0) } + base }

  /// The bytes of the source that a range of the normalised text stands for; a part of a rewritten cluster means all of it.
  package func sourceRange(of range: Range<Int>) -> Range<Int> {
    let lower = maps.reduce(range.lowerBound) { $1.start(of: $0) } + base
    guard !range.isEmpty else { return lower..<lower }
    let upper = maps.reduce(range.upperBound) { $1.end(of: $0) } + base
    return lower..<max(lower, upper)
  }
}

/// What a text wants before it is normal.
enum NormalisationNeed: Hashable, Sendable {
  case none
  /// Thai spelling alone.
  case thai
  /// Characters that NFC may compose or reorder, and so Thai spelling after it.
  case canonical
}

/// One pass over the bytes; eight at a time over ASCII would not pay, since Thai paragraphs have little.
func normalisationNeed(_ bytes: borrowing Span<UInt8>) -> NormalisationNeed {
  bytes.withUnsafeBufferPointer { normalisationNeed($0) }
}

/// Thai letters that nothing can be wrong with by themselves: all but marks, าำ and เ, by their distance from U+0E00.
@inline(__always)
private func isPlain(_ offset: UInt8) -> Bool {
  let low: UInt64 = ~(0xF << 0x31 | 0x7F << 0x34)
  let high: UInt64 = ~(1 << 0x00 | 0xFF << 0x07)
  return (offset < 0x40 ? low : high) >> UInt64(offset & 0x3F) & 1 != 0
}

/// Of U+2000…U+2FFF by the second byte: 64 characters that NFC leaves as they are, such as the arrows our own pages are full of. U+2126 to
/// U+212B, the marks from U+20D0, U+2329 and what follows U+2AC0 are not among them.
@inline(__always)
private func isInertBlock(_ byte: UInt8) -> Bool { byte == 0x81 || byte >= 0x85 && byte <= 0x8B || byte >= 0x8D && byte <= 0xAA }

private func normalisationNeed(_ bytes: UnsafeBufferPointer<UInt8>) -> NormalisationNeed {
  var need = NormalisationNeed.none
  var rank: UInt8 = 0
  var afterNikhahit = false
  var afterAm = false
  var afterE = false
  var i = 0
  let end = bytes.count
  while i < end {
    let lead = bytes[i]
    if lead == 0xE0, i + 2 < end, bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9 {
      let scalar = ThaiScalar(offset: (bytes[i + 1] & 1) << 6 | (bytes[i + 2] & 0x3F))
      i += 3
      if isPlain(scalar.offset) {
        rank = 0
        afterNikhahit = false
        afterAm = false
        afterE = false
        continue
      }
      let newRank = scalar.markRank
      if newRank > 0 {
        if newRank < rank || (newRank == 3 && afterAm) { need = .thai }
        rank = newRank
        if scalar == .nikhahit { afterNikhahit = true }
        afterAm = afterAm && newRank == 3
      } else {
        if scalar == .saraAa && afterNikhahit { need = .thai }
        if scalar == .saraE && afterE { need = .thai }
        rank = 0
        afterNikhahit = false
        afterAm = scalar == .saraAm
      }
      afterE = scalar == .saraE
      continue
    }
    rank = 0
    afterNikhahit = false
    afterAm = false
    afterE = false
    if lead < 0xCC {
      i += 1
    } else if lead == 0xE2, i + 2 < end, bytes[i + 1] == 0x80 {
      if bytes[i + 2] == 0x8B { need = .thai } else if bytes[i + 2] < 0x82 { return .canonical }
      i += 3
    } else if lead == 0xE2, i + 2 < end, isInertBlock(bytes[i + 1]) {
      i += 3
    } else if lead == 0xEF, i + 2 < end, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF {
      i += 3
    } else if lead == 0xF0, i + 3 < end, bytes[i + 1] == 0x9F {
      i += 4
    } else {
      return .canonical
    }
  }
  return need
}

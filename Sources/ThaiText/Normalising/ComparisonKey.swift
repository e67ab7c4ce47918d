/// The text as it is compared with another: normalised, every run of white space (U+00A0 too) one space and none at the ends,
/// layout characters dropped, Latin lower-cased, Thai digits Arabic. For equality, not for order.
package func comparisonKey(_ text: String) -> String {
  let text = normalised(text)
  return String(decoding: foldedBytes(text.utf8.span, spaces: .single), as: UTF8.self)
}

/// As `comparisonKey(_:)`, with the source offsets forgotten.
package func comparisonKey(_ bytes: [UInt8]) -> [UInt8] { foldedBytes(normalised(bytes).span, spaces: .single) }

enum SpaceFolding: Hashable, Sendable { case single, none }

/// The folds of `comparisonKey(_:)` over normalised bytes.
func foldedBytes(_ bytes: borrowing Span<UInt8>, spaces: SpaceFolding) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var pendingSpace = false
  var i = 0
  while i < bytes.count {
    let space = spaceLength(bytes, at: i)
    if space > 0 {
      pendingSpace = true
      i += space
      continue
    }
    let invisible = invisibleLength(bytes, at: i)
    if invisible > 0 {
      i += invisible
      continue
    }
    if pendingSpace {
      if spaces == .single, !out.isEmpty { out.append(0x20) }
      pendingSpace = false
    }
    if bytes[i] < 0x80 {
      out.append(asciiLowercased(bytes[i]))
      i += 1
    } else if let thai = thaiScalar(bytes, at: i) {
      if thai.isDigit { out.append(0x30 + thai.offset - 0x50) } else { out.append(thai) }
      i += 3
    } else {
      let (scalar, length) = decodeScalar(bytes, at: i)
      if scalar.properties.isUppercase {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        out.append(contentsOf: bytes, i..<i + length)
      }
      i += length
    }
  }
  return out
}

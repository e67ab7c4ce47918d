/// A short name made from a text: 10 lower-case letters and digits, a letter first, the same on every machine and in every release.
///
/// 64-bit FNV-1a (Fowler, Noll, Vo) over the UTF-8 of `normalised(_:)`, the bits then mixed as in MurmurHash3's finisher, written in
/// the 32 characters of Crockford's base 32 without confusable letters. Its 49 bits make a clash among 10,000 names as likely as 1 in
/// ten million; who gives identifiers must still look for one.
package func stableHash(_ text: String) -> String { stableName(stableHash64(text)) }

/// The 64 bits behind `stableHash(_:)`.
package func stableHash64(_ text: String) -> UInt64 {
  let text = normalised(text)
  let span = text.utf8.span
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for i in 0..<span.count { hash = (hash ^ UInt64(span[i])) &* 0x0000_0100_0000_01B3 }
  hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ (hash >> 33)
}

private func stableName(_ hash: UInt64) -> String {
  let digits = Array("abcdefghjkmnpqrstvwxyz0123456789".utf8)
  var out = [digits[Int(hash % 22)]]
  var rest = hash / 22
  for _ in 1..<10 {
    out.append(digits[Int(rest % 32)])
    rest /= 32
  }
  return String(decoding: out, as: UTF8.self)
}

/// An English term as an identifier: «Social Network (SN)» → «social-network-sn». Accents are taken off; what is not Latin or a digit parts
/// words. nil when no letter is left, as of a Thai term.
package func asciiSlug(_ text: String) -> String? {
  var out: [UInt8] = []
  var hasLetter = false
  for scalar in text.unicodeScalars {
    let base = scalar.isASCII ? scalar : baseScalar(scalar)
    let byte = base.isASCII ? asciiLowercased(UInt8(truncatingIfNeeded: base.value)) : 0
    if isASCIILetter(byte) || isASCIIDigit(byte) {
      out.append(byte)
      hasLetter = hasLetter || isASCIILetter(byte)
    } else if byte == 0x27 || base == "’" {
      continue
    } else if let last = out.last, last != 0x2D {
      out.append(0x2D)
    }
  }
  while out.last == 0x2D { out.removeLast() }
  return hasLetter ? String(decoding: out, as: UTF8.self) : nil
}

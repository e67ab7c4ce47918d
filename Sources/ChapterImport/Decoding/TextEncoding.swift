import Diagnostics

/// How the bytes of a file spell its text.
package enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// TIS-620 with Microsoft's additions (quotes, dashes, ellipsis), which TIS-620 proper is part of.
  case windows874 = "Windows-874 (TIS-620)"
}

/// A file as UTF-8, whatever it was written in.
package struct DecodedText: Sendable {
  /// UTF-8 without a byte order mark. Positions of import's diagnostics count here: print them with this text.
  package var text: SourceText
  package var encoding: TextEncoding
  /// Bytes that spell nothing in the encoding; U+FFFD stands for each.
  package var replaced: Int

  /// Tells the encoding apart: a byte order mark decides; else UTF-8 where it is UTF-8 throughout; else UTF-16 where every other byte is 0
  /// or 0x0E, as in Thai; else Windows-874 where most high bytes are Thai letters; else UTF-8 with its broken bytes replaced.
  package init(file: String, bytes: [UInt8]) {
    let (encoding, start) = Self.encoding(of: bytes)
    self.encoding = encoding
    switch encoding {
    case .utf8:
      if isUTF8(bytes.span.extracting(start..<bytes.count)) {
        text = SourceText(file: file, bytes: start == 0 ? bytes : Array(bytes[start...]))
        replaced = 0
      } else {
        let repaired = String(decoding: bytes[start...], as: UTF8.self)
        text = SourceText(file: file, repaired)
        replaced = repaired.unicodeScalars.reduce(0) { $1 == "\u{FFFD}" ? $0 + 1 : $0 }
      }
    case .utf16LittleEndian, .utf16BigEndian:
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for i in stride(from: start, to: bytes.count - 1, by: 2) {
        let (low, high) = encoding == .utf16LittleEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
        units.append(UInt16(high) << 8 | UInt16(low))
      }
      // Half a unit at the end spells nothing either.
      let decoded = String(decoding: units, as: UTF16.self) + ((bytes.count - start) % 2 == 0 ? "" : "\u{FFFD}")
      text = SourceText(file: file, decoded)
      replaced = decoded.unicodeScalars.reduce(0) { $1 == "\u{FFFD}" ? $0 + 1 : $0 }
    case .windows874:
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count * 3)
      var replaced = 0
      for byte in bytes {
        if byte < 0x80 {
          out.append(byte)
        } else if let scalar = tis620Scalar(byte) ?? windows874Scalars[byte] {
          out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          out.append(contentsOf: [0xEF, 0xBF, 0xBD])
          replaced += 1
        }
      }
      text = SourceText(file: file, bytes: out)
      self.replaced = replaced
    }
  }

  private static func encoding(of bytes: [UInt8]) -> (TextEncoding, start: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if isUTF8(bytes.span), !bytes.contains(0) { return (.utf8, 0) }
    var even = 0
    var odd = 0
    var high = 0
    var thai = 0
    for (i, byte) in bytes.enumerated() {
      if byte == 0 || byte == 0x0E { if i % 2 == 0 { even += 1 } else { odd += 1 } }
      if byte >= 0x80 {
        high += 1
        if tis620Scalar(byte) != nil { thai += 1 }
      }
    }
    let half = bytes.count / 2
    if half > 1, odd * 10 > half * 8, even * 10 < half { return (.utf16LittleEndian, 0) }
    if half > 1, even * 10 > half * 8, odd * 10 < half { return (.utf16BigEndian, 0) }
    return (high > 0 && thai * 10 >= high * 8 && !isMostlyUTF8(bytes) ? .windows874 : .utf8, 0)
  }

  /// UTF-8 Thai has 0xE0 before every letter; in Windows-874 that byte is เ, one letter in twenty.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var triples = 0
    var high = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0xE0, i + 2 < bytes.count, bytes[i + 1] == 0xB8 || bytes[i + 1] == 0xB9, bytes[i + 2] & 0xC0 == 0x80 {
        triples += 1
        high += 3
        i += 3
      } else {
        if bytes[i] >= 0x80 { high += 1 }
        i += 1
      }
    }
    return triples * 3 * 2 > high
  }
}

/// TIS-620: the Thai block of Unicode in its order, from 0xA1; four codes are unused.
private func tis620Scalar(_ byte: UInt8) -> Unicode.Scalar? {
  switch byte {
  case 0xA0: "\u{A0}"
  case 0xA1...0xDA, 0xDF...0xFB: Unicode.Scalar(0xE00 + UInt32(byte) - 0xA0)
  default: nil
  }
}

/// What Windows-874 adds between 0x80 and 0x9F.
private let windows874Scalars: [UInt8: Unicode.Scalar] = [
  0x80: "\u{20AC}", 0x85: "\u{2026}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}", 0x94: "\u{201D}", 0x95: "\u{2022}",
  0x96: "\u{2013}", 0x97: "\u{2014}",
]

/// Whether all of it is well-formed UTF-8.
private func isUTF8(_ bytes: borrowing Span<UInt8>) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in String(validating: buffer, as: UTF8.self) != nil }
}

/// What two typed answers must share to be the same answer: `comparisonKey(_:)` without any space, without quotes around it and
/// without a full stop at the end.
package func answerKey(_ text: String) -> String {
  let text = normalised(text)
  var key = foldedBytes(text.utf8.span, spaces: .none)[...]
  while true {
    if let quote = quotes.first(where: { key.starts(with: $0) }) {
      key = key.dropFirst(quote.count)
    } else if let quote = quotes.first(where: { ends(key, with: $0) }) {
      key = key.dropLast(quote.count)
    } else if key.last == 0x2E, key.count > 1 {
      key = key.dropLast()
    } else {
      return String(decoding: key, as: UTF8.self)
    }
  }
}

private let quotes: [[UInt8]] = ["\"", "'", "“", "”", "‘", "’", "«", "»"].map { Array($0.utf8) }

private func ends(_ key: ArraySlice<UInt8>, with suffix: [UInt8]) -> Bool {
  key.count >= suffix.count && key.suffix(suffix.count).elementsEqual(suffix)
}

/// The spellings of one answer that a system which compares only NFC has to be told, the normal one first: ำ as two characters,
/// แ as two, Thai and Arabic digits, with and without spaces. At most 24, no two equal after NFC.
package func answerVariants(_ text: String) -> [String] {
  let normal = normalised(text)
  let scalars = Array(normal.unicodeScalars)
  var variants: [[Unicode.Scalar]] = [scalars]

  func multiply(_ rewritings: [([Unicode.Scalar]) -> [Unicode.Scalar]]) {
    for variant in variants {
      for rewriting in rewritings {
        let other = rewriting(variant)
        if !variants.contains(other) { variants.append(other) }
      }
    }
  }
  multiply([{ $0.filter { $0 != " " && $0 != "\u{A0}" } }])
  multiply([{ $0.map(arabicDigit) }, { $0.map(thaiDigit) }])
  multiply([{ $0.flatMap { $0 == "\u{E41}" ? ["\u{E40}", "\u{E40}"] : [$0] } }])
  multiply([{ $0.flatMap { $0 == "\u{E33}" ? ["\u{E4D}", "\u{E32}"] : [$0] } }, nikhahitBeforeTone])
  return variants.prefix(24).map { variant in
    var text = String.UnicodeScalarView()
    text.append(contentsOf: variant)
    return String(text)
  }
}

/// «น้ำ» as some type it: น, ํ, then the tone, then า.
private func nikhahitBeforeTone(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var out: [Unicode.Scalar] = []
  for scalar in scalars {
    if scalar == "\u{E33}" {
      var place = out.count
      while place > 0, ThaiScalar(out[place - 1])?.isTone == true { place -= 1 }
      out.insert("\u{E4D}", at: place)
      out.append("\u{E32}")
    } else {
      out.append(scalar)
    }
  }
  return out
}

private func arabicDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  (0xE50...0xE59).contains(scalar.value) ? Unicode.Scalar(UInt8(0x30 + scalar.value - 0xE50)) : scalar
}

private func thaiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  (0x30...0x39).contains(scalar.value) ? Unicode.Scalar(0xE50 + scalar.value - 0x30) ?? scalar : scalar
}

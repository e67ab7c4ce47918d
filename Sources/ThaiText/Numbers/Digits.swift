/// The whole number a run of Thai or Arabic digits spells; nil when it is empty, has another character, or has more than 18 digits.
package func wholeNumber(_ text: some StringProtocol) -> Int? {
  var value = 0
  var count = 0
  for scalar in text.unicodeScalars {
    let digit: UInt32
    switch scalar.value {
    case 0x30...0x39: digit = scalar.value - 0x30
    case 0xE50...0xE59: digit = scalar.value - 0xE50
    default: return nil
    }
    count += 1
    guard count <= 18 else { return nil }
    value = value * 10 + Int(digit)
  }
  return count > 0 ? value : nil
}

/// «2546» → «๒๕๔๖»; other characters stay.
package func thaiDigits(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    out.append((0x30...0x39).contains(scalar.value) ? Unicode.Scalar(0xE50 + scalar.value - 0x30) ?? scalar : scalar)
  }
  return String(out)
}

/// «๒๕๔๖» → «2546»; other characters stay.
package func arabicDigits(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    out.append((0xE50...0xE59).contains(scalar.value) ? Unicode.Scalar(0x30 + scalar.value - 0xE50) ?? scalar : scalar)
  }
  return String(out)
}

/// The letter a Thai list counts with: 0 → ก, 1 → ข, 2 → ค, 3 → ง, without ฃ, ฅ and ฆ as is usual; past ฮ the number counted from 1.
package func thaiListLetter(_ index: Int) -> String {
  let letters = Array("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ".unicodeScalars)
  return letters.indices.contains(index) ? String(letters[index]) : String(index + 1)
}

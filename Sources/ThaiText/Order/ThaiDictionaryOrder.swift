/// Thai dictionary order as bytes to compare: a leading vowel counts after its consonant, letters decide before marks, marks before
/// spelling of digits and case.
///
/// The order of letters, vowels and marks is that of the Royal Institute dictionary in its Unicode form: spaces, punctuation, ฯ and ๆ
/// do not count; ำ counts as า with ํ; ๅ as า.
package enum ThaiDictionaryOrder {
  /// Which script's entries come first.
  package enum Scripts: Hashable, Sendable { case thaiFirst, latinFirst }

  /// The sort key: letters, 0x00, marks, 0x00, digits and case. Keys of texts that differ only in spaces and punctuation are equal, so a sort
  /// that must be total compares the texts next. O(bytes).
  package static func key(_ text: String, scripts: Scripts = .thaiFirst) -> [UInt8] {
    let scalars = lettersInOrder(normalised(text))
    var letters: [UInt8] = []
    var marks: [UInt8] = []
    var cases: [UInt8] = []
    letters.reserveCapacity(scalars.count + 8)
    marks.reserveCapacity(scalars.count)
    for scalar in scalars {
      appendWeights(of: scalar, scripts, &letters, &marks, &cases)
    }
    trim(&marks, of: plain)
    trim(&cases, of: plain)
    return letters + [0] + marks + [0] + cases
  }

  /// The heading of an index under which the text stands: its first consonant («เครือข่าย» → «ค»), a capital Latin letter, «0–9», or «#».
  package static func initialLetter(_ text: String) -> String {
    for scalar in lettersInOrder(normalised(text)) {
      if let thai = ThaiScalar(scalar) {
        if thai.isDigit { return "0–9" }
        if thai.isConsonant { return String(scalar) }
        if thai.isLetter { return "#" }
      } else if (0x30...0x39).contains(scalar.value) {
        return "0–9"
      } else if scalar.properties.isAlphabetic {
        let base = baseScalar(scalar)
        return base.isASCII ? base.properties.uppercaseMapping : scalar.properties.uppercaseMapping
      }
    }
    return "#"
  }

  /// Leading vowels moved behind the consonant they are read after.
  private static func lettersInOrder(_ text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    var i = 0
    while i + 1 < scalars.count {
      if ThaiScalar(scalars[i])?.isLeadingVowel == true, ThaiScalar(scalars[i + 1])?.isConsonant == true {
        scalars.swapAt(i, i + 1)
        i += 1
      }
      i += 1
    }
    return scalars
  }

  /// The weight of a letter without marks, of a lower-case letter, of an Arabic digit.
  private static let plain: UInt8 = 0x02

  private static func trim(_ weights: inout [UInt8], of weight: UInt8) {
    while weights.last == weight { weights.removeLast() }
  }

  private static func appendWeights(
    of scalar: Unicode.Scalar, _ scripts: Scripts, _ letters: inout [UInt8], _ marks: inout [UInt8], _ cases: inout [UInt8]
  ) {
    if let thai = ThaiScalar(scalar) {
      let thaiBase: UInt8 = scripts == .thaiFirst ? 0x20 : 0x40
      switch thai.offset {
      case 0x2F, 0x46, 0x3F, 0x4F, 0x5A, 0x5B: break
      case 0x50...0x59:
        letters.append(0x10 + thai.offset - 0x50)
        marks.append(plain)
        cases.append(plain + 1)
      case 0x33:
        letters.append(thaiBase + 0x32)
        letters.append(thaiBase + 0x2F)
        marks.append(plain)
        cases.append(plain)
      case 0x4D: letters.append(thaiBase + 0x2F)
      case 0x45:
        letters.append(thaiBase + 0x32)
        marks.append(plain)
        cases.append(plain + 1)
      case 0x3A: letters.append(thaiBase + 0x4F)
      case 0x47...0x4C, 0x4E:
        marks.append(markWeight(thai))
      default:
        letters.append(thaiBase + thai.offset)
        marks.append(plain)
        cases.append(plain)
      }
      return
    }
    let value = scalar.value
    switch value {
    case 0x30...0x39:
      letters.append(0x10 + UInt8(truncatingIfNeeded: value - 0x30))
      marks.append(plain)
      cases.append(plain)
    case 0x41...0x5A, 0x61...0x7A:
      letters.append((scripts == .thaiFirst ? 0x80 : 0x20) + UInt8(truncatingIfNeeded: (value | 0x20) - 0x61))
      marks.append(plain)
      cases.append(value < 0x60 ? plain + 1 : plain)
    case 0..<0xC0: break
    default:
      let base = baseScalar(scalar)
      if base != scalar, base.isASCII {
        appendWeights(of: base, scripts, &letters, &marks, &cases)
        marks.append(0x30)
      } else if scalar.properties.isAlphabetic {
        letters.append(0xF0)
        for shift in [16, 8, 0] { letters.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
        marks.append(plain)
        cases.append(plain)
      }
    }
  }

  /// ๎ ์ ็ ่ ้ ๊ ๋
  private static func markWeight(_ mark: ThaiScalar) -> UInt8 {
    switch mark.offset {
    case 0x4E: 0x10
    case 0x4C: 0x11
    case 0x47: 0x12
    default: 0x13 + mark.offset - 0x48
    }
  }
}

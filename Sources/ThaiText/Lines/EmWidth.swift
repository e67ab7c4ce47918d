/// How wide a text is in Sarabun at weight 400, in hundredths of an em, by classes of letters: near enough to tell what fits a line.
package func emWidth(_ bytes: borrowing Span<UInt8>) -> Int {
  var width = 0
  var i = 0
  while i < bytes.count {
    if let thai = thaiScalar(bytes, at: i) {
      i += 3
      if thai.isMark { continue }
      if thai.isConsonant || thai.isDigit {
        width += 61
      } else if thai.isFollowingVowel {
        width += 49
      } else {
        width += thai.isLeadingVowel && thai != .saraAe ? 36 : 58
      }
      continue
    }
    let byte = bytes[i]
    i += scalarLength(bytes, at: i)
    switch byte {
    case 0..<0x20: break
    case 0x20: width += 24
    case 0x41...0x5A: width += 65
    case 0x21...0x2F, 0x3A...0x3F: width += 30
    case 0x30...0x39: width += 57
    case 0x40...0x7F: width += 50
    case 0xC2...0xDF: width += 55
    case 0xE1...0xEF: width += 60
    default: width += 100
    }
  }
  return width
}

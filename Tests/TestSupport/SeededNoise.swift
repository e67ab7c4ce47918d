/// Repeatable pseudo-random numbers (SplitMix64, after Steele, Lea and Flood 2014): the seed is all it takes to run a failure again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random text out of pieces that matter to a reader of Thai chapters: marks in any order, brackets, years, Markdown.
public func thaiNoise(pieces: Int, using generator: inout SeededGenerator) -> String {
  let stock = [
    "เครือข่าย", "การเรียนรู้", "คือ", "หมายถึง", "ได้แก่", "และ", "และคณะ", "อ้างใน", "บรรณาธิการ", "กล่าวว่า", "พระมหา", "ดร.", "น. 5",
    " ", " ", "  ", "\n", "\n\n", "(", ")", "[", "]", "{", "}", "“", "”", "«", "2546", "(2546)", "๒๕๔๖", "1996", "1.", "1)", "- ",
    "> ",
    "# ", "## ", "*", "**", "_", "`", "~~", "|", "\\", "&amp;", "&#x0E33;", "<b>", "https://example.org", "[@key]", "{#id}",
    "{.plain}",
    "\u{0E4D}\u{0E32}", "\u{0E48}", "\u{0E49}", "\u{0E31}", "\u{0E34}", "\u{0E3A}", "\u{0E33}", "เเ", "\u{200B}", "\u{00A0}", "ๆ",
    "ฯลฯ",
    "Schuler", "social network", ",", ";", ":", ".", "\t", "\r\n", "\u{FEFF}", "😀", "é", "e\u{0301}", "---\n", "```\n",
  ]
  var out = ""
  for _ in 0..<pieces { out += stock[Int(generator.next() % UInt64(stock.count))] }
  return out
}

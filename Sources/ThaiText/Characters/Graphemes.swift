/// How many characters a person counts: «น้ำใจ» is 3. For limits told to people; positions are bytes, columns scalars.
package func graphemeCount(_ text: String) -> Int { text.count }

/// The first `limit` characters as a person counts them, «…» in place of the rest; the text itself where it is no longer.
package func shortened(_ text: String, to limit: Int) -> String {
  guard let end = text.index(text.startIndex, offsetBy: max(1, limit) - 1, limitedBy: text.endIndex),
    end != text.endIndex, text.index(after: end) != text.endIndex
  else { return text }
  return text[..<end] + "…"
}

/// The beginning of a text, at most `limit` bytes of UTF-8, cut before a letter and never before a mark of one, «…» in place of the rest; a
/// text no longer comes back whole. Ends with a phrase where a space stands at `phrase` bytes or later. O(limit).
package func excerpt(_ text: String, bytes limit: Int, phrase: Int? = nil) -> String {
  guard text.utf8.count > limit else { return text }
  let bytes = Array(text.utf8.prefix(limit + 4))
  var end = min(limit, bytes.count)
  while end > 0, !isLetterBoundary(bytes.span, at: end) { end -= 1 }
  if let phrase, phrase < end, let space = bytes[phrase..<end].firstIndex(of: 0x20) { end = space }
  return String(decoding: bytes[..<end], as: UTF8.self) + "…"
}

/// True where a text may be cut: at either end, and before a scalar that is no mark above, below or on the one before it.
package func isLetterBoundary(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
  guard i > 0, i < bytes.count else { return true }
  switch bytes[i] {
  case 0x80...0xBF: return false
  case 0xE0: return thaiScalar(bytes, at: i).map { !$0.isMark && $0 != .saraAm } ?? true
  // U+0300–U+036F.
  case 0xCC: return false
  case 0xCD: return i + 1 < bytes.count && bytes[i + 1] >= 0xB0
  // The joiner, and what follows it; variation selectors; skin tones.
  case 0xE2: return !(i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8D)
  case 0xEF: return !(i + 2 < bytes.count && bytes[i + 1] == 0xB8 && bytes[i + 2] <= 0x8F)
  case 0xF0...:
    let isJoined = i >= 3 && bytes[i - 3] == 0xE2 && bytes[i - 2] == 0x80 && bytes[i - 1] == 0x8D
    return !isJoined && !(i + 3 < bytes.count && bytes[i + 1] == 0x9F && bytes[i + 2] == 0x8F && bytes[i + 3] >= 0xBB)
  default: return true
  }
}

/// How many characters a person counts: «น้ำใจ» is 3. For limits told to people; positions are bytes, columns scalars.
package func graphemeCount(_ text: String) -> Int { text.count }

/// The first `limit` characters as a person counts them, «…» in place of the rest; the text itself where it is no longer.
package func shortened(_ text: String, to limit: Int) -> String {
  guard let end = text.index(text.startIndex, offsetBy: max(1, limit) - 1, limitedBy: text.endIndex),
    end != text.endIndex, text.index(after: end) != text.endIndex
  else { return text }
  return text[..<end] + "…"
}

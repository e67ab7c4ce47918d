import Diagnostics
import ThaiText

/// One line of the file, cleaned: its words as they will stand in the chapter.
struct SourceLine: Sendable {
  /// Normalised, single spaces, none at the ends; empty for a blank line.
  var text: [UInt8]
  /// Of the line in the file, without its ending.
  var source: ByteRange
  /// Terminal cells of white space before the text.
  var indent: Int
  /// Terminal cells of the text.
  var width: Int
  /// The line began a page.
  var startsPage: Bool
  /// The line ended with a soft hyphen or a space: how it joins the next is known.
  var ending: Ending

  enum Ending: Hashable, Sendable { case plain, space, softHyphen }

  var isBlank: Bool { text.isEmpty }
}

/// What cleaning took away or changed, for the report: how often, and where first.
struct CleaningCounts: Sendable {
  struct Count: Sendable {
    var count = 0
    var first: ByteRange?

    mutating func add(_ range: ByteRange) {
      if first == nil { first = range }
      count += 1
    }
  }
  var spaces = Count()
  var softHyphens = Count()
  var invisible = Count()
  var controls = Count()
  var pages = Count()
  /// Lines in which Thai was respelt.
  var spellings = Count()
  var joinedLines = Count()
  var joinedWords = Count()
}

/// Cuts a text into cleaned lines. Lines end at LF, CR LF, CR, vertical tab and form feed, U+0085, U+2028 and U+2029. O(bytes).
func sourceLines(_ source: SourceText, _ counts: inout CleaningCounts) -> [SourceLine] {
  let bytes = source.bytes
  var lines: [SourceLine] = []
  var start = 0
  var startsPage = false
  var i = 0
  while i < bytes.count {
    let ending = lineEnding(bytes, at: i)
    if ending == 0 {
      i += 1
      continue
    }
    lines.append(cleanedLine(bytes, ByteRange(start, i), startsPage, &counts))
    startsPage = bytes[i] == 0x0C
    if startsPage { counts.pages.add(ByteRange(i, i + 1)) }
    i += ending
    start = i
  }
  if start < bytes.count || startsPage { lines.append(cleanedLine(bytes, ByteRange(start, bytes.count), startsPage, &counts)) }
  return lines
}

private func lineEnding(_ bytes: [UInt8], at i: Int) -> Int {
  switch bytes[i] {
  case 0x0A, 0x0B, 0x0C: return 1
  case 0x0D: return i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
  case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0x85 ? 2 : 0
  case 0xE2: return i + 2 < bytes.count && bytes[i + 1] == 0x80 && (bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9) ? 3 : 0
  default: return 0
  }
}

private func cleanedLine(_ bytes: [UInt8], _ range: ByteRange, _ startsPage: Bool, _ counts: inout CleaningCounts) -> SourceLine {
  var text: [UInt8] = []
  text.reserveCapacity(range.count)
  var indent = 0
  var spaces = 0
  var ending = SourceLine.Ending.plain
  var i = range.lowerBound
  let end = range.upperBound

  func keep(_ length: Int) {
    if spaces > 0, !text.isEmpty {
      text.append(0x20)
      if spaces > 1 { counts.spaces.add(ByteRange(i - spaces, i)) }
    }
    spaces = 0
    ending = .plain
    for k in i..<i + length { text.append(bytes[k]) }
    i += length
  }

  while i < end {
    let byte = bytes[i]
    let left = end - i
    switch byte {
    case 0x20, 0x09:
      if text.isEmpty { indent += byte == 0x09 ? 8 - indent % 8 : 1 }
      spaces += 1
      i += 1
    case 0xC2 where left > 1 && bytes[i + 1] == 0xA0:
      if text.isEmpty { indent += 1 }
      spaces += 1
      i += 2
    case 0xC2 where left > 1 && bytes[i + 1] == 0xAD:
      counts.softHyphens.add(ByteRange(i, i + 2))
      ending = .softHyphen
      i += 2
    case 0xE2 where left > 2 && (follows(bytes, i, [0x80, 0x8B]) || follows(bytes, i, [0x81, 0xA0])),
      0xEF where left > 2 && follows(bytes, i, [0xBB, 0xBF]):
      counts.invisible.add(ByteRange(i, i + 3))
      i += 3
    case 0xE3 where left > 2 && follows(bytes, i, [0x80, 0x80]):
      if text.isEmpty { indent += 2 }
      spaces += 1
      i += 3
    case 0..<0x20, 0x7F:
      counts.controls.add(ByteRange(i, i + 1))
      i += 1
    default: keep(1)
    }
  }
  if spaces > 0, ending == .plain { ending = .space }
  let normal = normalised(text)
  if normal != text { counts.spellings.add(range) }
  return SourceLine(
    text: normal, source: range, indent: normal.isEmpty ? 0 : indent, width: DisplayWidth.cells(of: normal.asText),
    startsPage: startsPage, ending: ending)
}

private func follows(_ bytes: [UInt8], _ i: Int, _ rest: [UInt8]) -> Bool { bytes[i + 1] == rest[0] && bytes[i + 2] == rest[1] }

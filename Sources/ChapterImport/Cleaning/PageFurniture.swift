import Diagnostics
import ThaiText

/// Finds what belongs to the printed page and not to the text: page numbers, running headers and footers.
///
/// A line is furniture only where the page shows: it must stand at the top or bottom of pages (form feeds) or beside page numbers that
/// count up by one, and it must come back, but for its number, on at least three pages. So a heading that comes again («สรุป») is none.
struct PageFurniture {
  /// Indices of the lines to set aside, ascending.
  private(set) var lines: [Int] = []

  init(_ lines: [SourceLine]) {
    let filled = lines.indices.filter { !lines[$0].isBlank }
    guard filled.count > 3 else { return }
    var set: Set<Int> = []
    let numbers = Self.pageNumbers(lines, filled)
    set.formUnion(numbers)
    set.formUnion(Self.numberedHeaders(lines, filled))
    for index in Self.repeated(lines, filled, set) { set.insert(index) }
    self.lines = set.sorted()
  }

  /// Lines that are a page number and count up by one, three at least: «12», «- 12 -», «หน้า 12», «12/40», «หน้า ๑๒ จาก ๔๐».
  private static func pageNumbers(_ lines: [SourceLine], _ filled: [Int]) -> Set<Int> {
    let candidates = filled.compactMap { index in pageNumber(lines[index].text).map { (index: index, number: $0) } }
    var out: Set<Int> = []
    var run: [(index: Int, number: Int)] = []
    func close() {
      if run.count >= 3 { for member in run { out.insert(member.index) } }
      run = []
    }
    for candidate in candidates {
      if let last = run.last, candidate.number != last.number + 1 { close() }
      run.append(candidate)
    }
    close()
    // Numbers that follow one another with nothing between are a column of a table, not pages.
    let sorted = out.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) where b - a < 4 && !lines[(a + 1)...b].contains(where: \.startsPage) {
      out.remove(a)
      out.remove(b)
    }
    return out
  }

  /// Lines that come back with «หน้า 1», «หน้า 2», «หน้า 3» in them.
  private static func numberedHeaders(_ lines: [SourceLine], _ filled: [Int]) -> [Int] {
    var headers: [[UInt8]: [(index: Int, number: Int)]] = [:]
    for index in filled where lines[index].width <= 120 {
      let text = arabicDigits(lines[index].text.asText).utf8
      guard let word = ["หน้าที่ ", "หน้า ", "Page ", "page "].first(where: { Array(text).has($0) }),
        let place = Array(text).offset(of: word)
      else { continue }
      let digits = text.dropFirst(place + word.utf8.count).prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard let number = wholeNumber(String(decoding: digits, as: UTF8.self)) else { continue }
      headers[withoutNumbers(lines[index].text), default: []].append((index, number))
    }
    var out: [Int] = []
    for found in headers.values where found.count >= 3 {
      if zip(found, found.dropFirst()).allSatisfy({ $1.number == $0.number + 1 }) { out += found.map(\.index) }
    }
    return out
  }

  /// Lines at the edge of pages that come back on three pages or more; the first stays if it is the first line of the file.
  private static func repeated(_ lines: [SourceLine], _ filled: [Int], _ numbers: Set<Int>) -> [Int] {
    var edges: [[UInt8]: [Int]] = [:]
    for (place, index) in filled.enumerated() where !numbers.contains(index) && lines[index].width <= 100 {
      let isEdge = isBesidePage(lines, filled, place, numbers)
      if isEdge { edges[withoutNumbers(lines[index].text), default: []].append(index) }
    }
    var out: [Int] = []
    for (key, indices) in edges where indices.count >= 3 && !key.isEmpty {
      out.append(contentsOf: indices.sorted().drop { $0 == filled.first })
    }
    return out
  }

  /// Whether a line stands first or last on a page, or next to a line that does and is a number or furniture itself.
  private static func isBesidePage(_ lines: [SourceLine], _ filled: [Int], _ place: Int, _ numbers: Set<Int>) -> Bool {
    let index = filled[place]
    let previous = place > 0 ? filled[place - 1] : nil
    let next = place + 1 < filled.count ? filled[place + 1] : nil
    if let previous {
      if numbers.contains(previous) || lines[(previous + 1)...index].contains(where: \.startsPage) { return true }
      if place > 1, numbers.contains(index - 1) || lines[(filled[place - 2] + 1)...previous].contains(where: \.startsPage) {
        return true
      }
    } else {
      return true
    }
    if let next { return numbers.contains(next) || lines[(index + 1)...next].contains(where: \.startsPage) }
    return true
  }

  private static func pageNumber(_ text: [UInt8]) -> Int? {
    var digits = arabicDigits(text.asText).utf8.filter { $0 != 0x20 }[...]
    for word in ["หน้าที่", "หน้า", "page"] where digits.map(lowercased).begins(with: word) {
      digits = digits.dropFirst(word.utf8.count)
    }
    while let first = digits.first, first == 0x2D || first == 0x7C { digits.removeFirst() }
    while let last = digits.last, last == 0x2D || last == 0x7C { digits.removeLast() }
    let number = digits.prefix { $0 >= 0x30 && $0 <= 0x39 }
    let rest = digits.dropFirst(number.count)
    guard !number.isEmpty, number.count <= 4 else { return nil }
    let isTotal = rest.first == 0x2F && rest.count > 1 && rest.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    let isThaiTotal = rest.begins(with: "จาก") && rest.count < 24
    guard rest.isEmpty || isTotal || isThaiTotal else { return nil }
    return wholeNumber(number.asText)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func withoutNumbers(_ text: [UInt8]) -> [UInt8] {
    Array(arabicDigits(text.asText).utf8.filter { !($0 >= 0x30 && $0 <= 0x39) && $0 != 0x20 })
  }
}

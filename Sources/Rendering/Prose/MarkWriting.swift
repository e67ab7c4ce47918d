import Diagnostics
import Prose
import ThaiText

// Marks and unbreakable runs around text. `openMarks` holds what is open, outermost first; what is wanted at a place is
// compared with it, and only what differs is closed and opened.
extension ProseWriter {
  /// Stand in `openMarks` for an open `<span class="nb">`, and for one of a run that may be wider than a phone's line.
  private static let run = -1
  private static let longRun = -2
  /// In bytes: 24 Thai letters fit a line of 320 pixels in the largest letters.
  private static let shortest = 73

  /// A text, cut where marks or unbreakable runs begin and end.
  mutating func text(_ text: String, _ range: ByteRange, above outer: Int) {
    var text = text
    let isVerbatim = text.utf8.count == range.count
    text.withUTF8 { bytes in
      let runs = isPage ? Self.runs(in: bytes, options.unbreakable) : []
      let spaces = isPage ? noBreakSpaces(in: bytes.span) : []
      guard !marks.isEmpty || !runs.isEmpty else { return plain(bytes, 0, bytes.count, spaces) }
      guard isVerbatim || marks.isEmpty else {
        switchMarks(to: marks.chain(around: range), above: outer)
        return plain(bytes, 0, bytes.count, spaces)
      }
      var next = 0
      var i = 0
      while i < bytes.count {
        while next < runs.count, runs[next].upperBound <= i { next += 1 }
        let run = next < runs.count && runs[next].lowerBound <= i ? runs[next] : nil
        var stop = run?.upperBound ?? (next < runs.count ? runs[next].lowerBound : bytes.count)
        stop = min(stop, bytes.count)
        var chain: [Int] = []
        if !marks.isEmpty {
          let at = range.lowerBound + i
          let edge = marks.nextEdge(after: at)
          if edge < range.lowerBound + stop { stop = edge - range.lowerBound }
          chain = marks.chain(around: ByteRange(at, at + 1))
        }
        if let run { Self.insert(run, at: range.lowerBound, into: &chain, marks) }
        switchMarks(to: chain, above: outer)
        plain(bytes, i, stop, spaces)
        position = range.lowerBound + stop
        i = max(stop, i + 1)
      }
      // A run never reaches into the next inline.
      if let place = openMarks[outer...].firstIndex(where: { $0 < 0 }) { closeMarks(downTo: place) }
    }
  }

  /// Puts a run among the marks at a place: outside of those it holds, inside of those that hold it, and innermost, cut with
  /// them, where it crosses one.
  private static func insert(_ run: Range<Int>, at base: Int, into chain: inout [Int], _ marks: MarkIndex) {
    let range = ByteRange(base + run.lowerBound, base + run.upperBound)
    let place = chain.firstIndex { !marks.marks[$0].range.contains(range) } ?? chain.count
    let holdsRest = chain[place...].allSatisfy { range.contains(marks.marks[$0].range) }
    chain.insert(run.count < Self.shortest ? Self.run : Self.longRun, at: holdsRest ? place : chain.count)
  }

  private static func runs(in bytes: UnsafeBufferPointer<UInt8>, _ unbreakable: UnbreakableRuns?) -> [Range<Int>] {
    guard let unbreakable, bytes.contains(where: { $0 >= 0x80 }) else { return [] }
    var out: [Range<Int>] = []
    unbreakable.forEachRange(in: bytes.span) { run in
      guard run.lowerBound >= out.last?.upperBound ?? 0, run.upperBound <= bytes.count, !run.isEmpty else { return }
      out.append(run.lowerBound..<closed(bytes, run.upperBound))
    }
    return out
  }

  /// With the sign that closes it: a line could begin with one that stands behind a box.
  private static func closed(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    guard end < bytes.count else { return end }
    switch bytes[end] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "?"),
      UInt8(ascii: "!"):
      return end + 1
    // ’ and ”
    case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && [0x99, 0x9D].contains(bytes[end + 2]): return end + 3
    default: return end
    }
  }

  /// Text as it is read, the spaces at which it must not part as U+00A0.
  private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ spaces: [Int]) {
    var start = start
    for space in spaces where space >= start && space < end {
      html.text(UnsafeBufferPointer(rebasing: bytes[start..<space]))
      html.markup("\u{A0}")
      start = space + 1
    }
    if end > start { html.text(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
  }

  // MARK: What is open

  mutating func switchMarks(to chain: [Int], above outer: Int) {
    // Marks opened outside of these inlines hold all of them.
    let wanted = chain.filter { index in !openMarks[..<outer].contains(index) }
    var same = 0
    while outer + same < openMarks.count, same < wanted.count, openMarks[outer + same] == wanted[same] { same += 1 }
    closeMarks(downTo: outer + same)
    for index in wanted[same...] {
      openMarks.append(index)
      guard index >= 0 else {
        html.markup(index == Self.run ? "<span class=\"nb\">" : "<span class=\"nb long\">")
        continue
      }
      hooks.open(marks.marks[index], isFirst: !begun[index], in: place, html: &html)
      begun[index] = true
    }
  }

  mutating func closeMarks(downTo count: Int) {
    while openMarks.count > count, let index = openMarks.popLast() {
      if index < 0 {
        html.markup("</span>")
      } else {
        hooks.close(marks.marks[index], isLast: marks.marks[index].range.upperBound <= position, in: place, html: &html)
      }
    }
  }
}

/// Text as it is set on paper: where a line may end, decided by us and not by the browser or the PDF engine, whose dictionaries part
/// names and terms.
///
/// Words of libthai with the course's terms stay whole; a word that leans on the next («แต่», «การ») stays with it where both are
/// short enough; spaces before ๆ and ฯลฯ do not break.
package struct LineSetting: Sendable {
  private let breaker: WordBreaker
  private let runs: UnbreakableRuns
  /// In hundredths of an em.
  private let widest: Int

  /// `terms` are the course's terms in both languages, `names` people as printed. The breaker does not know them: what is too wide for a
  /// line is parted between the words of the language.
  ///
  /// `widest` is how wide a box may be, in em, at most 12: no wider than the narrowest column it may stand in.
  package init(terms: [String], names: [String], widest: Double = 12) {
    breaker = WordBreaker()
    self.widest = min(UnbreakableRuns.widest, Int(max(4, min(widest, 100)) * 100))
    runs = UnbreakableRuns(terms: terms, names: names, breaker: breaker)
  }

  /// Whether a text begins with what may not begin a line: «…», a closing sign, ๆ.
  package static func clings(_ text: String) -> Bool { Clinging.clingsLeft(Array(text.utf8.prefix(9))[...]) }

  /// A piece of a text; one that `isKept` goes into a box.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var isKept: Bool

    package init(_ text: String, isKept: Bool) {
      self.text = text
      self.isKept = isKept
    }
  }

  /// In hundredths of an em: how wide a stretch may grow by leaning words; long ones make the right edge too ragged.
  private static let widestTie = 900

  /// The text in pieces; put together they are the text normalised, white space as single spaces. O(bytes).
  package func pieces(_ text: String) -> [Piece] {
    let bytes = spaced(normalised(Array(text.utf8)))
    var out: [Piece] = []
    for atom in atoms(in: bytes).flatMap({ parts(of: $0, in: bytes) }) {
      let isKept = isWorthKeeping(bytes, atom)
      var range = atom.range
      // A hard space at the start holds to what stands before only where it is in no box.
      if isKept, out.isEmpty, bytes[range].starts(with: [0xC2, 0xA0]) {
        out.append(Piece("\u{A0}", isKept: false))
        range = range.lowerBound + 2..<range.upperBound
      }
      let string = String(decoding: bytes[range], as: UTF8.self)
      if !isKept, let last = out.last, !last.isKept {
        out[out.count - 1].text += string
      } else {
        out.append(Piece(string, isKept: isKept))
      }
    }
    return out
  }

  /// The beginning of a text that is no wider than `em`, «…» in place of the rest: cut between clauses where one ends in the last half, else
  /// between words. The text itself where it fits.
  package func fitted(_ text: String, em: Double) -> String {
    let limit = Int(max(1, em) * 100)
    guard emWidth(Array(text.utf8).span) > limit else { return text }
    var out = ""
    var width = 0
    var clause: (text: String, width: Int)?
    for piece in pieces(text) {
      for part in piece.isKept ? [piece.text] : Self.words(piece.text) {
        let next = width + emWidth(Array(part.utf8).span)
        if next > limit - 60 {
          let cut = Self.withoutNumber(clause.flatMap { $0.width * 9 > limit * 5 ? $0.text : nil } ?? out)
          return (cut.isEmpty ? part : cut) + "…"
        }
        if part == " " { clause = (out, width) }
        out += part
        width = next
      }
    }
    return out
  }

  /// «… 4. การปฏิสัมพันธ์ 5.…» without the number whose item was cut off, and without spaces at the end.
  private static func withoutNumber(_ cut: String) -> String {
    var text = cut.utf8[...]
    while text.last == 0x20 { text.removeLast() }
    if let space = text.lastIndex(of: 0x20) {
      let word = text[space...].dropFirst()
      if word.last == 0x2E || word.last == 0x29, word.count > 1, word.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        text = text[..<space]
        while text.last == 0x20 { text.removeLast() }
      }
    }
    return String(Substring(text))
  }

  /// The text in lines no wider than `em`, for places that do not break lines themselves. A piece that is wider has a line of its own.
  package func lines(of text: String, em: Double) -> [String] {
    let limit = Int(max(1, em) * 100)
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(text) {
      for part in piece.isKept ? [piece.text] : Self.words(piece.text) {
        let next = emWidth(Array(part.utf8).span)
        if width + next > limit, !line.isEmpty {
          lines.append(line)
          (line, width) = ("", 0)
        }
        if part == " ", line.isEmpty { continue }
        line += part
        width += next
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }
  }

  /// As `lines`, and as few, but no line much shorter than the others: for labels.
  package func balanced(_ text: String, em: Double) -> [String] {
    var best = lines(of: text, em: em)
    guard best.count > 1 else { return best }
    let least = Double(emWidth(Array(text.utf8).span)) / 100 / Double(best.count)
    // Widths between an even share and the whole; a label has a few lines, so a few tries find one.
    for step in 0..<6 {
      let tried = lines(of: text, em: least + (em - least) * Double(step) / 6)
      if tried.count == best.count, tried.allSatisfy({ Double(emWidth(Array($0.utf8).span)) <= em * 100 }) {
        best = tried
        break
      }
    }
    return best
  }

  /// Parted at spaces, each space a part of its own.
  private static func words(_ text: String) -> [String] {
    var out: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " {
        if !word.isEmpty { out.append(String(word)) }
        out.append(" ")
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { out.append(String(word)) }
    return out
  }

  /// Whether a stretch of normalised text begins and ends where words do: «แต่» in «ตั้งแต่» does not.
  package func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let words = breaker.wordBoundaries(in: bytes)
    return words.contains(range.lowerBound) && words.contains(range.upperBound)
  }

  /// White space and control characters to single spaces, those that must not break to U+00A0.
  private func spaced(_ bytes: [UInt8]) -> [UInt8] {
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    for (i, byte) in bytes.enumerated() {
      let isSpace = byte <= 0x20 || byte == 0x7F
      if isSpace && single.last == 0x20 { continue }
      // «…” alone on a line says nothing.
      if !isSpace, single.last == 0x20, Clinging.trails(bytes[i...]) {
        single.removeLast()
        single += [0xC2, 0xA0]
      }
      single.append(isSpace ? 0x20 : byte)
    }
    let hard = noBreakSpaces(in: single.span)
    guard !hard.isEmpty else { return single }
    var out: [UInt8] = []
    out.reserveCapacity(single.count + hard.count)
    var next = 0
    for (i, byte) in single.enumerated() {
      if next < hard.count, hard[next] == i {
        out += [0xC2, 0xA0]
        next += 1
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// A stretch between two places where a line may end; a space is a stretch of its own.
  private struct Atom {
    var range: Range<Int>
    /// It holds more than one word.
    var isJoined: Bool
  }

  private func atoms(in bytes: [UInt8]) -> [Atom] {
    let kept = joined(runs.ranges(in: bytes))
    let words = breaker.wordBoundaries(in: bytes)
    guard words.count > 1 else { return [] }
    var out: [Atom] = []
    var start = 0
    var isJoined = false
    /// Where the row of leaning words at the end of the stretch begins.
    var row: Int?
    var run = 0
    func end(at place: Int) {
      out.append(Atom(range: start..<place, isJoined: isJoined))
      start = place
      isJoined = false
    }
    for k in 1..<(words.count - 1) {
      let place = words[k]
      while run < kept.count, kept[run].upperBound <= place { run += 1 }
      let before = words[k - 1]..<place
      let after = place..<words[k + 1]
      if run < kept.count, kept[run].lowerBound < place {
        isJoined = true
        continue
      }
      switch parting(bytes, before, after) {
      case .no:
        isJoined = true
        continue
      case .lean:
        if !Clinging.leansRight(bytes[before]) { row = nil } else if row == nil { row = before.lowerBound }
        if width(bytes, start..<after.upperBound) > Self.widestTie, let first = row, first > start {
          let hasMore = first < before.lowerBound
          end(at: first)
          isJoined = hasMore
        }
        if width(bytes, start..<after.upperBound) <= Self.widestTie {
          isJoined = true
          continue
        }
      case .yes: break
      }
      end(at: place)
      row = nil
    }
    end(at: bytes.count)
    return out
  }

  /// A term too wide for a box comes in pieces that touch: we part it ourselves, where no word is left leaning.
  private func joined(_ runs: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for run in runs {
      if let last = out.last, last.upperBound == run.lowerBound {
        out[out.count - 1] = last.lowerBound..<run.upperBound
      } else {
        out.append(run)
      }
    }
    return out
  }

  private enum Parting { case yes, no, lean }

  private func parting(_ bytes: [UInt8], _ before: Range<Int>, _ after: Range<Int>) -> Parting {
    if bytes[before.lowerBound] == 0x20 || bytes[after.lowerBound] == 0x20 { return .yes }
    if Clinging.isInsideAbbreviation(bytes, at: after.lowerBound) { return .no }
    if Clinging.clingsLeft(bytes[after]) || Clinging.clingsRight(bytes[before]) { return .no }
    let isLast = after.upperBound == bytes.count || bytes[after.upperBound] == 0x20
    let leans = Clinging.leansRight(bytes[before]) || Clinging.leansLeft(bytes[after]) || (isLast && Clinging.closes(bytes[after]))
    return leans ? .lean : .yes
  }

  /// A stretch that is too wide for a box in pieces that are not: at its spaces, else between its words.
  private func parts(of atom: Atom, in bytes: [UInt8]) -> [Atom] {
    let whole = atom.range
    guard width(bytes, whole) > widest else { return [atom] }
    let slice = Array(bytes[whole])
    let words = breaker.wordBoundaries(in: slice)
    let spaces = words.dropFirst().filter { $0 < slice.count && (slice[$0] == 0x20 || slice[$0 - 1] == 0x20) }
    if !spaces.isEmpty {
      let places = [0] + spaces + [slice.count]
      return zip(places, places.dropFirst()).flatMap { start, end in
        parts(of: Atom(range: whole.lowerBound + start..<whole.lowerBound + end, isJoined: true), in: bytes)
      }
    }
    var out: [Atom] = []
    var start = 0
    var last: Int?
    for (k, place) in words.enumerated().dropFirst() {
      if emWidth(slice.span.extracting(start..<place)) > widest, let end = last {
        out.append(Atom(range: whole.lowerBound + start..<whole.lowerBound + end, isJoined: true))
        start = end
        last = nil
      }
      guard place < slice.count else { break }
      let isBound = Clinging.clingsLeft(slice[place...]) || Clinging.clingsRight(slice[..<place])
      if !isBound, !Clinging.leansRight(slice[words[k - 1]..<place]) { last = place }
    }
    out.append(Atom(range: whole.lowerBound + start..<whole.upperBound, isJoined: true))
    return out
  }

  /// Whether an engine could part a stretch: it has several words, a space, hyphen or stroke, or more than one letter of Thai. One
  /// wider than a box may be is left to the engine.
  private func isWorthKeeping(_ bytes: [UInt8], _ atom: Atom) -> Bool {
    guard atom.range.count > 1, width(bytes, atom.range) <= widest else { return false }
    var letters = 0
    var isThai = false
    var i = atom.range.lowerBound
    while i < atom.range.upperBound {
      switch bytes[i] {
      case 0x20, 0x2D, 0x2F: letters += 3
      case 0xE0 where i + 2 < atom.range.upperBound:
        isThai = true
        // Consonants are U+0E01…0E2E.
        if bytes[i + 1] == 0xB8, (0x81...0xAE).contains(bytes[i + 2]) { letters += 1 }
        i += 2
      case 0xC2 where i + 1 < atom.range.upperBound && bytes[i + 1] == 0xA0: letters += 3
      default: break
      }
      i += 1
    }
    return letters > 2 || (isThai && (letters > 1 || atom.isJoined))
  }

  private func width(_ bytes: [UInt8], _ range: Range<Int>) -> Int { emWidth(bytes.span.extracting(range)) }
}

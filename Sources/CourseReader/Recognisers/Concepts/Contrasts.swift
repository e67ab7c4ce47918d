import ThaiText

/// Two terms that the text sets against each other: «การนิเทศแบบคลินิกแตกต่างจากการนิเทศแบบเพื่อนช่วยเพื่อน».
struct ContrastDraft: Hashable {
  var unit: Int
  var first: String
  var second: String
  /// From the first term to the end of the second.
  var range: Range<Int>
}

extension Outline {
  /// The contrasts of a chapter between terms it names. Only units with a wording of contrast are looked at.
  func contrasts(_ readings: [UnitReading], terms: [String], _ matcher: TermMatcher?) -> [ContrastDraft] {
    guard let matcher, !matcher.isEmpty else { return [] }
    var found: [ContrastDraft] = []
    for (unit, reading) in readings.enumerated() {
      let cues = reading.cues.filter { $0.kind == .contrast }
      guard !cues.isEmpty else { continue }
      let text = units[unit].passage.text
      let matches = matcher.matches(in: text.bytes)
      var next = 0
      for cue in cues {
        while next < matches.count, matches[next].lowerBound < cue.end { next += 1 }
        guard next > 0, next < matches.count, terms.indices.contains(matches[next].term),
          terms.indices.contains(matches[next - 1].term)
        else { continue }
        let (before, after) = (matches[next - 1], matches[next])
        // The second term directly after; the first in the same clause.
        guard before.upperBound <= cue.start, cue.start - before.upperBound <= 120, after.lowerBound - cue.end <= 30,
          terms[before.term] != terms[after.term]
        else { continue }
        found.append(
          ContrastDraft(
            unit: unit, first: terms[before.term], second: terms[after.term], range: before.lowerBound..<after.upperBound))
      }
    }
    return found
  }
}

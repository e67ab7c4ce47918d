import Foundation
import TestSupport
import Testing

@testable import CourseReader

@Test func scratchCitations() {
  let text = String(decoding: SharedInputs.bytes("seed/chapter-6.txt"), as: UTF8.self)
  var n = 0
  for line in text.split(separator: "\n") {
    let reading = ReadingText(String(line))
    var r = CitationRecogniser(text: reading, cues: CueScanner.standard.cues(in: reading))
    r.read()
    for d in r.found {
      n += 1
      print(n, d.form, "|", reading.string(d.range), "|", d.authors.map { ($0.honorific.map { "[\($0)]" } ?? "") + $0.name }.joined(separator: " + "), d.etAl ? "etal" : "", d.year?.printed ?? "-", d.container.map { "in \($0.authors.map(\.name)) \($0.year?.printed ?? "-") \($0.role)" } ?? "", d.certainty)
    }
    for u in r.unread { print("UNREAD", reading.string(u)) }
  }
}

@Test func scratchDefinitions() {
  let text = String(decoding: SharedInputs.bytes("seed/chapter-6.txt"), as: UTF8.self)
  for line in text.split(separator: "\n") {
    let reading = ReadingText(String(line))
    let cues = CueScanner.standard.cues(in: reading)
    var r = CitationRecogniser(text: reading, cues: cues)
    r.read()
    var d = DefinitionRecogniser(text: reading, cues: cues, citations: r.found)
    d.read()
    for x in d.found {
      print(x.kind == .definition ? "DEF" : "ident", x.certainty, "|", reading.string(x.term), "|", x.marker, "|", x.citation.map { r.found[$0].authors.map(\.name).joined(separator: "+") } ?? (x.isAnaphoric ? "ANAPHORA" : "-"), "|", reading.string(x.statement).prefix(60), "…", reading.string(x.statement).suffix(40), "|", x.rule)
    }
    var p = TermPairRecogniser(text: reading, cues: cues)
    p.read()
    for x in p.found { print("   PAIR", x.certainty, reading.string(x.term), "=", x.english, x.rule) }
  }
}

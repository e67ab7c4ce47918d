import CourseModel
import Diagnostics
import Prose

/// A term the author marked: `[คำ]{.concept en="…" of="…"}`.
struct MarkedTerm {
  var range: Range<Int>
  var english: [String]
  /// The term this is another name of.
  var canonical: String?
  var id: String?
}

/// A definition the author marked: `> [!definition] คำ`, the statement under it.
struct MarkedDefinition {
  var callout: Int
  /// The unit of the title, and where in it the term is.
  var term: (unit: Int, range: Range<Int>)
  var english: [String]
  var statement: (unit: Int, range: Range<Int>)
  var id: String?
}

extension Passage {
  /// Marked terms, in source order.
  var markedTerms: [MarkedTerm] {
    containers.compactMap { container in
      guard case .span(let attributes) = container.kind, attributes.has("concept"), !container.range.isEmpty else { return nil }
      let english = attributes["en"].map { written in
        written.split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
      }
      return MarkedTerm(
        range: text.trimmed(container.range), english: english ?? [], canonical: attributes["of"], id: attributes.id)
    }
  }
}

extension Outline {
  /// Units in which nothing is to be read: `> [!plain]`.
  func isPlain(_ unit: Int) -> Bool { units[unit].callout.map { callouts[$0].kind == "plain" } ?? false }

  /// `> [!definition]` callouts with a term and a statement.
  var markedDefinitions: [MarkedDefinition] {
    callouts.indices.compactMap { index in
      let callout = callouts[index]
      guard callout.kind == "definition", let first = callout.units.first, case .calloutTitle = units[first].role,
        let body = callout.units.dropFirst().first(where: {
          units[$0].role == .paragraph && !units[$0].passage.text.trimmed(units[$0].passage.text.all).isEmpty
        })
      else { return nil }
      let title = units[first].passage.text
      var term = title.trimmed(title.all)
      var english: [String] = []
      // «คำ (english)»
      if let open = title.firstIndex(of: 0x28, in: term), open > term.lowerBound,
        let close = title.firstIndex(of: 0x29, in: open..<term.upperBound),
        let terms = title.englishTerms(title.trimmed(open + 1..<close))
      {
        english = terms
        term = title.trimmed(term.lowerBound..<open)
      }
      let text = units[body].passage.text
      var statement = text.trimmed(text.all)
      // A citation in brackets at the end is whose it is, not part of it.
      if !statement.isEmpty, text.bytes[statement.upperBound - 1] == 0x29, let open = text.bytes[statement].lastIndex(of: 0x28),
        open > statement.lowerBound,
        text.bytes[open..<statement.upperBound].count <= 240, text.holdsYear(open..<statement.upperBound)
      {
        statement = text.trimmed(statement.lowerBound..<open)
      } else if !statement.isEmpty, text.bytes[statement.upperBound - 1] == 0x5D, let last = units[body].passage.keys.last,
        last.range.upperBound == statement.upperBound
      {
        statement = text.trimmed(statement.lowerBound..<last.range.lowerBound)
      }
      guard !term.isEmpty, !statement.isEmpty else { return nil }
      return MarkedDefinition(
        callout: index, term: (first, term), english: english, statement: (body, statement), id: callout.attributes.id)
    }
  }
}

extension ReadingText {
  fileprivate func holdsYear(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if yearDigits(at: i) != nil { return true }
      i = after(i)
    }
    return false
  }
}

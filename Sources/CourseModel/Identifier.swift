/// The name of a record: ASCII, unique in the course, stable while the record is what it is.
///
/// The phantom parameter keeps a concept's identifier from being used as a person's.
package struct Identifier<Record>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String
  package init(_ text: String) { self.text = text }
  package var description: String { text }
  package static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

package typealias ChapterID = Identifier<Chapter>
package typealias SectionID = Identifier<Section>
package typealias ConceptID = Identifier<Concept>
package typealias DefinitionID = Identifier<Definition>
package typealias CitationID = Identifier<Citation>
package typealias WorkID = Identifier<Work>
package typealias PersonID = Identifier<Person>
package typealias EnumerationID = Identifier<Enumeration>
package typealias FigureID = Identifier<Figure>
package typealias QuestionID = Identifier<Question>

/// Any record, where several kinds may stand: what answers a question, what a mark in the text points to.
package enum RecordID: Hashable, Sendable {
  case section(SectionID)
  case concept(ConceptID)
  case definition(DefinitionID)
  case citation(CitationID)
  case enumeration(EnumerationID)
  case figure(FigureID)
  case question(QuestionID)

  package var text: String {
    switch self {
    case .section(let id): return id.text
    case .concept(let id): return id.text
    case .definition(let id): return id.text
    case .citation(let id): return id.text
    case .enumeration(let id): return id.text
    case .figure(let id): return id.text
    case .question(let id): return id.text
    }
  }
}

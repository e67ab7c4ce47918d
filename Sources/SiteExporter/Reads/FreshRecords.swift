import CourseModel

/// Records of one chapter as they stand in its newest text, for a page that is shown before the course has been put together anew.
package struct FreshRecords: Sendable {
  package let chapter: ChapterID
  package let sections: [Section]
  package let definitions: [Definition]
  package let citations: [Citation]
  package let enumerations: [Enumeration]
  package let figures: [Figure]
  package let questions: [Question]

  package init(
    chapter: ChapterID, sections: [Section], definitions: [Definition], citations: [Citation], enumerations: [Enumeration],
    figures: [Figure], questions: [Question]
  ) {
    self.chapter = chapter
    self.sections = sections
    self.definitions = definitions
    self.citations = citations
    self.enumerations = enumerations
    self.figures = figures
    self.questions = questions
  }

  /// Where they stand, for `ChapterMarker`.
  package var marks: [Mark] {
    func mark(_ evidence: Evidence, _ record: RecordID) -> Mark? {
      evidence.span.range.isEmpty ? nil : Mark(range: evidence.span.range, record: record)
    }
    return definitions.compactMap { mark($0.evidence, .definition($0.id)) }
      + enumerations.compactMap { mark($0.evidence, .enumeration($0.id)) }
      + citations.compactMap { mark($0.evidence, .citation($0.id)) } + figures.compactMap { mark($0.evidence, .figure($0.id)) }
      + questions.compactMap { mark($0.evidence, .question($0.id)) }
  }
}

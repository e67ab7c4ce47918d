import CourseModel

/// Where the records of one chapter stand in its newest text, for a page that is shown before the course has been put together anew.
package struct FreshRecords: Sendable {
  let chapter: ChapterID
  let sections: [Section]
  let definitions: [DefinitionID: Definition]

  /// `sections` in the order of the text.
  package init(chapter: ChapterID, sections: [Section], definitions: [Definition]) {
    self.chapter = chapter
    self.sections = sections
    self.definitions = Dictionary(definitions.map { ($0.id, $0) }) { first, _ in first }
  }
}

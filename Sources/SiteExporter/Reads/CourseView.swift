import CourseModel
import Diagnostics

/// The course as pages see it: what a page looks up is noted, so that the page need not be made again while that stays as it is.
///
/// What a page takes from `all` is not noted: such a page says that its input is the course (`PageInput.course`).
package struct CourseView: Sendable {
  package let all: Course
  /// nil where nobody asks.
  fileprivate(set) var reads: PageReads?
  /// Of a chapter whose text is newer than the course.
  var fresh: FreshRecords?

  init(_ course: Course) { all = course }

  // Part of every page's frame, so not noted.
  package var id: String { all.id }
  package var title: String { all.title }
  package var language: Language { all.language }
  package var authors: [String] { all.authors }
  /// A course of one chapter says less of where things stand.
  package var hasOneChapter: Bool { all.chapters.count == 1 }

  private func note(_ kind: ReadKey.Kind, _ name: String) { reads?.note(ReadKey(kind, name)) }

  package subscript(id: ChapterID) -> Chapter? {
    note(.chapter, id.text)
    return all[id]
  }
  package subscript(id: SectionID) -> Section? {
    note(.section, id.text)
    return all[id]
  }
  package subscript(id: ConceptID) -> Concept? {
    note(.concept, id.text)
    return all[id]
  }
  package subscript(id: DefinitionID) -> Definition? {
    note(.definition, id.text)
    return fresh?.definitions[id] ?? all[id]
  }
  package subscript(id: CitationID) -> Citation? {
    note(.citation, id.text)
    return all[id]
  }
  package subscript(id: WorkID) -> Work? {
    note(.work, id.text)
    return all[id]
  }
  package subscript(id: PersonID) -> Person? {
    note(.person, id.text)
    return all[id]
  }
  package subscript(id: EnumerationID) -> Enumeration? {
    note(.enumeration, id.text)
    return all[id]
  }
  package subscript(id: FigureID) -> Figure? {
    note(.figure, id.text)
    return all[id]
  }
  package subscript(id: QuestionID) -> Question? {
    note(.question, id.text)
    return all[id]
  }
}

extension PageContext {
  /// The same context, in which every look-up is noted.
  package func noting(_ reads: PageReads) -> PageContext {
    var context = self
    context.course.reads = reads
    return context
  }

  // MARK: Look-ups that go through the index

  /// A chapter's sections, in the order of its text.
  func sections(of chapter: ChapterID) -> [Section] {
    course.reads?.note(ReadKey(.chapter, chapter.text))
    if let fresh = course.fresh, fresh.chapter == chapter { return fresh.sections }
    return index.sections[chapter] ?? []
  }

  func questions(of chapter: ChapterID) -> [Question] {
    let questions = index.questions[chapter] ?? []
    guard let reads = course.reads else { return questions }
    reads.note(ReadKey(.chapter, chapter.text))
    for question in questions { reads.note(ReadKey(.question, question.id.text)) }
    return questions
  }

  /// The chapters before and after.
  func neighbours(of chapter: ChapterID) -> (before: Chapter?, after: Chapter?) {
    course.reads?.note(ReadKey(.chapter, chapter.text))
    return index.neighbours(of: chapter, in: course.all)
  }

  /// Identifiers of all records that stand in a chapter.
  func anchors(of chapter: ChapterID) -> [String] {
    course.reads?.note(ReadKey(.chapter, chapter.text))
    return index.anchors[chapter] ?? []
  }

  func hasFlashcards(_ chapter: ChapterID) -> Bool {
    course.reads?.note(ReadKey(.chapter, chapter.text))
    return index.hasFlashcards.contains(chapter)
  }

  /// The sets that count a concept out, and those it is an item of.
  func enumerations(of concept: ConceptID) -> (own: [Enumeration], with: [Enumeration]) {
    course.reads?.note(ReadKey(.concept, concept.text))
    let (own, with) = (index.enumerationsOfConcept[concept] ?? [], index.enumerationsWithItem[concept] ?? [])
    if let reads = course.reads { for set in own + with { reads.note(ReadKey(.enumeration, set.id.text)) } }
    return (own, with)
  }

  /// The work that `[@key]` names.
  func work(ofKey key: String) -> Work? {
    course.reads?.note(ReadKey(.key, key))
    return index.workOfKey[key].flatMap { course[$0] }
  }

  /// The chapter that a file of the course holds.
  func chapter(ofFile file: String) -> ChapterID? {
    course.reads?.note(ReadKey(.file, file))
    return index.chapterOfFile[file]
  }
}

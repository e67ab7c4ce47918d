import CourseModel
import Diagnostics
import ThaiText

/// The items of one chapter and the shelves they stand on.
package struct ChapterQuiz: Sendable {
  package var categories: [QuizCategory]
  package var items: [QuizItem]
}

/// Writes items from a course's records, chapter by chapter.
///
/// Making one costs a pass over the record lists; a chapter then costs time and memory in its own records and a few
/// neighbours, whatever the size of the course. Chapters may be written in parallel and in any order.
package struct QuizGenerator: Sendable {
  private let course: Course
  private let options: QuizOptions
  private let shelves: Shelves
  private let pools: Pools
  private let kin: Kinship
  private let sections: SectionTree
  private let words = WordBreaker()
  private let authored: [ChapterID: [QuizItem]]

  package init(course: Course, options: QuizOptions = QuizOptions()) {
    self.course = course
    self.options = options
    shelves = Shelves(course)
    pools = Pools(examShare: options.examShare, course: course)
    kin = Kinship(course)
    sections = SectionTree(course)
    authored = Dictionary(grouping: options.authored, by: \.chapter)
  }

  /// nil for a chapter that is not the course's. A category with no item is left out.
  package func items(of chapterID: ChapterID) -> ChapterQuiz? {
    guard let chapter = course[chapterID], let shelf = shelves.shelf(of: chapterID) else { return nil }
    let facts = ChapterFacts(chapter, course: course, shelf: shelf, pools: pools, kin: kin, words: words, options: options)
    var plan = Plan(facts)
    var items = plan.write()
    items += (authored[chapterID] ?? []).filter { options.pools.contains($0.pool) }

    var questionShelves: [QuizCategory] = []
    if options.pools.contains(.practice) {
      let essay = Essay(facts: facts, outline: Outline(facts: facts, sections: sections))
      let ladder = Ladder(sections: sections)
      let objective = items
      for i in shelf.questions {
        let question = course.questions[i]
        let rungs = ladder.rungs(for: question, from: objective, in: course, length: options.ladderLength)
        let last = essay.item(for: question)
        items.append(last)
        questionShelves.append(
          QuizCategory(
            id: "question.\(question.id.text)", title: question.text, parent: chapterID.text, subject: .question(question.id),
            items: rungs.map(\.id) + [last.id]))
      }
    }
    guard !items.isEmpty else { return ChapterQuiz(categories: [], items: []) }
    return ChapterQuiz(categories: shelves(for: chapter, items) + questionShelves, items: items)
  }

  /// The whole course's bank. Categories without items are left out, but for chapters that hold others.
  package func bank() -> QuizBank {
    var bank = QuizBank(title: course.title, language: course.language, categories: [], items: [])
    for chapter in course.chapters {
      guard let quiz = items(of: chapter.id) else { continue }
      bank.categories += quiz.categories
      bank.items += quiz.items
    }
    return bank
  }

  /// A shelf for the chapter, with what belongs to no concept, and one for each concept below it.
  private func shelves(for chapter: Chapter, _ items: [QuizItem]) -> [QuizCategory] {
    var top = QuizCategory(id: chapter.id.text, title: title(of: chapter), subject: .chapter(chapter.id), items: [])
    var order: [ConceptID] = []
    var byConcept: [ConceptID: [String]] = [:]
    for item in items where item.kind != Essay.kind {
      guard let concept = item.concept, course[concept] != nil else {
        top.items.append(item.id)
        continue
      }
      if byConcept[concept] == nil { order.append(concept) }
      byConcept[concept, default: []].append(item.id)
    }
    // A concept with a single item makes no shelf of its own: a bank of forty drawers with one card each helps nobody.
    var concepts: [QuizCategory] = []
    for concept in order {
      let ids = byConcept[concept] ?? []
      if ids.count < 3 {
        top.items += ids
      } else {
        concepts.append(
          QuizCategory(
            id: "\(chapter.id.text).\(concept.text)", title: course[concept]?.term ?? concept.text, parent: chapter.id.text,
            subject: .concept(concept), items: ids))
      }
    }
    return [top] + concepts
  }

  private func title(of chapter: Chapter) -> String {
    guard let number = chapter.number, !chapter.title.holds(number) else { return chapter.title }
    return course.language == .thai ? "บทที่ \(number) \(chapter.title)" : "Chapter \(number): \(chapter.title)"
  }
}

/// The bank of a course, and what the author should know of it.
package func generateQuiz(_ course: Course, options: QuizOptions = QuizOptions()) -> (bank: QuizBank, diagnostics: [Diagnostic]) {
  let bank = QuizGenerator(course: course, options: options).bank()
  return (bank, Coverage.diagnostics(bank, course, options))
}

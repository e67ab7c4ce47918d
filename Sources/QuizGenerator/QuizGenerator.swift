import CourseModel
import Diagnostics
import ThaiText

/// The items of one chapter and the shelves they stand on.
package struct ChapterQuiz: Sendable {
  package var categories: [QuizCategory]
  package var items: [QuizItem]
}

/// What was written of one chapter, before it is divided among pools and shelves.
package struct WrittenChapter: Sendable {
  /// A discussion question's own quiz.
  struct Ladder: Sendable {
    let question: Question
    let rungs: [String]
    let essay: QuizItem
  }
  let chapter: Chapter
  var items: [QuizItem]
  var ladders: [Ladder] = []
}

/// Writes items from a course's records, chapter by chapter.
///
/// Making one costs a pass over the record lists; a chapter then costs time in its own records and memory in those of a few
/// neighbours, whatever the size of the course. Chapters may be written in parallel and in any order.
package struct QuizGenerator: Sendable {
  private let course: Course
  private let options: QuizOptions
  private let shelves: Shelves
  private let pools: Pools
  private let kin: Kinship
  private let kept = KeptCourseFacts()
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
  package func items(of chapter: ChapterID) -> ChapterQuiz? { written(of: chapter).map { filed($0, pools: options.pools) } }

  /// The items of a chapter in the pools of the options, not yet on shelves; nil for a chapter that is not the course's.
  package func written(of chapterID: ChapterID) -> WrittenChapter? {
    guard let chapter = course[chapterID], let shelf = shelves.shelf(of: chapterID) else { return nil }
    let facts = ChapterFacts(
      chapter, course: course, shelf: shelf, pools: pools, kin: kin, kept: kept, words: words, options: options)
    var plan = Plan(facts)
    var written = WrittenChapter(chapter: chapter, items: plan.write())
    written.items += (authored[chapterID] ?? []).filter { options.pools.contains($0.pool) }
    guard options.pools.contains(.practice) else { return written }
    let essay = Essay(facts: facts, outline: Outline(facts: facts, sections: sections))
    let ladder = Ladder(sections: sections)
    for i in shelf.questions {
      let question = course.questions[i]
      let rungs = ladder.rungs(for: question, from: written.items, in: course, length: options.ladderLength)
      written.ladders.append(.init(question: question, rungs: rungs.map(\.id), essay: essay.item(for: question)))
    }
    return written
  }

  /// What of a written chapter is in `pools`, on its shelves: the same as if only those had been written.
  package func filed(_ written: WrittenChapter, pools: Set<QuizPool>) -> ChapterQuiz {
    var items = pools.count == QuizPool.allCases.count ? written.items : written.items.filter { pools.contains($0.pool) }
    var questionShelves: [QuizCategory] = []
    if pools.contains(.practice) {
      for ladder in written.ladders {
        items.append(ladder.essay)
        questionShelves.append(
          QuizCategory(
            id: "question.\(ladder.question.id.text)", title: ladder.question.text, parent: written.chapter.id.text,
            subject: .question(ladder.question.id), items: ladder.rungs + [ladder.essay.id]))
      }
    }
    guard !items.isEmpty else { return ChapterQuiz(categories: [], items: []) }
    return ChapterQuiz(categories: shelves(for: written.chapter, items) + questionShelves, items: items)
  }

  /// The whole course's bank. Categories without items are left out, but for chapters that hold others.
  package func bank() -> QuizBank { bank(of: course.chapters.lazy.compactMap { items(of: $0.id) }) }

  /// The bank of chapters already filed.
  package func bank(of chapters: some Sequence<ChapterQuiz>) -> QuizBank {
    var bank = QuizBank(title: course.title, language: course.language, categories: [], items: [])
    for quiz in chapters {
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
  return (bank, coverage(of: bank, in: course, options: options))
}

/// What a bank does not test, as notes; empty for a bank of one pool, which tests half of everything by design.
package func coverage(of bank: QuizBank, in course: Course, options: QuizOptions) -> [Diagnostic] {
  Coverage.diagnostics(bank, course, options)
}

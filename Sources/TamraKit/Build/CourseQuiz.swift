import CourseModel
import Diagnostics
import QuizGenerator
import SiteExporter
import Synchronization

/// The items of a course, written once however many outputs ask for them: practice pages, banks, the book, the exam.
///
/// A class because its callers share what it has written. A longer course's items are written anew for each who asks, so that memory
/// grows with one chapter, not with the course.
final class CourseQuiz: Sendable {
  /// Up to here all chapters' items are kept.
  private static let most = 300

  private let course: Course
  private let options: QuizOptions
  private let jobs: Int
  private struct State {
    var generators: [Set<QuizPool>: QuizGenerator] = [:]
    var chapters: [ChapterID: WrittenChapter] = [:]
  }
  private let state = Mutex(State())

  /// - Parameter jobs: threads a whole bank is written on.
  init(_ course: Course, options: QuizOptions, jobs: Int) {
    self.course = course
    self.options = options
    self.jobs = jobs
  }

  private var isKept: Bool { course.chapters.count <= Self.most }

  private func generator(_ pools: Set<QuizPool>) -> QuizGenerator {
    if let made = state.withLock({ $0.generators[pools] }) { return made }
    var options = options
    options.pools = pools
    let made = QuizGenerator(course: course, options: options)
    state.withLock { $0.generators[pools] = made }
    return made
  }

  /// nil for a chapter that is not the course's.
  func items(of chapter: ChapterID, pools: Set<QuizPool>) -> ChapterQuiz? {
    guard isKept else { return generator(pools).items(of: chapter) }
    let all = generator(Set(QuizPool.allCases))
    if let written = state.withLock({ $0.chapters[chapter] }) { return all.filed(written, pools: pools) }
    guard let written = all.written(of: chapter) else { return nil }
    state.withLock { $0.chapters[chapter] = written }
    return all.filed(written, pools: pools)
  }

  /// A chapter's practice; nil for a chapter that is not the course's, and where practice is off.
  func practice(of chapter: ChapterID, for exporter: SiteExporter) -> PracticeShelves? {
    items(of: chapter, pools: [.practice]).flatMap {
      exporter.practice(chapter: chapter, categories: $0.categories, items: $0.items)
    }
  }

  /// The bank of some pools, and what the course's whole bank leaves untested.
  func bank(pools: Set<QuizPool>) -> (bank: QuizBank, diagnostics: [Diagnostic]) {
    // Before the threads need it: each would make its own.
    let generator = generator(isKept ? Set(QuizPool.allCases) : pools)
    let chapters = concurrentMap(count: course.chapters.count, jobs: jobs) {
      self.items(of: self.course.chapters[$0].id, pools: pools)
    }
    let bank = generator.bank(of: chapters.compactMap { $0 })
    var options = options
    options.pools = pools
    return (bank, coverage(of: bank, in: course, options: options))
  }
}

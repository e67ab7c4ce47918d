import CourseModel

/// Where one chapter's records stand in the course's lists, and which neighbours lend it distractors.
struct Shelf: Sendable {
  struct Run: Sendable {
    /// Indices into the course's list, source order.
    var records: [Int] = []
    /// Which of them are the chapter's own.
    var home = 0..<0
  }
  var definitions = Run()
  var terms = Run()
  var sets = Run()
  var sources: [Int] = []
  var figures: [Int] = []
  var questions: [Int] = []
}

/// All shelves of a course, made in one pass over its lists.
struct Shelves: Sendable {
  /// How many records should be at hand around each of a chapter's; a small chapter borrows from those before and after.
  private static let neighbours = 14

  private let chapters: [ChapterID: Int]
  private var definitions: Lane
  private var terms: Lane
  private var sets: Lane
  private var sources: Lane
  private var figures: Lane
  private var questions: Lane

  /// Records that can be asked about, and where each chapter's begin.
  private struct Lane: Sendable {
    var records: [Int] = []
    var starts: [Int] = []

    func home(_ chapter: Int) -> Range<Int> { starts[chapter]..<starts[chapter + 1] }

    func run(_ chapter: Int) -> Run {
      let home = home(chapter)
      let margin = max(3, Shelves.neighbours - home.count)
      let lower = max(0, home.lowerBound - margin)
      let upper = min(records.count, home.upperBound + margin)
      return Run(
        records: Array(records[lower..<upper]), home: home.lowerBound - lower..<home.upperBound - lower)
    }
    typealias Run = Shelf.Run

    /// Groups by chapter, keeping the order within each (a counting sort).
    init(_ items: [(record: Int, chapter: Int)], chapters: Int) {
      starts = [Int](repeating: 0, count: chapters + 1)
      for item in items { starts[item.chapter + 1] += 1 }
      for i in 0..<chapters { starts[i + 1] += starts[i] }
      records = [Int](repeating: 0, count: items.count)
      var next = starts
      for item in items {
        records[next[item.chapter]] = item.record
        next[item.chapter] += 1
      }
    }
  }

  init(_ course: Course) {
    var chapters: [ChapterID: Int] = [:]
    var files: [String: Int] = [:]
    for (i, chapter) in course.chapters.enumerated() where chapters[chapter.id] == nil {
      chapters[chapter.id] = i
      if files[chapter.file] == nil { files[chapter.file] = i }
    }
    self.chapters = chapters
    let count = course.chapters.count
    func lane<R>(_ list: [R], _ place: (R) -> Int?) -> Lane {
      var items: [(record: Int, chapter: Int)] = []
      items.reserveCapacity(list.count)
      for (i, record) in list.enumerated() {
        if let chapter = place(record) { items.append((i, chapter)) }
      }
      return Lane(items, chapters: count)
    }
    definitions = lane(course.definitions) {
      $0.kind == .definition && $0.statement.utf8.count >= 24 && TermShape.isNoun($0.term) && !TermShape.asks($0.statement)
        ? chapters[$0.chapter] : nil
    }
    terms = lane(course.concepts) { $0.english.isEmpty || !TermShape.isNoun($0.term) ? nil : files[$0.evidence.span.file] }
    sets = lane(course.enumerations) { $0.items.count >= 2 ? chapters[$0.chapter] : nil }
    sources = lane(course.citations) { $0.citedIn == nil || $0.authors.isEmpty ? nil : chapters[$0.chapter] }
    figures = lane(course.figures) { $0.graph == nil ? nil : chapters[$0.chapter] }
    questions = lane(course.questions) { $0.kind == .discussion ? chapters[$0.chapter] : nil }
  }

  /// nil for a chapter that is not the course's.
  func shelf(of chapter: ChapterID) -> Shelf? {
    guard let i = chapters[chapter] else { return nil }
    var shelf = Shelf()
    shelf.definitions = definitions.run(i)
    shelf.terms = terms.run(i)
    shelf.sets = sets.run(i)
    shelf.sources = Array(sources.records[sources.home(i)])
    shelf.figures = Array(figures.records[figures.home(i)])
    shelf.questions = Array(questions.records[questions.home(i)])
    return shelf
  }
}

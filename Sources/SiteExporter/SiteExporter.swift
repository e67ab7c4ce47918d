import CourseModel
import Diagnostics
import Prose
import Rendering
import ThaiText

/// Makes the study site of a resolved course, page by page.
///
/// Making it costs one pass over the records; it is then a value that all threads share. Chapter and practice pages are made with what the
/// second pass has at hand, all others at any time.
package struct SiteExporter: Sendable {
  package let context: PageContext

  /// A page that is made at once. `path` is under the site's folder; `media` are course paths of pictures it shows at `SitePaths.media`.
  package struct Output: Sendable {
    package var path: String
    package var bytes: [UInt8]
    package var media: [String] = []
  }

  /// nil, with errors, where the template cannot be used. `templates` are the files of `Templates/`, named without `.mustache`; `page` must be
  /// among them. `scripts` are names in `assets/`.
  package static func make(
    course: Course, settings: SiteSettings, templates: [String: SourceText], breaker: WordBreaker,
    scripts: [String] = ["fold.js", "site.js", "practice.js", "search-index.js", "search.js", "highlight.js"]
  ) -> (exporter: SiteExporter?, diagnostics: [Diagnostic]) {
    let words = Words(settings.language ?? course.language)
    let values = templateValues(course: course, settings: settings, words: words, scripts: scripts)
    let (template, diagnostics) = PageTemplate.load("page", from: templates, values: values)
    guard let template else { return (nil, diagnostics) }
    let references = ReferenceFormatter(course)
    let context = PageContext(
      course: course, settings: settings, words: words,
      index: CourseIndex(course, references: references.inBibliographyOrder(course.works)), references: references,
      template: template, runs: unbreakableRuns(of: course, breaker: breaker))
    return (SiteExporter(context: context), diagnostics)
  }

  /// Every page that needs no chapter's text: the front page, concepts, people, glossary, references, questions.
  package func pages() -> [any Page] {
    let course = context.course
    var pages: [any Page] = [FrontPage(), NotFoundPage()]
    for make in Self.kinds { pages += make(course) }
    if context.settings.practice { pages += FlashcardPage.all(course) }
    return pages
  }

  /// A new kind of page is a file in `Pages` and a line here.
  private static let kinds: [@Sendable (Course) -> [any Page]] = [
    ConceptPage.all, PersonPage.all, GlossaryPage.all, PeoplePage.all, ReferencesPage.all, QuestionsPage.all,
    TimelinePage.all,
  ]

  /// `marks` are sorted and nested; `layouts` are those of the chapter's `dot` figures (one without is shown as its source).
  package func chapterPage(
    _ chapter: ChapterID, document: Document, marks: [Mark], layouts: [FigureID: GraphLayout] = [:]
  ) -> Output? {
    guard let chapter = context.course[chapter] else { return nil }
    let page = ChapterPage(context: context, chapter: chapter, document: document, marks: marks, layouts: layouts).render()
    return Output(path: SitePaths.chapter(chapter.id), bytes: page.bytes, media: page.media)
  }

  /// The chapter's practice page and one for each of its questions, whether or not there are items for it. Only items of the practice
  /// pool are shown. Nothing where practice is off.
  package func practicePages(chapter: ChapterID, categories: [QuizCategory], items: [QuizItem]) -> [Output] {
    guard context.settings.practice, let record = context.course[chapter] else { return [] }
    let shelves = PracticeShelves(chapter: chapter, categories: categories, items: items)
    var pages = [PracticePage(context: context, subject: .chapter(record), items: shelves.all)]
    for question in context.index.questions[chapter] ?? [] {
      pages.append(PracticePage(context: context, subject: .question(question), items: shelves.items(of: question.id)))
    }
    return pages.map { Output(path: $0.path, bytes: $0.render()) }
  }

  /// What a browser searches with, to be filled with all pages as they are written.
  package func searchIndex() -> SearchIndex { SearchIndex(language: context.words.language) }

  /// The files of `Site/assets` (by their names there, `fonts/sarabun-400.woff2` among them) at their places in the site, in order.
  package static func assets(_ files: [String: [UInt8]]) -> [Output] {
    files.sorted { $0.key < $1.key }.map { Output(path: SitePaths.asset($0.key), bytes: $0.value) }
  }

  /// Names and course terms of a course, to be kept whole at line ends.
  package static func unbreakableRuns(of course: Course, breaker: WordBreaker) -> UnbreakableRuns {
    let names = Set(course.people.flatMap { [$0.name, $0.display] }).sorted()
    // A name without a space (an organisation's, often long) may part between its words, as a term may.
    let isParted: (String) -> Bool = { $0.utf8.contains(0x20) }
    return UnbreakableRuns(
      terms: course.concepts.flatMap { [$0.term] + $0.aliases } + names.filter { !isParted($0) }, names: names.filter(isParted),
      breaker: breaker)
  }

  private static func templateValues(
    course: Course, settings: SiteSettings, words: Words, scripts: [String]
  ) -> [String: TemplateValue] {
    func entry(_ file: String, _ word: Word) -> [String: TemplateValue] { ["file": .text(file), "label": .text(words(word))] }
    var navigation: [[String: TemplateValue]] = []
    if let only = course.chapters.first, course.chapters.count == 1 {
      navigation.append(entry(SitePaths.chapter(only.id), .chapters))
      navigation.append(entry(SitePaths.glossary(), .glossary))
      navigation.append(entry(SitePaths.people(), .people))
      navigation.append(entry(SitePaths.timeline(), .timeline))
      navigation.append(entry(SitePaths.questions(), .questions))
      if settings.practice { navigation.append(entry(SitePaths.practice(only.id), .practice)) }
    } else {
      navigation.append(entry(SitePaths.front, .chapters))
      navigation.append(entry(SitePaths.glossary(), .glossary))
      navigation.append(entry(SitePaths.people(), .people))
      navigation.append(entry(SitePaths.timeline(), .timeline))
      navigation.append(entry(SitePaths.questions(), .questions))
    }
    navigation.append(entry(SitePaths.references(), .references))
    return [
      "language": .text(words.language.rawValue), "siteTitle": .text(settings.title ?? course.title),
      "skipToText": .text(words(.skipToText)), "menu": .text(words(.menu)), "search": .text(words(.search)),
      "siteNavigation": .text(words(.siteNavigation)),
      "navigation": .list(navigation),
      "authors": course.authors.isEmpty ? .flag(false) : .text(course.authors.joined(separator: ", ")),
      "scripts": .list(scripts.map { ["file": .text($0)] }),
    ]
  }
}

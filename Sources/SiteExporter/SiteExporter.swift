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
  package private(set) var context: PageContext

  /// A page that is made at once. `path` is under the site's folder; `media` are course paths of pictures it shows at `SitePaths.media`.
  package struct Output: Sendable {
    package var path: String
    package var bytes: [UInt8]
    package var media: [String] = []
    package var passages: [ConceptPassage] = []

    package init(path: String, bytes: [UInt8], media: [String] = [], passages: [ConceptPassage] = []) {
      self.passages = passages
      self.path = path
      self.bytes = bytes
      self.media = media
    }
  }

  /// nil, with errors, where the template cannot be used. `templates` are the files of `Templates/`, named without `.mustache`; `page` must be
  /// among them. `scripts` are names in `assets/`.
  package static func make(
    course: Course, settings: SiteSettings, templates: [String: SourceText], breaker: WordBreaker,
    scripts: [String] = ["parts.js", "site.js", "reader.js"]
  ) -> (exporter: SiteExporter?, diagnostics: [Diagnostic]) {
    let words = Words(settings.language ?? course.language)
    let values = templateValues(course: course, settings: settings, words: words, scripts: scripts)
    let (template, diagnostics) = PageTemplate.load("page", from: templates, values: values)
    guard let template else { return (nil, diagnostics) }
    let references = ReferenceFormatter(course)
    let context = PageContext(
      course: CourseView(course), settings: settings, words: words,
      index: CourseIndex(course, references: references.inBibliographyOrder(course.works)), references: references,
      template: template, runs: unbreakableRuns(of: course, breaker: breaker), breaker: breaker)
    return (SiteExporter(context: context), diagnostics)
  }

  /// The same exporter once the chapters have been written and it is known where each concept is practised and spoken of; both in the
  /// chapters' order.
  package func knowing(practised: [(concept: ConceptID, place: PracticePlace)], passages: [ConceptPassage]) -> SiteExporter {
    var exporter = self
    for (concept, place) in practised { exporter.context.practised[concept, default: []].append(place) }
    for passage in passages where exporter.context.passages[passage.concept, default: []].count < ConceptPassage.most {
      exporter.context.passages[passage.concept, default: []].append(passage)
    }
    return exporter
  }

  /// Every page that needs no chapter's text: the front page, concepts, people, glossary, references, questions.
  package func pages() -> [any Page] {
    let course = context.course.all
    var pages: [any Page] = [FrontPage(), NotFoundPage(), StoredPage()]
    let settings = context.settings
    for (kind, make) in Self.kinds where kind.map({ !settings.omitted.contains($0) }) ?? true { pages += make(course) }
    if !settings.omitted.contains(.map) { pages += ConceptMap.all(context).map { ConceptMapPage(map: $0) } }
    if context.settings.practice { pages += FlashcardPage.all(course) }
    if !context.handouts.isEmpty { pages.append(HandoutsPage()) }
    return pages
  }

  /// A new kind of page is a file in `Pages` and a line here.
  private static let kinds: [(OptionalPage?, @Sendable (Course) -> [any Page])] = [
    (nil, ConceptPage.all), (nil, PersonPage.all), (.glossary, GlossaryPage.all), (.glossary, EnglishGlossaryPage.all),
    (nil, PeoplePage.all), (nil, ReferencesPage.all), (.questions, QuestionsPage.all), (.timeline, TimelinePage.all),
  ]

  /// What Graphviz is to measure: a source for each map, by chapter. Empty where the course is too long or has no map.
  package func mapSources() -> [(chapter: ChapterID?, source: String)] {
    guard context.course.all.chapters.count <= ConceptMap.mostChapters, !context.settings.omitted.contains(.map) else { return [] }
    let course = context.course.all
    let setting = LineSetting(
      terms: course.concepts.flatMap { [$0.term] + $0.english + $0.aliases },
      names: course.people.flatMap { [$0.display, $0.name] })
    return ConceptMap.all(context).compactMap { map in map.source(setting).map { (map.chapter, $0) } }
  }

  /// The same exporter, whose pages note what they look up.
  package func noting(_ reads: PageReads) -> SiteExporter {
    var exporter = self
    exporter.context = context.noting(reads)
    return exporter
  }

  /// The same exporter, to which one chapter's sections and definitions stand where they stand now: what its page asks of places.
  package func seeing(_ fresh: FreshRecords) -> SiteExporter {
    var exporter = self
    exporter.context.course.fresh = fresh
    return exporter
  }

  /// The same exporter with a page of handouts and the ways to it.
  package func offering(_ handouts: [Handout]) -> SiteExporter {
    var exporter = self
    exporter.context.handouts = Dictionary(grouping: handouts, by: \.chapter)
    return exporter
  }

  /// The same exporter with pictures for chats at `SitePaths.titleCard`; nil: of the course.
  package func showing(titleCards: Set<ChapterID?>) -> SiteExporter {
    var exporter = self
    exporter.context.titleCards = titleCards
    return exporter
  }

  /// The same exporter with maps that were laid out.
  package func drawing(maps: [ChapterID?: GraphLayout]) -> SiteExporter {
    var exporter = self
    exporter.context.maps = maps
    return exporter
  }

  /// `marks` are sorted and nested; `layouts` are those of the chapter's `dot` figures (one without is shown as its source).
  package func chapterPage(
    _ chapter: ChapterID, document: Document, marks: [Mark], layouts: [FigureID: GraphLayout] = [:],
    practice: PracticeShelves? = nil
  ) -> Output? {
    guard let chapter = context.course[chapter] else { return nil }
    let page = ChapterPage(
      context: context, chapter: chapter, document: document, marks: marks, layouts: layouts, practice: practice
    ).render()
    return Output(path: SitePaths.chapter(chapter.id), bytes: page.bytes, media: page.media, passages: page.passages)
  }

  /// A chapter's items by where they are practised; nil where practice is off.
  package func practice(chapter: ChapterID, categories: [QuizCategory], items: [QuizItem]) -> PracticeShelves? {
    guard context.settings.practice else { return nil }
    return PracticeShelves(chapter: chapter, in: context.course.all, categories: categories, items: items)
  }

  /// The chapter's way into practice, the pages of its sections where its own cannot hold their items, and one page for each of its
  /// questions, whether or not there are items for them.
  package func practicePages(_ practice: PracticeShelves) -> [Output] {
    guard let chapter = context.course[practice.chapter] else { return [] }
    let index = ChapterPracticePage(context: context, chapter: chapter, shelves: practice)
    var pages = [Output(path: index.path, bytes: index.render())]
    for (i, shelf) in practice.shelves.enumerated() where !practice.isOnePage {
      let next = i + 1 < practice.shelves.count ? practice.path(of: practice.shelves[i + 1].section?.id) : nil
      for number in 1...CourseIndex.pages(shelf.items.count, of: PracticePage.most) {
        let page = PracticePage(context: context, chapter: chapter, shelf: shelf, page: number, next: next)
        pages.append(Output(path: page.path, bytes: page.render()))
      }
    }
    for question in context.questions(of: chapter.id) {
      let page = QuestionPracticePage(context: context, question: question, items: practice.items(of: question.id))
      pages.append(Output(path: page.path, bytes: page.render()))
    }
    return pages
  }

  /// What a browser searches with, to be filled with all pages as they are written.
  package func searchIndex(standing: SearchIndex.Standing? = nil) -> SearchIndex {
    SearchIndex(language: context.words.language, standing: standing)
  }

  /// Small files beside the pages that are made from the settings and the interface's words.
  package func files() -> [Output] {
    var files = [
      Output(path: SitePaths.asset("words.js"), bytes: InterfaceWords().script()),
      Output(path: "manifest.webmanifest", bytes: Manifest(context: context).bytes),
    ]
    if let accent = context.settings.accent { files.append(Output(path: SitePaths.accent, bytes: accent.css)) }
    return files
  }

  /// What single files are made with; nil where the publisher does not offer them. `frame` is what `files` and the assets gave.
  package func singleFiles(frame: [Output]) -> SingleFile? {
    guard context.settings.downloads.contains(.chapters) else { return nil }
    let start = SitePaths.asset("")
    return SingleFile(
      assets: Dictionary(
        frame.filter { $0.path.hasPrefix(start) }.map { (String($0.path.dropFirst(start.count)), $0.bytes) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// A chapter as one file, with all its practice behind the text.
  package func singleFile(
    _ file: SingleFile, chapter: ChapterID, page: Output, practice: PracticeShelves?, media: (String) -> [UInt8]?
  ) -> Output {
    var out = HTMLBuffer()
    if let practice, practice.count > 0 {
      out.element("h2", id: "practice") { $0.text(context.words(.practice)) }
      // All as of one shelf: nobody filters what stands in one file.
      context.practiceList(
        [.init(items: practice.shelves.flatMap(\.items))], total: practice.count, path: SitePaths.practice(chapter),
        root: SitePaths.root(from: page.path), into: &out)
    }
    return Output(path: SitePaths.single(chapter), bytes: file.make(page.bytes, practice: out.bytes, media: media))
  }

  /// What is made of the list of all files: the service worker with which the site goes on without a network, the list of what it can keep,
  /// and, where the site's address is known, what search engines read. `frame` are the files every page
  /// needs with their bytes, `paths` all files of the site.
  package func offlineFiles(frame: [Output], paths: [String]) -> [Output] {
    let frame = frame.sorted { $0.path < $1.path }
    var version: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in frame {
      for byte in file.path.utf8 { version = (version ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      for byte in file.bytes { version = (version ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    var list = JSONBuffer(isPretty: false, isScriptSafe: true)
    let own = [SitePaths.front, SitePaths.stored]
    list.array { list in for path in own + frame.map(\.path) { list.element(path) } }
    let worker =
      "importScripts(\"assets/offline.js\");\ntamraOffline(\"\(String(version, radix: 36))\", \(list.string));\n"
    var all = JSONBuffer(isPretty: false)
    all.array { all in for path in paths.sorted() where !path.hasPrefix("quiz/") && !path.hasPrefix(".") { all.element(path) } }
    let map = context.settings.baseURL.map { SiteMap(base: $0).files(of: paths) } ?? []
    return [Output(path: "sw.js", bytes: Array(worker.utf8)), Output(path: "files.json", bytes: all.bytes)] + map
  }

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
    func add(_ file: String, _ word: Word, _ page: OptionalPage? = nil) {
      if let page, settings.omitted.contains(page) { return }
      navigation.append(entry(file, word))
    }
    let only = course.chapters.count == 1 ? course.chapters.first : nil
    add(only.map { SitePaths.chapter($0.id) } ?? SitePaths.front, .chapters)
    add(SitePaths.glossary(), .glossary, .glossary)
    add(SitePaths.map, .conceptMap, .map)
    add(SitePaths.people(), .people, .people)
    add(SitePaths.timeline(), .timeline, .timeline)
    add(SitePaths.questions(), .questions, .questions)
    if let only, settings.practice { add(SitePaths.practice(only.id), .practice) }
    add(SitePaths.references(), .references, .references)
    return [
      "language": .text(words.language.rawValue), "siteTitle": .text(settings.title ?? course.title),
      "skipToText": .text(words(.skipToText)), "menu": .text(words(.menu)), "search": .text(words(.search)),
      "siteNavigation": .text(words(.siteNavigation)), "readerSettings": .text(words(.readerSettings)),
      "storedHere": .text(words(.storedHere)), "course": .text(course.id),
      "navigation": .list(navigation),
      "authors": course.authors.isEmpty ? .flag(false) : .text(course.authors.joined(separator: ", ")),
      "scripts": .list(scripts.map { ["file": .text($0)] }),
      "accentStyle": settings.accent == nil ? .flag(false) : .text(SitePaths.accent),
    ]
  }
}

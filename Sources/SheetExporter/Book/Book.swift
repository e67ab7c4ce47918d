import CourseModel
import Diagnostics
import Prose
import Rendering

/// An e-book of a course or of one chapter: EPUB 3 with the reading text, its notes, a glossary, sources, and questions whose answers
/// stand at the end.
package struct Book: Sendable {
  package struct Part: Sendable {
    package var chapter: ChapterID
    package var text: ChapterText
    /// For practice, in the order in which they are asked.
    package var questions: [QuizItem]

    package init(chapter: ChapterID, text: ChapterText, questions: [QuizItem] = []) {
      self.chapter = chapter
      self.text = text
      self.questions = questions
    }
  }

  let exporter: SheetExporter
  let parts: [Part]
  let style: String
  /// Fonts by name, as woff2.
  let fonts: [(name: String, bytes: [UInt8])]
  /// «2026-11-22T00:00:00Z».
  let modified: String
  /// What makes the book this one and no other, the same in every build.
  let identity: String
  let title: String

  /// - Parameters:
  ///   - parts: the chapters in their order.
  ///   - style: `book.css`.
  ///   - modified: when the text was last changed, as RFC 3339 in UTC without fractions.
  package init(
    _ exporter: SheetExporter, parts: [Part], style: String, fonts: [(name: String, bytes: [UInt8])], modified: String
  ) {
    self.exporter = exporter
    self.parts = parts
    self.style = style
    self.fonts = fonts
    self.modified = modified
    let course = exporter.course
    let isWhole = parts.count == course.chapters.count
    let only = parts.count == 1 ? parts.first.flatMap { course[$0.chapter] } : nil
    title = isWhole && course.chapters.count > 1 ? course.title : only?.title ?? course.title
    identity = NamedUUID.of("epub/\(course.id)/" + (isWhole ? "" : parts.map(\.chapter.text).joined(separator: "/")))
  }

  /// A page of the book as it goes into the package.
  struct Page {
    var id: String
    var title: String
    var bytes: [UInt8]
    var headings: [BookPageWriter.Heading] = []
    var pages: [BookPageWriter.Page] = []
    var hasDrawings = false
    var pictures: [String: SheetPicture] = [:]
    var hasBareFigures = false
    var hasFigures: Bool { hasDrawings || !pictures.isEmpty }
    var file: String { id + ".xhtml" }
  }

  /// The whole `.epub`. Equal inputs give equal bytes.
  package func epub() -> [UInt8] {
    let pages = self.pages()
    let package = BookPackage(book: self, pages: pages)
    var zip = ZipArchive()
    zip.add("mimetype", Array("application/epub+zip".utf8))
    zip.add("META-INF/container.xml", package.container())
    zip.add("EPUB/package.opf", package.manifest())
    zip.add("EPUB/nav.xhtml", package.navigation())
    zip.add("EPUB/style.css", Array(package.style().utf8))
    for page in pages { zip.add("EPUB/" + page.file, page.bytes) }
    for (name, picture) in package.pictures { zip.add("EPUB/media/" + name, picture.bytes) }
    for font in fonts { zip.add("EPUB/fonts/" + font.name, font.bytes) }
    return zip.finished()
  }

  // MARK: Pages

  private var words: SheetWords { SheetWords(exporter.course.language) }

  private func pages() -> [Page] {
    var pages: [Page] = []
    var nextPage = 1
    func add(
      _ id: String, _ title: String, kicker: String? = nil, role: StaticString, _ body: (inout BookPageWriter) -> Void
    ) {
      var writer = BookPageWriter(setting: exporter.setting, words: words, prefix: id, firstPage: nextPage)
      let bytes = writer.write(title: title, kicker: kicker, role: role, language: exporter.course.language, body)
      nextPage += writer.pages.count
      pages.append(
        Page(
          id: id, title: title, bytes: bytes, headings: writer.headings, pages: writer.pages,
          hasDrawings: writer.hasDrawings, pictures: writer.pictures, hasBareFigures: writer.hasBareFigures))
    }
    for (index, part) in parts.enumerated() {
      guard let context = exporter.context(of: part.chapter, text: part.text) else { continue }
      add(
        "c\(index + 1)", context.chapter.title, kicker: context.chapter.number.map(words.chapter) ?? exporter.course.title,
        role: "chapter"
      ) { page in
        var prose = ChapterProse(context, part.text)
        page.blocks(prose.blocks(part.text.document.blocks), isTop: true)
        questions(part, index + 1, on: &page)
      }
    }
    let chapters = parts.map(\.chapter)
    let entries = glossary(of: chapters)
    if !entries.isEmpty { add("glossary", words.glossaryTitle, role: "glossary") { $0.blocks([.glossary(entries)], isTop: true) } }
    let sources = self.sources(of: Set(chapters))
    if !sources.isEmpty {
      add("references", words.referencesTitle, role: "bibliography") { page in
        page.blocks(sources.map { .paragraph($0) }, isTop: true)
      }
    }
    if parts.contains(where: { !$0.questions.isEmpty }) {
      add("answers", words.answers, role: "appendix") { page in
        for (index, part) in parts.enumerated() { answers(part, index + 1, on: &page) }
      }
    }
    return pages
  }

  private func printed(_ part: Part) -> [PrintedItem] {
    part.questions.enumerated().map {
      PrintedItem(item: $1, number: $0 + 1, words: words, room: WritingRoom(settings: exporter.settings))
    }
  }

  private func questions(_ part: Part, _ number: Int, on page: inout BookPageWriter) {
    guard !part.questions.isEmpty else { return }
    page.heading(2, [.text(words.practice)])
    for item in printed(part) {
      guard case .examItem(let set) = item.block else { continue }
      page.question(set, id: "c\(number)-q\(item.number)", answer: "answers.xhtml#a\(number)-\(item.number)")
    }
  }

  private func answers(_ part: Part, _ number: Int, on page: inout BookPageWriter) {
    guard !part.questions.isEmpty, let chapter = exporter.course[part.chapter] else { return }
    page.heading(2, [.text(chapter.title)])
    for item in printed(part) {
      var blocks: [SheetBlock] = [.paragraph([.accent("\(item.number). "), .strong(item.keyText)])]
      if case .essay(let essay) = item.item.interaction {
        blocks.append(
          .list(
            SheetList(
              .dash,
              essay.outline.map { point in
                [.paragraph([.text(point.text)])]
                  + (point.details.isEmpty ? [] : [.list(SheetList(.dash, point.details.map { [.text($0)] as SheetText }))])
              })))
      }
      if !item.item.explanation.isEmpty { blocks.append(.paragraph([.text(item.item.explanation)])) }
      if let passage = item.item.passage { blocks.append(.quote([.paragraph([.text(passage.text)])])) }
      page.answer(blocks, id: "a\(number)-\(item.number)", question: "c\(number).xhtml#c\(number)-q\(item.number)")
    }
  }

  /// Every term of the chapters once, in dictionary order, with all that is said of it.
  private func glossary(of chapters: [ChapterID]) -> [GlossaryEntry] {
    var seen: Set<String> = []
    var entries: [(entry: GlossaryEntry, key: [UInt8])] = []
    for chapter in chapters {
      guard let context = exporter.context(of: chapter) else { continue }
      for entry in GlossarySheet.entries(in: context, fit: nil) where seen.insert(entry.entry.term).inserted {
        entries.append(entry)
      }
    }
    return entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.entry)
  }

  private func sources(of chapters: Set<ChapterID>) -> [SheetText] {
    let course = exporter.course
    let cited = course.works.filter { work in work.citations.contains { course[$0].map { chapters.contains($0.chapter) } ?? false }
    }
    let references = ReferenceFormatter(course)
    return references.inBibliographyOrder(cited).map { work in
      references.entry(work).map { part in part.isTitle ? .emphasis(part.text) : .text(part.text) }
    }
  }
}

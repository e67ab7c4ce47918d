import CourseModel
import Packing
import Rendering

/// The flashcards of a chapter: a list of questions with folded answers, which a script turns into a deck with a memory.
struct FlashcardPage: Page {
  let chapter: ChapterID
  let cards: [Flashcard]

  var path: String { SitePaths.flashcards(chapter) }

  /// One for each chapter that has something to remember.
  static func all(_ course: Course) -> [any Page] {
    let cards = Flashcard.byChapter(course)
    return course.chapters.compactMap { chapter in cards[chapter.id].map { FlashcardPage(chapter: chapter.id, cards: $0) } }
  }

  func input(_ context: PageContext) -> PageInput {
    var hash = ContentHash()
    for card in cards { hash.add(card.id) }
    return .records(hash.value)
  }

  func render(_ context: PageContext) -> [UInt8] {
    let said = FlashcardWords(language: context.words.language)
    let record = context.course[chapter]
    let root = SitePaths.root(from: path)
    return context.plainPage(
      path, title: "\(context.words(.flashcards)) \(context.words.chapter(record?.number))", description: record?.title ?? "",
      kind: "flashcards",
      eyebrow: record?.title, head: PageHead(scripts: ["fsrs.js", "cards.js"], styles: ["cards.css"])
    ) { out in
      out.element("p", class: "lead") { context.thai(said.introduction, into: &$0) }
      out.markup("<div class=\"deck\"")
      for (name, text) in said.scriptWords { out.attribute(name, text) }
      out.markup(">\n")
      for card in cards { write(card, said, root: root, context, into: &out) }
      out.markup("</div>\n")
      out.element("p", class: "actions") {
        $0.link(root + SitePaths.chapter(chapter), class: "button", "← " + context.words(.read))
      }
    }
  }

  private func write(_ card: Flashcard, _ said: FlashcardWords, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    out.markup("<section class=\"card-item\"")
    out.attribute("data-card", card.id)
    if let concept = card.concept.flatMap({ context.course[$0] }) {
      out.attribute("data-concept", concept.term)
      out.attribute("data-about", root + SitePaths.concept(concept.id))
    }
    out.markup(">\n")
    front(card, said, context, into: &out)
    out.element("details", class: "card-back") { out in
      out.element("summary") { $0.text(said.showAnswer) }
      back(card, root: root, context, into: &out)
      if let place = context.place(of: card.record) { out.element("p") { $0.link(root + place, context.words(.goToPassage)) } }
    }
    out.markup("</section>\n")
  }

  private func front(_ card: Flashcard, _ said: FlashcardWords, _ context: PageContext, into out: inout HTMLBuffer) {
    let asked: (term: String, question: String) =
      switch card.face {
      case .definition(let definition): (definition.term, said.definition(by: names(definition.authors, context)))
      case .english(let concept): (concept.term, said.inEnglish)
      case .set(let set): (set.title, said.set(of: set.items.count))
      }
    out.element("h2", class: "card-front") { context.thai(asked.term, into: &$0) }
    out.element("p", class: "card-question") { context.thai(asked.question, into: &$0) }
  }

  private func back(_ card: Flashcard, root: String, _ context: PageContext, into out: inout HTMLBuffer) {
    switch card.face {
    case .definition(let definition):
      out.element("p") { context.thai(definition.statement, into: &$0) }
      context.byline(definition, isLinked: true, root: root, into: &out)
    case .english(let concept):
      out.markup("<p lang=\"en\">")
      out.text(concept.english.joined(separator: ", "))
      out.markup("</p>\n")
    case .set(let set):
      out.element("ol") { out in
        for item in set.items {
          out.element("li") { out in
            context.thai(item.title, into: &out)
            guard let english = item.english else { return }
            out.markup(" <span class=\"soft\" lang=\"en\">")
            out.text(english)
            out.markup("</span>")
          }
        }
      }
    }
  }

  private func names(_ authors: [Attribution], _ context: PageContext) -> String {
    authors.map { context.course[$0.person]?.display ?? $0.name }.joined(
      separator: context.words.language == .thai ? " และ" : " and ")
  }
}

import CourseModel
import Rendering

/// The items of a chapter by the shelf they stand on; exam items are left out.
struct PracticeShelves {
  /// Each once, in the bank's order.
  let all: [QuizItem]
  private var shelves: [QuestionID: [QuizItem]] = [:]

  init(chapter: ChapterID, categories: [QuizCategory], items: [QuizItem]) {
    let shown = items.filter { $0.pool == .practice }
    let byID = Dictionary(shown.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    all = shown.filter { $0.chapter == chapter }
    for category in categories {
      if case .question(let id) = category.subject { shelves[id, default: []] += category.items.compactMap { byID[$0] } }
    }
  }

  func items(of question: QuestionID) -> [QuizItem] { shelves[question] ?? [] }
}

/// Items to practise on: of a chapter, or those that lead up to one discussion question.
struct PracticePage {
  enum Subject {
    case chapter(Chapter)
    case question(Question)
  }
  let context: PageContext
  let subject: Subject
  let items: [QuizItem]

  var path: String {
    switch subject {
    case .chapter(let chapter): return SitePaths.practice(chapter.id)
    case .question(let question): return SitePaths.practice(question.id)
    }
  }

  func render() -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    switch subject {
    case .chapter(let chapter):
      return context.plainPage(
        path, title: "\(words(.practice)) \(words.chapter(chapter.number))", description: chapter.title, kind: "practice",
        eyebrow: chapter.title
      ) { out in
        list(root: root, into: &out)
        questions(of: chapter, root: root, into: &out)
        if context.index.hasFlashcards.contains(chapter.id) {
          out.element("p", class: "actions") {
            $0.link(root + SitePaths.flashcards(chapter.id), class: "button", words(.flashcards))
          }
        }
        back(to: SitePaths.chapter(chapter.id), root: root, into: &out)
      }
    case .question(let question):
      return context.plainPage(path, title: question.text, kind: "practice", eyebrow: words(question.kind.word)) { out in
        reading(question, root: root, into: &out)
        list(root: root, into: &out)
        if items.isEmpty || !items.contains(where: \.isEssay) { essay(question, into: &out) }
        back(to: SitePaths.chapter(question.chapter) + "#" + question.id.text, root: root, into: &out)
      }
    }
  }

  private func list(root: String, into out: inout HTMLBuffer) {
    guard !items.isEmpty else {
      if case .chapter = subject { out.element("p", class: "lead") { $0.text(context.words(.noItems)) } }
      return
    }
    let words = context.words
    out.markup("<div class=\"practice-list\"")
    // What the script says, so that it holds no language of its own.
    out.attribute("data-id", path)
    out.attribute("data-check", words(.check))
    out.attribute("data-next", words(.nextItem))
    out.attribute("data-correct", words(.correct))
    out.attribute("data-wrong", words(.notCorrect))
    out.attribute("data-restart", words(.restart))
    out.attribute("data-progress", words(.progress))
    out.attribute("data-finished", words(.finished))
    out.attribute("data-compare", words(.compareWithKey))
    out.attribute("data-keys", words(.keyboardHelp))
    out.markup(">\n")
    for (i, item) in items.enumerated() {
      PracticeItem(context: context, item: item, number: i + 1, of: items.count, root: root).write(into: &out)
    }
    out.markup("</div>\n")
  }

  /// What to read before answering.
  private func reading(_ question: Question, root: String, into out: inout HTMLBuffer) {
    let places = question.answers.prefix(12).compactMap { answer in
      context.place(of: answer.record).map { ($0, context.name(of: answer.record)) }
    }
    guard !places.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.answeredBy)) }
    out.element("ul", class: "plain-list") { out in
      for (place, name) in places { out.element("li") { $0.link(root + place) { context.thai(name, into: &$0) } } }
    }
  }

  /// The question itself, where no item asks it: the author's prompts and what a good answer shows.
  private func essay(_ question: Question, into out: inout HTMLBuffer) {
    out.element("section", class: "practice-item") { out in
      out.element("p", class: "stem") { context.thai(question.text, into: &$0) }
      if !question.prompts.isEmpty {
        out.element("ul") { out in for prompt in question.prompts { out.element("li") { context.thai(prompt, into: &$0) } } }
      }
      guard !question.rubric.isEmpty else { return }
      out.element("details", class: "answer") { out in
        out.element("summary") { $0.text(context.words(.rubric)) }
        out.element("ul") { out in for row in question.rubric { out.element("li") { context.thai(row, into: &$0) } } }
      }
    }
  }

  private func questions(of chapter: Chapter, root: String, into out: inout HTMLBuffer) {
    let questions = context.index.questions[chapter.id] ?? []
    guard !questions.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.questions)) }
    out.element("ul", class: "plain-list") { out in
      for question in questions {
        out.element("li") { $0.link(root + SitePaths.practice(question.id)) { context.thai(question.text, into: &$0) } }
      }
    }
  }

  private func back(to place: String, root: String, into out: inout HTMLBuffer) {
    out.element("p", class: "actions") { $0.link(root + place, class: "button", "← " + context.words(.read)) }
  }
}

extension QuizItem {
  var isEssay: Bool { if case .essay = interaction { true } else { false } }
}

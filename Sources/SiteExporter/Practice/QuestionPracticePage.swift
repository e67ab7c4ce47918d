import CourseModel
import Rendering

/// A discussion question: what in the chapter answers it and how much of the answer each is, the smaller questions that lead up to it, a
/// place to write, the model outline to unfold point by point, and what a good answer shows.
struct QuestionPracticePage {
  let context: PageContext
  let question: Question
  let items: [QuizItem]

  var path: String { SitePaths.practice(question.id) }

  func render() -> [UInt8] {
    let words = context.words
    let root = SitePaths.root(from: path)
    let essay = items.lazy.compactMap { item -> Interaction.Essay? in
      if case .essay(let essay) = item.interaction { essay } else { nil }
    }.first
    let leading = items.filter { !$0.isEssay }
    return context.plainPage(
      path, title: question.text, kind: "practice", eyebrow: words(question.kind.word),
      head: PageHead(scripts: ["fold.js", "practice.js", "writing.js"])
    ) { out in
      map(root: root, into: &out)
      if !leading.isEmpty {
        out.element("h2") { $0.text(words(.leadingQuestions)) }
        context.practiceList([.init(items: leading)], total: leading.count, path: path, root: root, into: &out)
      }
      let outline = essay?.outline ?? []
      writing(prompts: question.prompts.isEmpty ? essay?.prompts ?? [] : question.prompts, hasKey: !outline.isEmpty, into: &out)
      self.outline(outline, root: root, into: &out)
      rubric(essay?.rubric ?? [], into: &out)
      out.element("p", class: "actions") {
        $0.link(root + SitePaths.chapter(question.chapter) + "#" + question.id.text, class: "button", "← " + words(.read))
        $0.link(root + SitePaths.practice(question.chapter), class: "button", words(.practiceOfChapter))
      }
    }
  }

  /// Which records answer, by section, each with its weight.
  private func map(root: String, into out: inout HTMLBuffer) {
    let answers = question.answers.prefix(16).compactMap { answer in
      context.place(of: answer.record).map { (place: $0, name: context.name(of: answer.record), weight: answer.weight) }
    }
    guard let heaviest = answers.map(\.weight).max(), heaviest > 0 else { return }
    out.element("h2") { $0.text(context.words(.answeredBy)) }
    out.element("ul", class: "plain-list answer-map") { out in
      for answer in answers {
        out.element("li") { out in
          out.link(root + answer.place) { context.thai(answer.name, into: &$0) }
          out.markup(" <meter max=\"100\"")
          out.attribute("value", String(Int((answer.weight * 100).rounded())))
          out.attribute("aria-label", context.words(.shareOfAnswer))
          out.markup("></meter>")
        }
      }
    }
  }

  /// `hasKey`: an outline follows, before which one should write; a class activity has none.
  private func writing(prompts: [String], hasKey: Bool, into out: inout HTMLBuffer) {
    let words = context.words
    out.element("h2", id: "write") { $0.text(words(.yourAnswer)) }
    if !prompts.isEmpty {
      out.element("ul") { out in for prompt in prompts { out.element("li") { context.thai(prompt, into: &$0) } } }
    }
    out.element("p", class: "soft") { $0.text(words(.keptHere)) }
    out.markup("<div class=\"writing\"><textarea rows=\"8\"")
    out.attribute("data-writing", question.id.text)
    out.attribute("data-saved", words(.savedHere))
    out.attribute("data-letters", words(.letters))
    out.attribute("data-print", words(.printAnswer))
    out.attribute("aria-label", words(.yourAnswer))
    if hasKey { out.attribute("placeholder", words(.writeHere)) }
    out.markup("></textarea></div>\n")
  }

  private func outline(_ points: [Interaction.OutlinePoint], root: String, into out: inout HTMLBuffer) {
    guard !points.isEmpty else { return }
    out.element("h2") { $0.text(context.words(.outline)) }
    out.element("p", class: "soft") { $0.text(context.words(.outlineHelp)) }
    out.element("ol", class: "outline") { out in
      for (i, point) in points.enumerated() {
        out.element("li") { out in
          out.element("details") { out in
            out.element("summary") { $0.text("\(context.words(.point)) \(i + 1)") }
            out.element("p") { out in
              if let place = point.record.flatMap({ context.place(of: $0) }) {
                out.link(root + place) { context.thai(point.text, into: &$0) }
              } else {
                context.thai(point.text, into: &out)
              }
            }
            if !point.details.isEmpty {
              out.element("ul") { out in for detail in point.details { out.element("li") { context.thai(detail, into: &$0) } } }
            }
          }
        }
      }
    }
  }

  /// What a good answer shows, to be ticked by whoever wrote one.
  private func rubric(_ rows: [Interaction.RubricRow], into out: inout HTMLBuffer) {
    let words = context.words
    let criteria = question.rubric.isEmpty ? rows.map { "\($0.criterion) (\($0.points) \(words(.points)))" } : question.rubric
    guard !criteria.isEmpty else { return }
    out.element("h2") { $0.text(words(.rubric)) }
    out.element("ul", class: "plain-list rubric") { out in
      for criterion in criteria {
        out.element("li") { out in
          out.markup("<label><input type=\"checkbox\"> <span>")
          context.thai(criterion, into: &out)
          out.markup("</span></label>")
        }
      }
    }
  }
}

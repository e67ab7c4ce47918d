import CourseModel
import Rendering
import ThaiText

/// The parts of an item as HTML, the same in every format that takes it.
struct ItemMarkup {
  let labels: Labels
  let options: QuizWritingOptions

  /// The stem with its emphasised words in bold, a paragraph a line.
  func stem(_ item: QuizItem) -> HTMLBuffer {
    var html = HTMLBuffer(capacity: item.stem.utf8.count + 16)
    for line in lines(item.stem) {
      html.markup("<p>")
      emphasised(line, item.emphasis, &html)
      html.markup("</p>")
    }
    return html
  }

  func inline(_ text: String) -> HTMLBuffer {
    var html = HTMLBuffer()
    append(text, &html)
    return html
  }

  /// Why the key is right, the chapter's own words, and where they stand.
  func feedback(_ item: QuizItem) -> HTMLBuffer {
    var html = HTMLBuffer(capacity: item.explanation.utf8.count + (item.passage?.text.utf8.count ?? 0) + 256)
    if !item.explanation.isEmpty {
      html.markup("<p>")
      append(item.explanation, &html)
      html.markup("</p>")
    }
    if case .trueFalse(false, let correction) = item.interaction, !correction.isEmpty {
      html.markup("<p>")
      append(correction, &html)
      html.markup("</p>")
    }
    if let passage = item.passage, !passage.text.isEmpty {
      html.markup("<blockquote><p>")
      append(passage.text, &html)
      html.markup("</p></blockquote>")
    }
    if let link = options.link(item), !link.isEmpty {
      html.markup("<p><a")
      html.attribute("href", link)
      html.markup(">")
      html.text(labels.openChapter)
      html.markup("</a></p>")
    }
    return html
  }

  /// For the person who marks: the outline with its details, then the rubric as a table.
  func graderNotes(_ essay: Interaction.Essay) -> HTMLBuffer {
    var html = outline(essay)
    guard !essay.rubric.isEmpty else { return html }
    html.markup("<p>")
    html.text(labels.rubric)
    html.markup("</p><table><tbody>")
    for row in essay.rubric {
      html.markup("<tr><td>")
      append(row.criterion, &html)
      html.markup("</td><td>")
      html.number(row.points)
      html.markup(" ")
      html.text(labels.points)
      html.markup("</td></tr>")
    }
    html.markup("</tbody></table>")
    return html
  }

  func outline(_ essay: Interaction.Essay) -> HTMLBuffer {
    var html = HTMLBuffer()
    guard !essay.outline.isEmpty else { return html }
    html.markup("<p>")
    html.text(labels.outline)
    html.markup("</p><ol>")
    for point in essay.outline {
      html.markup("<li>")
      append(point.text, &html)
      if !point.details.isEmpty {
        html.markup("<ul>")
        for detail in point.details {
          html.markup("<li>")
          append(detail, &html)
          html.markup("</li>")
        }
        html.markup("</ul>")
      }
      html.markup("</li>")
    }
    html.markup("</ol>")
    return html
  }

  func prompts(_ essay: Interaction.Essay) -> HTMLBuffer {
    var html = HTMLBuffer()
    guard !essay.prompts.isEmpty else { return html }
    html.markup("<p>")
    html.text(labels.prompts)
    html.markup("</p><ol>")
    for prompt in essay.prompts {
      html.markup("<li>")
      append(prompt, &html)
      html.markup("</li>")
    }
    html.markup("</ol>")
    return html
  }

  /// As `inline`, behind what `html` holds.
  func append(_ text: String, _ html: inout HTMLBuffer) {
    let text = PlainText.cleaned(text)
    guard text.holds(byte: 0x0A) else { return html.text(text) }
    for (i, line) in lines(text).enumerated() {
      if i > 0 { html.markup("<br/>") }
      html.text(line)
    }
  }

  private func lines(_ text: String) -> [String] {
    let text = PlainText.cleaned(text)
    guard text.holds(byte: 0x0A) else { return text.isEmpty ? [] : [text] }
    return text.utf8.split(separator: 0x0A).compactMap { String($0) }
  }

  private func emphasised(_ line: String, _ words: [String], _ html: inout HTMLBuffer) {
    guard let word = words.first(where: { !$0.isEmpty && line.contains($0) }), let range = line.firstRange(of: word) else {
      html.text(line)
      return
    }
    html.text(String(line[..<range.lowerBound]))
    html.markup("<strong>")
    html.text(word)
    html.markup("</strong>")
    html.text(String(line[range.upperBound...]))
  }
}

extension QuizItem {
  /// The stem with its emphasised words between “…”, for formats without bold.
  var plainStem: String {
    var stem = stem
    for word in emphasis where !word.isEmpty {
      if let range = stem.firstRange(of: word) { stem.replaceSubrange(range, with: " “\(word)” ") }
    }
    return stem
  }

  /// Whether the item can be answered at all; the generator makes no other, a hand-written one may be.
  var isAnswerable: Bool {
    switch interaction {
    case .choice(let options, let isMultiple, _):
      let keys = options.filter(\.isKey).count
      return options.count >= 2 && keys >= 1 && (isMultiple || keys == 1) && options.allSatisfy { !$0.text.isEmpty }
    case .trueFalse: return true
    case .match(let pairs, _): return pairs.count >= 2 && pairs.allSatisfy { !$0.left.isEmpty && !$0.right.isEmpty }
    case .order(let steps): return steps.count >= 2
    case .shortAnswer(let accepted): return accepted.contains { !$0.isEmpty }
    case .gaps(let text, let gaps): return !gaps.isEmpty && text.count == gaps.count + 1 && gaps.allSatisfy { !$0.accepted.isEmpty }
    case .essay: return true
    }
  }
}

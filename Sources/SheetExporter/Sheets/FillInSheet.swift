import CourseModel
import Diagnostics
import ThaiText

/// The chapter's statements with a key term left out of each; the answers are on the back.
struct FillInSheet: SheetKind {
  let id = "fill-in"
  let title = Wording(thai: "บันทึกเติมคำ", english: "Fill-in notes")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    var answers: [String] = []
    let statements = self.statements(in: context, &answers)
    let sets = self.sets(in: context, &answers)
    guard answers.count > 2 else { return [] }
    let words = context.words
    var blocks: [SheetBlock] = [.note([.text(words.fillHow)])]
    if !statements.isEmpty { blocks += [.heading(level: 2, [.text(words.meaning)]), .list(SheetList(.dash, statements))] }
    blocks += sets
    blocks += [
      .pageBreak, .heading(level: 2, [.text(words.answers)]), .note([.text(words.fold)]),
      .set(
        SheetSet(
          members: answers.enumerated().map { .init(mark: "\($0 + 1)", title: [.text($1)]) },
          columns: context.settings.isNarrow ? 1 : 2)),
    ]
    return [context.sheet(self, isNamed: true, blocks: blocks)]
  }

  /// Each definition with a term of the course left out; one that names no other term lacks the term it defines, or its source.
  private func statements(in context: SheetContext, _ answers: inout [String]) -> [SheetText] {
    let terms = context.concepts.map(\.term)
    let matcher = TermMatcher(terms)
    let room = context.room.lineWidth
    var out: [SheetText] = []
    var asked: Set<String> = []
    for definition in context.definitions where out.count < 14 {
      let statement = context.setting.fitted(definition.statement, em: room * 2.4)
      let source = context.sources.short(definition)
      let tail: SheetText = source.isEmpty ? [] : [.soft(" (\(source))")]
      let bytes = normalised(Array(statement.utf8))
      let other = matcher.matches(in: bytes).first {
        terms.indices.contains($0.term) && !same(terms[$0.term], definition.term) && context.setting.isWhole($0.range, in: bytes)
          && !asked.contains(terms[$0.term])
      }
      if let other {
        answers.append(terms[other.term])
        asked.insert(terms[other.term])
        out.append(
          [
            .strong(definition.term), .text(" \(definition.marker) " + String(decoding: bytes[..<other.lowerBound], as: UTF8.self)),
            gap(terms[other.term], answers.count),
            .text(String(decoding: bytes[other.upperBound...], as: UTF8.self)),
          ] + tail)
      } else if asked.insert(definition.term).inserted || source.isEmpty {
        answers.append(definition.term)
        out.append([gap(definition.term, answers.count), .text(" \(definition.marker) \(statement)")] + tail)
      } else {
        // The term has been asked for: who says so is left out.
        answers.append(source)
        out.append([
          .strong(definition.term), .text(" \(definition.marker) \(statement) ("), gap(source, answers.count), .text(")"),
        ])
      }
    }
    return out
  }

  private func same(_ a: String, _ b: String) -> Bool { b.utf8.count >= a.utf8.count && b.contains(a) }

  /// Every second member of a set is left out, the first given.
  private func sets(in context: SheetContext, _ answers: inout [String]) -> [SheetBlock] {
    var blocks: [SheetBlock] = []
    for set in context.enumerations where set.items.count > 2 {
      let author = context.sources.authors(of: set)
      let marks = context.marks(of: set)
      var members: [SheetSet.Member] = []
      for (i, item) in set.items.enumerated() {
        let english: SheetText = item.english.map { [.soft(" \($0)")] } ?? []
        if i % 2 == 1 {
          answers.append(item.title)
          members.append(.init(mark: marks[i], title: [gap(item.title, answers.count)] + english))
        } else {
          members.append(.init(mark: marks[i], title: [.strong(item.title)] + english))
        }
      }
      let half = (context.room.lineWidth - 2) / 2 - 1.9
      let isNarrow = members.allSatisfy {
        context.room.lineCount($0.title.plainText, width: half) == 1 && gapWidth($0.title) < half
      }
      blocks.append(
        .together([
          .heading(level: 2, [.text(set.title)] + (author.isEmpty ? [] : [.soft(" · " + author)])),
          .set(SheetSet(members: members, columns: isNarrow ? 2 : 1)),
        ]))
    }
    return blocks
  }

  private func gapWidth(_ text: SheetText) -> Double {
    text.reduce(0) { sum, inline in if case .gap(let width, _) = inline { sum + width } else { sum } }
  }

  /// Room for handwriting: half again as wide as print, never so narrow or wide that the length gives the answer away.
  private func gap(_ answer: String, _ number: Int) -> SheetInline {
    let width = Double(emWidth(Array(answer.utf8).span)) / 100 * 1.5
    return .gap(width: min(max(8, width), 15), number: number)
  }
}

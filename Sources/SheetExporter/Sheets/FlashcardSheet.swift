import CourseModel
import Diagnostics

/// Cards to cut out: a term, who said it, a set; the answer on the back of the same card.
struct FlashcardSheet: SheetKind {
  let id = "flashcards"
  let title = Wording(thai: "บัตรคำ", english: "Flashcards")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    let (columns, rows) = grid(context.settings)
    let em = context.settings.size.points * 0.3528
    let width = ((context.settings.paper.width - 20) / Double(columns)) / em - 2.4
    let height = ((context.settings.paper.height - 20) / Double(rows)) / em - 5.5
    let lines = max(2, Int(height / 1.5))
    let cards = self.cards(in: context) { context.setting.fitted($0, em: width * Double(lines) * 0.84) }
    guard !cards.isEmpty else { return [] }
    return [context.sheet(self, isBare: true, blocks: [.cards(CardDeck(columns: columns, rows: rows, cards: cards))])]
  }

  private func grid(_ settings: SheetSettings) -> (columns: Int, rows: Int) {
    switch (settings.paper, settings.size) {
    case (.a4, .normal): return (2, 4)
    case (.a4, .large), (.a5, .normal): return (2, 2)
    case (.a5, .large): return (1, 2)
    }
  }

  private func cards(in context: SheetContext, fit: (String) -> String) -> [CardDeck.Card] {
    let foot = [context.chapter.number.map(context.words.chapter), context.chapter.title].compactMap { $0 }.joined(separator: " · ")
    var out: [CardDeck.Card] = []
    var defined: Set<ConceptID> = []
    let counts = Dictionary(grouping: context.definitions, by: \.concept).mapValues(\.count)
    for definition in context.definitions {
      let isFirst = defined.insert(definition.concept).inserted
      let source = context.sources.short(definition)
      let english = context.course[definition.concept]?.english.first
      var front: SheetText = [.text(definition.term)]
      if isFirst, let english { front += [.lineBreak, .soft(english)] }
      // Several people define it: whose meaning is asked for stands on the front.
      let isShared = (counts[definition.concept] ?? 0) > 1
      if isShared, !source.isEmpty { front += [.lineBreak, .soft(context.words.after(source))] }
      var back: SheetText = [.text(fit(definition.statement))]
      if !isShared, !source.isEmpty { back += [.lineBreak, .soft(source)] }
      out.append(.init(front: front, back: back, foot: foot))
    }
    for concept in context.concepts where !defined.contains(concept.id) {
      guard let english = concept.english.first else { continue }
      out.append(
        .init(front: [.text(concept.term), .lineBreak, .soft(context.words.inEnglish)], back: [.strong(english)], foot: foot))
    }
    for set in context.enumerations {
      let author = context.sources.authors(of: set)
      let marks = context.marks(of: set)
      var back: SheetText = []
      for (mark, item) in zip(marks, set.items) {
        if !back.isEmpty { back.append(.lineBreak) }
        back += [.accent(mark + " "), .text(item.title)]
      }
      out.append(
        .init(
          front: [.text(set.title), .lineBreak, .soft(context.words.members(set.items.count, by: author))], back: back, foot: foot))
    }
    return out
  }
}

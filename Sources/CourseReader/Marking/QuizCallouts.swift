import Prose

extension Callout {
  /// `> [!quiz] …`: an item the author wrote. It stands in the bank; a chapter's page, sheet or book never shows it, since it may be for
  /// an exam.
  static let quizKind = "quiz"
}

extension Document {
  /// The callouts of hand-written items, in the order of the text, wherever they stand.
  package var quizItems: [(block: Block, callout: Callout)] {
    var found: [(block: Block, callout: Callout)] = []
    func visit(_ blocks: [Block]) {
      for block in blocks {
        if case .callout(let callout) = block.content, callout.kind == Callout.quizKind {
          found.append((block, callout))
        } else {
          block.content.children.forEach(visit)
        }
      }
    }
    visit(blocks)
    return found
  }

  /// The text that is the chapter's own.
  package var withoutQuizItems: Document { Document(blocks: Self.withoutQuizItems(blocks), frontMatter: frontMatter) }

  private static func withoutQuizItems(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      var block = block
      switch block.content {
      case .callout(var callout):
        guard callout.kind != Callout.quizKind else { return nil }
        callout.blocks = withoutQuizItems(callout.blocks)
        block.content = .callout(callout)
      case .quote(let inner): block.content = .quote(withoutQuizItems(inner))
      case .footnote(let label, let number, let inner):
        block.content = .footnote(label: label, number: number, withoutQuizItems(inner))
      case .list(var list):
        for index in list.items.indices { list.items[index].blocks = withoutQuizItems(list.items[index].blocks) }
        block.content = .list(list)
      case .paragraph, .heading, .code, .html, .table, .thematicBreak: break
      }
      return block
    }
  }
}

extension BlockContent {
  /// The blocks in it, a list of them for each part.
  fileprivate var children: [[Block]] {
    switch self {
    case .callout(let callout): return [callout.blocks]
    case .quote(let inner), .footnote(_, _, let inner): return [inner]
    case .list(let list): return list.items.map(\.blocks)
    case .paragraph, .heading, .code, .html, .table, .thematicBreak: return []
    }
  }
}

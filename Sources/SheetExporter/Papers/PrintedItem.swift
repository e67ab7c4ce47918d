import CourseModel
import ThaiText

/// A question as it stands on paper, and its answer as the key prints it.
struct PrintedItem {
  var item: QuizItem
  var number: Int
  var words: SheetWords
  var room: WritingRoom

  /// Answered by filling a bubble.
  static func isObjective(_ item: QuizItem) -> Bool {
    switch item.interaction {
    case .choice, .trueFalse: return true
    case .match, .order, .shortAnswer, .gaps, .essay: return false
    }
  }

  var block: SheetBlock {
    var stem: SheetText = [.text(item.stem)]
    var options: [SheetText] = []
    var answer: [SheetBlock] = []
    switch item.interaction {
    case .choice(let all, let isMultiple, _):
      if isMultiple { stem.append(.soft(" (" + words.several + ")")) }
      options = all.map { [.text($0.text)] }
    case .trueFalse: options = [[.text(words.right)], [.text(words.wrong)]]
    case .match(let pairs, _):
      let letters = rights
      let rows = (0..<max(pairs.count, letters.count)).map { i -> SheetTable.Row in
        .init([
          i < pairs.count ? [.gap(width: 2.4, number: nil), .text(" \(i + 1)) " + pairs[i].left)] : [],
          i < letters.count ? [.text(thaiListLetter(i) + ". " + letters[i])] : [],
        ])
      }
      answer = [.table(SheetTable(columns: [.init(words.left, .share(1)), .init(words.rightSide, .share(1))], rows: rows))]
    case .order(let steps):
      answer = [.list(SheetList(.dash, inOrder(steps).map { [.gap(width: 2.4, number: nil), .text(" " + $0)] }))]
    case .shortAnswer: answer = [.lines(1)]
    case .gaps(let text, let gaps):
      var line: SheetText = []
      for (i, piece) in text.enumerated() {
        line.append(.text(piece))
        if i < gaps.count { line.append(.gap(width: gapWidth(gaps[i]), number: gaps.count > 1 ? i + 1 : nil)) }
      }
      answer = [.paragraph(line)]
    case .essay: answer = [.lines(8)]
    }
    return .examItem(
      ExamItem(number: String(number), stem: stem, options: options, optionColumns: columns(options), answer: answer))
  }

  /// Four short options stand beside each other, two of middling length, longer ones below each other.
  private func columns(_ options: [SheetText]) -> Int {
    let widest = options.map { Double(emWidth(Array($0.plainText.utf8).span)) / 100 }.max() ?? 0
    let line = room.lineWidth - 2.1
    if widest <= line / 4 - 2.8 { return 4 }
    return widest <= line / 2 - 2.8 ? 2 : 1
  }

  private func gapWidth(_ gap: Interaction.Gap) -> Double {
    min(max(8, Double(emWidth(Array((gap.accepted.first ?? "").utf8).span)) / 100 * 1.5), 16)
  }

  /// What may be matched, in dictionary order, so that the order says nothing.
  private var rights: [String] {
    guard case .match(let pairs, let extra) = item.interaction else { return [] }
    var seen: Set<String> = []
    return inOrder((pairs.map(\.right) + extra).filter { seen.insert($0).inserted })
  }

  private func inOrder(_ texts: [String]) -> [String] {
    texts.map { (text: $0, key: ThaiDictionaryOrder.key($0)) }
      .sorted {
        $0.key.lexicographicallyPrecedes($1.key) || ($0.key == $1.key && $0.text.utf8.lexicographicallyPrecedes($1.text.utf8))
      }
      .map(\.text)
  }

  /// Letters for what has letters, words for the rest.
  var key: String {
    switch item.interaction {
    case .choice(let options, _, _):
      return options.indices.filter { options[$0].isKey }.map { thaiListLetter($0) }.joined(separator: ", ")
    case .trueFalse(let isTrue, _): return thaiListLetter(isTrue ? 0 : 1)
    case .match(let pairs, _):
      let letters = rights
      return pairs.enumerated().map { i, pair in
        "\(i + 1)) " + (letters.firstIndex(of: pair.right).map { thaiListLetter($0) } ?? "–")
      }
      .joined(separator: "  ")
    case .order(let steps): return steps.joined(separator: " → ")
    case .shortAnswer(let accepted): return accepted.first ?? ""
    case .gaps(_, let gaps): return gaps.map { $0.accepted.first ?? "" }.joined(separator: ", ")
    case .essay: return ""
    }
  }

  /// The key in words.
  var keyText: String {
    switch item.interaction {
    case .choice(let options, _, _):
      return options.indices.filter { options[$0].isKey }.map { thaiListLetter($0) + ". " + options[$0].text }.joined(
        separator: " ")
    case .trueFalse(let isTrue, let correction):
      return thaiListLetter(isTrue ? 0 : 1) + ". "
        + (isTrue ? words.right : words.wrong + (correction.isEmpty ? "" : " — " + correction))
    case .match, .order, .shortAnswer, .gaps, .essay: return key
    }
  }
}

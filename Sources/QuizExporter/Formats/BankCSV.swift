import CourseModel
import Rendering

/// A table for spreadsheets (RFC 4180, with a byte-order mark so that Excel reads Thai): one item a row.
package struct BankCSV: QuizFormat {
  package let name = "csv"
  package let fileExtension = "csv"
  package let isText = true

  package init() {}

  static let columns = [
    "id", "kind", "pool", "level", "difficulty", "type", "stem", "option1", "option2", "option3", "option4", "option5", "option6",
    "key",
    "explanation", "passage", "link", "chapter", "concept",
  ]
  private static let optionCount = 6

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    var rows = [Self.columns]
    var written = 0
    var omissions = Omissions()
    for item in bank.items {
      guard item.isAnswerable else {
        omissions.add(.notAnswerable)
        continue
      }
      guard let answer = Self.answer(item.interaction), answer.options.count <= Self.optionCount else {
        omissions.add(.init(thai: "มีตัวเลือกเกิน \(Self.optionCount) ช่อง", english: "more than \(Self.optionCount) options"))
        continue
      }
      written += 1
      let padded = answer.options + [String](repeating: "", count: Self.optionCount - answer.options.count)
      let row =
        [item.id, item.kind, item.pool.rawValue, item.level.rawValue, "\(item.difficulty)", answer.type, item.plainStem] + padded
        + [
          answer.key, item.explanation, item.passage?.text ?? "", options.link(item) ?? "", item.chapter.text,
          item.concept?.text ?? "",
        ]
      rows.append(row)
    }
    return ExportedQuiz(bytes: Self.table(rows), written: written, omitted: omissions.list)
  }

  /// Rows as a file: RFC 4180 with a byte-order mark.
  package static func table(_ rows: [[String]]) -> [UInt8] {
    CSVTable.bytes(rows.map { $0.map(PlainText.cleaned) })
  }

  /// The key is the numbers of the right options, counted from 1, or the answer itself; several are parted by « | ».
  private static func answer(_ interaction: Interaction) -> (type: String, options: [String], key: String)? {
    switch interaction {
    case .choice(let options, let isMultiple, _):
      let keys = options.indices.filter { options[$0].isKey }.map { String($0 + 1) }
      return (isMultiple ? "multiple" : "choice", options.map(\.text), keys.joined(separator: " | "))
    case .trueFalse(let isTrue, _): return ("trueFalse", [], isTrue ? "true" : "false")
    case .match(let pairs, let extra):
      return (
        "match", pairs.map { "\($0.left) = \($0.right)" } + (extra.isEmpty ? [] : ["= " + extra.joined(separator: " | ")]), ""
      )
    case .order(let steps): return ("order", steps, "")
    case .shortAnswer(let accepted): return ("shortAnswer", [], accepted.joined(separator: " | "))
    case .gaps(let text, let gaps):
      var shown = ""
      for (i, piece) in text.enumerated() { shown += piece + (i < gaps.count ? "[\(i + 1)]" : "") }
      return ("gaps", [shown], gaps.compactMap(\.accepted.first).joined(separator: " | "))
    case .essay(let essay): return ("essay", [], essay.outline.map(\.text).joined(separator: " | "))
    }
  }
}

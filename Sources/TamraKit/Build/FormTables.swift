import CourseModel
import Diagnostics
import QuizExporter
import QuizGenerator

/// What goes with the forms of a test: the key, and the table of specification.
enum FormTables {
  /// A form as a bank of one category, its items in their order.
  static func bank(_ form: QuizForm, of bank: QuizBank, title: String) -> QuizBank {
    let subject = bank.categories.first?.subject ?? .chapter(.init("forms"))
    return QuizBank(
      title: title, language: bank.language,
      categories: [QuizCategory(id: "form-\(form.number)", title: title, subject: subject, items: form.items.map(\.id))],
      items: form.items)
  }

  /// A row an item: where it stands, what is right, what it tests.
  static func key(_ forms: QuizForms, language: Language) -> [UInt8] {
    var rows = [["form", "number", "key", "item", "level", "stem"]]
    for form in forms.forms {
      for (i, item) in form.items.enumerated() {
        rows.append([
          String(form.number), String(i + 1), answer(item.interaction, language), item.id, item.level.rawValue, item.stem,
        ])
      }
    }
    return BankCSV.table(rows)
  }

  static func specification(_ forms: QuizForms, language: Language) -> [UInt8] {
    var rows = [["kind", "id", "title", "level", "asked"] + forms.forms.map { "form \($0.number)" }]
    for line in forms.specification {
      rows.append(
        [
          line.cell.subject.kind, line.cell.subject.id, line.title, line.cell.level?.rawValue ?? "",
          line.asked.map(String.init) ?? "",
        ]
          + line.found.map(String.init))
    }
    rows.append(["", "", language == .thai ? "รวม" : "total", "", ""] + forms.forms.map { String($0.items.count) })
    return BankCSV.table(rows)
  }

  private static func answer(_ interaction: Interaction, _ language: Language) -> String {
    switch interaction {
    case .choice(let options, _, _):
      return options.indices.filter { options[$0].isKey }.map { OptionLetter.of($0, in: language) }.joined(separator: ", ")
    case .trueFalse(let isTrue, _):
      if language == .thai { return isTrue ? "ถูก" : "ผิด" }
      return isTrue ? "true" : "false"
    case .match(let pairs, _): return pairs.map { "\($0.left) = \($0.right)" }.joined(separator: "; ")
    case .order(let steps): return steps.joined(separator: " > ")
    case .shortAnswer(let accepted): return accepted.joined(separator: " | ")
    case .gaps(_, let gaps): return gaps.compactMap(\.accepted.first).joined(separator: " | ")
    case .essay(let essay): return essay.outline.map(\.text).joined(separator: "; ")
    }
  }
}

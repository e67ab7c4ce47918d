import CourseModel
import ThaiText

/// Items of a bank by what a response file may call them.
struct BankIndex {
  private let items: [QuizItem]
  private var byID: [String: Int] = [:]
  private var byStem: [String: [Int]] = [:]

  init(_ bank: QuizBank) {
    items = bank.items
    for (i, item) in items.enumerated() {
      if byID[item.id] == nil { byID[item.id] = i }
      byStem[Self.key(item.stem), default: []].append(i)
    }
  }

  var count: Int { items.count }
  func item(id: String) -> QuizItem? { byID[id].map { items[$0] } }
  /// Counted from 1, in the bank's order.
  func item(number: Int) -> QuizItem? { items.indices.contains(number - 1) ? items[number - 1] : nil }
  /// By their words, whatever markup and spaces an export put between them; two items may ask alike of different options.
  func items(stem: String) -> [QuizItem] {
    let key = Self.key(stem)
    if let found = byStem[key] { return found.map { items[$0] } }
    // Canvas and Moodle cut long questions.
    guard key.utf8.count >= 60 else { return [] }
    return byStem.filter { $0.key.utf8.starts(with: key.utf8) || key.utf8.starts(with: $0.key.utf8) && $0.key.utf8.count >= 60 }
      .flatMap(\.value).sorted().map { items[$0] }
  }

  /// Without tags, references, quotation marks and spaces.
  static func key(_ text: String) -> String {
    var plain = ""
    var isTag = false
    for scalar in text.unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { plain.unicodeScalars.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    for (reference, character) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      plain = plain.replacing(reference, with: character)
    }
    return answerKey(plain.filter { !" \n\t“”\"'‘’".contains($0) })
  }
}

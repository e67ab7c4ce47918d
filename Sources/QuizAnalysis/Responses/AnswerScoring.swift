import CourseModel
import ThaiText

/// Marks what students wrote or chose; nil for essays, which a person marks.
struct AnswerScoring {
  private let interaction: Interaction
  private let optionKeys: [String]

  init?(_ item: QuizItem) {
    if case .essay = item.interaction { return nil }
    interaction = item.interaction
    if case .choice(let options, _, _) = item.interaction {
      optionKeys = options.map { BankIndex.key($0.text) }
    } else {
      optionKeys = []
    }
  }

  /// `score` is nil where the answer is none that can be given.
  func answer(_ text: String, byLetter: Bool) -> ResponseSheet.Answer {
    switch interaction {
    case .choice(let options, false, _):
      guard let i = option(text, byLetter: byLetter) else { return .init() }
      return .init(score: options[i].isKey ? 1 : 0, option: i)
    case .choice(let options, true, _):
      let parts = optionKeys.firstIndex(of: BankIndex.key(text)).map { _ in [text] } ?? Self.parts(text)
      let chosen = parts.compactMap { option($0, byLetter: byLetter) }
      guard !chosen.isEmpty else { return .init() }
      let hits = chosen.count { options[$0].isKey }
      let keys = max(1, options.count(where: \.isKey))
      return .init(score: max(0, Double(hits - (chosen.count - hits)) / Double(keys)))
    case .trueFalse(let isTrue, _):
      guard let said = Self.truth(text) else { return .init() }
      return .init(score: said == isTrue ? 1 : 0)
    case .shortAnswer(let accepted): return .init(score: Self.matches(text, accepted) ? 1 : 0)
    case .gaps(_, let gaps):
      let given = Self.filled(text, gaps.count)
      let hits = zip(gaps, given).count { Self.matches($1, $0.accepted) }
      return .init(score: Double(hits) / Double(max(1, gaps.count)))
    case .match(let pairs, _): return pairsScore(text, pairs.map { ($0.left, $0.right) })
    case .order(let steps): return pairsScore(text, steps.enumerated().map { (String($0 + 1), $1) })
    case .essay: return .init()
    }
  }

  private func option(_ text: String, byLetter: Bool) -> Int? {
    if let i = optionKeys.firstIndex(of: BankIndex.key(text)) { return i }
    guard byLetter else { return nil }
    let letter = text.lowercased().filter { $0 != "." && $0 != ")" && $0 != " " }
    if let number = Int(letter), optionKeys.indices.contains(number - 1) { return number - 1 }
    for letters in ["กขคงจฉชซ", "abcdefgh"] {
      if letter.count == 1, let i = Array(letters).firstIndex(of: Character(letter)), optionKeys.indices.contains(i) { return i }
    }
    return nil
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "ถูก", "จริง", "t", "ใช่", "ก": return true
    case "false", "ผิด", "เท็จ", "f", "ไม่ใช่", "ข": return false
    default: return nil
    }
  }

  private static func matches(_ text: String, _ accepted: [String]) -> Bool {
    let key = answerKey(text)
    return accepted.contains { answerKey($0) == key }
  }

  /// Moodle parts several answers by «; » or a line.
  private static func parts(_ text: String) -> [String] {
    text.split { $0 == "\n" || $0 == ";" }.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  /// «{สายใย} {อำนาจ}» or «part 1: สายใย; part 2: อำนาจ»; a single answer as it is.
  private static func filled(_ text: String, _ count: Int) -> [String] {
    if count == 1, !text.hasPrefix("{"), !text.lowercased().hasPrefix("part 1") { return [text] }
    if text.contains("{") {
      return text.split(separator: "{").map { String($0.prefix { $0 != "}" }) }
    }
    return parts(text).map { part in
      guard let colon = part.firstIndex(of: ":") else { return part }
      return String(part[part.index(after: colon)...].drop { $0 == " " })
    }
  }

  /// «left -> right; left -> right».
  private func pairsScore(_ text: String, _ pairs: [(left: String, right: String)]) -> ResponseSheet.Answer {
    let given = Self.parts(text).compactMap { part -> (String, String)? in
      guard let arrow = part.firstRange(of: "->") ?? part.firstRange(of: "=>") ?? part.firstRange(of: "→") else { return nil }
      return (BankIndex.key(String(part[..<arrow.lowerBound])), BankIndex.key(String(part[arrow.upperBound...])))
    }
    guard !given.isEmpty else { return .init() }
    let hits = pairs.count { pair in
      given.contains { $0.0.hasSuffix(BankIndex.key(pair.left)) && $0.1 == BankIndex.key(pair.right) }
    }
    return .init(score: Double(hits) / Double(max(1, pairs.count)))
  }
}

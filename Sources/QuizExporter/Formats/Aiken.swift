import CourseModel
import Diagnostics

/// The plainest of all: single choice, a line each, `ANSWER: B`.
package struct Aiken: QuizFormat {
  package let name = "aiken"
  package let fileExtension = "txt"
  package let isText = true

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    var out = ""
    var written = 0
    var omissions = Omissions()
    for item in bank.items {
      guard item.isAnswerable else {
        omissions.add(.notAnswerable)
        continue
      }
      let choices: [Interaction.Option]
      switch item.interaction {
      case .choice(let options, false, _): choices = options
      case .choice:
        omissions.add(Wording(thai: "รูปแบบนี้มีคำตอบถูกได้ข้อเดียว", english: "the format allows one key only"))
        continue
      case .trueFalse(let isTrue, _):
        let labels = Labels(language: bank.language)
        choices = [
          .init(text: labels.right, isKey: isTrue, feedback: ""), .init(text: labels.wrong, isKey: !isTrue, feedback: ""),
        ]
      case .match: omit(.noMatching, &omissions); continue
      case .order: omit(.noOrdering, &omissions); continue
      case .shortAnswer: omit(.noTyping, &omissions); continue
      case .gaps: omit(.noGaps, &omissions); continue
      case .essay: omit(.noEssay, &omissions); continue
      }
      guard choices.count <= 26 else {
        omissions.add(Wording(thai: "มีตัวเลือกเกิน 26 ข้อ", english: "more than 26 options"))
        continue
      }
      written += 1
      out += Self.stem(item.plainStem) + "\n"
      for (i, option) in choices.enumerated() { out += "\(Self.letter(i)). \(PlainText.oneLine(option.text))\n" }
      out += "ANSWER: \(Self.letter(choices.firstIndex { $0.isKey } ?? 0))\n\n"
    }
    return ExportedQuiz(bytes: Array(out.utf8), written: written, omitted: omissions.list)
  }

  private func omit(_ reason: Wording, _ omissions: inout Omissions) { omissions.add(reason) }

  /// On one line that is neither an option («A. …», «b) …») nor a key («ANSWER: …») to an importer: such a stem gets a dash before it.
  private static func stem(_ text: String) -> String {
    let line = PlainText.oneLine(text)
    let bytes = Array(line.utf8.drop { $0 == 0x20 }.prefix(2))
    let isOption = bytes.count == 2 && (0x41...0x5A).contains(bytes[0] & 0xDF) && (bytes[1] == 0x2E || bytes[1] == 0x29)
    let isKey = line.drop { $0 == " " }.uppercased().hasPrefix("ANSWER:")
    return isOption || isKey ? "– " + line : line
  }

  private static func letter(_ i: Int) -> String { String(UnicodeScalar(UInt8(0x41 + min(i, 25)))) }
}

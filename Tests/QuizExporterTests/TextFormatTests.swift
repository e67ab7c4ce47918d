import Rendering
import CourseModel
import Testing

@testable import QuizExporter

private func text(_ format: any QuizFormat, _ items: [QuizItem]) throws -> String {
  String(decoding: try format.write(bank(items), .init()).bytes, as: UTF8.self)
}

// MARK: - GIFT

/// Reads GIFT as its importers do: questions part at blank lines, a backslash takes the next sign as it is.
private struct GIFTReader {
  var questions: [(id: String, stem: String, answers: [(mark: Character, text: String)])] = []

  init(_ source: String) {
    for block in source.components(separatedByBlankLines: ()) where !block.hasPrefix("$CATEGORY") {
      let id = block.split(separator: "]").first.map { String($0.dropFirst("// [id:".count)) } ?? ""
      var body: [(Character, Bool)] = []  // sign, whether it was escaped
      var isEscaped = false
      for character in block.split(separator: "\n").filter({ !$0.hasPrefix("//") }).joined(separator: "\n") {
        if isEscaped {
          body.append((character, true))
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          body.append((character, false))
        }
      }
      guard let open = body.firstIndex(where: { $0 == ("{", false) }), let close = body.lastIndex(where: { $0 == ("}", false) })
      else { continue }
      var stem = String(body[..<open].map(\.0))
      if let end = stem.range(of: "::[html]") { stem = String(stem[end.upperBound...]) }
      var answers: [(mark: Character, text: String)] = []
      for (character, isLiteral) in body[(open + 1)..<close] {
        if !isLiteral, character == "=" || character == "~" || character == "#" {
          answers.append((character, ""))
        } else if !answers.isEmpty {
          answers[answers.count - 1].text.append(character)
        }
      }
      questions.append((id, stem, answers.map { ($0.mark, $0.text.trimmed) }))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  fileprivate func components(separatedByBlankLines: Void) -> [String] {
    var blocks: [String] = []
    var current: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !current.isEmpty { blocks.append(current.joined(separator: "\n")) }
        current = []
      } else {
        current.append(line)
      }
    }
    if !current.isEmpty { blocks.append(current.joined(separator: "\n")) }
    return blocks
  }
}

@Test func giftKeepsEveryQuestionInOneBlock() throws {
  let export = GIFT().write(bank(everyInteraction), .init())
  let read = GIFTReader(String(decoding: export.bytes, as: UTF8.self))
  #expect(read.questions.count == export.written)
  #expect(export.written + export.omitted.reduce(0) { $0 + $1.count } == everyInteraction.count)
  #expect(export.omitted.map(\.reason) == [.noGaps])
}

@Test func giftReadsBackOptionsKeysAndFeedback() throws {
  let read = GIFTReader(try text(GIFT(), everyInteraction)).questions
  let question = try #require(read.first { $0.id == "choice.a" })
  let options = question.answers.filter { $0.mark != "#" }
  #expect(options.map(\.text) == ["สายใย", "ตาข่าย", "ความร่วมมือ", "ชุมชนแห่งสำนึก"])
  #expect(options.map { $0.mark == "=" } == [false, false, true, false])
  #expect(question.answers.filter { $0.mark == "#" && $0.text.hasPrefix("เพราะ ") }.count == 4)
}

@Test func giftCarriesHostileText() throws {
  let read = GIFTReader(try text(GIFT(), everyInteraction)).questions
  let question = try #require(read.first { $0.id == "nasty.a" })
  #expect(question.stem.contains("a&lt;b &amp; \"c\" ]]&gt; -&gt; {x} =~#: \\ * [[1]] /"))
  #expect(question.answers.filter { $0.mark == "=" || $0.mark == "~" }.count == 3)
}

@Test func giftNeverPartsAPairTwice() {
  #expect(!GIFT.plain("ก -> ข").contains("->"))
}

// MARK: - Aiken

@Test func aikenWritesALetterALineAndTheKey() throws {
  #expect(
    try text(Aiken(), [everyInteraction[0], everyInteraction[2]])
      == """
      เครือข่ายคืออะไร
      A. สายใย
      B. ตาข่าย
      C. ความร่วมมือ
      D. ชุมชนแห่งสำนึก
      ANSWER: C

      ข้อใด “ไม่ใช่” องค์ประกอบ
      A. จุดมุ่งหมาย
      B. การเรียนรู้
      C. การลงทุน
      ANSWER: A


      """)
}

@Test func aikenLeavesOutAllButSingleChoiceWithReasons() {
  let export = Aiken().write(bank(everyInteraction), .init())
  #expect(export.written == 5)
  #expect(export.omitted.reduce(0) { $0 + $1.count } == everyInteraction.count - 5)
}

// MARK: - CSV

/// RFC 4180.
private func rows(_ csv: String) -> [[String]] {
  var rows: [[String]] = [[""]]
  var isQuoted = false
  var scalars = Array(csv.unicodeScalars)[...]
  if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
  while let scalar = scalars.popFirst() {
    let last = rows.count - 1
    if isQuoted {
      if scalar != "\"" {
        rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
      } else if scalars.first == "\"" {
        scalars = scalars.dropFirst()
        rows[last][rows[last].count - 1] += "\""
      } else {
        isQuoted = false
      }
    } else {
      switch scalar {
      case "\"": isQuoted = true
      case ",": rows[last].append("")
      case "\r": continue
      case "\n": rows.append([""])
      default: rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
      }
    }
  }
  return rows.dropLast()
}

@Test func csvReadsBackCellForCell() throws {
  let table = rows(try text(BankCSV(), everyInteraction))
  #expect(table.count == everyInteraction.count + 1)
  #expect(table.allSatisfy { $0.count == BankCSV.columns.count })
  #expect(table[1][6...10] == ["เครือข่ายคืออะไร", "สายใย", "ตาข่าย", "ความร่วมมือ", "ชุมชนแห่งสำนึก"])
  #expect(table[1][13] == "3")
  #expect(table[12][7] == PlainText.cleaned(nastyText))
}

@Test func csvDisarmsFormulas() {
  #expect(CSVTable.cell("=1+1") == "'=1+1")
  #expect(CSVTable.cell("ก, \"ข\"") == "\"ก, \"\"ข\"\"\"")
}

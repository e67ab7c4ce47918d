import Rendering
import CourseModel
import TestSupport
import Testing

@testable import QuizExporter

private func text(_ format: any QuizFormat, _ items: [QuizItem]) throws -> String {
  String(decoding: try format.write(bank(items), .init()).bytes, as: UTF8.self)
}

// MARK: - GIFT

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

@Test("a stem that looks like an option or a key is neither", arguments: ["ANSWER: B", "answer: x", "A. ก", "B) ก", " c) ก"])
func aikenStemsStayStems(_ stem: String) throws {
  let lines = try text(Aiken(), [item("a", choice(["ก", "ข"]), stem: stem)]).split(separator: "\n").map(String.init)
  #expect(lines == ["– " + stem, "A. ก", "B. ข", "ANSWER: A"])
}

@Test func giftIdentifiersEndWhereTheyEnd() throws {
  let read = GIFTReader(try text(GIFT(), [item("a]\u{0E31}[tag:x]\r\n$CATEGORY: x", choice(["ก", "ข"]))]))
  #expect(read.questions.count == 1)
  #expect(read.questions[0].id == "a-\u{0E31}[tag:x-$CATEGORY: x" || read.questions[0].id == "a-\u{0E31}[tag:x- $CATEGORY: x")
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

@Test("a cell is no formula, behind blanks, in wide letters or behind a semicolon either")
func csvDisarmsFormulas() {
  for formula in ["=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠SUM(1)", "−1"] {
    for lead in ["", " ", "\t", "\r\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{3000} "] {
      let cell = CSVTable.cell(lead + formula)
      #expect(cell == "'" + lead + formula || cell == "\"'" + lead + formula + "\"", "\(lead.debugDescription)")
    }
    #expect(CSVTable.cell("ก;\(formula)") == "\"ก;'\(formula)\"")
    #expect(CSVTable.cell("ก; \(formula)") == "\"ก;' \(formula)\"")
    #expect(CSVTable.cell("ก \(formula)") == "ก \(formula)")
  }
  #expect(CSVTable.cell(" ก") == " ก")
  #expect(CSVTable.cell("\tก") == "\"'\tก\"")
  #expect(CSVTable.cell("=1+1") == "'=1+1")
  #expect(CSVTable.cell("ก, \"ข\"") == "\"ก, \"\"ข\"\"\"")
}

@Test("a control character goes wherever it stands, and nothing else does")
func cleansEveryPlace() {
  let text = "เครือข่าย, network\n\tของผู้คน ±÷ ﷺ"
  #expect(PlainText.cleaned(text) == text)
  for bad: Unicode.Scalar in ["\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{FFFE}", "\r"] {
    let scalars = Array(text.unicodeScalars)
    for place in 0...scalars.count {
      var dirty = String.UnicodeScalarView(scalars)
      dirty.insert(bad, at: dirty.index(dirty.startIndex, offsetBy: place))
      #expect(PlainText.cleaned(String(dirty)) == text, "U+\(String(bad.value, radix: 16)) at \(place)")
    }
  }
}

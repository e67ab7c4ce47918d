import CourseModel
import Rendering
import Diagnostics

/// Kahoot's import sheet (.xlsx): question of at most 120 characters, two to four answers of at most 75, one or more right.
package struct Kahoot: QuizFormat {
  package let name = "kahoot"
  package let fileExtension = "xlsx"
  package let isText = false

  private static let questionLimit = 120
  private static let answerLimit = 75
  /// Kahoot takes 5, 10, 20, 30, 60, 90, 120 and 240 seconds.
  private static let seconds = 60

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    var omissions = Omissions()
    var rows: [[Cell]] = [
      [
        .text("Question - max 120 characters"), .text("Answer 1 - max 75 characters"), .text("Answer 2 - max 75 characters"),
        .text("Answer 3 - max 75 characters"), .text("Answer 4 - max 75 characters"), .text("Time limit (sec)"),
        .text("Correct answer(s) - choose at least one"),
      ]
    ]
    for item in bank.items {
      guard item.isAnswerable else {
        omissions.add(.notAnswerable)
        continue
      }
      guard let choices = Self.choices(item, labels) else {
        omissions.add(Wording(thai: "Kahoot รับเฉพาะข้อเลือกตอบและถูกผิด", english: "Kahoot takes choice and true–false only"))
        continue
      }
      let question = PlainText.oneLine(item.plainStem)
      guard question.count <= Self.questionLimit, choices.allSatisfy({ PlainText.oneLine($0.text).count <= Self.answerLimit }),
        choices.count <= 4
      else {
        omissions.add(
          Wording(
            thai: "คำถามยาวเกิน 120 ตัวอักษร ตัวเลือกยาวเกิน 75 ตัวอักษร หรือมีเกินสี่ข้อ",
            english: "the question is over 120 characters, an answer over 75, or there are more than four"))
        continue
      }
      let keys = choices.indices.filter { choices[$0].isKey }.map { String($0 + 1) }.joined(separator: ",")
      let answers = (0..<4).map { i in i < choices.count ? Cell.text(PlainText.oneLine(choices[i].text)) : .text("") }
      rows.append([.text(question)] + answers + [.number(Self.seconds), .text(keys)])
    }
    return ExportedQuiz(bytes: Self.workbook(rows), written: rows.count - 1, omitted: omissions.list)
  }

  private static func choices(_ item: QuizItem, _ labels: Labels) -> [Interaction.Option]? {
    switch item.interaction {
    case .choice(let options, _, _): return options
    case .trueFalse(let isTrue, _):
      return [.init(text: labels.right, isKey: isTrue, feedback: ""), .init(text: labels.wrong, isKey: !isTrue, feedback: "")]
    case .match, .order, .shortAnswer, .gaps, .essay: return nil
    }
  }

  private enum Cell {
    case text(String)
    case number(Int)
  }

  /// The smallest workbook Excel opens (ECMA-376): one sheet, text inline.
  private static func workbook(_ rows: [[Cell]]) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    var zip = ZipArchive()
    zip.add(
      "[Content_Types].xml",
      document("Types", [.init("xmlns", package + "/content-types")]) { xml in
        xml.empty(
          "Default", [.init("Extension", "rels"), .init("ContentType", "application/vnd.openxmlformats-package.relationships+xml")])
        xml.empty("Default", [.init("Extension", "xml"), .init("ContentType", "application/xml")])
        for (part, kind) in [("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet")] {
          xml.empty(
            "Override",
            [
              .init("PartName", part),
              .init("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"),
            ])
        }
      })
    zip.add(
      "_rels/.rels",
      document("Relationships", [.init("xmlns", package + "/relationships")]) { xml in
        xml.empty(
          "Relationship", [.init("Id", "rId1"), .init("Type", relations + "/officeDocument"), .init("Target", "xl/workbook.xml")])
      })
    zip.add(
      "xl/workbook.xml",
      document("workbook", [.init("xmlns", main), .init("xmlns:r", relations)]) { xml in
        xml.element("sheets") { $0.empty("sheet", [.init("name", "Sheet1"), .init("sheetId", "1"), .init("r:id", "rId1")]) }
      })
    zip.add(
      "xl/_rels/workbook.xml.rels",
      document("Relationships", [.init("xmlns", package + "/relationships")]) { xml in
        xml.empty(
          "Relationship", [.init("Id", "rId1"), .init("Type", relations + "/worksheet"), .init("Target", "worksheets/sheet1.xml")])
      })
    zip.add(
      "xl/worksheets/sheet1.xml",
      document("worksheet", [.init("xmlns", main)]) { xml in
        xml.element("sheetData") { xml in
          for (r, row) in rows.enumerated() {
            xml.element("row", [.init("r", String(r + 1))]) { xml in
              for (c, cell) in row.enumerated() {
                let place = XMLBuffer.Attribute("r", String(UnicodeScalar(UInt8(0x41 + c))) + String(r + 1))
                switch cell {
                case .number(let value): xml.element("c", [place]) { $0.element("v", text: String(value)) }
                case .text(""): continue
                case .text(let text):
                  xml.element("c", [place, .init("t", "inlineStr")]) { xml in
                    xml.element("is") { $0.element("t", [.init("xml:space", "preserve")], text: text) }
                  }
                }
              }
            }
          }
        }
      })
    return zip.finished()
  }

  private static func document(_ name: StaticString, _ attributes: [XMLBuffer.Attribute], _ body: (inout XMLBuffer) -> Void)
    -> [UInt8]
  {
    var xml = XMLBuffer()
    xml.declaration()
    xml.element(name, attributes, body)
    return xml.bytes
  }
}

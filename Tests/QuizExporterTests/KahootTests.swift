import CourseModel
import Foundation
import Testing

@testable import QuizExporter

private func sheet(_ items: [QuizItem]) throws -> (rows: [[String: String]], export: ExportedQuiz) {
  let export = Kahoot().write(bank(items), .init())
  let files = try ZipReader.files(export.bytes)
  for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
    _ = try XMLTree.parse(#require(files[name]))
  }
  let tree = try XMLTree.parse(#require(files["xl/worksheets/sheet1.xml"]))
  let rows = tree.descendants("row").map { row in
    Dictionary(
      uniqueKeysWithValues: row.all("c").map { cell in
        (String(cell.attributes["r"]?.prefix { $0.isLetter } ?? ""), cell.value("is", "t") ?? cell.value("v") ?? "")
      })
  }
  return (rows, export)
}

@Test func kahootWritesQuestionAnswersTimeAndKey() throws {
  let (rows, export) = try sheet([everyInteraction[0]])
  #expect(export.written == 1)
  #expect(rows[1] == ["A": "เครือข่ายคืออะไร", "B": "สายใย", "C": "ตาข่าย", "D": "ความร่วมมือ", "E": "ชุมชนแห่งสำนึก", "F": "60", "G": "3"])
}

@Test func kahootNamesEveryRightAnswer() throws {
  #expect(try sheet([everyInteraction[1]]).rows[1]["G"] == "1,3")
}

@Test func kahootLeavesOutWhatIsTooLong() throws {
  let long = item("long", choice([String(repeating: "ก", count: 76), "ข"]))
  let (rows, export) = try sheet(
    [long, item("q", choice(["ก", "ข"]), stem: String(repeating: "น", count: 121))] + everyInteraction)
  #expect(rows.count == export.written + 1)
  #expect(export.written + export.omitted.reduce(0) { $0 + $1.count } == everyInteraction.count + 2)
}

@Test(
  "openpyxl reads the sheet as it was written",
  .enabled(if: RealReader.python(with: "openpyxl") != nil, "needs a Python with openpyxl: make packages-test"))
func spreadsheetReaderReadsKahoot() throws {
  let python = try #require(RealReader.python(with: "openpyxl"))
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".xlsx")
  try Data(Kahoot().write(bank([everyInteraction[0], everyInteraction[2]]), .init()).bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let script = """
    import sys, openpyxl
    for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(min_row=2, values_only=True):
        print("|".join("" if cell is None else str(cell) for cell in row))
    """
  let outcome = try #require(RealReader.run([python, "-c", script, file.path]))
  #expect(
    outcome.output == """
      เครือข่ายคืออะไร|สายใย|ตาข่าย|ความร่วมมือ|ชุมชนแห่งสำนึก|60|3
      ข้อใด “ไม่ใช่” องค์ประกอบ|จุดมุ่งหมาย|การเรียนรู้|การลงทุน||60|1

      """)
}

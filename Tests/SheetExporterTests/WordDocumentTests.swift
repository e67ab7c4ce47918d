import CourseModel
import Foundation
import TestSupport
import Testing

@testable import SheetExporter

/// Word documents as pandoc and `docx.py` make them. Skipped, saying so, where pandoc is missing.
struct WordDocumentTests {
  private static let pandoc = ["/usr/bin/pandoc", "/usr/local/bin/pandoc"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  private static let isAvailable = pandoc != nil && python != nil

  /// The parts of a document by name.
  private func parts(_ sheet: Sheet) throws -> [String: String] {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var writer = WordSourceWriter()
    let source = String(decoding: writer.write(sheet), as: UTF8.self)
    var input = Data()
    for line in [["pandoc": Self.pandoc ?? "", "language": "th"], ["output": folder.path + "/a.docx", "source": source]] {
      input += try JSONSerialization.data(withJSONObject: line) + Data([0x0A])
    }
    let script = packageRoot.appendingPathComponent("Templates/sheets/docx.py").path
    let run = Typesetting.run(Self.python ?? "", ["-I", script], input: input)
    try #require(run.status == 0)
    let unpack =
      "import sys, zipfile, json; z = zipfile.ZipFile(sys.argv[1]); print(json.dumps({n: z.read(n).decode() for n in z.namelist() if n.endswith('.xml')}))"
    let read = Typesetting.run(Self.python ?? "", ["-c", unpack, folder.path + "/a.docx"])
    return try JSONDecoder().decode([String: String].self, from: read.output)
  }

  private var paper: Sheet {
    let options: [SheetText] = [[.text("ก้อง")], [.strong("ขวัญ")], [.text("<งาม>")]]
    return Sheet(
      stem: "papers/exam", kicker: "ข้อสอบ", title: "สอบ", documentTitle: "สอบ", footer: "",
      blocks: [
        .examItem(ExamItem(number: "1", stem: [.text("ข้อใด")], options: options)),
        .examItem(ExamItem(number: "2", stem: [.text("อย่างไร")], answer: [.lines(2)])),
      ])
  }

  @Test(.enabled(if: isAvailable, "pandoc is not installed")) func giveThaiItsFontAndSize() throws {
    let parts = try parts(paper)
    let styles = try #require(parts["word/styles.xml"])
    let fonts = styles.matches(of: /<w:rFonts [^>]*w:cs="([^"]+)"/).map { String($0.1) }
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0 == "Sarabun" || $0 == "TH Sarabun New" })
    #expect(!styles.contains("w:cstheme") && styles.contains("w:bidi=\"th-TH\""))
    #expect(styles.matches(of: #/<w:sz /#).count == styles.matches(of: #/<w:szCs /#).count)
    let document = try #require(parts["word/document.xml"])
    #expect(document.matches(of: #/<w:b />/#).count == document.matches(of: #/<w:bCs />/#).count && document.contains("<w:bCs />"))
  }

  @Test(.enabled(if: isAvailable, "pandoc is not installed")) func numberQuestionsAndLetterOptionsForReal() throws {
    let parts = try parts(paper)
    #expect(parts["word/numbering.xml"]?.contains("w:val=\"thaiLetters\"") == true)
    let document = try #require(parts["word/document.xml"])
    let stems = document.matches(of: /<w:pStyle w:val="Stem" \/>.*?<w:ilvl w:val="0" \/><w:numId w:val="(\d+)" \/>/).map { $0.1 }
    let options = document.matches(of: /<w:ilvl w:val="1" \/><w:numId w:val="(\d+)" \/>/).map { $0.1 }
    #expect(stems.count == 2 && Set(stems).count == 1)
    #expect(options.count == 3 && Set(options).count == 1)
    #expect(document.contains("&lt;งาม&gt;") && !document.contains(">ก. "))
    #expect(document.matches(of: /"Writingline"/).count == 2)
  }

  @Test(.enabled(if: isAvailable, "pandoc is not installed")) func setShortOptionsInColumnsOfOneList() throws {
    let options: [SheetText] = ["ก้อง", "ขวัญ", "งาม", "จันทร์", "ฉาย"].map { [.text($0)] }
    let sheet = Sheet(
      stem: "papers/exam", kicker: "k", title: "t", documentTitle: "d", footer: "",
      blocks: [
        .examItem(ExamItem(number: "1", stem: [.text("ข้อใด")], options: Array(options[..<4]), optionColumns: 2)),
        .examItem(ExamItem(number: "2", stem: [.text("ใคร")], options: options, optionColumns: 4)),
      ])
    let document = try #require(parts(sheet)["word/document.xml"])
    let rows = document.matches(of: #/<w:tr>.*?</w:tr>/#).map { String($0.output) }
    #expect(rows.map { $0.ranges(of: "<w:tc>").count } == [2, 2, 4, 4])
    #expect(rows.map { $0.ranges(of: "<w:numPr>").count } == [2, 2, 4, 1])
    // Letters run on from cell to cell, and begin anew with the next question.
    let lists = rows.map { Set($0.matches(of: /<w:ilvl w:val="1" \/><w:numId w:val="(\d+)" \/>/).map { String($0.1) }) }
    #expect(lists.allSatisfy { $0.count == 1 } && lists[0] == lists[1] && lists[2] == lists[3] && lists[0] != lists[2])
    #expect(document.ranges(of: "<w:tblGrid>").count == 2)
  }
}

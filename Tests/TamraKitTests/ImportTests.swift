import Diagnostics
import Foundation
import Testing

@testable import TamraKit

private let tools = Toolbox(executable: "tamra", environment: ProcessInfo.processInfo.environment)

@Suite struct Importing {
  private let long = "เครือข่ายเป็นการเชื่อมโยงความพยายามและการดำเนินงานของฝ่ายต่าง ๆ เข้าด้วยกันอย่างเป็นระบบ เพื่อปฏิบัติภารกิจร่วมกัน"

  /// A document made by pandoc out of Markdown.
  private func document(_ markdown: String, _ name: String, in folder: ScratchFolder) throws {
    let program = try #require(tools.program("pandoc"))
    let output = try ToolProcess(program, ["-f", "markdown", "-o", folder.path + "/" + name, "--resource-path", folder.path]).run(
      input: Array(markdown.utf8), limit: 60)
    try #require(output.status == 0, "\(output.standardError)")
  }

  @Test(.enabled(if: tools.program("pandoc") != nil, "pandoc is not installed"))
  func keepsHeadingsListsTablesNotesAndPicturesOfADocument() throws {
    let folder = try ScratchFolder()
    // The smallest PNG: one pixel.
    let picture = try #require(
      Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
    try picture.write(to: URL(fileURLWithPath: folder.path + "/p.png"))
    try document(
      """
      ---
      title: เครือข่าย
      author: สมชาย ใจดี
      ---

      # ความหมาย

      \(long)[^1]

      - ก
      - ข

      | ค | ง |
      |---|---|
      | 1 | 2 |

      ![ภาพ](p.png)

      # คำถาม

      1. เครือข่ายคืออะไร

      [^1]: หมายเหตุ

      """, "a.docx", in: folder)
    let recorder = Recorder()
    #expect(try ImportAction(file: folder.path + "/a.docx", output: folder.path + "/c", toolbox: tools).run(recorder.console) == 0)
    let text = try #require(folder.text("c/Content/01-chapter/chapter.md"), "\(recorder.messages)")
    for words in [
      "# เครือข่าย", "สมชาย ใจดี", "## ความหมาย", "- ก", "| ค", "หมายเหตุ", "## คำถาม", "1. เครือข่ายคืออะไร", "{#q-", "](media/",
    ] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
    #expect(!text.contains("tamra-import-"))
    #expect(folder.names.contains { $0.hasPrefix("c/Content/01-chapter/media/") })
    #expect(folder.text("c/Content/course.yml")?.contains("เครือข่าย") == true)
  }

  @Test func saysWhatToInstallWithoutPandoc() throws {
    let folder = try ScratchFolder()
    try Data([0x50, 0x4B, 0x03, 0x04, 0]).write(to: URL(fileURLWithPath: folder.path + "/a.docx"))
    let none = Toolbox(executable: "tamra", environment: ["PATH": "/nonexistent"])
    let failure = #expect(throws: Failure.self) {
      try ImportAction(file: folder.path + "/a.docx", output: folder.path + "/c", toolbox: none).run(Recorder().console)
    }
    #expect(failure?.message.english.contains("apt-get install pandoc") == true)
    #expect(!folder.names.contains("c"))
  }

  @Test(.enabled(if: tools.program("pandoc") != nil, "pandoc is not installed"))
  func writesNothingWhereOneDocumentCannotBeRead() throws {
    let folder = try ScratchFolder()
    try folder.put("docs/a.txt", "บทที่ 1\nก\n\n\(long)\n")
    try Data([0x50, 0x4B, 0x03, 0x04, 0]).write(to: URL(fileURLWithPath: folder.path + "/docs/b.docx"))
    #expect(throws: Failure.self) {
      try ImportAction(file: folder.path + "/docs", output: folder.path + "/c", toolbox: tools).run(Recorder().console)
    }
    #expect(!folder.names.contains("c"))
  }

  @Test func takesAFolderAsChaptersOfACourse() throws {
    let folder = try ScratchFolder()
    try folder.put("วิชา/1-ก.txt", "บทที่ 1\nการเรียนรู้\n\n\(long)\n")
    try folder.put("วิชา/2-ข.txt", "บทที่ 2\nเครือข่าย\n\n\(long)\n")
    try folder.put("วิชา/notes.pdf", "x")
    #expect(try ImportAction(file: folder.path + "/วิชา", output: folder.path + "/c").run(Recorder().console) == 0)
    #expect(
      folder.names.filter { $0.hasPrefix("c/Content/0") && $0.hasSuffix(".md") } == [
        "c/Content/01-chapter/chapter.md", "c/Content/02-chapter/chapter.md",
      ])
    #expect(folder.text("c/Content/course.yml")?.contains("วิชา") == true)
    // Into the course as it is now: the next chapter, the course's own settings untouched.
    try folder.put("c/Content/course.yml", "title: ของฉัน\n")
    try folder.put("more.txt", "บทที่ 2\nสรุป\n\n\(long)\n")
    #expect(try ImportAction(file: folder.path + "/more.txt", output: folder.path + "/c").run(Recorder().console) == 0)
    #expect(folder.text("c/Content/03-chapter/chapter.md")?.contains("# สรุป") == true)
    #expect(folder.text("c/Content/course.yml") == "title: ของฉัน\n")
    #expect(throws: Failure.self) {
      try ImportAction(file: folder.path + "/c/Content", output: folder.path + "/x").run(Recorder().console)
    }
  }

  @Test func saysAloudWhichEncodingItTook() throws {
    let folder = try ScratchFolder()
    let words = "บทที่ 1\nเครือข่าย\n\nเครือข่าย คือ ความร่วมมือของคนหลายฝ่ายในสังคม\n"
    let tis = words.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0xE00 + 0xA0) }
    let wide = words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for (name, bytes, said) in [("tis.txt", tis, "Windows-874"), ("wide.txt", [0xFF, 0xFE] + wide, "UTF-16LE")] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
      let recorder = Recorder()
      #expect(try ImportAction(file: folder.path + "/" + name, output: folder.path + "/c-" + name).run(recorder.console) == 0)
      #expect(recorder.messages.contains(said))
      #expect(folder.text("c-" + name + "/Content/01-chapter/chapter.md")?.contains("ความร่วมมือของคนหลายฝ่าย") == true)
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import TamraKit

/// The quick half of `Tests/Browser/test_hostile.py`: every kind of harmful text in every field, and no page with anything foreign in it.
@Suite struct HostileText {
  @Test func hasEveryKind() {
    #expect(HostileVector.all.count > 160)
    #expect(Set(HostileVector.all.map(\.kind)).count == 13)
    #expect(HostileVector.all.contains { $0.text == "\t=1+1" })
  }

  @Test("makes pages of our own elements alone", arguments: [true, false])
  func makesNoPageWithForeignMarkup(isRaw: Bool) throws {
    let folder = try ScratchFolder()
    let vectors = HostileVector.all
    let some = stride(from: 0, to: vectors.count, by: 4).map { vectors[$0] }
    var chapter = "---\ntitle: \(some[0].yaml)\nnumber: \(some[1].yaml)\nobjectives: [\(some[2].yaml)]\n---\n\n"
    for (i, vector) in vectors.enumerated() {
      let text = isRaw ? vector.raw : vector.escaped
      let word =
        "คำ"
        + String(i).map {
          ["0": "กด", "1": "ขต", "2": "คถ", "3": "งท", "4": "จธ", "5": "ชน", "6": "ซบ", "7": "ญป", "8": "ดผ"][$0] ?? "ตฝ"
        }.joined()
      let quoted = "\"" + vector.raw.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      chapter += """
        ## \(text) {#\(vector.raw.replacing(" ", with: ""))}

        \(text) (2540) กล่าวว่า \(word) (\(text)) หมายถึง สิ่งที่ \(text) [@k\(i), \(text)] [\(text)](p?\(i) \(quoted)) ![\(text)](p.png)[^\(i)]

        [\(word)]{.concept en=\(quoted)} [\(text)]{.\(vector.raw.replacing(" ", with: "")) lang=\(quoted)}

        [^\(i)]: \(text)

        > [!\(vector.raw)] \(text)
        > \(text)

        > [!quiz] \(i) \(text)
        > - [x] ถูก \(text)
        >   เพราะ \(text)
        > - [ ] ผิด \(text)

        | \(text) | ข |
        |---|---|
        | ก | \(text) |

        ```\(vector.raw.replacing("`", with: ""))
        \(vector.raw.replacing("`", with: ""))
        ```


        """
    }
    try folder.put("Content/01-x\"><script>a/chapter.md", chapter)
    try folder.put("Content/01-x\"><script>a/p.png", "png")
    try folder.put(
      "Content/course.yml",
      "title: \(some[3].yaml)\nauthors: [\(some.map(\.yaml).joined(separator: ", "))]\naliases: {คำ: [\(some[4].yaml)]}\n")
    try folder.put(
      "Content/references.yml",
      vectors.enumerated().map { i, vector in
        "- {id: k\(i), type: book, title: \(vector.yaml), author: [{literal: \(vector.yaml)}], issued: 2540, URL: \(i % 2 == 0 ? "\"javascript:XSS()\"" : vector.yaml)}\n"
      }.joined())
    try folder.put(
      "Site/site.yml",
      "title: \(some[5].yaml)\nbase-url: \"https://example.org/\"\nsheets: [chapter, glossary, book]\ndownloads: [chapters]\n")
    let recorder = Recorder()
    _ = try BuildAction(
      CourseRequest(
        course: folder.path, workingFolder: folder.path, executable: "/none/bin/tamra", environment: ["PATH": ""], jobs: 2)
    ).run(recorder.console)
    let base = folder.path + "/Site/public"
    let pages = try FileManager.default.subpathsOfDirectory(atPath: base).filter { $0.hasSuffix(".html") }
    #expect(pages.count > 40)
    for page in pages where page != "404.html" {
      let bytes = try FileReading.bytes(at: base + "/" + page)
      let found = foreignMarkup(in: bytes, allowed: nil)
      #expect(found == nil, "\(page)")
    }
  }

  @Test func runsNoProgramOfTheCourses() throws {
    let folder = try ScratchFolder()
    try folder.put("Content/01-a/chapter.md", "# ก\n\nข้อความ\n")
    try folder.put(".tools/venv/bin/python", "#!/bin/sh\ntouch \(folder.path)/ran\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/.tools/venv/bin/python")
    try folder.put("Templates/sheets/typeset.py", "open('\(folder.path)/ran', 'w')")
    try folder.put("Templates/sheets/sheet.css", "body { color: red }")
    let request = CourseRequest(
      course: folder.path, workingFolder: folder.path, executable: "/none/bin/tamra", environment: ["PATH": ""])
    #expect(request.toolbox.python == nil)
    let resources = try Resources(course: CourseFolder(at: folder.path, workingFolder: "/"))
    let ours = try Resources(course: nil).templates["sheets/typeset.py"]?.bytes
    #expect(ours != nil && resources.templates["sheets/typeset.py"]?.bytes == ours)
    #expect(resources.templates["sheets/sheet.css"]?.bytes == Array("body { color: red }".utf8))
  }

  @Test(
    "a course does not choose where on the machine its site goes", arguments: ["Site", "Site/public", "Site/instructor", ".tamra"])
  func writesThroughNoLinkOfTheCourses(_ name: String) throws {
    let folder = try ScratchFolder()
    try folder.put("course/Content/01-a/chapter.md", "# ก\n\nข้อความ\n")
    try folder.put("course/Site/site.yml", "language: th\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/elsewhere", withIntermediateDirectories: true)
    let path = folder.path + "/course/" + name
    if name == "Site" { try FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/elsewhere")
    let request = CourseRequest(
      course: folder.path + "/course", workingFolder: "/", executable: "/none/bin/tamra", environment: ["PATH": ""])
    let failure = #expect(throws: Failure.self) { try BuildAction(request).run(Recorder().console) }
    #expect(failure?.message.english.contains("--output") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere").isEmpty)
  }

  @Test func saysWhichProgramCannotBeRun() {
    let failure = #expect(throws: Failure.self) { try ToolProcess("/none/python", []).run(limit: 1) }
    #expect(failure?.message.english.contains("/none/python") == true)
  }
}

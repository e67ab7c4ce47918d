import CourseModel
import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TamraKit

/// Collects what an action prints.
final class Recorder: Sendable {
  private let state = Mutex((output: [UInt8](), messages: [String]()))
  var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var messages: String { state.withLock { $0.messages.joined(separator: "\n") } }
  var console: Console {
    Console(
      language: .english, output: { bytes in self.state.withLock { $0.output += bytes } },
      messages: { text in self.state.withLock { $0.messages.append(text) } })
  }
}

private let chapter = """
  # บทที่ 1 ทุนทางสังคม

  Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น

  องค์ประกอบของทุนทางสังคมมี 3 ประการ ได้แก่

  1. **ความไว้วางใจ** (trust)
  2. **บรรทัดฐาน** (norm)
  3. **เครือข่าย** (network)

  ## คำถามท้ายบท

  1. ทุนทางสังคมมีองค์ประกอบอะไรบ้าง
  """

/// A course in a scratch folder.
private struct Scratch {
  let folder = try? ScratchFolder()
  var root: String { folder?.path ?? "/nonexistent" }

  init(_ files: [String: String] = ["Content/01-capital/chapter.md": chapter]) throws {
    for (name, text) in files { try folder?.put(name, text) }
  }

  var request: CourseRequest {
    // No tools: builds of tests do not depend on what the machine has.
    CourseRequest(course: root, workingFolder: root, executable: root + "/bin/tamra", environment: ["PATH": ""], jobs: 2)
  }

  func build(to output: String? = nil) throws -> (status: Int32, messages: String) {
    let recorder = Recorder()
    let status = try BuildAction(request, output: output).run(recorder.console)
    return (status, recorder.messages)
  }

  func ids() throws -> [String] {
    let recorder = Recorder()
    _ = try CheckAction(request, format: .json).run(recorder.console)
    let json = try JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: Any]
    return (json?["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  func publicFiles() throws -> [String: Data] {
    let base = root + "/Site/public"
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base) {
      if let data = FileManager.default.contents(atPath: base + "/" + path) { files[path] = data }
    }
    return files
  }
}

@Suite struct Building {
  @Test func makesAWholeSiteOfAFolderWithNothingButAChapter() throws {
    let course = try Scratch()
    let (status, messages) = try course.build()
    #expect(status == 0, "\(messages)")
    let files = try course.publicFiles()
    for path in [
      "index.html", "chapters/01-capital.html", "concepts/social-capital.html", "glossary.html", "references.html",
      "assets/site.css",
    ] {
      #expect(files[path] != nil, "\(path)")
    }
    let page = String(decoding: files["chapters/01-capital.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("ลักษณะของสังคม") && page.contains("id=\"d-social-capital-putnam-1993\""))
    #expect(files.keys.contains { $0.hasPrefix("practice/") })
    #expect(!FileManager.default.fileExists(atPath: course.root + "/Site/instructor"))
  }

  @Test func writesTheSameBytesWhateverTheNumberOfThreads() throws {
    let one = try Scratch()
    let many = try Scratch()
    _ = try one.build()
    var request = many.request
    request.jobs = 7
    _ = try BuildAction(request).run(Recorder().console)
    #expect(try one.publicFiles() == many.publicFiles())
  }

  @Test func touchesNothingTheSecondTime() throws {
    let course = try Scratch()
    _ = try course.build()
    #expect(try course.build().messages.contains("0 files written"))
  }

  @Test func removesThePagesOfAChapterThatHasGone() throws {
    let course = try Scratch(["Content/01-a/chapter.md": chapter, "Content/02-b/chapter.md": "# ข\n\nข้อความ"])
    _ = try course.build()
    #expect(try course.publicFiles()["chapters/02-b.html"] != nil)
    try FileManager.default.removeItem(atPath: course.root + "/Content/02-b")
    _ = try course.build()
    #expect(try course.publicFiles()["chapters/02-b.html"] == nil)
  }

  @Test func leadsToEverythingThereIsToPrint() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": chapter, "Content/02-b/chapter.md": "# บทที่ 2 ว่าง\n\nข้อความ\n",
      "Site/site.yml": "sheets: [glossary, discussion, key, book]\n",
    ])
    _ = try course.build()
    let files = try course.publicFiles()
    let page = String(decoding: try #require(files["sheets.html"]), as: UTF8.self)
    let made = files.keys.filter { $0.hasPrefix("sheets/") && !$0.hasSuffix(".css") }
    #expect(made.count >= 5)
    for path in made { #expect(page.contains("href=\"\(path)\""), "\(path)") }
    // A question's worksheet is called by its question; a lecturer's paper is not spoken of.
    #expect(page.replacing(/<[^>]*>/, with: "").contains("ใบงานอภิปราย: ทุนทางสังคมมีองค์ประกอบอะไรบ้าง"))
    #expect(!page.contains("papers/"))
    for (path, link) in [("index.html", "sheets.html#01-a"), ("chapters/01-a.html", "../sheets.html#01-a")] {
      #expect(String(decoding: files[path] ?? Data(), as: UTF8.self).contains("href=\"\(link)\""), "\(path)")
    }
  }

  @Test func speaksOfNoSheetsWhereThereAreNone() throws {
    let course = try Scratch()
    _ = try course.build()
    let files = try course.publicFiles()
    #expect(files["sheets.html"] == nil)
    #expect(files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("sheets.html") })
  }

  @Test func leavesPracticeOutWhenAsked() throws {
    let course = try Scratch(["Content/01-a/chapter.md": chapter, "Site/site.yml": "practice: false\n"])
    _ = try course.build()
    #expect(try course.publicFiles().keys.contains { $0.hasPrefix("practice/") } == false)
  }

  @Test func keepsExamItemsOutOfThePublicFolder() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": chapter, "Content/quiz.yml": "exam-share: 100\n", "Site/site.yml": "banks: [json]\n",
    ])
    _ = try course.build()
    #expect(FileManager.default.fileExists(atPath: course.root + "/Site/instructor/quiz/json-exam.json"))
    #expect(try course.publicFiles().keys.contains { $0.contains("exam") } == false)
  }

  @Test func usesTheCoursesOwnTemplateAndSaysWhatIsWrongInIt() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": chapter, "Templates/page.mustache": "<title>{{title}}</title>\n{{titel}}\n",
    ])
    let (status, messages) = try course.build()
    #expect(status == 1)
    #expect(messages.contains("Templates/page.mustache:2:1: error["))
  }

  @Test func showsNoTitleCardWhereTypstIsMissingAndSaysSo() throws {
    let course = try Scratch(["Content/01-a/chapter.md": chapter, "Site/site.yml": "base-url: https://example.org/c\n"])
    let (status, messages) = try course.build()
    #expect(status == 0 && messages.contains("no title card"))
    let pages = try course.publicFiles()
    #expect(!pages.keys.contains { $0.hasPrefix("title-card") })
    #expect(!pages.values.contains { String(decoding: $0, as: UTF8.self).contains("og:image") })
    #expect(try !Scratch(["Content/01-a/chapter.md": chapter]).build().messages.contains("title card"))
  }

  @Test func saysWhatTypstWouldNeed() throws {
    let course = try Scratch(["Content/01-a/chapter.md": chapter, "Site/site.yml": "sheets: [glossary, nonsense]\n"])
    let (status, messages) = try course.build()
    #expect(status == 1 && messages.contains("missing-tool") && messages.contains("“nonsense” is no sheet"))
    #expect(try course.publicFiles().keys.contains { $0.hasPrefix("sheets/") && $0.hasSuffix(".html") })
  }
}

@Suite struct BadInput {
  @Test(arguments: [
    ("empty", "empty-chapter"), ("latin", "not-utf8"), ("nul", "nul-byte"), ("table", "table-too-wide"),
    ("deep", "nesting-too-deep"),
    ("yaml", "yaml-syntax"), ("bomb", "yaml-alias"),
  ])
  func isOneDiagnosticAndTheRestIsBuilt(_ input: (String, String)) throws {
    let bytes: [UInt8]
    switch input.0 {
    case "empty": bytes = []
    case "latin": bytes = Array("# ".utf8) + [0xA1, 0xD2, 0xC3] + Array("\n".utf8)
    case "nul": bytes = Array("# ก\n\nข".utf8) + [0] + Array("ค\n".utf8)
    case "table":
      let row = String(repeating: "|a", count: 75_000) + "|\n"
      bytes = Array((row + String(repeating: "|-", count: 75_000) + "|\n").utf8)
    case "deep": bytes = Array((String(repeating: "> ", count: 5_000) + "ก\n").utf8)
    case "yaml": bytes = Array("---\ntitle: \"ก\nid: x\n---\n# ก\n".utf8)
    default: bytes = Array("---\na: &a [x]\nb: [*a, *a]\n---\n# ก\n".utf8)
    }
    let course = try Scratch()
    try FileManager.default.createDirectory(atPath: course.root + "/Content/02-bad", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: course.root + "/Content/02-bad/chapter.md"))
    let (_, messages) = try course.build()
    #expect(messages.contains("[\(input.1)]"), "\(messages.prefix(400))")
    #expect(messages.contains("Content/02-bad/chapter.md:"))
    #expect(try course.publicFiles()["chapters/01-capital.html"] != nil)
  }

  @Test func ofFiftyMegabytesIsRefusedWithoutReadingIt() throws {
    let course = try Scratch()
    try FileManager.default.createDirectory(atPath: course.root + "/Content/02-big", withIntermediateDirectories: true)
    let path = course.root + "/Content/02-big/chapter.md"
    try Data().write(to: URL(fileURLWithPath: path))
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 50 << 20)
    let (status, messages) = try course.build()
    #expect(status == 1 && messages.contains("[chapter-too-large]"), "\(messages.prefix(400))")
  }

  @Test func withWindowsLineEndsAndAMarkReadsAsUsual() throws {
    let windows = "\u{FEFF}" + chapter.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let course = try Scratch(["Content/01-capital/chapter.md": windows])
    let (status, _) = try course.build()
    #expect(status == 0)
    #expect(try course.publicFiles()["concepts/social-capital.html"] != nil)
  }

  @Test func thatLeavesTheCourseIsAnError() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": "# ก\n\n![รูป](../../../etc/passwd)\n\n[แฟ้ม](none.pdf) [ดี](#x) [ดี](https://example.org)\n"
    ])
    #expect(try course.ids().sorted() == ["missing-file", "outside-course"])
  }

  @Test func ofSettingsKeepsTheDefaults() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": chapter, "Site/site.yml": "practice: perhaps\nbase-url: ftp://x\ncolour: red\n",
    ])
    #expect(try course.ids().sorted() == ["unknown-setting", "yaml-type", "yaml-type"])
  }

  @Test func withoutContentIsAFailure() throws {
    let empty = try ScratchFolder()
    let request = CourseRequest(course: empty.path, workingFolder: empty.path, executable: "/x", environment: [:])
    let failure = #expect(throws: Failure.self) { try BuildAction(request).run(Recorder().console) }
    #expect(failure?.status == .io)
  }

  @Test func inAForeignOutputFolderIsAFailureAndNothingIsLost() throws {
    let course = try Scratch()
    try course.folder?.put("out/public/thesis.docx", "years")
    let failure = #expect(throws: Failure.self) { try course.build(to: course.root + "/out") }
    #expect(failure?.message.english.contains("thesis.docx") == true)
    #expect(course.folder?.text("out/public/thesis.docx") == "years")
  }
}

@Suite struct OtherActions {
  @Test func initMakesACourseThatBuildsWithoutAWarning() throws {
    let folder = try ScratchFolder()
    let recorder = Recorder()
    #expect(try InitAction(folder: folder.path + "/new").run(recorder.console) == 0)
    let request = CourseRequest(course: folder.path + "/new", workingFolder: "/", executable: "/x/tamra", environment: ["PATH": ""])
    let check = Recorder()
    #expect(try CheckAction(request, isStrict: true).run(check.console) == 0, "\(check.output)")
    #expect(try BuildAction(request).run(Recorder().console) == 0)
    #expect(throws: Failure.self) { try InitAction(folder: folder.path + "/new").run(recorder.console) }
  }

  @Test func recordsAreJSONOnStandardOutput() throws {
    let course = try Scratch()
    let recorder = Recorder()
    #expect(try RecordsAction(course.request).run(recorder.console) == 0)
    let json = try JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: Any]
    #expect(json?["schema"] as? String == "tamra.records/1")
    #expect((json?["citations"] as? [Any])?.count == 1)
    #expect(throws: Failure.self) { try RecordsAction(course.request, format: "yaml").run(recorder.console) }
  }

  @Test func quizWritesABankAndRefusesUnknownFormats() throws {
    let course = try Scratch()
    let recorder = Recorder()
    _ = try QuizAction(course.request, format: "moodle").run(recorder.console)
    #expect(recorder.output.contains("<quiz>"))
    let failure = #expect(throws: Failure.self) { try QuizAction(course.request, format: "word").run(recorder.console) }
    #expect(failure?.status == .usage)
  }

  @Test func checkFailsOnWarningsOnlyWhenStrict() throws {
    let course = try Scratch(["Content/01-a/chapter.md": "# ก\n\n[แฟ้ม](none.pdf)\n"])
    #expect(try CheckAction(course.request).run(Recorder().console) == 0)
    #expect(try CheckAction(course.request, isStrict: true).run(Recorder().console) == 1)
  }

  @Test func ignoreSwitchesAFindingOffForOneChapter() throws {
    let course = try Scratch([
      "Content/01-a/chapter.md": "---\nignore: [missing-file]\n---\n# ก\n\n[แฟ้ม](none.pdf)\n",
      "Content/02-b/chapter.md": "# ข\n\n[แฟ้ม](none.pdf)\n",
    ])
    #expect(try course.ids() == ["missing-file"])
  }

  @Test func importAddsTheNextChapterAndOverwritesNothing() throws {
    let folder = try ScratchFolder()
    try folder.put("text.txt", "บทที่ 3\nการเรียนรู้\n\nการเรียนรู้ (learning) คือ การเปลี่ยนแปลงที่ค่อนข้างถาวร\n")
    let action = ImportAction(file: folder.path + "/text.txt", output: folder.path + "/course")
    #expect(try action.run(Recorder().console) == 0)
    #expect(try action.run(Recorder().console) == 0)
    #expect(
      folder.names.filter { $0.hasSuffix("chapter.md") } == [
        "course/Content/03-chapter/chapter.md", "course/Content/04-chapter/chapter.md",
      ])
    #expect(throws: Failure.self) {
      try ImportAction(file: folder.path + "/none.txt", output: folder.path + "/x").run(Recorder().console)
    }
  }

  @Test func renderPrintsHTML() throws {
    let folder = try ScratchFolder()
    try folder.put("a.md", "# ก\n\n<b>x</b>\n")
    let recorder = Recorder()
    #expect(try RenderAction(file: folder.path + "/a.md").run(recorder.console) == 0)
    #expect(recorder.output.contains("<h1") && recorder.output.contains("&lt;b&gt;"))
  }
}

import Diagnostics
import Foundation
import QuizGenerator
import TestSupport
import Testing

@testable import TamraKit

private let chapter = """
  # บทที่ 1 ทุนทางสังคม

  Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น

  Coleman (1988) กล่าวว่า บรรทัดฐาน (norm) คือ กติกาที่สมาชิกของกลุ่มยอมรับร่วมกันและใช้กำกับการกระทำของกันและกัน

  Fukuyama (1995) กล่าวว่า ความไว้วางใจ (trust) คือ ความคาดหวังว่าสมาชิกของชุมชนจะประพฤติตนอย่างซื่อสัตย์และร่วมมือกัน

  องค์ประกอบของทุนทางสังคมมี 4 ประการ ได้แก่

  1. **ความไว้วางใจ** (trust)
  2. **บรรทัดฐาน** (norm)
  3. **เครือข่าย** (network)
  4. **การมีส่วนร่วม** (participation)
  """

@Suite struct Printing {
  private func build(_ files: [String: String]) throws -> (folder: ScratchFolder, messages: String) {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.put(name, text) }
    let recorder = Recorder()
    _ = try BuildAction(request(folder)).run(recorder.console)
    return (folder, recorder.messages)
  }

  private func request(_ folder: ScratchFolder) -> CourseRequest {
    CourseRequest(course: folder.path, workingFolder: folder.path, executable: "/x/tamra", environment: ["PATH": ""], jobs: 2)
  }

  private func paths(_ folder: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".html") || $0.hasSuffix(".epub") }
      .sorted()
  }

  @Test func putsPapersIntoTheInstructorsFolderAlone() throws {
    let (folder, messages) = try build([
      "Content/01-a/chapter.md": chapter, "Content/quiz.yml": "exam-share: 100\nuniversity: มหาวิทยาลัยตัวอย่าง\ntime: 3 ชั่วโมง\n",
      "Site/site.yml": "sheets: [exam, key, answer-sheet, specification, ioc, book]\n",
    ])
    let papers = paths(folder.path + "/Site/instructor/papers")
    #expect(papers == ["answer-sheet.html", "exam.html", "ioc.html", "key.html", "specification.html"], "\(messages)")
    #expect(paths(folder.path + "/Site/public").filter { $0.contains("papers") || $0.contains("exam") || $0.contains("key") } == [])
    #expect(paths(folder.path + "/Site/public/sheets").contains { $0.hasSuffix("-book.epub") })
    let exam = try String(contentsOfFile: folder.path + "/Site/instructor/papers/exam.html", encoding: .utf8)
      .replacing(/<[^>]*>/, with: "")
    #expect(exam.contains("มหาวิทยาลัยตัวอย่าง") && exam.contains("3 ชั่วโมง"))
  }

  @Test func printsAPaperForEveryForm() throws {
    let (folder, messages) = try build([
      "Content/01-a/chapter.md": chapter, "Content/quiz.yml": "exam-share: 100\nforms: 3\n",
      "Site/site.yml": "sheets: [exam, key]\n",
    ])
    let papers = paths(folder.path + "/Site/instructor/papers")
    #expect(papers == ["exam-a.html", "exam-b.html", "exam-c.html", "key-a.html", "key-b.html", "key-c.html"], "\(messages)")
    func exam(_ form: String) throws -> String {
      try String(contentsOfFile: folder.path + "/Site/instructor/papers/exam-\(form).html", encoding: .utf8)
    }
    #expect(try Set([exam("a"), exam("b"), exam("c")]).count == 3)
    let recorder = Recorder()
    let action = PrintAction(
      request(folder), kinds: ["exam"], format: .html, output: folder.path + "/out", forms: FormRequest(count: 2, items: 3, seed: 7)
    )
    _ = try action.run(recorder.console)
    #expect(paths(folder.path + "/out") == ["exam-a.html", "exam-b.html"])
  }

  @Test func datesABookByTheCourseOrAsToldTo() throws {
    func book(_ environment: [String: String]) throws -> String {
      let folder = try ScratchFolder()
      try folder.put("Content/01-a/chapter.md", chapter)
      var request = request(folder)
      request.environment.merge(environment) { $1 }
      _ = try PrintAction(request, format: .epub, output: folder.path + "/out").run(Recorder().console)
      let name = try #require(FileReading.names(in: folder.path + "/out").first)
      return String(decoding: try FileReading.bytes(at: folder.path + "/out/" + name), as: UTF8.self)
    }
    #expect(try book(["SOURCE_DATE_EPOCH": "1700000000"]).contains("2023-11-14T22:13:20Z"))
    #expect(try book([:]).contains("<meta property=\"dcterms:modified\">20"))
  }

  @Test func saysWhyThereIsNoExam() throws {
    let (_, messages) = try build([
      "Content/01-a/chapter.md": "# ก\n\nข้อความ\n", "Site/site.yml": "sheets: [exam]\n",
    ])
    #expect(messages.contains("no-exam-items"))
  }

  @Test func saysWhereACoverIsWrong() throws {
    let (_, messages) = try build(["Content/01-a/chapter.md": chapter, "Content/quiz.yml": "exam-share: 30\nuniversity: [a, b]\n"])
    #expect(messages.contains("quiz.yml:2:"))
    #expect(messages.contains("“university” must be text"))
  }

  @Test(arguments: [("chapter", "a4"), ("summary", "a5")]) func printsOnThePaperThatIsAskedFor(kind: String, paper: String) throws {
    let folder = try ScratchFolder()
    try folder.put("Content/01-a/chapter.md", chapter)
    let recorder = Recorder()
    let layout = PrintAction.Layout(paper: paper == "a5" ? .a5 : .a4, isLarge: true)
    let status = try PrintAction(request(folder), kinds: [kind], format: .html, output: folder.path + "/out", layout: layout).run(
      recorder.console)
    #expect(status == 0, "\(recorder.messages)")
    let page = try #require(paths(folder.path + "/out").first { $0.hasSuffix("-\(kind).html") })
    let text = try String(contentsOfFile: folder.path + "/out/" + page, encoding: .utf8)
    #expect(text.contains("size: \(paper.uppercased())") && text.contains("18pt"))
  }

  @Test func printsOnThePaperOfTheSiteUnlessToldOtherwise() throws {
    let folder = try ScratchFolder()
    try folder.put("Content/01-a/chapter.md", chapter)
    try folder.put("Site/site.yml", "paper: a5\nlarge-print: true\nsheets: [summary]\n")
    func printed(_ layout: PrintAction.Layout) throws -> String {
      let recorder = Recorder()
      let status = try PrintAction(
        request(folder), kinds: ["summary"], format: .html, output: folder.path + "/out", layout: layout
      ).run(recorder.console)
      #expect(status == 0, "\(recorder.messages)")
      let page = try #require(paths(folder.path + "/out").first)
      return try String(contentsOfFile: folder.path + "/out/" + page, encoding: .utf8)
    }
    let said = try printed(.init())
    #expect(said.contains("size: A5") && said.contains("18pt"))
    let told = try printed(.init(paper: .a4, isLarge: false))
    #expect(told.contains("size: A4") && told.contains("11pt"))
  }

  @Test func showsPicturesOfTheCourseAndNoOthers() throws {
    let folder = try ScratchFolder()
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"9\" height=\"9\"/></svg>"
    try folder.put("Content/01-a/media/a b.svg", drawing)
    try folder.put("Content/01-a/media/c.svg", drawing)
    try folder.put(
      "Content/01-a/chapter.md",
      chapter
        + "\n\n![ตลาด](media/a%20b.svg)\n\n> ![ซ้อน](media/c.svg)\n\n![นอก](../../../../etc/hostname.svg)\n\n![หาย](media/none.png)\n"
    )
    try folder.put("Site/site.yml", "sheets: [chapter, book]\n")
    let recorder = Recorder()
    let out = folder.path + "/out"
    _ = try PrintAction(request(folder), kinds: ["chapter"], format: .html, output: out).run(recorder.console)
    let page = try String(contentsOfFile: out + "/" + (try #require(paths(out).first)), encoding: .utf8)
    #expect(page.matches(of: /<img src="data:image\/svg\+xml;base64,/).count == 2)
    let words = page.replacing(/<[^>]*>/, with: "")
    #expect(words.contains("ภาพ: นอก") && words.contains("ภาพ: หาย"))
    try folder.put("Content/01-a/chapter.md", chapter + "\n\n![ตลาด](media/a%20b.svg)\n\n> ![ซ้อน](media/c.svg)\n")
    #expect(try BuildAction(request(folder)).run(Recorder().console) == 0)
    let sheets = folder.path + "/Site/public/sheets"
    let sheet = try #require(paths(sheets).first { $0.hasSuffix("-chapter.html") })
    let linked = try String(contentsOfFile: sheets + "/" + sheet, encoding: .utf8)
    #expect(linked.contains("src=\"../media/01-a/media/c.svg\""))
    #expect(FileReading.kind(of: folder.path + "/Site/public/media/01-a/media/c.svg") == .file)
    let book = try FileReading.bytes(at: sheets + "/" + (try #require(paths(sheets).first { $0.hasSuffix(".epub") })))
    // Two names of one picture: it stands in the book once, in its entry and in the directory.
    #expect(String(decoding: book, as: UTF8.self).ranges(of: "EPUB/media/").count == 2)
  }

  @Test func saysWhatWordDocumentsNeed() throws {
    let folder = try ScratchFolder()
    try folder.put("Content/01-a/chapter.md", chapter)
    let recorder = Recorder()
    _ = try PrintAction(request(folder), kinds: ["summary"], format: .docx, output: folder.path + "/out").run(recorder.console)
    #expect(recorder.messages.contains("pandoc"))
  }
}

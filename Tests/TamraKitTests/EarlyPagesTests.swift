import Foundation
import TestSupport
import Testing

@testable import TamraKit

@Suite struct EarlyPagesTests {
  private static let first = """
    # บทที่ 1 เครือข่าย

    ## ความหมาย

    Putnam (1993) กล่าวว่า **เครือข่าย** (network) คือ สายใยของผู้คนที่ไว้วางใจกัน

    ## สรุป

    ท้ายบทมี (สมชาย ใจดี, 2541)
    """

  private func course(practice: Bool = true) throws -> (scratch: ScratchFolder, build: (KeptReadings) throws -> BuildAction.Result)
  {
    let scratch = try ScratchFolder()
    try scratch.put("Content/01-a/chapter.md", Self.first)
    try scratch.put("Content/02-b/chapter.md", "# บทที่ 2 ทุน\n\n**ทุนทางสังคม** (social capital) หมายถึง ความไว้วางใจในเครือข่าย\n")
    if !practice { try scratch.put("Site/site.yml", "practice: false\n") }
    let action = BuildAction(
      CourseRequest(
        course: scratch.path, workingFolder: scratch.path, executable: scratch.path + "/tamra", environment: ["PATH": ""], jobs: 2))
    return (scratch, { try action.build(Recorder().console, kept: $0, leastEarly: 1) })
  }

  private func page(_ scratch: ScratchFolder, _ name: String) -> String {
    FileManager.default.contents(atPath: scratch.path + "/Site/public/chapters/\(name).html").map {
      String(decoding: $0, as: UTF8.self)
    } ?? ""
  }

  @Test(
    "a saved sentence stands in its page before the course is built, and the page is the one the build makes",
    arguments: [true, false])
  func prose(practice: Bool) throws {
    let (scratch, build) = try course(practice: practice)
    let kept = KeptReadings()
    let early = try #require(try build(kept).early)
    let text = Self.first.replacing("## ความหมาย\n", with: "## ความหมาย\n\nประโยคใหม่ที่เลื่อนทุกอย่างข้างหลัง\n")
    try scratch.put("Content/01-a/chapter.md", text)
    #expect(try early.write([scratch.path + "/Content/01-a/chapter.md"]))
    let shown = page(scratch, "01-a")
    #expect(shown.contains("ประโยคใหม่"))
    let built = try build(kept)
    #expect(page(scratch, "01-a") == shown)
    #expect(built.made > 0)
  }

  @Test("records that say what they said keep their names and links; new ones wait for the build")
  func records() throws {
    let (scratch, build) = try course()
    let kept = KeptReadings()
    let early = try #require(try build(kept).early)
    let before = page(scratch, "01-a")
    let sentence = "Coleman (1988) กล่าวว่า **ทุนใหม่** (new capital) คือ สิ่งที่ไม่มีใครรู้จักมาก่อน\n\n"
    try scratch.put("Content/01-a/chapter.md", Self.first.replacing("Putnam", with: sentence + "Putnam"))
    #expect(try early.write([scratch.path + "/Content/01-a/chapter.md", scratch.path + "/Content/.swp"]))
    let shown = page(scratch, "01-a")
    for link in ["concepts/network.html", "class=\"cite\""] {
      #expect(before.contains(link) && shown.contains(link))
    }
    #expect(shown.contains("สิ่งที่ไม่มีใครรู้จัก") && !shown.contains("concepts/new-capital.html"))
    let anchors = before.components(separatedBy: "id=\"d-").dropFirst().map { $0.prefix { $0 != "\"" } }
    for anchor in anchors { #expect(shown.contains("id=\"d-\(anchor)\"")) }
    _ = try build(kept)
    #expect(page(scratch, "01-a").contains("concepts/new-capital.html"))
  }

  @Test("nothing is shown early of files that are no chapters, of many at once, or where another process writes")
  func nothing() throws {
    let (scratch, build) = try course()
    let early = try #require(try build(KeptReadings()).early)
    #expect(try !early.write([scratch.path + "/Content/course.yml"]))
    #expect(try !early.write([String]()))
    let path = scratch.path + "/Content/01-a/chapter.md"
    #expect(try !early.write(Array(repeating: path, count: 9)))
    let writer = try OutputWriter(folder: scratch.path + "/Site/public")
    #expect(try !early.write([path]))
    _ = writer
    try FileManager.default.removeItem(atPath: scratch.path + "/Content/01-a")
    #expect((try? early.write([path])) != true)
  }

  @Test("a page that is none of the last build's is not written")
  func foreign() throws {
    let (scratch, build) = try course()
    let early = try #require(try build(KeptReadings()).early)
    let page = scratch.path + "/Site/public/chapters/01-a.html"
    try FileManager.default.removeItem(atPath: page)
    try scratch.put("elsewhere", "x")
    try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: scratch.path + "/elsewhere")
    #expect(try !early.write([scratch.path + "/Content/01-a/chapter.md"]))
    #expect(FileManager.default.contents(atPath: scratch.path + "/elsewhere") == Data("x".utf8))
  }
}

@Suite struct FolderEventsTests {
  /// What is told within a second.
  private func told(_ events: FolderEvents) async throws -> Set<String> {
    var paths: Set<String> = []
    for _ in 0..<200 {
      paths.formUnion(events.read())
      if !paths.isEmpty { break }
      try await Task.sleep(for: .milliseconds(5))
    }
    try await Task.sleep(for: .milliseconds(10))
    return paths.union(events.read())
  }

  @Test("tells of files written, renamed and deleted, and of what is made in new folders")
  func tells() async throws {
    let scratch = try ScratchFolder()
    try scratch.put("Content/01-a/chapter.md", "x")
    let root = scratch.path
    let events = try #require(FolderEvents([root + "/Content", root + "/nowhere"]))
    #expect(events.read().isEmpty)
    try scratch.put("Content/01-a/chapter.md", "y")
    #expect(try await told(events).contains(root + "/Content/01-a/chapter.md"))
    try FileManager.default.moveItem(atPath: root + "/Content/01-a/chapter.md", toPath: root + "/Content/01-a/b.md")
    #expect(try await told(events).contains(root + "/Content/01-a/b.md"))
    try FileManager.default.createDirectory(atPath: root + "/Content/02-b", withIntermediateDirectories: false)
    #expect(try await told(events).contains(root + "/Content/02-b"))
    try scratch.put("Content/02-b/chapter.md", "z")
    #expect(try await told(events).contains(root + "/Content/02-b/chapter.md"))
    try FileManager.default.removeItem(atPath: root + "/Content/02-b/chapter.md")
    #expect(try await told(events).contains(root + "/Content/02-b/chapter.md"))
    #expect(events.read().isEmpty)
  }

  @Test("does not go through links")
  func links() async throws {
    let scratch = try ScratchFolder()
    try scratch.put("other/a.md", "x")
    try FileManager.default.createDirectory(atPath: scratch.path + "/Content", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/Content/link", withDestinationPath: scratch.path + "/other")
    let events = try #require(FolderEvents([scratch.path + "/Content"]))
    try scratch.put("other/a.md", "y")
    try await Task.sleep(for: .milliseconds(30))
    #expect(events.read().isEmpty)
  }
}

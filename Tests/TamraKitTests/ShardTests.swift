import Foundation
import TestSupport
import Testing

@testable import TamraKit

/// An installation whose Python makes of every source a file that is the source itself, and writes down that it was asked.
private struct Workshop {
  let tools: ScratchFolder
  private let log: String

  init() throws {
    tools = try ScratchFolder()
    log = tools.path + "/log"
    let python = try #require(Toolbox(executable: "/", environment: [:]).program("python3"))
    try tools.put(
      ".tools/venv/bin/python",
      """
      #!\(python)
      import json, sys
      lines = [json.loads(line) for line in sys.stdin if line.strip()]
      for one in lines[1:]:
          open(one["output"], "w").write("made of " + one["source"])
          open("\(log)", "a").write(one["output"].rsplit(".", 1)[-1] + "\\n")
          print(json.dumps({"ok": True}))
      """)
    try tools.put("bin/pandoc", "#!/bin/sh\n")
    try tools.put(".tools/venv/site", "typst 1\n")
    try tools.put(".tools/fonts/print/a.ttf", "font")
    for path in [".tools/venv/bin/python", "bin/pandoc"] { chmod(tools.path + "/" + path, 0o755) }
  }

  /// The endings of what was made since last asked.
  func made() -> [String] {
    defer { unlink(log) }
    return ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }

  func course() throws -> ScratchFolder {
    let course = try ScratchFolder()
    for number in 1...5 {
      try course.put(
        "Content/0\(number)-x/chapter.md",
        """
        # บทที่ \(number) ทุนทางสังคมแบบที่ \(number)

        Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะที่ \(number) ของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น

        ## คำถามท้ายบท

        1. ทุนทางสังคมแบบที่ \(number) คืออะไร
        """)
    }
    try course.put("Site/site.yml", "sheets: [summary, glossary, discussion, exam, key]\n")
    return course
  }

  func request(_ course: ScratchFolder) -> CourseRequest {
    CourseRequest(
      course: course.path, workingFolder: course.path, executable: tools.path + "/bin/tamra",
      environment: ["PATH": tools.path + "/bin", "SOURCE_DATE_EPOCH": "1700000000"], jobs: 2)
  }
}

private func tree(_ course: ScratchFolder) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: course.path + "/Site") {
    if let data = FileManager.default.contents(atPath: course.path + "/Site/" + path) { files[path] = data }
  }
  return files
}

@Suite struct Shares {
  @Test("what shares made on several machines is gathered into the output of a whole build, and not made again")
  func merged() throws {
    let workshop = try Workshop()
    let whole = try workshop.course()
    #expect(try BuildAction(workshop.request(whole)).run(Recorder().console) == 0)
    let all = workshop.made()
    #expect(all.contains("pdf") && all.contains("docx"))

    var parts: [ScratchFolder] = []
    var shared: [String] = []
    for number in 1...3 {
      let machine = try workshop.course()
      let share = try #require(CourseShare("\(number)/3"))
      let recorder = Recorder()
      #expect(try ShardAction(workshop.request(machine), share: share).run(recorder.console) == 0, "\(recorder.messages)")
      #expect(FileReading.kind(of: machine.path + "/Site/public") == nil)
      let made = workshop.made()
      #expect(!made.isEmpty && made.count < all.count / 2)
      shared += made
      parts.append(machine)
    }
    let merged = try workshop.course()
    let merge = MergeAction(workshop.request(merged), parts: parts.map { $0.path + "/.tamra" })
    #expect(try merge.run(Recorder().console) == 0)
    // Papers are the course's, not a chapter's.
    let papers = workshop.made()
    #expect((shared + papers).sorted() == all.sorted())
    #expect(papers.count < all.count / 4)
    #expect(try tree(merged) == tree(whole))
  }

  @Test("a share of other sources, and a share too few, cost time and change nothing")
  func mixed() throws {
    let workshop = try Workshop()
    let (whole, machine, merged) = (try workshop.course(), try workshop.course(), try workshop.course())
    try machine.put("Content/01-x/chapter.md", "# บทที่ 1 อื่น\n\nPutnam (1993) กล่าวว่า ทุน (capital) คือ สิ่งที่สะสมไว้ใช้ในภายหน้า\n")
    _ = try BuildAction(workshop.request(whole)).run(Recorder().console)
    _ = try ShardAction(workshop.request(machine), share: try #require(CourseShare("1/2"))).run(Recorder().console)
    _ = try MergeAction(workshop.request(merged), parts: [machine.path + "/.tamra"]).run(Recorder().console)
    #expect(try tree(merged) == tree(whole))
  }

  @Test func refusesWhatIsNoShare() throws {
    let workshop = try Workshop()
    let course = try workshop.course()
    let failure = #expect(throws: Failure.self) {
      try MergeAction(workshop.request(course), parts: ["nowhere/.tamra"]).run(Recorder().console)
    }
    #expect(failure?.message.english.contains("nowhere/.tamra") == true)
    // Without what says which Typst it is nothing could be kept.
    unlink(workshop.tools.path + "/.tools/venv/site")
    let none = #expect(throws: Failure.self) {
      try ShardAction(workshop.request(course), share: try #require(CourseShare("1/2"))).run(Recorder().console)
    }
    #expect(none?.message.english.contains("run make") == true)
  }
}

import CourseReader
import Diagnostics
import Foundation
import Glibc
import Packing
import Synchronization
import TestSupport
import Testing

@testable import TamraKit

/// A course whose builds are remembered, with the clock's grain out of the way: files are given times of long ago.
private struct Remembered {
  let scratch: ScratchFolder
  var root: String { scratch.path }
  static let text = "# บทที่ 1 เครือข่าย\n\nPutnam (1993) กล่าวว่า เครือข่าย (network) คือ สายใยของผู้คนที่ไว้วางใจกัน\n"

  init() throws {
    scratch = try ScratchFolder()
    try put("Content/01-a/chapter.md", Self.text)
    try put("Content/02-b/chapter.md", "# บทที่ 2 ทุน\n\nเครือข่ายเป็นทุนที่ปรากฎ\n")
  }

  func put(_ path: String, _ text: String, age: Int = 100) throws {
    try scratch.put(path, text)
    var times = [timeval(tv_sec: time(nil) - age, tv_usec: 0), timeval(tv_sec: time(nil) - age, tv_usec: 0)]
    utimes(root + "/" + path, &times)
  }

  func action(output: String? = nil, cache: String? = nil, verifies: Bool = false, path: String = "") -> BuildAction {
    BuildAction(
      CourseRequest(course: root, workingFolder: root, executable: root + "/bin/tamra", environment: ["PATH": path], jobs: 2),
      output: output, cache: cache, verifies: verifies)
  }

  func build(
    _ action: BuildAction? = nil, kept: KeptReadings? = nil, firstDone: (@Sendable () -> Void)? = nil
  ) throws -> BuildAction.Result {
    try (action ?? self.action()).build(Recorder().console, kept: kept, firstDone: firstDone)
  }

  func tree(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      if let data = FileManager.default.contents(atPath: folder + "/" + path) { files[path] = data }
    }
    return files
  }

  /// What is remembered of the course's builds.
  var memories: [String] { (try? FileReading.names(in: root + "/.tamra/builds")) ?? [] }

  /// The incremental output beside that of a clean build.
  func isAsClean() throws -> Bool {
    let clean = try ScratchFolder()
    _ = try build(action(output: clean.path + "/out", cache: clean.path + "/cache"))
    return try tree(root + "/Site/public") == tree(clean.path + "/out/public")
  }
}

@Suite struct RememberedBuilds {
  @Test func doesNothingWhereNothingChanged() throws {
    let course = try Remembered()
    let first = try course.build()
    #expect(first.summary.written > 5)
    // A page that a whole build would put right stands as it is, with its stamp: nobody looked.
    let again = try course.build()
    #expect(again.summary == .init(unchanged: first.summary.written))
    #expect(again.diagnostics == first.diagnostics)
    #expect(!again.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "Content/01-a/chapter.md", "Content/course.yml", "Content/references.yml", "Site/site.yml", "Templates/page.mustache",
    "Site/assets/site.css",
  ]) func buildsAgainWhenASourceComesOrChanges(path: String) throws {
    let course = try Remembered()
    _ = try course.build()
    let template = try #require(try Resources(course: nil).templates["page.mustache"])
    let texts = [
      "Content/01-a/chapter.md": Remembered.text + "\nย่อหน้าใหม่\n", "Content/course.yml": "title: วิชาใหม่\n",
      "Content/references.yml": "[]\n", "Site/site.yml": "title: ชื่อใหม่\n",
      "Templates/page.mustache": String(decoding: template.bytes, as: UTF8.self).replacing("<body", with: "<body data-new"),
      "Site/assets/site.css": "p { margin: 0 }\n",
    ]
    try course.put(path, texts[path] ?? "")
    let again = try course.build()
    #expect(again.summary.written + again.summary.deleted > 0 || path == "Content/references.yml")
    #expect(try course.isAsClean())
  }

  @Test func seesAChangeThatKeepsSizeAndTimes() throws {
    let course = try Remembered()
    _ = try course.build()
    let changed = Remembered.text.replacing("สายใย", with: "สายใจ")
    #expect(changed.utf8.count == Remembered.text.utf8.count && changed != Remembered.text)
    try course.put("Content/01-a/chapter.md", changed)
    #expect(try course.build().summary.written > 0)
    #expect(try course.isAsClean())
  }

  @Test func goesByContentNotByTime() throws {
    let course = try Remembered()
    let first = try course.build()
    // Touched, and the clock set back.
    for age in [0, 50, 1_000_000] {
      try course.put("Content/01-a/chapter.md", Remembered.text, age: age)
      #expect(try course.build().summary == .init(unchanged: first.summary.written))
    }
    #expect(try course.build(course.action(verifies: true)).summary == .init(unchanged: first.summary.written))
  }

  @Test func putsBackWhatWasChangedOrDeletedInTheOutput() throws {
    let course = try Remembered()
    _ = try course.build()
    let page = course.root + "/Site/public/chapters/01-a.html"
    let bytes = FileManager.default.contents(atPath: page)
    try FileManager.default.removeItem(atPath: page)
    #expect(try course.build().summary.written == 1)
    #expect(FileManager.default.contents(atPath: page) == bytes)
    try Data("x".utf8).write(to: URL(fileURLWithPath: page))
    #expect(try course.build().summary.written == 1)
    #expect(FileManager.default.contents(atPath: page) == bytes)
  }

  @Test func trustsNoDamagedMemory() throws {
    let course = try Remembered()
    _ = try course.build()
    let memory = course.root + "/.tamra/builds/" + (try #require(course.memories.first))
    let whole = try FileReading.bytes(at: memory)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var bytes = whole
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
      case 1: bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      default: bytes.insert(0x0A, at: Int.random(in: bytes.indices, using: &generator))
      }
      guard bytes != whole else { continue }
      try Data(bytes).write(to: URL(fileURLWithPath: memory))
      #expect(BuildMemory.Kept(at: memory) == nil)
    }
    #expect(try course.build().summary.written == 0)
    #expect(try course.isAsClean())
  }

  @Test func keepsAMemoryForEachOutputFolder() throws {
    let course = try Remembered()
    _ = try course.build()
    let other = try course.build(course.action(output: "elsewhere"))
    #expect(other.summary.written > 5)
    #expect(other.publicFolder == course.root + "/elsewhere/public")
    #expect(course.memories.count == 2)
  }

  @Test func forgetsACourseThatNamesFilesOutsideContent() throws {
    let course = try Remembered()
    try course.put("Content/01-a/chapter.md", "# บท\n\n![รูป](../../pictures/a.png)\n")
    _ = try course.build()
    #expect(course.memories.isEmpty)
    try course.put("pictures/a.png", "PNG")
    #expect(try course.build().diagnostics.allSatisfy { $0.id != "missing-file" })
  }

  @Test(arguments: ["dot", "pandoc", "python3"]) func buildsAgainWhenAProgramComes(name: String) throws {
    let course = try Remembered()
    let first = try course.build()
    try course.put("bin/" + name, "#!/bin/sh\nexit 1\n")
    chmod(course.root + "/bin/" + name, 0o755)
    let again = try course.build(course.action(path: course.root + "/bin"))
    // The same bytes, but each looked at.
    #expect(again.summary.unchanged == first.summary.written)
    #expect(try course.build().summary.unchanged == first.summary.written)
  }

  @Test("the pages of what was saved stand before those of other chapters are made")
  func firstDone() throws {
    let course = try Remembered()
    for number in 3..<30 { try course.put("Content/\(number)-x/chapter.md", "# บทที่ \(number)\n\nเนื้อความ\n") }
    let kept = KeptReadings()
    let calls = Mutex(0)
    _ = try course.build(kept: kept) { calls.withLock { $0 += 1 } }
    #expect(calls.withLock { $0 } == 0, "nobody waits for one page of a first build")
    let last = course.root + "/Site/public/chapters/29-x.html"
    let other = course.root + "/Site/public/chapters/25-x.html"
    try FileManager.default.removeItem(atPath: other)
    try course.put("Content/29-x/chapter.md", "# บทที่ 29\n\nเนื้อความใหม่\n")
    _ = try course.build(kept: kept) {
      calls.withLock { $0 += 1 }
      #expect(FileManager.default.contents(atPath: last).map { String(decoding: $0, as: UTF8.self).contains("เนื้อความใหม่") } == true)
      #expect(!FileManager.default.fileExists(atPath: other))
    }
    #expect(calls.withLock { $0 } == 1)
    #expect(try course.isAsClean())
  }

  @Test("a reading is kept for its bytes, its file, its folder's name and the settings of the course alone")
  func keptReadings() {
    let kept = KeptReadings()
    let text = SourceText(file: "Content/01-a/chapter.md", Remembered.text)
    let file = CourseFolder.ChapterFile(name: "01-a", path: text.file)
    #expect(!kept.prepare(CourseSettings(), files: [file]))
    #expect(kept.reading(of: file, hash: 7) == nil)
    kept.keep(.init(chapter: readChapter(text, name: "01-a"), items: AuthoredItems.read(text)), of: file, hash: 7)
    #expect(kept.prepare(CourseSettings(), files: [file]))
    #expect(kept.reading(of: file, hash: 7)?.chapter.citations.count == 1)
    #expect(kept.reading(of: .init(name: "01-b", path: text.file), hash: 7) == nil)
    #expect(kept.reading(of: file, hash: 8) == nil)
    #expect(kept.reading(of: .init(name: "01-a", path: "Content/02-b/chapter.md"), hash: 7) == nil)
    #expect(!kept.prepare(CourseSettings(title: "อื่น"), files: [file]))
    #expect(kept.reading(of: file, hash: 7) == nil)
  }

  /// The property the memory lives by: after any edits the output is that of a clean build, in one process or in many.
  @Test(arguments: [true, false]) func equalsACleanBuildAfterAnyEdits(isOneProcess: Bool) throws {
    let course = try Remembered()
    let kept = isOneProcess ? KeptReadings() : nil
    var generator = SeededGenerator(seed: isOneProcess ? 43 : 42)
    for _ in 0..<12 {
      let name =
        ["Content/01-a/chapter.md", "Content/02-b/chapter.md", "Content/03-c/chapter.md"].randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: try? FileManager.default.removeItem(atPath: course.root + "/" + name)
      case 1: try course.put("Content/course.yml", "title: วิชา \(Int.random(in: 0..<3, using: &generator))\n")
      case 2: break
      default:
        let terms = ["เครือข่าย", "เครือขาย", "ทุนทางสังคม"]
        try course.put(
          name, "# บท\n\n**\(terms.randomElement(using: &generator) ?? "")** (network) หมายถึง สายใยของผู้คน\n",
          age: Int.random(in: 0..<5, using: &generator))
      }
      if (try? course.build(kept: kept)) != nil, !course.chapters.isEmpty { #expect(try course.isAsClean()) }
    }
  }
}

extension Remembered {
  fileprivate var chapters: [String] { (try? FileReading.names(in: root + "/Content"))?.filter { $0.hasPrefix("0") } ?? [] }
}

@Suite struct FileHashes {
  @Test("a file has the hash of its bytes, however many pieces it is read in")
  func pieces() throws {
    let scratch = try ScratchFolder()
    for count in [0, 1, 7, 8, 9, 1 << 20, 1 << 20 | 1, 2 << 20, (2 << 20) - 3] {
      var bytes = [UInt8](repeating: 7, count: count)
      for i in stride(from: 0, to: count, by: 999) { bytes[i] = UInt8(truncatingIfNeeded: i) }
      let path = scratch.path + "/file"
      _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
      #expect(try contentHash(ofFile: path) == contentHash(bytes), "\(count) bytes")
    }
  }
}

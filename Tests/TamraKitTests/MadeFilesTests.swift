import Foundation
import TestSupport
import Testing

@testable import TamraKit

@Suite struct MadeFilesAreKept {
  private func cache(_ folder: ScratchFolder, engine: String = "1", font: String = "f") throws -> MadeFiles {
    try folder.put("fonts/a.ttf", font)
    return try #require(
      MadeFiles(courseRoot: folder.path, fileExtension: "pdf", parts: ["s", engine], fonts: folder.path + "/fonts"))
  }

  @Test func giveBackWhatWasSetFromTheSameSource() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep([1, 2, 3], of: "#a")
    #expect(cache.file(of: "#a") == [1, 2, 3])
    #expect(cache.file(of: "#b") == nil)
  }

  @Test func forgetWhenAnythingElseChanges() throws {
    let folder = try ScratchFolder()
    try cache(folder).keep([1], of: "#a")
    #expect(try cache(folder, engine: "2").file(of: "#a") == nil)
    #expect(try cache(folder, font: "g").file(of: "#a") == nil)
    #expect(try cache(folder).file(of: "#a") == [1])
  }

  @Test func takeADamagedEntryForNone() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep(Array(repeating: 7, count: 100), of: "#a")
    let name = try #require(try FileReading.names(in: folder.path + "/.tamra/pdf").first)
    let path = folder.path + "/.tamra/pdf/" + name
    let whole = try FileReading.bytes(at: path)
    for damaged in [Array(whole.dropLast()), Array(whole.prefix(10)), [], whole.map { $0 == 7 ? 8 : $0 }] {
      try NewFile.replace(path, damaged)
      #expect(cache.file(of: "#a") == nil)
    }
  }

  @Test("what another machine made is taken over once, and nothing that is damaged, a link or named otherwise")
  func adopt() throws {
    let (ours, theirs) = (try ScratchFolder(), try ScratchFolder())
    let (own, other) = (try cache(ours), try cache(theirs))
    for text in ["a", "b", "c"] { other.keep(Array(text.utf8), of: text) }
    own.keep(Array("c".utf8), of: "c")
    let folder = theirs.path + "/.tamra/pdf/"
    let damaged = String(repeating: "0", count: 40) + ".pdf"
    try theirs.put(".tamra/pdf/" + damaged, String(repeating: "x", count: 60))
    try theirs.put(".tamra/pdf/evil.pdf", "x")
    try theirs.put(".tamra/builds/x", "x")
    let link = String(repeating: "1", count: 40) + ".pdf"
    try FileManager.default.createSymbolicLink(
      atPath: folder + link, withDestinationPath: folder + (try #require(try FileReading.names(in: folder).first)))
    #expect(try MadeFiles.adopt(from: theirs.path + "/.tamra", into: ours.path + "/.tamra") == 2)
    for text in ["a", "b", "c"] { #expect(own.file(of: text) == Array(text.utf8)) }
    #expect(try FileReading.names(in: ours.path + "/.tamra/pdf").count == 3)
    #expect(FileReading.kind(of: ours.path + "/.tamra/builds") == nil)
    #expect(try MadeFiles.adopt(from: theirs.path + "/.tamra", into: ours.path + "/.tamra") == 0)
  }

  @Test("every chapter is in one share, and nothing else is a share", arguments: [1, 2, 3, 16])
  func shares(count: Int) throws {
    let shares = try (1...count).map { try #require(CourseShare("\($0)/\(count)")) }
    for chapter in 0..<40 { #expect(shares.count { $0.contains(chapter) } == 1) }
    for wrong in ["", "0/\(count)", "\(count + 1)/\(count)", "1/0", "1", "1/2/3", "a/b", "-1/\(count)", "1/ \(count)"] {
      #expect(CourseShare(wrong) == nil, "\(wrong)")
    }
  }

  @Test func neverLeaveTheCourse() throws {
    let (folder, other) = (try ScratchFolder(), try ScratchFolder())
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/.tamra", withDestinationPath: other.path)
    #expect(MadeFiles(courseRoot: folder.path, fileExtension: "pdf", parts: []) == nil)
  }

  @Test func dropWhatWasSetLongAgo() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep([1], of: "#a")
    cache.prune(now: Date())
    #expect(cache.file(of: "#a") == [1])
    cache.prune(now: Date(timeIntervalSinceNow: 100 * 86_400))
    #expect(cache.file(of: "#a") == nil)
  }

  @Test("a batch makes what is missing, in the order asked, and nothing twice")
  func batch() throws {
    let folder = try ScratchFolder()
    // Writes the source behind the number of the run, so that what was kept can be told from what is new.
    let script = """
      import json, os, sys
      lines = [json.loads(line) for line in sys.stdin if line.strip()]
      for one in lines[1:]:
          if one["source"] == "bad":
              print(json.dumps({"ok": False, "error": "no"}))
          else:
              open(one["output"], "w").write(lines[0]["run"] + one["source"])
              print(json.dumps({"ok": True}))
      """
    let made = try #require(MadeFiles(courseRoot: folder.path, fileExtension: "txt", parts: []))
    let python = try #require(Toolbox(executable: "/", environment: [:]).program("python3"))
    let batch = PythonBatch(python: python, script: script, fileExtension: "txt", secondsEach: 5, made: made)
    func run(_ name: String, _ sources: [String]) throws -> [String] {
      try batch.run(sources, common: { $0.field("run", name) }, broken: { Failure(.io, thai: $0, english: $0) }).map {
        switch $0 {
        case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .failure(let refusal): return "! " + refusal.reason
        }
      }
    }
    #expect(try run("1", ["a", "bad", "b"]) == ["1a", "! no", "1b"])
    #expect(try run("2", ["c", "b", "bad", "a"]) == ["2c", "1b", "! no", "1a"])
    #expect(try run("3", []) == [])
  }
}

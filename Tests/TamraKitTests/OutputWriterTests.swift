import Foundation
import TestSupport
import Testing

@testable import TamraKit

/// A folder of its own for one test, gone after it.
final class ScratchFolder {
  let path: String
  init() throws {
    let base = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath()
    path = base.appendingPathComponent("tamra-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }
  var names: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

@Suite struct OutputWriting {
  private func build(_ folder: ScratchFolder, _ files: [String: String]) throws -> OutputWriter.Summary {
    let writer = try OutputWriter(folder: folder.path + "/out")
    for (path, text) in files { try writer.write(path, Array(text.utf8)) }
    return try writer.finish()
  }

  @Test func writesOnlyWhatChanged() throws {
    let folder = try ScratchFolder()
    #expect(try build(folder, ["a.html": "1", "b/c.html": "2"]) == .init(written: 2, unchanged: 0, deleted: 0))
    let before = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/a.html")[.systemFileNumber] as? Int
    #expect(try build(folder, ["a.html": "1", "b/c.html": "3"]) == .init(written: 1, unchanged: 1, deleted: 0))
    let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/a.html")[.systemFileNumber] as? Int
    #expect(before == after)
    #expect(folder.text("out/b/c.html") == "3")
  }

  @Test func deletesWhatItNoLongerMakesAndTheFoldersThatEmpty() throws {
    let folder = try ScratchFolder()
    _ = try build(folder, ["a.html": "1", "b/c/d.html": "2"])
    #expect(try build(folder, ["a.html": "1"]).deleted == 1)
    #expect(folder.names == ["out", "out/.tamra-manifest", "out/a.html"])
  }

  @Test func neverTouchesAFileOfSomebodyElse() throws {
    let folder = try ScratchFolder()
    _ = try build(folder, ["a.html": "1"])
    try folder.put("out/CNAME", "example.org")
    _ = try build(folder, ["b.html": "1"])
    #expect(folder.text("out/CNAME") == "example.org")
    #expect(folder.text("out/a.html") == nil)
  }

  @Test func refusesAFolderThatIsNotItsOwn() throws {
    let folder = try ScratchFolder()
    try folder.put("out/thesis.docx", "years of work")
    let failure = #expect(throws: Failure.self) { try build(folder, ["a.html": "1"]) }
    #expect(failure?.status == .io)
    #expect(folder.names == ["out", "out/thesis.docx"])
  }

  @Test(arguments: ["../x", "/etc/x", "a/../../x", "", "a//b", ".", "a/\u{0}", ".tamra-manifest", "a\nb"])
  func refusesAPathThatLeavesTheFolder(_ path: String) throws {
    let folder = try ScratchFolder()
    let writer = try OutputWriter(folder: folder.path + "/out")
    #expect(throws: Failure.self) { try writer.write(path, [65]) }
  }

  @Test func refusesASecondWriterAtTheSameTime() throws {
    let folder = try ScratchFolder()
    let first = try OutputWriter(folder: folder.path + "/out")
    #expect(throws: Failure.self) { try OutputWriter(folder: folder.path + "/out") }
    _ = try first.finish()
  }

  @Test func knowsWhatARunThatDiedHalfWayLeft() throws {
    let folder = try ScratchFolder()
    do {
      let writer = try OutputWriter(folder: folder.path + "/out")
      try writer.write("half.html", [65])
    }
    try folder.put("out/.tamra-part-7", "torn")
    #expect(try build(folder, ["a.html": "1"]).deleted == 1)
    #expect(folder.names == ["out", "out/.tamra-manifest", "out/a.html"])
  }

  @Test("a manifest that names files behind a link deletes none of them")
  func deletesNothingBehindALink() throws {
    let folder = try ScratchFolder()
    try folder.put("elsewhere/thesis.txt", "three years")
    try folder.put("elsewhere/.tamra-part-1", "not ours")
    try folder.put("out/.tamra-manifest", "tamra output 1\na/thesis.txt\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/out/a", withDestinationPath: folder.path + "/elsewhere")
    let writer = try OutputWriter(folder: folder.path + "/out")
    try writer.write("index.html", [0x61])
    #expect(try writer.finish().deleted == 0)
    #expect(FileReading.kind(of: folder.path + "/elsewhere/thesis.txt") == .file)
    #expect(FileReading.kind(of: folder.path + "/elsewhere/.tamra-part-1") == .file)
  }

  @Test func doesNotWriteThroughALinkedFolder() throws {
    let folder = try ScratchFolder()
    _ = try build(folder, ["a.html": "1"])
    try folder.put("elsewhere/keep", "1")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/out/b", withDestinationPath: folder.path + "/elsewhere")
    #expect(throws: Failure.self) { try build(folder, ["b/x.html": "1"]) }
    #expect(folder.names.contains("elsewhere/x.html") == false)
  }
}

@Suite struct ConcurrentWork {
  @Test func keepsTheOrderOfTheInput() throws {
    let squares = concurrentMap(count: 1000, jobs: 7) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(concurrentMap(count: 0, jobs: 3) { $0 }.isEmpty)
  }

  @Test func throwsTheFirstError() {
    struct Refused: Error, Equatable { let index: Int }
    #expect(throws: Refused(index: 3)) {
      try concurrentMap(count: 10, jobs: 1) { if $0 >= 3 { throw Refused(index: $0) } }
    }
  }
}
